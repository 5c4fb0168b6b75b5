// What the filters let through: claims, then the links that have any of them left, then nodes.

const claimOn = new Uint8Array(claims.count);
let linkOn = new Uint8Array(0);
const nodeOn = new Uint8Array(count);

/** Whether a filter asks for some claims alone, so that a node without any of them is of no interest. */
const isNarrowed = ({ without, article, since, until, sure }) =>
  Boolean(without.length || article !== null || since || until || sure);

/** What tells one filtering from another. */
function filterKey() {
  const { off, without, hidden, article, since, until, sure, fold, articles: below } = state;
  return JSON.stringify([off, without, hidden, article, since, until, sure, fold, below]);
}

function filter() {
  if (filter.key === filterKey()) return;
  filter.key = filterKey();
  filterClaims();
  if (state.fold) foldEvents();
  const off = new Set(state.off.map((type) => types.indexOf(type)));
  if (state.fold) off.add(EVENT);
  const hidden = new Set(state.hidden);
  const narrowed = isNarrowed(state);
  for (let node = 0; node < count; node++) {
    const shown = isArticle(node) ? state.articles : !off.has(typeOf[node]);
    nodeOn[node] = shown && !hidden.has(node) && (state.articles || onMap(node)) ? 1 : 0;
  }
  linkOn = Uint8Array.from(links, (one) => (isLinkOn(one, narrowed) ? 1 : 0));
  if (!narrowed) return;
  for (let node = 0; node < count; node++)
    if (nodeOn[node] && !linksOf[node].some(({ id }) => linkOn[id])) nodeOn[node] = 0;
}

function isLinkOn({ kind, from, to, claims: told }, narrowed) {
  if (!nodeOn[from] || !nodeOn[to]) return false;
  if (kind === MENTIONED) return !narrowed;
  if (kind === FOLDED && !state.fold) return false;
  return told.some((claim) => claimOn[claim]);
}

function filterClaims() {
  const without = new Set(state.without.map((name) => relations.indexOf(name)));
  for (let claim = 0; claim < claims.count; claim++) {
    claimOn[claim] =
      claims.confidence[claim] * 100 >= state.sure - 1e-6 &&
      !without.has(claims.relation[claim]) &&
      (state.article === null || claims.article[claim] === state.article) &&
      isInPeriod(claim)
        ? 1
        : 0;
  }
}

/** Whether any day of the claim lies in the period; a day may be told as 2025 or 2025-06. */
function isInPeriod(claim) {
  if (!state.since && !state.until) return true;
  const [first, last] = daysOf(claim);
  if (!first && !last) return false;
  const since = state.since.slice(0, last.length);
  const until = state.until.slice(0, first.length);
  return (!since || last >= since) && (!until || first <= until);
}

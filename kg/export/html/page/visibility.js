// What is drawn: never more than can be read. The rest is a search, an expansion or a zoom away.

const FEW = 1400; // nodes that are drawn all at once
const MOST = 700; // that are drawn of more
const MOST_LINKS = 1800;
const MOST_NEAR = 60; // neighbours that come with a chosen node; expanding brings them all

/** {nodes, links, whole, arranged}: `whole` counts what could be drawn, `arranged` is a picture of its own. */
function visible(window) {
  filter();
  const hidden = new Set(state.hidden);
  const chosen = picked();
  const path = state.path ? pathBetween(...state.path) : null;
  const arranged = state.path !== null || state.around !== null;
  let nodes;
  let whole;
  if (state.path) nodes = path || state.path;
  else if (state.around !== null) nodes = within(state.around, state.steps);
  else {
    nodes = all.filter((node) => nodeOn[node]);
    whole = nodes.length;
    if (whole > FEW) nodes = telling(window);
  }
  whole ??= nodes.length;
  const shown = new Set([...nodes.slice(0, FEW), ...chosen]);
  for (const node of chosen) if (!arranged) near(node, MOST_NEAR).forEach((one) => shown.add(one));
  for (const node of state.expanded) {
    shown.add(node);
    near(node, MOST).forEach((one) => shown.add(one));
  }
  for (const node of hidden) shown.delete(node);
  return { nodes: [...shown], links: linksWithin(shown), whole, arranged };
}

/** The nodes that are shown whatever the filters say; an article is told of in the panel. */
function picked() {
  if (state.at === null) return state.link || [];
  return isArticle(state.at) && !nodeOn[state.at] && state.around !== state.at ? [] : [state.at];
}

/** Linked neighbours, the best linked first. */
function near(node, most) {
  const ends = linksOf[node].filter(({ id }) => linkOn[id]).map((one) => otherEnd(one, node));
  return [...new Set(ends)].sort(byDegree).slice(0, most);
}

/** The nodes within some steps of one, nearest first, then best linked first. */
function within(centre, steps) {
  const found = [centre];
  const seen = new Set(found);
  let ring = found;
  for (let step = 0; step < steps && found.length < MOST; step++) {
    ring = [...new Set(ring.flatMap((node) => near(node, MOST)))].filter((node) => !seen.has(node));
    ring.sort(byDegree);
    ring.forEach((node) => seen.add(node));
    found.push(...ring);
  }
  return found;
}

/** The most telling nodes that stand in a window of the map. */
function telling({ left, top, right, bottom }) {
  const { x, y } = data.picture;
  const found = [];
  for (const node of byRank) {
    if (!nodeOn[node] || x[node] < left || x[node] > right || y[node] < top || y[node] > bottom) continue;
    found.push(node);
    if (found.length === MOST) break;
  }
  return found;
}

/** The links between nodes that are shown; of too many, those between the most telling. */
function linksWithin(shown) {
  const found = [];
  for (const node of shown)
    for (const one of linksOf[node])
      if (one.from === node && shown.has(one.to) && isDrawn(one)) found.push(one);
  if (found.length <= MOST_LINKS) return found;
  const weight = ({ from, to }) => Math.max(rankOf[from], rankOf[to]);
  return found.sort((a, b) => weight(a) - weight(b) || a.id - b.id).slice(0, MOST_LINKS);
}

/** A link is drawn if the filters let it through; also to a chosen node of a type that they hide. */
function isDrawn(one) {
  if (linkOn[one.id]) return true;
  const forced = picked().includes(one.from) || picked().includes(one.to) || state.path !== null;
  return forced && one.kind === CLAIMED && one.claims.some((claim) => claimOn[claim]);
}

const touches = (one, ...ends) => ends.includes(one.from) || ends.includes(one.to);

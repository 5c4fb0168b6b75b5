// The facts, indexed. The data block is described in facts.py and drawing.py; numbers are places in its columns.

const data = JSON.parse(document.getElementById("data").textContent);
const { types, relations } = data;
const names = data.entities.name;
const typeOf = Uint8Array.from(data.entities.type);
const sizeOf = Float32Array.from(data.picture.size);
const communityOf = Int32Array.from(data.picture.community);
const count = names.length;
const ARTICLE = types.indexOf("Article");
const EVENT = types.indexOf("Event");
const POST = relations.indexOf("holdsPosition");

const isArticle = (node) => typeOf[node] === ARTICLE;
/** Whether a node is on the map: the others, with the articles, are the layer below it. */
const onMap = (node) => communityOf[node] >= 0;
const typeName = (node) => types[typeOf[node]];
const known = (column, node) => data.entities[column][node];
const term = (name) => data.terms[name][language];

const all = Array.from({ length: count }, (_, node) => node);
const articles = all.filter(isArticle);

/* Claims */

const claims = {
  ...data.claims,
  subject: Int32Array.from(data.claims.subject),
  relation: Uint8Array.from(data.claims.relation),
  object: Int32Array.from(data.claims.object),
  article: Int32Array.from(data.claims.article),
  count: data.claims.subject.length,
};
const claimsOf = all.map(() => []);
for (let claim = 0; claim < claims.count; claim++) {
  const ends = [claims.subject[claim], claims.object[claim], claims.article[claim]];
  for (const end of new Set(ends)) claimsOf[end].push(claim);
}
const detailOf = (claim) => claims.title[claim] || claims.role[claim];

/** The first and the last day that a claim is about: its event's, or else the day of the report. */
const daysOf = (() => {
  const found = [];
  return (claim) => (found[claim] ??= findDays(claim));
})();

function findDays(claim) {
  const event = [claims.object[claim], claims.subject[claim]].find(
    (end) => known("first", end) || known("last", end),
  );
  if (event === undefined) {
    const day = known("date", claims.article[claim]) || "";
    return [day, day];
  }
  const [first, last] = [known("first", event), known("last", event)];
  return [first || last, last || first];
}

function eventDays(event) {
  const [first, last] = [known("first", event) || "", known("last", event) || ""];
  return first === last ? first : `${first}–${last}`;
}

/* Links: what one line of the picture stands for */

const CLAIMED = 0; // claims of one subject on one object
const MENTIONED = 1; // an article only mentions what stands in no relation
const FOLDED = 2; // two take part in the same events, which are folded away

const links = []; // {id, kind, from, to, claims, events}
const linksOf = all.map(() => []);
const linkBetween = new Map(); // kind, from and to → link

function link(kind, from, to) {
  const key = (kind * count + from) * count + to;
  let found = linkBetween.get(key);
  if (!found) {
    found = { id: links.length, kind, from, to, claims: [], events: [] };
    linkBetween.set(key, found);
    links.push(found);
    linksOf[from].push(found);
    if (to !== from) linksOf[to].push(found);
  }
  return found;
}

for (let claim = 0; claim < claims.count; claim++)
  link(CLAIMED, claims.subject[claim], claims.object[claim]).claims.push(claim);
for (const article of articles)
  for (const node of known("mentioned", article)) if (!claimsOf[node].length) link(MENTIONED, article, node);

const otherEnd = ({ from, to }, node) => (from === node ? to : from);
const isBoth = ({ kind, from, to }) => linkBetween.has((kind * count + to) * count + from);

/** Add the links that stand for events once these are folded; made when first asked for. */
function foldEvents() {
  if (foldEvents.done) return;
  foldEvents.done = true;
  for (const event of all.filter((node) => typeOf[node] === EVENT)) {
    const parts = linksOf[event].filter(({ kind, from }) => kind === CLAIMED && !isArticle(from));
    const told = new Map();
    for (const part of parts) {
      const end = otherEnd(part, event);
      told.set(end, [...(told.get(end) || []), ...part.claims]);
    }
    const ends = [...told.keys()]
      .filter((end) => typeOf[end] !== EVENT)
      .sort((a, b) => typeOf[a] - typeOf[b] || a - b);
    const alike = ends.every((end) => typeOf[end] === typeOf[ends[0]]);
    ends.forEach((from, place) => {
      for (const to of ends.slice(place + 1)) {
        // People and people, bodies and bodies would be a thicket; unless there is nobody else.
        if (typeOf[from] === typeOf[to] && !alike) continue;
        const made = link(FOLDED, from, to);
        made.events.push(event);
        made.claims.push(...told.get(from), ...told.get(to));
      }
    });
  }
}

/** What a line says: each relation once, a post or a byline by its title or role, a folded event by its name. */
function wordsOf({ kind, claims: told, events }) {
  if (kind === FOLDED) return events.map((event) => names[event]).join("、");
  const said = told.map((claim) => {
    const post = claims.relation[claim] === POST ? claims.title[claim] : null;
    return post || claims.role[claim] || term(relations[claims.relation[claim]]);
  });
  return [...new Set(said)].join(language === "zh" ? "、" : ", ");
}

/* Which is more telling */

const neighbours = all.map((node) => new Set(linksOf[node].map((one) => otherEnd(one, node))).size);
const byDegree = (a, b) => neighbours[b] - neighbours[a] || a - b;

const membersOf = []; // of each community, the best linked first
for (const node of all.filter(onMap).sort(byDegree)) (membersOf[communityOf[node]] ??= []).push(node);

const LARGE = 8; // members of a community that is worth a name
/** The best linked of each. */
const heads = new Set(membersOf.filter((members) => members.length >= LARGE).map(([head]) => head));

/** All nodes in the order in which they deserve room: the heads of large communities, then who is beside them. */
const byRank = (() => {
  const claim = new Float64Array(count).fill(Infinity);
  for (const members of membersOf) {
    const beside = new Set(linksOf[members[0]].map((one) => otherEnd(one, members[0])));
    const order = [...members].sort(
      (a, b) => (b === members[0]) - (a === members[0]) || beside.has(b) - beside.has(a),
    );
    const size = members.length;
    order.forEach((node, place) => (claim[node] = (place + LARGE / size) / Math.sqrt(size)));
  }
  return all.slice().sort((a, b) => (claim[a] === claim[b] ? byDegree(a, b) : claim[a] - claim[b]));
})();
const rankOf = new Int32Array(count);
byRank.forEach((node, rank) => (rankOf[node] = rank));

const articlesOf = all.map(() => []);
for (const article of articles)
  for (const node of known("mentioned", article)) articlesOf[node].push(article);

/** A map from each key to the items that have it, in their order. */
function groupBy(items, keyOf) {
  const groups = new Map();
  for (const item of items) {
    const key = keyOf(item);
    if (groups.has(key)) groups.get(key).push(item);
    else groups.set(key, [item]);
  }
  return groups;
}

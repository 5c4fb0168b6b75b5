// Colours, shapes and sizes on the canvas: those of the style sheet, in its light or dark theme.

const SHARE = 0.36; // of its size at zoom 1, that a node never becomes smaller than on the screen
const style = getComputedStyle(document.documentElement);
let paint = {};

/** Read the colours of the present theme. */
function mixColours() {
  const colour = (name) => style.getPropertyValue(`--${name}`).trim();
  const mixed = [
    "ink",
    "soft",
    "paper",
    "surface",
    "edge",
    "faint",
    "faint-ink",
    "accent",
    "sans",
    "ground",
    "tie",
  ];
  paint = Object.fromEntries(mixed.map((name) => [name, colour(name)]));
  paint.types = types.map(colour);
}

/** How much larger than at zoom 1 nodes are drawn, so that they can be seen from afar. */
const magnified = (scale) => Math.max(1, SHARE / scale);

const star = Array.from({ length: 10 }, (_, corner) => {
  const [angle, r] = [(corner * Math.PI) / 5 - Math.PI / 2, corner % 2 ? 0.5 : 1.2];
  return [r * Math.cos(angle), r * Math.sin(angle)];
});

/** A shape for each type, so that colour is never the only sign; a person is a disc. */
const CORNERS = {
  Organisation: [
    [-0.9, -0.9],
    [0.9, -0.9],
    [0.9, 0.9],
    [-0.9, 0.9],
  ],
  Place: [
    [0, -1.1],
    [1.1, 0.85],
    [-1.1, 0.85],
  ],
  Event: [
    [0, -1.2],
    [1.2, 0],
    [0, 1.2],
    [-1.2, 0],
  ],
  Article: star,
};

/** The outline of a node about the origin. */
function outline(type, r) {
  const path = new Path2D();
  if (type === "Person") path.arc(0, 0, r, 0, 2 * Math.PI);
  else {
    CORNERS[type].forEach(([x, y], index) => path[index ? "lineTo" : "moveTo"](x * r, y * r));
    path.closePath();
  }
  return path;
}

/** What is to be seen clearly; null: everything. */
function lit(drawn) {
  if (state.path || (state.around !== null && state.around === state.at)) return null;
  if (state.link) {
    const ends = new Set(state.link);
    const between = drawn.links.filter(({ from, to }) => ends.has(from) && ends.has(to));
    return { nodes: ends, links: new Set(between) };
  }
  if (state.at === null) return null;
  const close = drawn.links.filter((one) => touches(one, state.at) || tells(state.at, one));
  const nodes = new Set([state.at, ...close.flatMap(({ from, to }) => [from, to])]);
  if (isArticle(state.at)) known("mentioned", state.at).forEach((node) => nodes.add(node));
  return { nodes, links: new Set(close) };
}

/** Whether an article is the source of a claim of the link. */
const tells = (article, { claims: told }) =>
  isArticle(article) && told.some((claim) => claims.article[claim] === article);

// What the reader has chosen, which the address bar tells, so that a view can be kept, shared and come back to.

const START = {
  at: null, // the chosen node
  link: null, // or the ends of the chosen link
  path: null, // or the ends of the path asked for
  read: null, // the article in the reader
  spot: null, // [start, end] in it
  around: null, // the node whose neighbourhood is shown alone
  steps: 1,
  expanded: [],
  hidden: [],
  pinned: {}, // node → [x, y]
  off: [], // types
  without: [], // relations
  article: null, // the only one whose claims count
  since: "",
  until: "",
  sure: 0, // percent
  fold: false,
  articles: !all.some(onMap), // whether the layer of the articles is shown
  lang: null,
  theme: null,
};
let state = START;

/* Nodes by name: the numbers of another build would differ */

const KEY = 80; // characters of a name in the address

const keys = (() => {
  const seen = new Map();
  return all.map((node) => {
    // A lone surrogate cannot be written in an address.
    const key = `${typeName(node)}/${names[node].slice(0, KEY).toWellFormed?.() ?? names[node].slice(0, KEY)}`;
    seen.set(key, (seen.get(key) || 0) + 1);
    return seen.get(key) > 1 ? `${key}~${seen.get(key)}` : key;
  });
})();
const nodeOf = (() => {
  let byKey = null;
  return (key) => (byKey ??= new Map(keys.map((one, node) => [one, node]))).get(key) ?? null;
})();

/* State and address */

function address(told) {
  const words = new URLSearchParams();
  const put = (name, value) => value && words.append(name, value);
  for (const name of ["at", "read", "article", "around"])
    if (told[name] !== null) put(name, keys[told[name]]);
  for (const name of ["link", "path"]) for (const node of told[name] || []) put(name, keys[node]);
  for (const name of ["expanded", "hidden"]) for (const node of told[name]) put(name, keys[node]);
  for (const [node, place] of Object.entries(told.pinned)) put("pinned", `${keys[node]}@${place.join()}`);
  for (const name of ["off", "without"]) put(name, told[name].join());
  for (const name of ["since", "until", "lang", "theme"]) put(name, told[name]);
  put("spot", told.spot && told.spot.join("-"));
  if (told.around !== null) put("steps", String(told.steps));
  if (told.sure) put("sure", String(told.sure));
  if (told.fold) put("fold", "1");
  if (told.articles !== START.articles) put("articles", told.articles ? "1" : "0");
  // What URLs may show as it is, is shown as it is.
  return `#${words}`.replaceAll("%2F", "/").replaceAll("%40", "@").replaceAll("%2C", ",");
}

/** The state that an address tells; what it tells of nodes and words that are not here is passed over. */
function parse(hash) {
  const words = new URLSearchParams(hash.slice(1));
  const node = (name) => (words.has(name) ? nodeOf(words.get(name)) : null);
  const nodes = (name) =>
    words
      .getAll(name)
      .map(nodeOf)
      .filter((one) => one !== null);
  const pair = (name) => (nodes(name).length === 2 ? nodes(name) : null);
  const some = (name, known) => (words.get(name) || "").split(",").filter((one) => known.includes(one));
  const number = (name, low, high) =>
    Math.min(Math.max(Math.round(Number(words.get(name))) || low, low), high);
  const day = (name) => (/^\d{4}-\d\d-\d\d$/.test(words.get(name) || "") ? words.get(name) : "");
  const one = (name, known) => (known.includes(words.get(name)) ? words.get(name) : null);
  const spot = /^(\d+)-(\d+)$/.exec(words.get("spot") || "");
  const article = (name) => (node(name) !== null && isArticle(node(name)) ? node(name) : null);
  return {
    at: node("at"),
    link: pair("link"),
    path: pair("path"),
    read: article("read"),
    spot: spot && [Number(spot[1]), Number(spot[2])],
    around: node("around"),
    steps: number("steps", 1, 3),
    expanded: nodes("expanded"),
    hidden: nodes("hidden"),
    pinned: pins(words.getAll("pinned")),
    off: some("off", types),
    without: some("without", relations),
    article: article("article"),
    since: day("since"),
    until: day("until"),
    sure: number("sure", 0, 100),
    fold: words.get("fold") === "1",
    articles: words.has("articles") ? words.get("articles") === "1" : START.articles,
    lang: one("lang", ["zh", "en"]),
    theme: one("theme", ["light", "dark"]),
  };
}

function pins(told) {
  const found = told.map((one) => /^(.*)@(-?\d+),(-?\d+)$/s.exec(one)).filter(Boolean);
  const places = found.map(([, key, x, y]) => [nodeOf(key), [Number(x), Number(y)]]);
  return Object.fromEntries(places.filter(([node]) => node !== null));
}

/** Change the state, and with it the address and the page; `replace` makes no step to go back to. */
function go(changes, { replace = false } = {}) {
  const next = { ...state, ...changes };
  const [here, there] = [address(state), address(next)];
  state = next;
  if (here !== there) history[replace ? "replaceState" : "pushState"](null, "", there);
  render();
}

/** Choose a node; a path that waits for its other end ends there. */
function choose(node, { near = true } = {}) {
  const from = waiting;
  waiting = null;
  const isElsewhere = seen.arranged && !seen.nodes.includes(node);
  if (from !== null && from !== node) go({ ...NOTHING, path: [from, node] });
  else go({ ...NOTHING, at: node, around: isElsewhere ? null : state.around });
  if (near) lookAt(node);
}

const NOTHING = { at: null, link: null, path: null };
let waiting = null; // the node from which a path is asked for

/** A link in the page that leads to another state. */
function linkTo(className, changes, action, ...children) {
  const made = element("a", { className, href: address({ ...state, ...changes }) }, ...children);
  made.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return; // a new tab shows it too
    event.preventDefault();
    action();
  });
  return made;
}

const nodeLink = (node, className = "entity") =>
  linkTo(
    className,
    { ...NOTHING, at: node },
    () => choose(node),
    icon(typeName(node)),
    element("span", {}, isolated(short(names[node]) || say("unnamed"))),
  );

"use strict";

// The page's data block is described in facts.py and drawing.py; numbers are places in its lists.
// Every name and text in it is shown as text: nothing here parses HTML.

const data = JSON.parse(document.getElementById("data").textContent);
const { entities, claims, evidence } = data;

const SPARSE = 160; // with more edges, only those of what is chosen carry words, and what fades loses its name
const SUGGESTIONS = 12;
const ROWS = 60; // of a list, before "more"
const OPEN_FACTS = 12; // in a group of more facts, the evidence is folded
const NAME = 200; // characters of a name where it stands beside something else

/* What belongs to what */

const claimsOf = entities.map(() => []);
claims.forEach((claim, number) => {
  claim.article = evidence[claim.evidence].article;
  for (const end of new Set([claim.subject, claim.object, claim.article])) claimsOf[end].push(number);
});
const edgesOf = entities.map(() => []);
data.edges.forEach((edge, number) => {
  edge.id = number;
  for (const end of new Set([edge.from, edge.to])) edgesOf[end].push(edge);
});
const isArticle = (number) => entities[number].type === "Article";
const articles = entities.map((_, number) => number).filter(isArticle);

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

/* Small builders of elements */

function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children.filter((child) => child !== null));
  return made;
}

function button(className, action, ...children) {
  const made = element("button", { type: "button", className }, ...children);
  made.addEventListener("click", action);
  return made;
}

function icon(type) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  made.setAttribute("class", `icon ${type}`);
  made.setAttribute("aria-hidden", "true");
  const shape = document.createElementNS("http://www.w3.org/2000/svg", "use");
  shape.setAttribute("href", `#icon-${type}`);
  made.append(shape);
  return made;
}

// A name of unknown direction must not turn the words around it.
const isolated = (text) => element("bdi", { textContent: text });
const english = (text) => element("span", { className: "en", lang: "en", textContent: text });
const line = (...texts) => element("div", { className: "meta" }, ...texts.map(isolated));

/* Picture */

const css = getComputedStyle(document.documentElement);
const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
const animation = calm ? false : { duration: 350, easingFunction: "easeInOutQuad" };

const hiddenTypes = new Set();
let depth = data.nodes.some((node) => node.layer === 0) ? 0 : 1; // the deepest layer in sight
let chosen = null; // {node} or {edge}, or null

const inSight = (node) => node.layer <= depth && !hiddenTypes.has(node.group);

const nodes = new vis.DataSet(looks().nodes);
const edges = new vis.DataSet(looks().edges);
const sight = new vis.DataView(nodes, { filter: inSight });
const network = new vis.Network(document.getElementById("canvas"), { nodes: sight, edges }, data.options);

/** The numbers of the nodes and edges to be seen clearly; null: all. */
function lit() {
  if (chosen === null) return null;
  if (chosen.edge !== undefined) {
    const { id, from, to } = data.edges[chosen.edge];
    return { nodes: new Set([from, to]), edges: new Set([id]) };
  }
  const near = [...edgesOf[chosen.node]];
  const named = new Set([chosen.node]);
  if (isArticle(chosen.node)) {
    const told = new Set(claimsOf[chosen.node]);
    near.push(...data.edges.filter((edge) => edge.claims.some((claim) => told.has(claim))));
    entities[chosen.node].entities.forEach((number) => named.add(number));
  }
  for (const { from, to } of near) named.add(from).add(to);
  return { nodes: named, edges: new Set(near.map(({ id }) => id)) };
}

/** All nodes and edges as the choice and the theme ask for. */
function looks() {
  const clear = lit();
  const colour = (name) => css.getPropertyValue(`--${name}`).trim();
  const [ink, soft, paper, plain, faint, faintInk, accent] = [
    "ink",
    "soft",
    "paper",
    "edge",
    "faint",
    "faint-ink",
    "accent",
  ].map(colour);
  const fills = Object.fromEntries(data.types.map((type) => [type, colour(type)]));
  const font = { face: colour("sans"), strokeColor: paper };
  const sparse = data.edges.length <= SPARSE;
  const nodeLook = (node) => {
    const seen = !clear || clear.nodes.has(node.id);
    const background = seen ? fills[node.group] : faint;
    const border = chosen && chosen.node === node.id ? ink : seen ? paper : faint;
    return {
      ...node,
      color: { background, border, hover: { background, border: ink } },
      label: seen || sparse ? node.label : " ",
      font: { ...font, ...node.font, color: seen ? ink : faintInk, strokeWidth: seen ? 3 : 0, vadjust: -5 },
    };
  };
  const edgeLook = (edge) => {
    const seen = !clear || clear.edges.has(edge.id);
    const strong = clear && seen;
    return {
      ...edge,
      label: strong ? edge.words : seen && sparse ? edge.label : " ", // vis-network keeps the old one for ""
      color: { color: strong ? accent : seen ? plain : faint, hover: accent },
      width: strong ? 1.8 : 1,
      font: { ...font, ...edge.font, color: strong ? ink : soft, strokeWidth: 3, align: alignment(edge) },
    };
  };
  return { nodes: data.nodes.map(nodeLook), edges: data.edges.map(edgeLook) };
}

/** Along the edge; but vis-network puts the words of a level edge elsewhere, unless told "horizontal". */
function alignment({ from, to }) {
  return data.nodes[from].y === data.nodes[to].y ? "horizontal" : "middle";
}

function paint() {
  const positions = network.getPositions(); // a node that was dragged stays where it is
  const { nodes: painted, edges: drawn } = looks();
  nodes.update(painted.map((node) => ({ ...node, ...positions[node.id] })));
  edges.update(drawn);
}

function fit() {
  network.fit({ animation, maxZoomLevel: 1.3 });
}

/* Choosing */

/** Choose a node or an edge, or nothing; `near` also moves the camera to it. */
function choose(choice, { near = false } = {}) {
  chosen = choice;
  tooltip.hidden = true;
  if (choice && choice.node !== undefined) reveal(choice.node);
  if (choice === null) network.unselectAll();
  paint();
  if (near) moveTo(choice.node);
  show();
}

/** Bring an entity into sight, whatever filter hides it; an article is told of in the panel alone. */
function reveal(number) {
  const node = data.nodes[number];
  if (inSight(node) || isArticle(number)) return;
  hiddenTypes.delete(node.group);
  depth = Math.max(depth, node.layer);
  refilter();
}

/** Move the camera to an entity, or to all that an article tells of. */
function moveTo(number) {
  const told = isArticle(number) ? [...lit().nodes].filter((node) => sight.get(node)) : [];
  if (told.length) network.fit({ nodes: told, animation, maxZoomLevel: 1.1 });
  else if (sight.get(number)) network.focus(number, { scale: Math.max(network.getScale(), 1), animation });
}

function refilter() {
  sight.refresh();
  drawLegend();
}

network.on("click", ({ nodes: [node], edges: [edge] }) => {
  if (node !== undefined) choose({ node });
  else if (edge !== undefined && data.edges[edge].claims.length) choose({ edge });
  else if (chosen !== null) choose(null);
});

/* Tooltip */

const tooltip = document.getElementById("tooltip");

function hint({ x, y }, ...content) {
  tooltip.replaceChildren(...content);
  tooltip.hidden = false;
  const room = tooltip.parentElement.getBoundingClientRect();
  tooltip.style.left = `${Math.min(x + 14, room.width - tooltip.offsetWidth - 8)}px`;
  tooltip.style.top = `${Math.min(y + 14, room.height - tooltip.offsetHeight - 8)}px`;
}

network.on("hoverNode", ({ node, pointer }) => {
  hint(pointer.DOM, element("strong", {}, isolated(entities[node].name)), ...summary(node));
});
network.on("hoverEdge", ({ edge, pointer }) => {
  const { from, to, words, claims: told } = data.edges[edge];
  if (!told.length) return;
  const title = [
    isolated(entities[from].name.slice(0, NAME)),
    ` ─${words}→ `,
    isolated(entities[to].name.slice(0, NAME)),
  ];
  const quoted = evidence[claims[told[0]].evidence].runs.map(([text]) => text).join("");
  hint(
    pointer.DOM,
    element("strong", {}, ...title),
    element("div", { className: "meta clamped" }, isolated(quoted)),
  );
});
for (const event of ["blurNode", "blurEdge", "dragStart", "zoom"]) {
  network.on(event, () => {
    tooltip.hidden = true;
  });
}

/** Lines on an entity: its type, its other names, where it is found. */
function summary(number) {
  const { type, kind, code, aliases = [], articles: found, mentions, time, date, source } = entities[number];
  const { zh, en } = data.terms[kind || type];
  const lines = [element("div", { className: "meta" }, icon(type), ` ${zh} `, english(en))];
  if (code) lines.push(line("区划代码：", code));
  if (aliases.length) lines.push(line("又称：", aliases.join("、")));
  if (found) lines.push(line(`见于 ${found.length} 篇文章，提及 ${mentions} 次`));
  if (time || date || source) lines.push(line([time, date, source].filter(Boolean).join(" · ")));
  lines.forEach((made) => made.classList.add("clamped"));
  return lines;
}

/* Panel */

const panel = document.getElementById("panel");

function show() {
  const content =
    chosen === null
      ? overview()
      : [close(), ...(chosen.edge === undefined ? aboutNode(chosen.node) : aboutEdge(chosen.edge))];
  panel.replaceChildren(...content);
  panel.scrollTop = 0;
}

function close() {
  const made = button("close", () => choose(null), "×");
  made.title = "返回总览 Overview (Esc)";
  made.setAttribute("aria-label", "返回总览 Overview");
  return made;
}

function overview() {
  const figure = (count, zh, en) =>
    element("div", {}, element("b", { textContent: count.toLocaleString("en") }), `${zh} `, english(en));
  return [
    element("h1", { textContent: "报道知识图谱" }),
    line("点选节点或连线，查看事实与原文依据。"),
    element(
      "p",
      { className: "meta", lang: "en" },
      "Choose a node or an edge to read its facts and their evidence.",
    ),
    element(
      "div",
      { className: "figures" },
      figure(articles.length, "文章", "articles"),
      figure(entities.length - articles.length, "实体", "entities"),
      figure(claims.length, "事实", "claims"),
    ),
    ...articleList(articles),
  ];
}

const articleList = (numbers) => [heading("文章", "Articles", numbers.length), list(numbers, articleRow)];

function articleRow(number) {
  const { name, date = "" } = entities[number];
  const title = element("span", {}, isolated(name));
  const choice = () => choose({ node: number }, { near: true });
  return button("row", choice, icon("Article"), title, element("small", { textContent: date }));
}

function aboutNode(number) {
  const told = claimsOf[number];
  const made = [
    element("h2", {}, isolated(entities[number].name)),
    ...summary(number),
    ...factGroups(told, number),
  ];
  if (!isArticle(number)) return [...made, ...articleList(entities[number].articles)];
  const ends = new Set(told.flatMap((claim) => [claims[claim].subject, claims[claim].object]));
  const others = entities[number].entities.filter((one) => !ends.has(one));
  if (others.length) made.push(heading("另提及", "Also mentions", others.length), list(others, entityButton));
  return made;
}

function aboutEdge(number) {
  const { from, to, claims: told } = data.edges[number];
  return [element("h2", {}, entityButton(from), " → ", entityButton(to)), ...factGroups(told, from)];
}

function heading(zh, en, count) {
  return element(
    "h3",
    {},
    `${zh} `,
    english(en),
    element("span", { className: "count", textContent: count }),
  );
}

/** Claims as seen from a node: those that go out from it, those that come in; of an article, all others. */
function factGroups(numbers, from) {
  const side = ({ subject, object }) => (subject === from ? "→" : object === from ? "←" : "");
  const rank = ([number]) =>
    data.relations.indexOf(claims[number].predicate) + ("→←".indexOf(side(claims[number])) + 1) * 1000;
  const groups = groupBy(numbers, (number) => `${side(claims[number])}${claims[number].predicate}`);
  return [...groups.values()]
    .sort((a, b) => rank(a) - rank(b))
    .flatMap((group) => factGroup(group, from, side));
}

function factGroup(numbers, from, side) {
  const first = claims[numbers[0]];
  const { zh, en } = data.terms[first.predicate];
  const around = { "→": (words) => `${words} →`, "←": (words) => `← ${words}`, "": (words) => words }[
    side(first)
  ];
  const facts = [
    ...groupBy(numbers, (number) => `${claims[number].subject} ${claims[number].object}`).values(),
  ];
  const open = facts.length <= OPEN_FACTS;
  return [heading(around(zh), around(en), facts.length), list(facts, (fact) => factItem(fact, from, open))];
}

/** One fact: the other end (of an article's fact both), the titles, and the evidence of each article. */
function factItem(numbers, from, open) {
  const { subject, object } = claims[numbers[0]];
  const ends = subject === from ? [object] : object === from ? [subject] : [subject, object];
  const titles = new Set(
    numbers.map((number) => claims[number].title || claims[number].role).filter(Boolean),
  );
  const row = element(
    "div",
    { className: "ends" },
    ...ends.flatMap((end, index) => (index ? ["→", entityButton(end)] : [entityButton(end)])),
  );
  row.append(...[...titles].map((title) => element("span", { className: "title" }, isolated(title))));
  const told = numbers.map((number) => claims[number]);
  const quotes = [...groupBy(told, (claim) => claim.evidence)].map(([place, resting]) =>
    quote(place, resting),
  );
  const folded = () =>
    element("details", {}, element("summary", { textContent: "依据 Evidence" }), ...quotes);
  return element("div", { className: "fact" }, row, ...(open ? quotes : [folded()]));
}

/** A piece of evidence, its mentions marked, with the claims that rest on it. */
function quote(place, resting) {
  const { article, runs } = evidence[place];
  const { name, date } = entities[article];
  const ends = new Set(resting.flatMap(({ subject, object }) => [subject, object]));
  const text = runs.map(([words, number]) =>
    number === null ? words : mention(words, number, ends.has(number)),
  );
  const sureness = resting.map(({ confidence, rule }) => `置信度 ${Math.round(confidence * 100)}% · ${rule}`);
  const source = element("figcaption", {}, isolated(`《${name.slice(0, NAME)}》`), date ? ` ${date}` : null);
  source.append(element("br"), [...new Set(sureness)].join("；"));
  return element(
    "figure",
    { className: "evidence" },
    text.length ? element("blockquote", {}, ...text) : null,
    source,
  );
}

function mention(words, number, isEnd) {
  const { type, name } = entities[number];
  const made = element("mark", {
    className: `${type}${isEnd ? " end" : ""}`,
    textContent: words,
    title: name.slice(0, NAME),
  });
  made.addEventListener("click", () => choose({ node: number }, { near: true }));
  return made;
}

function entityButton(number) {
  const { type, name, date } = entities[number];
  return button(
    "entity",
    () => choose({ node: number }, { near: true }),
    icon(type),
    element("span", {}, isolated(name)),
    date && !isArticle(number) ? element("small", { textContent: date }) : null,
  );
}

/** A list that shows its first rows, and the others on request. */
function list(items, build) {
  const made = element("ul", { className: "list" });
  const extend = (start) => {
    const end = start + ROWS;
    made.append(...items.slice(start, end).map((item) => element("li", {}, build(item))));
    if (end >= items.length) return;
    const more = element(
      "li",
      {},
      button("more", () => (more.remove(), extend(end)), `更多 More (${items.length - end})`),
    );
    made.append(more);
  };
  extend(0);
  return made;
}

/* Legend, which is also the filter */

const legend = document.getElementById("legend");

function drawLegend() {
  legend.replaceChildren(...data.types.map(legendEntry));
}

function legendEntry(type) {
  const { zh, en } = data.terms[type];
  const ofArticles = type === "Article";
  const known = data.nodes.filter((node) => node.group === type && (ofArticles || node.layer <= depth));
  const made = button("", () => toggle(type), icon(type), `${zh} `, english(`${en} ${known.length}`));
  made.dataset.type = type;
  made.title = ofArticles
    ? "显示文章、作者与仅被提及者 Show articles, their authors and what they only mention"
    : "显示或隐藏 Show or hide";
  made.setAttribute("aria-pressed", ofArticles ? depth === 1 : !hiddenTypes.has(type));
  return made;
}

function toggle(type) {
  if (type === "Article") depth = 1 - depth;
  else if (!hiddenTypes.delete(type)) hiddenTypes.add(type);
  refilter();
  legend.querySelector(`[data-type="${type}"]`).focus();
  if (type === "Article") fit();
}

/* Search */

const search = document.getElementById("search");
const suggestions = document.getElementById("suggestions");
let found = []; // what is suggested
let active = 0; // which of it Enter takes

const plain = (text) => text.normalize("NFKC").toLowerCase().replace(/\s+/g, "");
const forms = entities.map(({ name, aliases = [] }) =>
  [name, ...aliases].map((text) => ({ text, plain: plain(text) })),
);

/** Entities with a name or alias that holds the words: equal ones first, then beginnings, then the best linked. */
function find(words) {
  const wanted = plain(words);
  if (!wanted) return [];
  const rank = (form) =>
    form.plain === wanted ? 0 : form.plain.startsWith(wanted) ? 1 : form.plain.includes(wanted) ? 2 : 3;
  return forms
    .map((known, number) => {
      const ranks = known.map(rank);
      const best = Math.min(...ranks);
      return { number, rank: best, form: known[ranks.indexOf(best)].text, links: edgesOf[number].length };
    })
    .filter((one) => one.rank < 3)
    .sort((a, b) => a.rank - b.rank || b.links - a.links || a.number - b.number)
    .slice(0, SUGGESTIONS);
}

function suggest() {
  found = find(search.value);
  const none = search.value.trim()
    ? [element("li", { className: "suggestion", textContent: "没有找到 Nothing found" })]
    : [];
  suggestions.replaceChildren(...(found.length ? found.map(suggestion) : none));
  suggestions.hidden = !suggestions.children.length;
  search.setAttribute("aria-expanded", !suggestions.hidden);
  activate(0);
}

function suggestion({ number, form }, index) {
  const { name, type } = entities[number];
  const alias = form === name ? null : element("small", {}, isolated(form.slice(0, 20)));
  const made = element(
    "li",
    { className: "suggestion", id: `suggestion-${index}` },
    icon(type),
    element("span", {}, isolated(name)),
    alias,
  );
  made.setAttribute("role", "option");
  made.addEventListener("mousedown", (event) => event.preventDefault()); // keeps the focus in the box
  made.addEventListener("click", () => take(number));
  return made;
}

function activate(index) {
  active = index;
  [...suggestions.children].forEach((option, place) => option.setAttribute("aria-selected", place === index));
  search.setAttribute("aria-activedescendant", found.length ? `suggestion-${index}` : "");
  if (found.length) suggestions.children[index].scrollIntoView({ block: "nearest" });
}

function fold() {
  suggestions.hidden = true;
  search.setAttribute("aria-expanded", false);
}

function take(number) {
  search.value = "";
  fold();
  choose({ node: number }, { near: true });
}

function onSearchKey(event) {
  const open = !suggestions.hidden;
  if (event.key === "Escape" && open) fold();
  else if (event.key === "Enter" && open && found.length) take(found[active].number);
  else if (event.key === "ArrowDown" && open && found.length) activate((active + 1) % found.length);
  else if (event.key === "ArrowUp" && open && found.length)
    activate((active + found.length - 1) % found.length);
  else return;
  event.preventDefault();
  event.stopPropagation();
}

search.addEventListener("input", suggest);
search.addEventListener("focus", suggest);
search.addEventListener("blur", fold);
search.addEventListener("keydown", onSearchKey);

/* Keys and buttons */

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") choose(null);
  else if (event.key === "/" && document.activeElement !== search) {
    search.focus();
    event.preventDefault();
  }
});

const zoomBy = (factor) => network.moveTo({ scale: network.getScale() * factor, animation });
document.getElementById("zoom-in").addEventListener("click", () => zoomBy(1.4));
document.getElementById("zoom-out").addEventListener("click", () => zoomBy(1 / 1.4));
document.getElementById("fit").addEventListener("click", fit);
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", paint);

drawLegend();
show();
network.fit({ maxZoomLevel: 1.3 });

"use strict";

// The page's data block is described in facts.py and drawing.py. Every name and text in it
// is shown as text: nothing here parses HTML.

const data = JSON.parse(document.getElementById("data").textContent);
const { entities, claims, evidence } = data;

const LABELLED_EDGES = 160; // with more edges in sight, only those of what is chosen carry words
const SUGGESTIONS = 12;
const ROWS = 60; // of a list, before "more"
const OPEN_FACTS = 12; // a group with more facts is folded
const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
const animation = calm ? false : { duration: 350, easingFunction: "easeInOutQuad" };

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
const drawnBefore = data.nodes.some((node) => node.layer === 0);

/* Small builders of elements */

function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children.filter((child) => child !== null));
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

/* Picture */

const css = getComputedStyle(document.documentElement);
const colour = (name) => css.getPropertyValue(`--${name}`).trim();

const nodes = new vis.DataSet(data.nodes);
const edges = new vis.DataSet(data.edges);
const hiddenTypes = new Set();
let depth = drawnBefore ? 0 : 1; // the deepest layer in sight
let chosen = null; // {node} or {edge}, or null

const inSight = (node) => node.layer <= depth && !hiddenTypes.has(node.group);
const sight = new vis.DataView(nodes, { filter: inSight });
const network = new vis.Network(document.getElementById("canvas"), { nodes: sight, edges }, data.options);

/** The numbers of the nodes and edges to be seen clearly; null: all. */
function lit() {
  if (chosen === null) return null;
  if (chosen.edge !== undefined) {
    const edge = data.edges[chosen.edge];
    return { nodes: new Set([edge.from, edge.to]), edges: new Set([edge.id]) };
  }
  const around = { nodes: new Set([chosen.node]), edges: new Set() };
  const told = isArticle(chosen.node) ? new Set(claimsOf[chosen.node]) : null;
  const near = told ? data.edges.filter((edge) => edge.claims.some((claim) => told.has(claim))) : edgesOf[chosen.node];
  for (const edge of near.concat(edgesOf[chosen.node])) {
    around.edges.add(edge.id);
    around.nodes.add(edge.from).add(edge.to);
  }
  if (told) entities[chosen.node].entities.forEach((number) => around.nodes.add(number));
  return around;
}

/** Give every node and edge the look that the choice and the theme ask for. */
function paint() {
  const clear = lit();
  const [ink, soft, paper, edge, faint, faintInk, accent] =
    ["ink", "soft", "paper", "edge", "faint", "faint-ink", "accent"].map(colour);
  const types = Object.fromEntries(data.types.map((type) => [type, colour(type)]));
  const face = css.getPropertyValue("--sans");
  nodes.update(
    data.nodes.map((node) => {
      const seen = !clear || clear.nodes.has(node.id);
      const fill = seen ? types[node.group] : faint;
      const ring = chosen && chosen.node === node.id ? ink : seen ? paper : faint;
      const font = { face, vadjust: -5, size: node.font.size, color: seen ? ink : faintInk, strokeWidth: 3, strokeColor: paper };
      return { id: node.id, color: { background: fill, border: ring, hover: { background: fill, border: ink } }, font };
    }),
  );
  const labelled = data.edges.length <= LABELLED_EDGES;
  edges.update(
    data.edges.map((line) => {
      const seen = !clear || clear.edges.has(line.id);
      const strong = clear && seen;
      return {
        id: line.id,
        label: strong ? line.words : seen && labelled ? line.label : undefined,
        color: { color: strong ? accent : seen ? edge : faint, hover: accent, inherit: false },
        width: strong ? 1.8 : 1,
        font: { face, size: 11, color: strong ? ink : soft, strokeWidth: 3, strokeColor: paper, align: "middle" },
      };
    }),
  );
}

function fit() {
  network.fit({ animation, maxZoomLevel: 1.3 });
}

/* Choosing */

function choose(choice, { look = false } = {}) {
  chosen = choice;
  tooltip.hidden = true;
  if (choice && choice.node !== undefined) reveal(choice.node);
  paint();
  if (chosen === null) network.unselectAll();
  if (look && choice && sight.get(choice.node)) {
    network.focus(choice.node, { scale: Math.max(network.getScale(), 1), animation });
  }
  show(chosen);
}

/** Bring a node into sight, whatever filter hides it. */
function reveal(number) {
  const node = data.nodes[number];
  if (inSight(node) || isArticle(number)) return;
  hiddenTypes.delete(node.group);
  depth = Math.max(depth, node.layer);
  refilter();
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

function hint(content, { x, y }) {
  tooltip.replaceChildren(...content);
  tooltip.hidden = false;
  const room = tooltip.parentElement.getBoundingClientRect();
  tooltip.style.left = `${Math.min(x + 14, room.width - tooltip.offsetWidth - 8)}px`;
  tooltip.style.top = `${Math.min(y + 14, room.height - tooltip.offsetHeight - 8)}px`;
}

network.on("hoverNode", ({ node, pointer }) => {
  const entity = entities[node];
  hint([element("strong", {}, isolated(entity.name)), ...summary(node)], pointer.DOM);
});
network.on("hoverEdge", ({ edge, pointer }) => {
  const { from, to, words } = data.edges[edge];
  if (!words) return;
  const ends = [isolated(entities[from].name), ` —${words}→ `, isolated(entities[to].name)];
  hint([element("strong", {}, ...ends)], pointer.DOM);
});
for (const event of ["blurNode", "blurEdge", "dragStart", "zoom"]) network.on(event, () => (tooltip.hidden = true));

/** Lines on an entity: type, aliases, articles. */
function summary(number) {
  const entity = entities[number];
  const { zh, en } = data.terms[entity.kind || entity.type];
  const lines = [element("div", { className: "meta" }, icon(entity.type), ` ${zh} `, english(en))];
  if (entity.code) lines.push(line("区划代码 Code：", entity.code));
  if (entity.aliases && entity.aliases.length) lines.push(line("又称 Also：", entity.aliases.join("、")));
  if (entity.articles) lines.push(line(`见于 ${entity.articles.length} 篇报道 · 提及 ${entity.mentions} 次`));
  if (isArticle(number)) lines.push(line([entity.date, entity.source].filter(Boolean).join(" · ")));
  return lines;
}

const line = (...parts) => element("div", { className: "meta" }, ...parts.map(isolated));

/* Panel */

const panel = document.getElementById("panel");

function show(choice) {
  const content = choice === null ? overview() : choice.edge !== undefined ? aboutEdge(choice.edge) : aboutNode(choice.node);
  panel.replaceChildren(...content);
  panel.scrollTop = 0;
}

function overview() {
  const articles = entities.map((_, number) => number).filter(isArticle);
  const figure = (count, zh, en) => element("div", {}, element("b", { textContent: count.toLocaleString() }), `${zh} `, english(en));
  return [
    element("h1", { textContent: "报道知识图谱" }),
    element("p", { className: "meta", textContent: "点选节点或连线，查看事实与原文依据。" }),
    element("p", { className: "meta", lang: "en", textContent: "Choose a node or an edge to read its facts and their evidence." }),
    element(
      "div",
      { className: "figures" },
      figure(articles.length, "报道", "articles"),
      figure(entities.length - articles.length, "实体", "entities"),
      figure(claims.length, "事实", "claims"),
    ),
    heading("报道", "Articles", articles.length),
    list(articles, row),
  ];
}

function row(number) {
  const made = element("button", { type: "button", className: "row" }, icon("Article"), element("span", {}, isolated(entities[number].name)));
  made.append(element("small", { textContent: entities[number].date || "" }));
  made.addEventListener("click", () => choose({ node: number }));
  return element("li", {}, made);
}

function aboutNode(number) {
  const entity = entities[number];
  const made = [close(), ...head(number), ...groups(claimsOf[number], number)];
  if (isArticle(number)) {
    const named = entity.entities.filter((one) => !claimsOf[number].some((claim) => [claims[claim].subject, claims[claim].object].includes(one)));
    if (named.length) made.push(heading("另提及", "Also mentions", named.length), list(named, (one) => element("li", {}, entityButton(one))));
  } else {
    made.push(heading("报道", "Articles", entity.articles.length), list(entity.articles, row));
  }
  return made;
}

function aboutEdge(id) {
  const { from, to, claims: told } = data.edges[id];
  return [close(), element("div", { className: "kicker" }, "关系 ", english("Relation")), ends(from, to), ...groups(told, from)];
}

const ends = (from, to) => element("h2", {}, entityButton(from), " → ", entityButton(to));

function head(number) {
  return [element("h2", {}, isolated(entities[number].name)), ...summary(number)];
}

function close() {
  const made = element("button", { type: "button", className: "close", title: "返回总览 Overview (Esc)", textContent: "×" });
  made.setAttribute("aria-label", "返回总览 Overview");
  made.addEventListener("click", () => choose(null));
  return made;
}

function heading(zh, en, count) {
  return element("h3", {}, `${zh} `, english(en), element("span", { className: "count", textContent: count }));
}

/** The claims as seen from a node, grouped by relation and direction. */
function groups(numbers, from) {
  const grouped = new Map();
  for (const number of numbers) {
    const { subject, object, predicate } = claims[number];
    const side = subject === from ? "→" : object === from ? "←" : "";
    const key = `${side} ${predicate}`;
    if (!grouped.has(key)) grouped.set(key, { side, predicate, facts: new Map() });
    const { facts } = grouped.get(key);
    const fact = `${subject} ${object}`;
    facts.set(fact, [...(facts.get(fact) || []), number]);
  }
  const order = data.relations;
  const rank = ({ side, predicate }) => order.indexOf(predicate) + (side === "←" ? order.length : 0);
  return [...grouped.values()]
    .sort((a, b) => rank(a) - rank(b))
    .flatMap((group) => group_(group, from));
}

function group_({ side, predicate, facts }, from) {
  const { zh, en } = data.terms[predicate];
  const open = facts.size <= OPEN_FACTS;
  const words = side === "←" ? [`← ${zh}`, `← ${en}`] : side === "→" ? [`${zh} →`, `${en} →`] : [zh, en];
  return [heading(...words, facts.size), list([...facts.values()], (numbers) => factItem(numbers, from, open))];
}

/** One fact: the other end, the titles, and each article's evidence. */
function factItem(numbers, from, open) {
  const { subject, object } = claims[numbers[0]];
  const titles = [...new Set(numbers.map((number) => claims[number].title || claims[number].role).filter(Boolean))];
  const others = subject === from ? [entityButton(object)] : object === from ? [entityButton(subject)] : [entityButton(subject), "→", entityButton(object)];
  const badges = titles.map((title) => element("span", { className: "title" }, isolated(title)));
  const proof = element("details", { open }, element("summary", { textContent: "依据 Evidence" }), ...quotes(numbers));
  return element("li", { className: "fact" }, element("div", { className: "ends" }, ...others, ...badges), proof);
}

/** Each piece of evidence once, with the claims that rest on it. */
function quotes(numbers) {
  const resting = new Map();
  for (const number of numbers) {
    const place = claims[number].evidence;
    resting.set(place, [...(resting.get(place) || []), claims[number]]);
  }
  return [...resting].map(([place, told]) => quote(place, told));
}

function quote(place, told) {
  const { article, runs } = evidence[place];
  const ends = new Set(told.flatMap(({ subject, object }) => [subject, object]));
  const text = runs.map(([words, number]) => {
    if (number === null) return words;
    const made = element("mark", { className: entities[number].type + (ends.has(number) ? " end" : ""), title: entities[number].name.slice(0, 200), textContent: words });
    made.addEventListener("click", () => choose({ node: number }, { look: true }));
    return made;
  });
  const sure = [...new Set(told.map(({ confidence, rule }) => `置信度 ${Math.round(confidence * 100)}% · ${rule}`))].join("；");
  const source = [isolated(`《${entities[article].name.slice(0, 200)}》`), entities[article].date ? ` ${entities[article].date}` : null];
  return element(
    "figure",
    { className: "evidence" },
    element("blockquote", {}, ...text),
    element("figcaption", {}, ...source, element("br"), sure),
  );
}

function entityButton(number) {
  const { type, name } = entities[number];
  const made = element("button", { type: "button", className: "entity" }, icon(type), element("span", {}, isolated(name)));
  made.addEventListener("click", () => choose({ node: number }, { look: true }));
  return made;
}

/** A list that shows its first rows, and the others on request. */
function list(items, build) {
  const made = element("ul", { className: "list" });
  const extend = (start) => {
    made.append(...items.slice(start, start + ROWS).map(build));
    if (items.length <= start + ROWS) return;
    const more = element("button", { type: "button", className: "more", textContent: `更多 More (${items.length - start - ROWS})` });
    more.addEventListener("click", () => {
      more.parentElement.remove();
      extend(start + ROWS);
    });
    made.append(element("li", {}, more));
  };
  extend(0);
  return made;
}

/* Legend, which is also the filter */

const legend = document.getElementById("legend");

function drawLegend() {
  legend.replaceChildren(...data.types.map((type) => {
    const { zh, en } = data.terms[type];
    const pressed = type === "Article" ? depth === 1 && !hiddenTypes.has(type) : !hiddenTypes.has(type);
    const count = data.nodes.filter((node) => node.group === type && node.layer <= Math.max(depth, type === "Article")).length;
    const made = element("button", { type: "button" }, icon(type), `${zh} `, english(`${en} ${count}`));
    made.setAttribute("aria-pressed", pressed);
    made.dataset.type = type;
    made.title = type === "Article" ? "显示报道、作者与仅被提及者 Show articles, authors and what is only mentioned" : "显示或隐藏 Show or hide";
    made.addEventListener("click", () => toggle(type));
    return made;
  }));
}

function toggle(type) {
  if (type === "Article") {
    hiddenTypes.delete(type);
    depth = 1 - depth;
  } else if (!hiddenTypes.delete(type)) hiddenTypes.add(type);
  refilter();
  legend.querySelector(`[data-type="${type}"]`).focus();
  if (type === "Article") fit();
}

/* Search */

const search = document.getElementById("search");
const suggestions = document.getElementById("suggestions");
let active = -1;

const folded = (text) => text.normalize("NFKC").toLowerCase().replace(/\s+/g, "");
const names = entities.map(({ name, aliases = [] }) => [name, ...aliases].map((text) => ({ text, folded: folded(text) })));

/** Entities whose name or alias holds the words: the whole name first, then its beginning, then the best linked. */
function find(words) {
  const wanted = folded(words);
  if (!wanted) return [];
  const found = [];
  names.forEach((forms, number) => {
    const ranks = forms.map((form) => (form.folded === wanted ? 0 : form.folded.startsWith(wanted) ? 1 : form.folded.includes(wanted) ? 2 : 3));
    const rank = Math.min(...ranks);
    if (rank < 3) found.push({ number, rank, form: forms[ranks.indexOf(rank)].text, links: edgesOf[number].length });
  });
  return found.sort((a, b) => a.rank - b.rank || b.links - a.links || a.number - b.number).slice(0, SUGGESTIONS);
}

function suggest() {
  const found = find(search.value);
  active = found.length ? 0 : -1;
  suggestions.replaceChildren(...found.map(({ number, form }, index) => {
    const { name, type } = entities[number];
    const other = form === name ? null : element("small", {}, isolated(form.slice(0, 20)));
    const made = element("li", { className: "suggestion", id: `suggestion-${index}` }, icon(type), element("span", {}, isolated(name)), other);
    made.setAttribute("role", "option");
    made.dataset.number = number;
    made.addEventListener("mousedown", (event) => event.preventDefault());
    made.addEventListener("click", () => take(number));
    return made;
  }));
  if (search.value.trim() && !found.length) {
    suggestions.append(element("li", { className: "suggestion", textContent: "没有找到 Nothing found" }));
  }
  suggestions.hidden = !suggestions.children.length;
  search.setAttribute("aria-expanded", !suggestions.hidden);
  mark();
}

function mark() {
  [...suggestions.children].forEach((option, index) => option.setAttribute("aria-selected", index === active));
  if (active >= 0) {
    search.setAttribute("aria-activedescendant", `suggestion-${active}`);
    suggestions.children[active].scrollIntoView({ block: "nearest" });
  } else search.removeAttribute("aria-activedescendant");
}

function fold() {
  suggestions.hidden = true;
  search.setAttribute("aria-expanded", false);
}

function take(number) {
  search.value = "";
  fold();
  choose({ node: number }, { look: true });
}

search.addEventListener("input", suggest);
search.addEventListener("focus", suggest);
search.addEventListener("blur", fold);
search.addEventListener("keydown", (event) => {
  const count = suggestions.hidden ? 0 : suggestions.querySelectorAll("[data-number]").length;
  if (event.key === "Enter" && count) take(Number(suggestions.children[active].dataset.number));
  else if (event.key === "Escape") fold();
  else if ((event.key === "ArrowDown" || event.key === "ArrowUp") && count) {
    active = (active + (event.key === "ArrowDown" ? 1 : count - 1)) % count;
    mark();
    event.preventDefault();
  } else return;
  event.stopPropagation();
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") choose(null);
  else if (event.key === "/" && document.activeElement !== search) {
    search.focus();
    event.preventDefault();
  }
});

/* Zoom */

const zoomBy = (factor) => network.moveTo({ scale: network.getScale() * factor, animation });
document.getElementById("zoom-in").addEventListener("click", () => zoomBy(1.4));
document.getElementById("zoom-out").addEventListener("click", () => zoomBy(1 / 1.4));
document.getElementById("fit").addEventListener("click", fit);

matchMedia("(prefers-color-scheme: dark)").addEventListener("change", paint);

paint();
drawLegend();
show(null);
network.fit({ maxZoomLevel: 1.3 });

// The panel beside the picture: what is chosen, or an overview.

const panel = document.getElementById("panel");
const TOP = 8; // of the overview's lists of communities and of the best linked

/** Show what is chosen; where that is shown already, nothing moves, and the focus stays on its button. */
function showPanel() {
  const { at, link: ends, path, around, steps, pinned, expanded } = state;
  const chosen = JSON.stringify([at, ends, path]);
  const done = [language, around, steps, pinned[at], expanded.includes(at), path && filterKey()];
  const key = chosen + JSON.stringify(done);
  if (showPanel.key === key) return;
  const focused = panel.contains(document.activeElement) && document.activeElement.dataset.action;
  panel.replaceChildren(...panelContent());
  if (showPanel.chosen !== chosen) panel.scrollTop = 0;
  else if (focused) panel.querySelector(`[data-action="${focused}"]`)?.focus();
  Object.assign(showPanel, { key, chosen });
}

function panelContent() {
  if (state.path) return [backToOverview(), ...aboutPath(...state.path)];
  if (state.link) return [backToOverview(), ...aboutLink(...state.link)];
  if (state.at !== null) return [backToOverview(), ...aboutNode(state.at)];
  return overview();
}

function backToOverview() {
  const made = button("close", () => go(NOTHING), "×");
  made.title = `${say("overview")} (Esc)`;
  made.setAttribute("aria-label", say("overview"));
  return made;
}

/* Overview */

function overview() {
  const figure = (number, word) =>
    element("div", {}, element("b", { textContent: number.toLocaleString("en") }), say(word));
  const central = all.filter(onMap).sort(byDegree).slice(0, TOP);
  const large = membersOf.filter((members) => members.length >= LARGE);
  return [
    element("h2", { textContent: say("title") }),
    meta(say("intro")),
    element(
      "div",
      { className: "figures" },
      figure(articles.length, "articles"),
      figure(count - articles.length, "entities"),
      figure(claims.count, "claims"),
    ),
    ...(large.length > 1 ? communityList(large) : []),
    ...(central.length
      ? [heading(say("central")), list(central, (node) => row(node, neighbours[node]))]
      : []),
    ...articleList(articles),
  ];
}

function communityList(large) {
  const build = (members) => {
    const title = members
      .slice(0, 3)
      .map((node) => short(names[node]))
      .join("、");
    const look = () => {
      go({ ...NOTHING, around: null });
      frame(members.map(placeOf));
    };
    return button(
      "row",
      look,
      element("span", {}, isolated(title)),
      element("small", { textContent: say("members", members.length) }),
    );
  };
  const made = list(large.slice(0, TOP), build);
  const rest = button("more", () => made.replaceWith(list(large, build)), say("more", large.length - TOP));
  if (large.length > TOP) made.append(element("li", {}, rest));
  return [heading(say("communities"), large.length), made];
}

const articleList = (found) => [
  heading(say("articles"), found.length),
  list(found, (article) => row(article, known("date", article) || "")),
];

function row(node, told) {
  const made = nodeLink(node, "row");
  made.append(element("small", { textContent: told }));
  return made;
}

/* A node */

function aboutNode(node) {
  const made = [nodeTitle(node), ...summary(node), actions(node)];
  if (isArticle(node)) return [...made, ...factGroups(claimsOf[node], node), ...alsoMentioned(node)];
  const groups = factGroups(claimsOf[node], node);
  const posts = claimsOf[node].some(
    (claim) => claims.relation[claim] === POST && claims.subject[claim] === node,
  );
  const first = posts ? groups.splice(0, 2) : []; // the heading and its list
  return [...made, ...first, ...timeline(node), ...groups, ...articleList(articlesOf[node])];
}

/** The whole name, which scrolls where it is beyond all measure. */
function nodeTitle(node) {
  const made = element("h2", {}, isolated(names[node] || say("unnamed")));
  if (names[node].length > NAME) Object.assign(made, { className: "long", tabIndex: 0 });
  return made;
}

function alsoMentioned(article) {
  const ends = new Set(claimsOf[article].flatMap((claim) => [claims.subject[claim], claims.object[claim]]));
  const others = known("mentioned", article).filter((node) => !ends.has(node));
  return others.length
    ? [heading(say("alsoMentions"), others.length), list(others, (node) => nodeLink(node))]
    : [];
}

/** What can be done with a node. */
function actions(node) {
  const made = element("div", { className: "actions" });
  made.setAttribute("role", "group");
  made.setAttribute("aria-label", say("actions"));
  if (isArticle(node)) made.append(button("action main", () => readAt(node, null), say("read")));
  made.append(reach(node));
  const press = (word, action, pressed) => {
    const one = button("action", action, say(word));
    one.dataset.action = word;
    if (pressed !== undefined) one.setAttribute("aria-pressed", pressed);
    made.append(one);
  };
  press("expand", () => expand(node), state.expanded.includes(node));
  press("pin", () => togglePin(node), node in state.pinned);
  press("hide", () => go({ ...NOTHING, hidden: [...state.hidden, node] }));
  press("pathFrom", () => {
    waiting = node;
    render();
  });
  return made;
}

/** How much of what lies around a node is shown: 1 to 3 steps, or everything. */
function reach(node) {
  const made = element("span", { className: "reach" });
  made.setAttribute("role", "group");
  made.setAttribute("aria-label", say("range"));
  for (const steps of [null, 1, 2, 3]) {
    const one = button(
      "",
      () => showAround(steps === null ? null : node, steps || 1),
      steps === null ? say("all") : String(steps),
    );
    if (steps !== null) one.setAttribute("aria-label", say("steps", steps));
    const pressed = steps === null ? state.around === null : state.around === node && state.steps === steps;
    one.setAttribute("aria-pressed", pressed);
    one.dataset.action = `steps ${steps}`;
    made.append(one);
  }
  return made;
}

function showAround(node, steps) {
  go({ around: node, steps, expanded: [], path: null, ...layerOf(node) });
}

/** What shows the layer of the articles, if a node has its links there alone. */
const layerOf = (node) => (node === null || onMap(node) ? {} : { articles: true });

/** The events that a node has to do with, by their days; those without one by the day of the report. */
function timeline(node) {
  if (typeOf[node] === EVENT) return [];
  const events = new Map();
  for (const claim of claimsOf[node])
    for (const end of [claims.subject[claim], claims.object[claim]])
      if (typeOf[end] === EVENT && daysOf(claim)[0])
        events.set(end, { event: end, day: daysOf(claim)[0], own: eventDays(end) });
  const found = [...events.values()].sort((a, b) =>
    a.day < b.day ? -1 : a.day > b.day ? 1 : a.event - b.event,
  );
  if (!found.length) return [];
  const made = list(found, ({ event, day, own }) =>
    element(
      "div",
      { className: "moment" },
      element("small", {}, own || `${day} ${say("reported")}`),
      nodeLink(event),
    ),
  );
  made.classList.add("timeline");
  return [heading(say("timeline"), found.length), made];
}

/* A link */

function aboutLink(from, to) {
  const between = links.filter(
    (one) => one.kind !== MENTIONED && touches(one, from) && otherEnd(one, from) === to,
  );
  const shown = between.filter(({ kind }) => kind === CLAIMED || state.fold);
  const title = element("h2", { className: "ends" }, nodeLink(from), "→", nodeLink(to));
  return [title, ...factGroups([...new Set(shown.flatMap((one) => one.claims))], from)];
}

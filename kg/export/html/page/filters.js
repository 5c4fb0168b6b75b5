// Filters of claims: by relation, article, days and confidence; and what was hidden or pinned by hand.

const filters = document.getElementById("filters");
const filtersButton = document.getElementById("filters-button");

const ownFilters = {
  off: [],
  without: [],
  article: null,
  since: "",
  until: "",
  sure: 0,
  hidden: [],
  fold: false,
};

function toggleFilters(open = filters.hidden) {
  filters.hidden = !open;
  filtersButton.setAttribute("aria-expanded", open);
  showFilters();
  if (open) filters.querySelector("button, input").focus();
  else filtersButton.focus();
}
filtersButton.addEventListener("click", () => toggleFilters());

function showFilters() {
  const used = isNarrowed(state) || state.off.length || state.hidden.length;
  filtersButton.classList.toggle("used", Boolean(used));
  const key = `${filterKey()} ${language} ${JSON.stringify(state.pinned)}`;
  if (filters.hidden || showFilters.key === key || filters.contains(document.activeElement?.closest(".live")))
    return;
  showFilters.key = key;
  const focused = document.activeElement?.dataset?.filter;
  filters.replaceChildren(...filterContent());
  if (focused) filters.querySelector(`[data-filter="${CSS.escape(focused)}"]`)?.focus();
}

function filterContent() {
  const shut = button("close", () => toggleFilters(false), "×");
  shut.setAttribute("aria-label", say("close"));
  return [
    shut,
    element("h2", { textContent: say("filters") }),
    fieldset("relation", ...relations.map(relationBox)),
    fieldset("period", dayBox("since"), dayBox("until")),
    fieldset("article", articleBox()),
    sureBox(),
    ...handList("hidden", state.hidden, (node) => go({ hidden: toggled(state.hidden, node) })),
    ...handList("pinned", Object.keys(state.pinned).map(Number), togglePin),
    button("action", () => go(ownFilters), say("reset")),
  ];
}

const fieldset = (word, ...children) =>
  element("fieldset", {}, element("legend", { textContent: say(word) }), ...children);

function relationBox(name, relation) {
  const box = element("input", { type: "checkbox", checked: !state.without.includes(name) });
  box.dataset.filter = name;
  box.addEventListener("change", () => go({ without: toggled(state.without, name) }));
  const number = claims.relation.reduce((sum, one) => sum + (one === relation), 0);
  const stroke = element("i", { className: `stroke stroke-${relation % STROKES}` });
  return element(
    "label",
    { className: "box" },
    box,
    stroke,
    element("span", {}, term(name)),
    element("small", { textContent: number }),
  );
}

function dayBox(name) {
  const box = element("input", { type: "date", value: state[name] });
  box.dataset.filter = name;
  box.addEventListener("change", () => go({ [name]: box.value }));
  return element("label", { className: "day" }, say(name), box);
}

/** The article is found by words of its headline: a list of thousands would be no use. */
function articleBox() {
  const box = element("input", { type: "search", autocomplete: "off", placeholder: say("anyArticle") });
  const offered = element("datalist", { id: "headlines" });
  const headline = (article) => `${known("date", article) || ""} ${names[article].slice(0, 60)}`.trim();
  const offer = () => {
    const wanted = plain(box.value);
    const fitting = articles
      .filter((article) => plain(headline(article)).includes(wanted))
      .slice(0, SUGGESTIONS);
    offered.replaceChildren(...fitting.map((article) => element("option", { value: headline(article) })));
  };
  box.value = state.article === null ? "" : headline(state.article);
  box.setAttribute("list", offered.id);
  box.setAttribute("aria-label", say("article"));
  box.dataset.filter = "article";
  box.addEventListener("input", offer);
  box.addEventListener("change", () => {
    const wanted = plain(box.value);
    const article = wanted ? articles.find((one) => plain(headline(one)).includes(wanted)) : undefined;
    go({ article: article ?? null });
    fit();
  });
  return element("div", {}, box, offered);
}

function sureBox() {
  const words = element("legend", { textContent: say("sure", state.sure) });
  const box = element("input", { type: "range", min: 0, max: 100, step: 5, value: state.sure });
  box.setAttribute("aria-label", say("confidence"));
  box.dataset.filter = "sure";
  box.addEventListener("input", () => {
    words.textContent = say("sure", box.value);
    go({ sure: Number(box.value) }, { replace: true });
  });
  return element("fieldset", { className: "live" }, words, box);
}

/** What the reader hid or pinned, to be let go one by one. */
function handList(word, found, letGo) {
  if (!found.length) return [];
  const build = (node) =>
    button("tag", () => letGo(node), icon(typeName(node)), isolated(names[node].slice(0, 30)), " ×");
  return [fieldset(word, ...found.map(build))];
}

/* The banner: what part of the graph is shown, or what the page waits for */

const banner = document.getElementById("banner");

function showBanner() {
  const name = (node) => short(names[node]).slice(0, 24);
  let told = null;
  if (waiting !== null) told = [say("pickEnd", name(waiting)), stopWaiting];
  else if (state.path) told = [`${say("path")}: ${state.path.map(name).join(" – ")}`, () => go(NOTHING)];
  else if (state.around !== null)
    told = [say("around", name(state.around), state.steps), () => go({ around: null, expanded: [] })];
  banner.hidden = !told;
  if (!told) return banner.replaceChildren();
  return banner.replaceChildren(
    isolated(told[0]),
    button("action", told[1], say(waiting === null ? "whole" : "close")),
  );
}

function stopWaiting() {
  waiting = null;
  render();
}

// Filters of claims: by relation, article, days and confidence; and what was hidden or pinned by hand.

/** @import { Child } from "../dom/elements.js" */
/** @import { Word } from "../state/words.js" */

import { togglePin, unhideNode } from "../actions/exploring.js";
import { keepArticle, resetFilters, toggleRelation } from "../actions/filtering.js";
import { claims, relations } from "../data/claims.js";
import { names, typeName } from "../data/nodes.js";
import { button, element, icon, isolated, setAttributes } from "../dom/elements.js";
import { findElement } from "../dom/find.js";
import { filterKey, isNarrowed } from "../state/filtering.js";
import { language, say, term } from "../state/language.js";
import { changeState, state } from "../state/state.js";
import { articleBox } from "./article-box.js";
import { strokeClass } from "./strokes.js";

const filters = findElement("filters");
const opener = findElement("filters-button");

let shown = "";

export const areFiltersOpen = () => !filters.hidden;

export function toggleFilters() {
  filters.hidden = !filters.hidden;
  setAttributes(opener, { "aria-expanded": areFiltersOpen() });
  showFilters();
  const first = areFiltersOpen() ? filters.querySelector("button, input") : opener;
  if (first instanceof HTMLElement) first.focus();
}

export function showFilters() {
  opener.classList.toggle("used", isNarrowed(state) || state.off.length + state.hidden.length > 0);
  const key = `${filterKey()} ${language()} ${JSON.stringify(state.pinned)}`;
  if (filters.hidden || shown === key || isDragged()) return;
  shown = key;
  const focused = document.activeElement;
  const filter = focused instanceof HTMLElement && focused.dataset.filter;
  filters.replaceChildren(...filterContent());
  if (filter) focusFilter(filter);
}

/** Whether the reader has a slider in hand, which must not be replaced. */
function isDragged() {
  return filters.contains(document.activeElement?.closest(".live") ?? null);
}

/** @param {string} filter */
function focusFilter(filter) {
  const found = filters.querySelector(`[data-filter="${CSS.escape(filter)}"]`);
  if (found instanceof HTMLElement) found.focus();
}

function filterContent() {
  const pinned = Object.keys(state.pinned).map(Number);
  return [
    setAttributes(button("close", toggleFilters, "×"), { "aria-label": say("close") }),
    element("h2", { textContent: say("filters") }),
    fieldset("relation", ...relations.map(relationBox)),
    fieldset("period", dayBox("since"), dayBox("until")),
    fieldset("article", articleBox(state.article, keepArticle)),
    surenessBox(),
    ...(state.hidden.length
      ? [fieldset("hidden", ...state.hidden.map((node) => tag(node, unhideNode)))]
      : []),
    ...(pinned.length ? [fieldset("pinned", ...pinned.map((node) => tag(node, togglePin)))] : []),
    button("action", resetFilters, say("reset")),
  ];
}

/**
 * @param {Word} word
 * @param {...Child} children
 */
const fieldset = (word, ...children) =>
  element("fieldset", {}, element("legend", { textContent: say(word) }), ...children);

/**
 * @param {string} name
 * @param {number} relation
 */
function relationBox(name, relation) {
  const box = element("input", { type: "checkbox", checked: !state.without.includes(name) });
  box.dataset.filter = name;
  box.addEventListener("change", () => toggleRelation(name));
  const number = claims.relation.reduce((sum, one) => sum + Number(one === relation), 0);
  return element(
    "label",
    { className: "box" },
    box,
    element("i", { className: `stroke ${strokeClass(relation)}` }),
    element("span", {}, term(name)),
    element("small", { textContent: String(number) }),
  );
}

/** @param {"since" | "until"} name */
function dayBox(name) {
  const box = element("input", { type: "date", value: state[name] });
  box.dataset.filter = name;
  box.addEventListener("change", () => changeState({ [name]: box.value }));
  return element("label", { className: "day" }, say(name), box);
}

function surenessBox() {
  const words = element("legend", { textContent: say("sure", state.sure) });
  const box = element("input", { type: "range", min: "0", max: "100", step: "5", value: String(state.sure) });
  box.dataset.filter = "sure";
  box.addEventListener("input", () => {
    words.textContent = say("sure", box.value);
    changeState({ sure: Number(box.value) }, { replace: true });
  });
  setAttributes(box, { "aria-label": say("confidence") });
  return element("fieldset", { className: "live" }, words, box);
}

/**
 * A node that was hidden or pinned, to be let go.
 *
 * @param {number} node
 * @param {(node: number) => void} letGo
 */
const tag = (node, letGo) =>
  button("tag", () => letGo(node), icon(typeName(node)), isolated(names[node].slice(0, 30)), " ×");

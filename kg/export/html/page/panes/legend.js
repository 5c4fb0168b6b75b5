// The legend, which is also the filter by type.

import { toggleFolding, toggleType } from "../actions/filtering.js";
import { ARTICLE, allNodes, EVENT, isOnMap, typeOf, types } from "../data/nodes.js";
import { button, element, icon, setAttributes } from "../dom/elements.js";
import { findElement } from "../dom/find.js";
import { filterKey } from "../state/filtering.js";
import { language, say, term } from "../state/language.js";
import { state } from "../state/state.js";

const legend = findElement("legend");

let shown = "";

export function showLegend() {
  const key = `${filterKey()} ${language()}`;
  if (shown === key) return;
  shown = key;
  const focused = document.activeElement;
  const type = focused instanceof HTMLElement && legend.contains(focused) && focused.dataset.type;
  const entries = [...types.map(typeEntry), foldEntry()];
  legend.replaceChildren(...entries);
  if (type) entries.find((entry) => entry.dataset.type === type)?.focus();
}

/**
 * @param {string} type
 * @param {number} index
 */
function typeEntry(type, index) {
  const isOfArticles = index === ARTICLE;
  const made = button(
    "",
    () => toggleType(type),
    icon(type),
    ` ${term(type)} `,
    element("small", { textContent: countOf(index).toLocaleString("en") }),
  );
  made.dataset.type = type;
  made.title = say(isOfArticles ? "toggleArticles" : "toggle");
  made.disabled = index === EVENT && state.fold;
  return setAttributes(made, { "aria-pressed": isOfArticles ? state.articles : !state.off.includes(type) });
}

/**
 * How many nodes of a type the layers hold that are shown.
 *
 * @param {number} type
 */
function countOf(type) {
  const areAllShown = type === ARTICLE || state.articles;
  return allNodes.filter((node) => typeOf[node] === type && (areAllShown || isOnMap(node))).length;
}

function foldEntry() {
  const made = button("fold", toggleFolding, icon("Fold"), ` ${say("fold")}`);
  made.dataset.type = "Fold";
  made.title = say("foldHint");
  return setAttributes(made, { "aria-pressed": state.fold });
}

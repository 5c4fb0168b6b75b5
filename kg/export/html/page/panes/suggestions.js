// The box for a search, and what it finds.

import { chooseNode } from "../actions/choosing.js";
import { eventDays } from "../data/days.js";
import { findNodes } from "../data/finding.js";
import { known, names, typeName } from "../data/nodes.js";
import { element, icon, isolated, setAttributes } from "../dom/elements.js";
import { findElement } from "../dom/find.js";
import { say, term } from "../state/language.js";

/** @typedef {ReturnType<typeof findNodes>[number]} Found */

export const searchBox = findElement("search", HTMLInputElement);
const suggestions = findElement("suggestions");

/** @type {Found[]} */
let found = [];
let active = 0; // which of them Enter takes

/** Show what the words in the box find. */
export function suggestNodes() {
  found = findNodes(searchBox.value);
  const isVain = !found.length && searchBox.value.trim() !== "";
  const shown = isVain ? [emptySuggestion()] : found.map(suggestion);
  suggestions.replaceChildren(...shown);
  suggestions.hidden = !shown.length;
  setAttributes(searchBox, { "aria-expanded": !suggestions.hidden });
  activate(0);
}

function emptySuggestion() {
  const made = element("li", { className: "suggestion", textContent: say("nothing") });
  return setAttributes(made, { role: "option", "aria-disabled": true });
}

/**
 * @param {Found} found
 * @param {number} index
 */
function suggestion({ node, form }, index) {
  const told = form === names[node] ? firstWord(node) : form.slice(0, 20);
  const made = element(
    "li",
    { className: "suggestion", id: `suggestion-${index}` },
    icon(typeName(node)),
    element("span", {}, isolated(names[node])),
    element("small", {}, isolated(told)),
  );
  made.addEventListener("mousedown", (event) => event.preventDefault()); // keeps the focus in the box
  made.addEventListener("click", () => takeSuggestion(node));
  return setAttributes(made, { role: "option" });
}

/**
 * What tells nodes of one name apart.
 *
 * @param {number} node
 */
const firstWord = (node) => known("date", node) || eventDays(node) || term(typeName(node));

/** @param {number} index */
function activate(index) {
  active = index;
  const options = [...suggestions.children];
  options.forEach((option, place) => {
    setAttributes(option, { "aria-selected": place === index && found.length > 0 });
  });
  if (found.length) {
    setAttributes(searchBox, { "aria-activedescendant": `suggestion-${index}` });
    options[index].scrollIntoView({ block: "nearest" });
  } else searchBox.removeAttribute("aria-activedescendant");
}

export const areSuggested = () => !suggestions.hidden && found.length > 0;
export const areSuggestionsOpen = () => !suggestions.hidden;

/** @param {1 | -1} step */
export const activateNext = (step) => activate((active + found.length + step) % found.length);

export const takeActive = () => takeSuggestion(found[active].node);

/** @param {number} node */
function takeSuggestion(node) {
  searchBox.value = "";
  foldSuggestions();
  chooseNode(node);
}

export function foldSuggestions() {
  suggestions.hidden = true;
  setAttributes(searchBox, { "aria-expanded": false });
  searchBox.removeAttribute("aria-activedescendant");
}

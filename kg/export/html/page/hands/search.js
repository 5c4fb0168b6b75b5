// The hands on the search box.

import {
  activateNext,
  areSuggested,
  areSuggestionsOpen,
  foldSuggestions,
  searchBox,
  suggestNodes,
  takeActive,
} from "../panes/suggestions.js";

export function followSearch() {
  searchBox.addEventListener("input", suggestNodes);
  searchBox.addEventListener("focus", suggestNodes);
  searchBox.addEventListener("blur", foldSuggestions);
  searchBox.addEventListener("keydown", onKey);
}

/** @param {KeyboardEvent} event */
function onKey(event) {
  if (event.key === "Escape" && areSuggestionsOpen()) foldSuggestions();
  else if (!areSuggested()) return;
  else if (event.key === "Enter" && !event.isComposing) takeActive();
  else if (event.key === "ArrowDown") activateNext(1);
  else if (event.key === "ArrowUp") activateNext(-1);
  else return;
  event.preventDefault();
  event.stopPropagation();
}

// The panel beside the picture: what is chosen, or an overview.

import { chooseNothing } from "../actions/choosing.js";
import { button, setAttributes } from "../dom/elements.js";
import { findElement } from "../dom/find.js";
import { filterKey } from "../state/filtering.js";
import { language, say } from "../state/language.js";
import { state } from "../state/state.js";
import { aboutLink } from "./about-link.js";
import { aboutNode } from "./about-node.js";
import { aboutPath } from "./about-path.js";
import { overview } from "./overview.js";

const panel = findElement("panel");

let shown = ""; // what is chosen, and all else that the panel shows of the state
let chosen = "";

/** Show what is chosen; where that is shown already, nothing moves, and the focus stays on its button. */
export function showPanel() {
  const { at, link, path } = state;
  const choice = JSON.stringify([at, link, path]);
  const key = choice + detailKey();
  if (key === shown) return;
  const focused = document.activeElement;
  const action = focused instanceof HTMLElement && panel.contains(focused) && focused.dataset.action;
  panel.replaceChildren(...panelContent());
  if (choice !== chosen) panel.scrollTop = 0;
  else if (action) focusAction(action);
  [shown, chosen] = [key, choice];
}

/** @param {string} action */
function focusAction(action) {
  const found = panel.querySelector(`[data-action="${action}"]`);
  if (found instanceof HTMLElement) found.focus();
}

export const focusPanel = () => panel.focus();

function detailKey() {
  const { at, path, around, steps, pinned, expanded } = state;
  const node = at === null ? [] : [pinned[at], expanded.includes(at)];
  return JSON.stringify([language(), around, steps, node, path && filterKey()]);
}

function panelContent() {
  if (state.path) return [closeButton(), ...aboutPath(...state.path)];
  if (state.link) return [closeButton(), ...aboutLink(...state.link)];
  if (state.at !== null) return [closeButton(), ...aboutNode(state.at)];
  return overview();
}

function closeButton() {
  const made = button("close", chooseNothing, "×");
  made.title = `${say("overview")} (Esc)`;
  return setAttributes(made, { "aria-label": say("overview") });
}

// The buttons above the picture and beside it.

import { togglePhysics } from "../actions/physics.js";
import { findElement } from "../dom/find.js";
import { fitPicture, zoomCamera } from "../drawing/camera.js";
import { toggleFilters } from "../panes/filters.js";
import { showHelp } from "../panes/help.js";
import { language } from "../state/language.js";
import { changeState, state } from "../state/state.js";

/** @type {Record<string, () => void>} */
const ON_CLICK = {
  back: () => history.back(),
  forward: () => history.forward(),
  language: () => changeState({ lang: language() === "zh" ? "en" : "zh" }, { replace: true }),
  theme: () => changeState({ theme: isDark() ? "light" : "dark" }, { replace: true }),
  "filters-button": toggleFilters,
  "help-button": showHelp,
  "zoom-in": () => zoomCamera(1.4),
  "zoom-out": () => zoomCamera(1 / 1.4),
  fit: fitPicture,
  physics: togglePhysics,
};

export function followButtons() {
  for (const [id, action] of Object.entries(ON_CLICK)) findElement(id).addEventListener("click", action);
}

function isDark() {
  return state.theme ? state.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
}

// Colours and type faces on the canvas: those of the style sheet, in its light or dark theme.

/** @import { Theme } from "../state/start.js" */

import { types } from "../data/nodes.js";

const root = document.documentElement;
const style = getComputedStyle(root);

const NAMES = /** @type {const} */ ([
  "ink",
  "soft",
  "paper",
  "edge",
  "faint",
  "faint-ink",
  "accent",
  "sans",
  "ground",
  "tie",
]);

/**
 * The colours of the present theme; `types` are those of the types of nodes.
 *
 * @type {Record<typeof NAMES[number], string> & { types: string[] }}
 */
export const paint = Object.assign(colours(), { types: types.map(property) });

/** @param {string} name of a custom property, without its dashes */
function property(name) {
  return style.getPropertyValue(`--${name}`).trim();
}

function colours() {
  return /** @type {Record<typeof NAMES[number], string>} */ (
    Object.fromEntries(NAMES.map((name) => [name, property(name)]))
  );
}

/** Read the colours of the present theme. */
export function mixPaint() {
  Object.assign(paint, colours(), { types: types.map(property) });
}

/**
 * Give the page a theme; null: that of the system.
 *
 * @param {Theme | null} theme
 */
export function wearTheme(theme) {
  if (root.dataset.theme === (theme ?? "")) return;
  root.dataset.theme = theme ?? "";
  mixPaint();
}

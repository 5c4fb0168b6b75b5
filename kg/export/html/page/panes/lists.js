// Headings and lists of the panel.

/** @import { Child } from "../dom/elements.js" */

import { button, element, isolated } from "../dom/elements.js";
import { say } from "../state/language.js";

const ROWS = 40; // of a list, before "more"

/**
 * @param {string} text
 * @param {number} [number] of what stands below it
 * @param {HTMLElement | null} mark
 */
export function heading(text, number, mark = null) {
  const counted =
    number === undefined ? null : element("span", { className: "count", textContent: String(number) });
  return element("h3", {}, mark, isolated(text), counted);
}

/**
 * A list that shows its first rows, and the others on request.
 *
 * @template Item
 * @param {Item[]} items
 * @param {(item: Item) => Child} build
 */
export function list(items, build) {
  const made = element("ul", { className: "list" });
  extendList(made, items, build, 0);
  return made;
}

/**
 * @template Item
 * @param {HTMLElement} made
 * @param {Item[]} items
 * @param {(item: Item) => Child} build
 * @param {number} start of the items that are not shown yet
 */
function extendList(made, items, build, start) {
  const end = start + ROWS;
  made.append(...items.slice(start, end).map((item) => element("li", {}, build(item))));
  if (end >= items.length) return;
  const more = element("li");
  const showMore = () => {
    more.remove();
    extendList(made, items, build, end);
    const next = made.children[end].querySelector("a, button");
    if (next instanceof HTMLElement) next.focus();
  };
  more.append(button("more", showMore, say("more", items.length - end)));
  made.append(more);
}

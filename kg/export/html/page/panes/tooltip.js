// What the pointer is on.

/** @import { Link } from "../data/links.js" */

import { names } from "../data/nodes.js";
import { quoteOf } from "../data/texts.js";
import { element, isolated, shorten } from "../dom/elements.js";
import { findElement } from "../dom/find.js";
import { linkWords } from "../state/wording.js";
import { summary } from "./summary.js";

const MARGIN = 8; // pixels
const ASIDE = 14;

const tooltip = findElement("tooltip");
const main = /** @type {HTMLElement} */ (tooltip.parentElement);

/**
 * @param {VisPoint} place on the canvas
 * @param {...Node} content
 */
function showTooltip({ x, y }, ...content) {
  tooltip.replaceChildren(...content);
  tooltip.hidden = false;
  const room = main.getBoundingClientRect();
  const [right, bottom] = [room.width - tooltip.offsetWidth, room.height - tooltip.offsetHeight];
  tooltip.style.left = `${Math.max(MARGIN, Math.min(x + ASIDE, right - MARGIN))}px`;
  tooltip.style.top = `${Math.max(MARGIN, Math.min(y + ASIDE, bottom - MARGIN))}px`;
}

/**
 * @param {VisPoint} place
 * @param {number} node
 */
export function showNodeTooltip(place, node) {
  showTooltip(place, element("strong", {}, isolated(shorten(names[node]))), ...summary(node));
}

/**
 * @param {VisPoint} place
 * @param {Link} link
 */
export function showLinkTooltip(place, link) {
  if (!link.claims.length) return;
  const title = element(
    "strong",
    {},
    isolated(shorten(names[link.from])),
    ` ─ ${shorten(linkWords(link))} → `,
    isolated(shorten(names[link.to])),
  );
  const quoted = element("div", { className: "meta clamped" }, isolated(quoteOf(link.claims[0])));
  showTooltip(place, title, quoted);
}

export function hideTooltip() {
  tooltip.hidden = true;
}

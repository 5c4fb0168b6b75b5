// What stands out in the picture, while the rest is faint.

/** @import { Link } from "../data/links.js" */

import { mentionedIn } from "../data/articles.js";
import { claims } from "../data/claims.js";
import { touches } from "../data/links.js";
import { isArticle } from "../data/nodes.js";
import { state } from "../state/state.js";

/** @typedef {{ nodes: Set<number>, links: Set<Link> }} Emphasis */

/**
 * What is to be seen clearly; null: everything.
 *
 * @param {Link[]} drawn
 * @returns {Emphasis | null}
 */
export function findEmphasis(drawn) {
  const { at, link, path, around } = state;
  if (path || (around !== null && around === at)) return null;
  if (link) return emphasisOnLink(link, drawn);
  return at === null ? null : emphasisOnNode(at, drawn);
}

/**
 * @param {[number, number]} pair
 * @param {Link[]} drawn
 * @returns {Emphasis}
 */
function emphasisOnLink(pair, drawn) {
  const ends = new Set(pair);
  return { nodes: ends, links: new Set(drawn.filter(({ from, to }) => ends.has(from) && ends.has(to))) };
}

/**
 * @param {number} node
 * @param {Link[]} drawn
 * @returns {Emphasis}
 */
function emphasisOnNode(node, drawn) {
  const close = drawn.filter((link) => touches(link, node) || isToldBy(link, node));
  const ends = close.flatMap(({ from, to }) => [from, to]);
  return { nodes: new Set([node, ...ends, ...mentionedIn(node)]), links: new Set(close) };
}

/**
 * Whether an article is the source of a claim of the link.
 *
 * @param {Link} link
 * @param {number} article
 */
const isToldBy = (link, article) =>
  isArticle(article) && link.claims.some((claim) => claims.article[claim] === article);

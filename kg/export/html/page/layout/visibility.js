// What is drawn: never more than can be read. The rest is a search, an expansion or a zoom away.

/** @import { Link } from "../data/links.js" */

import { data } from "../data/block.js";
import { linksOf } from "../data/links.js";
import { allNodes } from "../data/nodes.js";
import { nodesByRank, rankOf } from "../data/ranks.js";
import { applyFilters, isNodeOn } from "../state/filtering.js";
import { state } from "../state/state.js";
import { MOST, neighboursOn, nodesWithin } from "./neighbourhood.js";
import { findPath } from "./paths.js";
import { chosenNodes, isDrawable } from "./wanted.js";

/** @typedef {{ left: number, top: number, right: number, bottom: number }} Frame in pixels at zoom 1 */

/**
 * @typedef {object} Visible
 * @property {number[]} nodes
 * @property {Link[]} links
 * @property {number} whole how many nodes could be drawn
 * @property {boolean} isArranged whether this is a picture of its own, not a part of the map
 */

export const FEW = 1400; // nodes that are drawn all at once
const MOST_LINKS = 1800;
const MOST_NEAR = 60; // neighbours that come with a chosen node; expanding brings them all

/**
 * @param {Frame} sight the part of the map in sight
 * @returns {Visible}
 */
export function findVisible(sight) {
  applyFilters();
  const isArranged = state.path !== null || state.around !== null;
  const { nodes, whole } = isArranged ? nodesOfOwnPicture() : nodesOfMap(sight);
  const shown = new Set([...nodes.slice(0, FEW), ...chosenNodes()]);
  if (!isArranged) for (const node of chosenNodes()) addAll(shown, neighboursOn(node, MOST_NEAR));
  for (const node of state.expanded) addAll(shown, [node, ...neighboursOn(node, MOST)]);
  for (const node of state.hidden) shown.delete(node);
  return { nodes: [...shown], links: linksAmong(shown), whole, isArranged };
}

/**
 * @param {Set<number>} shown
 * @param {number[]} nodes
 */
function addAll(shown, nodes) {
  for (const node of nodes) shown.add(node);
}

/** The nodes of a path, or around a node. */
function nodesOfOwnPicture() {
  const nodes = state.path
    ? (findPath(...state.path) ?? state.path)
    : nodesWithin(state.around ?? -1, state.steps);
  return { nodes, whole: nodes.length };
}

/** @param {Frame} sight */
function nodesOfMap(sight) {
  const nodes = allNodes.filter(isNodeOn);
  return { nodes: nodes.length > FEW ? mostTelling(sight) : nodes, whole: nodes.length };
}

/**
 * The most telling nodes that stand in a part of the map.
 *
 * @param {Frame} part
 */
function mostTelling({ left, top, right, bottom }) {
  const { x, y } = data.picture;
  const found = [];
  for (const node of nodesByRank) {
    if (!isNodeOn(node) || x[node] < left || x[node] > right || y[node] < top || y[node] > bottom) continue;
    found.push(node);
    if (found.length === MOST) break;
  }
  return found;
}

/**
 * The links between nodes that are shown; of too many, those between the most telling.
 *
 * @param {Set<number>} shown
 */
function linksAmong(shown) {
  const found = [...shown].flatMap((node) =>
    linksOf[node].filter((link) => link.from === node && shown.has(link.to) && isDrawable(link)),
  );
  if (found.length <= MOST_LINKS) return found;
  /** @param {Link} link */
  const weight = ({ from, to }) => Math.max(rankOf[from], rankOf[to]);
  return found.sort((a, b) => weight(a) - weight(b) || a.id - b.id).slice(0, MOST_LINKS);
}

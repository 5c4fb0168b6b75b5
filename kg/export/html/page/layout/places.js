// Where each node stands: pinned, dragged, arranged, or else on the map.

/** @import { Place } from "../data/nodes.js" */
/** @import { Visible } from "./visibility.js" */

import { mapPlace } from "../data/nodes.js";
import { state } from "../state/state.js";
import { arrangeNodes } from "./arrangement.js";

/**
 * The places of a picture of its own; null where the picture is the map.
 *
 * @type {Map<number, Place> | null}
 */
let arrangement = null;

/**
 * Where the reader dragged nodes to.
 *
 * @type {Map<number, Place>}
 */
const moved = new Map();

/**
 * @param {number} node
 * @returns {Place}
 */
export function placeOf(node) {
  const pin = state.pinned[node];
  if (pin) return { x: pin[0], y: pin[1] };
  return moved.get(node) ?? arrangement?.get(node) ?? mapPlace(node);
}

/**
 * @param {number} node
 * @param {Place} place
 */
export function moveNode(node, place) {
  moved.set(node, place);
}

/**
 * Give a picture of its own its places; nodes that stood in it before begin where they are.
 *
 * @param {Visible} picture
 * @param {number[]} before
 */
export function arrangePicture({ nodes, links }, before) {
  const standing = new Map(before.map((node) => [node, placeOf(node)]));
  if (!before.length) moved.clear();
  arrangement = arrangeNodes(nodes, links, standing) ?? new Map();
}

/** Give the map its own places back; whether they were others. */
export function returnToMap() {
  if (!arrangement) return false;
  arrangement = null;
  moved.clear();
  return true;
}

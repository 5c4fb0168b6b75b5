// What can be done with a node: show what lies around it, expand, pin or hide it.

import { isOnMap } from "../data/nodes.js";
import { framePlaces, isInSight } from "../drawing/camera.js";
import { network, nodeItems } from "../drawing/network.js";
import { MOST, neighboursOn } from "../layout/neighbourhood.js";
import { placeOf } from "../layout/places.js";
import { scene } from "../layout/scene.js";
import { toggled } from "../state/lists.js";
import { NOTHING } from "../state/start.js";
import { changeState, state } from "../state/state.js";

/**
 * Show what lies within some steps of a node.
 *
 * @param {number} node
 * @param {number} steps
 */
export const showAround = (node, steps) =>
  changeState({ around: node, steps, expanded: [], path: null, ...layerOf(node) });

/** Show everything again, not what lies around a node. */
export const showEverything = () => changeState({ around: null, steps: 1, expanded: [], path: null });

/**
 * Bring in all neighbours of a node, and the camera back far enough to see them; or let them go again.
 *
 * @param {number} node
 */
export function toggleExpansion(node) {
  const isMore = !state.expanded.includes(node);
  changeState({ ...NOTHING, at: node, expanded: toggled(state.expanded, node), ...layerOf(node) });
  const brought = [node, ...neighboursOn(node, MOST)].map(placeOf);
  if (isMore && !scene.isArranged && !brought.every(isInSight))
    framePlaces(brought, { closest: network.getScale() });
}

/** @param {number} node */
export function togglePin(node) {
  const { [node]: pin, ...others } = state.pinned;
  if (pin) changeState({ pinned: others });
  else pinNode(node, isDrawn(node) ? network.getPosition(node) : placeOf(node));
}

/**
 * @param {number} node
 * @param {VisPoint} place
 * @param {{ replace?: boolean }} how see `changeState`
 */
export function pinNode(node, { x, y }, how = {}) {
  changeState({ pinned: { ...state.pinned, [node]: [Math.round(x), Math.round(y)] } }, how);
}

/** @param {number} node */
export const hideNode = (node) => changeState({ ...NOTHING, hidden: [...state.hidden, node] });

/** @param {number} node */
export const unhideNode = (node) => changeState({ hidden: toggled(state.hidden, node) });

/** @param {number} node */
export const isDrawn = (node) => nodeItems.get(node) !== null;

/**
 * What shows the layer of the articles, if a node has its links there alone.
 *
 * @param {number} node
 */
const layerOf = (node) => (isOnMap(node) ? {} : { articles: true });

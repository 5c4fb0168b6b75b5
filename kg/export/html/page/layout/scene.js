// The scene: what the picture shows now.

/** @import { Emphasis } from "./emphasis.js" */
/** @import { Frame, Visible } from "./visibility.js" */

import { state } from "../state/state.js";
import { findEmphasis } from "./emphasis.js";
import { arrangePicture, returnToMap } from "./places.js";
import { FEW, findVisible } from "./visibility.js";

/** @typedef {Visible & { clear: Emphasis | null }} Scene `clear` is what stands out; null: everything */

/**
 * Only the functions of this module change it.
 *
 * @type {Readonly<Scene>}
 */
export const scene = { nodes: [], links: [], whole: 0, isArranged: false, clear: null };

let arrangedFor = "";

export const isLarge = () => scene.whole > FEW;

/**
 * Compose the scene that the state asks for; whether the camera is to frame a new arrangement, to return to the map,
 * or to stay.
 *
 * @param {Frame} sight the part of the map in sight
 * @returns {"arranged" | "returned" | "same"}
 */
export function composeScene(sight) {
  const before = { ...scene };
  showVisible(sight);
  if (!scene.isArranged) return returnToMap() ? "returned" : "same";
  const isSame = before.isArranged && arrangedFor === pictureKey();
  arrangedFor = pictureKey();
  if (isSame && before.nodes.length === scene.nodes.length && before.links.length === scene.links.length)
    return "same";
  arrangePicture(scene, isSame ? before.nodes : []);
  return "arranged";
}

/**
 * Show what is visible of the state from where the camera is.
 *
 * @param {Frame} sight
 */
export function showVisible(sight) {
  const visible = findVisible(sight);
  Object.assign(scene, visible, { clear: findEmphasis(visible.links) });
}

const pictureKey = () => `${state.around} ${state.steps} ${state.path}`;

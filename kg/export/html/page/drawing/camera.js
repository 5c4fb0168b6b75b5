// Where the reader looks.

/** @import { Place } from "../data/nodes.js" */
/** @import { Frame } from "../layout/visibility.js" */

import { mentionedIn } from "../data/articles.js";
import { allNodes } from "../data/nodes.js";
import { placeOf } from "../layout/places.js";
import { scene } from "../layout/scene.js";
import { isNodeOn } from "../state/filtering.js";
import { network, stage } from "./network.js";

const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches;
const MARGIN = { left: 70, right: 70, top: 50, bottom: 110 }; // pixels, for names and for what lies upon the picture
const BANNER = 90; // pixels above, where the banner lies
const CLOSEST = 1.3; // zoom of a fit

/**
 * The part of the map in sight, and a little more, so that moving a little needs nothing new.
 *
 * @returns {Frame}
 */
export function partInSight() {
  const { x, y } = network.getViewPosition();
  const scale = network.getScale();
  const [across, down] = [(stage.clientWidth * 0.6) / scale, (stage.clientHeight * 0.6) / scale];
  return { left: x - across, right: x + across, top: y - down, bottom: y + down };
}

/**
 * @param {Place} position
 * @param {number} scale
 */
function moveCamera(position, scale, isAnimated = true) {
  const animation = isAnimated && !isCalm && { duration: 350, easingFunction: "easeInOutQuad" };
  network.moveTo({ position, scale, animation });
  if (!animation) reportMove();
}

/** @param {number} factor */
export const zoomCamera = (factor) => moveCamera(network.getViewPosition(), network.getScale() * factor);

/**
 * Show all of the places, with room for names.
 *
 * @param {Place[]} places
 */
export function framePlaces(places, { closest = CLOSEST, isAnimated = true } = {}) {
  if (!places.length || !stage.clientWidth) return;
  const { left, top, right, bottom } = frameOf(places);
  const above = scene.isArranged ? BANNER : MARGIN.top;
  const across = Math.max(stage.clientWidth - MARGIN.left - MARGIN.right, 80);
  const down = Math.max(stage.clientHeight - above - MARGIN.bottom, 80);
  const scale = Math.min(across / Math.max(right - left, 1), down / Math.max(bottom - top, 1), closest);
  const centre = {
    x: (left + right) / 2 + (MARGIN.right - MARGIN.left) / 2 / scale,
    y: (top + bottom) / 2 + (MARGIN.bottom - above) / 2 / scale,
  };
  moveCamera(centre, scale, isAnimated);
}

/**
 * @param {Place[]} places
 * @returns {Frame}
 */
function frameOf(places) {
  const frame = { left: Infinity, top: Infinity, right: -Infinity, bottom: -Infinity };
  for (const { x, y } of places) {
    frame.left = Math.min(frame.left, x);
    frame.top = Math.min(frame.top, y);
    frame.right = Math.max(frame.right, x);
    frame.bottom = Math.max(frame.bottom, y);
  }
  return frame;
}

/** Show everything that is shown or, of a large map, could be. */
export function fitPicture() {
  const shown = scene.whole > scene.nodes.length ? allNodes.filter(isNodeOn) : scene.nodes;
  framePlaces(shown.map(placeOf));
}

/** @param {Place} place */
export function isInSight(place) {
  const { x, y } = network.canvasToDOM(place);
  return x > 60 && y > 40 && x < stage.clientWidth - 60 && y < stage.clientHeight - 120;
}

/**
 * Move to a node, or to all that an article tells of, unless it is in sight already.
 *
 * @param {number} node
 */
export function lookAtNode(node) {
  const drawn = new Set(scene.nodes);
  const told = mentionedIn(node).filter((one) => drawn.has(one));
  if (told.length) framePlaces(told.map(placeOf), { closest: 1.1 });
  else if (drawn.has(node)) lookAtPlace(placeOf(node));
}

/** @param {Place} place */
function lookAtPlace(place) {
  const scale = network.getScale();
  if (!isInSight(place) || scale <= 0.5) moveCamera(place, Math.max(scale, 0.9));
}

/** @type {(() => void)[]} */
const listeners = [];

/** @type {number | undefined} */
let waiting;

/**
 * Have something done a moment after the camera moved.
 *
 * @param {() => void} listener
 */
export function onCameraMove(listener) {
  listeners.push(listener);
}

/** Tell, once all is still, that the camera moved or what it looks at has another size. */
export function reportMove() {
  clearTimeout(waiting);
  waiting = setTimeout(
    () => {
      for (const listener of listeners) listener();
    },
    isCalm ? 0 : 90,
  );
}

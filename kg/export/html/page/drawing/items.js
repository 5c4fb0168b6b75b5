// Nodes and links as vis-network takes them.

/** @import { Link } from "../data/links.js" */

import { CLAIMED, isMutual } from "../data/links.js";
import { sizeOf } from "../data/nodes.js";
import { placeOf } from "../layout/places.js";
import { scene } from "../layout/scene.js";
import { magnified } from "../layout/sizes.js";
import { state } from "../state/state.js";
import { paint } from "./paint.js";

/** @typedef {ReturnType<typeof nodeItem>} NodeItem */
/** @typedef {ReturnType<typeof edgeItem>} EdgeItem */

const ARROWS = 2.5; // units, above which arrowheads would hide what they point at

/** Canvas units to a pixel that lines and sizes are made for, in steps. */
let unit = 1;

/**
 * Make lines and sizes for a zoom; whether that changes them.
 *
 * @param {number} scale
 */
export function setUnit(scale) {
  const before = unit;
  unit = 2 ** Math.max(0, Math.round(Math.log2(1 / scale) * 2) / 2);
  return unit !== before;
}

/** @param {number} node */
export const nodeItem = (node) => ({
  id: node,
  ...placeOf(node),
  size: sizeOf[node] * magnified(1 / unit),
  fixed: node in state.pinned,
});

/** @param {Link} link */
export function edgeItem(link) {
  const isStrong = Boolean(scene.clear?.links.has(link));
  return {
    id: link.id,
    from: link.from,
    to: link.to,
    color: { color: lineColour(isStrong), hover: paint.accent },
    width: (isStrong ? 1.8 : 1) * Math.max(1, unit * 0.8),
    arrows: {
      to: {
        enabled: link.kind === CLAIMED && (unit < ARROWS || isStrong),
        scaleFactor: 0.45 * Math.max(1, unit * 0.6),
      },
    },
    dashes: link.kind === CLAIMED ? false : [2 * unit, 4 * unit],
    smooth: isMutual(link) ? { enabled: true, type: "curvedCW", roundness: 0.18 } : false,
  };
}

/** @param {boolean} isStrong */
function lineColour(isStrong) {
  if (isStrong || (state.path && scene.isArranged)) return paint.accent;
  return scene.clear ? paint.faint : paint.edge;
}

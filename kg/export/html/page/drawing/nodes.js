// The shapes of nodes on the canvas.

import { sizeOf, typeName, typeOf } from "../data/nodes.js";
import { scene } from "../layout/scene.js";
import { magnified } from "../layout/sizes.js";
import { state } from "../state/state.js";
import { network } from "./network.js";
import { paint } from "./paint.js";
import { outlineOf } from "./shapes.js";

/** @param {number} node */
export const isClear = (node) => !scene.clear || scene.clear.nodes.has(node);

/** @param {number} node */
export const nodeColour = (node) => (isClear(node) ? paint.types[typeOf[node]] : paint.faint);

/**
 * What vis-network calls for each node.
 *
 * @param {VisShape} shape
 */
export const shapeRenderer = ({ ctx, id, x, y, state: { hover } }) => ({
  drawNode: () => drawShape(ctx, id, { x, y }, state.at === id || hover),
});

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {number} node
 * @param {VisPoint} place
 * @param {boolean} isChosen
 */
function drawShape(ctx, node, { x, y }, isChosen) {
  const scale = network.getScale();
  const isPinned = node in state.pinned;
  const shape = outlineOf(typeName(node), sizeOf[node] * magnified(scale));
  ctx.save();
  ctx.translate(x, y);
  ctx.lineJoin = "round";
  ctx.fillStyle = nodeColour(node);
  ctx.strokeStyle = isChosen || isPinned ? paint.ink : paint.paper;
  ctx.lineWidth = (isChosen ? 2.5 : 1.5) / Math.min(scale, 1);
  if (isPinned) ctx.setLineDash([3 / scale, 2 / scale]);
  ctx.fill(shape);
  ctx.stroke(shape);
  ctx.restore();
}

// The grounds of communities on the canvas, below everything else.

/** @import { Ground, Tie } from "../layout/territories.js" */

import { scene } from "../layout/scene.js";
import { territories } from "../layout/territories.js";
import { network } from "./network.js";
import { paint } from "./paint.js";

const AFAR = 0.5; // zoom, above which they do not show
const MANY = 200; // nodes, of which the communities can be told by their ground

/** @param {CanvasRenderingContext2D} ctx */
export function drawGrounds(ctx) {
  const scale = network.getScale();
  if (scene.isArranged || scale > AFAR || scene.whole < MANY) return;
  const { grounds, ties } = territories();
  ctx.strokeStyle = paint.tie;
  if (scene.nodes.length < scene.whole) for (const tie of ties) drawTie(ctx, tie, scale);
  ctx.fillStyle = paint.ground;
  for (const ground of grounds) drawGround(ctx, ground);
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {Tie} tie
 * @param {number} scale
 */
function drawTie(ctx, { from, to, number }, scale) {
  ctx.lineWidth = Math.min(1 + Math.log2(number), 6) / scale;
  ctx.beginPath();
  ctx.moveTo(from.x, from.y);
  ctx.lineTo(to.x, to.y);
  ctx.stroke();
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {Ground} ground
 */
function drawGround(ctx, { x, y, r }) {
  ctx.beginPath();
  ctx.arc(x, y, r, 0, 2 * Math.PI);
  ctx.fill();
}

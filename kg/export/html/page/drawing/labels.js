// Names and words on the canvas.

/** @import { Labels, Name, Words } from "../layout/labels.js" */

import { lineMiddle, placeLabels } from "../layout/labels.js";
import { scene } from "../layout/scene.js";
import { state } from "../state/state.js";
import { network } from "./network.js";
import { isClear } from "./nodes.js";
import { paint } from "./paint.js";
import { isPhysical } from "./physics.js";

/** @type {Labels | null} */
let labels = null;
let labelledAt = 0; // the zoom at which they were placed

/** Have the labels placed anew, and everything drawn. */
export function refreshLabels() {
  labels = null;
  network.redraw();
}

/** @param {CanvasRenderingContext2D} ctx */
export function drawLabels(ctx) {
  const scale = network.getScale();
  if (!labels || labelledAt !== scale || isPhysical()) {
    labels = placeLabels(scene, network.getPositions(), scale);
    labelledAt = scale;
  }
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  for (const words of labels.words) drawWords(ctx, words);
  ctx.lineJoin = "round";
  ctx.strokeStyle = paint.paper;
  for (const name of labels.names) drawName(ctx, name);
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {Words} words
 */
function drawWords(ctx, { link, text, font, x, y, box }) {
  ctx.font = `${font}px ${paint.sans}`;
  ctx.fillStyle = paint.paper;
  ctx.fillRect(box.left, box.top, box.right - box.left, box.bottom - box.top);
  ctx.fillStyle = scene.clear?.links.has(link) ? paint.ink : paint.soft;
  ctx.fillText(text, x, y);
}

/**
 * @param {CanvasRenderingContext2D} ctx
 * @param {Name} name
 */
function drawName(ctx, name) {
  ctx.font = `${name.node === state.at ? 700 : 400} ${name.font}px ${paint.sans}`;
  ctx.lineWidth = name.font / 4;
  ctx.fillStyle = nameColour(name.node);
  name.lines.forEach((line, index) => {
    ctx.strokeText(line, name.x, lineMiddle(name, index));
    ctx.fillText(line, name.x, lineMiddle(name, index));
  });
}

/** @param {number} node */
export const nameColour = (node) => (isClear(node) ? paint.ink : paint["faint-ink"]);

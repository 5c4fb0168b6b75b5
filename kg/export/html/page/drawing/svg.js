// The picture as an SVG drawing: shapes, lines and names as they stand on the canvas.

/** @import { Link } from "../data/links.js" */
/** @import { Place } from "../data/nodes.js" */
/** @import { Labels, Places } from "../layout/labels.js" */

import { names, sizeOf, typeName } from "../data/nodes.js";
import { svg } from "../dom/elements.js";
import { lineMiddle, placeLabels } from "../layout/labels.js";
import { scene } from "../layout/scene.js";
import { magnified } from "../layout/sizes.js";
import { edgeItem } from "./items.js";
import { nameColour } from "./labels.js";
import { network, stage } from "./network.js";
import { nodeColour } from "./nodes.js";
import { paint } from "./paint.js";
import { CORNERS } from "./shapes.js";

/** The part in sight. */
export function svgDrawing() {
  const scale = network.getScale();
  const centre = network.getViewPosition();
  const [width, height] = [stage.clientWidth / scale, stage.clientHeight / scale];
  const [x, y] = [centre.x - width / 2, centre.y - height / 2];
  const places = network.getPositions();
  return svg(
    "svg",
    {
      viewBox: [x, y, width, height].map(Math.round).join(" "),
      width: stage.clientWidth,
      height: stage.clientHeight,
      "font-family": paint.sans,
    },
    svg("rect", { x, y, width, height, fill: paint.paper }),
    ...scene.links.flatMap((link) => svgLink(link, places, magnified(scale))),
    ...scene.nodes.map((node) => svgShape(node, places[node], sizeOf[node] * magnified(scale))),
    ...svgLabels(placeLabels(scene, places, scale)),
  );
}

/**
 * A line from edge to edge, and its arrowhead.
 *
 * @param {Link} link
 * @param {Places} places
 * @param {number} grown how much larger than at zoom 1 nodes are
 */
function svgLink(link, places, grown) {
  const { color, width, arrows } = edgeItem(link);
  const [from, to] = [places[link.from], places[link.to]];
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const [dx, dy] = [(to.x - from.x) / length, (to.y - from.y) / length];
  /** @param {number} reach from the end; `aside` from the line */
  const along = (reach, aside = 0) => [to.x - dx * reach - dy * aside, to.y - dy * reach + dx * aside];
  const tip = sizeOf[link.to] * grown + 2;
  const head = arrows.to.enabled ? 6 * width : 0;
  const [x2, y2] = along(tip + head);
  const line = svg("line", { x1: from.x, y1: from.y, x2, y2, stroke: color.color, "stroke-width": width });
  if (!head) return [line];
  const corners = [along(tip), along(tip + head, head / 3), along(tip + head, -head / 3)];
  return [line, svg("polygon", { points: corners.join(" "), fill: color.color })];
}

/**
 * @param {number} node
 * @param {Place} place
 * @param {number} r
 */
function svgShape(node, { x, y }, r) {
  const fill = nodeColour(node);
  const title = svg("title", {}, printable(names[node]));
  if (typeName(node) === "Person") return svg("circle", { cx: x, cy: y, r, fill }, title);
  const points = CORNERS[typeName(node)].map(([a, b]) => `${x + a * r},${y + b * r}`);
  return svg("polygon", { points: points.join(" "), fill }, title);
}

/** @param {Labels} labels */
function svgLabels(labels) {
  const words = labels.words.map(({ text, font, x, y }) => svgText(text, x, y, font, paint.soft));
  const lines = labels.names.flatMap((name) =>
    name.lines.map((line, index) =>
      svgText(line, name.x, lineMiddle(name, index), name.font, nameColour(name.node)),
    ),
  );
  return [...words, ...lines];
}

/** @type {(text: string, x: number, y: number, font: number, fill: string) => SVGTextElement} */
const svgText = (text, x, y, font, fill) =>
  svg(
    "text",
    {
      x,
      y,
      fill,
      stroke: paint.paper,
      "stroke-width": font / 5,
      "paint-order": "stroke",
      "font-size": font,
      "text-anchor": "middle",
      "dominant-baseline": "central",
    },
    printable(text),
  );

/**
 * A text without what no XML file may hold.
 *
 * @param {string} text
 */
const printable = (text) => text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "");

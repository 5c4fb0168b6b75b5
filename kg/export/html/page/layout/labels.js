// Where names and words stand on the canvas: as many as have room, the most telling first, none upon another.

/** @import { Link } from "../data/links.js" */
/** @import { Place } from "../data/nodes.js" */
/** @import { Box } from "./room.js" */
/** @import { Scene } from "./scene.js" */

import { isMutual, MENTIONED } from "../data/links.js";
import { sizeOf } from "../data/nodes.js";
import { heads, rankOf } from "../data/ranks.js";
import { state } from "../state/state.js";
import { linkWords } from "../state/wording.js";
import { cutText, LINE_HEIGHT, linesOf, widthOf } from "./lettering.js";
import { boxAt, Room } from "./room.js";
import { magnified } from "./sizes.js";

/** @typedef {{ node: number, lines: string[], font: number, x: number, y: number, box: Box }} Name */
/** @typedef {{ link: Link, text: string, font: number, x: number, y: number, box: Box }} Words of a line */
/** @typedef {{ names: Name[], words: Words[] }} Labels */
/** @typedef {Record<number, Place>} Places of nodes */

const SMALLEST = 11; // pixels on the screen
const LINK_FONT = 11.5;
const MOST_WORDED = 260; // with more links drawn, only those of what is chosen carry words
const FAR = 0.55; // zoom, from which down the same holds
const SQUARE = 90; // pixels on the screen
const SHARES = [0.5, 0.42, 0.58, 0.35, 0.65]; // of a line's length, where its words may stand
const MUTUAL_SHARES = [0.34, 0.4, 0.28];

/**
 * @param {Readonly<Scene>} scene
 * @param {Places} places
 * @param {number} scale the zoom
 * @returns {Labels}
 */
export function placeLabels(scene, places, scale) {
  const room = new Room(SQUARE / scale); // without nodes, names and words
  const blank = new Room(SQUARE / scale); // without names
  for (const node of scene.nodes) {
    const width = 2 * sizeOf[node] * magnified(scale);
    room.take(boxAt(places[node].x, places[node].y, width, width, node));
  }
  const names = namesInOrder(scene).map((node) => placeName(node, places[node], room, blank, scale));
  const words = linksWithWords(scene, scale).map((link) => placeWords(link, places, room, scale));
  return { names: names.filter((name) => name !== null), words: words.filter((one) => one !== null) };
}

/**
 * The chosen node, what stands out with it, then the others, the most telling first.
 *
 * @param {Readonly<Scene>} scene
 */
function namesInOrder({ nodes, clear }) {
  /** @param {number} node */
  const turn = (node) => (node === state.at ? 0 : !clear || clear.nodes.has(node) ? 1 : 2);
  return nodes.slice().sort((a, b) => turn(a) - turn(b) || rankOf[a] - rankOf[b]);
}

/**
 * @param {Readonly<Scene>} scene
 * @param {number} scale
 */
function linksWithWords({ links, clear }, scale) {
  if (clear) return links.filter((link) => clear.links.has(link));
  return links.length <= MOST_WORDED && scale > FAR ? links : [];
}

/**
 * A name below its node, or above or beside it where that is taken; null where all is.
 *
 * @param {number} node
 * @param {Place} place
 * @param {Room} room
 * @param {Room} blank
 * @param {number} scale
 * @returns {Name | null}
 */
function placeName(node, place, room, blank, scale) {
  const lines = linesOf(node);
  const font = Math.max(Math.min(13 + Math.round((sizeOf[node] - 6) / 2.5), 20), SMALLEST / scale);
  const boxes = boxesAround(node, place, font, scale);
  let box = boxes.find((one) => room.isFree(one));
  // The head of a community has its name even upon lesser nodes, only not upon other names.
  if (!box && (node === state.at || heads.has(node))) box = boxes.find((one) => blank.isFree(one));
  if (!box) return null;
  room.take(box);
  blank.take(box);
  return { node, lines, font, x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2, box };
}

/**
 * The boxes in which the name of a node may stand, the best first.
 *
 * @param {number} node
 * @param {Place} place
 * @param {number} font
 * @param {number} scale
 */
function boxesAround(node, { x, y }, font, scale) {
  const lines = linesOf(node);
  const width = Math.max(...lines.map(widthOf)) * font;
  const height = lines.length * font * LINE_HEIGHT;
  const reach = sizeOf[node] * magnified(scale) * 1.15 + 2 / scale;
  return [
    boxAt(x, y + reach + height / 2, width, height, node),
    boxAt(x, y - reach - height / 2, width, height, node),
    boxAt(x + reach + width / 2, y, width, height, node),
    boxAt(x - reach - width / 2, y, width, height, node),
  ];
}

/**
 * Words on a line, near its middle; null where there is no room.
 *
 * @param {Link} link
 * @param {Places} places
 * @param {Room} room
 * @param {number} scale
 * @returns {Words | null}
 */
function placeWords(link, places, room, scale) {
  if (link.kind === MENTIONED) return null;
  const [from, to] = [places[link.from], places[link.to]];
  const font = Math.max(LINK_FONT, SMALLEST / scale);
  const length = Math.hypot(to.x - from.x, to.y - from.y) - sizeOf[link.from] - sizeOf[link.to];
  const text = cutText(linkWords(link), Math.max(Math.min(length / font, 12), 3));
  for (const share of isMutual(link) ? MUTUAL_SHARES : SHARES) {
    const [x, y] = [from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share];
    const box = boxAt(x, y, widthOf(text) * font + 4, font * 1.3);
    if (!room.isFree(box)) continue;
    room.take(box);
    return { link, text, font, x, y, box };
  }
  return null;
}

/**
 * Where the middle of one line of a name is.
 *
 * @param {Name} name
 * @param {number} index of the line
 */
export const lineMiddle = ({ y, lines, font }, index) =>
  y + (index - (lines.length - 1) / 2) * font * LINE_HEIGHT;

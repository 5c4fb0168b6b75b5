// A picture of a chosen few: distances follow the number of steps between them, and no two names lie on each other.

/** @import { Link } from "../data/links.js" */
/** @import { Place } from "../data/nodes.js" */

import { sizeOf } from "../data/nodes.js";

const STEP = 150; // pixels between neighbours
const MOST_ARRANGED = 260; // more stay where the map has them
const ROUNDS = 60;
const PUSHES = 120;
const NAME_WIDTH = 104;
const NAME_HEIGHT = 62;

/**
 * Where each node stands, from where it stood before if it did; null of too many. The same call gives the same answer.
 *
 * @param {number[]} nodes
 * @param {Link[]} links between them
 * @param {Map<number, Place>} before
 */
export function arrangeNodes(nodes, links, before = new Map()) {
  if (nodes.length > MOST_ARRANGED) return null;
  const hops = hopsAmong(nodes, links);
  const places = nodes.map((node, index) => before.get(node) ?? startOf(index, hops));
  for (let round = 0; round < ROUNDS; round++) settlePlaces(places, hops);
  for (let push = 0; push < PUSHES && pushApart(places, nodes); push++);
  return new Map(nodes.map((node, index) => [node, places[index]]));
}

/**
 * Rings around the first node: how far out tells the steps, the angle only keeps them apart.
 *
 * @param {number} index
 * @param {Float32Array[]} hops
 */
function startOf(index, hops) {
  const angle = index * Math.PI * (3 - Math.sqrt(5));
  const reach = STEP * Math.min(hops[0][index], 6);
  return { x: reach * Math.cos(angle), y: reach * Math.sin(angle) };
}

/**
 * The steps between every two of the nodes; those that nothing links are a little farther than the farthest.
 *
 * @param {number[]} nodes
 * @param {Link[]} links
 */
function hopsAmong(nodes, links) {
  const beside = neighbourIndexes(nodes, links);
  const rows = nodes.map((_, start) => hopsFrom(start, beside));
  const farthest = rows
    .flatMap((row) => [...row])
    .reduce((most, hop) => (hop < Infinity ? Math.max(most, hop) : most), 1);
  return rows.map((row) => row.map((hop) => (hop < Infinity ? hop : farthest + 1)));
}

/**
 * @param {number[]} nodes
 * @param {Link[]} links
 */
function neighbourIndexes(nodes, links) {
  const indexOf = new Map(nodes.map((node, index) => [node, index]));
  const beside = nodes.map(() => /** @type {number[]} */ ([]));
  for (const { from, to } of links) {
    const [a, b] = [indexOf.get(from) ?? -1, indexOf.get(to) ?? -1];
    beside[a].push(b);
    beside[b].push(a);
  }
  return beside;
}

/**
 * @param {number} start
 * @param {number[][]} beside
 */
function hopsFrom(start, beside) {
  const hops = new Float32Array(beside.length).fill(Infinity);
  hops[start] = 0;
  const queue = [start];
  for (const index of queue)
    for (const other of beside[index])
      if (hops[other] === Infinity) {
        hops[other] = hops[index] + 1;
        queue.push(other);
      }
  return hops;
}

/**
 * One round of stress majorisation: each node moves to where its distances fit best.
 *
 * @param {Place[]} places
 * @param {Float32Array[]} hops
 */
function settlePlaces(places, hops) {
  places.forEach((place, a) => {
    let [x, y, total] = [0, 0, 0];
    places.forEach((other, b) => {
      if (a === b) return;
      const [dx, dy] = [place.x - other.x, place.y - other.y];
      const length = Math.max(Math.hypot(dx, dy), 1e-6);
      const weight = 1 / hops[a][b] ** 2;
      const stretch = (hops[a][b] * STEP) / length;
      x += weight * (other.x + dx * stretch);
      y += weight * (other.y + dy * stretch);
      total += weight;
    });
    if (total) Object.assign(place, { x: x / total, y: y / total });
  });
}

/**
 * Push apart what overlaps, each with its name below it; whether anything did.
 *
 * @param {Place[]} places
 * @param {number[]} nodes
 */
function pushApart(places, nodes) {
  let isMoved = false;
  for (let a = 0; a < nodes.length; a++)
    for (let b = a + 1; b < nodes.length; b++) {
      const height = NAME_HEIGHT + (sizeOf[nodes[a]] + sizeOf[nodes[b]]) / 2;
      if (pushPair(places[a], places[b], height)) isMoved = true;
    }
  return isMoved;
}

/**
 * @param {Place} one
 * @param {Place} other
 * @param {number} height that keeps them apart
 */
function pushPair(one, other, height) {
  const [dx, dy] = [other.x - one.x, other.y - one.y];
  const across = NAME_WIDTH - Math.abs(dx);
  const down = height - Math.abs(dy);
  if (across <= 0 || down <= 0) return false;
  if (across < down) spread(one, other, "x", dx < 0 ? -across : across);
  else spread(one, other, "y", dy < 0 ? -down : down);
  return true;
}

/**
 * @param {Place} one
 * @param {Place} other
 * @param {"x" | "y"} axis
 * @param {number} depth
 */
function spread(one, other, axis, depth) {
  one[axis] -= depth / 2.5;
  other[axis] += depth / 2.5;
}

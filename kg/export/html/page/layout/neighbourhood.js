// What lies around a node.

import { linksOf, otherEnd } from "../data/links.js";
import { compareDegrees } from "../data/ranks.js";
import { isLinkOn } from "../state/filtering.js";

export const MOST = 700; // nodes that are drawn of a large graph

/**
 * Linked neighbours, the best linked first.
 *
 * @param {number} node
 * @param {number} most
 */
export function neighboursOn(node, most) {
  const ends = linksOf[node].filter(isLinkOn).map((link) => otherEnd(link, node));
  return [...new Set(ends)].sort(compareDegrees).slice(0, most);
}

/**
 * The nodes within some steps of one, nearest first, then best linked first.
 *
 * @param {number} centre
 * @param {number} steps
 */
export function nodesWithin(centre, steps) {
  const found = new Set([centre]);
  let ring = [centre];
  for (let step = 0; step < steps && found.size < MOST; step++) {
    const beside = new Set(ring.flatMap((node) => neighboursOn(node, MOST)));
    ring = [...beside].filter((node) => !found.has(node)).sort(compareDegrees);
    for (const node of ring) found.add(node);
  }
  return [...found];
}

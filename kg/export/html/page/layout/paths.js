// The shortest path between two nodes.

/** @import { Link } from "../data/links.js" */

import { linksOf, otherEnd, touches } from "../data/links.js";
import { isLinkOn } from "../state/filtering.js";
import { isDrawable } from "./wanted.js";

/**
 * The nodes of a shortest path, both ends included, or null; through articles only where they are shown.
 *
 * @param {number} from
 * @param {number} to
 */
export function findPath(from, to) {
  /** @param {Link} link */
  const isOpen = (link) => isLinkOn(link) || (touches(link, from, to) && isDrawable(link));
  const before = new Map([[from, from]]);
  const queue = [from];
  for (const node of queue) {
    if (node === to) return walkBack(before, from, to);
    for (const link of linksOf[node]) {
      const other = otherEnd(link, node);
      if (before.has(other) || !isOpen(link)) continue;
      before.set(other, node);
      queue.push(other);
    }
  }
  return null;
}

/**
 * @param {Map<number, number>} before each node's predecessor
 * @param {number} from
 * @param {number} to
 */
function walkBack(before, from, to) {
  const path = [to];
  for (let node = to; node !== from; ) {
    node = before.get(node) ?? from;
    path.unshift(node);
  }
  return path;
}

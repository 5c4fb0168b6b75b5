// Which nodes are more telling than others.

import { linksOf, otherEnd } from "./links.js";
import { allNodes, communityOf, isOnMap, nodeCount } from "./nodes.js";

export const LARGE = 8; // members of a community that is worth a name

/** How many neighbours each node has. */
export const degreeOf = allNodes.map((node) => neighboursOf(node).size);

/** @param {number} node */
function neighboursOf(node) {
  return new Set(linksOf[node].map((link) => otherEnd(link, node)));
}

/**
 * The better linked first.
 *
 * @param {number} a
 * @param {number} b
 */
export const compareDegrees = (a, b) => degreeOf[b] - degreeOf[a] || a - b;

/**
 * The members of each community, the best linked first.
 *
 * @type {number[][]}
 */
export const membersOf = [];
for (const node of allNodes.filter(isOnMap).sort(compareDegrees)) {
  membersOf[communityOf[node]] ??= [];
  membersOf[communityOf[node]].push(node);
}

export const largeCommunities = membersOf.filter((members) => members.length >= LARGE);

/** The best linked member of each large community. */
export const heads = new Set(largeCommunities.map(([head]) => head));

/** All nodes in the order in which they deserve room: the heads of large communities, then who is beside them. */
export const nodesByRank = rankNodes();

function rankNodes() {
  const wait = new Float64Array(nodeCount).fill(Infinity);
  for (const members of membersOf) {
    const size = members.length;
    orderMembers(members).forEach((node, place) => {
      wait[node] = (place + LARGE / size) / Math.sqrt(size);
    });
  }
  return allNodes.slice().sort((a, b) => (wait[a] === wait[b] ? compareDegrees(a, b) : wait[a] - wait[b]));
}

/**
 * The head of a community, then who is beside it.
 *
 * @param {number[]} members
 */
function orderMembers(members) {
  const [head, ...others] = members;
  const beside = neighboursOf(head);
  return [head, ...others.filter((node) => beside.has(node)), ...others.filter((node) => !beside.has(node))];
}

/** The place of each node in that order. */
export const rankOf = new Int32Array(nodeCount);
nodesByRank.forEach((node, rank) => {
  rankOf[node] = rank;
});

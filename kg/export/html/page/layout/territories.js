// Communities seen from afar: the ground that each covers, and how much links one to another.

/** @import { Place } from "../data/nodes.js" */

import { data } from "../data/block.js";
import { links } from "../data/links.js";
import { allNodes, communityOf, isOnMap, mapPlace } from "../data/nodes.js";
import { heads, LARGE, membersOf } from "../data/ranks.js";
import { filterKey, isLinkOn, isNodeOn } from "../state/filtering.js";

/** @typedef {{ x: number, y: number, r: number }} Ground */
/** @typedef {{ from: Ground, to: Ground, number: number }} Tie and how many links it stands for */

const { x: placeX, y: placeY } = data.picture;
const STRANGERS = 0.2; // for each member
const MOST_TIES = 240;

let knownFor = "";

/** @type {{ grounds: Ground[], ties: Tie[] }} */
let known = { grounds: [], ties: [] };

/** The grounds of the large communities, as the filters leave them, and the strongest ties between them. */
export function territories() {
  if (knownFor === filterKey()) return known;
  knownFor = filterKey();
  const grounds = findGrounds();
  known = { grounds: [...grounds.values()], ties: findTies(grounds) };
  return known;
}

/** The ground of each large community that has one of its own; none where only a few have, which would puzzle. */
function findGrounds() {
  /** @type {Map<number, Ground>} */
  const grounds = new Map();
  const standing = allNodes.filter((node) => isNodeOn(node) && isOnMap(node));
  membersOf.forEach((members, community) => {
    const present = members.filter(isNodeOn);
    if (present.length < LARGE) return;
    const ground = groundOf(present.map(mapPlace));
    const inside = standing.filter((node) => isInside(node, ground));
    const strangers = inside.filter((node) => communityOf[node] !== community);
    // Communities of one small component are drawn among each other.
    if (strangers.length <= present.length * STRANGERS) grounds.set(community, ground);
  });
  return grounds.size < heads.size / 2 ? new Map() : grounds;
}

/**
 * The circle about most of the places.
 *
 * @param {Place[]} places
 * @returns {Ground}
 */
function groundOf(places) {
  const x = places.reduce((sum, place) => sum + place.x, 0) / places.length;
  const y = places.reduce((sum, place) => sum + place.y, 0) / places.length;
  const reach = places.map((place) => Math.hypot(place.x - x, place.y - y)).sort((a, b) => a - b);
  return { x, y, r: reach[Math.floor(reach.length * 0.9)] + 60 };
}

/**
 * @param {number} node
 * @param {Ground} ground
 */
const isInside = (node, { x, y, r }) => Math.hypot(placeX[node] - x, placeY[node] - y) < r;

/** @param {Map<number, Ground>} grounds */
function findTies(grounds) {
  /** @type {Map<number, Tie>} */
  const ties = new Map();
  for (const link of links) {
    const [a, b] = [communityOf[link.from], communityOf[link.to]].sort((x, y) => x - y);
    const [from, to] = [grounds.get(a), grounds.get(b)];
    if (!isLinkOn(link) || a === b || !from || !to) continue;
    const key = a * membersOf.length + b;
    const tie = ties.get(key) ?? { from, to, number: 0 };
    tie.number++;
    ties.set(key, tie);
  }
  return [...ties.values()].sort((a, b) => b.number - a.number).slice(0, MOST_TIES);
}

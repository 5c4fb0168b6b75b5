// Links: what one line of the picture stands for.

import { articles, mentionedIn } from "./articles.js";
import { claimCount, claims, claimsOf } from "./claims.js";
import { allNodes, nodeCount } from "./nodes.js";

export const CLAIMED = 0; // claims of one subject on one object
export const MENTIONED = 1; // an article only mentions what stands in no relation
export const FOLDED = 2; // two take part in the same events, which are folded away

/**
 * @typedef {object} Link
 * @property {number} id its place in `links`
 * @property {number} kind
 * @property {number} from
 * @property {number} to
 * @property {number[]} claims
 * @property {number[]} events that are folded into it
 */

/** @type {Link[]} */
export const links = [];
export const linksOf = allNodes.map(() => /** @type {Link[]} */ ([]));

/** @type {Map<number, Link>} */
const byEnds = new Map();

/**
 * @param {number} kind
 * @param {number} from
 * @param {number} to
 */
const endsKey = (kind, from, to) => (kind * nodeCount + from) * nodeCount + to;

/**
 * The link of a kind between two nodes, which is made if it is not there yet.
 *
 * @param {number} kind
 * @param {number} from
 * @param {number} to
 */
export function linkBetween(kind, from, to) {
  const key = endsKey(kind, from, to);
  return byEnds.get(key) ?? addLink(key, { id: links.length, kind, from, to, claims: [], events: [] });
}

/**
 * @param {number} key
 * @param {Link} link
 */
function addLink(key, link) {
  byEnds.set(key, link);
  links.push(link);
  linksOf[link.from].push(link);
  if (link.to !== link.from) linksOf[link.to].push(link);
  return link;
}

/**
 * @param {Link} link
 * @param {number} node
 */
export const otherEnd = ({ from, to }, node) => (from === node ? to : from);

/**
 * Whether there is a link of the same kind the other way.
 *
 * @param {Link} link
 */
export const isMutual = ({ kind, from, to }) => byEnds.has(endsKey(kind, to, from));

/**
 * Whether a link has any of the nodes for an end.
 *
 * @param {Link} link
 * @param {...number} ends
 */
export const touches = (link, ...ends) => ends.includes(link.from) || ends.includes(link.to);

for (let claim = 0; claim < claimCount; claim++)
  linkBetween(CLAIMED, claims.subject[claim], claims.object[claim]).claims.push(claim);
for (const article of articles)
  for (const node of mentionedIn(article)) if (!claimsOf[node].length) linkBetween(MENTIONED, article, node);

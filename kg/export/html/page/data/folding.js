// Events folded away: whoever takes part in them is joined directly.

import { CLAIMED, FOLDED, linkBetween, linksOf, otherEnd } from "./links.js";
import { allNodes, isArticle, isEvent, typeOf } from "./nodes.js";

let isFolded = false;

/** Add the links that stand for events once these are folded; made when first asked for. */
export function addFoldedLinks() {
  if (isFolded) return;
  isFolded = true;
  allNodes.filter(isEvent).forEach(foldEvent);
}

/** @param {number} event */
function foldEvent(event) {
  const told = claimsByEnd(event);
  const ends = [...told.keys()].filter((end) => !isEvent(end)).sort((a, b) => typeOf[a] - typeOf[b] || a - b);
  const areAlike = ends.every((end) => typeOf[end] === typeOf[ends[0]]);
  ends.forEach((from, place) => {
    for (const to of ends.slice(place + 1)) {
      // People and people, bodies and bodies would be a thicket; unless there is nobody else.
      if (typeOf[from] === typeOf[to] && !areAlike) continue;
      const link = linkBetween(FOLDED, from, to);
      link.events.push(event);
      link.claims.push(...(told.get(from) ?? []), ...(told.get(to) ?? []));
    }
  });
}

/**
 * Who has to do with an event, and the claims that say so.
 *
 * @param {number} event
 */
function claimsByEnd(event) {
  /** @type {Map<number, number[]>} */
  const told = new Map();
  for (const link of linksOf[event]) {
    if (link.kind !== CLAIMED || isArticle(link.from)) continue;
    const end = otherEnd(link, event);
    told.set(end, [...(told.get(end) ?? []), ...link.claims]);
  }
  return told;
}

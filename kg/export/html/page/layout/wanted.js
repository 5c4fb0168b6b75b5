// What is wanted in the picture whatever the filters say.

/** @import { Link } from "../data/links.js" */

import { CLAIMED, touches } from "../data/links.js";
import { isArticle } from "../data/nodes.js";
import { isClaimOn, isLinkOn, isNodeOn } from "../state/filtering.js";
import { state } from "../state/state.js";

/** The chosen nodes; an article that is left out is told of in the panel alone. */
export function chosenNodes() {
  const { at } = state;
  if (at === null) return state.link ?? [];
  return isArticle(at) && !isNodeOn(at) && state.around !== at ? [] : [at];
}

/**
 * Whether a link may be drawn: the filters let it through, or it leads to a chosen node of a type that they hide.
 *
 * @param {Link} link
 */
export function isDrawable(link) {
  if (isLinkOn(link)) return true;
  const isForced = state.path !== null || touches(link, ...chosenNodes());
  return isForced && link.kind === CLAIMED && link.claims.some(isClaimOn);
}

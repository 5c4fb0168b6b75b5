// Links in words.

/** @import { Link } from "../data/links.js" */

import { claims, POST, relations } from "../data/claims.js";
import { FOLDED } from "../data/links.js";
import { names } from "../data/nodes.js";
import { language, term } from "./language.js";

/**
 * What a line says: each relation once, a post or a byline by its title or role, a folded event by its name.
 *
 * @param {Link} link
 */
export function linkWords({ kind, claims: told, events }) {
  if (kind === FOLDED) return events.map((event) => names[event]).join("、");
  return [...new Set(told.map(claimWord))].join(language() === "zh" ? "、" : ", ");
}

/** @param {number} claim */
function claimWord(claim) {
  const post = claims.relation[claim] === POST ? claims.title[claim] : null;
  return post || claims.role[claim] || term(relations[claims.relation[claim]]);
}

// Links in the page that lead to another state, and so have an address of their own.

/** @import { Child } from "../dom/elements.js" */
/** @import { State } from "../state/start.js" */

import { chooseLink, chooseNode } from "../actions/choosing.js";
import { openArticle } from "../actions/reading.js";
import { claims, relations } from "../data/claims.js";
import { known, names, typeName } from "../data/nodes.js";
import { element, icon, isolated, shorten } from "../dom/elements.js";
import { writeAddress } from "../state/address.js";
import { say, term } from "../state/language.js";
import { NOTHING } from "../state/start.js";
import { state } from "../state/state.js";

/**
 * @param {string} className
 * @param {Partial<State>} changes that the address tells
 * @param {() => void} action that makes them
 * @param {...Child} children
 */
function stateLink(className, changes, action, ...children) {
  const made = element("a", { className, href: writeAddress({ ...state, ...changes }) }, ...children);
  made.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return; // a new tab shows it too
    event.preventDefault();
    action();
  });
  return made;
}

/** @param {number} node */
export const nodeLink = (node, className = "entity") =>
  stateLink(
    className,
    { ...NOTHING, at: node },
    () => chooseNode(node),
    icon(typeName(node)),
    element("span", {}, isolated(shorten(names[node]) || say("unnamed"))),
  );

/**
 * A name where it stands in a text; strong where the text is about it.
 *
 * @param {string} text
 * @param {number} node
 * @param {boolean} isStrong
 * @param {Partial<State>} changes
 */
export function mentionLink(text, node, isStrong, changes = {}) {
  const className = `mention ${typeName(node)}${isStrong ? " strong" : ""}`;
  const made = stateLink(className, { ...NOTHING, ...changes, at: node }, () => chooseNode(node), text);
  made.title = `${shorten(names[node])} · ${term(typeName(node))}`;
  return made;
}

/**
 * Words of a fact where they stand in a text.
 *
 * @param {string} text
 * @param {number} claim
 */
export function claimLink(text, claim) {
  const [subject, object] = [claims.subject[claim], claims.object[claim]];
  const made = stateLink(
    "",
    { ...NOTHING, link: [subject, object] },
    () => chooseLink([subject, object]),
    text,
  );
  const relation = term(relations[claims.relation[claim]]);
  made.title = `${shorten(names[subject])} — ${relation} → ${shorten(names[object])}`;
  return made;
}

/**
 * The article of a claim, open where it is stated.
 *
 * @param {number} claim
 */
export function sourceLink(claim) {
  const article = claims.article[claim];
  /** @type {[number, number]} */
  const spot = [claims.start[claim], claims.end[claim]];
  const date = known("date", article);
  const made = stateLink(
    "source",
    { read: article, spot },
    () => openArticle(article, spot),
    isolated(`《${shorten(names[article])}》`),
    date && ` ${date}`,
  );
  made.title = say("readHere");
  return made;
}

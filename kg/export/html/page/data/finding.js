// Nodes by their name, an alias or pinyin initials.

import { allNodes, known, names } from "./nodes.js";
import { compareDegrees } from "./ranks.js";

/** @typedef {{ text: string, plain: string }} Form a name or an alias, and what of it is compared */

export const MOST_FOUND = 12;
const WORST = 5;

/**
 * A text as it is compared: without spaces, of one width and case.
 *
 * @param {string} text
 */
export const plainText = (text) => text.normalize("NFKC").toLowerCase().replace(/\s+/g, "");

/**
 * What each node can be found by; made at the first search.
 *
 * @type {Form[][] | null}
 */
let allForms = null;

/**
 * The best of the nodes with a name or alias that fits the words, and that name.
 *
 * @param {string} words
 */
export function findNodes(words) {
  const wanted = plainText(words);
  if (!wanted) return [];
  allForms ??= allNodes.map(formsOf);
  return allForms
    .map((forms, node) => rankNode(node, forms, wanted))
    .filter(({ rank }) => rank < WORST)
    .sort((a, b) => a.rank - b.rank || compareDegrees(a.node, b.node))
    .slice(0, MOST_FOUND);
}

/**
 * @param {number} node
 * @returns {Form[]}
 */
function formsOf(node) {
  const texts = [names[node], ...(known("aliases", node) ?? [])];
  return texts.map((text) => ({ text, plain: plainText(text.slice(0, 400)) }));
}

/**
 * @param {number} node
 * @param {Form[]} forms
 * @param {string} wanted
 */
function rankNode(node, forms, wanted) {
  const ranks = forms.map((form) => rankForm(form, wanted));
  if (/^[a-z0-9]{2,}$/.test(wanted))
    ranks[0] = Math.min(ranks[0], rankInitials(known("initials", node), wanted));
  const rank = Math.min(...ranks);
  return { node, rank, form: forms[ranks.indexOf(rank)].text };
}

/**
 * 0 for the form itself, then its beginning, then its initials, what begins with them, what holds the words.
 *
 * @param {Form} form
 * @param {string} wanted
 * @returns {number}
 */
function rankForm({ plain }, wanted) {
  if (plain === wanted) return 0;
  if (plain.startsWith(wanted)) return 1;
  return plain.includes(wanted) ? 4 : WORST;
}

/**
 * @param {string} initials
 * @param {string} wanted
 */
function rankInitials(initials, wanted) {
  const forms = initials.split(" ");
  if (forms.includes(wanted)) return 2;
  return forms.some((form) => form.startsWith(wanted)) ? 3 : WORST;
}

// Evidence: the sentences that state claims.

import { data } from "../data/block.js";
import { claims, endsOf } from "../data/claims.js";
import { groupBy } from "../data/groups.js";
import { runsOf } from "../data/runs.js";
import { element, isolated } from "../dom/elements.js";
import { say } from "../state/language.js";
import { mentionLink, sourceLink } from "./links.js";

/**
 * The pieces of evidence of some claims, each once.
 *
 * @param {number[]} told
 */
export const evidenceOf = (told) => [...groupBy(told, placeOfEvidence).values()].map(quote);

/** @param {number} claim */
const placeOfEvidence = (claim) => `${claims.article[claim]} ${claims.start[claim]} ${claims.end[claim]}`;

/**
 * A piece of evidence, its mentions marked, with the claims that rest on it.
 *
 * @param {number[]} resting
 */
function quote(resting) {
  const [first] = resting;
  const ends = new Set(resting.flatMap(endsOf));
  const runs = runsOf(claims.article[first], claims.start[first], claims.end[first]);
  const words = runs.map(({ text, node }) =>
    node === undefined ? text : mentionLink(text, node, ends.has(node)),
  );
  const sureness = [...new Set(resting.map(surenessOf))].join("；");
  return element(
    "figure",
    { className: "evidence" },
    element("blockquote", {}, ...words),
    element("figcaption", {}, sourceLink(first), element("span", { className: "sure" }, isolated(sureness))),
  );
}

/** @param {number} claim */
const surenessOf = (claim) =>
  `${say("sureness", Math.round(claims.confidence[claim] * 100))} · ${data.rules[claims.rule[claim]]}`;

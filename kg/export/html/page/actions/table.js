// What is drawn as a table of its claims, for a spreadsheet.

import { claims, detailOf, relations } from "../data/claims.js";
import { daysOf } from "../data/days.js";
import { names, typeName } from "../data/nodes.js";
import { quoteOf } from "../data/texts.js";
import { scene } from "../layout/scene.js";
import { isClaimOn } from "../state/filtering.js";
import { say, term } from "../state/language.js";

const COLUMNS = /** @type {const} */ ([
  "subject",
  "type",
  "relation",
  "object",
  "type",
  "detail",
  "date",
  "confidence",
  "article",
  "quote",
]);

/** The claims of all links that are drawn, as the filters let them through, as CSV. */
export function csvText() {
  const told = [...new Set(scene.links.flatMap((link) => link.claims))].filter(isClaimOn);
  const rows = told.sort((a, b) => a - b).map(rowOf);
  const head = COLUMNS.map((word) => say(word));
  return [head, ...rows].map((cells) => cells.map(cellOf).join(",")).join("\r\n");
}

/** @param {number} claim */
function rowOf(claim) {
  const [subject, object] = [claims.subject[claim], claims.object[claim]];
  return [
    names[subject],
    term(typeName(subject)),
    term(relations[claims.relation[claim]]),
    names[object],
    term(typeName(object)),
    detailOf(claim) ?? "",
    daysOf(claim)[0],
    claims.confidence[claim],
    names[claims.article[claim]],
    quoteOf(claim),
  ];
}

/**
 * A cell that a spreadsheet takes for text, whatever it begins with.
 *
 * @param {string | number} value
 */
function cellOf(value) {
  const text = String(value);
  const harmless = /^[\s]*[=+\-@\t\r\uff0b\uff0d\uff1d\uff20]/.test(text) ? `'${text}` : text;
  return /[",\r\n']/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

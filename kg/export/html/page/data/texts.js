// The articles' texts, each parsed when it is first read.

/** @import { Text } from "./types.d.ts" */

import { findElement } from "../dom/find.js";
import { articles } from "./articles.js";
import { claims } from "./claims.js";

/** @typedef {{ start: number, end: number, node: number }} Mention */
/** @typedef {{ text: string, mentions: Mention[] }} Reading */

const orderOf = new Map(articles.map((article, order) => [article, order]));

/** @type {Map<number, Reading>} */
const readings = new Map();

/** @type {string[] | null} */
let lines = null;

/** @param {number} article */
export function textOf(article) {
  const reading = readings.get(article) ?? readText(article);
  readings.set(article, reading);
  return reading;
}

/**
 * @param {number} article
 * @returns {Reading}
 */
function readText(article) {
  lines ??= findElement("texts").textContent.split("\n");
  /** @type {Text} */
  const [text, numbers] = JSON.parse(lines[orderOf.get(article) ?? -1]);
  const mentions = [];
  for (let place = 0; place < numbers.length; place += 3)
    mentions.push({ start: numbers[place], end: numbers[place + 1], node: numbers[place + 2] });
  return { text, mentions };
}

/** @param {number} claim */
export const quoteOf = (claim) =>
  textOf(claims.article[claim]).text.slice(claims.start[claim], claims.end[claim]);

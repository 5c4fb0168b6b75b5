// A text cut where a mention or a claim begins or ends.

import { claims } from "./claims.js";
import { textOf } from "./texts.js";

/** @typedef {{ start: number, end: number }} Span */
/** @typedef {{ text: string, start: number, node?: number, claim?: number }} Run with what it is a part of */

/**
 * The runs of a stretch of an article, with the innermost mention and the innermost of the claims of each.
 *
 * @param {number} article
 * @param {number} start
 * @param {number} end
 * @param {number[]} told claims of the article
 * @returns {Run[]}
 */
export function runsOf(article, start, end, told = []) {
  const { text, mentions } = textOf(article);
  const inside = mentions.filter((mention) => mention.start < end && mention.end > start);
  const stated = told.map((claim) => ({ start: claims.start[claim], end: claims.end[claim], claim }));
  const cuts = cutsWithin(start, end, [...inside, ...stated]);
  return cuts.slice(0, -1).map((from, index) => {
    const to = cuts[index + 1];
    const node = innermost(inside, from, to)?.node;
    return { text: text.slice(from, to), start: from, node, claim: innermost(stated, from, to)?.claim };
  });
}

/**
 * @param {number} start
 * @param {number} end
 * @param {Span[]} spans
 */
function cutsWithin(start, end, spans) {
  const inside = spans.flatMap((span) => [span.start, span.end]).filter((at) => at > start && at < end);
  return [...new Set([start, end, ...inside])].sort((a, b) => a - b);
}

/**
 * The shortest of the spans that cover a run; of two alike the first.
 *
 * @template {Span} Kind
 * @param {Kind[]} spans
 * @param {number} from
 * @param {number} to
 * @returns {Kind | undefined}
 */
function innermost(spans, from, to) {
  return spans
    .filter((span) => span.start <= from && span.end >= to)
    .sort((a, b) => a.end - a.start - (b.end - b.start))[0];
}

// How wide a text is and where it is broken; drawing.py makes room for names in the same way.

import { names } from "../data/nodes.js";
import { say } from "../state/language.js";

export const LINE_HEIGHT = 1.25; // font sizes
const LINE = 8; // full-width characters
const CLOSING = "”’」』》）】、，。：；！？·"; // never begin a line

/**
 * About how wide a text is, in font sizes.
 *
 * @param {string} text
 */
export function widthOf(text) {
  let width = 0;
  for (const char of text) width += char > "\u2e7f" ? 1 : 0.55;
  return width;
}

/** @type {Map<number, string[]>} */
const kept = new Map();

/**
 * The name of a node in lines.
 *
 * @param {number} node
 */
export function linesOf(node) {
  const lines = kept.get(node) ?? breakName(names[node]);
  kept.set(node, lines);
  return lines;
}

/**
 * A name in at most two lines of about one length, cut where it is too long for them.
 *
 * @param {string} name
 */
function breakName(name) {
  const chars = [...name.slice(0, 80).replace(/\s+/g, " ").trim()];
  if (!chars.length) return [say("unnamed")];
  const total = widthOf(chars.join(""));
  const width = Math.min(total / Math.ceil(total / LINE), LINE);
  const [first, second, rest] = fillLines(chars, width);
  if (rest) return [first, `${second.slice(0, -1)}…`];
  return second ? [first, second] : [first];
}

/**
 * @param {string[]} chars
 * @param {number} width
 */
function fillLines(chars, width) {
  const lines = [""];
  for (const char of chars) {
    if (widthOf(lines[lines.length - 1]) >= width && !CLOSING.includes(char)) lines.push("");
    lines[lines.length - 1] += char;
  }
  return lines;
}

/**
 * As much of a text as the width holds, in characters; never less than two.
 *
 * @param {string} text
 * @param {number} width
 */
export function cutText(text, width) {
  if (widthOf(text) <= width) return text;
  let cut = text.slice(0, 2);
  while (cut.length < text.length && widthOf(`${cut}${text[cut.length]}…`) <= width) cut += text[cut.length];
  return `${cut}…`;
}

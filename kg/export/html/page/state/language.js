// The language of the interface. Names and texts stay in their own.

/** @import { Word } from "./words.js" */

import { data } from "../data/block.js";
import { state } from "./state.js";
import { WORDS } from "./words.js";

/** Chinese first: whoever reads another language at home gets English. */
const HOME = /^zh/i.test(navigator.language) ? "zh" : "en";

export const language = () => state.lang ?? HOME;

/**
 * @param {Word} word
 * @param {...(string | number | undefined)} values for {0}, {1}, …
 */
export function say(word, ...values) {
  const [chinese, english] = WORDS[word];
  return (language() === "zh" ? chinese : english).replace(/\{(\d)\}/g, (_, place) => String(values[place]));
}

/** @param {string} name of a type, a kind or a relation */
export const term = (name) => data.terms[name][language()];

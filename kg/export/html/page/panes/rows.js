// Nodes in rows, each with a word on it.

import { known } from "../data/nodes.js";
import { element } from "../dom/elements.js";
import { say } from "../state/language.js";
import { nodeLink } from "./links.js";
import { heading, list } from "./lists.js";

/**
 * @param {number} node
 * @param {string} told
 */
export function nodeRow(node, told) {
  const made = nodeLink(node, "row");
  made.append(element("small", { textContent: told }));
  return made;
}

/** @param {number[]} articles */
export const articleList = (articles) => [
  heading(say("articles"), articles.length),
  list(articles, (article) => nodeRow(article, known("date", article) ?? "")),
];

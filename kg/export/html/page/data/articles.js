// The articles, and which of them mention a node.

import { allNodes, isArticle, known } from "./nodes.js";

export const articles = allNodes.filter(isArticle);

/** @param {number} article */
export const mentionedIn = (article) => known("mentioned", article) ?? [];

/** The articles that mention each node. */
export const articlesOf = allNodes.map(() => /** @type {number[]} */ ([]));

for (const article of articles) for (const node of mentionedIn(article)) articlesOf[node].push(article);

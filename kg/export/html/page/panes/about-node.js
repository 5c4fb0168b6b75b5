// What the panel tells of a node.

import { articlesOf, mentionedIn } from "../data/articles.js";
import { claimsOf, endsOf } from "../data/claims.js";
import { isArticle, names } from "../data/nodes.js";
import { element, isolated, LONG } from "../dom/elements.js";
import { say } from "../state/language.js";
import { factGroups, isPostOf } from "./facts.js";
import { nodeLink } from "./links.js";
import { heading, list } from "./lists.js";
import { nodeActions } from "./node-actions.js";
import { articleList } from "./rows.js";
import { summary } from "./summary.js";
import { timeline } from "./timeline.js";

/** @param {number} node */
export function aboutNode(node) {
  const made = [nodeTitle(node), ...summary(node), nodeActions(node)];
  const groups = factGroups(claimsOf[node], node);
  if (isArticle(node)) return [...made, ...groups, ...alsoMentioned(node)];
  const hasPosts = claimsOf[node].some((claim) => isPostOf(claim, node));
  const posts = hasPosts ? groups.splice(0, 2) : []; // the heading and its list
  return [...made, ...posts, ...timeline(node), ...groups, ...articleList(articlesOf[node])];
}

/**
 * The whole name, which scrolls where it is beyond all measure.
 *
 * @param {number} node
 */
function nodeTitle(node) {
  const made = element("h2", {}, isolated(names[node] || say("unnamed")));
  if (names[node].length > LONG) Object.assign(made, { className: "long", tabIndex: 0 });
  return made;
}

/** @param {number} article */
function alsoMentioned(article) {
  const ends = new Set(claimsOf[article].flatMap(endsOf));
  const others = mentionedIn(article).filter((node) => !ends.has(node));
  if (!others.length) return [];
  return [heading(say("alsoMentions"), others.length), list(others, (node) => nodeLink(node))];
}

// An entity in a few lines: its type, its other names, where it is found.

import { articlesOf } from "../data/articles.js";
import { data } from "../data/block.js";
import { eventDays } from "../data/days.js";
import { isArticle, known, typeName } from "../data/nodes.js";
import { element, icon, meta } from "../dom/elements.js";
import { say, term } from "../state/language.js";

/** @param {number} node */
export function summary(node) {
  const lines = [typeLine(node), ...nameLines(node), ...whenLines(node)];
  for (const line of lines) line.classList.add("clamped");
  return lines;
}

/** @param {number} node */
function typeLine(node) {
  const kind = known("kind", node);
  const type = kind === undefined ? typeName(node) : data.kinds[kind];
  return element("div", { className: "meta" }, icon(typeName(node)), ` ${term(type)}`);
}

/** @param {number} node */
function nameLines(node) {
  const [code, aliases] = [known("code", node), known("aliases", node)];
  const lines = [];
  if (code) lines.push(meta(say("code", code)));
  if (aliases) lines.push(meta(say("aliases", aliases.join("、"))));
  if (!isArticle(node)) lines.push(meta(say("found", articlesOf[node].length, known("mentions", node))));
  return lines;
}

/** @param {number} node */
function whenLines(node) {
  const told = [known("time", node), eventDays(node), known("date", node), known("source", node)];
  const when = told.filter(Boolean).join(" · ");
  return when ? [meta(when)] : [];
}

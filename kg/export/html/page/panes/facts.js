// Facts in words: claims by relation, each with the sentences that state it.

import { claims, detailOf, POST, relations } from "../data/claims.js";
import { groupBy } from "../data/groups.js";
import { element, isolated } from "../dom/elements.js";
import { say, term } from "../state/language.js";
import { evidenceOf } from "./evidence.js";
import { nodeLink } from "./links.js";
import { heading, list } from "./lists.js";
import { strokeClass } from "./strokes.js";

/** @typedef {"→" | "←" | ""} Side whether a claim goes out from a node, comes in, or is on others */

const OPEN_FACTS = 12; // in a group of more facts, the evidence is folded

/**
 * Claims as seen from a node: its posts, those that go out from it, those that come in; of an article, all others.
 *
 * @param {number[]} told
 * @param {number} from
 */
export function factGroups(told, from) {
  const groups = groupBy(told, (claim) => `${sideOf(claim, from)}${claims.relation[claim]}`);
  return [...groups.values()]
    .sort((a, b) => rankOfGroup(a, from) - rankOfGroup(b, from))
    .flatMap((group) => factGroup(group, from));
}

/**
 * @param {number} claim
 * @param {number} from
 * @returns {Side}
 */
function sideOf(claim, from) {
  if (claims.subject[claim] === from) return "→";
  return claims.object[claim] === from ? "←" : "";
}

/**
 * @param {number} claim
 * @param {number} from
 */
export const isPostOf = (claim, from) => claims.relation[claim] === POST && claims.subject[claim] === from;

/**
 * @param {number[]} group
 * @param {number} from
 */
function rankOfGroup([claim], from) {
  if (isPostOf(claim, from)) return -1;
  return claims.relation[claim] + ("→←".indexOf(sideOf(claim, from)) + 1) * 1000;
}

/**
 * @param {number[]} group claims of one relation and side
 * @param {number} from
 */
function factGroup(group, from) {
  const pairs = groupBy(group, (claim) => `${claims.subject[claim]} ${claims.object[claim]}`);
  const facts = [...pairs.values()];
  const isOpen = facts.length <= OPEN_FACTS;
  const mark = element("i", { className: `stroke ${strokeClass(claims.relation[group[0]])}` });
  return [
    heading(groupWords(group[0], from), facts.length, mark),
    list(facts, (fact) => factItem(fact, from, isOpen)),
  ];
}

/**
 * @param {number} claim
 * @param {number} from
 */
function groupWords(claim, from) {
  if (isPostOf(claim, from)) return say("posts");
  const words = term(relations[claims.relation[claim]]);
  return { "→": `${words} →`, "←": `← ${words}`, "": words }[sideOf(claim, from)];
}

/**
 * One fact: the other end (of an article's fact both), the titles, and the evidence of each article.
 *
 * @param {number[]} told
 * @param {number} from
 * @param {boolean} isOpen
 */
function factItem(told, from, isOpen) {
  const titles = new Set(told.map(detailOf).filter((title) => title !== undefined));
  const row = element("div", { className: "ends" }, ...endLinks(told[0], from));
  row.append(...[...titles].map((title) => element("span", { className: "title" }, isolated(title))));
  const evidence = isOpen ? evidenceOf(told) : [foldedEvidence(told)];
  return element("div", { className: "fact" }, row, ...evidence);
}

/**
 * @param {number} claim
 * @param {number} from
 */
function endLinks(claim, from) {
  const [subject, object] = [claims.subject[claim], claims.object[claim]];
  if (subject === from) return [nodeLink(object)];
  if (object === from) return [nodeLink(subject)];
  return [nodeLink(subject), "→", nodeLink(object)];
}

/** @param {number[]} told */
function foldedEvidence(told) {
  const folded = element("details", {}, element("summary", { textContent: say("evidence") }));
  folded.addEventListener("toggle", () => folded.append(...evidenceOf(told)), { once: true });
  return folded;
}

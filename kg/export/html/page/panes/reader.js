// The text of an article, every name and fact marked in the colour of its type.

/** @import { Run } from "../data/runs.js" */

import { closeArticle } from "../actions/reading.js";
import { claims, claimsOf } from "../data/claims.js";
import { known } from "../data/nodes.js";
import { runsOf } from "../data/runs.js";
import { textOf } from "../data/texts.js";
import { button, element, icon, meta, setAttributes } from "../dom/elements.js";
import { findElement } from "../dom/find.js";
import { language, say, term } from "../state/language.js";
import { state } from "../state/state.js";
import { claimLink, mentionLink } from "./links.js";
import { strokeClass } from "./strokes.js";

/** @typedef {[start: number, end: number] | null} Spot what of the text is shown */

const reader = findElement("reader");

let shown = ""; // the article, and all else that the reader shows of the state
let opened = "null null"; // the article and the spot

export function showReader() {
  const { read, spot, at } = state;
  const [key, opening] = [JSON.stringify([read, spot, language(), at]), `${read} ${spot}`];
  if (shown === key) return;
  const isSame = opened === opening;
  [shown, opened] = [key, opening];
  reader.hidden = read === null;
  document.body.classList.toggle("reading", read !== null);
  if (read === null) return;
  const scrolled = reader.scrollTop;
  reader.replaceChildren(...readerContent(read, spot));
  if (isSame) reader.scrollTop = scrolled;
  else showSpot();
}

function showSpot() {
  const spot = reader.querySelector(".spot");
  if (spot) spot.scrollIntoView({ block: "center" });
  else reader.scrollTop = 0;
}

/**
 * @param {number} article
 * @param {Spot} spot
 */
function readerContent(article, spot) {
  const when = [known("date", article), known("source", article)].filter(Boolean).join(" · ");
  return [
    closeButton(),
    element("div", { className: "kicker" }, icon("Article"), ` ${term("Article")}`),
    ...(when ? [meta(when)] : []),
    element("div", { className: "text" }, ...paragraphs(article, spot)),
    meta(say("readerHint")),
  ];
}

function closeButton() {
  const made = button("close", closeArticle, "×");
  made.title = say("close");
  return setAttributes(made, { "aria-label": say("close") });
}

/**
 * The lines of an article, of which the first is the headline.
 *
 * @param {number} article
 * @param {Spot} spot
 */
function paragraphs(article, spot) {
  const told = claimsOf[article].filter((claim) => claims.article[claim] === article);
  const made = [];
  let start = 0;
  for (const line of textOf(article).text.split("\n")) {
    const end = start + line.length;
    const runs = line ? runsOf(article, start, end, told) : [];
    if (line) made.push(element(start ? "p" : "h2", {}, ...runs.map((run) => markedRun(run, spot, article))));
    start = end + 1;
  }
  return made;
}

/**
 * One run: a name leads to its node, the other words of a fact to the fact.
 *
 * @param {Run} run
 * @param {Spot} spot
 * @param {number} article
 */
function markedRun(run, spot, article) {
  const isSpot = spot !== null && run.start >= spot[0] && run.start < spot[1];
  const made = runLink(run, article);
  if (run.claim === undefined && !isSpot) return made;
  const stroke = run.claim === undefined ? "" : ` stated ${strokeClass(claims.relation[run.claim])}`;
  return element("span", { className: `${isSpot ? "spot" : ""}${stroke}`.trim() }, made);
}

/**
 * @param {Run} run
 * @param {number} article
 */
function runLink({ text, node, claim }, article) {
  if (node !== undefined) return mentionLink(text, node, node === state.at, { read: article });
  return claim === undefined ? text : claimLink(text, claim);
}

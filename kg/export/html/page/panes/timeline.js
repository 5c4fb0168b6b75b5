// The events that a node has to do with, by their days; those without one by the day of the report.

import { claimsOf, endsOf } from "../data/claims.js";
import { daysOf, eventDays } from "../data/days.js";
import { isEvent } from "../data/nodes.js";
import { element } from "../dom/elements.js";
import { say } from "../state/language.js";
import { nodeLink } from "./links.js";
import { heading, list } from "./lists.js";

/** @param {number} node */
export function timeline(node) {
  const moments = isEvent(node) ? [] : momentsOf(node);
  if (!moments.length) return [];
  const made = list(moments, momentRow);
  made.classList.add("timeline");
  return [heading(say("timeline"), moments.length), made];
}

/**
 * Events, each with the first day of the last claim on it.
 *
 * @param {number} node
 */
function momentsOf(node) {
  /** @type {Map<number, string>} */
  const days = new Map();
  for (const claim of claimsOf[node]) {
    const [day] = daysOf(claim);
    if (day) for (const event of endsOf(claim).filter(isEvent)) days.set(event, day);
  }
  return [...days].sort(([a, first], [b, second]) => (first < second ? -1 : first > second ? 1 : a - b));
}

/** @param {[event: number, day: string]} moment */
const momentRow = ([event, day]) =>
  element(
    "div",
    { className: "moment" },
    element("small", {}, eventDays(event) || `${day} ${say("reported")}`),
    nodeLink(event),
  );

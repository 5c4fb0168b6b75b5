// When something was: the days of events and of the claims on them.

import { claims } from "./claims.js";
import { known } from "./nodes.js";

/** @typedef {[first: string, last: string]} Days ISO 8601, of any precision; empty where nothing is known */

/** @type {Days[]} */
const found = [];

/**
 * The days that a claim is about: its event's, or else the day of the report.
 *
 * @param {number} claim
 */
export function daysOf(claim) {
  found[claim] ??= findDays(claim);
  return found[claim];
}

/**
 * @param {number} claim
 * @returns {Days}
 */
function findDays(claim) {
  const event = [claims.object[claim], claims.subject[claim]].find(
    (end) => known("first", end) || known("last", end),
  );
  if (event === undefined) {
    const day = known("date", claims.article[claim]) || "";
    return [day, day];
  }
  const [first, last] = [known("first", event) || "", known("last", event) || ""];
  return [first || last, last || first];
}

/** @param {number} event */
export function eventDays(event) {
  const [first, last] = [known("first", event) || "", known("last", event) || ""];
  return first === last ? first : `${first}–${last}`;
}

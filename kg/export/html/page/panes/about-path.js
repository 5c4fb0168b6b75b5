// What the panel tells of a path: where it runs, and the sentences that make it.

import { linksOf, otherEnd } from "../data/links.js";
import { element, meta } from "../dom/elements.js";
import { findPath } from "../layout/paths.js";
import { isDrawable } from "../layout/wanted.js";
import { isClaimOn } from "../state/filtering.js";
import { say } from "../state/language.js";
import { evidenceOf } from "./evidence.js";
import { nodeLink } from "./links.js";

/**
 * @param {number} from
 * @param {number} to
 */
export function aboutPath(from, to) {
  const title = element("h2", { textContent: say("path") });
  const path = findPath(from, to);
  if (!path)
    return [
      title,
      element("div", { className: "ends" }, nodeLink(from), "…", nodeLink(to)),
      meta(say("noPath")),
    ];
  const steps = path
    .slice(1)
    .flatMap((node, place) => [...stepEvidence(path[place], node), nodeLink(node, "entity step")]);
  return [title, meta(say("steps", path.length - 1)), nodeLink(from, "entity step"), ...steps];
}

/**
 * The sentences that link two neighbours on a path.
 *
 * @param {number} from
 * @param {number} to
 */
function stepEvidence(from, to) {
  const between = linksOf[to].filter((link) => otherEnd(link, to) === from && isDrawable(link));
  return evidenceOf([...new Set(between.flatMap((link) => link.claims))].filter(isClaimOn));
}

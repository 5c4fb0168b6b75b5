// What the panel tells of a line.

import { CLAIMED, linksOf, MENTIONED, otherEnd } from "../data/links.js";
import { element } from "../dom/elements.js";
import { state } from "../state/state.js";
import { factGroups } from "./facts.js";
import { nodeLink } from "./links.js";

/**
 * @param {number} from
 * @param {number} to
 */
export function aboutLink(from, to) {
  const shown = linksOf[from].filter(
    (link) => otherEnd(link, from) === to && link.kind !== MENTIONED && (link.kind === CLAIMED || state.fold),
  );
  const title = element("h2", { className: "ends" }, nodeLink(from), "→", nodeLink(to));
  return [title, ...factGroups([...new Set(shown.flatMap((link) => link.claims))], from)];
}

// Which keys do what.

/** @import { Word } from "../state/words.js" */

import { button, element, setAttributes } from "../dom/elements.js";
import { findElement } from "../dom/find.js";
import { say } from "../state/language.js";

const help = findElement("help", HTMLDialogElement);

/** @type {[keys: string, told: Word][]} */
const KEYS = [
  ["/", "keySearch"],
  ["← ↑ → ↓", "keyMove"],
  ["Enter", "keyPanel"],
  ["+ − 0", "keyZoom"],
  ["1 2 3 9", "keySteps"],
  ["e h p", "keyActions"],
  ["Alt ← →", "keyBack"],
  ["Esc", "keyEscape"],
];

export const isHelpOpen = () => help.open;

export function showHelp() {
  const rows = KEYS.flatMap(([keys, told]) => [
    element("dt", {}, element("kbd", { textContent: keys })),
    element("dd", { textContent: say(told) }),
  ]);
  const shut = setAttributes(
    button("close", () => help.close(), "×"),
    { "aria-label": say("close") },
  );
  help.replaceChildren(shut, element("h2", { textContent: say("help") }), element("dl", {}, ...rows));
  help.showModal();
}

// The words of the present language where page.html asks for them.

/** @import { Word } from "../state/words.js" */

import { setAttributes } from "../dom/elements.js";
import { language, say } from "../state/language.js";

let spoken = "";

export function speakLanguage() {
  if (spoken === language()) return;
  spoken = language();
  document.documentElement.lang = spoken === "zh" ? "zh-CN" : "en";
  document.title = `${say("title")} · PressKG`;
  for (const one of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-word]")))
    one.textContent = say(/** @type {Word} */ (one.dataset.word));
  for (const one of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll("[data-hint]")))
    giveHint(one, say(/** @type {Word} */ (one.dataset.hint)));
}

/**
 * @param {HTMLElement} one
 * @param {string} hint
 */
function giveHint(one, hint) {
  setAttributes(one, { "aria-label": hint });
  if (one.matches("button, summary")) one.title = hint;
  if (one instanceof HTMLInputElement) one.placeholder = hint;
}

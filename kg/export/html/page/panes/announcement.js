// For screen readers: what is chosen, said aloud.

import { claimsOf } from "../data/claims.js";
import { names } from "../data/nodes.js";
import { shorten } from "../dom/elements.js";
import { findElement } from "../dom/find.js";
import { say } from "../state/language.js";
import { state } from "../state/state.js";

const spoken = findElement("spoken");

export function announceChoice() {
  const { at } = state;
  const told = at === null ? "" : say("selected", shorten(names[at]), claimsOf[at].length);
  if (spoken.textContent !== told) spoken.textContent = told;
}

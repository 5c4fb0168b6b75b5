// What the reader has chosen, which the address bar tells as well.

/** @import { State } from "./start.js" */

import { readAddress, writeAddress } from "./address.js";
import { START } from "./start.js";

/**
 * The present state; only `changeState` and `readLocation` change it.
 *
 * @type {Readonly<State>}
 */
export const state = { ...START };

/** @type {(() => void)[]} */
const listeners = [];

/**
 * Have something done after every change.
 *
 * @param {() => void} listener
 */
export function onChange(listener) {
  listeners.push(listener);
}

/**
 * Change the state, and with it the address and the page; `replace` makes no step to go back to.
 *
 * @param {Partial<State>} changes
 */
export function changeState(changes, { replace = false } = {}) {
  const here = writeAddress(state);
  Object.assign(state, changes);
  const there = writeAddress(state);
  if (here !== there) history[replace ? "replaceState" : "pushState"](null, "", there);
  for (const listener of listeners) listener();
}

/** Take the state that the address bar tells. */
export function readLocation() {
  Object.assign(state, readAddress(location.hash));
}

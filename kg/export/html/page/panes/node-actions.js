// The buttons of what can be done with a node.

/** @import { Word } from "../state/words.js" */

import { askForPath } from "../actions/choosing.js";
import { hideNode, showAround, showEverything, toggleExpansion, togglePin } from "../actions/exploring.js";
import { openArticle } from "../actions/reading.js";
import { isArticle } from "../data/nodes.js";
import { button, element, setAttributes } from "../dom/elements.js";
import { say } from "../state/language.js";
import { state } from "../state/state.js";

/** @param {number} node */
export function nodeActions(node) {
  const made = element(
    "div",
    { className: "actions" },
    isArticle(node) ? button("action main", () => openArticle(node, null), say("read")) : null,
    reachButtons(node),
    actionButton("expand", () => toggleExpansion(node), state.expanded.includes(node)),
    actionButton("pin", () => togglePin(node), node in state.pinned),
    actionButton("hide", () => hideNode(node)),
    actionButton("pathFrom", () => askForPath(node)),
  );
  return setAttributes(made, { role: "group", "aria-label": say("actions") });
}

/**
 * @param {Word} word
 * @param {() => void} action
 * @param {boolean} [isPressed] of what can be on or off
 */
function actionButton(word, action, isPressed) {
  const made = button("action", action, say(word));
  made.dataset.action = word;
  return isPressed === undefined ? made : setAttributes(made, { "aria-pressed": isPressed });
}

/**
 * How much of what lies around a node is shown: everything, or 1 to 3 steps.
 *
 * @param {number} node
 */
function reachButtons(node) {
  const whole = button("", showEverything, say("all"));
  whole.dataset.action = "steps null";
  setAttributes(whole, { "aria-pressed": state.around === null });
  const steps = [1, 2, 3].map((number) => stepsButton(node, number));
  const made = element("span", { className: "reach" }, whole, ...steps);
  return setAttributes(made, { role: "group", "aria-label": say("range") });
}

/**
 * @param {number} node
 * @param {number} steps
 */
function stepsButton(node, steps) {
  const made = button("", () => showAround(node, steps), String(steps));
  made.dataset.action = `steps ${steps}`;
  const isPressed = state.around === node && state.steps === steps;
  return setAttributes(made, { "aria-label": say("steps", steps), "aria-pressed": isPressed });
}

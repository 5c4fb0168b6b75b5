// The banner: what part of the graph is shown, or what the page waits for.

import { chooseNothing, stopAsking } from "../actions/choosing.js";
import { names } from "../data/nodes.js";
import { button, isolated } from "../dom/elements.js";
import { findElement } from "../dom/find.js";
import { say } from "../state/language.js";
import { changeState, state } from "../state/state.js";

const banner = findElement("banner");

export function showBanner() {
  const content = bannerContent();
  banner.hidden = !content.length;
  banner.replaceChildren(...content);
}

function bannerContent() {
  const { pathFrom, path, around, steps } = state;
  if (pathFrom !== null)
    return [isolated(say("pickEnd", shortName(pathFrom))), button("action", stopAsking, say("close"))];
  if (path) {
    const told = `${say("path")}: ${path.map(shortName).join(" – ")}`;
    return [isolated(told), button("action", chooseNothing, say("whole"))];
  }
  if (around === null) return [];
  const told = say("around", shortName(around), steps);
  return [isolated(told), button("action", leaveNeighbourhood, say("whole"))];
}

const leaveNeighbourhood = () => changeState({ around: null, expanded: [] });

/** @param {number} node */
const shortName = (node) => names[node].slice(0, 24);

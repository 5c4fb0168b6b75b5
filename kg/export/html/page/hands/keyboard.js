// Everything without a mouse.

import { chooseNode, chooseNothing, stopAsking } from "../actions/choosing.js";
import {
  hideNode,
  isDrawn,
  showAround,
  showEverything,
  toggleExpansion,
  togglePin,
} from "../actions/exploring.js";
import { rankOf } from "../data/ranks.js";
import { setAttributes } from "../dom/elements.js";
import { fitPicture, zoomCamera } from "../drawing/camera.js";
import { board, network } from "../drawing/network.js";
import { scene } from "../layout/scene.js";
import { areFiltersOpen, toggleFilters } from "../panes/filters.js";
import { isHelpOpen, showHelp } from "../panes/help.js";
import { focusPanel } from "../panes/panel.js";
import { searchBox } from "../panes/suggestions.js";
import { state } from "../state/state.js";
import { closeExportMenu, isExportMenuOpen } from "./export-menu.js";

/** @type {Record<string, [right: number, down: number]>} */
const DIRECTIONS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** @type {Record<string, () => void>} */
const ON_PICTURE = {
  Enter: focusPanel,
  "+": () => zoomCamera(1.4),
  "=": () => zoomCamera(1.4),
  "-": () => zoomCamera(1 / 1.4),
  0: fitPicture,
  9: showEverything,
};

/**
 * What is done with the chosen node.
 *
 * @type {Record<string, (node: number) => void>}
 */
const ON_NODE = {
  1: (node) => showAround(node, 1),
  2: (node) => showAround(node, 2),
  3: (node) => showAround(node, 3),
  e: toggleExpansion,
  h: hideNode,
  p: (node) => isDrawn(node) && togglePin(node),
};

export function followKeyboard() {
  setAttributes(board, { role: "application", tabindex: 0, "data-hint": "picture" });
  board.addEventListener("keydown", onPictureKey);
  document.addEventListener("keydown", onKey);
}

/** @param {KeyboardEvent} event */
function onKey(event) {
  const isWriting = document.activeElement instanceof HTMLInputElement;
  if (event.key === "Escape" && !isHelpOpen()) stepOut();
  else if (event.key === "/" && !isWriting) {
    searchBox.focus();
    event.preventDefault();
  } else if (event.key === "?" && !isWriting) showHelp();
}

/** One step out: of a question, a menu, a choice. */
function stepOut() {
  if (state.pathFrom !== null) stopAsking();
  else if (isExportMenuOpen()) closeExportMenu();
  else if (areFiltersOpen()) toggleFilters();
  else chooseNothing();
}

/** @param {KeyboardEvent} event */
function onPictureKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const { key } = event;
  if (Object.hasOwn(DIRECTIONS, key)) chooseNext(DIRECTIONS[key]);
  else if (Object.hasOwn(ON_PICTURE, key)) ON_PICTURE[key]();
  else if (!Object.hasOwn(ON_NODE, key)) return;
  else if (state.at !== null) ON_NODE[key](state.at);
  event.preventDefault();
}

/** @param {[right: number, down: number]} direction */
function chooseNext(direction) {
  const next = state.at !== null && isDrawn(state.at) ? nextNode(state.at, direction) : firstNode();
  if (next !== undefined) chooseNode(next);
}

/**
 * The most telling node.
 *
 * @returns {number | undefined}
 */
const firstNode = () => scene.nodes.slice().sort((a, b) => rankOf[a] - rankOf[b])[0];

/**
 * The drawn node that lies nearest in a direction from another.
 *
 * @param {number} from
 * @param {[right: number, down: number]} direction
 */
function nextNode(from, direction) {
  const ranked = scene.nodes
    .filter((node) => node !== from)
    .map((node) => ({ node, cost: costOf(node, from, direction) }))
    .filter(({ cost }) => cost < Infinity);
  return ranked.sort((a, b) => a.cost - b.cost)[0]?.node;
}

/**
 * How far a node is off in a direction; infinite where it lies in another.
 *
 * @param {number} node
 * @param {number} from
 * @param {[right: number, down: number]} direction
 */
function costOf(node, from, [right, down]) {
  const [here, there] = [network.getPosition(from), network.getPosition(node)];
  const [dx, dy] = [there.x - here.x, there.y - here.y];
  const along = dx * right + dy * down;
  const aside = Math.abs(dx * down) + Math.abs(dy * right);
  return along <= 0 || aside > along * 1.5 ? Infinity : along + 2 * aside;
}

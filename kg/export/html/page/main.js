// The page as a whole.
//
// What it knows flows one way; a module imports only from its own folder and from those before it:
//
//   dom/      elements, and how they are built
//   data/     what the page was given: nodes, claims, links, texts, and what follows from them alone
//   state/    what the reader has chosen, the address that tells it, the words of the interface,
//             and what the filters let through
//   layout/   the scene: which nodes and links are shown, where they stand, and where their names have room
//   drawing/  the scene on the canvas and in files; the camera; the one place that knows vis-network
//   actions/  what a reader can ask for: each changes the state, and moves the camera where that helps
//   panes/    what stands around the picture: the panel, the reader, the legend, the filters, …
//   hands/    pointer, keyboard and buttons, which call actions
//
// An action changes the state; the state tells this module; and this module has everything drawn anew,
// each part of which does nothing where what it shows is the same.

import { allNodes, mapPlace } from "./data/nodes.js";
import { framePlaces, lookAtNode, onCameraMove } from "./drawing/camera.js";
import { wearTheme } from "./drawing/paint.js";
import { drawPicture } from "./drawing/picture.js";
import { followButtons } from "./hands/buttons.js";
import { followExportMenu } from "./hands/export-menu.js";
import { followKeyboard } from "./hands/keyboard.js";
import { followPointer } from "./hands/pointer.js";
import { followSearch } from "./hands/search.js";
import { followSystem } from "./hands/system.js";
import { announceChoice } from "./panes/announcement.js";
import { showBanner } from "./panes/banner.js";
import { showCount } from "./panes/count.js";
import { showFilters } from "./panes/filters.js";
import { showLegend } from "./panes/legend.js";
import { showPanel } from "./panes/panel.js";
import { showReader } from "./panes/reader.js";
import { speakLanguage } from "./panes/speech.js";
import { applyFilters, isNodeOn } from "./state/filtering.js";
import { onChange, readLocation, state } from "./state/state.js";

/** Bring the page up to date with the state. */
function showState() {
  speakLanguage();
  wearTheme(state.theme);
  drawPicture();
  showPanel();
  showReader();
  showLegend();
  showFilters();
  showCount();
  showBanner();
  announceChoice();
}

/** Show the state that the address bar tells. */
function showLocation() {
  readLocation();
  showState();
  lookAtChoice();
}

function lookAtChoice() {
  if (state.at !== null) lookAtNode(state.at);
}

function openPage() {
  readLocation();
  applyFilters();
  showReader(); // leaves the picture its room
  framePlaces(allNodes.filter(isNodeOn).map(mapPlace), { isAnimated: false });
  showState();
  lookAtChoice();
}

followPointer();
followKeyboard();
followButtons();
followSearch();
followExportMenu();
followSystem();
onChange(showState);
onCameraMove(showCount);
addEventListener("popstate", showLocation);
openPage();

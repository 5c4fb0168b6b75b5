// The pointer on the picture: choosing, dragging, expanding, and what is under it.

import { chooseLink, chooseNode } from "../actions/choosing.js";
import { pinNode, toggleExpansion } from "../actions/exploring.js";
import { links, MENTIONED } from "../data/links.js";
import { reportMove } from "../drawing/camera.js";
import { refreshLabels } from "../drawing/labels.js";
import { network, stage } from "../drawing/network.js";
import { moveNode } from "../layout/places.js";
import { hideTooltip, showLinkTooltip, showNodeTooltip } from "../panes/tooltip.js";
import { changeState, state } from "../state/state.js";

export function followPointer() {
  network.on("click", onClick);
  network.on("doubleClick", ({ nodes: [node] }) => node !== undefined && toggleExpansion(node));
  network.on("dragging", ({ nodes: [node] }) => node !== undefined && refreshLabels());
  network.on("dragEnd", onDragEnd);
  network.on("zoom", reportMove);
  network.on("animationFinished", reportMove);
  new ResizeObserver(reportMove).observe(stage);
  showTooltips();
}

/** @param {VisPointing} pointing */
function onClick({ nodes: [node], edges: [edge] }) {
  if (node !== undefined) chooseNode(node, { isSeen: true });
  else if (edge !== undefined && links[edge].kind !== MENTIONED)
    chooseLink([links[edge].from, links[edge].to]);
  else if (state.at !== null || state.link) changeState({ at: null, link: null });
}

/** @param {VisPointing} pointing */
function onDragEnd({ nodes }) {
  for (const node of nodes) {
    const place = network.getPosition(node);
    moveNode(node, place);
    if (state.pinned[node]) pinNode(node, place, { replace: true });
  }
  if (!nodes.length) reportMove();
}

function showTooltips() {
  network.on("hoverNode", ({ node, pointer }) => showNodeTooltip(pointer.DOM, node));
  network.on("hoverEdge", ({ edge, pointer }) => showLinkTooltip(pointer.DOM, links[edge]));
  for (const event of /** @type {const} */ (["blurNode", "blurEdge", "dragStart", "zoom", "click"]))
    network.on(event, hideTooltip);
  stage.addEventListener("mouseleave", hideTooltip);
}

// vis-network, which draws: it holds what is drawn, and nothing else; positions come from the build.

/** @import { EdgeItem, NodeItem } from "./items.js" */

import { findElement } from "../dom/find.js";

const { DataSet, Network } = globalThis.vis;

/** @type {VisDataSet<NodeItem>} */
export const nodeItems = new DataSet();

/** @type {VisDataSet<EdgeItem>} */
export const edgeItems = new DataSet();

export const stage = findElement("canvas");

export const network = new Network(
  stage,
  { nodes: nodeItems, edges: edgeItems },
  {
    physics: { enabled: false, solver: "forceAtlas2Based", stabilization: false },
    layout: { improvedLayout: false },
    interaction: { hover: true, selectConnectedEdges: false, hideEdgesOnDrag: false, keyboard: false },
    nodes: { shape: "custom", chosen: false, label: undefined },
    edges: { arrowStrikethrough: false, chosen: false, smooth: false, hoverWidth: 0 },
  },
);

export const surface = /** @type {HTMLCanvasElement} */ (stage.querySelector("canvas"));
export const board = /** @type {HTMLElement} */ (stage.querySelector(".vis-network"));

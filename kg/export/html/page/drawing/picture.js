// The picture: the scene as it is drawn, and the camera that follows it.

import { composeScene, isLarge, scene, showVisible } from "../layout/scene.js";
import { state } from "../state/state.js";
import { fitPicture, lookAtNode, onCameraMove, partInSight } from "./camera.js";
import { drawGrounds } from "./grounds.js";
import { edgeItem, nodeItem, setUnit } from "./items.js";
import { drawLabels, refreshLabels } from "./labels.js";
import { edgeItems, network, nodeItems } from "./network.js";
import { shapeRenderer } from "./nodes.js";
import { syncItems } from "./sync.js";

let isTold = false; // whether vis-network holds the scene

/** Draw what the state asks for. The camera moves only where another picture takes the place of this one. */
export function drawPicture() {
  const change = composeScene(partInSight());
  paintPicture();
  if (change === "arranged" || (change === "returned" && state.at === null)) fitPicture();
  else if (change === "returned" && state.at !== null) lookAtNode(state.at);
}

/** Bring nodes and edges up to date with the scene, the theme and the zoom. */
export function paintPicture() {
  isTold = false; // vis-network may draw while it is being told
  syncItems(nodeItems, scene.nodes.map(nodeItem));
  syncItems(edgeItems, scene.links.map(edgeItem));
  isTold = true;
  refreshLabels();
}

/** Lines as thick as before; and of a large map, what is now worth showing. */
function followCamera() {
  const isCoarser = setUnit(network.getScale());
  if (isLarge()) showVisible(partInSight());
  if (isCoarser || isLarge()) paintPicture();
}

network.setOptions({ nodes: { ctxRenderer: shapeRenderer } });
network.on("beforeDrawing", drawGrounds);
network.on("afterDrawing", (ctx) => {
  if (isTold) drawLabels(ctx);
});
onCameraMove(followCamera);

// Physics on request.

import { setAttributes } from "../dom/elements.js";
import { findElement } from "../dom/find.js";
import { refreshLabels } from "../drawing/labels.js";
import { network } from "../drawing/network.js";
import { isPhysical, setPhysics } from "../drawing/physics.js";
import { moveNode } from "../layout/places.js";

/** Let the nodes move, or stay where they are by now. */
export function togglePhysics() {
  setPhysics(!isPhysical());
  if (!isPhysical())
    for (const [node, place] of Object.entries(network.getPositions())) moveNode(Number(node), place);
  setAttributes(findElement("physics"), { "aria-pressed": isPhysical() });
  refreshLabels();
}

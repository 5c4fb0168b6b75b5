// Choosing a node, a line, or nothing; and asking for a path.

import { lookAtNode } from "../drawing/camera.js";
import { scene } from "../layout/scene.js";
import { NOTHING } from "../state/start.js";
import { changeState, state } from "../state/state.js";

/**
 * Choose a node; a path that waits for its other end ends there. The camera goes there unless the reader sees it.
 *
 * @param {number} node
 */
export function chooseNode(node, { isSeen = false } = {}) {
  const { pathFrom } = state;
  const isElsewhere = scene.isArranged && !scene.nodes.includes(node);
  if (pathFrom !== null && pathFrom !== node)
    changeState({ ...NOTHING, pathFrom: null, path: [pathFrom, node] });
  else changeState({ ...NOTHING, pathFrom: null, at: node, around: isElsewhere ? null : state.around });
  if (!isSeen) lookAtNode(node);
}

/** @param {[number, number]} ends */
export const chooseLink = (ends) => changeState({ ...NOTHING, link: ends });

export const chooseNothing = () => changeState(NOTHING);

/**
 * Wait for the other end of a path.
 *
 * @param {number} node
 */
export const askForPath = (node) => changeState({ pathFrom: node });

export const stopAsking = () => changeState({ pathFrom: null });

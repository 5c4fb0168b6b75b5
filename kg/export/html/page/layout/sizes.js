// How large nodes are drawn.

const SHARE = 0.36; // of its size at zoom 1, that a node never becomes smaller than on the screen

/**
 * How much larger than at zoom 1 nodes are drawn, so that they can be seen from afar.
 *
 * @param {number} scale the zoom
 */
export const magnified = (scale) => Math.max(1, SHARE / scale);

// Where there is room on the canvas.

/**
 * @typedef {object} Box
 * @property {number} left
 * @property {number} top
 * @property {number} right
 * @property {number} bottom
 * @property {number | null} owner the node that it belongs to
 */

/**
 * A box about a point.
 *
 * @param {number} x
 * @param {number} y
 * @param {number} width
 * @param {number} height
 * @param {number | null} owner
 * @returns {Box}
 */
export const boxAt = (x, y, width, height, owner = null) => ({
  left: x - width / 2,
  right: x + width / 2,
  top: y - height / 2,
  bottom: y + height / 2,
  owner,
});

/** Boxes that are taken, found again by the squares that they lie in. */
export class Room {
  /** @param {number} square length of its sides */
  constructor(square) {
    this.square = square;
    /** @type {Map<number, Box[]>} */
    this.taken = new Map();
  }

  /**
   * Whether nothing of another owner lies in a box.
   *
   * @param {Box} box
   */
  isFree(box) {
    for (const square of this.squaresOf(box))
      for (const other of this.taken.get(square) ?? [])
        if ((box.owner === null || other.owner !== box.owner) && doOverlap(box, other)) return false;
    return true;
  }

  /** @param {Box} box */
  take(box) {
    for (const square of this.squaresOf(box)) {
      const boxes = this.taken.get(square);
      if (boxes) boxes.push(box);
      else this.taken.set(square, [box]);
    }
  }

  /** @param {Box} box */
  *squaresOf({ left, top, right, bottom }) {
    const place = (/** @type {number} */ value) => Math.floor(value / this.square);
    for (let x = place(left); x <= place(right); x++)
      for (let y = place(top); y <= place(bottom); y++) yield x * 1_000_003 + y;
  }
}

/** @type {(a: Box, b: Box) => boolean} */
const doOverlap = (a, b) => a.left < b.right && a.right > b.left && a.top < b.bottom && a.bottom > b.top;

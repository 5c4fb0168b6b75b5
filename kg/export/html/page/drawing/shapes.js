// A shape for each type, so that colour is never the only sign; a person is a disc.

const star = Array.from({ length: 10 }, (_, corner) => {
  const [angle, r] = [(corner * Math.PI) / 5 - Math.PI / 2, corner % 2 ? 0.5 : 1.2];
  return [r * Math.cos(angle), r * Math.sin(angle)];
});

/**
 * The corners of the shape of radius 1 about the origin.
 *
 * @type {Record<string, number[][]>}
 */
export const CORNERS = {
  Organisation: [
    [-0.9, -0.9],
    [0.9, -0.9],
    [0.9, 0.9],
    [-0.9, 0.9],
  ],
  Place: [
    [0, -1.1],
    [1.1, 0.85],
    [-1.1, 0.85],
  ],
  Event: [
    [0, -1.2],
    [1.2, 0],
    [0, 1.2],
    [-1.2, 0],
  ],
  Article: star,
};

/**
 * The outline of a node about the origin.
 *
 * @param {string} type
 * @param {number} r
 */
export function outlineOf(type, r) {
  const path = new Path2D();
  if (type === "Person") path.arc(0, 0, r, 0, 2 * Math.PI);
  else {
    CORNERS[type].forEach(([x, y], index) => {
      path[index ? "lineTo" : "moveTo"](x * r, y * r);
    });
    path.closePath();
  }
  return path;
}

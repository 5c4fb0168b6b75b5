// Where the reader looks.

const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
const MARGIN = { left: 70, right: 70, top: 50, bottom: 110 }; // pixels, for names and for what lies upon the picture
const BANNER = 90; // pixels above, where the banner lies
const CLOSEST = 1.3; // zoom of a fit

/** The part of the map in sight, and a little more, so that moving a little needs nothing new. */
function windowOnMap() {
  const { x, y } = network.getViewPosition();
  const scale = network.getScale();
  const [across, down] = [(stage.clientWidth * 0.6) / scale, (stage.clientHeight * 0.6) / scale];
  return { left: x - across, right: x + across, top: y - down, bottom: y + down };
}

function moveCamera(position, scale, animated = true) {
  const animation = animated && !calm ? { duration: 350, easingFunction: "easeInOutQuad" } : false;
  network.moveTo({ position, scale, animation });
  if (!animation) afterMove();
}

/** Show all of the nodes, with room for their names. */
function frame(points, { closest = CLOSEST, animated = true } = {}) {
  if (!points.length || !stage.clientWidth) return;
  const [left, top] = [Infinity, Infinity].map((start, axis) =>
    points.reduce((low, point) => Math.min(low, axis ? point.y : point.x), start),
  );
  const [right, bottom] = [-Infinity, -Infinity].map((start, axis) =>
    points.reduce((high, point) => Math.max(high, axis ? point.y : point.x), start),
  );
  const across = Math.max(stage.clientWidth - MARGIN.left - MARGIN.right, 80);
  const above = seen.arranged ? BANNER : MARGIN.top;
  const down = Math.max(stage.clientHeight - above - MARGIN.bottom, 80);
  const scale = Math.min(across / Math.max(right - left, 1), down / Math.max(bottom - top, 1), closest);
  const shift = { x: (MARGIN.right - MARGIN.left) / 2, y: (MARGIN.bottom - above) / 2 };
  const centre = {
    x: (left + right) / 2 + shift.x / scale,
    y: (top + bottom) / 2 + shift.y / scale,
  };
  moveCamera(centre, scale, animated);
}

/** Show everything that is shown or, of a large map, could be. */
function fit({ animated = true } = {}) {
  const shown = seen.whole > seen.nodes.length ? all.filter((node) => nodeOn[node]) : seen.nodes;
  frame(shown.map(placeOf), { animated });
}

function isInSight(place) {
  const { x, y } = network.canvasToDOM(place);
  return x > 60 && y > 40 && x < stage.clientWidth - 60 && y < stage.clientHeight - 120;
}

/** Move to a node, or to all that an article tells of, unless it is in sight already. */
function lookAt(node) {
  const drawn = new Set(seen.nodes);
  const told = isArticle(node) ? known("mentioned", node).filter((one) => drawn.has(one)) : [];
  if (told.length) return frame(told.map(placeOf), { closest: 1.1 });
  if (!drawn.has(node)) return undefined;
  const place = placeOf(node);
  const scale = network.getScale();
  if (isInSight(place) && scale > 0.5) return undefined;
  return moveCamera(place, Math.max(scale, 0.9));
}

const zoomBy = (factor) => moveCamera(network.getViewPosition(), network.getScale() * factor);

/** After the camera moved: lines as thick as before; and of a large map, what is now worth showing. */
function afterMove() {
  clearTimeout(afterMove.waiting);
  afterMove.waiting = setTimeout(
    () => {
      const coarse = 2 ** Math.max(0, Math.round(Math.log2(1 / network.getScale()) * 2) / 2);
      if (coarse === unit && seen.whole <= FEW) return;
      unit = coarse;
      if (seen.whole > FEW) seen = visible(windowOnMap());
      paintPicture();
      showCount();
    },
    calm ? 0 : 90,
  );
}

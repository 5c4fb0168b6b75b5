// The picture: vis-network holds what is drawn, and nothing else; positions come from the build.

const stage = document.getElementById("canvas");
const nodes = new vis.DataSet();
const edges = new vis.DataSet();

const OPTIONS = {
  physics: { enabled: false, solver: "forceAtlas2Based", stabilization: false },
  layout: { improvedLayout: false },
  interaction: { hover: true, selectConnectedEdges: false, hideEdgesOnDrag: false, keyboard: false },
  nodes: { shape: "custom", ctxRenderer: drawNode, chosen: false, label: undefined },
  edges: { arrowStrikethrough: false, chosen: false, smooth: false, hoverWidth: 0 },
};

mixColours();
const network = new vis.Network(stage, { nodes, edges }, OPTIONS);
const surface = stage.querySelector("canvas");

let seen = { nodes: [], links: [], whole: 0, arranged: false }; // what is drawn: see visibility.js
let painted = null; // the same, once vis-network holds it
let clear = null; // what of it stands out: see looks.js
let arrangement = null; // node → {x, y} where the picture is not the map
const moved = new Map(); // node → {x, y}, as the reader dragged it
const ARROWS = 2.5; // above so many, arrowheads would hide what they point at
let unit = 1; // canvas units to a pixel that lines and sizes are made for, in steps

const mapPlace = (node) => ({ x: data.picture.x[node], y: data.picture.y[node] });

function placeOf(node) {
  const pinned = state.pinned[node];
  if (pinned) return { x: pinned[0], y: pinned[1] };
  return moved.get(node) || arrangement?.get(node) || mapPlace(node);
}

/** Draw what is visible now. The camera moves only where another picture takes the place of this one. */
function drawPicture() {
  const before = seen;
  seen = visible(windowOnMap());
  rearrange(before);
  paintPicture();
}

/** Give a picture of its own its places, and the map its own back. */
function rearrange(before) {
  const same = before.arranged && seen.arranged && rearrange.of === pictureKey();
  if (!seen.arranged) {
    if (arrangement) leaveArrangement();
  } else if (
    !same ||
    before.nodes.length !== seen.nodes.length ||
    before.links.length !== seen.links.length
  ) {
    const standing = same ? new Map(before.nodes.map((node) => [node, placeOf(node)])) : new Map();
    if (!same) moved.clear();
    arrangement = arrange(seen.nodes, seen.links, standing) || new Map();
    paintPicture();
    fit();
  }
  rearrange.of = pictureKey();
}

const pictureKey = () => `${state.around} ${state.steps} ${state.path}`;

function leaveArrangement() {
  arrangement = null;
  moved.clear();
  paintPicture();
  if (state.at === null) fit();
  else lookAt(state.at);
}

/** Bring nodes and edges up to date with what is seen, what stands out, the theme and the zoom. */
function paintPicture() {
  clear = lit(seen);
  painted = null; // vis-network may draw while it is being told
  sync(nodes, seen.nodes.map(nodeItem));
  sync(edges, seen.links.map(edgeItem));
  painted = seen;
  freshen();
}

function nodeItem(id) {
  return { id, ...placeOf(id), size: sizeOf[id] * Math.max(1, SHARE * unit), fixed: id in state.pinned };
}

function edgeItem(one) {
  const strong = clear?.links.has(one);
  const onPath = state.path && seen.arranged;
  const colour = strong || onPath ? paint.accent : clear ? paint.faint : paint.edge;
  return {
    id: one.id,
    from: one.from,
    to: one.to,
    color: { color: colour, hover: paint.accent },
    width: (strong ? 1.8 : 1) * Math.max(1, unit * 0.8),
    arrows: {
      to: {
        enabled: one.kind === CLAIMED && (unit < ARROWS || strong),
        scaleFactor: 0.45 * Math.max(1, unit * 0.6),
      },
    },
    dashes: one.kind === CLAIMED ? false : [2 * unit, 4 * unit],
    smooth: isBoth(one) ? { enabled: true, type: "curvedCW", roundness: 0.18 } : false,
  };
}

/** Make a data set hold exactly the items; only those that changed are told to vis-network. */
function sync(set, items) {
  const last = (set.last ??= new Map());
  const ids = new Set(items.map(({ id }) => id));
  const gone = set.getIds().filter((id) => !ids.has(id));
  gone.forEach((id) => last.delete(id));
  if (gone.length) set.remove(gone);
  const changed = items.filter((item) => {
    const told = JSON.stringify(item);
    if (last.get(item.id) === told) return false;
    last.set(item.id, told);
    return true;
  });
  if (changed.length) set.update(changed);
}

/* Drawing */

function drawNode({ ctx, id, x, y, state: { hover } }) {
  return { drawNode: () => drawShape(ctx, id, x, y, hover) };
}

function drawShape(ctx, id, x, y, hover) {
  const scale = network.getScale();
  const isSeen = !clear || clear.nodes.has(id);
  const chosen = state.at === id || hover;
  const shape = outline(typeName(id), sizeOf[id] * magnified(scale));
  ctx.save();
  ctx.translate(x, y);
  ctx.lineJoin = "round";
  ctx.fillStyle = isSeen ? paint.types[typeOf[id]] : paint.faint;
  ctx.strokeStyle = chosen ? paint.ink : paint.paper;
  ctx.lineWidth = (chosen ? 2.5 : 1.5) / Math.min(scale, 1);
  if (state.pinned[id]) ctx.setLineDash([3 / scale, 2 / scale]);
  if (state.pinned[id] && !chosen) ctx.strokeStyle = paint.ink;
  ctx.fill(shape);
  ctx.stroke(shape);
  ctx.restore();
}

let labels = null; // where names stand at this zoom
let labelled = null; // the zoom at which they were placed

/** Have the names placed anew, and everything drawn. */
function freshen() {
  labels = null;
  network.redraw();
}

network.on("afterDrawing", (ctx) => {
  if (!painted) return;
  const scale = network.getScale();
  if (!labels || labelled !== scale || isPhysical) {
    labels = placeLabels(painted, network.getPositions(), scale);
    labelled = scale;
  }
  drawLabels(ctx, labels);
});

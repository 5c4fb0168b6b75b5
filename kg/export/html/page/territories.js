// Communities seen from afar: the ground that each covers, and how much links one to another.

const AFAR = 0.5; // zoom, below which they show
const MANY = 200; // nodes, of which the communities can be told by their ground
const STRANGERS = 0.2; // for each member
const GROUND_LINKS = 240; // of the most linked pairs

/** {grounds: [{x, y, r}], ties: [{from, to, number}]} of the large communities, as the filters leave them. */
function territories() {
  if (territories.key === filter.key) return territories.known;
  territories.key = filter.key;
  const grounds = new Map();
  membersOf.forEach((members, community) => {
    const present = members.filter((node) => nodeOn[node]);
    const ground = present.length >= LARGE && groundOf(present.map(mapPlace));
    if (ground && isOwn(ground, community, present.length)) grounds.set(community, ground);
  });
  if (grounds.size < heads.size / 2) grounds.clear(); // a few would only puzzle
  const ties = new Map();
  for (const { id, from, to } of links) {
    const [a, b] = [communityOf[from], communityOf[to]].sort((x, y) => x - y);
    if (!linkOn[id] || a === b || !grounds.has(a) || !grounds.has(b)) continue;
    const key = a * membersOf.length + b;
    if (!ties.has(key)) ties.set(key, { from: grounds.get(a), to: grounds.get(b), number: 0 });
    ties.get(key).number++;
  }
  const strongest = [...ties.values()].sort((a, b) => b.number - a.number).slice(0, GROUND_LINKS);
  territories.known = { grounds: [...grounds.values()], ties: strongest };
  return territories.known;
}

/** The circle about most of the places. */
function groundOf(places) {
  const mean = (axis) => places.reduce((sum, place) => sum + place[axis], 0) / places.length;
  const [x, y] = [mean("x"), mean("y")];
  const reach = places.map((place) => Math.hypot(place.x - x, place.y - y)).sort((a, b) => a - b);
  return { x, y, r: reach[Math.floor(reach.length * 0.9)] + 60 };
}

/** Whether hardly anybody else stands on a ground: communities of one small component are drawn among each other. */
function isOwn({ x, y, r }, community, members) {
  let strangers = 0;
  for (let node = 0; node < count; node++) {
    if (!nodeOn[node] || communityOf[node] === community || !onMap(node)) continue;
    if (Math.hypot(data.picture.x[node] - x, data.picture.y[node] - y) < r) strangers++;
  }
  return strangers <= members * STRANGERS;
}

network.on("beforeDrawing", (ctx) => {
  const scale = network.getScale();
  if (seen.arranged || scale > AFAR || seen.whole < MANY) return;
  const { grounds, ties } = territories();
  ctx.strokeStyle = paint.tie;
  for (const { from, to, number } of seen.nodes.length < seen.whole ? ties : []) {
    ctx.lineWidth = Math.min(1 + Math.log2(number), 6) / scale;
    ctx.beginPath();
    ctx.moveTo(from.x, from.y);
    ctx.lineTo(to.x, to.y);
    ctx.stroke();
  }
  ctx.fillStyle = paint.ground;
  for (const { x, y, r } of grounds) {
    ctx.beginPath();
    ctx.arc(x, y, r, 0, 2 * Math.PI);
    ctx.fill();
  }
});

// A picture of a chosen few: distances follow the number of steps between them, and no two names lie on each other.

const STEP = 150; // pixels between neighbours
const MOST_ARRANGED = 260; // more stay where the map has them
const ROUNDS = 60;
const PUSHES = 120;

/** Node → {x, y}: from where the nodes stood before, if they did. The same call gives the same answer. */
function arrange(nodes, drawn, before = new Map()) {
  if (nodes.length > MOST_ARRANGED) return null;
  const hops = hopsAmong(nodes, drawn);
  const points = nodes.map((node, place) => before.get(node) || started(place, hops));
  for (let round = 0; round < ROUNDS; round++) settle(points, hops);
  for (let push = 0; push < PUSHES && pushApart(points, nodes); push++);
  return new Map(nodes.map((node, place) => [node, points[place]]));
}

/** Rings around the first node: how far out tells the steps, the angle only keeps them apart. */
function started(place, hops) {
  const angle = place * Math.PI * (3 - Math.sqrt(5));
  const reach = STEP * Math.min(hops[0][place], 6);
  return { x: reach * Math.cos(angle), y: reach * Math.sin(angle) };
}

/** The steps between every two of the nodes; those that nothing links are a little farther than the farthest. */
function hopsAmong(nodes, drawn) {
  const place = new Map(nodes.map((node, index) => [node, index]));
  const beside = nodes.map(() => []);
  for (const { from, to } of drawn) {
    beside[place.get(from)].push(place.get(to));
    beside[place.get(to)].push(place.get(from));
  }
  const rows = nodes.map((_, start) => {
    const hops = new Float32Array(nodes.length).fill(Infinity);
    hops[start] = 0;
    const queue = [start];
    for (const one of queue)
      for (const other of beside[one])
        if (hops[other] === Infinity) {
          hops[other] = hops[one] + 1;
          queue.push(other);
        }
    return hops;
  });
  const farthest = Math.max(
    1,
    ...rows.map((row) => row.reduce((a, b) => (b < Infinity ? Math.max(a, b) : a), 0)),
  );
  return rows.map((row) => row.map((hop) => (hop < Infinity ? hop : farthest + 1)));
}

/** One round of stress majorisation: each node moves to where its distances fit best. */
function settle(points, hops) {
  points.forEach((point, a) => {
    let [x, y, total] = [0, 0, 0];
    points.forEach((other, b) => {
      if (a === b) return;
      const [dx, dy] = [point.x - other.x, point.y - other.y];
      const length = Math.max(Math.hypot(dx, dy), 1e-6);
      const weight = 1 / hops[a][b] ** 2;
      const stretch = (hops[a][b] * STEP) / length;
      x += weight * (other.x + dx * stretch);
      y += weight * (other.y + dy * stretch);
      total += weight;
    });
    if (total) Object.assign(point, { x: x / total, y: y / total });
  });
}

/** Push apart what overlaps, each with its name below it; whether anything did. */
function pushApart(points, nodes) {
  let moved = false;
  for (let a = 0; a < nodes.length; a++)
    for (let b = a + 1; b < nodes.length; b++) {
      const [dx, dy] = [points[b].x - points[a].x, points[b].y - points[a].y];
      const across = 104 - Math.abs(dx);
      const down = 62 + (sizeOf[nodes[a]] + sizeOf[nodes[b]]) / 2 - Math.abs(dy);
      if (across <= 0 || down <= 0) continue;
      moved = true;
      const [axis, depth, sign] =
        across < down ? ["x", across, dx < 0 ? -1 : 1] : ["y", down, dy < 0 ? -1 : 1];
      points[a][axis] -= (sign * depth) / 2.5;
      points[b][axis] += (sign * depth) / 2.5;
    }
  return moved;
}

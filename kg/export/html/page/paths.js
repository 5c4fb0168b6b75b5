// The shortest path between two nodes: where it runs, and the sentences that make it.

/** The nodes of a shortest path, both ends included, or null; through articles only where they are shown. */
function pathBetween(from, to) {
  const before = new Map([[from, from]]);
  const queue = [from];
  for (const node of queue) {
    if (node === to) break;
    for (const one of linksOf[node]) {
      const other = otherEnd(one, node);
      if (before.has(other) || !(linkOn[one.id] || (touches(one, from, to) && isDrawn(one)))) continue;
      before.set(other, node);
      queue.push(other);
    }
  }
  if (!before.has(to)) return null;
  const path = [to];
  while (path[0] !== from) path.unshift(before.get(path[0]));
  return path;
}

function aboutPath(from, to) {
  const path = pathBetween(from, to);
  const title = element("h2", { textContent: say("path") });
  if (!path)
    return [
      title,
      element("div", { className: "ends" }, nodeLink(from), "…", nodeLink(to)),
      meta(say("noPath")),
    ];
  const steps = path
    .slice(1)
    .flatMap((node, place) => [...pathEvidence(path[place], node), nodeLink(node, "entity step")]);
  return [title, meta(say("steps", path.length - 1)), nodeLink(from, "entity step"), ...steps];
}

/** The sentences that link two neighbours on a path. */
function pathEvidence(from, to) {
  const between = linksOf[to].filter((one) => otherEnd(one, to) === from && isDrawn(one));
  const told = [...new Set(between.flatMap((one) => one.claims))].filter((claim) => claimOn[claim]);
  return [...groupBy(told, placeOfEvidence).values()].map(quote);
}

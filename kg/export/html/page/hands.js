// What the reader does with the picture: choosing, dragging, expanding, pinning, and physics on request.

let isPhysical = false;

network.on("click", ({ nodes: [node], edges: [edge] }) => {
  if (node !== undefined) choose(node, { near: false });
  else if (edge !== undefined && links[edge].kind !== MENTIONED)
    go({ ...NOTHING, link: [links[edge].from, links[edge].to] });
  else if (state.at !== null || state.link) go({ at: null, link: null });
});
network.on("doubleClick", ({ nodes: [node] }) => {
  if (node !== undefined) expand(node);
});
network.on("dragging", ({ nodes: [node] }) => {
  if (node !== undefined) freshen();
});
network.on("dragEnd", ({ nodes: dragged }) => {
  for (const node of dragged) {
    const { x, y } = network.getPosition(node);
    moved.set(node, { x, y });
    if (state.pinned[node])
      go({ pinned: { ...state.pinned, [node]: [Math.round(x), Math.round(y)] } }, { replace: true });
  }
  if (!dragged.length) afterMove();
});
network.on("zoom", afterMove);
network.on("animationFinished", afterMove);
new ResizeObserver(() => afterMove()).observe(stage);

/** Bring in all neighbours of a node, and the camera back far enough to see them; or let them go again. */
function expand(node) {
  const isMore = !state.expanded.includes(node);
  go({ ...NOTHING, at: node, expanded: toggled(state.expanded, node), ...layerOf(node) });
  const brought = [node, ...near(node, MOST)].map(placeOf);
  if (isMore && !seen.arranged && !brought.every(isInSight)) frame(brought, { closest: network.getScale() });
}

function togglePin(node) {
  const { [node]: known, ...others } = state.pinned;
  const { x, y } = nodes.get(node) ? network.getPosition(node) : placeOf(node);
  go({ pinned: known ? others : { ...others, [node]: [Math.round(x), Math.round(y)] } });
}

function togglePhysics() {
  isPhysical = !isPhysical;
  network.setOptions({ physics: { enabled: isPhysical } });
  if (!isPhysical)
    for (const [node, place] of Object.entries(network.getPositions())) moved.set(Number(node), place);
  document.getElementById("physics").setAttribute("aria-pressed", isPhysical);
  freshen();
}

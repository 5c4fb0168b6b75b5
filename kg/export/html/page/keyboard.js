// Everything without a mouse.

const help = document.getElementById("help");
const HELP = [
  ["/", "keySearch"],
  ["← ↑ → ↓", "keyMove"],
  ["Enter", "keyPanel"],
  ["+ − 0", "keyZoom"],
  ["1 2 3 9", "keySteps"],
  ["e h p", "keyActions"],
  ["Alt ← →", "keyBack"],
  ["Esc", "keyEscape"],
];

function showHelp() {
  const rows = HELP.flatMap(([key, word]) => [
    element("dt", {}, element("kbd", { textContent: key })),
    element("dd", { textContent: say(word) }),
  ]);
  const shut = button("close", () => help.close(), "×");
  shut.setAttribute("aria-label", say("close"));
  help.replaceChildren(shut, element("h2", { textContent: say("help") }), element("dl", {}, ...rows));
  help.showModal();
}

/** The drawn node that lies nearest in a direction from the chosen one. */
function nextNode([right, down]) {
  if (state.at === null || !nodes.get(state.at))
    return seen.nodes.slice().sort((a, b) => rankOf[a] - rankOf[b])[0];
  const here = network.getPosition(state.at);
  let best = null;
  for (const node of seen.nodes) {
    const { x, y } = network.getPosition(node);
    const along = (x - here.x) * right + (y - here.y) * down;
    const aside = Math.abs((x - here.x) * down) + Math.abs((y - here.y) * right);
    if (node === state.at || along <= 0 || aside > along * 1.5) continue;
    const cost = along + 2 * aside;
    if (!best || cost < best.cost) best = { node, cost };
  }
  return best?.node;
}

const DIRECTIONS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

const ON_PICTURE = {
  Enter: () => panel.focus(),
  "+": () => zoomBy(1.4),
  "=": () => zoomBy(1.4),
  "-": () => zoomBy(1 / 1.4),
  0: () => fit(),
  9: () => showAround(null, 1),
  ...Object.fromEntries(
    [1, 2, 3].map((steps) => [steps, () => state.at !== null && showAround(state.at, steps)]),
  ),
  e: () => state.at !== null && expand(state.at),
  h: () => state.at !== null && go({ ...NOTHING, hidden: [...state.hidden, state.at] }),
  p: () => state.at !== null && nodes.get(state.at) && togglePin(state.at),
};

function onPictureKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const direction = DIRECTIONS[event.key];
  if (direction) {
    const next = nextNode(direction);
    if (next !== undefined) choose(next);
  } else if (Object.hasOwn(ON_PICTURE, event.key)) ON_PICTURE[event.key]();
  else return;
  event.preventDefault();
}

const board = stage.querySelector(".vis-network");
board.setAttribute("role", "application");
board.tabIndex = 0;
board.dataset.hint = "picture";
board.addEventListener("keydown", onPictureKey);

document.addEventListener("keydown", (event) => {
  const writing = /^INPUT$/.test(document.activeElement?.tagName);
  if (event.key === "Escape" && !help.open) stepOut();
  else if (event.key === "/" && !writing) {
    search.focus();
    event.preventDefault();
  } else if (event.key === "?" && !writing) showHelp();
});

/** One step out: of a question, a menu, a choice. */
function stepOut() {
  if (waiting !== null) stopWaiting();
  else if (exportMenu.open) exportMenu.open = false;
  else if (!filters.hidden) toggleFilters(false);
  else go(NOTHING);
}

/* For screen readers: what is chosen, said aloud */

const spoken = document.getElementById("spoken");

function announce() {
  const told = state.at === null ? "" : say("selected", short(names[state.at]), claimsOf[state.at].length);
  if (spoken.textContent !== told) spoken.textContent = told;
}

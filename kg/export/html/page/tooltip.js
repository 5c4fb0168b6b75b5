// What the pointer is on.

const tooltip = document.getElementById("tooltip");

function hint({ x, y }, ...content) {
  tooltip.replaceChildren(...content);
  tooltip.hidden = false;
  const room = tooltip.parentElement.getBoundingClientRect();
  tooltip.style.left = `${Math.max(8, Math.min(x + 14, room.width - tooltip.offsetWidth - 8))}px`;
  tooltip.style.top = `${Math.max(8, Math.min(y + 14, room.height - tooltip.offsetHeight - 8))}px`;
}

network.on("hoverNode", ({ node, pointer }) => {
  hint(pointer.DOM, element("strong", {}, isolated(short(names[node]))), ...summary(node));
});
network.on("hoverEdge", ({ edge, pointer }) => {
  const one = links[edge];
  if (!one.claims.length) return;
  const title = [
    isolated(short(names[one.from])),
    ` ─ ${short(wordsOf(one))} → `,
    isolated(short(names[one.to])),
  ];
  const quoted = element("div", { className: "meta clamped" }, isolated(quoteOf(one.claims[0])));
  hint(pointer.DOM, element("strong", {}, ...title), quoted);
});
const unhint = () => {
  tooltip.hidden = true;
};
for (const event of ["blurNode", "blurEdge", "dragStart", "zoom", "click"]) network.on(event, unhint);
stage.addEventListener("mouseleave", unhint);

/** Lines on an entity: its type, its other names, where it is found. */
function summary(node) {
  const kind = known("kind", node);
  const type = kind === undefined ? typeName(node) : data.kinds[kind];
  const lines = [element("div", { className: "meta" }, icon(typeName(node)), ` ${term(type)}`)];
  if (known("code", node)) lines.push(meta(say("code", known("code", node))));
  if (known("aliases", node)) lines.push(meta(say("aliases", known("aliases", node).join("、"))));
  if (!isArticle(node)) lines.push(meta(say("found", articlesOf[node].length, known("mentions", node))));
  const when = [known("time", node), eventDays(node), known("date", node), known("source", node)].filter(
    Boolean,
  );
  if (when.length) lines.push(meta(when.join(" · ")));
  lines.forEach((line) => line.classList.add("clamped"));
  return lines;
}

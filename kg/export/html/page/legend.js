// The legend, which is also the filter by type; and how much of the graph is drawn.

const legend = document.getElementById("legend");
const counted = document.getElementById("counted");

function showLegend() {
  const key = `${filterKey()} ${language}`;
  if (showLegend.key === key) return;
  showLegend.key = key;
  const focused = legend.contains(document.activeElement) && document.activeElement.dataset.type;
  legend.replaceChildren(...types.map(legendEntry), foldEntry());
  if (focused) legend.querySelector(`[data-type="${focused}"]`).focus();
}

function legendEntry(type, place) {
  const ofArticles = place === ARTICLE;
  const number = all.filter(
    (node) => typeOf[node] === place && (ofArticles || state.articles || onMap(node)),
  ).length;
  const made = button(
    "",
    () => toggleType(type),
    icon(type),
    ` ${term(type)} `,
    element("small", { textContent: number.toLocaleString("en") }),
  );
  made.dataset.type = type;
  made.title = say(ofArticles ? "toggleArticles" : "toggle");
  made.setAttribute("aria-pressed", ofArticles ? state.articles : !state.off.includes(type));
  if (place === EVENT && state.fold) made.disabled = true;
  return made;
}

function foldEntry() {
  const made = button("fold", () => go({ fold: !state.fold }), icon("Fold"), ` ${say("fold")}`);
  made.dataset.type = "Fold";
  made.title = say("foldHint");
  made.setAttribute("aria-pressed", state.fold);
  return made;
}

function toggleType(type) {
  if (type === "Article") go({ articles: !state.articles });
  else go({ off: toggled(state.off, type) });
  if (type === "Article" && !seen.arranged) fit();
}

/** The list without an item, or with it where it was not in it. */
const toggled = (items, item) =>
  items.includes(item) ? items.filter((one) => one !== item) : [...items, item];

function showCount() {
  const some = seen.nodes.length < seen.whole;
  counted.hidden = !some;
  counted.textContent = some
    ? say("drawn", seen.nodes.length.toLocaleString("en"), seen.whole.toLocaleString("en"))
    : "";
}

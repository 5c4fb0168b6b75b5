// What is in sight, as a file: a picture, a drawing, or a table of its claims.

const exportMenu = document.getElementById("export");

function save(name, blob) {
  const made = element("a", { href: URL.createObjectURL(blob), download: name });
  made.click();
  setTimeout(() => URL.revokeObjectURL(made.href), 10_000);
  exportMenu.open = false;
}

function savePng() {
  const picture = element("canvas", { width: surface.width, height: surface.height });
  const ctx = picture.getContext("2d");
  ctx.fillStyle = paint.paper;
  ctx.fillRect(0, 0, picture.width, picture.height);
  ctx.drawImage(surface, 0, 0);
  picture.toBlob((blob) => save("graph.png", blob));
}

/* Drawing */

const svgText = () => new XMLSerializer().serializeToString(svgDrawing());
const saveSvg = () => save("graph.svg", new Blob([svgText()], { type: "image/svg+xml" }));

/** The part in sight as an SVG drawing: shapes, lines and names as they stand on the canvas. */
function svgDrawing() {
  const scale = network.getScale();
  const centre = network.getViewPosition();
  const [width, height] = [stage.clientWidth / scale, stage.clientHeight / scale];
  const [left, top] = [centre.x - width / 2, centre.y - height / 2];
  const place = network.getPositions();
  const grown = magnified(scale);
  const { names: named, words } = placeLabels(seen, place, scale);
  return svg(
    "svg",
    {
      viewBox: [left, top, width, height].map(Math.round).join(" "),
      width: stage.clientWidth,
      height: stage.clientHeight,
      "font-family": paint.sans,
    },
    svg("rect", { x: left, y: top, width, height, fill: paint.paper }),
    ...seen.links.flatMap((one) => svgLink(one, place, grown)),
    ...seen.nodes.map((node) => svgShape(node, place[node], sizeOf[node] * grown)),
    ...words.map(({ text, font, x, y }) => svgWords(text, x, y, font, paint.soft)),
    ...named.flatMap(({ node, lines, font, x, y }) =>
      lines.map((line, index) =>
        svgWords(line, x, lineHeight(y, index, lines, font), font, nameColour(node)),
      ),
    ),
  );
}

/** A line from edge to edge, and its arrowhead. */
function svgLink(one, place, grown) {
  const { color, width, arrows } = edgeItem(one);
  const [from, to] = [place[one.from], place[one.to]];
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const [dx, dy] = [(to.x - from.x) / length, (to.y - from.y) / length];
  const along = (reach, aside = 0) => [to.x - dx * reach - dy * aside, to.y - dy * reach + dx * aside];
  const tip = sizeOf[one.to] * grown + 2;
  const head = arrows.to.enabled ? 6 * width : 0;
  const [x2, y2] = along(tip + head);
  const line = svg("line", { x1: from.x, y1: from.y, x2, y2, stroke: color.color, "stroke-width": width });
  if (!head) return [line];
  const corners = [along(tip), along(tip + head, head / 3), along(tip + head, -head / 3)];
  return [line, svg("polygon", { points: corners.join(" "), fill: color.color })];
}

function svgShape(node, { x, y }, r) {
  const look = { fill: !clear || clear.nodes.has(node) ? paint.types[typeOf[node]] : paint.faint };
  const title = svg("title", {}, printable(names[node]));
  if (typeName(node) === "Person") return svg("circle", { cx: x, cy: y, r, ...look }, title);
  const points = CORNERS[typeName(node)].map(([a, b]) => `${x + a * r},${y + b * r}`);
  return svg("polygon", { points: points.join(" "), ...look }, title);
}

const svgWords = (text, x, y, font, fill) =>
  svg(
    "text",
    {
      x,
      y,
      fill,
      stroke: paint.paper,
      "stroke-width": font / 5,
      "paint-order": "stroke",
      "font-size": font,
      "text-anchor": "middle",
      "dominant-baseline": "central",
    },
    printable(text),
  );

/** A text without what no XML file may hold. */
const printable = (text) => text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "");

/* Print: the drawing stands in for the canvas, which a page of another size would clear; always light */

const printed = document.getElementById("printed");

addEventListener("beforeprint", () => {
  document.documentElement.dataset.theme = "light";
  mixColours();
  printed.replaceChildren(svgDrawing());
});
addEventListener("afterprint", () => {
  document.documentElement.dataset.theme = state.theme || "";
  mixColours();
  printed.replaceChildren();
});

/* Table */

const saveCsv = () => save("graph.csv", new Blob([`\ufeff${csvText()}`], { type: "text/csv" }));

/** The claims of all links that are drawn, as the filters let them through. */
function csvText() {
  const head = [
    "subject",
    "type",
    "relation",
    "object",
    "type",
    "detail",
    "date",
    "confidence",
    "article",
    "quote",
  ];
  const told = [...new Set(seen.links.flatMap((one) => one.claims))].filter((claim) => claimOn[claim]);
  const rows = told
    .sort((a, b) => a - b)
    .map((claim) => [
      names[claims.subject[claim]],
      term(typeName(claims.subject[claim])),
      term(relations[claims.relation[claim]]),
      names[claims.object[claim]],
      term(typeName(claims.object[claim])),
      detailOf(claim) || "",
      daysOf(claim)[0],
      claims.confidence[claim],
      names[claims.article[claim]],
      quoteOf(claim),
    ]);
  return [head.map((word) => say(word)), ...rows].map((cells) => cells.map(cell).join(",")).join("\r\n");
}

/** A cell that a spreadsheet takes for text, whatever it begins with. */
function cell(value) {
  const text = String(value);
  const harmless = /^[\s]*[=+\-@\t\r\uff0b\uff0d\uff1d\uff20]/.test(text) ? `'${text}` : text;
  return /[",\r\n']/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

for (const [name, action] of Object.entries({
  png: savePng,
  svg: saveSvg,
  csv: saveCsv,
  print: () => window.print(),
}))
  document.getElementById(`export-${name}`).addEventListener("click", action);
document.addEventListener("click", (event) => {
  if (!exportMenu.contains(event.target)) exportMenu.open = false;
});

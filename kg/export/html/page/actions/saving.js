// What is in sight, as a file: a picture, a drawing, or a table of its claims.

import { element } from "../dom/elements.js";
import { surface } from "../drawing/network.js";
import { paint } from "../drawing/paint.js";
import { svgDrawing } from "../drawing/svg.js";
import { csvText } from "./table.js";

export function savePng() {
  const picture = element("canvas", { width: surface.width, height: surface.height });
  const ctx = picture.getContext("2d");
  if (!ctx) return;
  ctx.fillStyle = paint.paper;
  ctx.fillRect(0, 0, picture.width, picture.height);
  ctx.drawImage(surface, 0, 0);
  picture.toBlob((blob) => blob && saveFile("graph.png", blob));
}

export function saveSvg() {
  const text = new XMLSerializer().serializeToString(svgDrawing());
  saveFile("graph.svg", new Blob([text], { type: "image/svg+xml" }));
}

/** The mark at its beginning tells spreadsheets that it is UTF-8. */
export function saveCsv() {
  saveFile("graph.csv", new Blob([`\ufeff${csvText()}`], { type: "text/csv" }));
}

/**
 * @param {string} name
 * @param {Blob} blob
 */
function saveFile(name, blob) {
  const link = element("a", { href: URL.createObjectURL(blob), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

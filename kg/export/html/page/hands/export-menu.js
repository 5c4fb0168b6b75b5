// The menu of the files that the page can give.

import { saveCsv, savePng, saveSvg } from "../actions/saving.js";
import { findElement } from "../dom/find.js";

const menu = findElement("export", HTMLDetailsElement);

export const isExportMenuOpen = () => menu.open;

export function closeExportMenu() {
  menu.open = false;
}

export function followExportMenu() {
  for (const [name, save] of Object.entries({ png: savePng, svg: saveSvg, csv: saveCsv }))
    findElement(`export-${name}`).addEventListener("click", () => {
      save();
      closeExportMenu();
    });
  findElement("export-print").addEventListener("click", () => print());
  document.addEventListener("click", ({ target }) => {
    if (!(target instanceof Node && menu.contains(target))) closeExportMenu();
  });
}

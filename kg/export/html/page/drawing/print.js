// Printing: the drawing stands in for the canvas, which a page of another size would clear; always light.

import { findElement } from "../dom/find.js";
import { state } from "../state/state.js";
import { wearTheme } from "./paint.js";
import { svgDrawing } from "./svg.js";

const printed = findElement("printed");

export function dressForPrint() {
  wearTheme("light");
  printed.replaceChildren(svgDrawing());
}

export function undressFromPrint() {
  wearTheme(state.theme);
  printed.replaceChildren();
}

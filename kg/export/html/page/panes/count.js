// How much of the graph is drawn.

import { findElement } from "../dom/find.js";
import { scene } from "../layout/scene.js";
import { say } from "../state/language.js";

const counted = findElement("counted");

export function showCount() {
  const [drawn, whole] = [scene.nodes.length, scene.whole];
  const isPart = drawn < whole;
  counted.hidden = !isPart;
  counted.textContent = isPart ? say("drawn", drawn.toLocaleString("en"), whole.toLocaleString("en")) : "";
}

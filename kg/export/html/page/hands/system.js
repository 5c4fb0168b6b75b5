// What the system tells: another theme, and that the page is printed.

import { mixPaint } from "../drawing/paint.js";
import { paintPicture } from "../drawing/picture.js";
import { dressForPrint, undressFromPrint } from "../drawing/print.js";

export function followSystem() {
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => {
    mixPaint();
    paintPicture();
  });
  addEventListener("beforeprint", dressForPrint);
  addEventListener("afterprint", undressFromPrint);
}

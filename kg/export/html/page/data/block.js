// The facts, as the page holds them.

/** @import { Data } from "./types.d.ts" */

import { findElement } from "../dom/find.js";

/** @type {Data} */
export const data = JSON.parse(findElement("data").textContent);

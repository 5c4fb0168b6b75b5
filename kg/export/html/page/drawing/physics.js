// Physics, which moves the nodes on request.

import { network } from "./network.js";

let isOn = false;

export const isPhysical = () => isOn;

/** @param {boolean} enabled */
export function setPhysics(enabled) {
  isOn = enabled;
  network.setOptions({ physics: { enabled } });
}

// What the reader can choose, and what is chosen before they did.

import { allNodes, isOnMap } from "../data/nodes.js";

/**
 * @typedef {object} State
 * @property {number | null} at the chosen node
 * @property {[number, number] | null} link or the ends of the chosen link
 * @property {[number, number] | null} path or the ends of the path asked for
 * @property {number | null} pathFrom the node from which a path is asked for, until its other end is chosen
 * @property {number | null} read the article in the reader
 * @property {[number, number] | null} spot start and end of what is shown in it
 * @property {number | null} around the node whose neighbourhood is shown alone
 * @property {number} steps of the neighbourhood, 1 to 3
 * @property {number[]} expanded
 * @property {number[]} hidden
 * @property {Record<number, [x: number, y: number]>} pinned
 * @property {string[]} off types
 * @property {string[]} without relations
 * @property {number | null} article the only one whose claims count
 * @property {string} since ISO 8601, or empty
 * @property {string} until
 * @property {number} sure percent
 * @property {boolean} fold whether events are folded away
 * @property {boolean} articles whether the layer of the articles is shown
 * @property {Language | null} lang
 * @property {Theme | null} theme
 *
 * @typedef {"zh" | "en"} Language
 * @typedef {"light" | "dark"} Theme
 */

/** What lets a choice go. */
export const NOTHING = { at: null, link: null, path: null };

/** What lets every filter go. */
export const UNFILTERED = {
  off: [],
  without: [],
  article: null,
  since: "",
  until: "",
  sure: 0,
  hidden: [],
  fold: false,
};

/** @type {Readonly<State>} */
export const START = {
  ...NOTHING,
  ...UNFILTERED,
  pathFrom: null,
  read: null,
  spot: null,
  around: null,
  steps: 1,
  expanded: [],
  pinned: {},
  articles: !allNodes.some(isOnMap),
  lang: null,
  theme: null,
};

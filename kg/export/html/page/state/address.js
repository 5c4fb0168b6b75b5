// A state as the address bar tells it, so that a view can be kept, shared and come back to.

/** @import { State } from "./start.js" */

import { relations } from "../data/claims.js";
import { isArticle, types } from "../data/nodes.js";
import { keys, nodeOf } from "./keys.js";
import { START } from "./start.js";

/**
 * What stands after the address of the page, # included.
 *
 * @param {Readonly<State>} state
 */
export function writeAddress(state) {
  const words = new URLSearchParams(wordsOf(state).filter(([, value]) => value));
  // What URLs may show as it is, is shown as it is.
  return `#${words}`.replaceAll("%2F", "/").replaceAll("%40", "@").replaceAll("%2C", ",");
}

/**
 * Names and values; an empty value is not told.
 *
 * @param {Readonly<State>} state
 * @returns {[string, string][]}
 */
function wordsOf(state) {
  const { at, read, article, around, link, path, expanded, hidden } = state;
  /** @type {(name: string, nodes: (number | null)[]) => [string, string][]} */
  const nodes = (name, told) => told.map((node) => [name, node === null ? "" : keys[node]]);
  return [
    ...nodes("at", [at]),
    ...nodes("read", [read]),
    ...nodes("article", [article]),
    ...nodes("around", [around]),
    ...nodes("link", link ?? []),
    ...nodes("path", path ?? []),
    ...nodes("expanded", expanded),
    ...nodes("hidden", hidden),
    ...pinWords(state),
    ...plainWords(state),
  ];
}

/**
 * @param {Readonly<State>} state
 * @returns {[string, string][]}
 */
function pinWords({ pinned }) {
  return Object.entries(pinned).map(([node, place]) => ["pinned", `${keys[Number(node)]}@${place.join()}`]);
}

/**
 * @param {Readonly<State>} state
 * @returns {[string, string][]}
 */
function plainWords(state) {
  return [
    ["off", state.off.join()],
    ["without", state.without.join()],
    ["since", state.since],
    ["until", state.until],
    ["lang", state.lang ?? ""],
    ["theme", state.theme ?? ""],
    ["spot", state.spot?.join("-") ?? ""],
    ["steps", state.around === null ? "" : String(state.steps)],
    ["sure", state.sure ? String(state.sure) : ""],
    ["fold", state.fold ? "1" : ""],
    ["articles", state.articles === START.articles ? "" : state.articles ? "1" : "0"],
  ];
}

/**
 * The state that an address tells; what it tells of nodes and words that are not here is passed over.
 *
 * @param {string} address
 * @returns {State}
 */
export function readAddress(address) {
  const words = new URLSearchParams(address.slice(1));
  return {
    at: readNode(words, "at"),
    link: readPair(words, "link"),
    path: readPair(words, "path"),
    pathFrom: null,
    read: readArticle(words, "read"),
    spot: readSpot(words),
    around: readNode(words, "around"),
    steps: readNumber(words, "steps", 1, 3),
    expanded: readNodes(words, "expanded"),
    hidden: readNodes(words, "hidden"),
    pinned: readPins(words),
    off: readSome(words, "off", types),
    without: readSome(words, "without", relations),
    article: readArticle(words, "article"),
    since: readDay(words, "since"),
    until: readDay(words, "until"),
    sure: readNumber(words, "sure", 0, 100),
    fold: words.get("fold") === "1",
    articles: words.has("articles") ? words.get("articles") === "1" : START.articles,
    lang: readOne(words, "lang", ["zh", "en"]),
    theme: readOne(words, "theme", ["light", "dark"]),
  };
}

/** @type {(words: URLSearchParams, name: string) => number | null} */
const readNode = (words, name) => nodeOf(words.get(name));

/** @type {(words: URLSearchParams, name: string) => number | null} */
function readArticle(words, name) {
  const found = readNode(words, name);
  return found !== null && isArticle(found) ? found : null;
}

/** @type {(words: URLSearchParams, name: string) => number[]} */
const readNodes = (words, name) =>
  words
    .getAll(name)
    .map(nodeOf)
    .filter((found) => found !== null);

/** @type {(words: URLSearchParams, name: string) => [number, number] | null} */
function readPair(words, name) {
  const [from, to, ...others] = readNodes(words, name);
  return to === undefined || others.length ? null : [from, to];
}

/** @type {(words: URLSearchParams) => State["pinned"]} */
function readPins(words) {
  /** @type {State["pinned"]} */
  const found = {};
  for (const told of words.getAll("pinned")) {
    const [, key = null, x, y] = /^(.*)@(-?\d+),(-?\d+)$/s.exec(told) ?? [];
    const pinned = nodeOf(key);
    if (pinned !== null) found[pinned] = [Number(x), Number(y)];
  }
  return found;
}

/** @type {(words: URLSearchParams, name: string, known: string[]) => string[]} */
const readSome = (words, name, known) =>
  (words.get(name) ?? "").split(",").filter((found) => known.includes(found));

/** @type {<Known extends string>(words: URLSearchParams, name: string, known: Known[]) => Known | null} */
const readOne = (words, name, known) => known.find((found) => found === words.get(name)) ?? null;

/** @type {(words: URLSearchParams, name: string, low: number, high: number) => number} */
const readNumber = (words, name, low, high) =>
  Math.min(Math.max(Math.round(Number(words.get(name))) || low, low), high);

/** @type {(words: URLSearchParams, name: string) => string} */
const readDay = (words, name) =>
  /^\d{4}-\d\d-\d\d$/.test(words.get(name) ?? "") ? (words.get(name) ?? "") : "";

/** @type {(words: URLSearchParams) => [number, number] | null} */
function readSpot(words) {
  const found = /^(\d+)-(\d+)$/.exec(words.get("spot") ?? "");
  return found && [Number(found[1]), Number(found[2])];
}

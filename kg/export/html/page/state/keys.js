// Nodes by type and name, as addresses tell them: the numbers of another build would differ.

import { allNodes, names, typeName } from "../data/nodes.js";

const LONGEST = 80; // characters of a name in an address

/** The key of each node; of several of one type and name, the others are counted. */
export const keys = nodeKeys();

function nodeKeys() {
  /** @type {Map<string, number>} */
  const seen = new Map();
  return allNodes.map((node) => {
    const key = `${typeName(node)}/${writable(names[node].slice(0, LONGEST))}`;
    const number = (seen.get(key) ?? 0) + 1;
    seen.set(key, number);
    return number > 1 ? `${key}~${number}` : key;
  });
}

/**
 * A text without lone surrogates, which cannot be written in an address.
 *
 * @param {string} text
 */
function writable(text) {
  return text.replace(/\p{Surrogate}/gu, "\ufffd");
}

/** @type {Map<string, number> | null} */
let nodesByKey = null;

/**
 * @param {string | null} key
 * @returns {number | null}
 */
export function nodeOf(key) {
  nodesByKey ??= new Map(keys.map((one, node) => [one, node]));
  return nodesByKey.get(key ?? "") ?? null;
}

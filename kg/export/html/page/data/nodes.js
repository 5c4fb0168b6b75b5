// The nodes: entities and articles. A node is told by its number, its place in every column.

/** @import { Entities } from "./types.d.ts" */

import { data } from "./block.js";

/** @typedef {{ x: number, y: number }} Place in pixels at zoom 1 */

export const types = data.types;
export const names = data.entities.name;
export const typeOf = Uint8Array.from(data.entities.type);
export const sizeOf = Float32Array.from(data.picture.size);
export const communityOf = Int32Array.from(data.picture.community);

export const nodeCount = names.length;
export const allNodes = Array.from({ length: nodeCount }, (_, node) => node);

export const ARTICLE = types.indexOf("Article");
export const EVENT = types.indexOf("Event");

/** @param {number} node */
export const isArticle = (node) => typeOf[node] === ARTICLE;

/** @param {number} node */
export const isEvent = (node) => typeOf[node] === EVENT;

/**
 * Whether a node is on the map: the others, with the articles, are the layer below it.
 *
 * @param {number} node
 */
export const isOnMap = (node) => communityOf[node] >= 0;

/** @param {number} node */
export const typeName = (node) => types[typeOf[node]];

/**
 * What a column tells of a node.
 *
 * @template {keyof Entities} Column
 * @param {Column} column
 * @param {number} node
 * @returns {Entities[Column][number]}
 */
export const known = (column, node) => data.entities[column][node];

/**
 * @param {number} node
 * @returns {Place}
 */
export const mapPlace = (node) => ({ x: data.picture.x[node], y: data.picture.y[node] });

// The claims, each told by its number.

import { data } from "./block.js";
import { allNodes } from "./nodes.js";

export const relations = data.relations;
export const POST = relations.indexOf("holdsPosition");

export const claims = {
  ...data.claims,
  subject: Int32Array.from(data.claims.subject),
  relation: Uint8Array.from(data.claims.relation),
  object: Int32Array.from(data.claims.object),
  article: Int32Array.from(data.claims.article),
};
export const claimCount = claims.subject.length;

/** @param {number} claim */
export const endsOf = (claim) => [claims.subject[claim], claims.object[claim]];

/** @param {number} claim */
export const detailOf = (claim) => claims.title[claim] || claims.role[claim];

/** The claims of each node: as an end of them or, of an article, as their source. */
export const claimsOf = allNodes.map(() => /** @type {number[]} */ ([]));

for (let claim = 0; claim < claimCount; claim++)
  for (const node of new Set([claims.subject[claim], claims.object[claim], claims.article[claim]]))
    claimsOf[node].push(claim);

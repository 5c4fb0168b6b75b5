// What the filters let through: claims, then the links that have any of them left, then nodes.

/** @import { Link } from "../data/links.js" */
/** @import { State } from "./start.js" */

import { claimCount, claims, relations } from "../data/claims.js";
import { daysOf } from "../data/days.js";
import { addFoldedLinks } from "../data/folding.js";
import { FOLDED, links, linksOf, MENTIONED } from "../data/links.js";
import { allNodes, EVENT, isArticle, isOnMap, nodeCount, typeOf, types } from "../data/nodes.js";
import { state } from "./state.js";

const claimOn = new Uint8Array(claimCount);
const nodeOn = new Uint8Array(nodeCount);
let linkOn = new Uint8Array(0);
let filteredBy = "";

/** @param {number} claim */
export const isClaimOn = (claim) => claimOn[claim] === 1;

/** @param {number} node */
export const isNodeOn = (node) => nodeOn[node] === 1;

/** @param {Link} link */
export const isLinkOn = ({ id }) => linkOn[id] === 1;

/**
 * Whether a filter asks for some claims alone, so that a node without any of them is of no interest.
 *
 * @param {Readonly<State>} state
 */
export const isNarrowed = ({ without, article, since, until, sure }) =>
  Boolean(without.length || article !== null || since || until || sure);

/** What tells one filtering from another. */
export function filterKey() {
  const { off, without, hidden, article, since, until, sure, fold, articles } = state;
  return JSON.stringify([off, without, hidden, article, since, until, sure, fold, articles]);
}

/** Bring what is let through up to date with the state. */
export function applyFilters() {
  if (filteredBy === filterKey()) return;
  filteredBy = filterKey();
  if (state.fold) addFoldedLinks();
  filterClaims();
  filterNodes();
  filterLinks();
  if (isNarrowed(state)) dropLoneNodes();
}

function filterClaims() {
  const without = new Set(state.without.map((name) => relations.indexOf(name)));
  for (let claim = 0; claim < claimCount; claim++) claimOn[claim] = Number(isClaimWanted(claim, without));
}

/**
 * @param {number} claim
 * @param {Set<number>} without relations
 */
function isClaimWanted(claim, without) {
  return (
    claims.confidence[claim] * 100 >= state.sure - 1e-6 &&
    !without.has(claims.relation[claim]) &&
    (state.article === null || claims.article[claim] === state.article) &&
    isInPeriod(claim)
  );
}

/**
 * Whether any day of the claim lies in the period; a day may be told as 2025 or 2025-06.
 *
 * @param {number} claim
 */
function isInPeriod(claim) {
  if (!state.since && !state.until) return true;
  const [first, last] = daysOf(claim);
  if (!first && !last) return false;
  const since = state.since.slice(0, last.length);
  const until = state.until.slice(0, first.length);
  return (!since || last >= since) && (!until || first <= until);
}

function filterNodes() {
  const off = new Set(state.off.map((type) => types.indexOf(type)));
  if (state.fold) off.add(EVENT);
  const hidden = new Set(state.hidden);
  for (const node of allNodes) {
    const isShown = isArticle(node) ? state.articles : !off.has(typeOf[node]);
    nodeOn[node] = Number(isShown && !hidden.has(node) && (state.articles || isOnMap(node)));
  }
}

function filterLinks() {
  const narrowed = isNarrowed(state);
  linkOn = Uint8Array.from(links, (link) => Number(isLinkWanted(link, narrowed)));
}

/**
 * @param {Link} link
 * @param {boolean} narrowed
 */
function isLinkWanted({ kind, from, to, claims: told }, narrowed) {
  if (!nodeOn[from] || !nodeOn[to]) return false;
  if (kind === MENTIONED) return !narrowed;
  if (kind === FOLDED && !state.fold) return false;
  return told.some(isClaimOn);
}

function dropLoneNodes() {
  for (const node of allNodes) if (nodeOn[node] && !linksOf[node].some(isLinkOn)) nodeOn[node] = 0;
}

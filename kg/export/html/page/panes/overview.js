// The overview: how much there is, and where to begin.

/** @import { Word } from "../state/words.js" */

import { articles } from "../data/articles.js";
import { claimCount } from "../data/claims.js";
import { allNodes, isOnMap, names, nodeCount } from "../data/nodes.js";
import { compareDegrees, degreeOf, largeCommunities } from "../data/ranks.js";
import { button, element, isolated, meta, shorten } from "../dom/elements.js";
import { framePlaces } from "../drawing/camera.js";
import { placeOf } from "../layout/places.js";
import { say } from "../state/language.js";
import { NOTHING } from "../state/start.js";
import { changeState } from "../state/state.js";
import { heading, list } from "./lists.js";
import { articleList, nodeRow } from "./rows.js";

const TOP = 8; // of the lists of communities and of the best linked

export function overview() {
  return [
    element("h2", { textContent: say("title") }),
    meta(say("intro")),
    element(
      "div",
      { className: "figures" },
      figure(articles.length, "articles"),
      figure(nodeCount - articles.length, "entities"),
      figure(claimCount, "claims"),
    ),
    ...(largeCommunities.length > 1 ? communityList() : []),
    ...centralList(),
    ...articleList(articles),
  ];
}

/**
 * @param {number} number
 * @param {Word} word
 */
const figure = (number, word) =>
  element("div", {}, element("b", { textContent: number.toLocaleString("en") }), say(word));

function communityList() {
  const number = largeCommunities.length;
  const made = list(largeCommunities.slice(0, TOP), communityRow);
  const showAll = () => made.replaceWith(list(largeCommunities, communityRow));
  if (number > TOP) made.append(element("li", {}, button("more", showAll, say("more", number - TOP))));
  return [heading(say("communities"), number), made];
}

/** @param {number[]} members */
function communityRow(members) {
  const title = members
    .slice(0, 3)
    .map((node) => shorten(names[node]))
    .join("、");
  return button(
    "row",
    () => showCommunity(members),
    element("span", {}, isolated(title)),
    element("small", { textContent: say("members", members.length) }),
  );
}

/** @param {number[]} members */
function showCommunity(members) {
  changeState({ ...NOTHING, around: null });
  framePlaces(members.map(placeOf));
}

function centralList() {
  const central = allNodes.filter(isOnMap).sort(compareDegrees).slice(0, TOP);
  if (!central.length) return [];
  return [heading(say("central")), list(central, (node) => nodeRow(node, String(degreeOf[node])))];
}

// Filters set and let go.

import { fitPicture } from "../drawing/camera.js";
import { scene } from "../layout/scene.js";
import { toggled } from "../state/lists.js";
import { UNFILTERED } from "../state/start.js";
import { changeState, state } from "../state/state.js";

/** @param {string} type */
export function toggleType(type) {
  if (type !== "Article") changeState({ off: toggled(state.off, type) });
  else {
    changeState({ articles: !state.articles });
    if (!scene.isArranged) fitPicture();
  }
}

/** @param {string} relation */
export const toggleRelation = (relation) => changeState({ without: toggled(state.without, relation) });

/** @param {number | null} article null: all of them */
export function keepArticle(article) {
  changeState({ article });
  fitPicture();
}

export const toggleFolding = () => changeState({ fold: !state.fold });

export const resetFilters = () => changeState(UNFILTERED);

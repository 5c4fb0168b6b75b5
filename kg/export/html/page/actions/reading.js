// Opening and closing an article.

import { changeState } from "../state/state.js";

/**
 * @param {number} article
 * @param {[start: number, end: number] | null} spot what of it to show
 */
export const openArticle = (article, spot) => changeState({ read: article, spot });

export const closeArticle = () => changeState({ read: null, spot: null });

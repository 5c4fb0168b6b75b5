// A box in which an article is found by words of its headline: a list of thousands would be no use.

import { articles } from "../data/articles.js";
import { MOST_FOUND, plainText } from "../data/finding.js";
import { known, names } from "../data/nodes.js";
import { element, setAttributes } from "../dom/elements.js";
import { say } from "../state/language.js";

/**
 * @param {number | null} chosen
 * @param {(article: number | null) => void} take what is chosen; null: all articles
 */
export function articleBox(chosen, take) {
  const box = element("input", { type: "search", autocomplete: "off", placeholder: say("anyArticle") });
  const offered = element("datalist", { id: "headlines" });
  box.value = chosen === null ? "" : headline(chosen);
  box.dataset.filter = "article";
  setAttributes(box, { list: offered.id, "aria-label": say("article") });
  box.addEventListener("input", () => {
    const options = fitting(box.value).slice(0, MOST_FOUND);
    offered.replaceChildren(...options.map((article) => element("option", { value: headline(article) })));
  });
  box.addEventListener("change", () => take(plainText(box.value) ? (fitting(box.value)[0] ?? null) : null));
  return element("div", {}, box, offered);
}

/** @param {string} words */
function fitting(words) {
  const wanted = plainText(words);
  return articles.filter((article) => plainText(headline(article)).includes(wanted));
}

/** @param {number} article */
const headline = (article) => `${known("date", article) ?? ""} ${names[article].slice(0, 60)}`.trim();

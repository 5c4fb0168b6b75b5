// Search by name, alias or pinyin initials.

const search = document.getElementById("search");
const suggestions = document.getElementById("suggestions");
const SUGGESTIONS = 12;
let suggested = []; // what is suggested
let active = 0; // which of it Enter takes

const plain = (text) => text.normalize("NFKC").toLowerCase().replace(/\s+/g, "");

/** What each entity can be found by: {text, plain} of its name and aliases; made at the first search. */
const formsOf = (() => {
  let forms = null;
  const form = (text) => ({ text, plain: plain(text.slice(0, 400)) });
  return () => (forms ??= all.map((node) => [names[node], ...(known("aliases", node) || [])].map(form)));
})();

const WORST = 5;

/** 0 for the form itself, then its beginning, then its initials, what begins with them, what holds the words. */
function rankForm(form, wanted) {
  if (form.plain === wanted) return 0;
  if (form.plain.startsWith(wanted)) return 1;
  return form.plain.includes(wanted) ? 4 : WORST;
}

function rankInitials(initials, wanted) {
  const forms = initials.split(" ");
  if (forms.includes(wanted)) return 2;
  return forms.some((form) => form.startsWith(wanted)) ? 3 : WORST;
}

/** The best of the entities with a name or alias that fits the words: {node, form}. */
function findNodes(words) {
  const wanted = plain(words);
  if (!wanted) return [];
  const isLetters = /^[a-z0-9]{2,}$/.test(wanted);
  const ranked = [];
  formsOf().forEach((forms, node) => {
    const ranks = forms.map((form) => rankForm(form, wanted));
    if (isLetters) ranks[0] = Math.min(ranks[0], rankInitials(known("initials", node), wanted));
    const best = Math.min(...ranks);
    if (best < WORST) ranked.push({ node, rank: best, form: forms[ranks.indexOf(best)].text });
  });
  return ranked.sort((a, b) => a.rank - b.rank || byDegree(a.node, b.node)).slice(0, SUGGESTIONS);
}

function suggest() {
  suggested = findNodes(search.value);
  const none = element("li", { className: "suggestion", textContent: say("nothing") });
  none.setAttribute("role", "option");
  none.setAttribute("aria-disabled", true);
  const shown = suggested.length ? suggested.map(suggestion) : search.value.trim() ? [none] : [];
  suggestions.replaceChildren(...shown);
  suggestions.hidden = !shown.length;
  search.setAttribute("aria-expanded", !suggestions.hidden);
  activate(0);
}

function suggestion({ node, form }, index) {
  const alias = form === names[node] ? typeLine(node) : form.slice(0, 20);
  const made = element(
    "li",
    { className: "suggestion", id: `suggestion-${index}` },
    icon(typeName(node)),
    element("span", {}, isolated(names[node])),
    element("small", {}, isolated(alias)),
  );
  made.setAttribute("role", "option");
  made.addEventListener("mousedown", (event) => event.preventDefault()); // keeps the focus in the box
  made.addEventListener("click", () => take(node));
  return made;
}

const typeLine = (node) => known("date", node) || eventDays(node) || term(typeName(node));

function activate(index) {
  active = index;
  [...suggestions.children].forEach((option, place) =>
    option.setAttribute("aria-selected", place === index && suggested.length > 0),
  );
  if (suggested.length) {
    search.setAttribute("aria-activedescendant", `suggestion-${index}`);
    suggestions.children[index].scrollIntoView({ block: "nearest" });
  } else search.removeAttribute("aria-activedescendant");
}

function foldSuggestions() {
  suggestions.hidden = true;
  search.setAttribute("aria-expanded", false);
  search.removeAttribute("aria-activedescendant");
}

function take(node) {
  search.value = "";
  foldSuggestions();
  choose(node);
}

search.addEventListener("input", suggest);
search.addEventListener("focus", suggest);
search.addEventListener("blur", foldSuggestions);
search.addEventListener("keydown", (event) => {
  const open = !suggestions.hidden;
  if (event.key === "Escape" && open) foldSuggestions();
  else if (event.key === "Enter" && open && suggested.length && !event.isComposing)
    take(suggested[active].node);
  else if (event.key === "ArrowDown" && open && suggested.length) activate((active + 1) % suggested.length);
  else if (event.key === "ArrowUp" && open && suggested.length)
    activate((active + suggested.length - 1) % suggested.length);
  else return;
  event.preventDefault();
  event.stopPropagation();
});

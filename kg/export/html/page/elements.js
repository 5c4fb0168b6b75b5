// Small builders of elements. Every name and text is a text node: nothing here parses HTML.

const NAME = 200; // characters of a name where it stands beside something else
const ROWS = 40; // of a list, before "more"

function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

function button(className, action, ...children) {
  const made = element("button", { type: "button", className }, ...children);
  made.addEventListener("click", action);
  return made;
}

const SVG = "http://www.w3.org/2000/svg";

function svg(name, attributes = {}, ...children) {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

const icon = (name) =>
  svg("svg", { class: `icon ${name}`, "aria-hidden": "true" }, svg("use", { href: `#icon-${name}` }));

// A name of unknown direction must not turn the words around it.
const isolated = (text) => element("bdi", { textContent: text });
const meta = (...texts) => element("div", { className: "meta" }, ...texts.map(isolated));
const short = (text) => (text.length > NAME ? `${text.slice(0, NAME)}…` : text);

function heading(text, number, mark = null) {
  const counted = number === undefined ? null : element("span", { className: "count", textContent: number });
  return element("h3", {}, mark, isolated(text), counted);
}

/** A list that shows its first rows, and the others on request. */
function list(items, build) {
  const made = element("ul", { className: "list" });
  const extend = (start) => {
    const end = start + ROWS;
    made.append(...items.slice(start, end).map((item) => element("li", {}, build(item))));
    if (end >= items.length) return;
    const more = element("li");
    const rest = () => {
      more.remove();
      extend(end);
      made.children[end].querySelector("a, button")?.focus();
    };
    more.append(button("more", rest, say("more", items.length - end)));
    made.append(more);
  };
  extend(0);
  return made;
}

// Small builders of elements. Every name and text is a text node: nothing here parses HTML.

/** @typedef {Node | string | null | undefined} Child what stands in an element; null and undefined are nothing */

export const LONG = 200; // characters of a name where it stands beside something else

const SVG = "http://www.w3.org/2000/svg";

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Partial<HTMLElementTagNameMap[Tag]>} properties
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function element(tag, properties = {}, ...children) {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

/**
 * @param {string} className
 * @param {() => void} action
 * @param {...Child} children
 */
export function button(className, action, ...children) {
  const made = element("button", { type: "button", className }, ...children);
  made.addEventListener("click", action);
  return made;
}

/**
 * @template {keyof SVGElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string | number>} attributes
 * @param {...(Node | string)} children
 * @returns {SVGElementTagNameMap[Tag]}
 */
export function svg(tag, attributes = {}, ...children) {
  const made = setAttributes(document.createElementNS(SVG, tag), attributes);
  made.append(...children);
  return made;
}

/**
 * The element, with these attributes.
 *
 * @template {Element} Kind
 * @param {Kind} one
 * @param {Record<string, string | number | boolean>} attributes
 */
export function setAttributes(one, attributes) {
  for (const [name, value] of Object.entries(attributes)) one.setAttribute(name, String(value));
  return one;
}

/** @param {string} name of a symbol in page.html */
export const icon = (name) =>
  svg("svg", { class: `icon ${name}`, "aria-hidden": "true" }, svg("use", { href: `#icon-${name}` }));

/**
 * A text whose direction does not turn the words around it.
 *
 * @param {string} text
 */
export const isolated = (text) => element("bdi", { textContent: text });

/** @param {...string} texts */
export const meta = (...texts) => element("div", { className: "meta" }, ...texts.map(isolated));

/** @param {string} text */
export const shorten = (text) => (text.length > LONG ? `${text.slice(0, LONG)}…` : text);

// Elements. Text enters the page through text nodes and attributes alone, so that nothing in it can become markup.

/** Make an element; attributes that are null or false are left out, functions become listeners. */
function el(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") made.addEventListener(name, value);
    else made.setAttribute(name, value === true ? "" : value);
  }
  made.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== ""));
  return made;
}

const link = (href, attributes, ...children) => el("a", { href, ...attributes }, ...children);
const button = (click, attributes, ...children) => el("button", { type: "button", click, ...attributes }, ...children);
const hidden = (text) => el("span", { class: "hidden" }, text);

/** Words from an article or a cell, kept from turning the direction of what stands round them. */
const quoted = (text, attributes = {}) => el("bdi", attributes, visible(text));

const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** Return text as nodes in which characters that cannot be seen, or that turn the text round, are shown by number. */
function visible(text) {
  const nodes = [];
  let end = 0;
  for (const found of text.matchAll(CONTROL)) {
    const code = found[0].codePointAt(0).toString(16).toUpperCase().padStart(4, "0");
    nodes.push(text.slice(end, found.index), el("span", { class: "control", "data-code": `U+${code}` }, found[0]));
    end = found.index + found[0].length;
  }
  nodes.push(text.slice(end));
  return nodes.filter((node) => node !== "");
}

function sized(element, property, share) {
  element.style[property] = `${Math.round(share * 1000) / 10}%`;
  return element;
}

const plural = (number, one, many = `${one}s`) => `${number.toLocaleString("en")} ${number === 1 ? one : many}`;

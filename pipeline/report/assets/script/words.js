// Names for codes, and values in the forms that people read.

const LONGEST_NAME = 26;
const NONE = "not stated";

/** Return the name of a country or body; the code itself where there is none or it is too long for a table. */
function codeName(code) {
  const name = index.names[code];
  return name && name.length <= LONGEST_NAME ? name : code;
}

const codeTitle = (code) => (index.names[code] ? `${index.names[code]} (${code})` : code || NONE);
const phrase = (value) => value.replaceAll("_", " ");

const NAMERS = {
  action: phrase, measure: phrase, reason: phrase, sender: codeName, target: codeName, law: (law) => law,
};
const nameOf = (facet, value) => (value === "" ? NONE : NAMERS[facet](value));

const CODED = new Set(["senders", "target_countries", "country"]);
const PHRASED = new Set(["measures", "reasons"]);

function cellWords(column, value) {
  if (CODED.has(column)) return codeName(value);
  return PHRASED.has(column) ? phrase(value) : value;
}

/** Fold case and accents, so that what is typed without them is found. */
const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

const badge = (action, attributes = {}) =>
  el("span", { class: `badge family-${familyOf(action)}`, title: index.actions[action][0], ...attributes }, phrase(action));

const code = (value) => el("span", { class: "code", title: codeTitle(value) }, codeName(value));

/** Return list items with something between them. */
const between = (items, separator) => items.flatMap((item, at) => (at ? [separator, item] : [item]));

const codes = (values) => between(values.map(code), ", ");
const percent = (share) => `${Math.round(share * 100)} %`;

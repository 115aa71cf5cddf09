// What the values mean, what the run was, what could not be read.

const meanings = (pairs) => el("dl", {}, pairs.map(([name, meaning]) => el("div", {}, el("dt", {}, name), el("dd", {}, meaning))));

function aboutView() {
  return [
    panel("Reading this report", {},
      el("p", {}, "The tables tell what articles say, not what is so. An article can be wrong, and so can a rule or the model: open the evidence before you use a row, and never decide about a person or company by a row alone. Nothing here is a sanctions list."),
      el("p", {}, "Every cell of an event leads to the words it came from, and marked words lead to the events that rest on them. Each state of this page has an address of its own that can be kept and passed on.")),
    panel("The run", {}, meanings([["articles", ARTICLES.length], ["events", EVENTS.length], ["not resolved", index.issues],
      ...Object.entries(index.about).map(([name, value]) => [name, quoted(value)])])),
    index.errors.length ? panel("Input that could not be used", {}, el("ul", {}, index.errors.map(([path, message]) =>
      el("li", {}, quoted(message.startsWith(path) ? message : `${path}: ${message}`))))) : null,
    panel("Actions", {}, meanings(ACTIONS.map((action) => [badge(action), index.actions[action][0]])), familyKey()),
    panel("Measures", {}, meanings(Object.entries(index.measures).map(([name, meaning]) => [phrase(name), meaning]))),
    panel("Reasons", {}, meanings(Object.entries(index.reasons).map(([name, meaning]) => [phrase(name), meaning]))),
    panel("Kinds of mention", {}, meanings(Object.entries(index.labels).map(([name, meaning]) =>
      [el("span", { class: `kind kind-${name}` }, name), meaning]))),
    panel("Columns of the download", {}, meanings(index.columns.map(([name, , meaning]) => [name, meaning]))),
  ].filter(Boolean);
}

// An article's text with its marks. All marked words are links; one of them is a tab stop, arrow keys go on from it.

const LINKED = new Set(["mention", "cell", "used", "named", "trigger"]);

function articleText(record, state, kinds) {
  const slice = slicer(record.text);
  const length = Array.from(record.text).length;
  const nodes = pieces(length, marks(record, state, kinds)).map((piece) => pieceNode(piece, slice(piece.start, piece.end), record, state));
  const text = el("div", { class: `text ${state.event || state.person ? "focused" : ""}`, id: "text", role: "group", "aria-label": "Article text",
    "aria-describedby": "text-help", keydown: moveInText }, nodes);
  const first = text.querySelector("a.here") ?? text.querySelector("a[data-head]");
  if (first) first.tabIndex = 0;
  return text;
}

function pieceNode(piece, words, record, state) {
  if (!piece.marks.length) return visible(words);
  const of = (type) => piece.marks.find((mark) => mark.type === type);
  const cells = piece.marks.filter((mark) => mark.type === "cell").sort((a, b) => a.end - a.start - (b.end - b.start));
  const mention = of("mention");
  const classes = ["title", "evidence", "named", "used", "chosen", "trigger"].filter(of);
  if (mention) classes.push("mention", `kind-${mention.label}`);
  const ending = cells.filter((cell) => cell.end === piece.end);
  if (cells.length) classes.push("cell", `slot-${(ending[0] ?? cells[0]).slot}`);
  if (cells.some((cell) => cell.number === state.cell) || of("chosen")) classes.push("here");
  const trigger = of("trigger");
  const attributes = {
    class: classes.join(" "),
    "data-slots": ending.length ? [...new Set(ending.map((cell) => phrase(cell.slot)))].join(", ") : null,
    "data-number": trigger && trigger.start === piece.start && !state.event ? trigger.number : null,
  };
  const linked = piece.marks.filter((mark) => LINKED.has(mark.type));
  if (!linked.length) return el("span", attributes, visible(words));
  return link(markAddress(record, state, linked, cells), {
    ...attributes, tabindex: -1, title: markTitle(mention, cells), "data-focus": "side",
    "data-head": linked.some((mark) => mark.start === piece.start),
  }, visible(words));
}

/** Return where marked words lead: to their cell, to the event that they trigger, or to what is known of them. */
function markAddress(record, state, linked, cells) {
  const whose = { event: state.event, person: state.person };
  if (cells.length) return readerAddress(record.id, { ...whose, cell: cells[0].number });
  const trigger = linked.find((mark) => mark.type === "trigger");
  if (trigger) return readerAddress(record.id, { event: trigger.event });
  const mark = linked.reduce((least, one) => (one.end - one.start < least.end - least.start ? one : least));
  return readerAddress(record.id, { ...whose, words: `${mark.start}-${mark.end}` });
}

function markTitle(mention, cells) {
  const parts = cells.map((cell) => `${phrase(cell.slot)}: ${cellWords(cell.slot, cell.value)}`);
  if (mention) parts.push(mention.canonical ? `${mention.label}: ${index.names[mention.canonical] ?? mention.canonical}` : mention.label);
  return parts.join("\n") || null;
}

const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

function moveInText(event) {
  const at = event.target.closest("a");
  if (!at || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const heads = [...event.currentTarget.querySelectorAll("a[data-head]")];
  const to = { Home: heads[0], End: heads.at(-1) }[event.key] ?? heads[heads.indexOf(at) + STEPS[event.key]];
  if (!to) return;
  event.preventDefault();
  at.tabIndex = -1;
  to.tabIndex = 0;
  to.focus();
}

/** Return the kinds of mention of an article as boxes that show and hide them. */
function kindBoxes(record, kinds, change) {
  const present = new Map();
  for (const mention of record.mentions) present.set(mention[2], (present.get(mention[2]) ?? 0) + 1);
  const labels = Object.keys(index.labels).filter((label) => present.has(label));
  return el("fieldset", { class: "kinds" }, el("legend", { class: "hidden" }, "Kinds of mention to show"), labels.map((label) => {
    const input = el("input", { type: "checkbox", value: label, change: () => change(label, input.checked) });
    input.checked = kinds.has(label);
    return el("label", { class: `kind kind-${label}`, title: index.labels[label] }, input, label, " ", el("span", { class: "count" }, present.get(label)));
  }));
}

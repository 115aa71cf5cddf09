// What is marked in an article's text, and the text cut where a mark begins or ends.

/** Return half-open slices of a text by code points, in which the run counts. */
function slicer(text) {
  const points = Array.from(text);
  if (points.length === text.length) return (start, end) => text.slice(start, end);
  return (start, end) => points.slice(start, end).join("");
}

const placed = (cells) => cells.map(([slot, value, start, end, rule], number) => ({ slot, value, start, end, rule, number }));

/** Return the cells of a person's affiliations, without the role's own words, which its standard name has too. */
function personCells(record, id) {
  const cells = record.affiliations.filter((one) => one.person === id).flatMap((one) => one.cells);
  return placed(cells).filter((cell) => cell.slot !== "role_text");
}

const hasWords = (span) => span.start !== null && span.start !== undefined;

/** Return every cell of an article that rests on words, with whose it is: ``event`` or ``person``. */
function allCells(record) {
  const events = record.events.flatMap((event) => placed(event.cells).map((cell) => ({ ...cell, event: event.id })));
  const people = record.people.flatMap((person) => personCells(record, person.id).map((cell) => ({ ...cell, person: person.id })));
  return [...events, ...people].filter(hasWords);
}

/** Return the marks of an article in one state of the reader. */
function marks(record, state, kinds) {
  const found = record.mentions.filter((mention) => kinds.has(mention[2]))
    .map(([start, end, label, canonical, rule]) => ({ type: "mention", start, end, label, canonical, rule }));
  if (record.title) found.push({ type: "title", start: record.title[0], end: record.title[1] });
  const event = record.events.find((one) => one.id === state.event);
  const person = record.people.find((one) => one.id === state.person);
  record.events.forEach((one, at) => {
    if (!event || one === event) found.push({ type: "trigger", start: one.trigger[0], end: one.trigger[1], event: one.id, number: at + 1 });
  });
  if (event) {
    const row = eventById.get(event.id);
    found.push({ type: "evidence", start: row.start, end: row.end });
    found.push(...placed(event.cells).filter(hasWords).map((cell) => ({ ...cell, type: "cell" })));
  } else if (person) {
    found.push(...person.mentions.map(([start, end]) => ({ type: "named", start, end })));
    found.push(...personCells(record, person.id).filter(hasWords).map((cell) => ({ ...cell, type: "cell" })));
  } else {
    found.push(...allCells(record).filter((cell) => cell.event).map(({ start, end }) => ({ type: "used", start, end })));
  }
  if (state.words) found.push({ type: "chosen", start: state.words[0], end: state.words[1] });
  return found.filter((mark) => mark.start < mark.end);
}

/** Return the pieces of a text of some length in order: start, end, and the marks that cover each. */
function pieces(length, found) {
  const borders = [...new Set([0, length, ...found.flatMap((mark) => [mark.start, mark.end])])]
    .filter((at) => at <= length).sort((a, b) => a - b);
  const waiting = [...found].sort((a, b) => a.start - b.start);
  let open = [];
  let next = 0;
  return borders.slice(0, -1).map((start, at) => {
    open = open.filter((mark) => mark.end > start);
    while (next < waiting.length && waiting[next].start === start) open.push(waiting[next++]);
    return { start, end: borders[at + 1], marks: open };
  });
}

// What stands beside an article's text: the chosen words, its events cell by cell, its people.

const rowOf = (id) => eventById.get(id);

/** Return what the watchlist of the run holds of a person or of an event's targets; a hint to look at, no more. */
function listingWords(article, row) {
  const found = index.listings.filter(([at, of]) => at === article && of === row);
  return found.map(([, , name, listed, id, schema, countries, score]) => el("p", { class: "muted listing" },
    "Watchlist: ", quoted(name), " agrees with ", quoted(listed, { class: "value" }), ` (${[schema, id].filter(Boolean).join(" ")}`,
    countries.length ? ["; ", codes(countries)] : null, `) by ${percent(score)}`));
}

function eventCard(record, event, at, state) {
  const row = rowOf(event.id);
  const chosen = event.id === state.event;
  const href = readerAddress(record.id, chosen ? {} : { event: event.id });
  const whom = between([row.senders.length ? codes(row.senders) : null, row.target_countries.length ? codes(row.target_countries) : null]
    .map((side) => side ?? el("span", { class: "muted" }, NONE)), " → ");
  return el("li", { class: `card ${chosen ? "chosen" : ""}`, "data-event": event.id },
    link(href, { class: "head", "aria-expanded": String(chosen), "data-focus": chosen ? null : "card" }, el("span", { class: "ordinal" }, at + 1), " ",
      badge(row.action), " ", el("span", { class: "whom" }, whom), row.date ? el("span", { class: "muted day" }, ` ${row.date}`) : null),
    chosen ? eventDetails(record, event, row, state) : null);
}

function eventDetails(record, event, row, state) {
  const codesOf = [["law id", row.law_id], ["PLOVER", row.plover], ["CAMEO", row.cameo]].filter(([, value]) => value);
  return el("div", { class: "details" },
    el("p", { class: "quote" }, link(readerAddress(record.id, { event: event.id, words: `${row.start}-${row.end}` }), { "data-focus": "text", class: "to-evidence" }, quoted(row.evidence))),
    cellTable(record, placed(event.cells), { event: event.id }, state),
    listingWords(record.id, event.id),
    el("p", { class: "muted" }, between([`confidence ${percent(row.confidence)}`, ...codesOf.map(([name, value]) => `${name} ${value}`)], " · ")),
    el("p", {}, link(`#/events?${new URLSearchParams({ article: record.id })}`, {}, "In the table")));
}

function cellTable(record, cells, whose, state) {
  const slice = slicer(record.text);
  return el("table", { class: "cells" }, el("caption", { class: "hidden" }, "Cells and the words they came from"),
    el("tbody", {}, cells.map((cell) => {
      const here = cell.number === state.cell;
      const words = hasWords(cell) ? slice(cell.start, cell.end) : "";
      const value = quoted(cellWords(cell.slot, cell.value), { class: "value", title: CODED.has(cell.slot) ? codeTitle(cell.value) : null });
      return el("tr", { class: here ? "here" : "" },
        el("th", { scope: "row", class: `slot-${cell.slot}`, title: index.slots[cell.slot] ?? null }, phrase(cell.slot)),
        el("td", {}, words
          ? link(readerAddress(record.id, { ...whose, cell: cell.number }), { "data-focus": "text", "aria-current": here ? "true" : null }, value,
            words === cellWords(cell.slot, cell.value) ? hidden(": show its words") : el("span", { class: "from" }, " from “", quoted(words), "”"))
          : [value, el("span", { class: "from" }, " implied, no words of its own")],
          el("span", { class: "rule" }, record.rules[cell.rule])));
    })));
}

function personCard(record, person, state) {
  const chosen = person.id === state.person;
  const roles = record.affiliations.filter((one) => one.person === person.id);
  const parties = [...new Set(roles.map((one) => one.party).filter(Boolean))];
  const seen = [...new Map(roles.filter((one) => one.role || one.organization).map((one) => {
    const role = [one.role, one.organization, one.country, one.status];
    return [role.join("\n"), role];
  })).values()];
  return el("li", { class: `card ${chosen ? "chosen" : ""}`, "data-person": person.id },
    link(readerAddress(record.id, chosen ? {} : { person: person.id }), { class: "head", "aria-expanded": String(chosen), "data-focus": chosen ? null : "card" },
      quoted(person.name), " ", el("span", { class: "count" }, person.mentions.length, hidden(" mentions"))),
    seen.length || parties.length ? el("p", { class: "muted" }, between([...seen.map(roleWords), ...parties.map((party) => quoted(party))], "; ")) : null,
    chosen ? el("div", { class: "details" },
      listingWords(record.id, person.id),
      person.aliases.length ? el("p", { class: "muted" }, "Also: ", between(person.aliases.map((alias) => quoted(alias)), ", ")) : null,
      cellTable(record, personCells(record, person.id), { person: person.id }, state)) : null);
}

/** Return what is known of chosen words: the mention they are, and every cell that rests on them. */
function wordsCard(record, [start, end], state) {
  const slice = slicer(record.text);
  const overlaps = (span) => span.start < end && start < span.end;
  const found = record.mentions.filter(([first, last]) => overlaps({ start: first, end: last }));
  const cells = allCells(record).filter(overlaps);
  const exact = found.filter(([first, last]) => first === start && last === end);
  return el("section", { class: "card chosen words", id: "words", tabindex: -1, "aria-label": "Chosen words" },
    el("p", { class: "quote" }, "“", quoted(slice(start, end)), "”"),
    exact.map(([, , label, canonical, rule]) => el("p", {}, el("span", { class: `kind kind-${label}` }, label), " ", index.labels[label],
      canonical ? [": ", quoted(index.names[canonical] ? codeTitle(canonical) : canonical, { class: "value" })] : null,
      el("span", { class: "rule" }, record.rules[rule]))),
    cells.length ? [el("h3", {}, "Used in"), el("ul", { class: "uses" }, cells.map((cell) => el("li", {}, useLink(record, cell))))]
      : el("p", { class: "muted" }, "No cell rests on these words."),
    el("p", {}, link(readerAddress(record.id, { event: state.event, person: state.person }), {}, "Close")));
}

function useLink(record, cell) {
  const at = record.events.findIndex((event) => event.id === cell.event);
  const name = cell.event ? [`Event ${at + 1}, `, badge(rowOf(cell.event).action)] : quoted(record.people.find((one) => one.id === cell.person).name);
  return link(readerAddress(record.id, { event: cell.event, person: cell.person, cell: cell.number }), { "data-focus": "side" },
    name, ` ${phrase(cell.slot)}: `, quoted(cellWords(cell.slot, cell.value)));
}

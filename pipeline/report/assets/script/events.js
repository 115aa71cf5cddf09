// The table of events.

const EVENT_ORDERS = {
  date: (event) => event.date_earliest || event.date_latest || "",
  action: (event) => ACTIONS.indexOf(event.action),
  sender: (event) => event.senders.map(codeName).join(),
  target: (event) => event.target_countries.map(codeName).join() || event.targets.join(),
  measures: (event) => event.measures.join(),
  law: (event) => event.law,
  confidence: (event) => event.confidence,
};

const shownEvents = (filter) => sorted(filtered(filter), EVENT_ORDERS, filter.sort);

function eventsView(events, filter, change) {
  const sort = (to) => change({ ...filter, sort: to, page: 1 });
  const header = (words, name, first) => sortHeader(words, name, filter.sort, sort, first);
  const bar = el("div", { class: "bar" },
    el("p", { class: "status", role: "status" }, events.length === EVENTS.length
      ? plural(events.length, "event") : `${events.length.toLocaleString("en")} of ${plural(EVENTS.length, "event")}`),
    button(() => download(eventsCsv(events), "events.csv"), { id: "download", disabled: !events.length }, "Download as CSV"));
  if (!events.length) return [bar, el("p", { class: "empty" }, "No event passes these filters.")];
  return [
    bar,
    el("table", { class: "list events" }, el("caption", { class: "hidden" }, "Sanction events"),
      el("thead", {}, el("tr", {}, header("Date", "date", "-"), header("Action", "action"), header("Sender", "sender"),
        header("Target", "target"), header("Measures", "measures"), header("Law", "law"), header("Confidence", "confidence", "-"),
        el("th", { scope: "col" }, "Evidence"))),
      el("tbody", {}, pageOf(events, filter.page).map(eventRow))),
    pager(events.length, filter.page, (page) => { change({ ...filter, page }); document.querySelector("table.events").scrollIntoView(); }) ?? "",
  ];
}

function eventRow(event) {
  const href = eventAddress(event);
  const article = articleOf(event);
  const open = (click) => {
    if (!click.target.closest("a, button") && !String(getSelection())) location.hash = href;
  };
  return el("tr", { click: open, "data-event": event.event_id },
    data("Date", { class: "day" }, event.date ? el("span", { title: event.date_text }, event.date) : el("span", { class: "muted" }, "–", hidden(NONE))),
    data("Action", {}, link(href, { class: "open" }, badge(event.action), hidden(`: open in ${article.title}`))),
    data("Sender", {}, event.senders.length ? codes(event.senders) : el("span", { class: "muted" }, NONE), actorLine(event)),
    data("Target", {}, targetWords(event)),
    data("Measures", {}, between(event.measures.map(phrase), ", ")),
    data("Law", {}, event.law ? quoted(event.law, { title: event.law_id || null }) : null),
    data("Confidence", { class: "share" }, percent(event.confidence)),
    data("Evidence", { class: "quote" }, quoted(event.evidence, { class: "clamp", title: event.evidence }),
      el("span", { class: "muted source" }, quoted(article.title), article.published ? [", ", el("span", { class: "day" }, article.published)] : null)));
}

/** Return who acts, where it is not the sender by the same name. */
function actorLine(event) {
  const actors = event.actors.filter((actor) => !event.senders.some((sender) => [sender, codeName(sender)].includes(actor)));
  return actors.length ? el("span", { class: "muted source" }, between(actors.map((actor) => quoted(actor)), ", ")) : null;
}

/** Return the targets as the article has them, and their countries where the phrases do not name them already. */
function targetWords(event) {
  const names = event.target_countries.filter((target) => !event.targets.includes(codeName(target)));
  const phrases = between(event.targets.map((target) => quoted(target)), ", ");
  return [phrases, names.length ? el("span", { class: "muted" }, phrases.length ? " · " : "", codes(names)) : null];
}

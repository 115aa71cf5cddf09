// One article: its text, and beside it what was found in it.

const hiddenKinds = new Set();

/** Return the address of an article; ``state`` may name an event or person, one of its cells, or words by offsets. */
function readerAddress(id, state = {}) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(state)) if (value !== null && value !== undefined && value !== "") query.set(name, value);
  const text = query.toString();
  return `#/article/${encodeURIComponent(id)}${text ? `?${text}` : ""}`;
}

const eventAddress = (event) => readerAddress(event.article_id, { event: event.event_id });

function readState(query) {
  const words = /^(\d+)-(\d+)$/.exec(query.get("words") ?? "");
  return {
    event: query.get("event"), person: query.get("person"),
    cell: query.has("cell") ? Number(query.get("cell")) : null,
    words: words ? [Number(words[1]), Number(words[2])] : null,
  };
}

/** Return the buttons that, on a narrow screen, lead from the text to what stands below it and back. */
function jumps(state) {
  if (!state.event && !state.person && !state.words) return null;
  const jump = (focus, words) => button(() => settle(main, state, focus), {}, words);
  return el("p", { class: "jump" }, jump("text", "Words"), jump("side", state.event ? "Cells" : "Details"));
}

function readerView(record, article, state) {
  const kinds = new Set(Object.keys(index.labels).filter((label) => !hiddenKinds.has(label)));
  const holder = el("div", { class: "body" }, articleText(record, state, kinds));
  const toggle = (label, shown) => {
    if (shown) hiddenKinds.delete(label);
    else hiddenKinds.add(label);
    kinds[shown ? "add" : "delete"](label);
    holder.replaceChildren(articleText(record, state, kinds));
  };
  return [
    readerHead(article),
    el("div", { class: "reader" },
      el("div", { class: "column" }, kindBoxes(record, kinds, toggle),
        el("p", { class: "hidden", id: "text-help" }, "Arrow keys move between marked words, Enter tells what they are and where they are used."), holder),
      el("aside", { class: "side", "aria-label": "Found in this article" },
        state.words ? wordsCard(record, state.words, state) : null,
        el("h2", {}, record.events.length ? "Events" : "No sanction event found"),
        el("ol", { class: "cards" }, record.events.map((event, at) => eventCard(record, event, at, state))),
        record.people.length ? el("h2", {}, "People") : null,
        el("ul", { class: "cards" }, record.people.map((person) => personCard(record, person, state))),
        record.issues.length ? [el("h2", {}, "Not resolved"), el("ul", { class: "issues" }, record.issues.map(([message]) => el("li", {}, quoted(message))))] : null)),
    jumps(state),
  ];
}

function readerHead(article) {
  const near = (step, words) => {
    const other = ARTICLES[article.number + step];
    return other ? link(readerAddress(other.id), { class: "step", title: other.title }, words) : el("span", { class: "step muted" }, words);
  };
  const facts = [
    article.published ? `published ${article.published}${article.basis ? ` (${phrase(article.basis)})` : ""}` : "no publication date",
    plural(article.tokens, "word"), plural(article.events, "event"), plural(article.people, "person", "people"),
    ...(article.status === "ok" ? [] : [article.status]),
  ];
  return el("header", { class: "reader-head" },
    el("nav", { class: "near", "aria-label": "Articles" }, link(lastList, { class: "back" }, "‹ Back to the list"), near(-1, ["Previous", hidden(" article")]), near(1, ["Next", hidden(" article")])),
    el("h1", {}, quoted(article.title)),
    el("p", { class: "muted" }, facts.join(" · "), " · ", quoted(article.path)));
}

/** Bring what the address names into sight, and move the focus where the link that led here says. */
function settle(main, state, focus, anew) {
  const words = main.querySelector(".text .here") ?? main.querySelector(".text .evidence, .text .named");
  const row = main.querySelector(".side tr.here a, .side tr.here") ?? main.querySelector("#words") ?? main.querySelector(".side .card.chosen .head");
  const narrow = matchMedia("(max-width: 62rem)").matches;
  const behavior = matchMedia("(prefers-reduced-motion: reduce)").matches || anew ? "auto" : "smooth";
  const shown = { text: words, side: row, card: narrow ? null : words }[focus] ?? (anew ? words : null);
  shown?.scrollIntoView({ block: "center", behavior });
  if (!narrow && focus !== "side") scrollWithin(main.querySelector(".side"), row);
  const target = { text: words?.closest("a") ?? words, side: row, card: row }[focus];
  if (!target) return;
  if (target.tabIndex < 0) target.tabIndex = focus === "text" && target.matches("a") ? 0 : -1;
  target.focus({ preventScroll: true });
}

function scrollWithin(box, element) {
  if (!box || !element) return;
  const inner = element.getBoundingClientRect();
  const outer = box.getBoundingClientRect();
  if (inner.top < outer.top || inner.bottom > outer.bottom) box.scrollTop += inner.top - outer.top - 40;
}

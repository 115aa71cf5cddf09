// The first view: what the run holds, each figure a way into its events.

function overview(events, filter) {
  const told = new Set(events.map((event) => event.article_id));
  const near = events.length === EVENTS.length ? index.people : index.people.filter((person) => person.places.some(([id]) => told.has(id)));
  return [
    figures(events),
    el("div", { class: "panels" },
      panel("Events by action", { class: "actions" }, barList(events, filter, "action", 13)),
      panel("Events by date", { class: "dates" }, timeline(events, filter)),
      panel("Who sanctions whom", { class: "pairs" },
        matrixOf(events, filter)),
      panel("Most named people", { class: "named" }, peopleBrief(near.slice(0, 10)),
        el("p", {}, link("#/people", {}, `All ${plural(index.people.length, "person", "people")}`))),
      panel("Measures", {}, barList(events, filter, "measure")),
      panel("Reasons", {}, barList(events, filter, "reason")),
      panel("Laws", {}, barList(events, filter, "law"))),
  ];
}

function figures(events) {
  const stated = (name) => new Set(events.flatMap((event) => FACETS[name].values(event))).size;
  const articles = new Set(events.map((event) => event.article_id)).size;
  const all = events.length === EVENTS.length;
  const rows = [
    [events.length, all ? "events" : `of ${EVENTS.length.toLocaleString("en")} events`],
    [articles, `of ${plural(ARTICLES.length, "article")} ${articles === 1 ? "tells" : "tell"} them`],
    [stated("sender"), "senders"], [stated("target"), "target countries"], [stated("law"), "laws"],
  ];
  return el("ul", { class: "figures" }, rows.map(([number, words]) =>
    el("li", {}, el("strong", {}, number.toLocaleString("en")), " ", words)));
}

function peopleBrief(people) {
  return el("ol", { class: "people" }, people.map((person) => el("li", {},
    link(personAddress(person), {}, quoted(person.name)),
    el("span", { class: "count", title: "mentions" }, person.mentions, hidden(" mentions")),
    el("span", { class: "muted" }, between([...person.roles.slice(0, 2).map(roleWords), ...person.parties.slice(0, 1).map((party) => quoted(party))], "; ")))));
}

const personAddress = (person) => readerAddress(person.places[0][0], { person: person.places[0][1] });

/** Return a role as people read it: "former Minister of Trade, Cabinet (Canada)". */
function roleWords([role, organization, country, status]) {
  const words = [role, organization].filter(Boolean).join(", ");
  return quoted(`${status === "former" ? "former " : ""}${words}${country ? ` (${codeName(country)})` : ""}`);
}

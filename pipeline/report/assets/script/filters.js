// Which events are shown, and how the address says so: "#/events?action=impose&sender=USA&from=2020-01-01".

const FACETS = {
  action: { title: "Action", values: (event) => [event.action] },
  sender: { title: "Sender", values: (event) => event.senders },
  target: { title: "Target", values: (event) => event.target_countries },
  measure: { title: "Measure", values: (event) => event.measures },
  reason: { title: "Reason", values: (event) => event.reasons },
  law: { title: "Law", values: (event) => (event.law ? [event.law] : []) },
};
const FACET_NAMES = Object.keys(FACETS);
const DAY = /^\d{4}-\d{2}-\d{2}$/;

const noFilter = () => ({
  q: "", from: "", to: "", min: 0, article: "", sort: "-date", page: 1,
  ...Object.fromEntries(FACET_NAMES.map((name) => [name, []])),
});

function readFilter(query) {
  const filter = noFilter();
  for (const name of FACET_NAMES) filter[name] = [...new Set(query.getAll(name))];
  for (const name of ["q", "article", "sort"]) filter[name] = query.get(name) ?? filter[name];
  for (const name of ["from", "to"]) if (DAY.test(query.get(name) ?? "")) filter[name] = query.get(name);
  filter.min = Math.min(Math.max(Number(query.get("min")) || 0, 0), 1);
  filter.page = Math.max(Math.trunc(Number(query.get("page"))) || 1, 1);
  return filter;
}

/** Return the address of a view with a filter, leaving out what is as always. */
function address(view, filter) {
  const usual = noFilter();
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) {
    if (Array.isArray(value)) value.forEach((one) => query.append(name, one));
    else if (value !== usual[name]) query.set(name, value);
  }
  const text = query.toString();
  return `#/${view}${text ? `?${text}` : ""}`;
}

const facetValues = (event, name) => {
  const values = FACETS[name].values(event);
  return values.length ? values : [""];
};

function inFacet(event, filter, name) {
  return !filter[name].length || facetValues(event, name).some((value) => filter[name].includes(value));
}

function inRange(event, filter) {
  if (!filter.from && !filter.to) return true;
  const first = event.date_earliest || event.date_latest;
  const last = event.date_latest || event.date_earliest;
  return Boolean(first) && (!filter.to || first <= filter.to) && (!filter.from || last >= filter.from);
}

const searched = new WeakMap();

function searchText(event) {
  if (!searched.has(event)) {
    const names = [...event.senders, ...event.target_countries].map((value) => index.names[value] ?? "");
    const cells = Object.values(event).flat().filter((value) => typeof value === "string");
    searched.set(event, fold([...cells, ...names, articleOf(event)?.title ?? ""].join(" ").replaceAll("_", " ")));
  }
  return searched.get(event);
}

/** Return the events that pass a filter; the facet named in ``but`` is left out of it, to count its own values. */
function filtered(filter, but = "") {
  const words = fold(filter.q.replaceAll("_", " ")).split(/\s+/).filter(Boolean);
  const facets = FACET_NAMES.filter((name) => name !== but);
  return EVENTS.filter((event) =>
    facets.every((name) => inFacet(event, filter, name))
    && inRange(event, filter)
    && event.confidence >= filter.min
    && (!filter.article || event.article_id === filter.article)
    && words.every((word) => searchText(event).includes(word)));
}

/** Return pairs of facet value and number of events, most frequent first; actions in their own order. */
function counted(events, name) {
  const counts = new Map();
  for (const event of events) {
    for (const value of facetValues(event, name)) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const pairs = [...counts];
  if (name === "action") return pairs.sort(([a], [b]) => ACTIONS.indexOf(a) - ACTIONS.indexOf(b));
  return pairs.sort(([a, m], [b, n]) => (a === "") - (b === "") || n - m || compare(nameOf(name, a), nameOf(name, b)));
}

const compare = (a, b) => (a < b ? -1 : Number(a > b));

/** Return what an active filter says, as pairs of words and the filter without it. */
function active(filter) {
  const found = [];
  const add = (words, change) => found.push([words, { ...filter, ...change, page: 1 }]);
  if (filter.q) add(`“${filter.q}”`, { q: "" });
  for (const name of FACET_NAMES) {
    for (const value of filter[name]) {
      add(`${FACETS[name].title}: ${nameOf(name, value)}`, { [name]: filter[name].filter((one) => one !== value) });
    }
  }
  if (filter.from) add(`from ${filter.from}`, { from: "" });
  if (filter.to) add(`to ${filter.to}`, { to: "" });
  if (filter.min) add(`confidence at least ${percent(filter.min)}`, { min: 0 });
  if (filter.article) add(`Article: ${articleById.get(filter.article)?.title ?? filter.article}`, { article: "" });
  return found;
}

// Events by date: a bar per month, quarter, year or decade, as the time they span asks for.

const UNITS = [
  { name: "month", most: 24, size: 1 },
  { name: "quarter", most: 32, size: 3 },
  { name: "year", most: 60, size: 12 },
  { name: "decade", most: Infinity, size: 120 },
];
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

const monthNumber = (day) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
const firstDay = (month) => `${String(Math.floor(month / 12)).padStart(4, "0")}-${String((month % 12) + 1).padStart(2, "0")}-01`;

/** Return the last day of the month with a number. */
function lastDay(month) {
  const days = new Date(Date.UTC(Math.floor(month / 12), (month % 12) + 1, 0)).getUTCDate();
  return `${firstDay(month).slice(0, 8)}${String(days).padStart(2, "0")}`;
}

/** Return the bars of some events: unit, bars in order, events dated too widely for one, events without a date. */
function timeBins(events) {
  const dated = events.filter((event) => event.date_earliest && event.date_latest);
  const spans = dated.map((event) => [monthNumber(event.date_earliest), monthNumber(event.date_latest), event]);
  const undated = events.length - dated.length;
  if (!spans.length) return { unit: UNITS[0], bins: [], wide: 0, undated };
  const low = Math.min(...spans.map(([first]) => first));
  const high = Math.max(...spans.map(([first]) => first));
  const unit = UNITS.find(({ size, most }) => Math.floor(high / size) - Math.floor(low / size) < most);
  const bins = new Map();
  for (let at = Math.floor(low / unit.size); at <= Math.floor(high / unit.size); at += 1) bins.set(at, []);
  let wide = 0;
  for (const [first, last, event] of spans) {
    const at = Math.floor(first / unit.size);
    if (at === Math.floor(last / unit.size)) bins.get(at).push(event);
    else wide += 1;
  }
  return { unit, bins: [...bins].map(([at, found]) => ({ month: at * unit.size, events: found })), wide, undated };
}

function binName(month, unit) {
  const year = Math.floor(month / 12);
  if (unit.name === "month") return `${MONTHS[month % 12]} ${year}`;
  if (unit.name === "quarter") return `Q${(month % 12) / 3 + 1} ${year}`;
  return unit.name === "decade" ? `${year}s` : String(year);
}

function timeline(events, filter) {
  const { unit, bins, wide, undated } = timeBins(events);
  const notes = [
    wide && `${plural(wide, "event")} with a date wider than a ${unit.name}`,
    undated && `${plural(undated, "event")} without a date`,
  ].filter(Boolean);
  const note = notes.length ? el("p", { class: "muted" }, `Not shown: ${notes.join(", ")}.`) : null;
  if (!bins.length) return [note ?? el("p", { class: "muted" }, "No events.")];
  const top = Math.max(...bins.map((bin) => bin.events.length), 1);
  const every = Math.ceil(bins.length / 8);
  const columns = bins.map((bin, at) => el("li", { class: at % every ? "" : "tick" },
    column(bin, unit, filter, top), el("span", { class: "when", "aria-hidden": "true" }, at % every ? "" : binName(bin.month, unit))));
  return [
    el("div", { class: "timeline" }, el("span", { class: "scale", "aria-hidden": "true" }, top), el("ol", {}, columns)),
    familyKey(), note,
  ];
}

function column(bin, unit, filter, top) {
  if (!bin.events.length) return el("span", { class: "column" });
  const name = binName(bin.month, unit);
  const range = { from: firstDay(bin.month), to: lastDay(bin.month + unit.size - 1), page: 1 };
  const stack = Object.keys(index.families).map((family) => {
    const count = bin.events.filter((event) => familyOf(event.action) === family).length;
    return count ? sized(el("span", { class: `block family-${family}` }), "height", count / top) : null;
  });
  return link(address("events", { ...filter, ...range }), { class: "column", title: `${name}: ${plural(bin.events.length, "event")}` },
    stack, hidden(`${name}: ${plural(bin.events.length, "event")}`));
}

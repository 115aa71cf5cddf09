// Who sanctions whom: senders by target countries, the number of events in each cell.

const MOST_SENDERS = 14;
const MOST_TARGETS = 20;
const IMPOSING = "imposing";

/** Return counts by sender and target, and the order of both, most frequent first. */
function pairs(events) {
  const counts = new Map();
  for (const event of events) {
    for (const sender of facetValues(event, "sender")) {
      for (const target of facetValues(event, "target")) {
        const row = counts.get(sender) ?? counts.set(sender, new Map()).get(sender);
        row.set(target, (row.get(target) ?? 0) + 1);
      }
    }
  }
  return {
    counts,
    senders: counted(events, "sender").map(([value]) => value),
    targets: counted(events, "target").map(([value]) => value),
  };
}

/** Return the matrix with a choice of the family of actions that it counts. */
function matrixOf(events, filter) {
  const holder = el("div", {});
  const choice = el("select", { id: "family", change: () => show(choice.value) },
    el("option", { value: "" }, "all actions"),
    Object.entries(index.families).map(([family, meaning]) => el("option", { value: family }, meaning)));
  const show = (family) => {
    const chosen = ACTIONS.filter((action) => familyOf(action) === family);
    const counts = family ? events.filter((event) => chosen.includes(event.action)) : events;
    holder.replaceChildren(...matrix(counts, family ? { ...filter, action: chosen } : filter, MOST_SENDERS, MOST_TARGETS));
  };
  // What is only asked for or threatened is no sanction yet.
  choice.value = events.some((event) => familyOf(event.action) === IMPOSING) ? IMPOSING : "";
  show(choice.value);
  return [el("div", { class: "muted" }, el("span", {}, "Senders in rows, target countries in columns; an event with several counts in each."),
    el("label", {}, "Count ", choice)), holder];
}

function matrix(events, filter, mostSenders, mostTargets) {
  if (!events.length) return [el("p", { class: "muted" }, "No events.")];
  const { counts, senders, targets } = pairs(events);
  const rows = senders.slice(0, mostSenders);
  const columns = targets.slice(0, mostTargets);
  const top = Math.max(...rows.flatMap((sender) => columns.map((target) => counts.get(sender).get(target) ?? 0)), 4);
  const head = el("tr", {}, el("td", {}), columns.map((target) =>
    el("th", { scope: "col", title: codeTitle(target) }, el("span", {}, nameOf("target", target)))));
  const body = rows.map((sender) => el("tr", {},
    el("th", { scope: "row", title: codeTitle(sender) }, nameOf("sender", sender)),
    columns.map((target) => pairCell(filter, sender, target, counts.get(sender).get(target) ?? 0, top))));
  const table = el("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": "Senders by targets" },
    el("table", { class: "matrix" }, el("caption", { class: "hidden" }, "Events by sender (rows) and target country (columns)"),
      el("thead", {}, head), el("tbody", {}, body)));
  const left = [senders.length - rows.length && plural(senders.length - rows.length, "sender"),
    targets.length - columns.length && plural(targets.length - columns.length, "target")].filter(Boolean);
  if (!left.length) return [table];
  const holder = el("div", {}, table, button(() => holder.replaceChildren(...matrix(events, filter, Infinity, Infinity)), { class: "plain" },
    `Show ${left.join(" and ")} more`));
  return [holder];
}

function pairCell(filter, sender, target, count, top) {
  if (!count) return el("td", {});
  const level = Math.ceil((count / top) * 4);
  const name = `${nameOf("sender", sender)} on ${nameOf("target", target)}: ${plural(count, "event")}`;
  return el("td", { class: `level-${level}` },
    link(address("events", { ...filter, sender: [sender], target: [target], page: 1 }), { title: name, "aria-label": name }, count));
}

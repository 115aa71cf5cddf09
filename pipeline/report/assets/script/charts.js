// Bars and panels of the overview. Every bar is a link to the events it counts.

function panel(title, attributes, ...content) {
  return el("section", { ...attributes, class: `panel ${attributes.class ?? ""}` }, el("h2", {}, title), ...content);
}

/** Return a list of bars over a facet's values; those beyond ``most`` are behind a button. */
function barList(events, filter, name, most = 8) {
  const pairs = counted(events, name);
  if (!pairs.length) return el("p", { class: "muted" }, "No events.");
  const top = Math.max(...pairs.map(([value, count]) => (value ? count : 1)));
  const bars = pairs.map(([value, count]) => bar(filter, name, value, count, Math.min(count / top, 1)));
  return shortened(bars, most, (items) => el("ul", { class: "bars" }, items));
}

function bar(filter, name, value, count, share) {
  const kind = name === "action" ? `family-${familyOf(value)}` : value ? "" : "none";
  const fill = sized(el("span", { class: `fill ${kind}` }), "width", share);
  const tip = { action: index.actions[value]?.[0], measure: index.measures[value], reason: index.reasons[value] }[name];
  return el("li", {}, link(address("events", { ...filter, [name]: [value], page: 1 }), { title: tip ?? (name === "law" ? null : codeTitle(value)) },
    quoted(nameOf(name, value), { class: "name" }), el("span", { class: "track" }, fill), el("span", { class: "count" }, count),
    hidden(count === 1 ? " event" : " events")));
}

/** Return what ``wrap`` makes of the first items, with a button that shows the rest. */
function shortened(items, most, wrap) {
  if (items.length <= most + 1) return wrap(items);
  const list = wrap(items.slice(0, most));
  const more = button(() => {
    const next = items[most];
    list.append(...items.slice(most));
    more.remove();
    (next.querySelector("a") ?? next).focus();
  }, { class: "plain" }, `Show ${items.length - most} more`);
  return [list, more];
}

const familyKey = () => el("ul", { class: "key" }, Object.entries(index.families).map(([family, meaning]) =>
  el("li", {}, el("span", { class: `swatch family-${family}` }), meaning)));

// The form that sets the filter. It stays in place while its results change, so that typing is never interrupted.

/** Return the form and a function that brings it up to date with a filter; ``change`` gets every new filter. */
function filterForm(change) {
  let now = noFilter();
  const set = (values) => change({ ...now, page: 1, ...values });
  const search = el("input", { type: "search", id: "search", placeholder: "Words, names, countries …", autocomplete: "off",
    input: () => set({ q: search.value }) });
  const from = dayInput("from", (value) => set({ from: value }));
  const to = dayInput("to", (value) => set({ to: value }));
  const min = el("input", { type: "range", id: "min", min: 0, max: 1, step: 0.05, input: () => set({ min: Number(min.value) }) });
  const least = el("output", { for: "min" });
  const facets = FACET_NAMES.map((name) => facet(name, set));
  const more = el("div", { class: "more", id: "more" },
    field("from", "From", from), field("to", "To", to),
    el("div", { class: "field" }, el("label", { for: "min" }, "Confidence at least ", least), min),
    el("div", { class: "facets" }, facets.map((one) => one.element)));
  const fold = button(() => fold.setAttribute("aria-expanded", String(more.classList.toggle("open"))),
    { class: "fold", "aria-expanded": "false", "aria-controls": "more" }, "Filters");
  const chips = el("p", { class: "chips" });
  const form = el("form", { role: "search", class: "filters", "aria-label": "Filter events", submit: (event) => event.preventDefault() },
    el("div", { class: "field search" }, el("label", { for: "search" }, "Search"), search), fold, more, chips);
  form.addEventListener("toggle", (event) => closeOthers(form, event.target), true);
  form.addEventListener("keydown", (event) => closeOnEscape(event));
  const update = (filter) => {
    now = filter;
    if (search.value !== filter.q) search.value = filter.q;
    if (from.value !== filter.from) from.value = filter.from;
    if (to.value !== filter.to) to.value = filter.to;
    min.value = filter.min;
    least.value = percent(filter.min);
    facets.forEach((one) => one.update(filter));
    chips.replaceChildren(...chipList(filter, change));
  };
  return { element: form, update };
}

const field = (id, words, input) => el("div", { class: "field" }, el("label", { for: id }, words), input);
const dayInput = (id, set) => {
  const input = el("input", { type: "date", id, min: "1900-01-01", max: "2100-12-31", change: () => set(input.value) });
  return input;
};

function facet(name, set) {
  const list = el("ul", { class: "options" });
  const number = el("span", { class: "number" });
  const element = el("details", { class: "facet", "data-facet": name }, el("summary", {}, FACETS[name].title, number), list);
  const chosen = () => [...list.querySelectorAll("input:checked")].map((input) => input.value);
  list.addEventListener("change", () => set({ [name]: chosen() }));
  const update = (filter) => {
    number.textContent = filter[name].length ? ` ${filter[name].length}` : "";
    element.classList.toggle("set", filter[name].length > 0);
    const counts = new Map(counted(filtered(filter, name), name));
    for (const value of filter[name]) if (!counts.has(value)) counts.set(value, 0);
    const focused = list.contains(document.activeElement) ? document.activeElement.value : null;
    list.replaceChildren(...[...counts].map(([value, count]) => option(name, value, count, filter[name].includes(value))));
    if (focused !== null) [...list.querySelectorAll("input")].find((input) => input.value === focused)?.focus();
  };
  return { element, update };
}

function option(name, value, count, checked) {
  const input = el("input", { type: "checkbox", value });
  input.checked = checked;
  return el("li", {}, el("label", {}, input, quoted(nameOf(name, value)), el("span", { class: "count" }, count)));
}

function chipList(filter, change) {
  const set = active(filter);
  if (!set.length) return [];
  const chips = set.map(([words, without]) =>
    button(() => change(without), { class: "chip" }, quoted(words), el("span", { "aria-hidden": "true" }, " ×"), hidden(" remove")));
  return [...chips, button(() => change({ ...noFilter(), sort: filter.sort }), { class: "plain" }, "Clear all")];
}

function closeOthers(form, opened) {
  if (!opened.open || !opened.classList.contains("facet")) return;
  form.querySelectorAll("details.facet[open]").forEach((other) => { if (other !== opened) other.open = false; });
}

function closeOnEscape(event) {
  const open = event.key === "Escape" && event.target.closest("details.facet[open]");
  if (!open) return;
  open.open = false;
  open.querySelector("summary").focus();
}

document.addEventListener("pointerdown", (event) => {
  document.querySelectorAll("details.facet[open]").forEach((open) => { if (!open.contains(event.target)) open.open = false; });
});

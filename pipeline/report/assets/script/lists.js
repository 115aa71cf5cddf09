// Tables that are sorted and turned page by page.

const PAGE_SIZE = 50;

/** Return items in the order that a key of ``orders`` names, "-" before it for descending; equal ones keep theirs. */
function sorted(items, orders, sort) {
  const name = sort.replace(/^-/, "");
  const key = orders[name];
  if (!key) return items;
  const down = sort.startsWith("-") ? -1 : 1;
  const keyed = items.map((item, at) => [key(item), at, item]);
  // What is not known stands last in either direction.
  keyed.sort(([a, m], [b, n]) => (a === "") - (b === "") || down * compare(a, b) || m - n);
  return keyed.map(([, , item]) => item);
}

const nextSort = (sort, name, first) => {
  if (sort.replace(/^-/, "") !== name) return first + name;
  return sort.startsWith("-") ? name : `-${name}`;
};

/** Return a header cell with a button that sorts; ``first`` is "-" where the most comes first. */
function sortHeader(words, name, sort, change, first = "") {
  const by = sort.replace(/^-/, "") === name;
  const order = by ? (sort.startsWith("-") ? "descending" : "ascending") : null;
  return el("th", { scope: "col", "aria-sort": order },
    button(() => change(nextSort(sort, name, first)), { class: "sort", "data-sort": name }, words,
      el("span", { class: "arrow", "aria-hidden": "true" }, { ascending: "▲", descending: "▼" }[order] ?? "")));
}

function pager(total, page, turn) {
  const last = Math.max(Math.ceil(total / PAGE_SIZE), 1);
  const at = Math.min(page, last);
  if (last === 1) return null;
  const step = (to, words) => button(() => turn(to), { disabled: to < 1 || to > last, class: "step" }, words);
  return el("nav", { class: "pager", "aria-label": "Pages" },
    step(at - 1, "‹ Previous"), el("span", {}, `Page ${at} of ${last}`), step(at + 1, "Next ›"));
}

const pageOf = (items, page) => {
  const at = Math.min(page, Math.max(Math.ceil(items.length / PAGE_SIZE), 1));
  return items.slice((at - 1) * PAGE_SIZE, at * PAGE_SIZE);
};

/** Return a searchable table of things that are no events, as an element that keeps its own search and order. */
function searchable({ words, items, text, orders, sort, headers, row, label }) {
  let now = { q: "", sort, page: 1 };
  const body = el("div", {});
  const show = (change) => {
    now = { ...now, ...change };
    const wanted = fold(now.q).split(/\s+/).filter(Boolean);
    const found = sorted(items.filter((item) => wanted.every((word) => fold(text(item)).includes(word))), orders, now.sort);
    const focused = body.contains(document.activeElement) ? document.activeElement.dataset.sort : null;
    body.replaceChildren(
      el("p", { class: "status", role: "status" }, `${found.length.toLocaleString("en")} of ${words(items.length)}`),
      el("table", { class: "list" }, el("caption", { class: "hidden" }, label),
        el("thead", {}, el("tr", {}, headers.map(([title, name, first]) =>
          (name ? sortHeader(title, name, now.sort, (to) => show({ sort: to, page: 1 }), first) : el("th", { scope: "col" }, title))))),
        el("tbody", {}, pageOf(found, now.page).map(row))),
      pager(found.length, now.page, (page) => { show({ page }); body.scrollIntoView(); }) ?? "");
    if (focused) body.querySelector(`[data-sort="${focused}"]`)?.focus();
  };
  const search = el("input", { type: "search", id: "search", autocomplete: "off", input: () => show({ q: search.value, page: 1 }) });
  show({});
  return [el("form", { role: "search", class: "filters", submit: (event) => event.preventDefault() }, field("search", `Search ${label.toLowerCase()}`, search)), body];
}

const data = (label, attributes, ...content) => el("td", { "data-label": label, ...attributes }, ...content);

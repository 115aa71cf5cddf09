// Addresses to views.

const VIEWS = { overview: "Overview", events: "Events", people: "People", articles: "Articles", about: "About" };
const FILTERED = new Set(["overview", "events"]);

const main = document.getElementById("main");
const results = el("div", { id: "results" });
const form = filterForm((filter) => {
  history.replaceState(null, "", address(current.view, filter));
  route({ typed: true });
});
const places = new Map();
let current = { view: "", id: "", hash: "" };
let lastList = "#/events";
let followed = null;

function parse(hash) {
  const [path, query = ""] = hash.replace(/^#\/?/, "").split(/\?(.*)/s);
  const [view, ...rest] = path.split("/");
  return { view, id: decoded(rest.join("/")), query: new URLSearchParams(query) };
}

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function route({ typed = false } = {}) {
  const { view: named, id, query } = parse(location.hash);
  const view = named === "article" ? "article" : named in VIEWS ? named : "overview";
  const before = current;
  const hash = location.hash;
  if (!typed && before.hash !== hash) places.set(before.hash, scrollY);
  current = { view, id, hash };
  const filter = readFilter(FILTERED.has(view) ? query : parse(lastFiltered).query);
  if (FILTERED.has(view)) lastFiltered = hash || "#/overview";
  if (view !== "article") lastList = hash || "#/overview";
  showViews(view, filter);
  if (view === "article") return showArticle(id, readState(query), before);
  if (FILTERED.has(view)) showFiltered(view, filter);
  else show([el("h1", {}, VIEWS[view]), ...{ people: peopleView, articles: articlesView, about: aboutView }[view]()]);
  document.title = `${VIEWS[view]} · ${index.title}`;
  if (!typed) arrive(before, hash);
}

let lastFiltered = "#/overview";

function showViews(view, filter) {
  document.getElementById("views").replaceChildren(...Object.entries(VIEWS).map(([name, words]) =>
    link(FILTERED.has(name) ? address(name, { ...filter, page: 1 }) : `#/${name}`, { "aria-current": name === view ? "page" : null }, words)));
}

function show(content) {
  main.className = `view-${current.view}`;
  main.replaceChildren(...content.flat(Infinity).filter(Boolean));
}

function showFiltered(view, filter) {
  if (!form.element.isConnected || !main.classList.contains(`view-${view}`)) show([el("h1", { class: view === "events" ? "" : "hidden" }, VIEWS[view]), form.element, results]);
  const focused = results.contains(document.activeElement) ? document.activeElement.dataset.sort : null;
  form.update(filter);
  const change = (to) => {
    history.replaceState(null, "", address(view, to));
    route({ typed: true });
  };
  const content = view === "events" ? eventsView(shownEvents(filter), filter, change) : overview(filtered(filter), filter);
  results.replaceChildren(...content.filter(Boolean));
  if (focused) results.querySelector(`[data-sort="${focused}"]`)?.focus();
}

async function showArticle(id, state, before) {
  const article = articleById.get(id);
  const focus = followed;
  followed = null;
  if (!article) return show([el("h1", {}, "No such article"), el("p", {}, "This run has no article ", quoted(id), ".")]);
  const at = current;
  try {
    const record = await loadArticle(article);
    if (current !== at) return;
    const anew = before.view !== "article" || before.id !== id;
    const side = main.querySelector(".side")?.scrollTop ?? 0;
    show(readerView(record, article, state));
    document.title = `${article.title} · ${index.title}`;
    if (anew) arrive(before, at.hash);
    else main.querySelector(".side").scrollTop = side;
    settle(main, state, focus === "list" ? "card" : focus, anew);
  } catch (error) {
    show([el("h1", {}, quoted(article.title)), el("p", { role: "alert" }, error.message)]);
  }
}

/** Start a new view at its top, or where it was left when the browser's buttons lead back to it. */
function arrive(before, hash) {
  if (before.view === "") return;
  main.focus({ preventScroll: true });
  scrollTo(0, clicked ? 0 : places.get(hash) ?? 0);
  clicked = false;
}

let clicked = false;

document.addEventListener("click", (event) => {
  const to = event.target.closest("a");
  clicked = Boolean(to ?? event.target.closest("tr"));
  followed = to?.dataset.focus ?? null;
  if (!to?.classList.contains("skip")) return;
  event.preventDefault();
  main.focus();
});
addEventListener("hashchange", () => route());
route();

// Every article that was read.

function articlesView() {
  return searchable({
    label: "Articles",
    words: (number) => plural(number, "article"),
    items: ARTICLES,
    text: (article) => `${article.title} ${article.id} ${article.published}`,
    orders: {
      title: (article) => fold(article.title), published: (article) => article.published,
      words: (article) => article.tokens, events: (article) => article.events, people: (article) => article.people,
    },
    sort: "",
    headers: [["Title", "title"], ["Published", "published", "-"], ["Words", "words", "-"], ["Events", "events", "-"], ["People", "people", "-"]],
    row: (article) => el("tr", {},
      data("Title", {}, link(readerAddress(article.id), {}, quoted(article.title)),
        article.status === "ok" ? null : el("span", { class: "muted" }, ` (${article.status})`)),
      data("Published", { class: "day" }, article.published),
      data("Words", { class: "share" }, article.tokens.toLocaleString("en")),
      data("Events", { class: "share" }, article.events ? link(address("events", { ...noFilter(), article: article.id }), {}, article.events) : "0"),
      data("People", { class: "share" }, article.people)),
  });
}

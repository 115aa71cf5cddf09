// Everybody who is named, with roles and parties.

function peopleView() {
  return [
    el("p", { class: "muted" }, "A person of several articles is counted as one only where more than the name says that it is the same one."),
    ...searchable({
      label: "People",
      words: (number) => plural(number, "person", "people"),
      items: index.people,
      text: (person) => [person.name, ...person.roles.flat(), ...person.roles.map((role) => codeName(role[2])), ...person.parties].join(" "),
      orders: {
        name: (person) => fold(person.name), mentions: (person) => person.mentions, articles: (person) => person.places.length,
        role: (person) => fold(person.roles[0]?.join(" ") ?? ""), party: (person) => fold(person.parties[0] ?? ""),
      },
      sort: "-mentions",
      headers: [["Name", "name"], ["Roles", "role"], ["Parties", "party"], ["Mentions", "mentions", "-"], ["Articles", "articles", "-"]],
      row: personRow,
    }),
  ];
}

function personRow(person) {
  return el("tr", {},
    data("Name", {}, link(personAddress(person), {}, quoted(person.name))),
    data("Roles", {}, between(person.roles.map(roleWords), "; ")),
    data("Parties", {}, between(person.parties.map((party) => quoted(party)), ", ")),
    data("Mentions", { class: "share" }, person.mentions),
    data("Articles", {}, person.places.length === 1 ? "1" : el("details", {}, el("summary", {}, person.places.length),
      el("ul", {}, person.places.map(([article, id]) => el("li", {}, link(readerAddress(article, { person: id }), {}, quoted(articleById.get(article).title))))))));
}

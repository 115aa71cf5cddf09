// The run as the page holds it. Articles lie in parts, unpacked when one of them is first opened.

const index = JSON.parse(document.getElementById("index").textContent);
const COLUMNS = index.columns.map(([name]) => name);
const EVENTS = index.events.map((row) => Object.fromEntries(COLUMNS.map((name, at) => [name, row[at]])));
const ARTICLES = index.articles.map(([id, title, published, basis, tokens, path, status, events, people], number) => ({
  id, title: title || id, published, basis, tokens, path, status, events, people, number,
}));
const articleById = new Map(ARTICLES.map((article) => [article.id, article]));
const articleOf = (event) => articleById.get(event.article_id);
const eventById = new Map(EVENTS.map((event) => [event.event_id, event]));
const ACTIONS = Object.keys(index.actions);
const familyOf = (action) => index.actions[action][1];

const openParts = new Map();
const awaited = new Map();

/** Return the record of an article with its text, as a promise; it fails where the file with it is not there. */
async function loadArticle(article) {
  const number = Math.floor(article.number / index.part);
  if (!openParts.has(number)) openParts.set(number, index.folder ? fetchPart(number) : unpackPart(number));
  const part = await openParts.get(number);
  return { rules: part.rules, ...part.articles[article.number % index.part] };
}

async function unpackPart(number) {
  return JSON.parse(document.getElementById(`part-${number}`).textContent);
}

function fetchPart(number) {
  return new Promise((resolve, reject) => {
    awaited.set(number, resolve);
    const script = document.createElement("script");
    script.src = `${index.folder}/${number}.js`;
    script.onerror = () => {
      openParts.delete(number);
      reject(new Error(`${script.getAttribute("src")} is missing: keep the folder ${index.folder} beside this page.`));
    };
    document.head.append(script);
  });
}

window.receivePart = (number, part) => awaited.get(number)?.(part);

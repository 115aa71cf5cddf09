// CSV as the run's own files have it: RFC 4180, lists joined, unknown is the empty cell.

const FORMULA = /^'*[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/;

/** Return a cell's text; what a spreadsheet would take for a formula gets an apostrophe before it. */
function cellText(value) {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const text = Array.isArray(value) ? value.join(index.joiner) : value;
  return FORMULA.test(text) ? `'${text}` : text;
}

const csvCell = (text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

function eventsCsv(events) {
  const rows = events.map((event) => COLUMNS.map((name) => cellText(event[name])));
  return [COLUMNS, ...rows].map((row) => `${row.map(csvCell).join(",")}\r\n`).join("");
}

function download(text, name) {
  const url = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
  link(url, { download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}

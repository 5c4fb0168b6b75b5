// The text of an article, every name and fact marked in the colour of its type.

const reader = document.getElementById("reader");
const STROKES = 6; // kinds of underlines that tell relations apart

function readAt(article, spot) {
  go({ read: article, spot });
}

function showReader() {
  const { read, spot } = state;
  const key = JSON.stringify([read, spot, state.lang, state.at]);
  if (showReader.key === key) return;
  const same = showReader.read === read && showReader.spot === String(spot);
  showReader.key = key;
  [showReader.read, showReader.spot] = [read, String(spot)];
  reader.hidden = read === null;
  document.body.classList.toggle("reading", read !== null);
  if (read === null) return;
  const scrolled = reader.scrollTop;
  reader.replaceChildren(...readerContent(read, spot));
  if (same) reader.scrollTop = scrolled;
  else reader.querySelector(".spot")?.scrollIntoView({ block: "center" }) ?? (reader.scrollTop = 0);
}

function readerContent(article, spot) {
  const shut = button("close", () => go({ read: null, spot: null }), "×");
  shut.setAttribute("aria-label", say("close"));
  shut.title = say("close");
  const { text } = textOf(article);
  const told = claimsOf[article].filter((claim) => claims.article[claim] === article);
  const paragraphs = [];
  let start = 0;
  for (const line of text.split("\n")) {
    const end = start + line.length;
    const runs = line ? runsOf(article, start, end, told) : [];
    const marked = runs.map((run) => readerRun(run, spot, article));
    // The first line is the headline.
    if (line) paragraphs.push(element(start ? "p" : "h2", {}, ...marked));
    start = end + 1;
  }
  const when = [known("date", article), known("source", article)].filter(Boolean).join(" · ");
  return [
    shut,
    element("div", { className: "kicker" }, icon("Article"), ` ${term("Article")}`),
    ...(when ? [meta(when)] : []),
    element("div", { className: "text" }, ...paragraphs),
    meta(say("readerHint")),
  ];
}

/** One run: a name leads to its node, the other words of a fact to the fact. */
function readerRun({ text, start, node, claim }, spot, article) {
  const isSpot = spot && start >= spot[0] && start < spot[1];
  let made = text;
  if (node !== undefined) made = mentionLink(text, node, node === state.at, { read: article });
  else if (claim !== undefined) made = claimLink(text, claim);
  if (claim === undefined && !isSpot) return made;
  const stroke = claim === undefined ? "" : ` stated stroke-${claims.relation[claim] % STROKES}`;
  return element("span", { className: `${isSpot ? "spot" : ""}${stroke}`.trim() }, made);
}

function claimLink(text, claim) {
  const pair = [claims.subject[claim], claims.object[claim]];
  const made = linkTo("", { ...NOTHING, link: pair }, () => go({ ...NOTHING, link: pair }), text);
  made.title = `${short(names[pair[0]])} — ${term(relations[claims.relation[claim]])} → ${short(names[pair[1]])}`;
  return made;
}

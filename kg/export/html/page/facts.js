// Facts in words: claims by relation, each with the sentences that state it.

const OPEN_FACTS = 12; // in a group of more facts, the evidence is folded

/** Claims as seen from a node: those that go out from it, those that come in; of an article, all others. */
function factGroups(told, from) {
  const side = (claim) => (claims.subject[claim] === from ? "→" : claims.object[claim] === from ? "←" : "");
  const isPost = (claim) => claims.relation[claim] === POST && side(claim) === "→";
  const rank = ([claim]) =>
    isPost(claim) ? -1 : claims.relation[claim] + ("→←".indexOf(side(claim)) + 1) * 1000;
  const groups = groupBy(told, (claim) => `${side(claim)}${claims.relation[claim]}`);
  return [...groups.values()]
    .sort((a, b) => rank(a) - rank(b))
    .flatMap((group) => {
      const words = isPost(group[0]) ? say("posts") : term(relations[claims.relation[group[0]]]);
      const around = { "→": `${words} →`, "←": `← ${words}`, "": words }[side(group[0])];
      return factGroup(group, from, isPost(group[0]) ? words : around);
    });
}

function factGroup(told, from, words) {
  const pairs = groupBy(told, (claim) => `${claims.subject[claim]} ${claims.object[claim]}`);
  const facts = [...pairs.values()];
  const open = facts.length <= OPEN_FACTS;
  const mark = element("i", { className: `stroke stroke-${claims.relation[told[0]] % STROKES}` });
  return [heading(words, facts.length, mark), list(facts, (fact) => factItem(fact, from, open))];
}

/** One fact: the other end (of an article's fact both), the titles, and the evidence of each article. */
function factItem(told, from, open) {
  const [subject, object] = [claims.subject[told[0]], claims.object[told[0]]];
  const ends = subject === from ? [object] : object === from ? [subject] : [subject, object];
  const row = element("div", { className: "ends" });
  ends.forEach((end, index) => row.append(...(index ? ["→", nodeLink(end)] : [nodeLink(end)])));
  const titles = new Set(told.map(detailOf).filter(Boolean));
  row.append(...[...titles].map((title) => element("span", { className: "title" }, isolated(title))));
  const places = groupBy(told, placeOfEvidence);
  const quotes = () => [...places.values()].map(quote);
  if (open) return element("div", { className: "fact" }, row, ...quotes());
  const folded = element("details", {}, element("summary", { textContent: say("evidence") }));
  folded.addEventListener("toggle", () => folded.append(...quotes()), { once: true });
  return element("div", { className: "fact" }, row, folded);
}

const placeOfEvidence = (claim) => `${claims.article[claim]} ${claims.start[claim]} ${claims.end[claim]}`;

/** A piece of evidence, its mentions marked, with the claims that rest on it. */
function quote(resting) {
  const [first] = resting;
  const [article, start, end] = [claims.article[first], claims.start[first], claims.end[first]];
  const ends = new Set(resting.flatMap((claim) => [claims.subject[claim], claims.object[claim]]));
  const words = runsOf(article, start, end).map((run) =>
    run.node === undefined ? run.text : mentionLink(run.text, run.node, ends.has(run.node)),
  );
  const source = linkTo(
    "source",
    { read: article, spot: [start, end] },
    () => readAt(article, [start, end]),
    isolated(`《${short(names[article])}》`),
    known("date", article) ? ` ${known("date", article)}` : null,
  );
  source.title = say("readHere");
  const sure = resting.map(
    (claim) =>
      `${say("sureness", Math.round(claims.confidence[claim] * 100))} · ${data.rules[claims.rule[claim]]}`,
  );
  return element(
    "figure",
    { className: "evidence" },
    element("blockquote", {}, ...words),
    element(
      "figcaption",
      {},
      source,
      element("span", { className: "sure" }, isolated([...new Set(sure)].join("；"))),
    ),
  );
}

/** A name where it stands in a text; strong where the text is about it. */
function mentionLink(text, node, strong, changes = {}) {
  const made = linkTo(
    `mention ${typeName(node)}${strong ? " strong" : ""}`,
    { ...NOTHING, ...changes, at: node },
    () => choose(node),
    text,
  );
  made.title = `${short(names[node])} · ${term(typeName(node))}`;
  return made;
}

// The articles' texts, each parsed when it is first read; texts.py describes the block.

const textOf = (() => {
  let lines = null;
  const orderOf = new Map(articles.map((article, order) => [article, order]));
  const read = new Map();
  return (article) => {
    if (!read.has(article)) {
      lines ??= document.getElementById("texts").textContent.split("\n");
      const [text, numbers] = JSON.parse(lines[orderOf.get(article)]);
      const mentions = [];
      for (let place = 0; place < numbers.length; place += 3)
        mentions.push({ start: numbers[place], end: numbers[place + 1], node: numbers[place + 2] });
      read.set(article, { text, mentions });
    }
    return read.get(article);
  };
})();

const quoteOf = (claim) => textOf(claims.article[claim]).text.slice(claims.start[claim], claims.end[claim]);

/** A stretch of an article cut where a mention or a claim begins or ends: the innermost of each. */
function runsOf(article, start, end, told = []) {
  const { text, mentions } = textOf(article);
  const inside = mentions.filter((one) => one.start < end && one.end > start);
  const stated = told.map((claim) => ({ start: claims.start[claim], end: claims.end[claim], claim }));
  const cuts = new Set([start, end]);
  for (const one of [...inside, ...stated])
    for (const place of [one.start, one.end]) if (place > start && place < end) cuts.add(place);
  const places = [...cuts].sort((a, b) => a - b);
  const innermost = (spans, from, to) =>
    spans
      .filter((one) => one.start <= from && one.end >= to)
      .reduce((best, one) => (best && best.end - best.start <= one.end - one.start ? best : one), null);
  return places.slice(0, -1).map((from, index) => {
    const to = places[index + 1];
    const mention = innermost(inside, from, to);
    const claim = innermost(stated, from, to);
    return { text: text.slice(from, to), start: from, node: mention?.node, claim: claim?.claim };
  });
}

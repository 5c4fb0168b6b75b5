// Names and words on the canvas: as many as have room, the most telling first, none upon another.

const LINE = 8; // full-width characters
const LINE_HEIGHT = 1.25;
const SMALLEST = 11; // pixels on the screen
const LINK_FONT = 11.5;
const MOST_WORDED = 260; // with more links drawn, only those of what is chosen carry words

const em = (text) => {
  let width = 0;
  for (const char of text) width += char > "\u2e7f" ? 1 : 0.55;
  return width;
};

/** A name in at most two lines of about one length, cut where it is too long for them. */
function linesOf(name) {
  const chars = [...name.slice(0, 80).replace(/\s+/g, " ").trim()];
  if (!chars.length) return [say("unnamed")];
  const total = em(chars.join(""));
  const width = Math.min(total / Math.ceil(total / LINE), LINE);
  const lines = [""];
  for (const char of chars) {
    if (em(lines.at(-1)) >= width && !"”’」』》）】、，。：；！？·".includes(char)) {
      if (lines.length === 2) return [lines[0], `${lines[1].slice(0, -1)}…`];
      lines.push("");
    }
    lines[lines.length - 1] += char;
  }
  return lines;
}
const labelOf = (() => {
  const kept = new Map();
  return (node) => {
    if (!kept.has(node)) kept.set(node, linesOf(names[node]));
    return kept.get(node);
  };
})();

/** As much of a text as the width holds, in characters; never less than two. */
function cut(text, width) {
  if (em(text) <= width) return text;
  let kept = text.slice(0, 2);
  while (kept.length < text.length && em(`${kept}${text[kept.length]}…`) <= width) kept += text[kept.length];
  return `${kept}…`;
}

/** Boxes that are taken, found again by the squares that they lie in. */
class Room {
  constructor(square) {
    this.square = square;
    this.taken = new Map();
  }

  *squares({ left, top, right, bottom }) {
    const place = (value) => Math.floor(value / this.square);
    for (let x = place(left); x <= place(right); x++)
      for (let y = place(top); y <= place(bottom); y++) yield x * 1_000_003 + y;
  }

  isFree(box, own) {
    for (const square of this.squares(box))
      for (const other of this.taken.get(square) || [])
        if (
          other.own !== own &&
          other.left < box.right &&
          other.right > box.left &&
          other.top < box.bottom &&
          other.bottom > box.top
        )
          return false;
    return true;
  }

  take(box) {
    for (const square of this.squares(box)) {
      if (this.taken.has(square)) this.taken.get(square).push(box);
      else this.taken.set(square, [box]);
    }
  }
}

const boxAt = (x, y, width, height, own = null) => ({
  left: x - width / 2,
  right: x + width / 2,
  top: y - height / 2,
  bottom: y + height / 2,
  own,
});

/** Where names and words stand: {names: [{node, lines, font, x, y, box}], words: [{link, text, font, x, y, box}]}. */
function placeLabels(drawn, positions, scale) {
  const room = new Room(90 / scale);
  const written = new Room(90 / scale);
  const grown = magnified(scale);
  for (const node of drawn.nodes) {
    const { x, y } = positions[node];
    const width = 2 * sizeOf[node] * grown;
    room.take(boxAt(x, y, width, width, node));
  }
  const first = (node) => (node === state.at ? 0 : !clear ? 1 : clear.nodes.has(node) ? 1 : 2);
  const order = drawn.nodes.slice().sort((a, b) => first(a) - first(b) || rankOf[a] - rankOf[b]);
  const placed = { names: [], words: [] };
  for (const node of order) {
    const found = placeName(node, positions[node], { room, written }, grown, scale);
    if (found) placed.names.push(found);
  }
  const worded = drawn.links.length <= MOST_WORDED && scale > 0.55 ? drawn.links : [];
  const strong = clear ? drawn.links.filter((one) => clear.links.has(one)) : [];
  for (const one of new Set([...strong, ...(clear ? [] : worded)])) {
    const found = placeWords(one, positions, room, scale);
    if (found) placed.words.push(found);
  }
  return placed;
}

/** A name below its node, or above or beside it where that is taken. */
function placeName(node, { x, y }, { room, written }, grown, scale) {
  const head = node === state.at || heads.has(node);
  const lines = labelOf(node);
  const weight = (sizeOf[node] - 6) / 2.5;
  const font = Math.max(Math.min(13 + Math.round(weight), 20), SMALLEST / scale);
  const width = Math.max(...lines.map(em)) * font;
  const height = lines.length * font * LINE_HEIGHT;
  const reach = sizeOf[node] * grown * 1.15 + 2 / scale;
  const places = [
    [x, y + reach + height / 2],
    [x, y - reach - height / 2],
    [x + reach + width / 2, y],
    [x - reach - width / 2, y],
  ];
  const boxes = places.map(([left, top]) => boxAt(left, top, width, height, node));
  // The head of a community has its name even upon lesser nodes, only not upon other names.
  const box =
    boxes.find((one) => room.isFree(one, node)) || (head && boxes.find((one) => written.isFree(one, node)));
  if (!box) return null;
  room.take(box);
  written.take(box);
  return { node, lines, font, x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2, box };
}

/** Words on a line, near its middle. */
function placeWords(one, positions, room, scale) {
  if (one.kind === MENTIONED) return null;
  const [from, to] = [positions[one.from], positions[one.to]];
  const font = Math.max(LINK_FONT, SMALLEST / scale);
  const length = Math.hypot(to.x - from.x, to.y - from.y) - sizeOf[one.from] - sizeOf[one.to];
  const text = cut(wordsOf(one), Math.max(Math.min(length / font, 12), 3));
  const [width, height] = [em(text) * font + 4, font * 1.3];
  for (const share of isBoth(one) ? [0.34, 0.4, 0.28] : [0.5, 0.42, 0.58, 0.35, 0.65]) {
    const [x, y] = [from.x + (to.x - from.x) * share, from.y + (to.y - from.y) * share];
    const box = boxAt(x, y, width, height);
    if (!room.isFree(box, undefined)) continue;
    room.take(box);
    return { link: one, text, font, x, y, box };
  }
  return null;
}

const nameColour = (node) => (!clear || clear.nodes.has(node) ? paint.ink : paint["faint-ink"]);

/** Where the middle of one line of a name is. */
const lineHeight = (y, index, lines, font) => y + (index - (lines.length - 1) / 2) * font * LINE_HEIGHT;

function drawLabels(ctx, { names: placedNames, words }) {
  ctx.textAlign = "center";
  ctx.textBaseline = "middle";
  for (const { link: one, text, font, x, y, box } of words) {
    ctx.font = `${font}px ${paint.sans}`;
    ctx.fillStyle = paint.paper;
    ctx.fillRect(box.left, box.top, box.right - box.left, box.bottom - box.top);
    ctx.fillStyle = clear && clear.links.has(one) ? paint.ink : paint.soft;
    ctx.fillText(text, x, y);
  }
  ctx.lineJoin = "round";
  ctx.strokeStyle = paint.paper;
  for (const { node, lines, font, x, y } of placedNames) {
    ctx.font = `${node === state.at ? 700 : 400} ${font}px ${paint.sans}`;
    ctx.lineWidth = font / 4;
    ctx.fillStyle = nameColour(node);
    lines.forEach((line, index) => {
      const height = lineHeight(y, index, lines, font);
      ctx.strokeText(line, x, height);
      ctx.fillText(line, x, height);
    });
  }
}

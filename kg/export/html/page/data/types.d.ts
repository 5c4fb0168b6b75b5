// What the page's data blocks hold, as facts.py, drawing.py and texts.py write it.

/** Values of those nodes or claims that have one, by number. */
export type OfSome<Value> = Record<number, Value | undefined>;

export interface Data {
  terms: Record<string, { zh: string; en: string }>;
  types: string[];
  kinds: string[];
  relations: string[];
  rules: string[];
  entities: Entities;
  claims: Claims;
  picture: Picture;
}

/** Columns: an entity's place in them is its number everywhere else. */
export interface Entities {
  type: number[];
  name: string[];
  /** Pinyin initials of the name and the aliases, with spaces between them. */
  initials: string[];
  mentions: number[];
  kind: OfSome<number>;
  aliases: OfSome<string[]>;
  code: OfSome<string>;
  time: OfSome<string>;
  first: OfSome<string>;
  last: OfSome<string>;
  date: OfSome<string>;
  source: OfSome<string>;
  mentioned: OfSome<number[]>;
}

/** Columns; subject, object and article are numbers of entities, the offsets count UTF-16 units. */
export interface Claims {
  subject: number[];
  relation: number[];
  object: number[];
  article: number[];
  start: number[];
  end: number[];
  confidence: number[];
  rule: number[];
  title: OfSome<string>;
  role: OfSome<string>;
}

/** Columns: the middle of each node's shape, in pixels at zoom 1; its radius; its community, or -1. */
export interface Picture {
  x: number[];
  y: number[];
  size: number[];
  community: number[];
}

/** An article's text, and its mentions: start, end, entity, start, end, entity, … */
export type Text = [string, number[]];

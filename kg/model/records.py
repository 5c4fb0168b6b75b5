"""The plain records that pass from stage to stage.

All offsets count Unicode code points in `Article.text`; `end` is exclusive.
Records are frozen, hashable and picklable: they alone cross process borders.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

EntityType = Literal["Person", "Organisation", "Place", "Event"]
MentionType = Literal["Person", "Organisation", "Place", "Title"]
# What gold data annotates always, and what only some does.
CommonPredicate = Literal[
    "presidesOver",
    "surveyed",
    "organised",
    "attended",
    "spokeAt",
    "holdsPosition",
    "locatedIn",
    "heldAt",
]
FurtherPredicate = Literal[
    "guided",
    "awarded",
    "signedWith",
    "donated",
    "appointed",
    "met",
    "partOf",
    "founded",
]
Predicate = Literal[CommonPredicate, FurtherPredicate]


@dataclass(frozen=True, slots=True)
class Box:
    """Where [start, end) of an article's text stands on a page of its file.

    Pages count from 1; lengths are in points, from the top left corner of the page.
    """

    start: int
    end: int
    page: int
    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True, slots=True)
class Doubt:
    """A stretch [start, end) of an article's text that was not recognised surely, and how sure it is."""

    start: int
    end: int
    confidence: float


@dataclass(frozen=True, slots=True)
class Misreading:
    """A character of an article's text that was recognised as `raw`, and repaired by what is known."""

    at: int
    raw: str


@dataclass(frozen=True, slots=True)
class Origin:
    """Where an article's characters stand in the file they came from.

    `offsets[i]` is the code-point offset, in the decoded file, of character i
    of the article's text; -1 for a character that the file does not have
    (a newline put between title and body, say). A PDF or scan has the characters
    of its text layer or reading, page after page, in the place of a decoded file;
    `boxes`, in the order of the text, tell for each of its lines where it stands.
    `doubts` and `misread` are those of a scan, in the order of the text.
    """

    path: str
    offsets: tuple[int, ...]
    boxes: tuple[Box, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    misread: tuple[Misreading, ...] = ()


@dataclass(frozen=True, slots=True)
class Aside:
    """A line of a printed page that belongs to no article: masthead, folio, an advertisement.

    Its place is told as that of a Box.
    """

    text: str
    page: int
    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(frozen=True, slots=True)
class Credit:
    """One person of a byline, photo credit or end signature, with its place in the text."""

    role: str
    name: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Article:
    """One article: `text` is the title, a newline, and the paragraphs separated by newlines."""

    id: str
    title: str
    text: str
    date: str | None = None
    source: str | None = None
    byline: tuple[Credit, ...] = ()
    origin: Origin | None = None


@dataclass(frozen=True, slots=True)
class Problem:
    """An input, or a part of one, that is left out: where it is, and why or what to do about it."""

    path: str
    message: str


@dataclass(frozen=True, slots=True)
class Mention:
    """A typed name in the text, as the NER stage finds it; `by` names the rule or model."""

    start: int
    end: int
    type: MentionType
    by: str


@dataclass(frozen=True, slots=True)
class Time:
    """When an event was: the words [start, end) of the text that say so, and the days that they mean.

    `first` and `last` are ISO dates, the same for one day. Both are None where the text does not tell
    (昨日 in an article without a date), one of them for an event that the text only sees begin or end.
    """

    start: int
    end: int
    first: str | None = None
    last: str | None = None


@dataclass(frozen=True, slots=True)
class Entity:
    """A real thing of an article.

    `id` is a key below the base IRI ("person/张三"), `kind` a class below the
    type (AdministrativeDivision, Meeting, Survey, Activity), `code` the
    official code of an administrative division, `time` when an event was.
    """

    id: str
    type: EntityType
    name: str
    kind: str | None = None
    code: str | None = None
    time: Time | None = None


@dataclass(frozen=True, slots=True)
class EntityMention:
    """A mention resolved to its entity; `by` names the rule or model that found it."""

    start: int
    end: int
    entity: str
    by: str


@dataclass(frozen=True, slots=True)
class Claim:
    """One relation as one article states it; [start, end) is the evidence in the text."""

    subject: str
    predicate: Predicate
    object: str
    start: int
    end: int
    confidence: float
    rule: str
    title: str | None = None


@dataclass(frozen=True, slots=True)
class LinkedArticle:
    """An article with all that was found in it: the unit that the graph is made of."""

    article: Article
    entities: tuple[Entity, ...]
    mentions: tuple[EntityMention, ...]
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Counts:
    """How much a graph holds: mentions and entities by type, relations by predicate."""

    articles: int
    mentions: Mapping[str, int]
    entities: Mapping[str, int]
    relations: Mapping[str, int]

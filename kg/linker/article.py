"""One article from its mentions to entities and claims: the order of the linker's steps."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import accumulate, chain, pairwise
from operator import attrgetter, itemgetter

from kg.language.datelines import skip_dateline
from kg.language.divisions import Gazetteer
from kg.language.text import alternation, sentences
from kg.linker import relations
from kg.linker.events import coreference, surveys
from kg.linker.events.dating import times_of_events
from kg.linker.events.mentions import Naming, namings
from kg.linker.events.time_expressions import expressions
from kg.linker.lexicon import ELLIPTIC_LEVELS, KINDS, OWN_ENDINGS
from kg.linker.names import resolution
from kg.linker.names.areas import Areas
from kg.linker.relations.holds_position import Phrase, Positions
from kg.linker.sentences import clauses
from kg.linker.sentences.masking import Canvas, Mark, sort_marks
from kg.model import iri
from kg.model.records import Article, Claim, Entity, EntityMention, LinkedArticle, Mention, Time

_EVENT_KINDS = {"meeting": "Meeting", "ceremony": "Activity", "activity": "Activity", "survey": "Survey"}

# A body by its kind alone, at the head of a phrase.
_KIND = re.compile(f"(?:^|(?<=[，,。；;：:、\\n 　“（(由和及与对向请])){alternation(KINDS)}")
_OWN = re.compile(r"[我该](校|院|局|委|公司|集团|厂|社|会|队|镇|县|市|区|省|乡|村|街道)")


@dataclass(frozen=True, slots=True)
class Reading:
    """A linked article and its workings: how each name was resolved, what the rules saw and stated."""

    linked: LinkedArticle
    names: Mapping[Mention, resolution.Resolved]
    scene: clauses.Scene


def link(article: Article, mentions: Sequence[Mention]) -> LinkedArticle:
    """Resolve the mentions and read the relations of one article.

    `mentions` are those of the NER stage, sorted; titles may overlap the end
    of a body's name (公安局长). Entities come out in the order of their first
    mention, claims in the order of their evidence.
    """
    return read(article, mentions).linked


def read(article: Article, mentions: Sequence[Mention]) -> Reading:
    """What `link` does, with the workings, for those who ask why."""
    gazetteer = Gazetteer.load()
    ordered = sorted(mentions, key=lambda mention: (mention.start, -mention.end))
    areas = resolution.areas_of(article, ordered, gazetteer)
    found = resolution.resolve(article, ordered, areas, gazetteer)
    resolved = {mention: name.entity for mention, name in found.items()}
    spans = _story(article)

    def canvases(marks: Sequence[Mark]) -> list[Canvas]:
        starts = [mark.start for mark in marks]
        return [
            Canvas(article.text, start, end, marks[bisect_left(starts, start) : bisect_left(starts, end)])
            for start, end in spans
        ]

    marked = [_mark(article.text, mention, resolved) for mention in ordered]
    named = canvases(sort_marks([*marked, *_bodies_with_posts(article.text, ordered, resolved)]))
    positions, phrases = _positions(named, list(resolved.values()), areas, gazetteer)
    marks = _collapse(article, ordered, resolved, phrases, areas)
    happened = _events(article, canvases(marks))
    entities = {entity.id: entity for entity in (*resolved.values(), *(entity for entity, _ in happened))}
    event_marks = [Mark(n.start, n.end, "Event", entity.id) for entity, group in happened for n in group]
    places = _places(article, spans)
    stage = clauses.build(article.text, named, canvases(_over(marks, event_marks)), places, entities)
    times = times_of_events(stage, expressions(article))
    linked = _linked(article, resolved, happened, [*positions, *relations.read(stage)], times)
    return Reading(linked, found, stage)


def _story(article: Article) -> list[tuple[int, int]]:
    """[start, end) of each sentence without the dateline (A网讯（记者B）) that opens a paragraph."""
    spans: list[tuple[int, int]] = []
    for start, end in sentences(article.text):
        opens = start == 0 or article.text[start - 1] == "\n"
        begin = start
        if opens and start >= len(article.title):
            begin = min(skip_dateline(article.text, start), end)
        if begin < end:
            spans.append((begin, end))
    return spans


def _positions(
    named: Sequence[Canvas], entities: Sequence[Entity], areas: Areas, gazetteer: Gazetteer
) -> tuple[list[Claim], list[Phrase]]:
    positions = Positions(entities, areas, gazetteer)
    claims: list[Claim] = []
    phrases: list[Phrase] = []
    for canvas in named:
        stated, people = positions.read(canvas)
        claims.extend(stated)
        phrases.extend(people)
    return claims, phrases


def _events(article: Article, canvases: Sequence[Canvas]) -> list[tuple[Entity, list[Naming]]]:
    """The events that the text names, with their namings."""
    groups = coreference.group(chain.from_iterable(namings(canvas, article.text) for canvas in canvases))
    groups = _with_survey(groups, surveys.namings(article.text, len(article.title) + 1))
    return [(_event(article, group), group) for group in groups]


def _with_survey(groups: list[list[Naming]], survey: list[Naming]) -> list[list[Naming]]:
    """The survey as one more event, unless its words are already part of another."""
    taken = sorted((n.start, n.end) for group in groups for n in group)
    # How far the namings reach that begin no later.
    reach = list(accumulate((end for _, end in taken), max))
    before = (bisect_left(taken, (naming.end,)) for naming in survey)
    free = [n for n, count in zip(survey, before, strict=True) if not count or reach[count - 1] <= n.start]
    return [*groups, free] if free else groups


def _mark(text: str, mention: Mention, resolved: Mapping[Mention, Entity]) -> Mark:
    ref = resolved[mention].id if mention in resolved else text[mention.start : mention.end]
    return Mark(mention.start, mention.end, mention.type, ref)


def _collapse(
    article: Article,
    mentions: Sequence[Mention],
    resolved: Mapping[Mention, Entity],
    phrases: Iterable[Phrase],
    areas: Areas,
) -> list[Mark]:
    """The marks of relations: posts are part of their person, reporters take no part, 我市 is the city."""
    credited = {(credit.start, credit.end) for credit in article.byline}
    single = [
        _mark(article.text, mention, resolved)
        for mention in mentions
        if mention.type != "Title" and (mention.start, mention.end) not in credited
    ]
    people = [
        Mark(phrase.start, phrase.end, "Person", phrase.person)
        for phrase in phrases
        if (phrase.start, phrase.end) not in credited
    ]
    return sort_marks([*_over(single, people), *_own_bodies(article.text, resolved, areas)])


def _bodies_with_posts(
    text: str, mentions: Sequence[Mention], resolved: Mapping[Mention, Entity]
) -> list[Mark]:
    """公司 in 公司总经理A, 项目部 in 项目部经理B: the body of that kind which was named last."""
    titles = {mention.start for mention in mentions if mention.type == "Title"}
    bodies = [m for m in mentions if m.type == "Organisation"]

    @cache
    def of_kind(kind: str) -> list[tuple[int, str]]:
        endings = OWN_ENDINGS.get(kind, (kind,))
        return [(m.end, resolved[m].id) for m in bodies if resolved[m].name.endswith(endings)]

    marks: list[Mark] = []
    for match in _KIND.finditer(text):
        start, end = match.span()
        before = bisect_right(of_kind(match[0]), start, key=itemgetter(0)) if end in titles else 0
        last = bisect_left(bodies, end, key=attrgetter("start")) - 1
        if before and bodies[last].end <= start:
            marks.append(Mark(start, end, "Organisation", of_kind(match[0])[before - 1][1]))
    return marks


def _own_bodies(text: str, resolved: Mapping[Mention, Entity], areas: Areas) -> list[Mark]:
    """我校, 我市: the body or area of that kind that the article names most."""
    counts = Counter(entity for entity in resolved.values() if entity.type in ("Organisation", "Place"))

    @cache
    def own(kind: str) -> Entity | None:
        type_ = "Place" if kind in ELLIPTIC_LEVELS else "Organisation"
        endings = OWN_ENDINGS.get(kind, (kind,))
        named = [e for e, _ in counts.most_common() if e.type == type_ and e.name.endswith(endings)]
        return next((e for e in named if e.name == areas.best(kind)), named[0] if named else None)

    found = ((match, own(match[1])) for match in _OWN.finditer(text))
    return [Mark(match.start(), match.end(), entity.type, entity.id) for match, entity in found if entity]


def _over(marks: Sequence[Mark], wider: Sequence[Mark]) -> list[Mark]:
    """The wider marks in place of what they cover."""
    spans = sort_marks(wider)
    starts = [mark.start for mark in spans]

    def covered(mark: Mark) -> bool:
        before = spans[max(0, bisect_right(starts, mark.start) - 2) : bisect_right(starts, mark.start)]
        return any(mark.end <= other.end for other in before)

    return sort_marks([*(mark for mark in marks if not covered(mark)), *wider])


def _places(article: Article, spans: Sequence[tuple[int, int]]) -> list[tuple[int, bool]]:
    """(paragraph number, whether in the headline) of each sentence."""
    edges = [0, *(start for start, _ in spans)]
    newlines = accumulate(article.text.count("\n", *edge) for edge in pairwise(edges))
    return [(number, start < len(article.title)) for number, (start, _) in zip(newlines, spans, strict=True)]


def _event(article: Article, group: Sequence[Naming]) -> Entity:
    """The event of a group of namings, called by its fullest one."""
    fullest = max(group, key=lambda naming: (len(naming.text), -naming.start))
    name = " ".join(fullest.text.split())
    return Entity(iri.key("event", article.id, name), "Event", name, _EVENT_KINDS[fullest.kind])


def _linked(
    article: Article,
    resolved: Mapping[Mention, Entity],
    happened: Sequence[tuple[Entity, Sequence[Naming]]],
    claims: Sequence[Claim],
    times: Mapping[str, Time],
) -> LinkedArticle:
    """Only events that take part in a relation are kept; nothing takes part in one with itself."""
    stated = [claim for claim in claims if claim.subject != claim.object]
    used = {key for claim in stated for key in (claim.subject, claim.object)}
    kept = [
        (replace(entity, time=times.get(entity.id)), group) for entity, group in happened if entity.id in used
    ]
    found = [EntityMention(m.start, m.end, entity.id, m.by) for m, entity in resolved.items()]
    found += [
        EntityMention(n.start, n.end, entity.id, "event-again" if n.bare else "event-name")
        for entity, group in kept
        for n in group
    ]
    found.sort(key=lambda mention: (mention.start, -mention.end))
    known = {entity.id: entity for entity in (*resolved.values(), *(entity for entity, _ in kept))}
    unique = {(c.subject, c.predicate, c.object, c.title): c for c in reversed(stated)}
    return LinkedArticle(
        article,
        tuple(known[key] for key in dict.fromkeys(mention.entity for mention in found)),
        tuple(found),
        tuple(
            sorted(
                unique.values(),
                key=lambda c: (c.start, c.end, c.subject, c.predicate, c.object, c.title or ""),
            )
        ),
    )

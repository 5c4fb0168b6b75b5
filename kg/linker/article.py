"""One article from its mentions to entities and claims: the order of the linker's steps."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from kg import iri
from kg.divisions import Gazetteer
from kg.linker import events, names, relations, scene, surveys
from kg.linker.canvas import Canvas, Mark, sort_marks
from kg.linker.lexicon import ELLIPTIC_LEVELS, OWN_ENDINGS
from kg.linker.positions import Phrase, Positions
from kg.records import Article, Claim, Entity, EntityMention, LinkedArticle, Mention
from kg.text import sentences

_EVENT_KINDS = {"meeting": "Meeting", "ceremony": "Activity", "activity": "Activity", "survey": "Survey"}


# 本报讯（…）, A网消息（…）：, A社广州5月1日电（…）at the head of a paragraph.
_DATELINE = re.compile(
    r"^[^，。；\n]{0,24}?(?:报讯|网讯|[\u4e00-\u9fff]讯|消息|[日号]电|报道)\s*(?:[（(][^）)\n]*[）)])?[：:]?",
    re.MULTILINE,
)
_OWN = re.compile(r"我(校|院|局|委|公司|集团|厂|社|会|队|镇|县|市|区|省|乡|村|街道)")


def link(article: Article, mentions: Sequence[Mention]) -> LinkedArticle:
    """Resolve the mentions and read the relations of one article.

    `mentions` are those of the NER stage, sorted; titles may overlap the end
    of a body's name (公安局长). Entities come out in the order of their first
    mention, claims in the order of their evidence.
    """
    gazetteer = Gazetteer.load()
    ordered = sorted(mentions, key=lambda mention: (mention.start, -mention.end))
    resolved = names.resolve(article, ordered, gazetteer)
    entities = {entity.id: entity for entity in resolved.values()}
    spans = sentences(article.text)
    marks = sort_marks(_mark(article.text, mention, resolved) for mention in ordered)
    canvases = [Canvas(article.text, start, end, marks) for start, end in spans]

    positions = Positions(list(resolved.values()), gazetteer)
    claims: list[Claim] = []
    phrases: list[Phrase] = []
    for canvas in canvases:
        stated, people = positions.read(canvas)
        claims.extend(stated)
        phrases.extend(people)

    plain = canvases
    marks = [*_collapse(marks, phrases), *_own_bodies(article.text, resolved)]
    marks = _without_datelines(article, sort_marks(marks))
    canvases = [Canvas(article.text, start, end, marks) for start, end in spans]
    groups = events.group(chain.from_iterable(events.namings(canvas, article.text) for canvas in canvases))
    groups = _with_survey(groups, surveys.namings(article.text, len(article.title) + 1))
    event_entities = {entity.id: (entity, group) for group in groups for entity in [_event(article, group)]}
    entities.update({key: entity for key, (entity, _) in event_entities.items()})
    event_marks = [
        Mark(n.start, n.end, "Event", key) for key, (_, group) in event_entities.items() for n in group
    ]
    marks = _over(marks, event_marks)
    stage = scene.build(
        article.text,
        plain,
        [(Canvas(article.text, start, end, marks), *_place_in(article, start)) for start, end in spans],
        entities,
    )
    claims.extend(relations.read(stage))
    return _linked(article, resolved, event_entities, claims)


def _with_survey(groups: list[list[events.Naming]], survey: list[events.Naming]) -> list[list[events.Naming]]:
    """The survey as one more event, unless its words are already part of another."""
    taken = [(n.start, n.end) for group in groups for n in group]
    free = [n for n in survey if not any(start < n.end and n.start < end for start, end in taken)]
    return [*groups, free] if free else groups


def _mark(text: str, mention: Mention, resolved: dict[Mention, Entity]) -> Mark:
    ref = resolved[mention].id if mention in resolved else text[mention.start : mention.end]
    return Mark(mention.start, mention.end, mention.type, ref)


def _collapse(marks: Sequence[Mark], phrases: Iterable[Phrase]) -> list[Mark]:
    """Each person's posts become part of the person's mark; titles that stand alone become plain text."""
    people = [Mark(phrase.start, phrase.end, "Person", phrase.person) for phrase in phrases]
    return _over([mark for mark in marks if mark.type != "Title"], people)


def _without_datelines(article: Article, marks: Sequence[Mark]) -> list[Mark]:
    """Reporters and the medium of a dateline (A网讯（记者B）) take no part in the story."""
    aside = [(credit.start, credit.end) for credit in article.byline]
    aside += [match.span() for match in _DATELINE.finditer(article.text)]
    return [m for m in marks if not any(start <= m.start and m.end <= end for start, end in aside)]


def _own_bodies(text: str, resolved: dict[Mention, Entity]) -> list[Mark]:
    """我校, 我市: the body or area of that kind that the article names most."""
    marks: list[Mark] = []
    counts = Counter(entity for entity in resolved.values() if entity.type in ("Organisation", "Place"))
    for match in _OWN.finditer(text):
        kind = "Place" if match[1] in ELLIPTIC_LEVELS else "Organisation"
        endings = OWN_ENDINGS.get(match[1], (match[1],))
        named = [e for e, _ in counts.most_common() if e.type == kind and e.name.endswith(endings)]
        if named:
            marks.append(Mark(match.start(), match.end(), kind, named[0].id))
    return marks


def _over(marks: Sequence[Mark], wider: Sequence[Mark]) -> list[Mark]:
    """The wider marks in place of what they cover."""
    covered = [m for m in marks if not any(w.start <= m.start and m.end <= w.end for w in wider)]
    return sort_marks([*covered, *wider])


def _place_in(article: Article, start: int) -> tuple[int, bool]:
    """(paragraph number, whether in the headline)."""
    return article.text.count("\n", 0, start), bool(article.title) and start < len(article.title)


def _event(article: Article, group: Sequence[events.Naming]) -> Entity:
    """The event of a group of namings, called by its fullest one."""
    fullest = max(group, key=lambda naming: (len(naming.text), -naming.start))
    name = " ".join(fullest.text.split())
    return Entity(iri.key("event", article.id, name), "Event", name, _EVENT_KINDS[fullest.kind])


def _linked(
    article: Article,
    resolved: dict[Mention, Entity],
    event_entities: Mapping[str, tuple[Entity, Sequence[events.Naming]]],
    claims: Sequence[Claim],
) -> LinkedArticle:
    """Only events that take part in a relation are kept."""
    used = {key for claim in claims for key in (claim.subject, claim.object)}
    kept = {key: value for key, value in event_entities.items() if key in used}
    found = [EntityMention(m.start, m.end, entity.id, m.by) for m, entity in resolved.items()]
    found += [EntityMention(n.start, n.end, key, "event") for key, (_, group) in kept.items() for n in group]
    found.sort(key=lambda mention: (mention.start, -mention.end))
    known = {entity.id: entity for entity in resolved.values()} | {
        key: entity for key, (entity, _) in kept.items()
    }
    entities = dict.fromkeys(mention.entity for mention in found)
    unique = {(c.subject, c.predicate, c.object, c.title): c for c in reversed(claims)}
    return LinkedArticle(
        article,
        tuple(known[key] for key in entities),
        tuple(found),
        tuple(
            sorted(
                unique.values(),
                key=lambda c: (c.start, c.end, c.subject, c.predicate, c.object, c.title or ""),
            )
        ),
    )

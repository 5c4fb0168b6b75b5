"""Linked articles made by hand: invented people and bodies, marked in the text as ⟦surface|entity key⟧."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from kg.artifacts.report import InputFile, Report
from kg.model.iri import BASE_IRI
from kg.model.records import (
    Article,
    Claim,
    Counts,
    Credit,
    Entity,
    EntityMention,
    EntityType,
    LinkedArticle,
    Origin,
    Predicate,
    Time,
)

_TYPES: dict[str, EntityType] = {
    "person": "Person",
    "organisation": "Organisation",
    "place": "Place",
    "event": "Event",
}

Relation = tuple[str, Predicate, str, str] | tuple[str, Predicate, str, str, str]


def linked(
    id: str,  # noqa: A002
    marked: str,
    relations: Sequence[Relation] = (),
    *,
    entities: Iterable[Entity] = (),
    times: Mapping[str, tuple[str, str | None, str | None]] | None = None,
    byline: Iterable[tuple[str, str]] = (),
    date: str | None = None,
    source: str | None = None,
    origin: Origin | None = None,
    rule: str = "by-hand",
) -> LinkedArticle:
    """An article from marked text; its first line is the title.

    A relation is (subject key, predicate, object key, quoted evidence[, title]); an
    entity is named by the last part of its key unless it is among `entities`. The time
    of an event is given by its key: quoted words, first day, last day.
    """
    text, mentions = _unmark(marked)
    known = {entity.id: entity for entity in entities}
    for mention in mentions:
        known.setdefault(mention.entity, entity(mention.entity))
    for key, (words, *days) in (times or {}).items():
        known[key] = replace(known[key], time=Time(*_span(text, words), *days))
    article = Article(
        id=id,
        title=text.split("\n", 1)[0],
        text=text,
        date=date,
        source=source,
        byline=tuple(Credit(role, name, *_span(text, name)) for role, name in byline),
        origin=origin,
    )
    claims = [
        Claim(subject, predicate, object_, *_span(text, quote), 0.9, rule, *title)
        for subject, predicate, object_, quote, *title in relations
    ]
    return LinkedArticle(article, tuple(known.values()), tuple(mentions), tuple(claims))


def entity(key: str, name: str | None = None, *, kind: str | None = None, code: str | None = None) -> Entity:
    """An entity, its type and (unless given) its name taken from the key."""
    type_, *_, last = key.split("/")
    return Entity(key, _TYPES[type_], name or last, kind, code)


def with_origin(article: LinkedArticle, path: str = "page.txt") -> LinkedArticle:
    """The article as if a page held it from offset 100 on, a line break after every ten characters."""
    old = article.article
    offsets = tuple(100 + i + i // 10 for i in range(len(old.text)))
    new = Article(old.id, old.title, old.text, old.date, old.source, old.byline, Origin(path, offsets))
    return LinkedArticle(new, article.entities, article.mentions, article.claims)


def report() -> Report:
    """What a build of the corpus would say of itself."""
    return Report(
        program="press-kg 0.1.0",
        libraries={},
        settings={"base_iri": BASE_IRI, "ner_model": "press", "date": "2025-06-05"},
        model={"name": "press", "sha256": "ab" * 32},
        inputs=(InputFile("云河工人报.txt", "cd" * 32, 3),),
        problems=(),
        notes=(),
        counts=Counts(3, {}, {}, {}),
        started="2025-06-06T08:00:00+00:00",
        ended="2025-06-06T08:00:02+00:00",
    )


def corpus() -> list[LinkedArticle]:
    """Three articles that use every predicate, share entities, and disagree on nothing."""
    return [_meeting(), _visit(), _training()]


def _meeting() -> LinkedArticle:
    return with_origin(
        linked(
            "page-01",
            "⟦云河市总工会|organisation/云河市总工会⟧部署夏季工作\n"
            "本报讯 （记者⟦许文博|person/许文博⟧ 通讯员⟦苏禾|person/苏禾⟧）6月4日，"
            "⟦市总工会|organisation/云河市总工会⟧在⟦青石县|place/青石县⟧召开"
            "⟦夏季劳动保护工作会议|event/page-01/夏季劳动保护工作会议⟧。"
            "⟦云河市|place/云河市⟧人大常委会副主任、市总工会主席⟦林晓岚|person/林晓岚⟧主持"
            "⟦会议|event/page-01/夏季劳动保护工作会议⟧并讲话。\n"
            "⟦青石县总工会|organisation/青石县总工会⟧党组书记⟦周启明|person/周启明⟧参加会议。",
            [
                (
                    "organisation/云河市总工会",
                    "organised",
                    "event/page-01/夏季劳动保护工作会议",
                    "市总工会在青石县召开夏季劳动保护工作会议",
                ),
                (
                    "event/page-01/夏季劳动保护工作会议",
                    "heldAt",
                    "place/青石县",
                    "在青石县召开夏季劳动保护工作会议",
                ),
                (
                    "person/林晓岚",
                    "holdsPosition",
                    "organisation/云河市人大常委会",
                    "云河市人大常委会副主任、市总工会主席林晓岚",
                    "副主任",
                ),
                (
                    "person/林晓岚",
                    "holdsPosition",
                    "organisation/云河市总工会",
                    "云河市人大常委会副主任、市总工会主席林晓岚",
                    "主席",
                ),
                ("person/林晓岚", "presidesOver", "event/page-01/夏季劳动保护工作会议", "林晓岚主持会议"),
                ("person/林晓岚", "spokeAt", "event/page-01/夏季劳动保护工作会议", "林晓岚主持会议并讲话"),
                (
                    "person/周启明",
                    "holdsPosition",
                    "organisation/青石县总工会",
                    "青石县总工会党组书记周启明",
                    "党组书记",
                ),
                ("person/周启明", "attended", "event/page-01/夏季劳动保护工作会议", "周启明参加会议"),
            ],
            entities=[
                entity("event/page-01/夏季劳动保护工作会议", kind="Meeting"),
                entity("organisation/云河市人大常委会"),
                entity("place/云河市", kind="AdministrativeDivision", code="990100"),
                entity("place/青石县", kind="AdministrativeDivision", code="990123"),
            ],
            times={"event/page-01/夏季劳动保护工作会议": ("6月4日", "2025-06-04", "2025-06-04")},
            byline=[("记者", "许文博"), ("通讯员", "苏禾")],
            date="2025-06-05",
            source="云河工人报",
        ),
        "云河工人报.txt",
    )


def _visit() -> LinkedArticle:
    return linked(
        "page-02",
        "⟦林晓岚|person/林晓岚⟧到⟦青石县|place/青石县⟧调研\n"
        "⟦云河市总工会|organisation/云河市总工会⟧主席林晓岚、⟦周启明|person/周启明⟧一行到⟦青石县|place/青石县⟧"
        "⟦柳溪镇|place/柳溪镇⟧⟦调研工会驿站建设|event/page-02/调研工会驿站建设⟧，走访"
        "⟦柳溪农机公司|organisation/柳溪农机公司⟧。"
        "副县长⟦陈一鸣|person/陈一鸣⟧陪同。（⟦苏禾|person/苏禾⟧）",
        [
            ("person/林晓岚", "surveyed", "place/柳溪镇", "林晓岚、周启明一行到青石县柳溪镇"),
            ("person/周启明", "surveyed", "place/柳溪镇", "林晓岚、周启明一行到青石县柳溪镇"),
            ("person/林晓岚", "surveyed", "organisation/柳溪农机公司", "走访柳溪农机公司"),
            ("place/柳溪镇", "locatedIn", "place/青石县", "青石县柳溪镇"),
            ("person/林晓岚", "holdsPosition", "organisation/云河市总工会", "云河市总工会主席林晓岚", "主席"),
            ("person/陈一鸣", "holdsPosition", "place/青石县", "副县长陈一鸣", "副县长"),
            ("person/陈一鸣", "attended", "event/page-02/调研工会驿站建设", "陈一鸣陪同"),
        ],
        entities=[
            entity("event/page-02/调研工会驿站建设", kind="Survey"),
            entity("place/柳溪镇", kind="AdministrativeDivision", code="990123101"),
            entity("place/青石县", kind="AdministrativeDivision", code="990123"),
        ],
        byline=[("署名", "苏禾")],
        date="2025-06",
    )


def _training() -> LinkedArticle:
    return linked(
        "page-03",
        "“工匠讲堂”走进⟦云河大学|organisation/云河大学⟧\n"
        "近日，⟦柳溪镇|place/柳溪镇⟧举办⟦“工匠讲堂”活动|event/page-03/“工匠讲堂”活动⟧，"
        "在⟦云河大学|organisation/云河大学⟧开讲。⟦周启明|person/周启明⟧授课。"
        "⟦云河大学|organisation/云河大学⟧授予⟦周启明|person/周启明⟧“优秀讲师”称号。",
        [
            ("place/柳溪镇", "organised", "event/page-03/“工匠讲堂”活动", "柳溪镇举办“工匠讲堂”活动"),
            ("event/page-03/“工匠讲堂”活动", "heldAt", "organisation/云河大学", "在云河大学开讲"),
            ("person/周启明", "spokeAt", "event/page-03/“工匠讲堂”活动", "周启明授课"),
            (
                "organisation/云河大学",
                "awarded",
                "person/周启明",
                "云河大学授予周启明“优秀讲师”称号",
                "优秀讲师",
            ),
        ],
        entities=[
            entity("event/page-03/“工匠讲堂”活动", kind="Activity"),
            entity("place/柳溪镇", kind="AdministrativeDivision", code="990123101"),
        ],
    )


def _unmark(marked: str) -> tuple[str, list[EntityMention]]:
    text, mentions, last = "", [], 0
    for mark in re.finditer(r"⟦([^⟦⟧|]+)\|([^⟦⟧|]+)⟧", marked):
        text += marked[last : mark.start()]
        mentions.append(EntityMention(len(text), len(text) + len(mark[1]), mark[2], "by-hand"))
        text += mark[1]
        last = mark.end()
    return text + marked[last:], mentions


def _span(text: str, quote: str) -> tuple[int, int]:
    start = text.index(quote)
    return start, start + len(quote)

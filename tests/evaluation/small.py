"""Small articles of invented people and bodies, annotated in lines."""

from __future__ import annotations

from dataclasses import replace

from kg.artifacts.annotations import from_json
from kg.model.records import LinkedArticle, Time

TEXT = "阳川市总工会召开座谈会\n阳川市总工会党组书记林海棠主持座谈会。会议在阳川市举行。"


def annotated(entities: str, relations: str = "", text: str = TEXT, **fields: object) -> LinkedArticle:
    """An article from lines: `id Type name | surface surface …` and `subject predicate object title?`.

    A surface stands for its first occurrence, `surface@n` for its n-th.
    """
    listed, mentions = [], []
    for line in filter(None, map(str.strip, entities.splitlines())):
        head, _, surfaces = line.partition("|")
        key, kind, name = head.split()
        listed.append({"id": key, "type": kind, "name": name})
        for surface in surfaces.split():
            word, _, nth = surface.partition("@")
            start = -1
            for _ in range(int(nth or 1)):
                start = text.index(word, start + 1)
            mentions.append({"start": start, "end": start + len(word), "entity": key})
    claims = []
    for line in filter(None, map(str.strip, relations.splitlines())):
        subject, predicate, object_, *title = line.split()
        claim = {"subject": subject, "predicate": predicate, "object": object_}
        claims.append(claim | ({"title": title[0]} if title else {}))
    record = {"id": "a", "title": text.split("\n")[0], "text": text, "entities": listed, "mentions": mentions}
    return from_json(record | {"relations": claims} | fields)


GOLD = annotated(
    """
    o1 Organisation 阳川市总工会 | 阳川市总工会 阳川市总工会@2
    p1 Person 林海棠 | 林海棠
    v1 Event 座谈会 | 座谈会 座谈会@2 会议
    l1 Place 阳川市 | 阳川市@3
    """,
    """
    o1 organised v1
    p1 presidesOver v1
    p1 holdsPosition o1 党组书记
    v1 heldAt l1
    """,
)


def timed(words: str, first: str | None = None, last: str | None = None) -> LinkedArticle:
    text = "6月4日，座谈会上午举行。"
    known = annotated("v1 Event 座谈会 | 座谈会", text=text)
    start = text.index(words)
    time = Time(start, start + len(words), first, last)
    return replace(known, entities=(replace(known.entities[0], time=time),))

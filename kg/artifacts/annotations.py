"""`articles.jsonl`: one article a line with its annotations in stand-off form, written and read.

The same format serves as output, as input (the reader ignores the annotations) and as gold data, so
only what a human annotates is required: `id`, `text`, and the type and name of each entity.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import astuple
from datetime import date
from pathlib import Path
from typing import Any, get_args

from kg.model import iri
from kg.model.errors import InputError
from kg.model.records import (
    Article,
    Box,
    Claim,
    Credit,
    Doubt,
    Entity,
    EntityMention,
    EntityType,
    LinkedArticle,
    Misreading,
    Origin,
    Predicate,
    Time,
)

Json = dict[str, Any]

_TYPES = frozenset(get_args(EntityType))
_PREDICATES = frozenset(get_args(Predicate))


def to_jsonl(articles: Iterable[LinkedArticle], base_iri: str = iri.BASE_IRI) -> str:
    """The lines of `articles.jsonl`; entity keys become IRIs below `base_iri`."""
    return "".join(
        json.dumps(to_json(linked, base_iri), ensure_ascii=False, separators=(", ", ": ")) + "\n"
        for linked in articles
    )


def without_annotations(article: Article) -> str:
    """The line of an article in which nothing was sought yet: `articles.jsonl` as input."""
    record = to_json(LinkedArticle(article, (), (), ()))
    for annotation in ("entities", "mentions", "relations"):
        del record[annotation]
    return json.dumps(record, ensure_ascii=False, separators=(", ", ": ")) + "\n"


def to_json(linked: LinkedArticle, base_iri: str = iri.BASE_IRI) -> Json:
    """One article as the output contract writes it; what is unknown is left out."""
    article = linked.article
    record: Json = {
        "id": article.id,
        "title": article.title,
        "text": article.text,
        "date": article.date,
        "source": article.source,
        "entities": [
            _known(
                id=base_iri + entity.id,
                type=entity.type,
                name=entity.name,
                kind=entity.kind,
                code=entity.code,
                time=_time(entity.time),
            )
            for entity in linked.entities
        ],
        "mentions": [
            {
                "start": mention.start,
                "end": mention.end,
                "entity": base_iri + mention.entity,
                "by": mention.by,
            }
            for mention in linked.mentions
        ],
        "relations": [
            _known(
                subject=base_iri + claim.subject,
                predicate=claim.predicate,
                object=base_iri + claim.object,
                title=claim.title,
                start=claim.start,
                end=claim.end,
                confidence=claim.confidence,
                rule=claim.rule,
            )
            for claim in linked.claims
        ],
        "byline": [
            {"role": credit.role, "name": credit.name, "start": credit.start, "end": credit.end}
            for credit in article.byline
        ],
    }
    if article.origin:
        record["page"] = article.origin.path
        record["offsets"] = to_runs(article.origin.offsets)
        if article.origin.boxes:
            record["boxes"] = [list(astuple(box)) for box in article.origin.boxes]
        if article.origin.doubts:
            record["doubts"] = [list(astuple(doubt)) for doubt in article.origin.doubts]
        if article.origin.misread:
            record["misread"] = [list(astuple(misread)) for misread in article.origin.misread]
    return _known(**record)


def read_articles(path: Path, base_iri: str = iri.BASE_IRI) -> list[LinkedArticle]:
    """The articles of a file that `to_jsonl` wrote or a human annotated.

    Raises InputError naming the file, the line and what is wrong there.
    """
    try:
        text = path.read_text("utf-8-sig")
    except OSError as error:
        raise InputError(f"{path}: cannot be read ({error.strerror})") from error
    except UnicodeDecodeError as error:
        raise InputError(f"{path}: is not UTF-8 at byte {error.start}; save it as UTF-8") from error
    # Not splitlines(): U+2028 and its like may stand inside a JSON string.
    return [
        _parse(line, f"{path}, line {n}", base_iri)
        for n, line in enumerate(text.split("\n"), 1)
        if line.strip()
    ]


def from_json(record: Json, base_iri: str = iri.BASE_IRI) -> LinkedArticle:
    """The article that `to_json` wrote; KeyError, TypeError or ValueError where it breaks the format.

    What it says is taken as it stands, sound or not.
    """
    article = Article(
        id=str(record["id"]),
        title=record.get("title") or "",
        text=record["text"],
        date=record.get("date"),
        source=record.get("source"),
        byline=tuple(
            Credit(credit["role"], credit["name"], credit.get("start", 0), credit.get("end", 0))
            for credit in record.get("byline", ())
        ),
        origin=_read_origin(record) if "page" in record else None,
    )
    entities = tuple(
        Entity(
            entity["id"].removeprefix(base_iri),
            _one_of(_TYPES, entity["type"]),
            entity["name"],
            entity.get("kind"),
            entity.get("code"),
            _read_time(entity["time"]) if "time" in entity else None,
        )
        for entity in record.get("entities", ())
    )
    mentions = tuple(
        EntityMention(
            mention["start"],
            mention["end"],
            mention["entity"].removeprefix(base_iri),
            mention.get("by", "gold"),
        )
        for mention in record.get("mentions", ())
    )
    claims = tuple(
        Claim(
            relation["subject"].removeprefix(base_iri),
            _one_of(_PREDICATES, relation["predicate"]),
            relation["object"].removeprefix(base_iri),
            relation.get("start", 0),
            relation.get("end", 0),
            relation.get("confidence", 1.0),
            relation.get("rule", "gold"),
            relation.get("title"),
        )
        for relation in record.get("relations", ())
    )
    return LinkedArticle(article, entities, mentions, claims)


def _time(time: Time | None) -> Json | None:
    return _known(start=time.start, end=time.end, first=time.first, last=time.last) if time else None


def _read_time(record: Json) -> Time:
    return Time(record["start"], record["end"], record.get("first"), record.get("last"))


def _read_origin(record: Json) -> Origin:
    boxes = tuple(Box(*box) for box in record.get("boxes", ()))
    for box in boxes:
        if not 0 <= box.start < box.end <= len(record["text"]):
            raise ValueError(f"box {box.start}–{box.end} is empty or outside the text")
    return Origin(
        record["page"],
        from_runs(record["offsets"], len(record["text"])),
        boxes,
        tuple(Doubt(*doubt) for doubt in record.get("doubts", ())),
        tuple(Misreading(*misread) for misread in record.get("misread", ())),
    )


def to_runs(offsets: Sequence[int]) -> list[list[int]]:
    """Offsets as runs [start in the text, start in the file, length]; what the file lacks is in none."""
    runs: list[list[int]] = []
    for start, raw in enumerate(offsets):
        if raw < 0:
            continue
        if runs and start - runs[-1][0] == raw - runs[-1][1] == runs[-1][2]:
            runs[-1][2] += 1
        else:
            runs.append([start, raw, 1])
    return runs


def from_runs(runs: Iterable[Sequence[int]], length: int) -> tuple[int, ...]:
    """The offsets that `to_runs` packed, for a text of `length` characters."""
    offsets = [-1] * length
    for start, raw, count in runs:
        offsets[start : start + count] = range(raw, raw + count)
    if len(offsets) != length:
        raise ValueError("offsets reach beyond the text")
    return tuple(offsets)


def _parse(line: str, place: str, base_iri: str) -> LinkedArticle:
    try:
        record = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise InputError(f"{place}: is not JSON; write one article a line") from error
    if not isinstance(record, dict):
        raise InputError(f"{place}: is not an article; write one object a line")
    try:
        linked = from_json(record, base_iri)
        _require_sense(linked)
    except KeyError as error:
        raise InputError(f"{place}: has no {error}") from error
    except (ValueError, TypeError, AttributeError) as error:
        raise InputError(f"{place}: {error}") from error
    return linked


def _require_sense(linked: LinkedArticle) -> None:
    """Raise ValueError where an annotation is of nothing, of nowhere or of no time."""
    text = linked.article.text
    known = frozenset(entity.id for entity in linked.entities)
    for mention in linked.mentions:
        _one_of(known, mention.entity)
        _require_span(mention.start, mention.end, text)
    for claim in linked.claims:
        _one_of(known, claim.subject)
        _one_of(known, claim.object)
        if (claim.start, claim.end) != (0, 0):  # else nobody said where
            _require_span(claim.start, claim.end, text)
    for entity in linked.entities:
        if entity.time:
            _require_days(entity.time)
            _require_span(entity.time.start, entity.time.end, text)


def _require_span(start: int, end: int, text: str) -> None:
    if not 0 <= start < end <= len(text):
        raise ValueError(f"span {start}–{end} is empty or outside the text of {len(text)} characters")


def _require_days(time: Time) -> None:
    for day in filter(None, (time.first, time.last)):
        date.fromisoformat(day)
    if time.first and time.last and time.last < time.first:
        raise ValueError(f"a time from {time.first} to {time.last} ends before it begins")


def _one_of(allowed: frozenset[Any], value: str) -> Any:
    if value not in allowed:
        raise ValueError(f"{value!r} is not listed here: {'、'.join(sorted(allowed)[:12])}")
    return value


def _known(**fields: object) -> Json:
    return {name: value for name, value in fields.items() if value is not None}

"""Finished batches on disk, each checked before it is believed.

A part is a line with the SHA-256 of all that follows, and then a line for each article of its batch: as in
articles.jsonl, or its id and why it failed.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from kg.artifacts.annotations import from_json
from kg.artifacts.atomic import atomic_write
from kg.model.records import Article, LinkedArticle


@dataclass(frozen=True, slots=True)
class Failure:
    """An article, by its id, that could not be annotated; `message` tells why.

    It is `passing` where it was for want of memory or by another's hand, and may succeed the next time.
    """

    article: str
    message: str
    passing: bool = False

    def line(self) -> bytes:
        """The line of a part."""
        record = {"id": self.article, "failure": self.message, "passing": self.passing}
        return json.dumps(record).encode() + b"\n"


Outcome = LinkedArticle | Failure


def part_name(version: str, batch: Sequence[Article]) -> str:
    """The name of a batch's part, made of all that decides its result."""
    digest = sha256(repr((version, tuple(batch))).encode("utf-8", "surrogatepass")).hexdigest()
    return f"{digest}.jsonl"


def write_part(path: Path, lines: bytes) -> None:
    """Keep the lines of a batch; OutputError where that cannot be."""
    atomic_write(path, sha256(lines).hexdigest().encode() + b"\n" + lines)


def read_part(path: Path, batch: Sequence[Article]) -> list[Outcome] | None:
    """The outcomes of a batch, or None where there is no part of it that is whole."""
    try:
        digest, _, lines = path.read_bytes().partition(b"\n")
    except OSError:
        return None
    if sha256(lines).hexdigest().encode() != digest:
        return None
    try:
        outcomes = parse_lines(lines)
    except (ValueError, KeyError, TypeError):
        return None
    return outcomes if [_id(outcome) for outcome in outcomes] == [one.id for one in batch] else None


def parse_lines(lines: bytes) -> list[Outcome]:
    """The outcomes that lines of a part tell."""
    return [_parse(line) for line in lines.splitlines()]


def _id(outcome: Outcome) -> str:
    return outcome.article if isinstance(outcome, Failure) else outcome.article.id


def _parse(line: bytes) -> Outcome:
    record = json.loads(line)
    if "failure" in record:
        return Failure(record["id"], record["failure"], record["passing"])
    return from_json(record)

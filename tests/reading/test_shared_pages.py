"""Floors on the development data beside the repository: third-party pages, measured and never copied."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kg.reading import read_file
from kg.reading.press.byline import find_credits
from tests.reading.scored import Score, known, score

SHARED = Path(__file__).parents[2] / ".." / "shared"
pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="the development data ../shared is absent")


def records(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def test_the_real_page_is_read_to_the_letter() -> None:
    gold = records(SHARED / "gold" / "union-news-page.jsonl")
    found = read_file(SHARED / "pages" / "union-news-page.txt")
    assert [(a.title, a.text) for a in found] == [(g["title"], g["text"]) for g in gold]
    assert [[(c.role, c.name) for c in a.byline] for a in found] == [
        [(c["role"], c["name"]) for c in g["byline"]] for g in gold
    ]


def test_typeset_pages_keep_their_floors() -> None:
    pages = sorted((SHARED / "pages" / "dev").glob("*.txt"))
    total = sum((score(read_file(page), known(page)) for page in pages), Score())
    assert total.whole / total.articles >= 0.97
    assert total.titled / total.articles >= 0.97
    assert (total.more, total.lost, total.invented) == (0, 0, 0)


def test_bylines_keep_their_floor() -> None:
    right = found = expected = 0
    for record in records(SHARED / "gold" / "dev.jsonl"):
        gold = {(credit["role"], credit["name"]) for credit in record["byline"]}
        ours = {(credit.role, credit.name) for credit in find_credits(record["text"])}
        right, found, expected = right + len(gold & ours), found + len(ours), expected + len(gold)
    assert 2 * right / (found + expected) >= 0.97

"""Floors on the development data beside the repository: third-party pages, measured and never copied."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kg.reading import read_file
from kg.reading.byline import find_credits
from tests.reading.typeset import without_space

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
    whole = titled = total = extra = 0
    for page in sorted((SHARED / "pages" / "dev").glob("*.txt")):
        articles = read_file(page)
        found = {without_space(a.text.removeprefix(a.title)): without_space(a.title) for a in articles}
        truth = records(page.with_suffix(".jsonl"))
        for record in truth:
            body = without_space(record["body"] if "body" in record else record["text"])
            whole += body in found
            titled += found.get(body) == without_space(record["title"])
        total += len(truth)
        extra += abs(len(articles) - len(truth))
    assert whole / total >= 0.97
    assert titled / total >= 0.97
    assert extra <= 1


def test_bylines_keep_their_floor() -> None:
    right = found = expected = 0
    for record in records(SHARED / "gold" / "dev.jsonl"):
        gold = {(credit["role"], credit["name"]) for credit in record["byline"]}
        ours = {(credit.role, credit.name) for credit in find_credits(record["text"])}
        right, found, expected = right + len(gold & ours), found + len(ours), expected + len(gold)
    assert 2 * right / (found + expected) >= 0.97

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg.ner.training.examples.articles import AnnotatedArticle, examples, read
from kg.ner.training.examples.corpora import Example

RECORD = {
    "id": "a",
    "text": "王强在安庆市讲话。\n会议结束。",
    "fold": 2,
    "entities": [
        {"id": "p1", "type": "Person"},
        {"id": "l1", "type": "Place"},
        {"id": "v1", "type": "Event"},
    ],
    "mentions": [
        {"start": 3, "end": 6, "entity": "l1"},
        {"start": 0, "end": 2, "entity": "p1"},
        {"start": 10, "end": 12, "entity": "v1"},
    ],
}


def written(folder: Path, record: dict[str, object]) -> Path:
    path = folder / "gold.jsonl"
    path.write_text(json.dumps(record, ensure_ascii=False) + "\n", "utf-8")
    return path


def test_names_are_read_with_the_types_of_their_entities(tmp_path: Path) -> None:
    (article,) = read(written(tmp_path, RECORD))
    assert article == AnnotatedArticle(
        "a", RECORD["text"], ((0, 2, "Person"), (3, 6, "Place")), frozenset([2])
    )
    assert list(examples([article])) == [
        Example("王强在安庆市讲话。", {"press": [(0, 2, "Person"), (3, 6, "Place")]}),
        Example("会议结束。", {"press": []}),
    ]


def test_an_article_without_a_fold_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"gold\.jsonl: a has no fold"):
        list(read(written(tmp_path, {k: v for k, v in RECORD.items() if k != "fold"})))

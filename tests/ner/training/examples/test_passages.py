from __future__ import annotations

import json
import lzma
from pathlib import Path

import pytest

from kg.ner.training.examples.articles import AnnotatedArticle
from kg.ner.training.examples.passages import ANNOTATION, digest, read

TEXT = "王强到望江县调研。\n会议结束。"


def corpora(folder: Path, text: str) -> Path:
    articles = {
        "rmrb2023": {"id": "r-1", "title": "望江县", "text": "望江县\n天气晴。"},
        "unlabelled": {"id": "u-1", "title": "调研", "text": text},
    }
    for name, article in articles.items():
        with lzma.open(folder / f"{name}.jsonl.xz", "wt", encoding="utf-8") as corpus:
            corpus.write(json.dumps(article, ensure_ascii=False) + "\n")
    return folder


def annotation(folder: Path) -> Path:
    path = folder / "passages.jsonl"
    first = {"id": "r-1", "start": 0, "length": 8, "digest": digest("望江县\n天气晴。"), "folds": [0]}
    second = {"id": "u-1", "start": 3, "length": 9, "digest": digest(TEXT[:9]), "folds": [1, 2]}
    records = [first | {"names": [[0, 3, "Place"]]}, second | {"names": [[0, 2, "Person"], [3, 6, "Place"]]}]
    path.write_text("".join(json.dumps(record) + "\n" for record in records), "utf-8")
    return path


def test_the_texts_of_passages_come_from_the_corpora_with_the_headline_once(tmp_path: Path) -> None:
    first, second = read(corpora(tmp_path, TEXT), annotation(tmp_path))
    assert first == AnnotatedArticle("r-1", "望江县\n天气晴。", ((0, 3, "Place"),), frozenset([0]))
    assert second.text == "王强到望江县调研。"
    assert [second.text[start:end] for start, end, _ in second.names] == ["王强", "望江县"]
    assert second.folds == {1, 2}


def test_other_texts_than_those_annotated_are_an_error(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="u-1 is not the article that was annotated"):
        list(read(corpora(tmp_path, TEXT.replace("王", "汪")), annotation(tmp_path)))


def test_the_annotation_has_no_text_and_names_lie_in_their_passage() -> None:
    for record in map(json.loads, ANNOTATION.read_text("utf-8").splitlines()):
        assert record.keys() == {"id", "start", "length", "digest", "folds", "names", "events"}
        assert all(0 <= start < end <= record["length"] for start, end, _ in record["names"])

"""The process that annotates: what it answers, and when it ends."""

from __future__ import annotations

import json
import logging
import subprocess
import sys
from collections.abc import Iterator, Sequence
from typing import Any

import pytest
from spacy.language import Language

from kg import linker, ner
from kg.annotation import pipeline
from kg.artifacts.annotations import to_jsonl, without_annotations
from kg.building import annotator
from kg.model.records import Article, LinkedArticle, Mention

ARTICLES = [Article(str(n), "", f"青石县总工会主席林海棠到{name}镇调研。") for n, name in enumerate("甲乙")]


def records(articles: Sequence[Article]) -> list[dict[str, Any]]:
    return [json.loads(without_annotations(article)) for article in articles]


class Child:
    """A process, and the questions and answers that pass."""

    def __init__(self, model: str, level: int = logging.CRITICAL) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "kg.building.annotator", model, str(level)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )

    def ask(self, *articles: Article) -> tuple[dict[str, Any], str]:
        assert self.process.stdin
        self.process.stdin.write(json.dumps({"seconds": 60, "articles": records(articles)}).encode() + b"\n")
        self.process.stdin.flush()
        return self.answer()

    def answer(self) -> tuple[dict[str, Any], str]:
        assert self.process.stdout
        head = json.loads(self.process.stdout.readline())
        return head, self.process.stdout.read(head["size"]).decode()


@pytest.fixture
def child(faulty: str) -> Iterator[Child]:
    """A process with the recogniser that articles can bring down."""
    child = Child(faulty)
    with child.process:
        yield child
        child.process.kill()


def test_batches_are_answered_until_there_are_no_more(child: Child) -> None:
    assert child.answer() == ({"size": 0}, "")
    _, together = child.ask(*ARTICLES)
    assert [json.loads(line)["id"] for line in together.splitlines()] == ["0", "1"]
    assert together == "".join(child.ask(article)[1] for article in ARTICLES)
    head, _ = child.ask(ARTICLES[0], Article("bad", "", "【fail】"))
    assert head == {"error": "ZeroDivisionError: by nothing", "memory": False, "size": 0}
    # What is printed does not stand among the answers.
    assert child.ask(Article("loud", "", "【print】"))[1].startswith('{"id": "loud"')
    # An order to end is the article's too.
    assert child.ask(Article("leaving", "", "【leave】"))[0]["error"] == "SystemExit: 4"
    assert child.process.stdin
    child.process.stdin.close()
    assert child.process.wait(60) == 0


def test_a_model_that_cannot_be_loaded_is_told() -> None:
    child = Child("no_such_pipeline")
    assert "no_such_pipeline" in child.answer()[0]["error"]
    assert child.process.communicate() == (b"", b"")


def test_what_is_logged_goes_before_the_answer(faulty: str) -> None:
    child = Child(faulty, logging.ERROR)
    with child.process:
        assert child.answer() == ({"size": 0}, "")
        log = child.ask(Article("bad", "", "【fail】"))[0]["log"]
        assert (log["name"], log["levelname"]) == ("kg.building.annotator", "ERROR")
        assert "cannot annotate ['bad']" in log["msg"]
        assert "Traceback" in log["msg"]
        assert child.answer()[0]["error"] == "ZeroDivisionError: by nothing"
        child.process.kill()


def test_want_of_memory_is_told_from_other_faults(monkeypatch: pytest.MonkeyPatch) -> None:
    nlp: Language = ner.load("lac")
    link = linker.link

    def failing(article: Article, mentions: Sequence[Mention]) -> LinkedArticle:
        if article.id == "1":
            raise MemoryError
        return link(article, mentions)

    expected = to_jsonl(pipeline.annotate(nlp, ARTICLES[:1])).encode()
    monkeypatch.setattr(linker, "link", failing)
    assert annotator._annotated(nlp, records(ARTICLES[:1])) == ({}, expected)
    assert annotator._annotated(nlp, records(ARTICLES)) == ({"error": "MemoryError", "memory": True}, b"")

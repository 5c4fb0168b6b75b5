"""Batches: in order, resumable, the same in one process and in many."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest

from kg import linker, pipeline, workers
from kg.errors import ModelError
from kg.records import Article, LinkedArticle, Mention
from kg.workers import Failure, Outcome

ARTICLES = [
    Article(str(n), "", f"青石县总工会主席林海棠到{name}镇调研。") for n, name in enumerate("甲乙丙丁戊")
]


@pytest.fixture
def batches(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The ids of each batch that was annotated for real, in batches of two."""
    done: list[list[str]] = []
    annotate = pipeline.annotate

    def watched(nlp: object, articles: Sequence[Article]) -> list[LinkedArticle]:
        done.append([article.id for article in articles])
        return list(annotate(nlp, articles))  # type: ignore[arg-type]

    monkeypatch.setattr(workers, "BATCH", 2)
    monkeypatch.setattr(pipeline, "annotate", watched)
    return done


def run(
    parts: Path, articles: Sequence[Article] = ARTICLES, *, count: int = 1, version: str = "1"
) -> list[Outcome]:
    return list(workers.annotated(articles, "lac", count, parts, version))


def test_articles_come_back_in_order_and_parts_are_kept(tmp_path: Path, batches: list[list[str]]) -> None:
    assert [outcome.article for outcome in run(tmp_path)] == ARTICLES
    assert batches == [["0", "1"], ["2", "3"], ["4"]]
    assert len(list(tmp_path.iterdir())) == 3


def test_finished_batches_are_not_done_again(tmp_path: Path, batches: list[list[str]]) -> None:
    stream = workers.annotated(ARTICLES, "lac", 1, tmp_path, "1")
    first = [next(stream), next(stream), next(stream)]
    stream.close()
    assert batches == [["0", "1"], ["2", "3"]]
    assert run(tmp_path)[:3] == first
    assert batches == [["0", "1"], ["2", "3"], ["4"]]


def test_a_part_is_used_for_the_same_articles_and_version_only(
    tmp_path: Path, batches: list[list[str]]
) -> None:
    run(tmp_path)
    run(tmp_path, version="2")
    assert len(batches) == 6
    run(tmp_path, ARTICLES[:1])
    assert batches[6:] == [["0"]]


def test_a_failure_costs_one_article_and_its_batch_is_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, batches: list[list[str]]
) -> None:
    link = linker.link

    def failing(article: Article, mentions: Sequence[Mention]) -> LinkedArticle:
        if article.id == "3":
            raise MemoryError
        return link(article, mentions)

    with monkeypatch.context() as patch:
        patch.setattr(linker, "link", failing)
        outcomes = run(tmp_path)
    assert outcomes[3] == Failure("3", "MemoryError")
    assert [outcome.article for outcome in outcomes if isinstance(outcome, LinkedArticle)] == [
        article for article in ARTICLES if article.id != "3"
    ]
    batches.clear()
    assert [outcome.article for outcome in run(tmp_path)] == ARTICLES
    assert batches == [["2", "3"]]


def test_processes_give_the_same_in_the_same_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "BATCH", 1)
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    assert run(tmp_path / "one", count=1) == run(tmp_path / "two", count=2)


def test_an_error_in_a_process_is_told(tmp_path: Path) -> None:
    with pytest.raises(ModelError):
        list(workers.annotated(ARTICLES, "no_such_pipeline", 2, tmp_path, "1"))

"""Batches: in order, resumable, the same in one process and in many; and what one article can cost."""

from __future__ import annotations

import logging
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from kg import ner
from kg.annotation import pipeline
from kg.artifacts.annotations import to_jsonl
from kg.building import workers
from kg.building.workers import Failure, Outcome
from kg.model.errors import ModelError
from kg.model.records import Article, LinkedArticle

ARTICLES = [
    Article(str(n), "", f"青石县总工会主席林海棠到{name}镇调研。") for n, name in enumerate("甲乙丙丁戊")
]


@pytest.fixture
def batches(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The ids of each batch that was annotated, in batches of two and in this process."""
    done: list[list[str]] = []
    nlp = ner.load("lac")

    def watched(_: object, batch: Sequence[Article]) -> bytes:
        done.append([article.id for article in batch])
        return to_jsonl(pipeline.annotate(nlp, batch)).encode()

    monkeypatch.setattr(workers, "BATCH", 2)
    monkeypatch.setattr(workers, "_annotate", watched)
    forbid_processes(monkeypatch)
    return done


def forbid_processes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no process be asked for anything; one may be started in advance."""

    def refuse(*_: object) -> None:
        raise AssertionError("a process was asked")

    monkeypatch.setattr(workers._Worker, "annotate", refuse)
    monkeypatch.setattr(workers._Staff, "call_in", lambda _: None)


def run(
    parts: Path,
    articles: Sequence[Article] = ARTICLES,
    *,
    model: str = "lac",
    count: int = 1,
    version: str = "1",
) -> list[Outcome]:
    return list(workers.annotated(articles, model, count, parts, version))


def test_articles_come_back_in_order_and_parts_are_kept(tmp_path: Path, batches: list[list[str]]) -> None:
    assert [outcome.article for outcome in run(tmp_path)] == ARTICLES
    assert batches == [["0", "1"], ["2", "3"], ["4"]]
    assert len(list(tmp_path.iterdir())) == 3


def test_finished_batches_are_not_done_again(tmp_path: Path, batches: list[list[str]]) -> None:
    stream = workers.annotated(ARTICLES, "lac", 1, tmp_path, "1")
    first = [next(stream), next(stream), next(stream)]
    stream.close()
    finished = len(batches)
    assert finished >= 2
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


@pytest.mark.parametrize("damage", ["cut", "emptied", "changed", "exchanged", "unreadable"])
def test_a_part_that_is_not_whole_is_made_again(
    tmp_path: Path, batches: list[list[str]], damage: str
) -> None:
    whole = run(tmp_path)
    part = tmp_path / workers.part_name("1", ARTICLES[:2])
    other = tmp_path / workers.part_name("1", ARTICLES[2:4])
    content = part.read_bytes()
    match damage:
        case "cut":
            part.write_bytes(content[: content.rindex(b"\n", 0, -1) + 1])
        case "emptied":
            part.write_bytes(b"")
        case "changed":
            part.write_bytes(content.replace("主席".encode(), "主任".encode(), 1))
        case "exchanged":
            part.write_bytes(other.read_bytes())
        case "unreadable":
            part.write_bytes(b"\xff\x00" * 99)
    batches.clear()
    assert run(tmp_path) == whole
    assert batches == [["0", "1"]]
    assert part.read_bytes() == content


def test_processes_give_the_same_in_the_same_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "BATCH", 2)
    (tmp_path / "one").mkdir()
    (tmp_path / "two").mkdir()
    assert run(tmp_path / "one", count=1) == run(tmp_path / "two", count=2)


def test_a_model_that_cannot_be_loaded_is_told(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="no_such_pipeline"):
        run(tmp_path, model="no_such_pipeline", count=2)


def faults(*texts: str) -> list[Article]:
    return [Article(text, "", f"青石县总工会主席林海棠到柳溪镇调研。【{text}】") for text in texts]


GOOD = [Article("good", "", ARTICLES[0].text), Article("better", "", ARTICLES[1].text)]


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
@pytest.mark.parametrize("count", [1, 2])
def test_whatever_happens_in_an_article_costs_that_article(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, faulty: str, count: int
) -> None:
    monkeypatch.setattr(workers, "BATCH", 6)
    monkeypatch.setattr(workers, "SECONDS", 5.0)
    monkeypatch.setattr(workers, "BY_THE_CLOCK", 1000)
    bad = faults("fail", "crash", "exit", "recurse")
    articles = [GOOD[0], *bad, GOOD[1], *faults("compute")]
    outcomes = run(tmp_path, articles, model=faulty, count=count)
    told = {one.article: one.message for one in outcomes if isinstance(one, Failure)}
    assert [one.article for one in outcomes if isinstance(one, LinkedArticle)] == GOOD
    assert told.pop("fail") == "ZeroDivisionError: by nothing"
    assert told.pop("recurse").startswith("RecursionError: ")
    assert told == {
        "crash": f"its process crashed: {signal.strsignal(signal.SIGSEGV)}",
        "exit": "its process crashed: exit code 3",
        "compute": "it used up the processor time that an article of its length may take",
    }
    forbid_processes(monkeypatch)
    assert run(tmp_path, articles, model=faulty, count=count) == outcomes


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_what_holds_the_interpreter_is_ended_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, faulty: str
) -> None:
    monkeypatch.setattr(workers, "SECONDS", 1.0)
    monkeypatch.setattr(workers, "BY_THE_CLOCK", 1000)
    (outcome,) = run(tmp_path, faults("backtrack"), model=faulty)
    assert isinstance(outcome, Failure)
    assert "processor time" in outcome.message


def test_an_article_that_waits_for_ever_is_given_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, faulty: str
) -> None:
    monkeypatch.setattr(workers, "BY_THE_CLOCK", 0.01)
    assert run(tmp_path, faults("wait"), model=faulty) == [Failure("wait", "no end was in sight")]
    assert any(tmp_path.glob("*.jsonl"))


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_what_may_pass_is_tried_once_more(tmp_path: Path, faulty: str) -> None:
    articles = faults("memory", "die once", "die")
    memory, once, killed = run(tmp_path, articles, model=faulty)
    assert memory == Failure("memory", "MemoryError", passing=True)
    assert once.article == articles[1]
    assert killed == Failure(
        "die", "its process was ended by SIGKILL, perhaps for want of memory", passing=True
    )
    assert not any(tmp_path.glob("*.jsonl"))


def test_what_a_process_logs_is_in_the_log_of_the_parent(
    tmp_path: Path, faulty: str, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR, "kg"):
        run(tmp_path, faults("fail"), model=faulty)
    (child, parent) = caplog.records
    assert (child.name, parent.name) == ("kg.building.annotator", "kg.building.workers")
    assert "cannot annotate ['fail']\nTraceback" in child.getMessage()
    assert child.process != parent.process
    assert parent.getMessage() == "article 'fail' is left out: ZeroDivisionError: by nothing"


def test_a_process_sends_nothing_that_nobody_wants_to_see(
    tmp_path: Path, faulty: str, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.CRITICAL, "kg"):
        run(tmp_path, faults("fail"), model=faulty)
    assert caplog.records == []


def test_an_article_is_allowed_far_more_than_any_takes() -> None:
    """Measured: at most 0.2 ms for a character, and 0.2 s for an article; see SECONDS."""
    for length in (1, 1_000, 100_000):
        allowed = workers._seconds(Article("1", "", "字" * length))
        assert allowed >= 100 * 0.2
        assert allowed >= 50 * 0.0002 * length

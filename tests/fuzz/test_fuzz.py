"""Fuzzing itself: the same inputs by a seed, failures found and made small; and a short run without any."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import pytest

pytest.importorskip("PIL", reason="the extra ocr is not installed")
pytest.importorskip("psutil", reason="the extra serve is not installed")

from tests.fuzz import child as child_module
from tests.fuzz.child import Child
from tests.fuzz.faults import Fault, faults
from tests.fuzz.inputs import KINDS, Input, made, some
from tests.fuzz.report import keep
from tests.fuzz.run import Build, Failure, run
from tests.fuzz.way import GOOD, go

# Scans take longer than all others together.
QUICK = [kind for kind in KINDS if kind != "png"]


def test_inputs_of_all_kinds_go_the_whole_way() -> None:
    inputs = list(some(2025, 100, QUICK))
    assert {input_.kind for input_ in inputs} == set(QUICK)
    with Child(go) as child:
        assert [fault for start in (0, 50) for fault in child.faults(inputs[start : start + 50])] == []


def test_a_seed_and_a_number_make_one_input() -> None:
    inputs = list(some(7, 300, KINDS))
    assert [made(7, input_.number) for input_ in inputs] == inputs
    pdfs = [input_ for input_ in inputs if input_.kind == "pdf"]
    assert list(some(7, len(pdfs), ["pdf"])) == pdfs
    assert {input_.data for input_ in inputs}.isdisjoint(input_.data for input_ in some(8, 30, ["jsonl"]))


def test_inputs_are_the_same_in_every_process() -> None:
    code = (
        "from tests.fuzz.inputs import some; from hashlib import sha256;"
        "print(sha256(b''.join(one.data for one in some(7, 60, ['text', 'jsonl', 'docx']))).hexdigest())"
    )
    found = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={**os.environ, "PYTHONHASHSEED": seed},
            check=True,
            capture_output=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(found) == 1


# ---- the run


def _tried(inputs: Sequence[Input], _folder: Path) -> list[Fault]:
    """A way on which some words are deadly."""
    texts = [input_.data.decode() for input_ in inputs]
    for input_, text in zip(inputs, texts, strict=True):
        if "hang" in text:
            while True:
                pass
        if "wait" in text:
            time.sleep(600)
        if "die" in text:
            os._exit(7)
        if "named" in text:
            return [Fault("named", text, input_.number)]
        if "fail" in text:
            return [Fault("failed", text)]
    return [Fault("together", "")] if {"left", "right"} <= set(texts) else []


@pytest.fixture
def child() -> Iterator[Child]:
    with Child(_tried, seconds=0.5) as child:
        yield child


def failures(child: Child, *texts: str) -> list[Failure]:
    inputs = [Input(number, "text", text.encode()) for number, text in enumerate(texts)]
    return [one for one in run(inputs, child) if isinstance(one, Failure)]


def told(found: Iterable[Failure]) -> list[tuple[str, list[int], bytes | None]]:
    return [
        (one.fault.kind, [i.number for i in one.inputs], one.smallest.data if one.smallest else None)
        for one in found
    ]


def test_an_input_that_fails_is_found_and_made_small(child: Child) -> None:
    texts = ["good", "good", "so long a text may fail in the middle", "good"]
    assert told(failures(child, *texts)) == [("failed", [2], b"fail")]


def test_a_fault_that_names_its_input_needs_no_search(child: Child) -> None:
    assert told(failures(child, *["good"] * 9, "this is named")) == [("named", [9], b"named")]


def test_a_hang_is_ended_and_the_next_inputs_are_tried(child: Child) -> None:
    hang, fail = failures(child, "good", "hang", "fail")
    assert (hang.inputs[0].number, fail.inputs[0].number) == (1, 2)
    assert hang.fault.kind.startswith("too slow")
    assert hang.fault.was_ended
    assert hang.smallest is not None
    assert hang.smallest.data == b"hang"


def test_what_stands_still_is_ended(child: Child, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child_module, "CLOCK", 1)
    assert child.faults([Input(0, "text", b"wait")])[0].kind.startswith("stands still")


def test_a_process_that_dies_is_told(child: Child) -> None:
    assert told(failures(child, "good", "die")) == [("the process dies", [1], b"die")]


def test_inputs_that_fail_only_together_are_told_together(child: Child) -> None:
    assert told(failures(child, "good", "left", "good", "right")) == [("together", [1, 3], None)]


def test_so_many_inputs_are_built_together_as_are_of_one_build_s_size(child: Child) -> None:
    inputs = [Input(n, "text", b"a" * size) for n, size in enumerate((9, 9, 70_000, *[9] * 101))]
    builds = [one for one in run(inputs, child) if isinstance(one, Build)]
    assert [len(build.inputs) for build in builds] == [2, 1, 100, 1]


def test_a_failure_is_kept_with_what_makes_it_again(child: Child, tmp_path: Path) -> None:
    (failure,) = failures(child, "will fail")
    keep(failure, 7, tmp_path)
    assert (tmp_path / "7-00000.txt").read_bytes() == b"will fail"
    assert (tmp_path / "7-00000-small.txt").read_bytes() == b"fail"
    assert "python -m tests.fuzz --seed 7 --only 0\n" in (tmp_path / "7-00000-fault.txt").read_text("utf-8")


# ---- the faults that are seen

OURS = '{"path": "00001.jsonl", "message": "the reader failed (KeyError: 1): please report it"}'
BUILT = [Input(1, "jsonl", json.dumps({"id": "甲", "text": GOOD}).encode()), Input(2, "text", GOOD.encode())]


@pytest.fixture(scope="module")
def build(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A build of a record and a page: look, and write back what you change."""
    folder = tmp_path_factory.mktemp("build")
    assert go(BUILT, folder) == []
    return folder / "output"


@pytest.mark.parametrize(
    ("name", "old", "new", "kind"),
    [
        ("graph.ttl", "主持会议", "主持大会", "evidence is not the text"),
        ("graph.ttl", " a kg:Person", ' a "kg:Person', "no Turtle"),
        ("graph.ttl", 'schema:identifier "甲"', 'schema:identifier "乙"', "other articles in the Turtle"),
        ("graph.html", "林晓岚", "</script><img>", "the view breaks"),
        ("graph.html", '"林晓岚"', '"林晓岚', "the view breaks"),
        ("articles.jsonl", '"start": 0, "end": 6', '"start": 6, "end": 6', "outside the text"),
        ("articles.jsonl", '"entity": "', '"entity": "x', "stranger"),
        ("articles.jsonl", "座谈会", "茶话会", "text not kept"),
        ("articles.jsonl", "近日", "今日", "not what the file has"),
        ("build.json", "00001.jsonl", "3.jsonl", "ends in nothing"),
        ("build.json", '"articles": 1\n', '"articles": 3\n', "articles lost"),
        (
            "build.json",
            '"notes": []',
            f'"notes": [{OURS}]',
            "the reader failed (KeyError: …): please report it",
        ),
    ],
)
def test_a_fault_of_a_build_is_seen(build: Path, name: str, old: str, new: str, kind: str) -> None:
    path = build / name
    whole = path.read_text("utf-8")
    assert old in whole
    path.write_text(whole.replace(old, new), "utf-8")
    try:
        assert kind in {fault.kind for fault in faults(BUILT, build)}
    finally:
        path.write_text(whole, "utf-8")
    assert faults(BUILT, build) == []


def test_an_error_of_the_program_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("by nothing")

    monkeypatch.setattr("kg.building.builder.to_html", fail)
    (fault,) = go(BUILT, tmp_path)
    assert fault.kind == "traceback: ZeroDivisionError"

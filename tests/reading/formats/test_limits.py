"""A hostile file costs one entry of the report and little work; the files beside it are read."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.reading import read_file, read_inputs
from kg.reading.formats import limits
from tests.effort import bounded_effort

MB = 1_000_000
HOSTILE = {
    "one line.txt": "工会" * (10 * MB),
    "many lines.txt": "工会\n" * MB,
    "no line.txt": "\n" * (20 * MB) + "工会",
    "one line.jsonl": '{"text": "' + "工" * (10 * MB) + '"}',
    "deep.jsonl": '{"text": ' + "[" * (5 * MB),
    "one field.csv": "text\n" + "工" * (10 * MB),
    "open quote.csv": 'text\n"' + "工会\n" * MB,
    "long.html": "<p>" + "工" * (10 * MB),
    "deep.html": "<div>" * 300_000,
    "broken.docx": "PK\x03\x04" + "工" * MB,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_one_problem_and_little_work(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(HOSTILE[name], "utf-8")
    (tmp_path / "z.txt").write_text("云州市总工会召开座谈会\n近日，云州市总工会召开座谈会。\n", "utf-8")
    with bounded_effort():
        hostile, good = read_inputs([tmp_path])
    assert (len(hostile.articles), len(hostile.problems)) == (0, 1)
    assert len(hostile.problems[0].message) < 200
    assert len(good.articles) == 1


def test_a_file_larger_than_any_is_not_read_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "FILE_BYTES", 2**20)
    for size in (2**20, 2**20 + 1):
        (tmp_path / f"{size}.jsonl").write_bytes(b'{"text": "a."}\n'.ljust(size))
    small, large = read_inputs([tmp_path])
    assert len(small.articles) == 1
    assert [problem.message for problem in large.problems] == ["it is larger than 1 MB: give its parts"]
    assert large.data == b""


def test_a_long_table_is_no_attack(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "会议。"}\n' * 20_000, "utf-8")
    assert len(read_file(path)) == 20_000

"""Files and folders to articles and problems."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kg import reading
from kg.errors import InputError
from kg.reading import read, read_file

TEXT = "云州市总工会召开座谈会\n近日，云州市总工会召开座谈会。\n"


def test_folders_are_walked_in_order_and_every_file_answers(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "1.txt").write_text(TEXT, encoding="gb18030")
    (tmp_path / "a.jsonl").write_text('{"text": "一。"}\n{\n', encoding="utf-8")
    (tmp_path / "c.csv").write_text("text\n一。\n", encoding="utf-8")
    (tmp_path / "d.doc").write_bytes(b"\xd0\xcf\x11\xe0")
    (tmp_path / "e.txt").write_bytes(b"")
    (tmp_path / ".hidden.txt").write_text(TEXT, encoding="utf-8")
    found = list(read([tmp_path]))
    assert [result.path.name for result in found] == ["a.jsonl", "1.txt", "c.csv", "d.doc", "e.txt"]
    assert [len(result.articles) for result in found] == [1, 1, 1, 0, 0]
    assert [[problem.message.split(":")[0] for problem in result.problems] for result in found] == [
        ["line 2"],
        [],
        [],
        [".doc cannot be read"],
        ["the file is empty"],
    ]


def test_a_missing_file_is_a_problem_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    missing, there = read([tmp_path / "none.txt", tmp_path / "a.txt"])
    assert missing.problems[0].path == str(tmp_path / "none.txt")
    assert missing.articles == ()
    assert len(there.articles) == 1


def test_one_file_gives_its_articles(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    (article,) = read_file(path)
    assert (article.id, article.title) == ("a", "云州市总工会召开座谈会")


def test_one_file_that_cannot_be_read_raises_with_its_name(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"\x00\x01\x02")
    with pytest.raises(InputError, match=r"a\.txt: .*binary"):
        read_file(path)


def test_a_page_of_furniture_alone_is_a_problem(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("03\n", encoding="utf-8")
    (result,) = read([path])
    assert len(result.articles) + len(result.problems) == 1


def test_a_folder_that_may_not_be_entered_is_a_problem(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "closed").mkdir()
    (tmp_path / "open.txt").write_text("标题\n正文有一句话。", "utf-8")
    scan = os.scandir

    def scandir(path: str) -> object:
        if str(path).endswith("closed"):
            raise PermissionError(13, "Permission denied", str(path))
        return scan(path)

    monkeypatch.setattr(os, "scandir", scandir)
    closed, opened = read([tmp_path])
    assert opened.articles
    assert [problem.path for problem in closed.problems] == [str(tmp_path / "closed")]


def test_a_fault_of_the_reader_costs_one_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a.txt", "b.csv"):
        (tmp_path / name).write_text("text\n正文有一句话。", "utf-8")

    def fail(*_: object) -> None:
        raise ZeroDivisionError("oh")

    monkeypatch.setitem(reading._READERS, ".txt", fail)
    failed, good = read([tmp_path])
    assert good.articles
    assert "ZeroDivisionError: oh" in failed.problems[0].message

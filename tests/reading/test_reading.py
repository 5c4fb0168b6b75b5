"""Files and folders to articles and problems."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from kg import reading
from kg.model.errors import InputError
from kg.model.records import Problem
from kg.reading import read_file, read_inputs

TEXT = "云州市总工会召开座谈会\n近日，云州市总工会召开座谈会。\n"


def test_folders_are_walked_in_order_and_every_file_answers(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "1.txt").write_text(TEXT, encoding="gb18030")
    (tmp_path / "a.jsonl").write_text('{"text": "一。"}\n{\n', encoding="utf-8")
    (tmp_path / "c.csv").write_text("text\n一。\n", encoding="utf-8")
    (tmp_path / "d.doc").write_bytes(b"\xd0\xcf\x11\xe0")
    (tmp_path / "e.txt").write_bytes(b"")
    (tmp_path / ".hidden.txt").write_text(TEXT, encoding="utf-8")
    found = list(read_inputs([tmp_path]))
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
    missing, there = read_inputs([tmp_path / "none.txt", tmp_path / "a.txt"])
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


def test_what_of_one_file_cannot_be_read_costs_only_itself(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(
        '{"id": "1", "text": "正文。", "date": "soon"}\nno JSON\n{"id": "3", "text": "正文。"}', "utf-8"
    )
    problems: list[Problem] = []
    assert [article.id for article in read_file(path, problems.append)] == ["1", "3"]
    assert [problem.message.partition(":")[0] for problem in problems] == ["line 1", "line 2"]
    read_file(path)
    assert [record.getMessage() for record in caplog.records] == [f"{path}: {p.message}" for p in problems]


def test_a_page_of_furniture_alone_is_a_problem(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("03\n", encoding="utf-8")
    (result,) = read_inputs([path])
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
    closed, opened = read_inputs([tmp_path])
    assert opened.articles
    assert [(problem.path, problem.message) for problem in closed.problems] == [
        (str(tmp_path / "closed"), "the folder may not be entered: check its permissions")
    ]


def test_a_file_is_read_whatever_its_name(tmp_path: Path) -> None:
    for name in (b"\xd4\xc6\xd6\xdd.txt", b"\xd4\xc6.txt"):
        try:
            (tmp_path / os.fsdecode(name)).write_text(TEXT, "utf-8")
        except OSError:
            pytest.skip("here, the names of all files are UTF-8")
    found = list(read_inputs([tmp_path]))
    assert [result.path.name for result in found] == [r"\udcd4\udcc6.txt", r"\udcd4\udcc6\udcd6\udcdd.txt"]
    for result in found:
        (article,) = result.articles
        assert not result.problems
        assert article.id == result.path.stem
        assert article.origin is not None
        assert article.origin.path == str(result.path)


def test_a_fault_in_a_file_is_told_by_a_legible_name() -> None:
    (missing,) = read_inputs([Path("\udcd4\udcc6.txt")])
    assert [problem.path for problem in missing.problems] == [r"\udcd4\udcc6.txt"]


def test_links_are_followed_and_no_folder_is_entered_twice(tmp_path: Path) -> None:
    (tmp_path / "in" / "b").mkdir(parents=True)
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "1.txt").write_text(TEXT, "utf-8")
    (tmp_path / "in" / "a").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "in" / "b" / "up").symlink_to(tmp_path / "in")
    (tmp_path / "in" / "b" / "again").symlink_to(tmp_path / "elsewhere")
    (tmp_path / "in" / "c.txt").symlink_to(tmp_path / "nowhere.txt")
    linked, dangling = read_inputs([tmp_path / "in"])
    assert linked.path == tmp_path / "in" / "a" / "1.txt"
    assert linked.articles
    assert dangling.path == tmp_path / "in" / "c.txt"
    assert dangling.problems[0].message.startswith("No such file")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no such pipes here")
def test_a_pipe_or_device_in_a_folder_is_a_problem(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.txt")
    (tmp_path / "b.txt").symlink_to(os.devnull)
    (tmp_path / "c.txt").write_text(TEXT, "utf-8")
    pipe, device, good = read_inputs([tmp_path])
    assert good.articles
    for result in (pipe, device):
        assert [problem.message.split(":")[0] for problem in result.problems] == [
            "this is a pipe or a device"
        ]


def test_a_closed_standard_input_is_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", None)
    (result,) = read_inputs([Path("-")])
    assert [(problem.path, problem.message.split(":")[0]) for problem in result.problems] == [
        ("stdin", "standard input is closed")
    ]


def test_a_fault_of_the_reader_costs_one_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("a.txt", "b.csv"):
        (tmp_path / name).write_text("text\n正文有一句话。", "utf-8")

    def fail(*_: object) -> None:
        raise ZeroDivisionError("oh")

    monkeypatch.setitem(reading._READERS, ".txt", fail)
    failed, good = read_inputs([tmp_path])
    assert good.articles
    assert "ZeroDivisionError: oh" in failed.problems[0].message

"""kg read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "2025-06-04-A03.txt"
    path.write_text("青石县总工会召开座谈会\n记者 林海棠 周可为\n近日，会议召开。\n", "utf-8")
    return path


def test_an_article_is_shown_with_title_byline_and_paragraphs(run: Run, article: Path) -> None:
    result = run("read", article, "--source", "云州日报")
    assert (result.exit_code, result.stderr) == (0, "")
    rule, title, byline, gap, *paragraphs = result.stdout.splitlines()
    assert rule.startswith("── 2025-06-04-A03 · 2025-06-04 · 云州日报 ──")
    assert (title, byline, gap) == ("青石县总工会召开座谈会", "记者 林海棠、周可为", "")
    assert paragraphs == ["记者 林海棠 周可为", "近日，会议召开。", ""]


def test_a_text_cannot_command_the_terminal(run: Run) -> None:
    shown = run("read", "-", input=json.dumps({"title": "甲\x1b[31m", "text": "甲\x1b[31m\n乙\u202e"})).stdout
    assert shown.splitlines()[1:4] == ["甲\\u001b[31m", "", "乙\\u202e"]


def test_what_is_written_as_json_is_read_again(run: Run, sample: Path, tmp_path: Path) -> None:
    first = run("read", sample, "--json", "--date", "2025-06-04").stdout
    again = tmp_path / "again.jsonl"
    again.write_text(first, "utf-8")
    records = [json.loads(line) for line in first.splitlines()]
    assert {record["date"] for record in records} == {"2025-06-04"}
    assert not any({"entities", "mentions", "relations"} & record.keys() for record in records)
    second = [json.loads(line) for line in run("read", again, "--json").stdout.splitlines()]
    kept = ("id", "title", "text", "date", "byline")
    assert [[r[key] for key in kept] for r in second] == [[r[key] for key in kept] for r in records]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("青石县总工会召开座谈会\n近日，会议召开。\n", "青石县总工会召开座谈会"),
        ('\n{"title": "青石县总工会召开座谈会", "text": "近日，会议召开。"}\n', "青石县总工会召开座谈会"),
    ],
    ids=["text", "table"],
)
def test_standard_input_is_read_as_what_it_is(run: Run, text: str, title: str) -> None:
    (line,) = run("read", "-", "--json", input=text).stdout.splitlines()
    record = json.loads(line)
    assert (record["id"].removesuffix("-01"), record["title"]) == ("stdin", title)


def test_standard_input_may_be_a_web_page(run: Run) -> None:
    pytest.importorskip("trafilatura", reason="the extra html is not installed")
    page = f"<!DOCTYPE html><title>青石县召开座谈会</title><p>{'近日，会议召开。' * 9}</p>"
    (line,) = run("read", "-", "--json", input=page).stdout.splitlines()
    assert json.loads(line)["title"] == "青石县召开座谈会"


def test_standard_input_is_built_and_told_by_its_name(run: Run, tmp_path: Path) -> None:
    text = "青石县总工会主席林海棠到柳溪镇调研。\n"
    assert run("build", "-", "--output", tmp_path / "out", "--date", "2025-06-04", input=text).exit_code == 0
    report = json.loads((tmp_path / "out" / "build.json").read_text("utf-8"))
    assert [source["path"] for source in report["inputs"]] == ["stdin"]
    assert report["settings"]["date"] == "2025-06-04"
    (line,) = (tmp_path / "out" / "articles.jsonl").read_text("utf-8").splitlines()
    assert json.loads(line)["date"] == "2025-06-04"


@pytest.mark.usefixtures("article")
def test_a_bad_input_costs_only_itself(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    result = run("read", tmp_path)
    assert result.exit_code == 1
    assert "青石县总工会召开座谈会" in result.stdout
    assert result.stderr.startswith(f"problem: {tmp_path / 'empty.txt'}: the file is empty")


def test_nothing_read_is_one_message_and_exit_code_2(run: Run, tmp_path: Path) -> None:
    result = run("read", tmp_path / "none.txt", "--html", tmp_path / "picture.html")
    assert result.exit_code == 2
    assert result.stderr.startswith("kg: nothing could be read\n")
    assert not (tmp_path / "picture.html").exists()


def test_a_date_that_is_none_is_refused(run: Run, article: Path) -> None:
    result = run("read", article, "--date", "yesterday")
    assert result.exit_code == 2
    assert "write it as 2025-06-04" in result.stderr


@pytest.mark.usefixtures("article")
def test_the_pages_are_drawn(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty.txt").touch()
    result = run("read", tmp_path, "--html", tmp_path / "picture.html")
    picture = (tmp_path / "picture.html").read_text("utf-8")
    assert result.stdout == ""
    assert f"{tmp_path / 'picture.html'}: 1 articles" in result.stderr
    assert "青石县总工会召开座谈会</mark>" in picture
    assert "the file is empty" in picture

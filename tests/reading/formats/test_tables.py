"""Articles from tables, kept character for character."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg.model.errors import InputError
from kg.model.records import Article
from kg.reading.formats.tables import read_csv, read_jsonl

PATH = Path("云州.jsonl")


def one(fields: dict[str, object]) -> Article | InputError:
    (found,) = read_jsonl(PATH, json.dumps(fields))
    return found


def test_the_fields_are_kept() -> None:
    fields = {
        "id": "a 1",
        "title": "标 题",
        "text": "标 题\n　正文 。\n",
        "date": "2025-06-04",
        "source": "云州日报",
    }
    found = one({**fields, "entities": [{"id": "x"}], "byline": "ignored"})
    assert isinstance(found, Article)
    assert {name: getattr(found, name) for name in fields} == fields


def test_the_title_is_put_before_a_text_that_does_not_begin_with_it() -> None:
    found = one({"title": "标题", "text": "正文。（方知行）"})
    assert isinstance(found, Article)
    assert found.text == "标题\n正文。（方知行）"
    assert [credit.name for credit in found.byline] == ["方知行"]
    assert found.text[found.byline[0].start :].startswith("方知行")


def test_a_title_that_only_begins_the_first_line_is_not_the_title_line() -> None:
    found = one({"title": "标题", "text": "标题党座谈会召开。"})
    assert isinstance(found, Article)
    assert found.text == "标题\n标题党座谈会召开。"


def test_ids_are_made_from_the_file_and_numbers_are_taken_as_text() -> None:
    found = list(read_jsonl(PATH, '{"text": "一。"}\n\n{"text": "二。", "id": 7}\n{"text": "三。"}'))
    assert [getattr(article, "id", None) for article in found] == ["云州-01", "7", "云州-03"]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{", "not JSON"),
        ("[" * 100_000, "not JSON"),
        ("[]", "not an object"),
        ("{}", "no text"),
        ('{"text": " "}', "no text"),
        ('{"text": ["a"]}', "text is not a string"),
        ('{"text": "a", "source": true}', "source is not a string"),
        ('{"text": "a\\ud800"}', r"U\+D800 at character 1"),
        ('{"text": "a", "title": "\\u0000"}', r"U\+0000 at character 0"),
    ],
)
def test_a_bad_line_is_named_and_the_others_are_read(line: str, message: str) -> None:
    before, found, after = read_jsonl(PATH, f'{{"text": "一。"}}\n{line}\n{{"text": "三。"}}')
    assert isinstance(before, Article)
    assert isinstance(after, Article)
    assert isinstance(found, InputError)
    assert str(found).startswith("line 2: ")
    with pytest.raises(InputError, match=message):
        raise found


def test_csv_is_read_by_the_names_of_its_columns() -> None:
    table = 'title,text,id\n标题,"第一段，""引""。\n第二段。",x\n,只有正文。,\n'
    found = list(read_csv(Path("a.csv"), table))
    assert all(isinstance(article, Article) for article in found)
    assert [(a.id, a.text) for a in found if isinstance(a, Article)] == [
        ("x", '标题\n第一段，"引"。\n第二段。'),
        ("a-02", "只有正文。"),
    ]


def test_csv_without_a_text_column_is_refused() -> None:
    with pytest.raises(InputError, match="no column is named text"):
        list(read_csv(Path("a.csv"), "a,b\n1,2\n"))


@pytest.mark.parametrize("table", ['"', '"text', '"text"x\n一。\n', '"te\nxt"x,id\n一。,1\n'])
def test_a_broken_row_of_csv_column_names_is_named(table: str) -> None:
    (found,) = read_csv(Path("a.csv"), table)
    assert "this is not CSV" in str(found)


def test_a_broken_csv_row_is_named() -> None:
    found = list(read_csv(Path("a.csv"), 'text\n一。\n""\n"二"三\n'))
    assert isinstance(found[0], Article)
    assert [str(error).split(":")[0] for error in found[1:]] == ["line 3", "line 4"]


def test_a_date_is_read_in_whatever_way_it_is_written() -> None:
    dates = [
        "2025/6/3",
        20250603,
        "二〇二五年六月三日",
        "2025-06-03T08:00:00+08:00",
        "2025年6月",
        2025,
        "",
        None,
        " ",
        float("nan"),
    ]
    found = list(read_jsonl(PATH, "\n".join(json.dumps({"text": "一。", "date": date}) for date in dates)))
    assert [getattr(article, "date", article) for article in found] == [
        *["2025-06-03"] * 4,
        "2025-06",
        "2025",
        *[None] * 4,
    ]


@pytest.mark.parametrize(
    "date", ["2025-02-30", "2025-13-01", "昨日", "45811", 45811, True, ["2025-06-03"], 0]
)
def test_what_is_no_date_is_named_and_the_article_is_kept(date: object) -> None:
    lines = (
        json.dumps({"text": f"{n}。", "date": d}) for n, d in enumerate(["2025-06-03", date, "2025-06-04"])
    )
    before, found, fault, after = read_jsonl(PATH, "\n".join(lines))
    assert isinstance(found, Article)
    assert (found.text, found.date) == ("1。", None)
    assert str(fault) == f"line 2: date {str(date)!r} is no date and left out: write it as 2025-06-04"
    assert [article.date for article in (before, after) if isinstance(article, Article)] == [
        "2025-06-03",
        "2025-06-04",
    ]


def test_what_is_no_date_in_a_row_is_named_by_its_line() -> None:
    found = list(read_csv(Path("a.csv"), f'text,date\n"一\n。",2025/6/3\n二。,{"3" * 99}\n三。,\n'))
    assert [article.date for article in found if isinstance(article, Article)] == ["2025-06-03", None, None]
    (fault,) = (str(one) for one in found if isinstance(one, InputError))
    assert fault.startswith("line 4: date '333")
    assert len(fault) < 120

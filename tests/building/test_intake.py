"""What a batch takes in, and what it says of the rest."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from kg.building.intake import MOST_TOLD, Intake
from kg.reading import Publication
from kg.reading.formats import limits

STORY = "{title}\n本报讯 近日，青石县总工会举办{title}，30名职工参加。县总工会主席林海棠到场致辞。\n"


def lines(path: Path, *articles: dict[str, str]) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(article, ensure_ascii=False) + "\n" for article in articles), "utf-8")
    return path


def story(path: Path, title: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(STORY.format(title=title), "utf-8")
    return path


def ids(*inputs: Path) -> tuple[list[str], Intake]:
    intake = Intake(inputs, Path("output"))
    return [article.id for article in intake.articles()], intake


def test_every_file_read_is_told_with_its_digest_and_articles(tmp_path: Path) -> None:
    path = lines(tmp_path / "a.jsonl", {"id": "1", "text": "甲"}, {"id": "2", "text": "乙"})
    found, intake = ids(path)
    assert found == ["1", "2"]
    (source,) = intake.sources
    assert (source.path, source.articles, len(source.sha256)) == (str(path), 2, 64)
    assert not intake.problems
    assert not intake.notes


def test_a_second_copy_is_left_out_with_a_note(tmp_path: Path) -> None:
    path = lines(tmp_path / "a.jsonl", {"id": "1", "text": "甲"})
    found, intake = ids(path, path)
    assert found == ["1"]
    assert not intake.problems
    assert [(note.path, note.message) for note in intake.notes] == [
        (str(path), "article '1' was read before; this copy is left out")
    ]
    assert [source.articles for source in intake.sources] == [1, 0]


def test_one_id_for_two_texts_is_a_problem_and_the_first_stays(tmp_path: Path) -> None:
    path = lines(
        tmp_path / "a.jsonl", {"id": "1", "text": "甲"}, {"id": "1", "text": "乙"}, {"id": "2", "text": "丙"}
    )
    found, intake = ids(path)
    assert found == ["1", "2"]
    assert [problem.path for problem in intake.problems] == [str(path)]
    assert "'1' already stands for another text" in intake.problems[0].message


@pytest.mark.parametrize(("first", "second"), [("a b", "a_b"), ("\n", " "), ("e\u0301", "é")])
def test_ids_that_are_one_in_the_graph_are_one_id(first: str, second: str, tmp_path: Path) -> None:
    path = lines(tmp_path / "a.jsonl", {"id": first, "text": "甲"}, {"id": second, "text": "乙"})
    found, intake = ids(path)
    assert found == [first]
    assert [problem.message for problem in intake.problems] == [
        f"article id {second!r} already stands for another text; give each its own"
    ]


def test_files_whose_names_are_one_in_the_graph_get_ids_of_their_own(tmp_path: Path) -> None:
    first, second = story(tmp_path / "x" / "a b.txt", "运动会"), story(tmp_path / "y" / "a_b.txt", "歌唱节")
    found, intake = ids(first, second)
    assert found == ["a b", "y-a_b"]
    assert not intake.problems


def test_pages_of_one_name_in_different_folders_keep_their_articles_apart(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for n, folder in enumerate(("日报/6月4日", "日报/6月5日", "晚报/6月5日")):
        story(Path(folder) / "要闻.txt", f"第{n}届职工运动会")
    found, intake = ids(Path("日报"), Path("晚报"))
    assert found == ["要闻", "6月5日-要闻", "晚报-6月5日-要闻"]
    assert not intake.problems
    assert ids(Path("日报"), Path("晚报"))[0] == found


def test_the_same_page_twice_is_one_page(tmp_path: Path) -> None:
    found, intake = ids(
        story(tmp_path / "a" / "要闻.txt", "职工运动会"), story(tmp_path / "b" / "要闻.txt", "职工运动会")
    )
    assert found == ["要闻"]
    assert len(intake.notes) == 1


def test_an_id_that_was_given_is_never_changed(tmp_path: Path) -> None:
    one = lines(tmp_path / "a" / "x.jsonl", {"id": "7", "text": "甲"})
    other = lines(tmp_path / "b" / "x.jsonl", {"id": "7", "text": "乙"})
    found, intake = ids(one, other)
    assert found == ["7"]
    assert [problem.path for problem in intake.problems] == [str(other)]


def test_rows_without_an_id_in_files_of_one_name_are_told_apart(tmp_path: Path) -> None:
    one = lines(tmp_path / "a" / "x.jsonl", {"text": "甲"})
    other = lines(tmp_path / "b" / "x.jsonl", {"text": "乙"})
    found, intake = ids(one, other)
    assert found == ["x-01", "b-x-01"]
    assert not intake.problems
    assert [note.message for note in intake.notes] == [
        "a file of this name was read before: ids begin with 'b-'"
    ]


def test_a_file_without_an_article_is_named(tmp_path: Path) -> None:
    path = tmp_path / "head.csv"
    path.write_text("id,title,text\n", "utf-8")
    found, intake = ids(path)
    assert found == []
    assert [(problem.path, problem.message) for problem in intake.problems] == [
        (str(path), "holds no article: give a page or an article")
    ]


def test_a_folder_without_a_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "empty" / "deep").mkdir(parents=True)
    built = lines(tmp_path / "old" / "output" / "articles.jsonl", {"id": "2", "text": "乙"})
    taken = Intake([tmp_path / "empty", tmp_path / "old"], built.parent)
    assert not list(taken.articles())
    message = "holds no file: give pages, articles or folders of them"
    assert [(problem.path, problem.message) for problem in taken.problems] == [
        (str(tmp_path / "empty"), message),
        (str(tmp_path / "old"), message),
    ]


def test_an_article_beyond_all_measure_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "ARTICLE_CHARACTERS", 4)
    path = lines(tmp_path / "a.jsonl", {"id": "1", "text": "甲乙丙丁戊"}, {"id": "2", "text": "甲乙丙丁"})
    found, taken = ids(path)
    assert found == ["2"]
    assert [(problem.path, problem.message) for problem in taken.problems] == [
        (str(path), "line 1: article '1' is longer than 4 characters: give its parts")
    ]
    assert taken.path_of("2") == str(path)


def test_of_a_file_with_nothing_right_only_the_first_faults_are_told(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text("{\n" * 50_000, "utf-8")
    good = lines(
        tmp_path / "b.jsonl", {"id": "1", "text": "甲"}, *({"id": "1", "text": c} for c in "乙" * 99)
    )
    found, taken = ids(path, good)
    assert found == ["1"]
    assert [problem.message.split(":")[0] for problem in taken.problems] == [
        *(f"line {n}" for n in range(1, MOST_TOLD + 1)),
        f"and {50_000 - MOST_TOLD} more of this file",
        *["article id '1' already stands for another text; give each its own"] * MOST_TOLD,
        f"and {99 - MOST_TOLD} more of this file",
    ]


def test_articles_of_an_input_without_a_date_get_the_one_given(tmp_path: Path) -> None:
    path = lines(
        tmp_path / "a.jsonl", {"id": "1", "text": "甲"}, {"id": "2", "text": "乙", "date": "2025-06-01"}
    )
    taken = Intake([path], publication=Publication.parse("2025-06-04", "云州日报"))
    assert [(article.date, article.source) for article in taken.articles()] == [
        ("2025-06-04", "云州日报"),
        ("2025-06-01", "云州日报"),
    ]


def test_an_earlier_build_below_a_folder_is_no_input(tmp_path: Path) -> None:
    lines(tmp_path / "a.jsonl", {"id": "1", "text": "甲"})
    built = lines(tmp_path / "output" / "articles.jsonl", {"id": "2", "text": "乙"})
    assert [article.id for article in Intake([tmp_path], tmp_path / "output").articles()] == ["1"]
    assert [article.id for article in Intake([built], tmp_path / "output").articles()] == ["2"]


def test_pages_may_lie_in_or_below_the_output(tmp_path: Path) -> None:
    lines(tmp_path / "articles.jsonl", {"id": "0", "text": "子"})
    lines(tmp_path / "a.jsonl", {"id": "1", "text": "甲"})
    lines(tmp_path / "june" / "articles.jsonl", {"id": "2", "text": "乙"})
    assert [article.id for article in Intake([tmp_path], tmp_path).articles()] == ["1", "2"]
    assert [article.id for article in Intake([tmp_path / "june"], tmp_path).articles()] == ["2"]


def test_what_was_built_is_no_input_whatever_the_name_of_its_folder(tmp_path: Path) -> None:
    folder = tmp_path / os.fsdecode("云州".encode("gb18030"))
    try:
        folder.mkdir()
    except OSError:
        pytest.skip("here, all names of files are UTF-8")
    lines(folder / "articles.jsonl", {"id": "0", "text": "子"})
    lines(folder / "a.jsonl", {"id": "1", "text": "甲"})
    taken = Intake([folder], folder)
    assert [article.id for article in taken.articles()] == ["1"]
    assert [source.path for source in taken.sources] == [
        str(tmp_path / r"\udcd4\udcc6\udcd6\udcdd" / "a.jsonl")
    ]

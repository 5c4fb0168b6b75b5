"""kg explain."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg.building.builder import load_articles
from kg.linker.rule import CONFIDENCE
from tests.cli.conftest import Run

ARTICLE = """2024年6月4日，萍乡市总工会召开安全生产座谈会。市总工会主席林海棠主持会议。
萍乡市总工会计划举办职工书画展。
"""


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "one.txt"
    path.write_text(ARTICLE, "utf-8")
    return path


def test_a_sentence_is_shown_with_its_names_facts_and_verbs(run: Run, article: Path) -> None:
    shown = run("explain", article).stdout
    assert "\nⓄ[市总工会]Ⓣ[主席]Ⓟ[林海棠]主持Ⓥ[会议]。\n" in shown
    assert "\n      → 萍乡市总工会  as-before: " in shown
    assert "\n  Ⓥ 会议 → 安全生产座谈会  event-again\n" in shown
    assert "\n      when: 2024年6月4日  2024-06-04\n" in shown
    presided = shown.split(f"  ■ presided {CONFIDENCE['presided']:.2f}  ")[1].splitlines()
    assert presided[1:3] == ["      “市总工会主席林海棠主持会议”", "      林海棠 presidesOver 安全生产座谈会"]
    assert "\n  □ 举办: not stated as a fact, because of 计划\n" in shown
    assert "\n  Ⓥ 职工书画展  left out: takes part in no relation" in shown


def test_one_article_of_a_build_is_chosen(run: Run, sample_build: Path) -> None:
    articles = load_articles(sample_build)
    last = articles[-1].article.id
    shown = run("explain", sample_build, "--article", last).stdout
    assert shown.startswith(f"{last}  Ⓟ Person")
    assert shown.count("Ⓟ Person") == 1
    assert run("explain", sample_build).stdout.count("Ⓟ Person") == len(articles)


def test_an_article_that_is_not_there_is_exit_code_2(run: Run, article: Path) -> None:
    result = run("explain", article, "--article", "other")
    assert result.exit_code == 2
    assert "has no article 'other'; it has one" in result.stderr


def test_a_folder_that_is_no_build_is_exit_code_2(run: Run, tmp_path: Path) -> None:
    result = run("explain", tmp_path)
    assert result.exit_code == 2
    assert "holds no articles.jsonl; give a file, or a folder that kg build wrote" in result.stderr


def test_names_in_the_name_of_an_event_stand_inside_it(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "one.txt"
    path.write_text("林海棠主持召开萍乡市政府第3次常务会议。\n", "utf-8")
    assert "\nⓅ[林海棠]主持召开Ⓥ[Ⓞ[萍乡市政府]第3次常务会议]。\n" in run("explain", path).stdout


def test_a_text_cannot_command_the_terminal(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "one.txt"
    path.write_text("林海棠\x1b[31m主持[bold]安全生产座谈会\u202e。\n", "utf-8")
    shown = run("explain", path).stdout
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert "[bold]" in shown


def test_a_fused_title_stands_beside_its_body(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "one.txt"
    path.write_text("萍乡市公安局长林海棠到会。\n", "utf-8")
    shown = run("explain", path).stdout
    assert "\nⓄ[萍乡市公安局]长Ⓟ[林海棠]到会。\n" in shown
    assert "\n  Ⓣ 局长  " in shown


def test_a_row_that_cannot_be_read_costs_only_itself(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    rows = [{"id": "甲", "text": "林海棠讲话。", "date": "soon"}, {"id": "乙", "text": "林海棠讲话。"}]
    path.write_text("".join(map(json.dumps, rows)).replace("}{", "}\n{"), "utf-8")
    result = run("explain", path)
    assert result.stdout.count("Ⓟ[林海棠]") == 2
    assert result.stderr.startswith(f"problem: {path}: line 1: date 'soon' is no date")
    assert result.exit_code == 1

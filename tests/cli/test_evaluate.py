"""kg evaluate."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run


@pytest.fixture
def gold(sample: Path) -> Path:
    return sample.with_name("gold.jsonl")


def test_a_build_meets_its_own_articles(run: Run, sample_build: Path) -> None:
    result = run("evaluate", sample_build / "articles.jsonl", sample_build, "--json")
    scores = json.loads(result.stdout)
    assert scores["articles"]["exact"] == scores["articles"]["gold"]
    assert all(
        scores[layer]["all"]["f1"] == 1.0 for layer in ("mentions", "entities", "relations", "bylines")
    )


def test_the_table_shows_every_layer_and_the_articles(run: Run, sample_build: Path, gold: Path) -> None:
    shown = run("evaluate", gold, sample_build).stdout
    for word in ("mentions", "entities", "relations", "bylines", "holdsPosition", "Event"):
        assert word in shown
    assert "gold articles found, " in shown
    assert "with exactly the same title, text and byline" in shown


def test_without_a_build_the_texts_of_the_gold_are_annotated(run: Run, gold: Path) -> None:
    result = run("evaluate", gold, "--json")
    articles = json.loads(result.stdout)["articles"]
    assert articles["matched"] == articles["gold"] == 8


def test_gold_mentions_score_the_linker_alone(run: Run, gold: Path) -> None:
    scores = json.loads(run("evaluate", gold, "--gold-mentions", "--json").stdout)
    for type_ in ("Person", "Organisation", "Place"):
        assert scores["mentions"][type_]["recall"] >= 0.95


def test_rules_show_what_each_rule_stated(run: Run, sample_build: Path) -> None:
    shown = run("evaluate", sample_build / "articles.jsonl", sample_build, "--rules").stdout
    rows = [line.split() for line in shown.splitlines()]
    rule = next(row for row in rows if row and row[0] == "title-before-name")
    assert rule[1] == rule[2]


def test_the_scores_come_with_the_calibration(run: Run, sample_build: Path) -> None:
    shown = run("evaluate", sample_build / "articles.jsonl", sample_build).stdout
    rows = [line.split() for line in shown.splitlines()]
    assert any(row and row[0] == "0.9–1.0" and row[-1] == "1.000" for row in rows)


def test_errors_show_the_evidence_in_its_sentence(run: Run, tmp_path: Path) -> None:
    record = {
        "id": "a",
        "text": "丙。林海棠讲话。",
        "entities": [{"id": "x", "type": "Event", "name": "讲话"}],
        "mentions": [{"start": 5, "end": 7, "entity": "x"}],
    }
    gold = tmp_path / "gold.jsonl"
    gold.write_text(json.dumps(record, ensure_ascii=False), "utf-8")
    shown = run("evaluate", gold, "--errors").stdout
    assert "mentions · Event · missed\na  讲话  林海棠⟦讲话⟧。\n" in shown


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["missing.jsonl"], "missing.jsonl: cannot be read"),
        (["{gold}", "nowhere"], "nowhere: holds no build"),
        (["{gold}", "nowhere", "--gold-mentions"], "leave DIR out"),
        (["{gold}", "--ner-model", "no_such_pipeline"], "no_such_pipeline"),
    ],
)
def test_what_cannot_be_scored_is_exit_code_2(
    run: Run, gold: Path, arguments: list[str], message: str
) -> None:
    result = run("evaluate", *(argument.replace("{gold}", str(gold)) for argument in arguments))
    assert result.exit_code == 2
    assert message in result.stderr

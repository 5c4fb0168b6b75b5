from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.training import Example
from spacy.util import load_model_from_config

from kg import ner
from kg.model.errors import ModelError
from kg.model.records import Article, Credit, Mention
from kg.ner.pipeline import config
from kg.ner.recognisers.spacy_model import LABELS

TEXT = "晨曦纺织的老周在青阳岭工作。"


def found(nlp: Language, text: str) -> dict[str, tuple[str, str]]:
    mentions = next(ner.mentions(nlp, [Article("a", "", text)]))
    return {text[m.start : m.end]: (m.type, m.by) for m in mentions}


def test_components_are_found_by_name_in_any_config() -> None:
    nlp = load_model_from_config(config(), auto_fill=True)
    assert nlp.pipe_names[0] == "kg_press"
    assert nlp.pipe_names[-1] == "kg_titles"
    alone = spacy.blank("zh", config={"nlp": {"tokenizer": {"@tokenizers": "kg.characters.v1"}}})
    alone.add_pipe("kg_press")
    alone.add_pipe("kg_titles")
    doc = alone("安庆市教育局局长王强讲话。")
    assert [span.text for span in doc.spans["titles"]] == ["局长"]


def test_a_pipeline_can_be_saved_and_read_again(nlp: Language, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path / "pipeline")
    again = spacy.load(tmp_path / "pipeline")
    text = "安庆市总工会主席王强讲话。"
    assert found(again, text) == found(nlp, text)


def test_another_pipeline_as_recogniser(tmp_path: Path) -> None:
    other = spacy.blank("zh")
    ruler = other.add_pipe("entity_ruler")
    ruler.add_patterns(  # type: ignore[attr-defined]
        [
            {"label": "ORG", "pattern": "晨曦纺织"},
            {"label": "PERSON", "pattern": "老周"},
            {"label": "GPE", "pattern": "青阳岭"},
            {"label": "DATE", "pattern": "工作"},
        ]
    )
    other.to_disk(tmp_path / "other")
    names = found(ner.load(str(tmp_path / "other")), TEXT)
    assert {name: type_ for name, (type_, _) in names.items()} == {
        "晨曦纺织": "Organisation",
        "老周": "Person",
        "青阳岭": "Place",
    }
    assert {by for _, by in names.values()} == {"model:zh_pipeline"}


def test_a_trained_pipeline_as_recogniser(tmp_path: Path) -> None:
    spacy.util.fix_random_seed(0)
    other = spacy.blank("zh")
    other.add_pipe("ner")
    example = Example.from_dict(other.make_doc(TEXT), {"entities": [(5, 7, "PER"), (8, 11, "LOC")]})
    optimizer = other.initialize(lambda: [example])
    for _ in range(30):
        other.update([example], sgd=optimizer)
    other.to_disk(tmp_path / "trained")
    names = found(ner.load(str(tmp_path / "trained")), TEXT)
    assert names["老周"][0] == "Person"
    assert names["青阳岭"][0] == "Place"


def test_the_rules_run_on_top_of_another_recogniser(tmp_path: Path) -> None:
    spacy.blank("zh").to_disk(tmp_path / "empty")
    names = found(ner.load(str(tmp_path / "empty")), "县委常委、怀宁县副县长出席。")
    assert names["县委"] == ("Organisation", "body-of-area")
    assert names["怀宁县"] == ("Place", "division")


@pytest.mark.parametrize("model", ["zh_no_such_pipeline", "/no/such/folder"])
def test_an_unknown_model_says_what_to_do(model: str) -> None:
    with pytest.raises(ModelError, match="give 'lac', 'press', the folder of a spaCy pipeline"):
        ner.load(model)


def test_every_label_is_one_of_the_three_types() -> None:
    assert set(LABELS.values()) == {"Person", "Organisation", "Place"}


def test_persons_of_the_byline_are_certain(nlp: Language) -> None:
    text = "本报讯（通讯员高兴来）今天开会。"
    article = Article("a", "", text, byline=(Credit("通讯员", "高兴来", 7, 10),))
    mentions = next(ner.mentions(nlp, [article]))
    assert [(m.start, m.end, m.type, m.by) for m in mentions] == [(7, 10, "Person", "byline")]


def test_articles_do_not_disturb_one_another(nlp: Language) -> None:
    texts = ["安庆市总工会主席王强讲话。", "", "怀宁县石牌镇举行比赛。\n王强到场。", "。"]
    articles = [Article(str(i), "", text) for i, text in enumerate(texts)]
    together = list(ner.mentions(nlp, articles * 3))
    alone = [next(ner.mentions(nlp, [article])) for article in articles]
    assert together == alone * 3
    assert together[1] == together[3] == ()


def test_a_saved_pipeline_loads_where_nobody_imports_ours(nlp: Language, tmp_path: Path) -> None:
    """spaCy finds the components by the entry points of the installed package."""
    nlp.to_disk(tmp_path / "pipeline")
    code = f"import spacy; print(spacy.load({str(tmp_path / 'pipeline')!r})('湘潭市总工会开会。').ents)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "(湘潭市总工会,)"


@pytest.mark.parametrize("text", ["", "\n", " ", "。"])
def test_a_text_without_words_has_no_mentions(text: str, read: Callable[[str], list[Mention]]) -> None:
    assert read(text) == []

from __future__ import annotations

import gc
import pickle
import subprocess
import sys
import weakref
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin
from spacy.training import Example
from spacy.util import load_model_from_config

from kg import ner
from kg.model.errors import ModelError
from kg.model.records import Article, Credit, Mention
from kg.ner.pipeline import config
from kg.ner.recognisers.spacy_model import LABELS
from kg.ner.rules.document import read_document
from kg.ner.spans import read_names

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


ARTICLE = Article(
    "a",
    "",
    "本报讯（通讯员高兴来）安庆市总工会主席王强讲话。",
    byline=(Credit("通讯员", "高兴来", 7, 10),),
)


def contents(doc: Doc) -> tuple[object, ...]:
    """What our components write into a Doc."""
    spans = (*doc.ents, *doc.spans["titles"])
    return doc.text, [(s.start, s.end, s.label_, s.id_) for s in spans], doc._.kg_credits


@pytest.fixture(scope="module")
def doc(nlp: Language) -> Doc:
    made = nlp.make_doc(ARTICLE.text)
    made._.kg_credits = ARTICLE.byline
    return nlp(made)


def test_a_document_can_be_saved_and_read_again(nlp: Language, doc: Doc) -> None:
    again = Doc(nlp.vocab).from_bytes(doc.to_bytes())
    assert contents(again) == contents(doc)
    assert again._.kg_credits == ARTICLE.byline
    assert list(read_names(nlp(again))) == list(read_names(doc))


def test_documents_can_be_saved_together_with_their_user_data(nlp: Language, doc: Doc) -> None:
    saved = DocBin(docs=[doc], store_user_data=True).to_bytes()
    (again,) = DocBin().from_bytes(saved).get_docs(nlp.vocab)
    assert contents(again) == contents(doc)


def test_processes_find_what_one_process_finds(nlp: Language, doc: Doc) -> None:
    texts = [ARTICLE.text, "怀宁县石牌镇举行比赛。\n王强到场。", "", "。"]

    def docs() -> Iterator[Doc]:
        for text in texts:
            made = nlp.make_doc(text)
            made._.kg_credits = ARTICLE.byline if text == ARTICLE.text else ()
            yield made

    alone = [contents(doc) for doc in nlp.pipe(docs())]
    together = [contents(doc) for doc in nlp.pipe(docs(), n_process=2, batch_size=1)]
    assert together == alone
    assert alone[0] == contents(doc)
    of_texts = [contents(doc) for doc in nlp.pipe(texts, n_process=2, batch_size=1)]
    assert of_texts == [contents(doc) for doc in nlp.pipe(texts)]


@pytest.mark.parametrize("model", ["press", "lac"])
def test_a_pipeline_can_be_sent_to_a_process_that_shares_no_memory(model: str) -> None:
    """As spaCy does with `n_process` where processes are not forked."""
    sent = ner.load(model)
    text = "安庆市总工会主席王强讲话。"
    assert found(pickle.loads(pickle.dumps(sent)), text) == found(sent, text)  # noqa: S301


def test_extensions_of_others_stay_theirs() -> None:
    """Also where somebody has registered `credits` before and after ours is imported."""
    code = """
from spacy.tokens import Doc
Doc.set_extension("credits", default="theirs")
import importlib
import kg.ner.rules.credits
importlib.reload(kg.ner.rules.credits)
nlp = kg.ner.load()
doc = nlp("王强讲话。")
assert doc._.credits == "theirs" and doc._.kg_credits == (), (doc._.credits, doc._.kg_credits)
"""
    subprocess.run([sys.executable, "-c", code], check=True)


def test_workings_of_a_document_go_with_it(nlp: Language) -> None:
    doc = nlp("安庆市总工会主席王强讲话。")
    assert doc.user_data == {}
    kept = weakref.ref(read_document(doc))
    del doc
    gc.collect()
    assert kept() is None

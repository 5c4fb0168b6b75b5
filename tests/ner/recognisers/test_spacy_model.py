"""Another spaCy pipeline as recogniser."""

from __future__ import annotations

from pathlib import Path

import pytest
import spacy
from spacy.lang.zh import Chinese

from kg.model.errors import ModelError
from kg.model.records import Mention
from kg.ner.recognisers.spacy_model import SpacyRecogniser
from kg.ner.spans import read_names

BY = "model:zh_ruled"


@pytest.fixture(scope="module")
def recogniser(tmp_path_factory: pytest.TempPathFactory) -> SpacyRecogniser:
    """A pipeline by patterns, with labels of several schemes."""
    folder: Path = tmp_path_factory.mktemp("pipeline")
    nlp = spacy.blank("zh", meta={"name": "ruled"})
    ruler = nlp.add_pipe("entity_ruler")
    ruler.add_patterns(
        [
            {"label": label, "pattern": name}
            for label, name in [("PER", "王强"), ("gpe", "安庆"), ("DATE", "六月")]
        ]
    )  # type: ignore[attr-defined]
    nlp.to_disk(folder)
    return SpacyRecogniser(str(folder))


def test_names_are_carried_over_by_their_offsets(recogniser: SpacyRecogniser) -> None:
    doc = recogniser(Chinese().make_doc("六月王强到安庆"))
    assert read_names(doc) == [Mention(2, 4, "Person", BY), Mention(5, 7, "Place", BY)]


def test_a_stream_keeps_its_order(recogniser: SpacyRecogniser) -> None:
    docs = recogniser.pipe(Chinese().make_doc(text) for text in ("王强", "无名", "安庆"))
    assert [[name.type for name in read_names(doc)] for doc in docs] == [["Person"], [], ["Place"]]


def test_a_pipeline_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="no recogniser"):
        SpacyRecogniser(str(tmp_path / "none"))

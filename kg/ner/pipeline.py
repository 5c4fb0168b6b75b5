"""Loading the NER pipeline, with our recogniser or with another one underneath."""

from __future__ import annotations

from importlib.resources import files

from spacy.language import Language
from spacy.util import load_model_from_config
from thinc.api import Config

DEFAULT = "lac"


def config(model: str = DEFAULT) -> Config:
    """The spaCy config of `pipeline.cfg`; the names of another model take the place of LAC's.

    LAC still gives the words, whose boundaries and parts of speech the rules go by.
    """
    settings = Config().from_str(files("kg.ner").joinpath("pipeline.cfg").read_text("utf-8"))
    if model != DEFAULT:
        settings["nlp"]["pipeline"].insert(1, "kg_recogniser")
        settings["components"]["kg_recogniser"] = {"factory": "kg_recogniser", "model": model}
    return settings


def load(model: str = DEFAULT) -> Language:
    """The NER pipeline over a recogniser: "lac", an installed spaCy pipeline's name, or the path of one.

    Raises ModelError where there is no such pipeline.
    """
    return load_model_from_config(config(model), auto_fill=True)

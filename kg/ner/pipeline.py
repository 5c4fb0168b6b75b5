"""Loading the NER pipeline, with our recogniser or with another one underneath."""

from __future__ import annotations

from importlib.resources import files

from spacy.language import Language
from spacy.util import load_model_from_config
from thinc.api import Config

DEFAULT = "press"

# The recognisers that come with the program.
NETWORKS = {"press": "kg_press", "lac": "kg_lac"}


def config(model: str = DEFAULT) -> Config:
    """The spaCy config of `pipeline.cfg`; the names of another model take the place of the default one's.

    Where that is a spaCy pipeline, the default one still gives the words, whose boundaries and parts of
    speech the rules go by.
    """
    settings = Config().from_str(files("kg.ner").joinpath("pipeline.cfg").read_text("utf-8"))
    pipeline, components = settings["nlp"]["pipeline"], settings["components"]
    if model in NETWORKS:
        pipeline[0] = NETWORKS[model]
        components[pipeline[0]] = {"factory": pipeline[0]}
    else:
        pipeline.insert(1, "kg_recogniser")
        components["kg_recogniser"] = {"factory": "kg_recogniser", "model": model}
    return settings


def load(model: str = DEFAULT) -> Language:
    """The NER pipeline over a recogniser: "press", "lac", or a spaCy pipeline by name or path.

    Raises ModelError where there is no such pipeline.
    """
    return load_model_from_config(config(model), auto_fill=True)

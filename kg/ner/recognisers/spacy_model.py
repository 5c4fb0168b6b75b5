"""`kg_recogniser`: another spaCy pipeline as recogniser, its names copied onto our characters."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import tee

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from kg.model.errors import ModelError
from kg.model.records import Mention, MentionType
from kg.ner.spans import MODEL, stripped, write_names

# What other schemes call our three types; labels that are not here are left out (DATE,
# MONEY; NORP too, which is mostly peoples and religions).
LABELS: dict[str, MentionType] = {
    "PERSON": "Person",
    "PER": "Person",
    "NAME": "Person",
    "Person": "Person",
    "ORGANIZATION": "Organisation",
    "ORGANISATION": "Organisation",
    "ORG": "Organisation",
    "COMPANY": "Organisation",
    "GOVERNMENT": "Organisation",
    "Organisation": "Organisation",
    "LOCATION": "Place",
    "LOC": "Place",
    "GPE": "Place",
    "FAC": "Place",
    "FACILITY": "Place",
    "ADDRESS": "Place",
    "SCENE": "Place",
    "Place": "Place",
}


class SpacyRecogniser:
    """The component: whatever tokens the other pipeline has, offsets in the text carry its names over."""

    def __init__(self, model: str) -> None:
        """Load the other pipeline: the name of an installed package, or a path."""
        self.nlp = _load(model)
        self.by = f"{MODEL}{self.nlp.meta['lang']}_{self.nlp.meta['name']}"

    def __call__(self, doc: Doc) -> Doc:
        """Recognise one document."""
        return next(self.pipe([doc]))

    def pipe(self, stream: Iterable[Doc], batch_size: int = 64) -> Iterator[Doc]:
        """Recognise a stream of documents."""
        ours, texts = tee(stream)
        theirs = self.nlp.pipe((doc.text for doc in texts), batch_size=batch_size)
        for doc, other in zip(ours, theirs, strict=True):
            names = (stripped(other.text, name) for name in self._names(other))
            write_names(doc, filter(None, names))
            yield doc

    def _names(self, doc: Doc) -> Iterator[Mention]:
        for ent in doc.ents:
            label = ent.label_ if ent.label_ in LABELS else ent.label_.upper()
            if label in LABELS:
                yield Mention(ent.start_char, ent.end_char, LABELS[label], self.by)


def _load(model: str) -> Language:
    try:
        return spacy.load(model)
    except (OSError, ImportError, ValueError) as error:
        raise ModelError(
            f"no recogniser {model!r}: give 'lac', 'press', the folder of a spaCy pipeline, or the name "
            f"of an installed one (python -m spacy download {model}); spaCy says: "
            f"{str(error).splitlines()[0]}"
        ) from error


@Language.factory("kg_recogniser", assigns=["doc.ents"])
def create_recogniser(nlp: Language, name: str, model: str) -> Callable[[Doc], Doc]:  # noqa: ARG001 (spaCy's interface)
    """Another spaCy pipeline as recogniser."""
    return SpacyRecogniser(model)

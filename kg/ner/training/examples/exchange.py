"""More examples from few: sentences whose names are exchanged for others of the same kind.

A network that saw a body in twenty sentences learns the body; with other names in its place it learns where
bodies stand. A kind is a type with what the name ends in or how long it is, so that a county is exchanged for
a county and a company for a company.
"""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from kg.language.countries import COUNTRIES
from kg.language.tables import read_word_lists
from kg.ner.training.examples.corpora import PRESS, Example
from kg.ner.training.examples.tags import Span

# Names by kind.
Names = Mapping[str, Sequence[str]]

_DIVISIONS = read_word_lists("kg.ner.rules", "divisions")
# Places of one character go by their kind alone: 中美, 川渝.
_SINGLE = {
    character: kind
    for kind in ("country_characters", "division_characters")
    for word in _DIVISIONS[kind]
    for character in word
}
_PLACE_ENDS = frozenset("省市县区镇乡村州旗盟路街道河江湖山海岛洋洲馆园场站港桥寺塔厅楼院城关湾")
_SHORT_BODY_ENDS = frozenset("军队委党校院部局社")
# Nobody's name: 张某, 李××.
_MASKED = re.compile("[某×]")
_LATIN = re.compile("[ -~]+")
_LONGEST_NAME, _LONGEST_SENTENCE = 25, 200
# So many names make a kind.
_FEWEST = 4


def kind(name: str, label: str) -> str | None:
    """What a name can be exchanged for; None for one that stays."""
    if _MASKED.search(name) or len(name) > _LONGEST_NAME or "\n" in name:
        return None
    return {"Person": _kind_of_person, "Place": _kind_of_place, "Organisation": _kind_of_body}[label](name)


def _kind_of_person(name: str) -> str:
    return "Person ·" if "·" in name else f"Person {min(len(name), 5)}"


def _kind_of_place(name: str) -> str | None:
    if len(name) == 1:
        return _SINGLE.get(name)
    if name in COUNTRIES:
        return "country"
    return f"Place {name[-1] if name[-1] in _PLACE_ENDS else min(len(name), 5)}"


def _kind_of_body(name: str) -> str:
    if _LATIN.fullmatch(name):
        return "Organisation in Latin letters"
    if len(name) > 3:
        return f"Organisation …{name[-2:]}"
    return f"Organisation {len(name)}{name[-1] if name[-1] in _SHORT_BODY_ENDS else ''}"


def collect(spans: Iterable[tuple[str, str]]) -> Names:
    """Names with their labels, by kind."""
    kinds: defaultdict[str, set[str]] = defaultdict(set)
    for single, of_kind in _SINGLE.items():
        kinds[of_kind].add(single)
    for name, label in spans:
        if of_name := kind(name, label):
            kinds[of_name].add(name)
    return {k: sorted(names) for k, names in sorted(kinds.items()) if len(names) >= _FEWEST}


def exchange(example: Example, names: Names, share: float, chance: random.Random) -> Example | None:
    """The sentence with about that share of its names exchanged; None where none is, or it grew too long."""
    text, at = "", 0
    spans: list[Span] = []
    for start, end, label in sorted(example.spans[PRESS]):
        name = example.text[start:end]
        others = names.get(kind(name, label) or "", ())
        if others and chance.random() < share:
            name = chance.choice(others)
        text += example.text[at:start]
        spans.append((len(text), len(text) + len(name), label))
        text, at = text + name, end
    text += example.text[at:]
    if text == example.text or len(text) > _LONGEST_SENTENCE:
        return None
    return Example(text, {PRESS: spans})

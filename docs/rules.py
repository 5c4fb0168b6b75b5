"""The page rules.md: every rule, what it says of itself, and a case of the tests that shows it at work."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib import import_module

from kg.linker import relations
from kg.linker.names import resolution
from kg.linker.relations import holds_position
from kg.linker.rule import Rule, name_of, summary_of
from kg.ner.pipeline import config
from tests.linker.marked import linked
from tests.ner.test_rules import CORRECTING, DROPPING, FINDING

_INTRODUCTION = """# The rules

Made from the rules' own docstrings and the cases of their tests (`make docs`). Names come first: a network
finds them ([its card](../kg/ner/model/MODEL_CARD.md)), rules mend and add what is regular. Then the linker
finds out which entity a name means, and what relations a sentence states. Every mention and claim carries the
name of its rule, which `kg explain` shows; `kg evaluate --rules` tells how often those of claims are right.

In the cases ⟦P…⟧ is a person, ⟦O…⟧ an organisation, ⟦L…⟧ a place; the linker's are marked {P…}, {O…}, {L…},
and {T…} for a title.
"""
_TAG = re.compile(r"/[a-zA-Z]+|[ ⟧]|⟦[POL]?")

Case = tuple[str, str]


def page() -> str:
    """The whole page."""
    return "\n".join([_INTRODUCTION, *_names(), *_entities(), *_relations()])


def _names() -> Iterator[str]:
    """The rules of the NER stage, by the modules in which they stand, in the order of the pipeline."""
    yield "## Which words are names\n\nIn the order of the pipeline: " + ", ".join(
        f"`{component}`" for component in config()["nlp"]["pipeline"]
    )
    yield ""
    cases = [*CORRECTING, *DROPPING, *FINDING]
    for module in dict.fromkeys(rule.__module__ for rule, *_ in cases):
        yield f"### `{module}`\n\n{_docstring(module)}\n"
        rows = ((rule, before, after) for rule, before, after in cases if rule.__module__ == module)
        yield from _table(
            ("rule", "what it reads", "in", "out"),
            ((f"`{r.__name__}`", summary_of(r), _TAG.sub("", before), after) for r, before, after in rows),
        )


def _entities() -> Iterator[str]:
    yield "## Which entity a name means\n\nThe first rule that knows a name gives it.\n"
    yield from _table(
        ("rule", "what it does"),
        ((f"`{name_of(rule)}`", summary_of(rule)) for rule in resolution.RULES),
    )


def _relations() -> Iterator[str]:
    """The rules of each relation, in the order in which they are read."""
    yield "## What a sentence states\n"
    yield "Posts first, then the other relations; the first rule that states something stands.\n"
    by_predicate: dict[str, list[Rule]] = {"holdsPosition": list(holds_position.RULES)}
    modules = {"holdsPosition": holds_position.__name__}
    for module in relations.RELATIONS:
        for rule in module.RULES:
            by_predicate.setdefault(rule.predicate, []).extend(rule.ways)
            modules.setdefault(rule.predicate, module.__name__)
    for predicate, ways in by_predicate.items():
        shown = _first_cases(modules[predicate])
        yield f"### {predicate} (`{modules[predicate]}`)\n"
        yield from _table(
            ("rule", "confidence", "what it reads", "case"),
            ((f"`{w.name}`", str(w.confidence), w.summary, shown.get(w.name, "")) for w in ways),
        )


def _first_cases(module: str) -> Mapping[str, str]:
    """The first case of the tests of a relation that each rule makes a claim of."""
    tests = import_module(".".join(["tests", *module.split(".")[1:-1], f"test_{module.rsplit('.', 1)[1]}"]))
    shown: dict[str, str] = {}
    for line in (case if isinstance(case, str) else case[0] for case in tests.CASES):
        for claim in linked(line).claims:
            shown.setdefault(claim.rule, line)
    return shown


def _docstring(module: str) -> str:
    return (import_module(module).__doc__ or "").strip()


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    yield f"| {' | '.join(head)} |\n|{'---|' * len(head)}"
    for row in rows:
        yield f"| {' | '.join(cell.replace('|', '&#124;') for cell in row)} |"
    yield ""

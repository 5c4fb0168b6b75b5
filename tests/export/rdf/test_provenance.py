"""How a graph says that it was made."""

from __future__ import annotations

from dataclasses import replace

from kg.artifacts.report import InputFile
from kg.export.rdf.provenance import activity, provenance
from tests.factory import report

BASE = "https://example.org/"


def test_a_build_is_named_by_all_that_decides_its_result_and_by_nothing_else() -> None:
    same = [
        replace(report(), started=None, ended=None),
        replace(report(), settings={**report().settings, "base_iri": BASE}),
        replace(report(), inputs=tuple(replace(one, path="b.txt") for one in report().inputs)),
    ]
    other = [
        replace(report(), program="press-kg 0.2.0"),
        replace(report(), model={"name": "press", "sha256": "ac" * 32}),
        replace(report(), settings={**report().settings, "source": "云河工人报"}),
        replace(report(), inputs=(InputFile("a.txt", "ce" * 32, 3),)),
    ]
    assert {activity(one, BASE) for one in same} == {activity(report(), BASE)}
    assert len({activity(one, BASE) for one in [report(), *other]}) == 1 + len(other)


def test_no_place_of_this_machine_is_in_it() -> None:
    there = replace(report(), model={"name": "/home/me/models/own", "sha256": "ab" * 32})
    assert "/home" not in repr(list(provenance(there, BASE, [])))

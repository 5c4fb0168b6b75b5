"""What the ontology's README shows is what a graph says."""

from __future__ import annotations

import re
import runpy
from pathlib import Path

import rdflib

from kg.model.ontology import PREFIXES, TERMS, ontology_dir

GOLDEN = Path(__file__).parents[1] / "export" / "rdf" / "golden" / "corpus.ttl"


def test_the_example_stands_in_the_golden_graph() -> None:
    readme = (ontology_dir() / "README.md").read_text("utf-8")
    blocks = re.findall(r"```turtle\n(.*?)```", readme, re.DOTALL)
    prefixes = "".join(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in PREFIXES.items())
    shown = rdflib.Graph().parse(data=prefixes + "\n".join(blocks), format="turtle")
    golden = rdflib.Graph().parse(GOLDEN)
    assert len(shown) > 30
    assert set(shown) <= set(golden)


def test_the_reference_is_in_step_with_the_ontology() -> None:
    made = runpy.run_path(str(ontology_dir() / "reference.py"))["reference"]()
    assert made == (ontology_dir() / "reference.md").read_text("utf-8")


def test_the_reference_tells_of_every_term_and_its_links_lead_to_it() -> None:
    reference = (ontology_dir() / "reference.md").read_text("utf-8")
    headings = re.findall(r"^### (kg:(\w+) · .*)$", reference, re.MULTILINE)
    assert [name for _, name in headings] == sorted(TERMS, key=lambda name: not TERMS[name].is_class)
    anchors = {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading, _ in headings}
    assert set(re.findall(r"\(#(.+?)\)", reference)) == anchors


def test_the_files_it_names_are_there() -> None:
    readme = (ontology_dir() / "README.md").read_text("utf-8")
    for name in re.findall(r"^\| `(.+?)` \|", readme, re.MULTILINE):
        assert (ontology_dir() / name).exists()

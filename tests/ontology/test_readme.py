"""What the ontology's README shows is what a graph says."""

from __future__ import annotations

import re
from pathlib import Path

import rdflib

from kg.ontology import PREFIXES, ontology_dir

GOLDEN = Path(__file__).parents[1] / "export" / "golden" / "corpus.ttl"


def test_the_example_stands_in_the_golden_graph() -> None:
    readme = (ontology_dir() / "README.md").read_text("utf-8")
    blocks = re.findall(r"```turtle\n(.*?)```", readme, re.DOTALL)
    prefixes = "".join(f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in PREFIXES.items())
    shown = rdflib.Graph().parse(data=prefixes + "\n".join(blocks), format="turtle")
    golden = rdflib.Graph().parse(GOLDEN)
    assert len(shown) > 30
    assert set(shown) <= set(golden)


def test_the_files_it_names_are_there() -> None:
    readme = (ontology_dir() / "README.md").read_text("utf-8")
    for name in re.findall(r"^\| `(.+?)` \|", readme, re.MULTILINE):
        assert (ontology_dir() / name).exists()

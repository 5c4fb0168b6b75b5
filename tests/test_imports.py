"""Who may import whom: the data flow goes one way, and stages know nothing of one another."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import kg

ROOT = Path(kg.__file__).parent
BASE = {"errors", "records", "iri", "text", "divisions", "ontology", "script"}

# Each part of the package, and the parts beside the base that it may import.
ALLOWED: dict[str, set[str]] = {
    **{name: set() for name in BASE},
    "reading": set(),
    "ner": set(),
    "linker": set(),
    "data": set(),
    "graph": set(),
    "export": {"graph"},
    "query": {"answers", "export", "inference"},
    "inference": set(),
    "answers": set(),
    "validation": {"graph", "export"},
    "evaluation": set(),
    "pipeline": {"ner", "linker"},
    "explanation": {"pipeline", "linker"},
    "annotator": {"pipeline", "ner", "export"},
    "parts": {"export"},
    "workers": {"parts", "export"},
    "intake": {"reading", "export"},
    "builder": {"intake", "reading", "workers", "graph", "export", "validation"},
    "serving": {"query", "export"},
    "cli": {
        "answers",
        "builder",
        "intake",
        "reading",
        "ner",
        "pipeline",
        "evaluation",
        "explanation",
        "query",
        "serving",
        "validation",
        "export",
        "graph",
    },
    "__init__": {"builder", "graph"},
    "__main__": {"cli"},
}
MODULES = sorted(path.relative_to(ROOT) for path in ROOT.rglob("*.py"))


def part(path: Path) -> str:
    return path.parts[0].removesuffix(".py")


def imported(path: Path) -> Iterator[str]:
    """The parts of the package that a module imports, for types too."""
    for node in ast.walk(ast.parse((ROOT / path).read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            assert node.level == 0, f"{path} imports by a relative name"
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        else:
            continue
        yield from (name.split(".")[1] for name in names if name.startswith("kg."))


@pytest.mark.parametrize("path", MODULES, ids=str)
def test_a_module_imports_only_what_lies_before_it(path: Path) -> None:
    assert set(imported(path)) <= BASE | ALLOWED[part(path)] | {part(path)}


@pytest.mark.parametrize(
    "statement", ["import kg", "from kg.cli import app; app(['--help'], standalone_mode=False)"]
)
def test_starting_loads_no_heavy_library(statement: str) -> None:
    heavy = {
        "spacy",
        "numpy",
        "onnxruntime",
        "networkx",
        "rdflib",
        "pyoxigraph",
        "pyvis",
        "pyshacl",
        "uvicorn",
    }
    script = f"import sys; {statement}; print(sorted({heavy!r} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines()[-1] == "[]"


def test_public_names_are_found_and_others_are_not() -> None:
    assert callable(kg.build)
    assert callable(kg.load)
    assert kg.KnowledgeGraph.__name__ == "KnowledgeGraph"
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = kg.nothing

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
# What every part may know of: the records that pass between the stages, and the language.
BASE = {"model", "language"}

# Each part of the package, and the parts beside the base that it may import.
ALLOWED: dict[str, set[str]] = {
    "model": set(),
    "language": set(),
    "data": set(),
    "artifacts": set(),
    "reading": set(),
    "ner": set(),
    "linker": {"identity"},
    "annotation": {"ner", "linker"},
    "identity": set(),
    "graph": {"identity"},
    "export": {"graph", "artifacts"},
    "validation": {"graph", "export", "artifacts"},
    "building": {"reading", "ner", "annotation", "graph", "export", "validation", "artifacts"},
    "evaluation": set(),
    "query": {"artifacts"},
    "serving": {"query", "artifacts"},
    "cli": {
        "annotation",
        "artifacts",
        "building",
        "evaluation",
        "export",
        "ner",
        "query",
        "reading",
        "serving",
        "validation",
    },
    "__init__": {"building", "graph"},
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
    before = {"model"} if part(path) in BASE else BASE | ALLOWED[part(path)]
    assert set(imported(path)) <= before | {part(path)}


@pytest.mark.parametrize(
    "statement", ["import kg", "from kg.cli.app import app; app(['--help'], standalone_mode=False)"]
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

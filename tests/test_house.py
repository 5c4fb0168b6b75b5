"""The house rules: nothing is too large to read, tests stand where their modules do, names are used once."""

from __future__ import annotations

import ast
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest

import kg

ROOT = Path(kg.__file__).parent
TESTS = Path(__file__).parent

MODULES_IN_A_FOLDER = 14
PARTS = 20
LINES_OF_A_FUNCTION, USUAL_LINES_OF_A_FUNCTION = 60, 8
LINES_OF_A_CLASS = 120

# Tests of the whole program, of what is no module of it, and of the tests' own tools.
WITHOUT_A_MODULE = {
    "benchmarks/test_corpus.py": "a program of its own, beside the tests",
    "benchmarks/test_folds.py": "of a benchmark",
    "docs/test_contributing.py": "of CONTRIBUTING.md",
    "docs/test_make.py": "of docs/, which is no part of the package",
    "export/html/test_access.py": "the page in a browser: for everybody",
    "export/html/test_exploring.py": "the page in a browser: following links",
    "export/html/test_filtering.py": "the page in a browser: narrowing",
    "export/html/test_firefox.py": "the page in another browser",
    "export/html/test_large.py": "the page in a browser: large graphs",
    "export/html/test_opening.py": "the page in a browser: its first picture",
    "export/html/test_reading.py": "the page in a browser: texts",
    "export/html/test_saving.py": "the page in a browser: what it gives away",
    "faults/test_kills.py": "builds that are killed, and the recogniser that fails on order",
    "fuzz/test_fuzz.py": "the fuzzer, a program of its own",
    "ontology/test_queries.py": "of ontology/, which is no part of the package",
    "ontology/test_readme.py": "of ontology/",
    "ontology/test_reasoning.py": "of ontology/",
    "reading/test_shared_pages.py": "pages of others, read whole",
    "serving/test_browser.py": "the pages of the server in a browser",
    "serving/test_openapi.py": "the whole server against its description",
    "test_growth.py": "how the work of every stage grows",
    "test_house.py": "this",
    "test_imports.py": "who imports whom",
    "test_notebooks.py": "of notebooks/",
    "test_patterns.py": "every pattern of the package",
    "test_requirements.py": "of pyproject.toml",
    "test_sample.py": "the whole way of the sample page",
    "test_scores.py": "how good the whole program is",
}

WITHOUT_TESTS = {
    "__init__.py": "tests/test_imports.py has them",
    "ner/rules/corrections.py": "tests/ner/test_rules.py has a case of each rule",
    "ner/training/__main__.py": "a command of hours, whose parts have tests",
    "data/refresh_divisions.py": "a script of the maintainers, which asks the network",
}

# Names of classes that stand twice, and why.
TWICE: dict[str, str] = {}


def modules() -> list[Path]:
    """Every module, by its path in the package."""
    return [path.relative_to(ROOT) for path in sorted(ROOT.rglob("*.py"))]


def tree(module: Path) -> ast.Module:
    return ast.parse((ROOT / module).read_text("utf-8"))


def functions(module: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def classes(module: Path) -> Iterator[ast.ClassDef]:
    return (node for node in ast.walk(tree(module)) if isinstance(node, ast.ClassDef))


def lines(node: ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def mirrors(module: Path) -> set[Path]:
    """Where the tests of a module may stand; those of a package's own code in it or beside it."""
    if module.name != "__init__.py" or module.parent == Path():
        return {module.with_name(f"test_{module.name}")}
    package = module.parent
    return {package / f"test_{package.name}.py", package.with_name(f"test_{package.name}.py")}


# ---- sizes


def test_the_package_has_few_parts() -> None:
    parts = {path.parts[0] for path in (path.relative_to(ROOT) for path in ROOT.rglob("*.py"))}
    assert len(parts) <= PARTS


def test_no_folder_has_too_many_modules() -> None:
    counts = Counter(path.parent for path in modules() if path.name != "__init__.py")
    assert {str(folder): count for folder, count in counts.items() if count > MODULES_IN_A_FOLDER} == {}


def test_functions_are_short() -> None:
    sizes = {f"{path}:{one.lineno} {one.name}": lines(one) for path in modules() for one in functions(path)}
    assert {name: size for name, size in sizes.items() if size > LINES_OF_A_FUNCTION} == {}
    assert median(sizes.values()) <= USUAL_LINES_OF_A_FUNCTION


def test_classes_can_be_read_on_two_screens() -> None:
    sizes = {f"{path}:{one.lineno} {one.name}": lines(one) for path in modules() for one in classes(path)}
    assert {name: size for name, size in sizes.items() if size > LINES_OF_A_CLASS} == {}


# ---- tests


@pytest.mark.parametrize("module", [path for path in modules() if any(functions(path))], ids=str)
def test_a_module_that_does_something_has_its_tests(module: Path) -> None:
    has_tests = any((TESTS / path).is_file() for path in mirrors(module))
    assert has_tests or module.as_posix() in WITHOUT_TESTS


def test_every_test_module_is_of_a_module() -> None:
    every = (path.relative_to(ROOT) for path in ROOT.rglob("*.py"))
    mirrored = {path.as_posix() for module in every for path in mirrors(module)}
    here = {path.relative_to(TESTS) for path in TESTS.rglob("test_*.py")}
    own = {path.as_posix() for path in here}
    assert own - mirrored == WITHOUT_A_MODULE.keys()


# ---- names


def test_a_class_has_a_name_of_its_own() -> None:
    homes = defaultdict(list)
    for path in modules():
        for one in classes(path):
            homes[one.name].append(str(path))
    assert {name: paths for name, paths in homes.items() if len(paths) > 1 and name not in TWICE} == {}
    assert all(len(homes[name]) > 1 for name in TWICE)

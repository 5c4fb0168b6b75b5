"""No pattern explodes: what a regular expression of ours costs grows as the text does, whatever the text.

Every pattern of the package goes over long texts made of its own characters, and its steps are counted
(`backtracking.py`, `attacks.py`): twice the text may not take much more than twice the steps.
"""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

import pytest

import kg
from tests.attacks import texts, units
from tests.backtracking import Counter, TooManySteps

ROOT = Path(kg.__file__).parent
# Steps for each character of a text, and how much more of them there may be where it is twice as long: one that
# is quadratic takes twice as many.
LENGTH, MOST, GROWTH = 160, 4000, 1.4
ANCHORED = {"match", "fullmatch"}
SEARCHES = {"search", "finditer", "findall", "sub", "subn", "split"}
# Training alone has these, and needs more than is installed; and a script that runs when it is imported.
LEFT_OUT = ("kg.ner.training", "kg.__main__", "kg.data")


@cache
def modules() -> Mapping[str, object]:
    names = [m.name for m in pkgutil.walk_packages(kg.__path__, "kg.") if not m.name.startswith(LEFT_OUT)]
    return {name: importlib.import_module(name) for name in names}


def within(value: object, path: str, seen: set[int]) -> Iterator[tuple[str, re.Pattern[str]]]:
    """The patterns in a value of a module: itself, and those inside tables and objects of ours."""
    if isinstance(value, re.Pattern):
        if isinstance(value.pattern, str):
            yield path, value
        return
    if id(value) in seen:
        return
    seen.add(id(value))
    parts: Mapping[object, object] = {}
    if isinstance(value, Mapping):
        parts = value
    elif isinstance(value, tuple | list | set | frozenset):
        parts = dict(enumerate(value))
    elif type(value).__module__.startswith("kg."):
        slots = [name for kind in type(value).__mro__ for name in getattr(kind, "__slots__", ())]
        parts = {n: getattr(value, n) for n in (*getattr(value, "__dict__", ()), *slots) if hasattr(value, n)}
    for name, part in parts.items():
        yield from within(part, f"{path}.{name}", seen)


def called_in(name: str) -> Iterator[tuple[str, re.Pattern[str]]]:
    """The patterns that a module writes where it uses them: re.search("…", text)."""
    for node in ast.walk(tree_of(name)):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and isinstance(node.func.value, ast.Name)
            and node.func.value.id == "re"
            and isinstance(pattern := node.args[0], ast.Constant)
            and isinstance(pattern.value, str)
        ):
            yield f"{name}:{node.lineno}", re.compile(pattern.value)


@cache
def tree_of(name: str) -> ast.Module:
    source = ROOT.joinpath(*name.split(".")[1:])
    path = source / "__init__.py" if source.is_dir() else source.with_suffix(".py")
    return ast.parse(path.read_text("utf-8"))


@cache
def uses() -> Mapping[tuple[str, str], set[str]]:
    """How each module uses the attributes of each of its names: (module, _NAME) → match, search …"""
    found: dict[tuple[str, str], set[str]] = {}
    for module in modules():
        owners = {n.value for n in ast.walk(tree_of(module)) if isinstance(n, ast.Attribute)}
        for node in ast.walk(tree_of(module)):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
                found.setdefault((module, node.value.id), set()).add(node.attr)
            elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and node not in owners:
                found.setdefault((module, node.id), set()).add("passed on")
    return found


def collected() -> dict[str, tuple[re.Pattern[str], bool]]:
    """Every pattern once, by where it stands, and whether a text is only matched from one place."""
    found: dict[tuple[str, int], tuple[str, re.Pattern[str], set[str]]] = {}
    for name, module in modules().items():
        for attribute, value in vars(module).items():
            for path, pattern in within(value, attribute, set()):
                known = found.setdefault((pattern.pattern, pattern.flags), (f"{name}.{path}", pattern, set()))
                known[2].update(uses().get((name, attribute), ()) if path == attribute else {"in a table"})
        for path, pattern in called_in(name):
            found.setdefault((pattern.pattern, pattern.flags), (path, pattern, {"search"}))
    return {
        path: (pattern, bool(used) and used <= {*ANCHORED, "pattern"})
        for path, pattern, used in found.values()
    }


PATTERNS = collected()


def steps(counter: Counter, text: str, *, anchored: bool) -> float:
    """Steps for each character; infinite above what is allowed."""
    try:
        if anchored:
            counter.match(text, MOST * len(text))
        else:
            for _ in counter.finditer(text, MOST * len(text)):
                pass
    except TooManySteps:
        return float("inf")
    return counter.steps / len(text)


def worst(pattern: re.Pattern[str], *, anchored: bool = False) -> tuple[float, str]:
    """How the steps for each character grow with the text, where they grow most, and on what."""
    counter = Counter(pattern)
    growths = [(0.0, "")]
    for unit in units(pattern):
        for short, long in zip(texts(unit, LENGTH), texts(unit, 2 * LENGTH), strict=True):
            few = steps(counter, short, anchored=anchored)
            many = float("inf") if few == float("inf") else steps(counter, long, anchored=anchored)
            growths.append((many / (few + 2) if many < float("inf") else many, short))
            if many == float("inf"):
                return growths[-1]
    return max(growths)


@pytest.mark.parametrize("path", PATTERNS)
def test_steps_grow_as_the_text_does(path: str) -> None:
    pattern, anchored = PATTERNS[path]
    growth, text = worst(pattern, anchored=anchored)
    assert growth < GROWTH, f"{path} takes {growth:.1f} times the steps for each character of: {text}"

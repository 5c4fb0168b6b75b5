"""No pattern explodes: what a regular expression of ours costs grows as the text does, whatever the text.

Every pattern of the package goes over long texts made of its own characters, and its steps are counted
(`backtracking.py`, `attacks.py`): twice the text may not take much more than twice the steps.
"""

from __future__ import annotations

import ast
import importlib
import math
import pkgutil
import re
from collections import deque
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import chain
from operator import itemgetter
from pathlib import Path

import pytest

import kg
from tests.attacks import Attack, attacks
from tests.backtracking import Counter, TooManyStepsError

ROOT = Path(kg.__file__).parent
# Steps for each character of a text of this length, and how many times as many there may be where it is twice
# as long: they double where the whole is quadratic; a stretch with a bound as long as the text shows a bit.
LENGTH, MOST, GROWTH = 100, 4000, 1.6
# So few steps are those of a pattern that looks at each character and goes on.
FEW = 4
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


def calls_in(name: str) -> Iterator[tuple[int, ast.expr]]:
    """The line and the pattern of each call of `re` in a function of a module: re.search("…", text)."""
    functions = (node for node in ast.walk(tree_of(name)) if isinstance(node, ast.FunctionDef))
    for node in chain.from_iterable(map(ast.walk, functions)):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and isinstance(node.func.value, ast.Name)
            and node.func.value.id == "re"
            and node.func.attr != "escape"
        ):
            yield node.lineno, node.args[0]


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


def collected() -> dict[str, tuple[re.Pattern[str], str]]:
    """Every pattern once, by where it stands, and how it is used."""
    found: dict[tuple[str, int], tuple[str, re.Pattern[str], set[str]]] = {}
    for name, module in modules().items():
        for attribute, value in vars(module).items():
            for path, pattern in within(value, attribute, set()):
                known = found.setdefault((pattern.pattern, pattern.flags), (f"{name}.{path}", pattern, set()))
                known[2].update(uses().get((name, attribute), ()) if path == attribute else {"in a table"})
        for line, written in calls_in(name):
            if isinstance(written, ast.Constant) and isinstance(written.value, str):
                pattern = re.compile(written.value)
                found.setdefault((pattern.pattern, pattern.flags), (f"{name}:{line}", pattern, {"search"}))
    return {path: (pattern, _use(used - {"pattern"})) for path, pattern, used in found.values()}


def _use(used: set[str]) -> str:
    """The one use of a pattern that looks at one place of a text alone; else the search from all places."""
    return used.pop() if used in ({"match"}, {"fullmatch"}) else "finditer"


PATTERNS = collected()


def steps(counter: Counter, text: str, use: str) -> float:
    """Steps for each character; infinite above what is allowed."""
    try:
        if use == "finditer":
            deque(counter.finditer(text, MOST * len(text)), maxlen=0)
        else:
            getattr(counter, use)(text, MOST * len(text))
    except TooManyStepsError:
        return math.inf
    return counter.steps / len(text)


def growth(counter: Counter, attack: Attack, use: str) -> float:
    """How much more steps for each character there are where the text is twice as long."""
    few = steps(counter, attack.text(LENGTH), use)
    if few < FEW:
        return 1
    return steps(counter, attack.text(2 * LENGTH), use) / few if few < math.inf else few


def worst(pattern: re.Pattern[str], use: str = "finditer", seed: int = 0) -> tuple[float, Attack]:
    """The first attack on which the steps grow too much, or else that on which they grow most."""
    counter = Counter(pattern)
    most = (0.0, Attack("", ""))
    for attack in attacks(pattern, seed):
        most = max(most, (growth(counter, attack, use), attack), key=itemgetter(0))
        if most[0] > GROWTH:
            break
    return most


@pytest.mark.parametrize("path", PATTERNS)
def test_steps_grow_as_the_text_does(path: str) -> None:
    pattern, use = PATTERNS[path]
    more, attack = worst(pattern, use)
    assert more < GROWTH, f"{path}: {more:.1f} times the steps for each character of {attack.text(40)!r}"


@pytest.mark.parametrize("part", ["kg.ner", "kg.linker"])
def test_the_stages_compile_no_pattern_that_is_not_counted(part: str) -> None:
    made = [
        (name, line)
        for name in modules()
        if name.startswith(part) and name != "kg.ner.rules.suffixes"  # a class of last characters
        for line, written in calls_in(name)
        if not isinstance(written, ast.Constant)
    ]
    assert not made


def test_the_counter_finds_what_the_pattern_finds() -> None:
    text = (
        "6月3日，县总工会、张三和李四在河口镇开会。“(a)b” 第12版 http://x.y: 2023年7月4日 【c】\n"
        "本报讯 ⓁⓄⓉⓅ主持Ⓥ、Ⓟ和Ⓞ到Ⓛ调研，由Ⓞ主办的Ⓥ\n"
    )
    for path, (pattern, _) in PATTERNS.items():
        found = list(Counter(pattern).finditer(text, MOST * len(text)))
        assert found == [match.span() for match in pattern.finditer(text)], path


@pytest.mark.parametrize(
    "pattern",
    [
        # One row in many ways: whether a gap or the row goes over a name.
        r"在[ⓅⓄ](?:(?:等[^，。；]{0,8})?[、，和与及]?(?:以及)?[^，。；：]{0,4}?[ⓅⓄ])*[^，。；]{0,12}?的?陪同下",
        r"^在[ⓁⓄ](?:[^，。；：Ⓟ]{0,18}?[、，和与及]?(?:以及)?[ⓁⓄ])*，",
        r"(?:[、和]?[ⓁⓄ]+)+Ⓥ",
        r"(?:考察|调研|考察调研)+。",
        # A row, or a stretch, read again from each of its places.
        r"Ⓟ(?:、Ⓟ)*出席",
        r"(?:第一|副|总)*?(?:书记|主席)",
        r"会[^。]*召开",
        r"\d+年",
        r"(?:[ⓄⓁ]*Ⓣ[、，]?)*$",
        r"\s*版",
    ],
)
def test_what_explodes_is_found(pattern: str) -> None:
    assert worst(re.compile(pattern))[0] > GROWTH


@pytest.mark.parametrize(
    "pattern",
    [r"Ⓟ(?:(?:、Ⓟ)*出席|(?:、Ⓟ)*)", r"会[^。]{0,20}召开", r"(?<!\d)\d+年", r"书记|主席|常委", r"[、，]+"],
)
def test_what_grows_as_the_text_does_is_let_pass(pattern: str) -> None:
    assert worst(re.compile(pattern))[0] < GROWTH

"""What an article costs grows as its text does: long lists of names, and texts of nothing but one symbol.

The work is counted in lines of the package that run, which is the same on every machine; what the patterns do
inside one line is counted in `test_patterns.py`.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from itertools import product
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from spacy.language import Language

import kg
from kg import ner
from kg.annotation.pipeline import annotate
from kg.linker.sentences.masking import SYMBOLS
from kg.model.records import Article

Text = Callable[[int], str]

# Twice the text is twice the work, and four times where each part is held against each other.
MOST = 3
NAMES = [
    "".join(parts)
    for parts in product("王李张刘陈杨黄赵周吴", "建志秀晓丽海文玉俊春", "国强英明华涛军兰杰梅")
]
POSTS = ("党组书记", "主席", "副主席", "常务副主席", "秘书长", "办公室主任")
HEAD = "本报讯 6月3日，云河市总工会召开座谈会。"

LISTS: dict[str, Text] = {
    "names joined by 、": lambda n: f"{HEAD}{'、'.join(NAMES[:n])}出席会议。",
    "names joined by ，": lambda n: f"{HEAD}{'，'.join(NAMES[:n])}出席会议。",
    "names joined by 和": lambda n: f"{HEAD}{'和'.join(NAMES[:n])}陪同调研。",
    "names in company": lambda n: f"{HEAD}在{'、'.join(NAMES[:n])}等陪同下到云河市调研。",
    "names, each with a post": lambda n: HEAD + "、".join(
        f"{name[1:]}市总工会{POSTS[i % len(POSTS)]}{name}" for i, name in enumerate(NAMES[:n])
    ),
    "names with one post": lambda n: f"{HEAD}市总工会副主席{'、'.join(NAMES[:n])}出席会议。",
    "nameless units": lambda n: f"{HEAD}在{'某单位、' * n}调研组召开座谈会。",
    "firms": lambda n: "、".join(f"云河市{name}有限公司" for name in NAMES[:n]) + "签署协议。",
    "sites": lambda n: f"{HEAD}到{'、'.join(f'{name}遗址' for name in NAMES[:n])}调研。",
    "meetings": lambda n: "。".join(f"{name}出席{name[1:]}座谈会" for name in NAMES[:n]),
    "meetings without names": lambda n: "甲会议" * n,
    "sentences about one meeting": lambda n: HEAD + "".join(f"{name}强调，要学习。" for name in NAMES[:n]),
    "days": lambda n: "6月3日召开座谈会，" * n,
    "foreign names": lambda n: "、".join(f"约翰·{name}" for name in NAMES[:n]),
    "one foreign name": lambda n: "约翰·" * n,
    "ordinals": lambda n: "第一" * n,
    "cities": lambda n: "北京市" * n,
    "offices": lambda n: "局" * n,
    "our school": lambda n: f"{'我校' * n}云河大学",
    "surnames with posts": lambda n: "李主席、" * n,
    "slogans": lambda n: "举办“爱心月”、" * n,
}  # fmt: skip
SINGLE = [*SYMBOLS.values(), *"、，。和及与在等的市长会第某王1“《（· \n"]


@pytest.fixture(scope="module")
def nlp() -> Language:
    """The pipeline, its tables read: what is read once is no work of a text."""
    nlp = ner.load()
    list(annotate(nlp, [Article("first", "", LISTS["names, each with a post"](20))]))
    return nlp


def lines(work: Callable[[], object], root: str = str(Path(kg.__file__).parent)) -> int:
    """How many lines of the files below `root` run."""
    count = 0

    def inside(_frame: FrameType, event: str, _arg: object) -> Any:
        nonlocal count
        count += event == "line"
        return inside

    before = sys.gettrace()
    sys.settrace(lambda frame, *_: inside if frame.f_code.co_filename.startswith(root) else None)
    try:
        work()
    finally:
        sys.settrace(before)
    return count


def growth(nlp: Language, text: Text, size: int) -> float:
    """How many times as much work it is to double a text again as it was to double it once."""

    def work(size: int) -> int:
        return lines(lambda: list(annotate(nlp, [Article("a", "", text(size))])))

    once, twice, four_times = map(work, (size, 2 * size, 4 * size))
    return (four_times - twice) / max(1, twice - once)


@pytest.mark.parametrize("kind", LISTS)
def test_long_lists(nlp: Language, kind: str) -> None:
    assert growth(nlp, LISTS[kind], 60) < MOST


@pytest.mark.parametrize("symbol", SINGLE)
def test_texts_of_one_symbol(nlp: Language, symbol: str) -> None:
    assert growth(nlp, lambda n: symbol * n, 250) < MOST


@pytest.mark.parametrize("symbol", [*SYMBOLS.values(), *"、，。和在的"])
def test_forty_thousand_of_one_symbol_are_read(nlp: Language, symbol: str) -> None:
    (linked,) = annotate(nlp, [Article("a", "", symbol * 40_000)])
    assert not linked.claims


@pytest.mark.parametrize(
    "kind", ["names joined by 、", "names joined by ，", "names, each with a post", "cities"]
)
def test_processor_time(nlp: Language, kind: str) -> None:
    """Beside the lines, for what one line does in the libraries: eight times the text, and a wide margin."""

    def seconds(size: int) -> float:
        start = time.process_time()
        list(annotate(nlp, [Article("a", "", LISTS[kind](size))]))
        return time.process_time() - start

    assert min(seconds(480) for _ in range(3)) < 24 * min(seconds(60) for _ in range(3))


def test_lines_that_grow_with_the_square_are_seen() -> None:
    def square(n: int) -> int:
        return lines(lambda: [
            None
            for _ in range(n)
            for _ in range(n)
        ], __file__)  # fmt: skip

    assert (square(40) - square(20)) / (square(20) - square(10)) > MOST

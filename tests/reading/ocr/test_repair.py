"""Misreadings are repaired where the recogniser's second thought makes a known name, and nowhere else."""

from __future__ import annotations

import pytest

from kg.reading.ocr.crops import Character
from kg.reading.ocr.repair import find_repairs


def seen(text: str, doubtful: str, *others: str, confidence: float = 0.6) -> list[Character]:
    """The text as seen: its first `doubtful` character with what else it may be, all others surely."""
    at = text.index(doubtful)
    return [Character(c, confidence, others) if n == at else Character(c) for n, c in enumerate(text)]


def repaired(text: str, characters: list[Character], *page: str) -> str:
    right = find_repairs(text, characters, [text, *page])
    return "".join(right.get(at, c) for at, c in enumerate(text))


def test_the_name_of_a_division() -> None:
    text = "一行到站鱼山镇调研"
    assert repaired(text, seen(text, "站", "钻", "鲇")) == "一行到鲇鱼山镇调研"


def test_a_name_that_stands_elsewhere_on_the_page() -> None:
    text = "副主席邱难民主持会议"
    page = "邱维民要求，各级工会", "邱维民一行"
    assert repaired(text, seen(text, "难", "维"), *page) == "副主席邱维民主持会议"
    body = "恒润纺织有限公司承办"
    other = "恒澜纺织有限公司", "江西恒澜纺织"
    assert repaired(body, seen(body, "润", "澜"), *other) == "恒澜纺织有限公司承办"


def test_a_division_of_the_page_that_the_recogniser_did_not_think_of() -> None:
    text = "地点由叔江区总工会提供"
    characters = seen(text, "叔", "淑")
    assert repaired(text, characters, "椒江区总工会", "在椒江区") == "地点由椒江区总工会提供"
    assert repaired(text, characters, "椒江区总工会") == text


@pytest.mark.parametrize(
    ("text", "doubtful", "other", "page", "why"),
    [
        ("副主席邱难民主持", "难", "维", ("邱维民要求",), "the other stands once"),
        ("副主席邱难民主持，邱难民", "难", "维", ("邱维民要求", "邱维民"), "this one stands twice too"),
        ("召开第一次会议", "一", "二", ("第二次会议", "第二次会议"), "numerals"),
        ("他们在那里开会", "那", "哪", ("他在哪里", "在哪里"), "no name"),
        ("一行到站鱼山镇", "站", "钻", (), "the recogniser did not think of it"),
    ],
)
def test_what_is_left_as_it_was_read(
    text: str, doubtful: str, other: str, page: tuple[str, ...], why: str
) -> None:
    assert repaired(text, seen(text, doubtful, other), *page) == text, why


def test_what_is_read_surely_is_left() -> None:
    text = "一行到站鱼山镇调研"
    assert repaired(text, seen(text, "站", "鲇", confidence=0.99)) == text

"""Captions and second headlines find their articles."""

from __future__ import annotations

from kg.reading.wrapped.page import read_page
from tests.reading.typeset import Piece, Style, typeset, wrap

TEA = Piece(
    "临江茶农学艺忙",
    "近日，临江县总工会在青溪茶园举办制茶技能培训班，五十名茶农参加。\n培训班请来制茶师傅手把手教学，茶农们边看边练，收获很大。",
)
FIRE = Piece(
    "云州消防进社区",
    "日前，云州市消防救援支队走进南门社区，开展消防安全宣传。\n消防员向居民讲解了灭火器的使用方法，并组织了疏散演练。",
)
CAPTION = "■制茶师傅在青溪茶园指导茶农炒茶。 单位供图"
STYLE = Style(indent="　　", blank="none")


def bodies(raw: str) -> list[str]:
    return [article.body.text for article in read_page(raw).articles]


def test_a_caption_at_the_end_of_the_page_goes_to_the_end_of_its_article() -> None:
    assert bodies(f"{typeset([TEA, FIRE], STYLE)}\n{CAPTION}\n") == [f"{TEA.body}\n{CAPTION}", FIRE.body]


def test_a_caption_beside_its_article_stays_where_it_is() -> None:
    raw = f"{typeset([TEA], STYLE)}\n{CAPTION}\n{typeset([FIRE], STYLE)}"
    assert bodies(raw) == [f"{TEA.body}\n{CAPTION}", FIRE.body]


def test_a_second_headline_set_as_text_opens_the_body() -> None:
    second = Piece(TEA.title, f"青溪茶园里的一堂技能培训课\n{TEA.body}")
    assert bodies(typeset([FIRE, second], STYLE)) == [FIRE.body, second.body]


def test_a_line_between_a_headline_below_and_the_next_text_belongs_to_that() -> None:
    after = Style(indent="　　", blank="none", headlines="after")
    lines = [
        *wrap(TEA.body.replace("\n", ""), after),
        TEA.title,
        "让安全知识走进千家万户",
        typeset([FIRE], after),
    ]
    assert bodies("\n".join(lines))[1].startswith("让安全知识走进千家万户\n日前")

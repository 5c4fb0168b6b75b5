"""Adverts are left out by their places; the articles beside them keep every line."""

from __future__ import annotations

from kg.reading.layout.adverts import without_adverts
from kg.reading.layout.text_blocks import TextBlock
from kg.reading.layout.text_lines import TextLine
from kg.reading.offset_text import OffsetText


def block(text: str, left: float, top: float, size: float = 10.0) -> TextBlock:
    line = TextLine(
        OffsetText.of(text, 0, len(text)), 1, left, top, left + size * len(text), top + size, size
    )
    return TextBlock((line,), left, large=size > 12)


HEAD, OFFER, PLACE, CALL = (
    block("清风家具", 60, 0, size=15.0),
    block("周年店庆 全场八折", 45, 30),
    block("地址：人民路18号", 0, 45),
    block("电话：555-0123", 110, 45),
)


def test_an_advert_goes_with_its_heading_and_all_its_lines() -> None:
    assert without_adverts([HEAD, OFFER, PLACE, CALL]) == []


def test_a_short_last_line_above_an_advert_stays() -> None:
    signature = block("编辑：田野", 0, 20)
    assert without_adverts([signature, block("电话：555-0123", 100, 45)]) == [signature]


def test_a_sentence_with_a_telephone_number_is_no_advert() -> None:
    told = block("市民可拨打热线：12345反映问题。", 0, 0)
    assert without_adverts([told]) == [told]

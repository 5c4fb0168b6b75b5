"""Adverts are left out by their places; the articles beside them keep every line."""

from __future__ import annotations

from kg.reading.layout.adverts import without_adverts
from kg.reading.layout.text_blocks import Stack
from kg.reading.layout.text_lines import Placed
from kg.reading.offset_text import Traced


def stack(text: str, left: float, top: float, size: float = 10.0) -> Stack:
    line = Placed(Traced.of(text, 0, len(text)), 1, left, top, left + size * len(text), top + size, size)
    return Stack((line,), left, large=size > 12)


HEAD, OFFER, PLACE, CALL = (
    stack("清风家具", 60, 0, size=15.0),
    stack("周年店庆 全场八折", 45, 30),
    stack("地址：人民路18号", 0, 45),
    stack("电话：555-0123", 110, 45),
)


def test_an_advert_goes_with_its_heading_and_all_its_lines() -> None:
    assert without_adverts([HEAD, OFFER, PLACE, CALL]) == []


def test_a_short_last_line_above_an_advert_stays() -> None:
    signature = stack("编辑：田野", 0, 20)
    assert without_adverts([signature, stack("电话：555-0123", 100, 45)]) == [signature]


def test_a_sentence_with_a_telephone_number_is_no_advert() -> None:
    told = stack("市民可拨打热线：12345反映问题。", 0, 0)
    assert without_adverts([told]) == [told]

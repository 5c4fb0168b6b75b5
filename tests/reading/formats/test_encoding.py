"""What encoding a file is in, and what is said of one that cannot be read."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model.errors import InputError
from kg.reading.formats.encoding import decode

TEXT = "本报讯 近日，云州市总工会在临江县召开座谈会，来自12家企业的职工代表参加。\n会议由市总工会主席主持。\n"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16", "utf-16-le", "utf-16-be"]
)
def test_chinese_text_is_read_in_every_usual_encoding(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)) == TEXT


@pytest.mark.parametrize("encoding", ["utf-8", "big5", "big5hkscs", "gb18030", "utf-16"])
def test_traditional_text_is_read_in_every_usual_encoding(encoding: str) -> None:
    text = "【本報訊】臺中市總工會昨日舉行座談會，理事長林淑惠主持，與會者討論職工福利。\n"
    assert decode(text.encode(encoding)) == text


def test_a_damaged_byte_of_big5_is_named() -> None:
    with pytest.raises(InputError, match="is not BIG5HKSCS"):
        decode("臺中市總工會昨日舉行座談會，理事長林淑惠主持。".encode("big5") + b"\xff\xff")


def test_a_big_endian_mark_is_obeyed() -> None:
    assert decode(codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be")) == TEXT


def test_ascii_is_not_taken_for_utf16() -> None:
    for text in ('{"text": "ab"}', "04eg"):
        assert decode(text.encode()) == text


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).filter(str.strip))
def test_utf8_is_always_read_as_it_is(text: str) -> None:
    assert decode(text.encode()).removeprefix("\ufeff") == text.removeprefix("\ufeff")


def test_a_damaged_byte_is_named_with_its_offset() -> None:
    data = bytearray(TEXT.encode())
    data[30] = 0xFF
    with pytest.raises(InputError, match=r"0x\w\w at offset (2[7-9]|30) is not UTF-8"):
        decode(bytes(data))


def test_gb18030_cut_short_is_named_as_such() -> None:
    with pytest.raises(InputError, match="not GB18030"):
        decode((TEXT * 3).encode("gb18030")[:-2] + b"\xff\xff")


@pytest.mark.parametrize("data", [b"", b" \n\t"])
def test_an_empty_file_is_refused(data: bytes) -> None:
    with pytest.raises(InputError, match="the file is empty"):
        decode(data)


@pytest.mark.parametrize(
    "data", [b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", b"%PDF-1.7\n\x00\x01\x02", bytes(range(256))]
)
def test_a_binary_file_is_refused(data: bytes) -> None:
    with pytest.raises(InputError, match="binary"):
        decode(data)

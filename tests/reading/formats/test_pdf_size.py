"""A PDF file that unpacks to more than a page can hold is refused before it is unpacked."""

from __future__ import annotations

import zlib

import pytest

from kg.model.errors import InputError
from kg.reading.formats import limits
from kg.reading.formats.pdf_size import check_streams


def stream(dictionary: bytes, size: int) -> bytes:
    return b"4 0 obj<<%b>>stream\r\n%b\r\nendstream endobj\n" % (
        dictionary,
        zlib.compress(b"q Q " * (size // 4)),
    )


def test_what_unpacks_to_more_than_a_page_is_refused() -> None:
    check_streams(stream(b"/Filter/FlateDecode", limits.PDF_STREAM_BYTES))
    with pytest.raises(InputError, match="unpacks to more"):
        check_streams(stream(b"/Filter[/FlateDecode]", limits.PDF_STREAM_BYTES + 4))


def test_many_streams_count_together(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "PDF_BYTES", 1_000)
    check_streams(9 * stream(b"/Filter/FlateDecode", 100))
    with pytest.raises(InputError, match="unpacks to more"):
        check_streams(11 * stream(b"/Filter/FlateDecode", 100))


@pytest.mark.parametrize("dictionary", [b"/Subtype/Image/Filter/FlateDecode", b"/Filter/DCTDecode"])
def test_pictures_and_what_is_not_packed_are_not_counted(dictionary: bytes) -> None:
    check_streams(stream(dictionary, limits.PDF_STREAM_BYTES + 4))


@pytest.mark.parametrize("data", [b"", b"stream", b"1 0 obj<</Fl>>stream\nbroken", b"endstream"])
def test_a_broken_stream_is_left_to_the_library(data: bytes) -> None:
    check_streams(data)

"""Bytes of a file to text: UTF-8, UTF-16, GB18030 and Big5, told apart by what the bytes can be."""

from __future__ import annotations

import codecs
import re
from contextlib import suppress

from kg.language.text import HAN
from kg.model.errors import InputError

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
# So many bytes, or characters, at the beginning of a file show what it is.
_SAMPLE = 65_536
# Of the characters of Chinese text more than these shares are plausible, and the commonest ideographs.
_MIN_PLAUSIBLE, _MIN_COMMON = 0.95, 0.02
# What Chinese press text is made of: ideographs, their punctuation, full-width forms, ASCII.
_PLAUSIBLE = re.compile(rf"[{HAN}\u2010-\u2026\u3000-\u301f\uff00-\uffee\s\x20-\x7e]")
# The ideographs that every Chinese text is full of; wrongly decoded bytes hardly ever give them.
_COMMON = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们到作地于出会工年行市了与日月這為個國時們於會與"
)
# With the characters that Hong Kong added; it decodes the Big5 of Taiwan as well.
_BIG5 = "big5hkscs"
# Control characters that no text file holds; escape and form feed do occur.
_BINARY = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")


def decode(data: bytes) -> str:
    """The text of a file; an InputError says what is wrong with it (the caller names the file)."""
    if not data.strip():
        raise InputError("the file is empty: remove it or put the text of a page or article into it")
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return _strict(data[len(bom) :], encoding, len(bom))
    is_binary = _BINARY.search(data[:_SAMPLE]) is not None
    if not is_binary:
        with suppress(UnicodeDecodeError):
            return data.decode("utf-8")
    if unmarked := _utf16(data):
        return _strict(data, unmarked)
    if is_binary:
        raise InputError("this is a binary file: give the text of the page as .txt")
    return _strict(data, max(("utf-8", "gb18030", _BIG5), key=lambda encoding: _likelihood(data, encoding)))


def _strict(data: bytes, encoding: str, skipped: int = 0) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError(
            f"byte 0x{data[error.start]:02X} at offset {error.start + skipped} is not "
            f"{encoding.upper()}: repair it, or save the file again as UTF-8"
        ) from None


def _utf16(data: bytes) -> str | None:
    """The byte order of UTF-16 without a mark, or None: Chinese text in it always decodes plausibly."""
    if len(data) % 2:
        return None
    sample = data[:_SAMPLE]
    for encoding in ("utf-16-le", "utf-16-be"):
        text = sample.decode(encoding, "replace")
        if (
            "\x00" not in text
            and _plausible_share(text) > _MIN_PLAUSIBLE
            and _common_share(text) > _MIN_COMMON
        ):
            return encoding
    return None


def _likelihood(data: bytes, encoding: str) -> float:
    """How common the ideographs are that the bytes give in an encoding; a damaged byte does not hide it."""
    return _common_share(data[:_SAMPLE].decode(encoding, "replace"))


def _plausible_share(text: str) -> float:
    return len(_PLAUSIBLE.findall(text)) / len(text)


def _common_share(text: str) -> float:
    return sum(char in _COMMON for char in text) / len(text)

"""How much a PDF file holds when it is unpacked: known before the library unpacks it all."""

from __future__ import annotations

import zlib

from kg.model.errors import InputError
from kg.reading.formats import limits

# The dictionary before a stream has no more bytes.
_MAX_DICTIONARY = 2_000
# So many packed bytes are unpacked at a time.
_CHUNK = 65_536
_TOO_MUCH = "it unpacks to more than any newspaper page: export it again, or give its text as .txt"


def check_streams(data: bytes) -> None:
    """InputError where a packed stream that is no picture, or all together, unpack to more than is sane."""
    total = 0
    at = data.find(b"stream")
    while at >= 0:
        if not data.startswith(b"end", at - 3) and _is_packed(data, at):
            own = _unpacked(data, at + len(b"stream"), limits.PDF_STREAM_BYTES)
            total += own
            if own > limits.PDF_STREAM_BYTES or total > limits.PDF_BYTES:
                raise InputError(_TOO_MUCH)
        at = data.find(b"stream", at + 1)


def _is_packed(data: bytes, at: int) -> bool:
    """Whether the dictionary before a stream says that it is packed and no picture."""
    dictionary = data[max(0, at - _MAX_DICTIONARY) : at].rpartition(b"obj")[2]
    return b"/Fl" in dictionary and b"/Image" not in dictionary


def _unpacked(data: bytes, start: int, most: int) -> int:
    """How many bytes a stream has, as far as the most that is counted; none where it is broken."""
    start += 2 if data.startswith(b"\r\n", start) else 1
    unpacker = zlib.decompressobj()
    size = 0
    try:
        while start < len(data) and size <= most and not unpacker.eof:
            size += len(unpacker.decompress(data[start : start + _CHUNK], most + 1 - size))
            if unpacker.unconsumed_tail:  # there is more than the most
                return most + 1
            start += _CHUNK
    except zlib.error:
        return size
    return size

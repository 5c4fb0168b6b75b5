"""Pictures: tiny ones, noise, such as lie about their size, and a few with text on them."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from random import Random

from PIL import Image, ImageDraw

from tests.fuzz.mutations import spoilt
from tests.fuzz.press import Press

_SIDES = (1, 1, 2, 3, 7, 16, 60, 200)
_MODES = ("1", "L", "RGB", "RGBA", "P", "LA", "I;16")


def png_file(chance: Random) -> bytes:
    """A .png file, now and then with damage in its bytes."""
    data = chance.choice((_plain, _noise, _drawn, _huge))(chance)
    return spoilt(chance, data) if chance.random() < 0.3 else data


def _plain(chance: Random) -> bytes:
    return _saved(chance, Image.new(chance.choice(_MODES), (chance.choice(_SIDES), chance.choice(_SIDES))))


def _noise(chance: Random) -> bytes:
    width, height = chance.choice(_SIDES), chance.choice(_SIDES)
    return _saved(chance, Image.frombytes("L", (width, height), chance.randbytes(width * height)))


def _drawn(chance: Random) -> bytes:
    """A few words in the letters that the library brings, which are not Chinese, in any direction."""
    picture = Image.new("L", (400, 120), 255)
    words = f"{Press(chance).some('n')} Union News 2025-06-04"
    ImageDraw.Draw(picture).text((chance.randint(-20, 60), chance.randint(-5, 60)), words, 0, font_size=32)
    return _saved(chance, picture.rotate(chance.choice((0, 0, 90, 180, 7)), expand=True, fillcolor=255))


def _huge(chance: Random) -> bytes:
    """Nothing but a heading, which declares more than there is."""
    sides = (chance.choice((0, 1, 30_000, 2**31 - 1)), chance.choice((0, 1, 30_000, 2**31 - 1)))
    header = struct.pack(
        ">IIBBBBB", *sides, chance.choice((1, 8, 16)), chance.choice((0, 2, 3, 6, 9)), 0, 0, 0
    )
    blocks = (b"IHDR", header), (b"IDAT", zlib.compress(bytes(100))), (b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
        for name, body in blocks
    )


def _saved(chance: Random, picture: Image.Image) -> bytes:
    file = BytesIO()
    dots = chance.choice(((72, 72), (300, 300), (0, 0), (10**6, 1), None))
    picture.save(file, "PNG", **({"dpi": dots} if dots else {}))
    return file.getvalue()

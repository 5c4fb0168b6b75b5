"""PDF files written by hand: pages of odd sizes, turns and boxes, with text anywhere on them or with none."""

from __future__ import annotations

from random import Random

from tests.fuzz.mutations import spoilt
from tests.fuzz.press import Press
from tests.fuzz.texts import page, text
from tests.reading.handmade import FONT, written

_LENGTHS = (0, 1, 0.001, -1, -400, 1e9, 14400, 300, 595, 842, 1200)
_SIZES = (0, 0.1, 1, 8, 9, 10, 10, 10, 10.5, 12, 24, 36, 200, 5000, -10)


def pdf_file(chance: Random) -> bytes:
    """A .pdf file, now and then with damage in its bytes."""
    data = _file(chance, [_drawn(chance) for _ in range(chance.choice((1, 1, 1, 2, 3, 12)))])
    return spoilt(chance, data) if chance.random() < 0.35 else data


def _file(chance: Random, drawings: list[str]) -> bytes:
    """A document with one page for each drawing."""
    first = 3 + len(FONT)
    kids = " ".join(f"{first + 2 * number} 0 R" for number in range(len(drawings)))
    count = len(drawings) if chance.random() < 0.95 else chance.choice((0, -1, 10**6, 10**12))
    date = chance.choice(
        ("D:20250604", "D:20250230", "D:99999999999999", "D:", "", "D:20250604080000+08'00'", "张")
    )
    objects = ["<</Type/Catalog/Pages 2 0 R>>", f"<</Type/Pages/Kids[{kids}]/Count {count}>>", *FONT]
    for drawing in drawings:
        objects.append(_page(chance, len(objects) + 2))
        objects.append(f"<</Length {len(drawing)}>>stream\n{drawing}\nendstream")
    objects.append(f"<</CreationDate({date})/Title({Press(chance).some('topic')})>>")
    return written(*objects, trailer=f"/Info {len(objects)} 0 R")


def _page(chance: Random, content: int) -> str:
    box = "0 0 595 842"
    if chance.random() < 0.25:
        box = " ".join(str(chance.choice(_LENGTHS)) for _ in range(chance.choice((4, 4, 4, 3, 0))))
    rest = f"/Rotate {chance.choice((90, 180, 270, 45, -90, 36000000))}" if chance.random() < 0.2 else ""
    if chance.random() < 0.1:
        rest += f"/CropBox[{' '.join(str(chance.choice(_LENGTHS)) for _ in range(4))}]"
    if chance.random() < 0.05:
        rest += f"/UserUnit {chance.choice(_LENGTHS)}"
    rest += f"/Resources<</Font<</F 3 0 R>>>>/Contents {content} 0 R"
    return f"<</Type/Page/Parent 2 0 R/MediaBox[{box}]{rest}>>"


def _drawn(chance: Random) -> str:
    """What draws the text of a page: in columns from the top, or anywhere in any size and direction."""
    drawn = chance.random()
    if drawn < 0.07:
        return ""
    if drawn < 0.75:
        return _columns(chance)
    return "\n".join(_anywhere(chance, line) for line in text(chance).split("\n")[:40])


def _columns(chance: Random) -> str:
    size = chance.choice((9, 10, 10.5))
    left, top, height = 40.0, 800.0, chance.choice((60, 400, 760))
    lines = []
    for n, line in enumerate(page(chance).split("\n")[:300]):
        across, down = divmod(n * size * 1.5, height)
        at = f"1 0 0 1 {left + across * 180:g} {top - down:g} Tm"
        lines.append(_shown(line, size * (2 if n == 0 else 1), at))
    return "\n".join(lines)


def _anywhere(chance: Random, line: str) -> str:
    turns = (
        *("1 0 0 1", "0 1 -1 0", "-1 0 0 -1", "0 -1 1 0"),
        *("1 0 0.3 1", "0 0 0 0", "-1 0 0 1", "1e6 0 0 1e-6"),
    )
    place = f"{chance.uniform(-100, 700):g} {chance.uniform(-100, 900):g}"
    return _shown(line, chance.choice(_SIZES), f"{chance.choice(turns)} {place} Tm")


def _shown(line: str, size: float, matrix: str) -> str:
    codes = line.encode("utf-16-be", "surrogatepass").hex()
    return f"BT /F {size:g} Tf {matrix} <{codes}> Tj ET"

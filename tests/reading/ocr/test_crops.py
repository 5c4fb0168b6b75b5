"""Lines cut out of a page: where their ink is, spaces where gaps are wide, rules left out."""

from __future__ import annotations

import pytest

from kg.reading.ocr.crops import HEIGHT, Character, Crop, LocatedCharacter

np = pytest.importorskip("numpy")
pytest.importorskip("cv2", reason="the extra ocr is not installed")

# The boxes of ink, (x0, y0, x1, y1) in pixels, of four characters on a line of 40 pixels.
INK = ((10, 10, 40, 40), (46, 10, 76, 40), (82, 10, 112, 40), (146, 10, 176, 40))


def crop(box: tuple[int, int, int, int], *ink: tuple[int, int, int, int]) -> Crop:
    page = np.full((200, 200), 255, np.uint8)
    for x0, y0, x1, y1 in ink:
        page[y0:y1:4, x0:x1] = 0
        page[y0:y1, x0:x1:4] = 0
    return Crop.of(page, box)


def seen(cut: Crop, text: str) -> list[LocatedCharacter]:
    middles = [(x0 + x1) / 2 * cut.scale for x0, _, x1, _ in INK]
    return [LocatedCharacter(Character(char), at) for char, at in zip(text, middles, strict=True)]


def test_a_level_line_has_the_height_that_the_network_reads() -> None:
    cut = crop((0, 5, 190, 45), *INK)
    assert cut.level.shape == (HEIGHT, 190 * HEIGHT // 40)
    assert not cut.vertical


def test_the_box_of_a_line_is_that_of_its_ink() -> None:
    cut = crop((0, 5, 190, 45), *INK)
    line = cut.line(seen(cut, "云泽县城"))
    assert (line.x0, line.y0, line.x1, line.y1) == pytest.approx((10, 10, 176, 40), abs=2)


def test_a_wide_gap_between_ideographs_is_a_space_and_none_beside_others() -> None:
    cut = crop((0, 5, 190, 45), *INK)
    assert cut.line(seen(cut, "云泽县城")).text == "云泽县 城"
    assert cut.line(seen(cut, "云泽县A")).text == "云泽县A"


def test_marks_beside_ideographs_are_wide() -> None:
    cut = crop((0, 5, 190, 45), *INK)
    assert cut.line(seen(cut, "云,ab")).text == "云，ab"
    assert cut.line(seen(cut, "a,bc")).text == "a,bc"


def test_a_rule_at_the_end_of_a_line_is_left_out() -> None:
    page = np.full((60, 200), 255, np.uint8)
    page[10:40, 60:90:4] = 60
    page[:, 4:7] = 20
    assert not Crop.of(page, (0, 0, 180, 50)).ink[:, : 7 * HEIGHT // 50].any()


def test_a_vertical_line_is_laid_down() -> None:
    cut = crop((0, 0, 50, 190), *((y0, x0, y1, x1) for x0, y0, x1, y1 in INK))
    assert cut.vertical
    assert cut.level.shape[1] > cut.level.shape[0]

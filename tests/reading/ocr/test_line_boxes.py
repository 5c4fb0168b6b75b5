"""The corners of seen lines to boxes on the upright page."""

from __future__ import annotations

import pytest

from kg.reading.ocr.line_boxes import deskew

np = pytest.importorskip("numpy")
pytest.importorskip("cv2", reason="the extra ocr is not installed")


def boxes(*corners: tuple[int, int, int, int]) -> list[tuple[int, int, int, int]]:
    page = np.full((1000, 1000), 255, np.uint8)
    quads = [np.array([(x0, y0), (x1, y0), (x1, y1), (x0, y1)], np.float32) for x0, y0, x1, y1 in corners]
    return deskew(page, quads)[1]


def test_lines_are_made_longer_at_their_ends_alone() -> None:
    level, down = boxes((200, 100, 600, 120), (700, 300, 720, 500))
    assert level == (175, 100, 625, 120)
    assert down == (700, 288, 720, 512)


def test_no_line_reaches_into_the_next() -> None:
    assert boxes((200, 100, 400, 120), (410, 100, 600, 120)) == [(175, 100, 405, 120), (405, 100, 625, 120)]
    assert [box[::2] for box in boxes((200, 100, 220, 300), (224, 100, 244, 300))] == [(200, 220), (224, 244)]


def test_the_parts_of_a_line_are_one() -> None:
    assert boxes((200, 100, 410, 120), (400, 100, 600, 120)) == [(175, 100, 625, 120)]

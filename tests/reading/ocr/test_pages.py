"""Scans: a small page of two articles of the bundled page, printed and worn (`data/scan.jpg`), read back."""

from __future__ import annotations

import io
import json
import socket
import struct
import zlib
from collections.abc import Sequence
from importlib import resources
from pathlib import Path

import pytest

from kg.model.errors import InputError
from kg.model.records import Article, Box
from kg.reading import read_file, read_inputs
from kg.reading.layout.text_lines import TextRun
from kg.reading.ocr import engine
from kg.reading.ocr.pages import ScannedPage, _grey, read_pages
from tests.reading.typeset import without_space

SCAN = Path(__file__).parents[2] / "data" / "scan.jpg"

needs_recogniser = pytest.mark.skipif(not engine.is_installed(), reason=engine.MISSING)


@pytest.fixture(scope="module")
def articles() -> list[Article]:
    return read_file(SCAN)


@pytest.fixture(scope="module")
def gold() -> list[str]:
    lines = (resources.files("kg") / "data" / "sample" / "gold.jsonl").read_text("utf-8").splitlines()
    texts = [json.loads(line)["text"] for line in lines]
    return [next(text for text in texts if text.startswith(area)) for area in ("萍乡市", "新余市")]


@needs_recogniser
def test_a_scan_is_read_to_its_articles(articles: list[Article], gold: list[str]) -> None:
    assert [without_space(article.text) for article in articles] == [without_space(text) for text in gold]
    assert [article.title for article in articles] == [text.partition("\n")[0] for text in gold]


@needs_recogniser
def test_the_spaces_that_part_names_are_seen(articles: list[Article]) -> None:
    assert [credit.name for credit in articles[1].byline] == ["卓亦凡", "钟楚俏", "黎向榕"]


@needs_recogniser
def test_each_line_has_its_box_in_points(articles: list[Article]) -> None:
    boxes = [box for article in articles if article.origin for box in article.origin.boxes]
    title = boxes[0]
    assert articles[0].text[title.start : title.end] == "萍乡市总工会召开专题学习交流会"
    assert title == Box(
        0,
        15,
        1,
        *(pytest.approx(length, abs=2) for length in (17.6, 20.5, 241.1, 34.6)),  # type: ignore[arg-type]
    )
    assert all(0 <= box.x0 < box.x1 <= 306 and 0 <= box.y0 < box.y1 <= 468 for box in boxes)


@needs_recogniser
def test_the_reading_is_the_same_each_time_and_needs_no_network(
    articles: list[Article], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_args: object, **_options: object) -> None:
        raise AssertionError("the network was asked")

    monkeypatch.setattr(socket, "socket", refuse)
    engine.load_recogniser.cache_clear()
    assert read_file(SCAN) == articles


@needs_recogniser
def test_a_slanted_scan_in_a_pdf_is_read_too(tmp_path: Path, gold: list[str]) -> None:
    image = pytest.importorskip("PIL.Image")
    pytest.importorskip("pypdfium2", reason="PDFs need the extra pdf")
    path = tmp_path / "scan.pdf"
    with image.open(SCAN) as picture:
        picture.rotate(1.5, image.Resampling.BICUBIC, fillcolor=255).save(path, resolution=200)
    found = [without_space(article.text) for article in read_file(path)]
    assert found == [without_space(text) for text in gold]


def test_a_picture_is_grey_on_white_whatever_its_mode() -> None:
    image = pytest.importorskip("PIL.Image")
    numpy = pytest.importorskip("numpy")
    with image.open(SCAN) as picture:
        grey = numpy.asarray(picture.convert("L"))
    ink = numpy.dstack([numpy.zeros_like(grey)] * 3 + [255 - grey])
    deep = image.fromarray(grey.astype(numpy.uint16) * 257)
    for meant in (
        image.fromarray(grey),
        image.fromarray(grey).convert("I"),
        deep,
        image.fromarray(ink),
    ):
        assert numpy.abs(_grey(meant).astype(int) - grey).max() <= 1


@needs_recogniser
@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"\x89PNG\r\n\x1a\nnothing", "broken"),
        (b"no picture", "broken"),
        (b"", "broken"),
    ],
)
def test_a_broken_picture_is_a_problem_of_its_file(tmp_path: Path, data: bytes, message: str) -> None:
    path = tmp_path / "page.png"
    path.write_bytes(data)
    (result,) = read_inputs([path])
    assert message in result.problems[0].message


@needs_recogniser
def test_a_picture_of_too_many_pixels_is_refused_unseen(tmp_path: Path) -> None:
    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    header = chunk(b"IHDR", struct.pack(">IIBBBBB", 60_000, 60_000, 8, 0, 0, 0, 0))
    path = tmp_path / "bomb.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", b""))
    with pytest.raises(InputError, match="pixels"):
        read_file(path)


@needs_recogniser
def test_a_picture_without_text_says_so(tmp_path: Path) -> None:
    image = pytest.importorskip("PIL.Image")
    buffer = io.BytesIO()
    image.new("L", (400, 300), 255).save(buffer, "png")
    path = tmp_path / "blank.png"
    path.write_bytes(buffer.getvalue())
    with pytest.raises(InputError, match="no text"):
        read_file(path)


def test_names_are_sought_on_the_pages_near_a_misreading_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    sought: list[int] = []

    def find_repairs(_text: str, _seen: object, page: Sequence[str]) -> dict[int, str]:
        sought.append(len(page))
        return {}

    monkeypatch.setattr("kg.reading.ocr.pages.find_repairs", find_repairs)
    lines = [f"{word}日，云泽县召开河道治理现场会，会议开了{word}天。" for word in "一二三四五六七八"]
    runs = (TextRun(line, at, 0, 100, 10 * len(line), 110, 10) for at, line in enumerate(lines, 1))
    assert len(list(read_pages(Path("a.tif"), [ScannedPage.of_runs([run]) for run in runs]))) == len(lines)
    assert sought == [2, *[3] * (len(lines) - 2), 2]


def test_without_the_recogniser_the_user_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "find_spec", lambda _name: None)
    engine.load_recogniser.cache_clear()
    with pytest.raises(InputError, match=r"press-kg\[ocr\]"):
        read_file(SCAN)

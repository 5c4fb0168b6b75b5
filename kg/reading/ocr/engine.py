"""The picture of a page to the lines of text on it.

Two networks of PaddleOCR (PP-OCRv6 small, Apache-2.0), as the package `rapidocr` carries them, do the seeing:
one finds lines, one reads them. They are run here without that package's own code, which would download what
it does not have, and keeps neither the runners-up of a character nor the spaces that part names.
One thread and a fixed order of the work give the same reading each time.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib.resources import files
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from kg.model.errors import InputError
from kg.reading.ocr.crops import HEIGHT, Character, Crop, LocatedCharacter, RecognisedLine
from kg.reading.ocr.line_boxes import MIN_SIDE, deskew

if TYPE_CHECKING:
    from kg.reading.ocr.line_boxes import Pixels, Reals

_NETWORKS = ("PP-OCRv6_det_small.onnx", "PP-OCRv6_rec_small.onnx")
MISSING = 'scans need a reader: install it (pip install "press-kg[ocr]")'

# The detector sees at most so many pixels: the body type of a broadsheet page is then 11 pixels high, and it
# works from 8 on. Sides are multiples of 32, as its layers halve them five times.
_DETECTOR_PIXELS, _MULTIPLE = 3_000_000, 32
# Its map gives each pixel a probability of being text: the least of a text's pixel, and of the mean over the
# core of a line. The core, which it is trained to see, is grown by this share of its area over its outline.
# These are PaddleOCR's own figures.
_TEXT_PIXEL, _TEXT_AREA, _GROWTH = 0.3, 0.5, 1.6
# The network that reads takes lines of at least this width, in pixels; so many at a time save time.
_MIN_WIDTH, _BATCH = 320, 6
# A line whose characters have less confidence on the average is no text but the texture of a picture.
_MIN_CONFIDENCE = 0.5
# What else a character may be: the likeliest so many, each of at least this probability.
_MAX_OTHERS, _MIN_PROBABILITY = 5, 0.001
# Lines of one page: a full broadsheet has a thousand, and each takes a thirtieth of a second.
_MAX_LINES = 5000


def is_installed() -> bool:
    """Whether the extra `ocr` is there."""
    return None not in map(find_spec, ("rapidocr", "cv2", "PIL"))


@lru_cache(maxsize=1)
def load_recogniser() -> Recogniser:
    """The recogniser with the networks of the package `rapidocr`; InputError where that is not installed."""
    if not is_installed():
        raise InputError(MISSING)
    models = files("rapidocr").joinpath("models")
    return Recogniser(*(models.joinpath(name).read_bytes() for name in _NETWORKS))


class Recogniser:
    """Finds and reads the lines of a picture."""

    def __init__(self, detector: bytes, reader: bytes) -> None:
        """Load both networks, given as ONNX."""
        self._detector, self._reader = _session(detector), _session(reader)
        named = self._reader.get_modelmeta().custom_metadata_map["character"].splitlines()
        # The first class of the network is "no character", the last a space.
        self._alphabet = ("", *named, " ")

    def lines(self, picture: Pixels) -> list[RecognisedLine]:
        """The lines of a picture of one page, [height, width] of grey, from the top."""
        page, boxes = deskew(picture, self._quads(picture))
        if len(boxes) > _MAX_LINES:
            raise InputError(f"a page has more than {_MAX_LINES} lines: give pictures of single pages")
        crops = [Crop.of(page, box) for box in boxes]
        read = zip(crops, self._read([crop.level for crop in crops]), strict=True)
        lines = [crop.line(marks) for crop, marks in read if _is_text(marks)]
        return sorted(lines, key=lambda line: (line.y0, line.x0))

    def _quads(self, picture: Pixels) -> list[Reals]:
        """The corners of each line, clockwise from the top left."""
        import cv2
        import numpy as np

        height, width = picture.shape
        scale = min(1.0, (_DETECTOR_PIXELS / (height * width)) ** 0.5)
        size = [max(1, round(side * scale / _MULTIPLE)) * _MULTIPLE for side in (width, height)]
        small = cv2.resize(picture, size, interpolation=cv2.INTER_AREA).astype(np.uint8)
        sureness = self._detector.run(None, {"x": _normal(small)[None]})[0][0, 0]
        mask = cv2.dilate((sureness > _TEXT_PIXEL).astype(np.uint8), np.ones((2, 2), np.uint8))
        outlines, _ = cv2.findContours(mask, cv2.RETR_LIST, cv2.CHAIN_APPROX_SIMPLE)
        stretch = np.array([width / size[0], height / size[1]], np.float32)
        return [quad * stretch for outline in outlines for quad in _grown(outline, sureness)]

    def _read(self, crops: Sequence[Pixels]) -> list[list[LocatedCharacter]]:
        """What stands on each level crop; crops of like width go together."""
        import numpy as np

        order = sorted(range(len(crops)), key=lambda index: (crops[index].shape[1], index))
        found: list[list[LocatedCharacter]] = [[] for _ in crops]
        for start in range(0, len(order), _BATCH):
            batch = order[start : start + _BATCH]
            widest = max(_MIN_WIDTH, *(crops[index].shape[1] for index in batch))
            filled = np.zeros((len(batch), 3, HEIGHT, widest), np.float32)
            for row, index in enumerate(batch):
                filled[row, :, :, : crops[index].shape[1]] = _normal(crops[index])
            shares = self._reader.run(None, {"x": filled})[0]
            for row, index in enumerate(batch):
                found[index] = self._marks(shares[row], widest / shares.shape[1])
        return found

    def _marks(self, shares: Reals, step: float) -> list[LocatedCharacter]:
        """The characters of a line from the shares [steps, classes] of each class; `step` is in pixels."""
        best, marks, start = shares.argmax(axis=1), [], 0
        for end in range(1, len(best) + 1):
            if end < len(best) and best[end] == best[start]:
                continue
            if best[start]:
                peak = start + int(shares[start:end, best[start]].argmax())
                marks.append(LocatedCharacter(self._character(shares[peak]), (peak + 0.5) * step))
            start = end
        return marks

    def _character(self, shares: Reals) -> Character:
        ranked = [each for each in shares.argsort()[::-1][: _MAX_OTHERS + 2].tolist() if each]
        likely = [
            (self._alphabet[each], float(shares[each])) for each in ranked if shares[each] >= _MIN_PROBABILITY
        ]
        best = likely[0][0]
        alike = [share for text, share in likely if _narrow(text) == _narrow(best)]
        others = tuple(text for text, _ in likely if _narrow(text) != _narrow(best))
        return Character(best, min(1.0, round(sum(alike), 3)), others)


def _session(network: bytes) -> Any:
    """A network on one thread: its results are then the same on every machine of a kind."""
    from onnxruntime import InferenceSession, SessionOptions  # type: ignore[import-untyped]

    options = SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.enable_cpu_mem_arena = False  # pages differ in size: the memory of the largest would be kept
    return InferenceSession(network, options, providers=["CPUExecutionProvider"])


def _normal(picture: Pixels) -> Reals:
    """[3, height, width] from -1 to 1: the networks were trained on colours."""
    import numpy as np

    grey = picture.astype(np.float32) / 127.5 - 1
    return np.broadcast_to(grey, (3, *grey.shape))


def _grown(outline: Any, sureness: Reals) -> Iterator[Reals]:
    """The corners of the line whose core has this outline; nothing for a speck."""
    import cv2
    import numpy as np

    (middle, (width, height), angle) = cv2.minAreaRect(outline)
    if min(width, height) < MIN_SIDE:
        return
    x, y, w, h = cv2.boundingRect(outline)
    core = np.zeros((h, w), np.uint8)
    cv2.fillPoly(core, [outline - (x, y)], 1)
    if cv2.mean(sureness[y : y + h, x : x + w], core)[0] < _TEXT_AREA:
        return
    grown = _GROWTH * width * height / (width + height)  # on both sides together
    yield cv2.boxPoints((middle, (width + grown, height + grown), angle)).astype(np.float32)


def _is_text(marks: Sequence[LocatedCharacter]) -> bool:
    confidences = [mark.character.confidence for mark in marks if mark.character.text.strip()]
    return bool(confidences) and sum(confidences) / len(confidences) >= _MIN_CONFIDENCE


def _narrow(text: str) -> str:
    """The character whatever its width."""
    return unicodedata.normalize("NFKC", text)

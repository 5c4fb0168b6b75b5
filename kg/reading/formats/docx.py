"""A Word document to its text, which is read as that of a .txt file is.

Only its words matter here, so that the standard library is enough: the main part of the package (ECMA-376,
part 1, section 17) is parsed piece by piece, without ever being in memory as a tree.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from xml.etree.ElementTree import ParseError
from zipfile import ZipFile

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import XMLParser

from kg.model.errors import InputError
from kg.model.records import Article
from kg.reading.formats import limits
from kg.reading.wrapped.page import read_text

_MAIN = "word/document.xml"
_SPACES = (
    "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}",
    "{http://purl.oclc.org/ooxml/wordprocessingml/main}",  # the strict form
)
# What an element stands for besides the text in it. A cell holds a paragraph, and so a line.
_WRITTEN = {"p": "\n", "br": "\n", "cr": "\n", "tab": "\t", "noBreakHyphen": "-"}
# A text box stands in a document twice: this is the second form, for old programs.
_AGAIN = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"


def read_docx(path: Path, data: bytes) -> Iterator[Article | InputError]:
    """The article of a .docx file, or those of the page whose lines it has; InputError where it is broken."""
    words = _Words()
    parser = XMLParser(target=words, forbid_dtd=True)  # no document has a DTD, says ECMA-376, part 2
    try:
        parser.feed(_main_part(data))
        parser.close()
    except (ParseError, DefusedXmlException):
        raise InputError("the document is broken: open it and save it again") from None
    for found in read_text(path, words.text()):
        # Offsets would count in a text that nobody sees.
        yield replace(found, origin=None) if isinstance(found, Article) else found


def _main_part(data: bytes) -> bytes:
    try:
        with ZipFile(BytesIO(data)) as package, package.open(_MAIN) as part:
            xml = part.read(limits.DOCX_BYTES + 1)
    except Exception:  # zipfile answers damage, locks and missing parts with a dozen kinds of error
        raise InputError("this is no Word document, or a locked one: save it again as .docx") from None
    if len(xml) > limits.DOCX_BYTES:
        raise InputError(f"its text is larger than {limits.DOCX_BYTES // 2**20} MB unpacked: give its parts")
    return xml


class _Words:
    """The target of a parser: collects what is written, less what is struck out (w:delText is no w:t)."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._in_text = False
        self._again = 0

    def start(self, tag: str, _attributes: object) -> None:
        self._again += tag == _AGAIN
        self._in_text = _local(tag) == "t"
        self._write(_WRITTEN.get(_local(tag), ""))

    def end(self, tag: str) -> None:
        self._again -= tag == _AGAIN
        self._in_text = False
        if _local(tag) == "p":
            self._write(_WRITTEN["p"])

    def data(self, text: str) -> None:
        if self._in_text:
            self._write(text)

    def text(self) -> str:
        """All that was written."""
        return "".join(self._parts)

    def _write(self, text: str) -> None:
        if text and not self._again:
            self._parts.append(text)


def _local(tag: str) -> str:
    """The name of an element of WordprocessingML; none for others (formulas, drawings)."""
    return next((tag.removeprefix(space) for space in _SPACES if tag.startswith(space)), "")

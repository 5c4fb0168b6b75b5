"""Word documents: right ones, and such as are broken in their text, their markup or their package."""

from __future__ import annotations

from io import BytesIO
from random import Random
from xml.sax.saxutils import escape
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_LZMA, ZIP_STORED, ZipFile, ZipInfo

from tests.fuzz.mutations import mutated, spoilt
from tests.fuzz.texts import page, text

_SPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SPACES = (
    _SPACE,
    _SPACE,
    _SPACE,
    _SPACE,
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
    "urn:other",
    "",
)
_PLACES = (
    "word/document.xml",
    "word/document.xml",
    "word/document.xml",
    "Word/Document.xml",
    "../x",
    "word/",
)
_MARKUP = (
    "<w:tab/>",
    "<w:br/>",
    "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>",
    "<w:del><w:r><w:delText>旧</w:delText></w:r></w:del>",
    "<w:fldSimple w:instr='PAGE'/>",
    "<w:t",
    "</w:p></w:p>",
    "<x:y/>",
    "<!-- -- -->",
    "<![CDATA[会]]>",
    "&nbsp;",
    "&#0;",
    "&#xD800;",
    "<?x y?>",
)


def docx_file(chance: Random) -> bytes:
    """A .docx file, now and then with damage in its bytes."""
    data = _packed(
        chance, _document(chance).encode(chance.choice(("utf-8",) * 12 + ("utf-16", "gb18030")), "replace")
    )
    return spoilt(chance, data) if chance.random() < 0.2 else data


def _document(chance: Random) -> str:
    lines = chance.choice((text, text, page))(chance).split("\n")
    body = "".join(_paragraph(chance, line) for line in lines)
    if chance.random() < 0.2:
        body = mutated(chance, body, chance.choice(_MARKUP))
    if chance.random() < 0.05:
        depth = int(10 ** chance.uniform(1, 4))
        body = "<w:sdt>" * depth + body + "</w:sdt>" * chance.choice((depth, 0))
    dtd = (
        '<!DOCTYPE w [<!ENTITY a "aaaa"><!ENTITY b SYSTEM "file:///etc/passwd">]>'
        if chance.random() < 0.03
        else ""
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8"?>{dtd}<w:document xmlns:w="{chance.choice(_SPACES)}">'
        f"<w:body>{body}</w:body></w:document>"
    )


def _paragraph(chance: Random, line: str) -> str:
    written = line if chance.random() < 0.02 else escape(line)
    more = chance.choice(_MARKUP) if chance.random() < 0.05 else ""
    return f'<w:p><w:r><w:t xml:space="preserve">{written}</w:t></w:r>{more}</w:p>'


def _packed(chance: Random, part: bytes) -> bytes:
    file = BytesIO()
    method = chance.choice((ZIP_STORED, ZIP_DEFLATED, ZIP_DEFLATED, ZIP_BZIP2, ZIP_LZMA))
    with ZipFile(file, "w", method) as package:
        for name in chance.choice((("[Content_Types].xml",), (), ("word/media/a.png",))):
            package.writestr(ZipInfo(name), b"<Types/>")
        info = ZipInfo(chance.choice(_PLACES) if chance.random() < 0.2 else _PLACES[0])
        info.compress_type = method
        package.writestr(info, part)
    return file.getvalue()

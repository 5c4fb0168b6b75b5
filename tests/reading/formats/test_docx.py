"""Word documents to articles."""

from __future__ import annotations

from contextlib import suppress
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model.errors import InputError
from kg.model.records import Article
from kg.reading.formats import limits
from kg.reading.formats.docx import read_docx
from tests.effort import bounded_effort

NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
STORY = "近日，云州市总工会召开座谈会，来自各县区的三十名职工代表参加了会议。"


def packed(part: str, name: str = "word/document.xml") -> bytes:
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as package:
        package.writestr(name, part)
    return file.getvalue()


def document(body: str) -> bytes:
    return packed(
        f"<?xml version='1.0' encoding='UTF-8'?><w:document {NAMES}><w:body>{body}</w:body></w:document>"
    )


def paragraph(*runs: str) -> str:
    return "<w:p>" + "".join(f"<w:r><w:t>{escape(run)}</w:t></w:r>" for run in runs) + "</w:p>"


def read(data: bytes) -> Article:
    (found,) = read_docx(Path("a.docx"), data)
    assert isinstance(found, Article)
    return found


def test_paragraphs_are_read_whole() -> None:
    found = read(
        document(paragraph("云州市总工会", "召开座谈会") + paragraph("　　", STORY) + paragraph("会后参观。"))
    )
    assert (found.title, found.text) == (
        "云州市总工会召开座谈会",
        f"云州市总工会召开座谈会\n{STORY}\n会后参观。",
    )
    assert found.origin is None


def test_inserted_text_tables_and_breaks_are_read_and_deleted_text_is_not() -> None:
    body = (
        f"<w:p><w:ins><w:r><w:t>{STORY}</w:t></w:r></w:ins><w:del><w:r><w:delText>删去</w:delText></w:r></w:del>"
        "<w:r><w:br/><w:t>第二行。</w:t></w:r></w:p>"
        f"<w:tbl><w:tr><w:tc>{paragraph('青石县')}</w:tc><w:tc>{paragraph('120')}</w:tc></w:tr></w:tbl>"
        "<m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>"
    )
    assert read(document(body)).text.split("\n") == [STORY, "第二行。", "青石县", "120"]


def test_a_text_box_is_read_once() -> None:
    box = paragraph("图为现场。")
    twice = f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
    body = f"{paragraph(STORY)}<w:p><w:r><mc:AlternateContent>{twice}</mc:AlternateContent></w:r></w:p>"
    assert read(document(body)).text == f"{STORY}\n图为现场。"


@given(st.lists(st.text("会议云州<>&，。", min_size=130), min_size=1, max_size=5))
def test_no_word_is_lost(texts: list[str]) -> None:
    assert read(document("".join(map(paragraph, texts)))).text == "\n".join(texts)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"PK\x03\x04", "no Word document"),
        (packed("<a/>", "xl/workbook.xml"), "no Word document"),
        (packed("<w:document"), "is broken"),
        (packed('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'), "is broken"),
        (document(""), "nothing that is seen"),
    ],
    ids=["cut", "workbook", "open tag", "entities", "empty"],
)
def test_what_is_no_document_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(InputError, match=message):
        read(data)


def test_a_bomb_is_not_unpacked() -> None:
    bomb = document(paragraph("会" * 100) + " " * (limits.DOCX_BYTES + 1))
    assert len(bomb) < 100_000
    with bounded_effort(), pytest.raises(InputError, match="unpacked: give its parts"):
        read(bomb)


def test_many_empty_elements_are_read_with_bounded_effort() -> None:
    with bounded_effort():
        assert read(document(paragraph(STORY) + "<w:p/>" * 200_000)).text == STORY


@given(st.data())
def test_a_damaged_document_is_refused_or_read(data: st.DataObject) -> None:
    whole = bytearray(document(paragraph(STORY)))
    for _ in range(data.draw(st.integers(1, 3))):
        whole[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    with suppress(InputError):
        assert read(bytes(whole)).text

"""PDF pages that a real layout engine has set from our own articles, so that the truth is known."""

from __future__ import annotations

import random
import sys
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kg.model.errors import InputError
from kg.model.records import Article
from kg.reading import read_file
from kg.reading.formats.pdf import pdf_pages, read_pdf
from kg.reading.layout.text_lines import TextRun
from kg.reading.ocr.pages import ScannedPage
from tests.reading.handmade import pdf, shown, written
from tests.reading.printed import (
    DATE,
    DESIGNS,
    FURNITURE,
    Design,
    Printed,
    print_pages,
    random_designs,
    set_in,
)
from tests.reading.scored import Score, bodies, score
from tests.reading.typeset import without_space

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pdfium = pytest.importorskip("pypdfium2", reason="the extra pdf is not installed")

# Pages whose designs nobody has looked at.
UNSEEN = 5


@dataclass(frozen=True)
class Issue:
    """A printed file, what it should be read as, and what it is read as."""

    path: Path
    design: Design
    truth: list[Printed]
    articles: list[Article]


@pytest.fixture(scope="module")
def issues(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> list[Issue]:
    """All the files, printed once."""
    rng = random.Random(5)  # noqa: S311
    designs = [*DESIGNS, *random_designs(rng, UNSEEN)]
    editions = list(set_in(designs, rng))
    folder = tmp_path_factory.mktemp("printed")
    paths = list(print_pages([html for html, _ in editions], folder, browser))
    if "本报讯" not in without_space(
        "".join(run.text for page in pdf_pages(paths[0].read_bytes()) for run in page)
    ):
        pytest.skip("no Chinese font on this machine")
    return [
        Issue(path, design, truth, read_file(path))
        for path, (design, _), (_, truth) in zip(paths, designs, editions, strict=True)
    ]


def test_articles_come_back_whole_and_with_their_headlines(issues: list[Issue]) -> None:
    total = sum((score(issue.articles, issue.truth) for issue in issues), Score())
    assert total.titled / total.articles >= 0.95
    assert total.more / total.articles <= 0.05


def test_captions_go_to_the_articles_that_they_stand_in(issues: list[Issue]) -> None:
    captions = right = 0
    for issue in issues:
        found = bodies(issue.articles, issue.truth)
        for printed in issue.truth:
            article = found.get(without_space(printed.body))
            if printed.caption and article:
                captions += 1
                right += without_space(printed.caption) in without_space(article.text)
    assert captions > 3
    assert right / captions >= 0.9


def test_nothing_is_lost_or_invented_but_furniture(issues: list[Issue]) -> None:
    for issue in issues:
        layer = "".join(run.text for page in pdf_pages(issue.path.read_bytes()) for run in page)
        taken: list[int] = []
        for article in issue.articles:
            assert article.origin is not None
            for char, at in zip(article.text, article.origin.offsets, strict=True):
                assert (at < 0 and char.isspace()) or layer[at] == char
                taken.append(at)
        placed = [at for at in taken if at >= 0]
        assert len(placed) == len(set(placed))
        left = without_space("".join(char for at, char in enumerate(layer) if at not in set(placed)))
        assert not set(left) - set(FURNITURE)
        assert len(left) <= len(FURNITURE) * 3


def test_each_box_holds_the_characters_that_are_printed_there(issues: list[Issue]) -> None:
    for issue in issues:
        document = pdfium.PdfDocument(issue.path)
        for article in issue.articles[:4]:
            assert article.origin is not None
            for box in article.origin.boxes[:6]:
                page = document[box.page - 1]
                top = page.get_height()
                inside = page.get_textpage().get_text_bounded(
                    box.x0 - 2, top - box.y1 - 2, box.x1 + 2, top - box.y0 + 2
                )
                words = without_space(article.text[box.start : box.end])
                assert sum(char in inside for char in words) >= 0.9 * len(words)


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_that_says_that_it_is_turned_is_read_as_it_stands(issues: list[Issue], turn: int) -> None:
    document = pdfium.PdfDocument(issues[0].path)
    document[0].set_rotation(turn)
    data = BytesIO()
    document.save(data)
    assert list(read_pdf(issues[0].path, data.getvalue())) == list(
        read_pdf(issues[0].path, issues[0].path.read_bytes())
    )


def test_an_article_that_goes_on_upon_another_page_is_one(issues: list[Issue]) -> None:
    two = [issue for issue in issues if len(pdf_pages(issue.path.read_bytes())) > 1]
    joined = [
        article
        for issue in two
        for article in issue.articles
        if article.origin and len({box.page for box in article.origin.boxes}) > 1
    ]
    assert len(joined) >= len(two) > 1
    assert not any("下转" in article.text or "上接" in article.text for article in joined)


def test_the_folio_gives_the_date(issues: list[Issue]) -> None:
    for issue in issues:
        assert {article.date for article in issue.articles} == {DATE if issue.design.furniture else None}


def refusal(data: bytes) -> str:
    with pytest.raises(InputError) as error:
        list(read_pdf(Path("page.pdf"), data))
    return str(error.value)


def test_what_is_no_pdf_is_refused() -> None:
    assert "broken" in refusal(b"%PDF-1.7\nnothing")


def test_a_locked_pdf_is_refused() -> None:
    """Nobody's password fits: the file says that it is encrypted, with keys made of nothing."""
    key = "00" * 32
    data = written(
        "<</Type/Catalog/Pages 2 0 R>>",
        "<</Type/Pages/Kids[]/Count 0>>",
        f"<</Filter/Standard/V 1/R 2/O<{key}>/U<{key}>/P -4>>",
        trailer="/Encrypt 3 0 R/ID[<00><00>]",
    )
    assert "password" in refusal(data)


def blank(pages: int) -> bytes:
    document = pdfium.PdfDocument.new()
    for _ in range(pages):
        document.new_page(300, 400)
    data = BytesIO()
    document.save(data)
    return data.getvalue()


def test_more_pages_than_an_issue_has_are_refused() -> None:
    assert "301 pages" in refusal(blank(301))


def test_without_the_library_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    data = blank(1)
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    assert 'pip install "press-kg[pdf]"' in refusal(data)


RULES = "50 500 m 350 500 l S 40 40 320 480 re S\n"
CURVES = "".join(f"{x} 300 m {x} 310 {x + 5} 320 {x + 9} 300 c S\n" for x in range(0, 300, 2))
ICON = "q 20 0 0 20 300 550 cm BI /W 4 /H 4 /CS /G /BPC 8 ID 0123456789abcdef EI Q\n"
FEW = shown("治理河道", 50, 450, 20) + shown("河道已经清淤。", 50, 420)


def texts(data: bytes) -> list[str]:
    return [found.text for found in read_pdf(Path("page.pdf"), data) if isinstance(found, Article)]


@pytest.mark.parametrize("beside", ["", RULES, ICON], ids=["nothing", "rules", "icon"])
def test_a_page_of_a_few_words_is_no_scan(beside: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kg.reading.formats.pdf._scanned", None)
    assert texts(pdf(beside + FEW)) == ["治理河道\n河道已经清淤。"]


def test_a_page_whose_words_are_curves_is_seen_as_a_picture(monkeypatch: pytest.MonkeyPatch) -> None:
    seen = ScannedPage.of_runs([TextRun("河道已经清淤。", 1, 50, 170, 120, 180, 10.0)])
    monkeypatch.setattr("kg.reading.formats.pdf._scanned", lambda _page, _number: seen)
    assert texts(pdf(CURVES + shown("第3版", 50, 580))) == ["河道已经清淤。"]


@pytest.mark.parametrize(
    "drawings",
    [
        [""],
        [RULES],
        [shown("（下转第二版）", 50, 400)],
        [shown("（下转第二版）", 50, 400), shown("（上接第一版）", 50, 400)],
        [shown("2025年6月4日 星期三", 50, 580) + shown("第3版", 300, 580)],
        [shown(" \t　\u200b\ufeff\u2028", 50, 400)],
        [shown("河道", 50, 400, 0), shown("河道", 50, 400, -10)],
    ],
    ids=["blank", "rules", "notice", "notices", "furniture", "spaces", "sizes"],
)
def test_pages_without_a_word_of_an_article_are_told_as_such(drawings: list[str]) -> None:
    assert "only furniture" in refusal(pdf(*drawings))


@pytest.mark.parametrize("text", ["河", "治理河道", "■" * 300, "图为河堤上的现场会。田野摄"])
def test_the_least_that_is_printed_is_an_article(text: str) -> None:
    assert texts(pdf(shown(text, 50, 400))) == [text]


def test_what_has_no_ink_is_not_read() -> None:
    assert texts(pdf(shown("\u200b\u202e河\u200b道\ufeff", 50, 400))) == ["河道"]


def test_a_line_that_goes_on_in_another_size_has_its_height() -> None:
    lines = shown("河道已经清淤", 50, 300), shown("，全镇治理。", 110, 340, 400)
    (run,) = (run for runs in pdf_pages(pdf("".join(lines))) for run in runs)
    assert run.text == "河道已经清淤，全镇治理。"
    assert run.y0 < 600 - 340 < 600 - 300 < run.y1

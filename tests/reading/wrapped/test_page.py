"""A page to articles: what holds for every text, and the bundled sample to the letter."""

from __future__ import annotations

import json
from importlib import resources
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model.errors import InputError
from kg.model.records import Article
from kg.reading.wrapped.page import Page, is_wrapped, read_page, read_text
from tests.effort import bounded_effort
from tests.reading.typeset import Style, pieces, typeset, without_space

SAMPLE = resources.files("kg") / "data" / "sample"
RAW = (SAMPLE / "page.txt").read_text(encoding="utf-8")
GOLD = [json.loads(line) for line in (SAMPLE / "gold.jsonl").read_text(encoding="utf-8").splitlines()]


def articles(raw: str, name: str = "page.txt") -> list[Article]:
    found = list(read_text(Path(name), raw))
    assert all(isinstance(article, Article) for article in found)
    return [article for article in found if isinstance(article, Article)]


@pytest.mark.parametrize("number", range(len(GOLD)))
def test_the_sample_page_is_read_to_the_letter(number: int) -> None:
    found, gold = articles(RAW)[number], GOLD[number]
    assert (found.id, found.title, found.text) == (gold["id"], gold["title"], gold["text"])
    assert [(credit.role, credit.name) for credit in found.byline] == [
        (c["role"], c["name"]) for c in gold["byline"]
    ]


def check(raw: str, page: Page) -> None:
    """Each character of ink is in exactly one article or in the furniture, at its offset, in order."""
    seen: list[int] = []
    for traced in (
        *(part for article in page.articles for part in (article.title, article.body)),
        *page.furniture,
    ):
        for char, offset in zip(traced.text, traced.offsets, strict=True):
            assert raw[offset] == char if offset >= 0 else char in " \n"
        seen += [
            offset for char, offset in zip(traced.text, traced.offsets, strict=True) if not char.isspace()
        ]
    for article in page.articles:
        title = [offset for offset in article.title.offsets if offset >= 0]
        assert title == sorted(set(title))
    assert sorted(seen) == [offset for offset, char in enumerate(raw) if not char.isspace()]


def test_the_line_that_dates_an_article_of_a_page_is_no_part_of_its_text() -> None:
    lines = [
        "近日，云州市总工会召开职工代表座谈会，市总工会",
        "主席林海棠主持会议，来自各县区的三十名职工代",
    ] * 4
    page = "\n".join(["云州市总工会召开座谈会", "《云州日报》（2025年6月4日 第 01 版）", *lines, "表参加。"])
    (found,) = articles(page)
    assert (found.title, found.date, found.source) == ("云州市总工会召开座谈会", "2025-06-04", "云州日报")
    assert found.text == "\n".join(["云州市总工会召开座谈会", "".join([*lines, "表参加。"])])


def test_a_page_of_furniture_alone_gives_no_article() -> None:
    first = "\n".join(["近日，云州市总工会召开职工代表座谈会，市总工会"] * 6 + ["主席林海棠主持会议。"])
    assert len(articles(f"{first}\f2025年6月4日 星期三\n第3版\f{first}")) == 2
    assert read_page("2025年6月4日 星期三\n第3版").articles == ()


def test_nothing_of_the_sample_page_is_lost_or_invented() -> None:
    check(RAW, read_page(RAW))


@settings(max_examples=60)
@given(
    st.lists(st.integers(0, len(pieces()) - 1), min_size=1, max_size=5, unique=True),
    st.builds(
        Style,
        st.integers(8, 30),
        st.sampled_from(["", " ", "  ", "　　"]),
        st.sampled_from(["all", "none", "paragraphs"]),
        st.sampled_from(["before", "after", "end"]),
        st.sampled_from(["", "05\n2025年9月12日 星期五"]),
    ),
)
def test_nothing_of_a_typeset_page_is_lost_or_invented(chosen: list[int], style: Style) -> None:
    raw = typeset([pieces()[number] for number in chosen], style)
    check(raw, read_page(raw))


LINES = st.text("云州工会开会，。：“”（）5a 　近日本报讯记者", max_size=14)


@settings(max_examples=200)
@given(st.lists(LINES, max_size=30).map("\n".join))
def test_nothing_of_any_text_is_lost_or_invented(raw: str) -> None:
    check(raw, read_page(raw))


def test_the_folio_dates_the_articles_and_is_no_part_of_them() -> None:
    raw = typeset(pieces()[:3], Style(folio="03\n2025年9月2日 星期二\n责编：方  禾"))
    assert {article.date for article in articles(raw)} == {"2025-09-02"}
    assert {article.source for article in articles(f"云州日报\n{raw}")} == {"云州日报"}
    assert [furniture.text for furniture in read_page(raw).furniture][:1] == ["03"]


def test_form_feeds_part_the_pages_of_a_file() -> None:
    first, second = (
        typeset(pieces()[a : a + 2], Style(folio=f"0{n}\n2025年9月{n}日 星期二")) for a, n in ((0, 1), (2, 2))
    )
    raw = f"{first}\f{second}"
    found = articles(raw)
    assert [article.id for article in found] == ["page-01", "page-02", "page-03", "page-04"]
    assert [article.date for article in found] == ["2025-09-01"] * 2 + ["2025-09-02"] * 2
    for article in found:
        assert article.origin is not None
        assert all(
            o < 0 or raw[o] == char for char, o in zip(article.text, article.origin.offsets, strict=True)
        )


@pytest.mark.parametrize("number", range(len(pieces())))
def test_plain_text_is_one_article(number: int) -> None:
    piece = pieces()[number]
    (found,) = articles(f"{piece.title}\n\n　　{piece.body.replace(chr(10), chr(10) + '　　')}\n", "a b.txt")
    assert (found.id, found.title, found.text) == ("a b", piece.title, f"{piece.title}\n{piece.body}")


def test_plain_text_without_a_title_has_none() -> None:
    (found,) = articles("近日，云州市总工会召开座谈会。\n会议强调，要服务职工。\n")
    assert (found.title, found.text) == ("", "近日，云州市总工会召开座谈会。\n会议强调，要服务职工。")


def test_wrapped_text_is_told_from_plain() -> None:
    assert is_wrapped(RAW)
    assert not is_wrapped("\n".join(piece.body for piece in pieces()))
    assert not is_wrapped("标题\n记者 方知行\n第一段。\n第二段。\n")


@pytest.mark.parametrize(
    "raw",
    [
        "工" * 100_000,
        "工会，" * 33_000,
        "工 " * 50_000,
        "工" + " " * 99_998 + "会",
        "（" * 100_000,
        "工\n" * 20_000,
        "\n" * 1_900_000 + "工会",
        "\n\f" * 900_000 + "工会",
        RAW * 6,
        "记者" * 50_000,
        "甲，乙图 " * 20_000,
    ],
    ids=lambda raw: f"{raw[:3]!r} {len(raw)}",
)
def test_hostile_text_is_read_with_bounded_effort(raw: str) -> None:
    with bounded_effort():
        assert articles(raw)


@pytest.mark.parametrize("raw", ["工" * 100_001, "工会\n" * 700_000], ids=["line", "lines"])
def test_a_text_beyond_all_measure_is_refused(raw: str) -> None:
    with pytest.raises(InputError, match=r"longer than \d+ characters: give its"):
        articles(raw)


def test_an_article_is_as_wide_as_its_words() -> None:
    """The page's white space never changes what an article says."""
    spread = RAW.replace("总工会", "总 工 会")
    assert [without_space(a.text) for a in articles(spread)] == [without_space(a.text) for a in articles(RAW)]

"""Web pages to articles: nothing of the main text lost, nothing of the page around it taken."""

from __future__ import annotations

import json
import sys
from contextlib import suppress
from html import escape
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model.errors import InputError
from kg.model.records import Article
from kg.reading.formats import limits
from kg.reading.formats.html import read_html
from tests.effort import bounded_effort
from tests.reading.typeset import without_space

pytest.importorskip("trafilatura")

NAVIGATION = "".join(
    f'<li><a href="/{n}">{name}</a></li>' for n, name in enumerate(["首页", "时政", "社会", "体育"])
)
FOOT = '<div class="footer">云州日报社版权所有 未经授权不得转载 电话：0123-4567890</div>'
RELATED = '<div class="related"><h3>相关新闻</h3><ul><li><a href="1">青石县举办职工运动会</a></li></ul></div>'
PAGES = {
    "headings": '<title>{title}_云州新闻网</title><body><ul class="nav">{navigation}</ul><h1>{title}</h1>'
    '<div class="info">2025年06月04日 08:12 来源：云州日报 <a>字号</a></div>'
    '<div id="article">{paragraphs}</div>'
    "{related}{foot}</body>",
    "tables": '<title>{title}</title><meta name="publishdate" content="2025-06-04">'
    '<meta name="source" content="云州日报"><body><ul>{navigation}</ul>'
    "<table><tr><td><b>{title}</b></td></tr>"
    "<tr><td><div>{paragraphs}</div></td></tr></table>{foot}</body>",
    "no heading": '<title>{title} - 新闻中心</title><meta property="article:published_time" '
    'content="2025-06-04T08:12:00+08:00"><body><div>{title}</div><p>来源：云州日报</p>{breaks}{foot}</body>',
    "semantic": "<title>{title}</title><body><nav>{navigation}</nav><article><h1>{title}</h1>"
    '<time datetime="2025-06-04">6月4日</time> <span>来源：云州日报</span>'
    "<section>{paragraphs}</section></article>"
    "<aside>{related}</aside><footer>{foot}</footer></body>",
}


def page(template: str, title: str, paragraphs: list[str]) -> str:
    texts = [escape(text) for text in paragraphs]
    return '<!DOCTYPE html><html lang="zh"><meta charset="utf-8">' + template.format(
        title=escape(title),
        paragraphs="".join(f"<p>　　{text}</p>\n" for text in texts),
        breaks=f"<div class=content>{'<br><br>'.join(f'　　{text}' for text in texts)}</div>",
        navigation=NAVIGATION,
        related=RELATED,
        foot=FOOT,
    )


def read(html: str) -> Article:
    (found,) = read_html(Path("page.html"), html)
    assert isinstance(found, Article)
    return found


@pytest.mark.parametrize("template", PAGES.values(), ids=PAGES)
def test_the_articles_of_the_sample_come_back_from_any_page(template: str, sample: Path) -> None:
    for line in sample.with_name("gold.jsonl").read_text("utf-8").splitlines():
        gold = json.loads(line)
        title, *paragraphs = gold["text"].split("\n")
        found = read(page(template, title, paragraphs))
        assert without_space(found.text) == without_space(gold["text"])
        assert (found.title, found.date, found.source) == (title, "2025-06-04", "云州日报")


def test_lists_tables_and_breaks_are_lines_without_marks_of_their_own() -> None:
    first = "6月4日 15:00，云州市总工会召开座谈会，来自各县区的三十名职工代表参加了会议并发言。"
    last = "代表们还听取了青石县的经验介绍，表示要把好做法带回车间、带回班组。"
    found = read(
        f"<title>云州市总工会召开座谈会</title><body><article><p>{first}</p><ul><li>第一，办好<b>学校</b>。</li><li>第二。</li></ul>"
        f"<table><tr><td>青石县<td>120</tr></table><p>{last}<br>　会后，代表参观了车间。</p></article></body>"
    )
    assert found.text.split("\n") == [
        "云州市总工会召开座谈会",
        first,
        "第一，办好学校。",
        "第二。",
        "青石县 120",
        last,
        "会后，代表参观了车间。",
    ]


@pytest.mark.parametrize(
    "content",
    [
        "2025/6/4 8:00:00",
        "2025年06月04日",
        "２０２５－０６－０４",
        "2025-06-03T16:00:00Z",
        "二〇二五年六月四日",
    ],
)
def test_the_metadata_of_a_page_tell_its_day_in_any_form(content: str) -> None:
    body = "".join(
        f"<p>{n}日，云州市总工会召开座谈会，来自各县区的三十名职工代表参加了会议。</p>" for n in range(1, 9)
    )
    meta = f'<meta name="PubDate" content="{content}"><meta name="date" content="昨日">'
    assert read(f"<title>云州市总工会召开座谈会</title>{meta}<body>{body}</body>").date == "2025-06-04"


@pytest.mark.parametrize(
    "line",
    ["《云州日报》（2025年6月4日 第 01 版）", "2025/6/4 来源：云州日报", "二〇二五年六月四日 来源：云州日报"],
)
def test_the_line_below_the_headline_tells_day_and_newspaper(line: str) -> None:
    body = "".join(
        f"<p>{n}日，云州市总工会召开座谈会，来自各县区的三十名职工代表参加了会议。</p>" for n in range(1, 9)
    )
    found = read(
        f"<title>云州市总工会召开座谈会</title><body><h1>云州市总工会召开座谈会</h1><p>{line}</p>{body}</body>"
    )
    assert (found.date, found.source) == ("2025-06-04", "云州日报")
    assert line not in found.text


@pytest.mark.parametrize(
    "html", ["<html></html>", "<", "plain words", "<body><script>var a = 1;</script></body>"]
)
def test_a_page_without_an_article_is_refused(html: str) -> None:
    with pytest.raises(InputError, match="no article stands out"):
        read(html)


def test_without_the_library_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    with pytest.raises(InputError, match=r"press-kg\[html\]"):
        read("<p>会议")


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 100_000 + "文" * 300,
        "<p>文字。</p>" * 5_000,
        "<" * 500_000,
        "<p>" + "<span>文" * 20_000,
        "<!--" * 99_999,
    ],
    ids=["deep", "many", "open", "spans", "comments"],
)
def test_a_hostile_page_takes_bounded_effort(html: str) -> None:
    with bounded_effort(), suppress(InputError):
        read(html)


def test_a_page_beyond_all_measure_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "HTML_CHARACTERS", 10)
    with pytest.raises(InputError, match="longer than 10 characters"):
        read("<p>近日，云州市总工会")


@given(st.text(st.sampled_from("<>/=\"'&;pbdivtable script meta文字，。\n\x0b-!"), max_size=200))
def test_any_text_is_an_article_or_refused(html: str) -> None:
    try:
        found = read(html)
    except InputError:
        return
    assert found.text.startswith(found.title)

"""Areas at the head of names, and which one an article is most about."""

from __future__ import annotations

import pytest

from kg.language.divisions import Gazetteer
from kg.linker.names.areas import Areas, level_of, split_area
from kg.model.records import Article


@pytest.mark.parametrize(
    ("name", "level"),
    [
        ("湛江市", "市"),
        ("恩施自治州", "州"),
        ("棋梓镇", "镇"),
        ("湛江", None),
        ("度假区", None),
        ("市", None),
    ],
)
def test_levels(name: str, level: str | None) -> None:
    assert level_of(name) == level


@pytest.mark.parametrize(
    ("name", "areas", "rest"),
    [
        ("广州市白云区总工会", ("广州市", "白云区"), "总工会"),
        ("湘潭市", ("湘潭市",), ""),
        ("红光公司", (), "红光公司"),
        # Areas that the gazetteer does not list stand before what bodies of areas are called.
        ("云岫区总工会", ("云岫区",), "总工会"),
        ("全市总工会", (), "全市总工会"),
    ],
)
def test_areas_at_the_head_of_a_name(name: str, areas: tuple[str, ...], rest: str) -> None:
    assert split_area(name, Gazetteer.load()) == (areas, rest)


def test_the_area_that_an_article_is_most_about() -> None:
    article = Article("a", "湘潭市", "湘潭市\n湘乡市。\n韶山市、韶山市。")
    named = [(0, "湘潭市"), (4, "湘乡市"), (9, "韶山市"), (13, "韶山市")]
    assert Areas(article, named).best("市") == "湘潭市"
    assert Areas(None, named).best("市") == "韶山市"
    # The first named wins a tie.
    assert Areas(article, named[1:]).best("市") == "湘乡市"
    assert Areas(article, named).best("县") is None
    assert Areas(article, [*named, (4, "湖南省")]).best_of("市县") == "湘潭市"
    assert Areas(article, named).best_of("县区") is None


def test_countries() -> None:
    areas = Areas(None, [(0, "秘鲁"), (3, "巴西"), (6, "巴西"), (9, "湘潭市")])
    assert areas.country == "巴西"
    assert areas.country_starting_with("秘") == "秘鲁"
    assert areas.country_starting_with("湘") is None
    assert Areas(None, []).country is None


def test_short_forms_of_named_areas() -> None:
    areas = Areas(None, [(0, "棋梓镇")])
    assert areas.starting_with("棋梓") == "棋梓镇"
    assert areas.starting_with("月山") is None
    assert "棋梓镇" in areas

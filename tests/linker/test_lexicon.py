"""The words of the linker."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import get_args

import pytest

from kg.linker.lexicon import (
    AREA_TITLE,
    BARE_AREA_BODY,
    CHIEF_TITLE,
    COMMITTEE_TAIL,
    PARTY_TITLE,
    RELATION_VERBS,
    verbs_of,
    words_of,
)
from kg.model.records import CommonPredicate, FurtherPredicate


def test_every_table_of_words_is_of_a_relation() -> None:
    tables = tomllib.loads(files("kg.linker").joinpath("relations.toml").read_text("utf-8"))
    assert tables.keys() <= {*get_args(CommonPredicate), *get_args(FurtherPredicate)}
    lists = [words.split() for table in tables.values() for words in table.values()]
    assert all(len(words) == len(set(words)) for words in lists)


def test_the_words_of_relations() -> None:
    assert words_of("presidesOver", "verbs") == verbs_of("presidesOver") == ("主持召开", "主持")
    assert {*verbs_of("met", "founded")} <= set(RELATION_VERBS)
    with pytest.raises(KeyError):
        words_of("met", "papers")


@pytest.mark.parametrize("title", ["市长", "副县长", "原常务副省长", "代区长"])
def test_titles_of_areas(title: str) -> None:
    assert AREA_TITLE.match(title)
    assert not AREA_TITLE.match(f"{title}助理")


@pytest.mark.parametrize("title", ["书记", "董事长", "市长", "总经理"])
def test_chiefs(title: str) -> None:
    assert CHIEF_TITLE.match(title)
    assert not CHIEF_TITLE.match(f"副{title}")


def test_committees_and_their_posts() -> None:
    assert COMMITTEE_TAIL.sub("", "云岭学院机关党委") == "云岭学院"
    assert PARTY_TITLE.search("党委副书记")
    assert not PARTY_TITLE.search("副院长")


@pytest.mark.parametrize(("name", "bare"), [("公安局", True), ("人民政府", True), ("红光公司", False)])
def test_bare_bodies_of_areas(name: str, *, bare: bool) -> None:
    assert bool(BARE_AREA_BODY.match(name)) is bare

"""The words of the linker."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import get_args

import pytest

from kg.linker.lexicon import (
    BARE_AREA_BODY,
    COMMITTEE_TAIL,
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


def test_committees() -> None:
    assert COMMITTEE_TAIL.sub("", "云岭学院机关党委") == "云岭学院"


@pytest.mark.parametrize(("name", "bare"), [("公安局", True), ("人民政府", True), ("红光公司", False)])
def test_bare_bodies_of_areas(name: str, *, bare: bool) -> None:
    assert bool(BARE_AREA_BODY.match(name)) is bare

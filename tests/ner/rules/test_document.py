"""What the rules see of a document, and how what they find changes its names."""

from __future__ import annotations

from functools import partial

from kg.model.records import Mention
from kg.ner.rules.document import NerDocument, Word, dropping, finding

from ..drawing import draw, tagged_sheet

TAGGED = "由/p 安庆市/LOC 总工会/n 主席/n 王强/PER 主持/v"


def test_words_and_names_are_found_by_their_places() -> None:
    document = tagged_sheet(TAGGED)
    place, person = document.names
    assert document[place] == "安庆市"
    assert document.word_at(2) == Word(1, 4, "LOC")
    assert [document[word] for word in document.words_between(2, 5)] == ["安庆市", "总工会"]
    assert document.starts_word(1)
    assert not document.starts_word(2)
    assert document.ends_word(4)
    assert document.name_ending(4) == place
    assert document.name_starting(9) == person
    assert document.overlapping(3, 10) == [place, person]
    assert document.within_name(2, 4)
    assert not document.within_name(1, 4)


def test_a_title_before_a_person_is_a_post() -> None:
    document = tagged_sheet(TAGGED)
    assert document.posts() == {document.text.index("主席")}


def test_what_a_rule_finds_takes_the_place_of_what_it_overlaps() -> None:
    document = tagged_sheet(TAGGED)
    finding([lambda _: [Mention(1, 7, "Organisation", "rule:a")]])(document)
    assert draw(document.text, document.names) == "由⟦O安庆市总工会⟧主席⟦P王强⟧主持"


def found_by(rule: str, _: NerDocument) -> list[Mention]:
    return [Mention(1, 7, "Organisation", rule)]


def test_what_two_rules_say_keeps_its_first_finder() -> None:
    document = tagged_sheet(TAGGED)
    finding([partial(found_by, "rule:a"), partial(found_by, "rule:b")])(document)
    assert document.names[0].by == "rule:a"


def test_what_a_rule_drops_is_gone_for_the_next() -> None:
    document = tagged_sheet(TAGGED)
    seen: list[int] = []
    dropping([lambda d: list(d.names[:1]), lambda d: seen.append(len(d.names)) or []])(document)
    assert seen == [1]
    assert draw(document.text, document.names) == "由安庆市总工会主席⟦P王强⟧主持"

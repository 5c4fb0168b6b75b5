"""Who does what a verb says: one marked text, and the agents of 签署 in it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from kg.linker.sentences.agents import agents_of, is_other_side, nearest_row, without_adverbs
from kg.linker.sentences.clauses import Clause, Sentence
from kg.linker.sentences.masking import MaskedMention
from tests.linker.marked import parsed

VERB = "签署"
AGENTS = [
    ("{O红光公司}签署协议。", ["红光公司"]),
    ("{O红光公司}联合{O红星公司}签署协议。", ["红光公司", "红星公司"]),
    # Whom the last of several words before the verb names.
    ("{P方知远}创办的{O红光公司}签署协议。", ["红光公司"]),
    ("{P方知远}代表{O红光公司}签署协议。", ["红光公司"]),
    ("协议由{O红光公司}签署。", ["红光公司"]),
    # Taken over from before; after 由A创办 the text goes on about what A founded.
    ("{P方知远}主持会议，签署协议。", ["方知远"]),
    ("{O红光公司}由{P方知远}创办，签署协议。", ["红光公司"]),
    # Someone unnamed, or what is an object before.
    ("{P方知远}主持会议，多名职工签署协议。", []),
]
ROWS = [
    ("{O红光公司}和{O红星公司}签署协议。", ["红光公司", "红星公司"]),
    ("{O红光公司}很高兴，{O红星公司}签署协议。", ["红星公司"]),
    ("{O红光公司}的多名女职工签署协议。", []),
]


def names_of(line: str, agents: Callable[[Sentence, Clause, int], Sequence[MaskedMention]]) -> list[str]:
    article = parsed(line)
    sentence, clause = next((s, c) for s, c in article.clauses() if VERB in s.code[c.start : c.end])
    verb = sentence.code.index(VERB)
    return [article.entities[mention.ref].name for mention in agents(sentence, clause, verb)]


@pytest.mark.parametrize(("line", "expected"), AGENTS, ids=[line for line, _ in AGENTS])
def test_agents(line: str, expected: list[str]) -> None:
    assert names_of(line, agents_of) == expected


@pytest.mark.parametrize(("line", "expected"), ROWS, ids=[line for line, _ in ROWS])
def test_the_nearest_row(line: str, expected: list[str]) -> None:
    assert names_of(line, nearest_row) == expected


def test_the_other_side_of_an_agreement() -> None:
    article = parsed("{P安一舟}与{P方知远}、{P贺青禾}会谈。")
    (sentence,) = article.sentences
    sides = [is_other_side(article.text, sentence, at) for at, _ in sentence.masked.symbols()]
    assert sides == [False, True, False]


@pytest.mark.parametrize("adverb", ["先后", "一同", "在Ⓥ上", "Ⓥ期间", "并", "率队", "出席", "日前"])
def test_adverbs_before_a_verb(adverb: str) -> None:
    assert without_adverbs(adverb) == ""

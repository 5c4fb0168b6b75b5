"""Bodies and areas by their kind alone: one marked text, and what these words stand for."""

from __future__ import annotations

import pytest

from tests.linker.marked import parsed

CASES = [
    ("{O红光公司}开会，公司{T总经理}{P方知远}到会。", "公司", "红光公司"),
    # The one of the kind that was named last.
    ("{O红光公司}、{O红星公司}开会，公司{T总经理}{P方知远}到会。", "公司", "红星公司"),
    # Without a title behind, in the middle of a phrase, or before any body of the kind, nothing.
    ("{O红光公司}开会，公司很好。", "公司", None),
    ("公司{T总经理}{P方知远}到{O红光公司}。", "公司", None),
]
OWN = [
    ("{O云岭师范学院}消息：我院举办毕业典礼。", "我院", "云岭师范学院"),
    ("{L湘潭市}降温。我市防冻。", "我市", "湘潭市"),
    # The one that the article names most.
    ("{O红星公司}和{O红光公司}来访，{O红光公司}投产。我公司讲话。", "我公司", "红光公司"),
    ("{O红光公司}投产。我校讲话。", "我校", None),
]


def meant(line: str, words: str, *, names: bool) -> str | None:
    article = parsed(line)
    sentences = article.names if names else [sentence.masked for sentence in article.sentences]
    mentions = (mention for sentence in sentences for mention in sentence.mentions())
    return next(
        (article.entities[m.ref].name for m in mentions if article.text[m.start : m.end] == words), None
    )


@pytest.mark.parametrize(("line", "words", "body"), CASES, ids=[line for line, *_ in CASES])
def test_before_titles(line: str, words: str, body: str | None) -> None:
    assert meant(line, words, names=True) == body


@pytest.mark.parametrize(("line", "words", "body"), OWN, ids=[line for line, *_ in OWN])
def test_own_bodies(line: str, words: str, body: str | None) -> None:
    assert meant(line, words, names=False) == body

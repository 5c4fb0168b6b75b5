from __future__ import annotations

from collections.abc import Iterator

from kg.model.records import Mention
from kg.ner.pipeline import load
from kg.ner.recognisers.press import BY, shipped
from kg.ner.rules.document import NerDocument, Word, dropping, finding
from kg.ner.spans import read_names
from kg.ner.training.ablation import Trial, all_rules, choose, losses, read, score
from kg.ner.training.examples.articles import AnnotatedArticle

TEXT = "王强在安庆市讲话。"
GOLD = ((0, 2, "Person"), (3, 6, "Place"))


def good(_: NerDocument) -> Iterator[Mention]:
    yield Mention(3, 6, "Place", "good")


def bad(document: NerDocument) -> list[Mention]:
    return [name for name in document.names if name.type == "Person"]


def idle(_: NerDocument) -> list[Mention]:
    return []


RULES = {"good": finding([good]), "bad": dropping([bad]), "idle": dropping([idle])}


def trial() -> Trial:
    document = NerDocument(TEXT, [Word(i, i + 1, "n") for i in range(len(TEXT))], ())
    return Trial(AnnotatedArticle("a", TEXT, GOLD, frozenset([0])), document, [Mention(0, 2, "Person", BY)])


def test_a_rule_is_worth_what_f_loses_without_it() -> None:
    read = [trial()]
    assert score(read, [])["all"].f1 == 2 / 3
    assert score(read, RULES.values())["Place"].f1 == 1.0
    assert losses(read, RULES) == {"bad": 2 / 3 - 1, "good": 2 / 3}


def test_rules_that_do_not_help_are_left_out() -> None:
    assert list(choose([trial()], RULES)) == ["good"]


def test_the_rules_run_as_in_the_pipeline() -> None:
    text = "安庆市总工会主席王强到岳西县调研，县委书记李文陪同。美军11日在“双十一”活动中，记者从省总获悉。"
    nlp = load()
    expected = [(n.start, n.end, n.type) for n in read_names(nlp(text))]
    (here,) = read(shipped("press"), [AnnotatedArticle("a", text, (), frozenset([0]))])
    assert here.run(all_rules().values()) == expected

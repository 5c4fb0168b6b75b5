"""What each rule adds to the networks of a cross-validation, on articles that they did not learn from.

    python -m kg.ner.training.ablation --gold ../shared/gold/train.jsonl --models folder-of-adapt

The folder is the output of `kg.ner.training.adapt --folds`. Prints F without any rule, with all of them, and
for each rule by how many hundredths of a point F falls when it alone is left out: below nought it does harm.
Then it chooses rules, leaving out one after the other as long as F does not fall. How much of that is luck is
told by F where the rules for each fold are chosen by the other folds alone.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from kg.model.records import Mention
from kg.model.score import Score
from kg.ner.recognisers.press import PressModel
from kg.ner.rules import corrections, divisions, exclusions, organisations, people, repeats, sites
from kg.ner.rules.document import Edit, NerDocument, dropping, finding
from kg.ner.training.examples import articles
from kg.ner.training.examples.articles import AnnotatedArticle
from kg.ner.training.examples.tags import Span
from kg.ner.training.scores import recognised, score_names, spans_of, told

# The rules with what they are called, in the order in which they run.
Rules = dict[str, Edit]


@dataclass(frozen=True)
class Trial:
    """An article as the rules read it, and the names of the network that did not learn from it."""

    article: AnnotatedArticle
    document: NerDocument
    names: Sequence[Mention]

    def run(self, rules: Iterable[Edit]) -> list[Span]:
        """The names that rules leave."""
        return spans_of(self._run(self.names, rules))

    def without_each(self, rules: Rules) -> tuple[list[Span], dict[str, list[Span]]]:
        """The names that rules leave, and those without a rule for each rule that changes anything."""
        names, before = self.names, {}
        for name, rule in rules.items():
            after = self._run(names, [rule])
            if after != names:
                before[name] = names
            names = after
        order = list(rules)
        without = {
            name: self._run(known, [rules[later] for later in order[order.index(name) + 1 :]])
            for name, known in before.items()
        }
        return spans_of(names), {name: spans_of(left) for name, left in without.items()}

    def _run(self, names: Sequence[Mention], rules: Iterable[Edit]) -> Sequence[Mention]:
        self.document.names = names
        for rule in rules:
            rule(self.document)
        return self.document.names


def all_rules() -> Rules:
    """Every rule of the pipeline as an edit of its own."""
    dropped, found, dropped_after = corrections.DROPPING, corrections.FINDING, corrections.DROPPING_AFTER
    rules: Rules = {f"corrections.{rule.__name__}": dropping([rule]) for rule in dropped}
    rules |= {f"corrections.{rule.__name__}": finding([rule]) for rule in found}
    rules |= {f"corrections.{rule.__name__}": dropping([rule]) for rule in dropped_after}
    for module in (people, divisions, organisations, sites, repeats):
        name = module.__name__.rpartition(".")[2]
        rules |= {f"{name}.{rule.__name__}": finding([rule]) for rule in module.RULES}
    return rules | {f"exclusions.{rule.__name__}": dropping([rule]) for rule in exclusions.RULES}


def trials(gold: Iterable[AnnotatedArticle], folder: Path) -> Iterator[Trial]:
    """The articles with what the network of their fold says of them."""
    for fold, of_fold in groupby(sorted(gold, key=lambda a: a.fold), lambda a: a.fold):
        yield from read(PressModel(folder / f"fold-{fold}"), list(of_fold))


def read(model: PressModel, gold: Sequence[AnnotatedArticle]) -> Iterator[Trial]:
    """The articles as a model and then the rules read them."""
    documents = recognised(model, (article.text for article in gold))
    for article, document in zip(gold, documents, strict=True):
        yield Trial(article, document, document.names)


def score(read: Sequence[Trial], rules: Iterable[Edit]) -> dict[str, Score]:
    """The scores by type after some rules."""
    rules = list(rules)
    return score_names((trial.article for trial in read), (trial.run(rules) for trial in read))


def losses(read: Sequence[Trial], rules: Rules) -> dict[str, float]:
    """By how much F falls without each rule that changes anything, the most harmful first."""
    whole = Score()
    changes: defaultdict[str, Score] = defaultdict(Score)
    for trial in read:
        with_all, without = trial.without_each(rules)
        here = _score(trial.article, with_all)
        whole += here
        for name, left in without.items():
            now = _score(trial.article, left)
            changes[name] += Score(0, now.predicted - here.predicted, now.correct - here.correct)
    lost = {name: whole.f1 - (whole + change).f1 for name, change in changes.items()}
    return dict(sorted(lost.items(), key=lambda item: (item[1], item[0])))


def _score(article: AnnotatedArticle, found: Iterable[Span]) -> Score:
    found = set(found)
    return Score(len(article.names), len(found), len(found.intersection(article.names)))


def choose(read: Sequence[Trial], rules: Rules) -> Rules:
    """The rules that are left when, again and again, the one that does most harm or no good is left out."""
    while True:
        lost = losses(read, rules)
        rules = {name: rule for name, rule in rules.items() if name in lost}
        worst = next(iter(lost), None)
        if worst is None or lost[worst] > 0:
            return rules
        del rules[worst]


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--gold", type=Path, required=True, help="articles annotated by our guidelines")
    parser.add_argument("--models", type=Path, required=True, help="output of kg.ner.training.adapt --folds")
    options = parser.parse_args()

    read = list(trials(articles.read(options.gold), options.models))
    rules = all_rules()
    print(f"no rules: {told(score(read, []))}")
    print(f"all {len(rules)} rules: {told(score(read, rules.values()))}")
    for name, loss in losses(read, rules).items():
        print(f"{loss * 1e4:+6.1f} {name}")
    chosen = choose(read, rules)
    print(f"{len(chosen)} rules chosen: {told(score(read, chosen.values()))}")
    print("left out:", *(name for name in rules if name not in chosen))
    found: list[list[Span]] = []
    for fold in sorted({trial.article.fold for trial in read}):
        by_others = choose([trial for trial in read if trial.article.fold != fold], rules).values()
        found += [trial.run(by_others) for trial in read if trial.article.fold == fold]
    print(f"chosen by the other folds: {told(score_names((t.article for t in read), found))}")


if __name__ == "__main__":
    main()

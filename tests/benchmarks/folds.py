"""How good everything is on articles of outlets that the network did not learn from.

    python -m kg.ner.training.adapt --folds --gold GOLD --corpora CORPORA --output MODELS
    python -m tests.benchmarks.folds --gold GOLD --models MODELS

Each article is annotated by the network of its fold and the rules of the program, and all are scored together
as `kg evaluate` does. These are the figures that the README tells first. With `--calibrate` the shares of
right claims become the confidences of the rules (`kg/linker/confidence.toml`).
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Mapping
from importlib.resources import files
from itertools import groupby
from pathlib import Path

from kg import ner, reading
from kg.annotation.pipeline import annotate
from kg.artifacts.annotations import read_articles
from kg.cli.evaluate import print_calibration, print_scores
from kg.evaluation.scores import evaluate
from kg.model.records import LinkedArticle
from kg.model.score import Score
from kg.ner.recognisers.press import PressModel
from kg.ner.training.examples import articles

# So many claims, right as often as all are, are added to those of each rule.
_DRAWN = 4


def annotated(gold: Path, models: Path) -> Iterator[LinkedArticle]:
    """The articles as the program annotates them, each with the network of its fold."""
    fold_of = {article.id: article.fold for article in articles.read(gold)}
    nlp = ner.load()
    in_order = sorted(reading.read_file(gold), key=lambda article: fold_of[article.id])
    for fold, of_fold in groupby(in_order, key=lambda article: fold_of[article.id]):
        nlp.get_pipe("kg_press").model = PressModel(models / f"fold-{fold}")  # type: ignore[attr-defined]
        yield from annotate(nlp, list(of_fold))


def confidences(rules: Mapping[str, Score]) -> dict[str, float]:
    """How sure each rule is: the share of its claims that is right, with few of them near that of all."""
    every = sum(rules.values(), Score())
    return {
        name: round((score.correct + _DRAWN * every.precision) / (score.predicted + _DRAWN), 2)
        for name, score in sorted(rules.items())
    }


def calibrate(rules: Mapping[str, Score]) -> None:
    """Write how sure the rules were into the table from which claims take it."""
    path = Path(str(files("kg.linker").joinpath("confidence.toml")))
    head, heading, _ = path.read_text("utf-8").partition("[measured]\n")
    lines = (f"{name} = {confidence}\n" for name, confidence in confidences(rules).items())
    path.write_text(head + heading + "".join(lines), "utf-8")


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--gold", type=Path, required=True, help="annotated articles with their folds")
    parser.add_argument("--models", type=Path, required=True, help="output of kg.ner.training.adapt --folds")
    parser.add_argument("--calibrate", action="store_true", help="write how sure each rule is to the program")
    options = parser.parse_args()
    result = evaluate(read_articles(options.gold), list(annotated(options.gold, options.models)))
    print_scores(result, whole_articles=False)
    print_calibration(result)
    if options.calibrate:
        calibrate(result.rules())


if __name__ == "__main__":
    main()

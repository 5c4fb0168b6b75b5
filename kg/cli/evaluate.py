"""`kg evaluate`: how right the program is, by gold data."""

from __future__ import annotations

import json
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli import console
from kg.language.text import visible

if TYPE_CHECKING:
    from rich.console import Console

    from kg.evaluation.scores import Evaluation
    from kg.model.records import Article, LinkedArticle, Problem


@console.verb
def evaluate(
    gold: Annotated[
        Path, typer.Argument(metavar="GOLD", help="Annotated articles, in the format of articles.jsonl.")
    ],
    build: Annotated[
        Path | None,
        typer.Argument(
            metavar="[DIR]", help="The build to score; without one, the texts of GOLD are annotated now."
        ),
    ] = None,
    rules: Annotated[
        bool, typer.Option("--rules", help="Show what each rule stated, and how much of it is right.")
    ] = False,
    errors: Annotated[bool, typer.Option("--errors", help="Show every mistake in its sentence.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Write the scores as JSON.")] = False,
    ner_model: Annotated[
        str, typer.Option(metavar="NAME", help="The recogniser of a run without DIR.")
    ] = "press",
    gold_mentions: Annotated[
        bool, typer.Option("--gold-mentions", help="Give the linker the names of GOLD, to score it alone.")
    ] = False,
) -> None:
    """Precision, recall and F of mentions, entities, relations, bylines and dates against gold data.

    A mention is right with the same span and type, an entity with the same type and name (an event when
    the mentions overlap by half of the shorter), a relation when it joins such entities. Of relations that
    only some gold annotates (all but presidesOver, surveyed, organised, attended, spokeAt, holdsPosition,
    locatedIn and heldAt) only those are scored that GOLD has any of.
    """
    from kg import reading
    from kg.artifacts.annotations import read_articles
    from kg.evaluation.scores import evaluate as score

    if build and gold_mentions:
        raise typer.BadParameter("--gold-mentions scores a fresh run: leave DIR out")
    wanted = read_articles(gold)
    problems: list[Problem] = []
    if build:
        predicted = _built(build)
    else:
        articles = reading.read_file(gold, problems.append)
        predicted = _annotated(articles, ner_model, wanted if gold_mentions else None)
    result = score(wanted, predicted)
    if as_json:
        typer.echo(json.dumps(result.to_json(), ensure_ascii=False, indent=2))
    else:
        print_scores(result, whole_articles=build is not None)
        print_calibration(result)
    if rules:
        _print_rules(result)
    if errors:
        _print_mistakes(result)
    console.finish(problems)


def _built(build: Path) -> list[LinkedArticle]:
    from kg.building.builder import load_articles

    return load_articles(build)


def _annotated(
    articles: list[Article], model: str, wanted: list[LinkedArticle] | None
) -> list[LinkedArticle]:
    """The articles, annotated with the mentions of the gold or, without it, with those of a recogniser."""
    from kg import ner
    from kg.annotation.pipeline import annotate, annotate_with

    nlp = ner.load(model)
    return list(annotate_with(nlp, articles, wanted) if wanted is not None else annotate(nlp, articles))


def print_scores(result: Evaluation, *, whole_articles: bool) -> None:
    """Precision, recall and F of every layer and label as a table."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    table = Table("", "", box=SIMPLE_HEAD)
    for name in ("P", "R", "F", "gold", "found", "right"):
        table.add_column(name, justify="right")
    for layer in result.layers():
        table.add_section()
        for label in (None, *result.labels(layer)):
            score = result.score(layer, label)
            ratios = (f"{value:.3f}" for value in (score.precision, score.recall, score.f1))
            counts = (str(value) for value in (score.gold, score.predicted, score.correct))
            table.add_row(
                "" if label else layer, label or "all", *ratios, *counts, style=None if label else "bold"
            )
    out = _console()
    out.print(table)
    out.print(f"{result.matched} of {result.articles} gold articles found", end="")
    out.print(f", {result.exact} with exactly the same title, text and byline" if whole_articles else "")


def print_calibration(result: Evaluation) -> None:
    """How much of what is said with a confidence is right."""
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    table = Table("confidence", box=SIMPLE_HEAD)
    for name in ("claims", "mean", "right"):
        table.add_column(name, justify="right")
    for (low, high), (mean, score) in result.calibration().items():
        table.add_row(
            f"{low:.1f}–{min(high, 1):.1f}", str(score.predicted), f"{mean:.3f}", f"{score.precision:.3f}"
        )
    if table.row_count:
        _console().print(table)


def _print_rules(result: Evaluation) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    table = Table("rule", box=SIMPLE_HEAD)
    for name in ("claims", "right", "P", "F without"):
        table.add_column(name, justify="right")
    for rule, score in result.rules().items():
        figures = (f"{score.precision:.3f}", f"{result.without(rule).f1:.3f}")
        table.add_row(rule, str(score.predicted), str(score.correct), *figures)
    _console().print(table)


def _print_mistakes(result: Evaluation) -> None:
    from rich.text import Text

    out = _console()
    mistakes = sorted(result.mistakes, key=lambda m: (m.layer, m.label, m.kind))
    for (layer, label, kind), group in groupby(mistakes, key=lambda m: (m.layer, m.label, m.kind)):
        out.print(f"\n{layer} · {label} · {kind}", style="bold")
        for mistake in group:
            before, evidence, after = (
                visible(mistake.sentence[cut].replace("\n", " "))
                for cut in (slice(mistake.start), slice(mistake.start, mistake.end), slice(mistake.end, None))
            )
            line = Text.assemble(
                (visible(f"{mistake.article}  {mistake.text}"), "red"),
                f"  {before}",
                (f"⟦{evidence}⟧", "bold"),
                after,
            )
            out.print(line, soft_wrap=True)


def _console() -> Console:
    from rich.console import Console

    return Console(highlight=False, markup=False)

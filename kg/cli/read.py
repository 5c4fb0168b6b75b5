"""`kg read`: what the reader understood, before anything is sought in it."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli import console
from kg.language.text import visible
from kg.model.errors import InputError

if TYPE_CHECKING:
    from kg.model.records import Article

_RULE = 60


@console.verb
def read(
    inputs: console.Inputs,
    as_json: Annotated[
        bool, typer.Option("--json", help="Write one article a line, which kg build reads again.")
    ] = False,
    html: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Draw the pages, each article in its colour.")
    ] = None,
    date: console.Date = None,
    source: console.Source = None,
) -> None:
    """Show the articles of newspaper pages: titles, bylines, dates and paragraphs, as kg build takes them.

    In the picture that --html draws, what is grey belongs to no article.

    Exit code: 0 all was read, 1 some inputs could not be read but the rest was, 2 nothing was.
    """
    from kg.artifacts.annotations import without_annotations
    from kg.artifacts.atomic import atomic_write
    from kg.building.intake import Intake
    from kg.export.picture import DrawnFile, to_html
    from kg.reading import Publication

    intake = Intake(inputs, publication=Publication.parse(date, source))
    sheets: list[DrawnFile] = []
    count = 0
    for result in intake.results():
        count += len(result.articles)
        if html:
            sheets.append(
                DrawnFile(str(result.path), result.articles, result.problems, result.text, result.aside)
            )
        for article in result.articles:
            if as_json:
                typer.echo(without_annotations(article), nl=False)
            elif not html:
                _print(article)
    if not count:
        raise InputError(
            "nothing could be read" + "".join(f"\n{p.path}: {p.message}" for p in intake.problems)
        )
    if html:
        atomic_write(html, to_html(sheets))
        console.say(f"{html}: {count} articles")
    console.finish(intake.problems, intake.notes)


def _print(article: Article) -> None:
    """The article below a rule that tells its id, date and newspaper."""
    head = " · ".join(filter(None, (article.id, article.date, article.source)))
    typer.echo(f"{visible(f'── {head} '):─<{_RULE}}")
    title, *paragraphs = article.text.split("\n") if article.title else ("", *article.text.split("\n"))
    if title:
        typer.secho(visible(title), bold=True)
    if article.byline:
        roles = groupby(article.byline, key=lambda credit: credit.role)
        named = (f"{role} {'、'.join(credit.name for credit in group)}" for role, group in roles)
        typer.echo(visible("，".join(named)))
    typer.echo("\n" + "\n".join(map(visible, paragraphs)) + "\n")

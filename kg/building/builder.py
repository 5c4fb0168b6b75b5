"""A batch from its inputs to its files, and back from the files to the graph."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable, Generator, Iterable, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from kg.artifacts.annotations import read_articles, to_jsonl
from kg.artifacts.folder import of_one_build, publishing, require_own, strangers, workshop
from kg.artifacts.names import ARTICLES, REPORT, TURTLE, VIEW
from kg.artifacts.report import Report, libraries, model_identity, now, program, read_report
from kg.building.intake import Intake
from kg.building.workers import Failure, Outcome, annotated
from kg.export.html import to_html
from kg.export.rdf.graph import to_turtle
from kg.graph import KnowledgeGraph
from kg.graph.counting import count
from kg.model import iri
from kg.model.errors import InputError
from kg.model.records import LinkedArticle, Problem
from kg.reading import Publication
from kg.validation import Sound, sound

if TYPE_CHECKING:
    import rdflib

_LOG = logging.getLogger(__name__)

Progress = Callable[[str, int], None]


def build(
    inputs: str | Path | Sequence[str | Path],
    output: str | Path,
    *,
    base_iri: str = iri.BASE_IRI,
    ner_model: str = "press",
    workers: int = 1,
    date: str | None = None,
    source: str | None = None,
    progress: Progress | None = None,
) -> Report:
    """Read the inputs (one or more files and folders), and write the graph's files into the folder `output`.

    `date` (ISO 8601) and `source`, the newspaper, are those of articles that do not tell theirs.

    The files appear together when all is done; an interrupted build goes on where it was when it is called
    again. `progress` is told each step and how many articles it has done. What could not be read, articles at
    which a stage failed and statements that are unsound are left out; the report's problems name them. Raises
    a KGError where nothing can be done at all.
    """
    started = now()
    show = progress or _show_nothing
    KnowledgeGraph.from_articles((), base_iri)  # refuses an unusable base IRI before the long work
    publication = Publication.parse(date, source)
    paths = [inputs] if isinstance(inputs, str | Path) else inputs
    output = Path(output)
    with workshop(output) as parts:
        intake = Intake([Path(path) for path in paths], output, publication)
        model = model_identity(ner_model)
        version = repr((program(), libraries(), model))
        outcomes = annotated(intake.articles(), ner_model, workers, parts, version)
        linked, failures = _collect(outcomes, intake, show)
        problems = (*intake.problems, *failures)
        _require_any(linked, problems)
        show("checking", len(linked))
        report = partial(
            Report,
            settings=_settings(base_iri=base_iri, ner_model=ner_model, date=date, source=source),
            model=model,
            inputs=tuple(intake.sources),
            notes=tuple(intake.notes),
            started=started,
        )
        checked = sound(
            linked, base_iri, lambda graph: to_turtle(graph, report(problems=problems, counts=count(graph)))
        )
        problems += tuple(Problem(intake.path_of(one.article), one.message) for one in checked.left_out)
        _LOG.info("%d unsound statements left out", len(checked.left_out))
        _require_any(checked.articles, problems)
        show("writing", len(checked.articles))
        return _publish(checked, base_iri, output, partial(report, problems=problems))


def _settings(**settings: str | None) -> dict[str, str]:
    """The settings of a build that have a value."""
    return {name: value for name, value in settings.items() if value}


def _collect(
    outcomes: Generator[Outcome, None, None], intake: Intake, show: Progress
) -> tuple[list[LinkedArticle], list[Problem]]:
    """The articles that could be annotated, and a problem for each of the others."""
    linked: list[LinkedArticle] = []
    failures: list[Problem] = []
    with closing(outcomes):
        for outcome in outcomes:
            if isinstance(outcome, Failure):
                failures.append(_problem(outcome, intake))
            else:
                linked.append(outcome)
            show("linked", len(linked))
    _LOG.info("%d articles annotated, %d left out", len(linked), len(failures))
    return linked, failures


def _publish(checked: Sound, base_iri: str, output: Path, report: Callable[..., Report]) -> Report:
    """Write all files of a build; the report of them."""
    with publishing(output) as write:
        digests = {
            TURTLE: write(TURTLE, checked.turtle),
            VIEW: write(VIEW, to_html(checked.graph)),
            ARTICLES: write(ARTICLES, to_jsonl(checked.articles, base_iri)),
        }
        complete = report(counts=count(checked.graph), files=digests, ended=now())
        write(REPORT, complete.to_json())
    return complete


def load(output: str | Path) -> KnowledgeGraph:
    """The graph of a folder that `build` wrote."""
    with of_one_build(Path(output)):
        return KnowledgeGraph.from_articles(load_articles(output), _base_iri(output))


def load_rdf(output: str | Path) -> rdflib.Graph:
    """The Turtle of a folder that `build` wrote, for those who work with rdflib."""
    from rdflib import Graph

    _base_iri(output)
    with of_one_build(Path(output), TURTLE):
        return Graph().parse(Path(output) / TURTLE, format="turtle")


def load_articles(output: str | Path) -> list[LinkedArticle]:
    """The articles of a folder that `build` wrote, in the order of its inputs.

    Articles that were corrected by hand are loaded as they stand, beside the graph of their build.
    """
    folder = Path(output)
    with of_one_build(folder):
        if strangers(folder, ARTICLES):
            require_own(folder, TURTLE)
        return read_articles(folder / ARTICLES, _base_iri(folder))


def load_report(output: str | Path) -> Report:
    """What the build of a folder said of itself."""
    return read_report(Path(output) / REPORT)


def _base_iri(output: str | Path) -> str:
    try:
        return str(json.loads((Path(output) / REPORT).read_text("utf-8"))["settings"]["base_iri"])
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise InputError(
            f"{output}: holds no build; make one with: kg build INPUT --output {output}"
        ) from error


def _problem(failure: Failure, intake: Intake) -> Problem:
    message = f"article {failure.article!r} could not be annotated and is left out ({failure.message})"
    return Problem(intake.path_of(failure.article), message)


def _require_any(articles: Sequence[LinkedArticle], problems: Iterable[Problem]) -> None:
    if not articles:
        raise InputError("nothing could be built" + "".join(f"\n{p.path}: {p.message}" for p in problems))


def _show_nothing(_step: str, _articles: int) -> None:
    """Progress, where nobody looks."""

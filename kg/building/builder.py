"""A batch from its inputs to its files, and back from the files to the graph."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from kg.artifacts.annotations import read_articles, to_jsonl
from kg.artifacts.folder import of_one_build, publishing, require_own, strangers, workshop
from kg.artifacts.names import ARTICLES, REPORT, TURTLE, VIEW
from kg.artifacts.report import Report, libraries, model_identity, now, program, read_report
from kg.building.intake import Intake
from kg.building.workers import Failure, annotated
from kg.export.html import to_html
from kg.export.rdf.graph import to_turtle
from kg.graph import KnowledgeGraph
from kg.graph.counting import count
from kg.model import iri
from kg.model.errors import InputError
from kg.model.records import LinkedArticle, Problem
from kg.reading import Publication
from kg.validation import sound

if TYPE_CHECKING:
    import rdflib

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
    tell = progress or _silent
    started = now()
    KnowledgeGraph.from_articles((), base_iri)  # refuses an unusable base IRI before the long work
    publication = Publication.parse(date, source)
    paths = [inputs] if isinstance(inputs, str | Path) else inputs
    output = Path(output)
    with workshop(output) as parts:
        intake = Intake([Path(path) for path in paths], output, publication)
        model = model_identity(ner_model)
        linked: list[LinkedArticle] = []
        failed: list[Problem] = []
        stream = annotated(
            intake.articles(), ner_model, workers, parts, repr((program(), libraries(), model))
        )
        with closing(stream):
            for outcome in stream:
                if isinstance(outcome, Failure):
                    failed.append(_problem(outcome, intake))
                else:
                    linked.append(outcome)
                tell("linked", len(linked))
        problems = (*intake.problems, *failed)
        _require_any(linked, problems)

        tell("checking", len(linked))
        told = partial(
            Report,
            settings={"base_iri": base_iri, "ner_model": ner_model}
            | {key: value for key, value in (("date", date), ("source", source)) if value},
            model=model,
            inputs=tuple(intake.sources),
            notes=tuple(intake.notes),
            started=started,
        )
        checked = sound(
            linked, base_iri, lambda graph: to_turtle(graph, told(problems=problems, counts=count(graph)))
        )
        problems += tuple(Problem(intake.path_of(one.article), one.message) for one in checked.left_out)
        _require_any(checked.articles, problems)
        tell("writing", len(checked.articles))
        with publishing(output) as write:
            written = {
                TURTLE: write(TURTLE, checked.turtle),
                VIEW: write(VIEW, to_html(checked.graph)),
                ARTICLES: write(ARTICLES, to_jsonl(checked.articles, base_iri)),
            }
            report = told(problems=problems, counts=count(checked.graph), files=written, ended=now())
            write(REPORT, report.to_json())
    return report


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


def _silent(_step: str, _done: int) -> None:
    """Nobody listens."""

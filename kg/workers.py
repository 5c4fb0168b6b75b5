"""Articles annotated batch by batch, here or in several processes, each finished batch kept on disk.

The part of a batch is named after all that decides its result, so a build that was interrupted goes on
from the parts it finds, and never takes those of other articles, another model or another version.
"""

from __future__ import annotations

import hashlib
import multiprocessing
import signal
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import lru_cache
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from kg.errors import KGError
from kg.export.articles import read_articles, to_jsonl
from kg.export.atomic import atomic_write
from kg.records import Article, LinkedArticle

if TYPE_CHECKING:
    from spacy.language import Language

# Large enough for the recogniser to fill its batches, small enough to spread over processes and to lose.
BATCH = 64


Job = tuple[str, tuple[Article, ...], Path]


def annotated(
    articles: Iterable[Article], model: str, workers: int, parts: Path, version: str
) -> Generator[LinkedArticle, None, None]:
    """Each article with all that is found in it, in the order given, whatever the number of workers.

    `parts` is an existing folder for finished batches; `version` tells the program and the model apart.
    """
    jobs = ((model, batch, parts / _part_name(version, batch)) for batch in _batches(articles))
    for linked in map(_annotate, jobs) if workers == 1 else _in_processes(jobs, workers):
        yield from linked


def _in_processes(jobs: Iterable[Job], workers: int) -> Iterator[list[LinkedArticle]]:
    # A forked process would inherit the threads of the libraries in an unknown state. The workers leave
    # Ctrl-C to the parent, which lets them finish their batches.
    with ProcessPoolExecutor(
        workers,
        mp_context=multiprocessing.get_context("spawn"),
        initializer=signal.signal,
        initargs=(signal.SIGINT, signal.SIG_IGN),
    ) as pool:
        waiting: deque[Future[list[LinkedArticle]]] = deque()
        try:
            for job in jobs:
                waiting.append(pool.submit(_annotate, job))
                if len(waiting) > 2 * workers:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        except BrokenProcessPool as error:
            raise KGError(
                "a worker process died, perhaps for want of memory; the same command with fewer --workers "
                "goes on from what is finished"
            ) from error
        finally:
            pool.shutdown(cancel_futures=True)


def _annotate(job: Job) -> list[LinkedArticle]:
    model, batch, part = job
    if part.exists():
        return read_articles(part)
    from kg.pipeline import annotate

    linked = list(annotate(_recogniser(model), batch))
    atomic_write(part, to_jsonl(linked))
    return linked


@lru_cache(maxsize=1)
def _recogniser(model: str) -> Language:
    """The model of this process: loaded once for all batches and builds."""
    from kg import ner

    return ner.load(model)


def _batches(articles: Iterable[Article]) -> Iterator[tuple[Article, ...]]:
    stream = iter(articles)
    return iter(lambda: tuple(islice(stream, BATCH)), ())


def _part_name(version: str, batch: tuple[Article, ...]) -> str:
    digest = hashlib.sha256(repr((version, batch)).encode("utf-8", "surrogatepass")).hexdigest()
    return f"{digest}.jsonl"

"""Articles annotated batch by batch, here or in several processes, each finished batch kept on disk.

The part of a batch is named after all that decides its result, so a build that was interrupted goes on
from the parts it finds, and never takes those of other articles, another model or another version. A batch
with a failure in it is not kept: what failed for want of memory may succeed the next time.
"""

from __future__ import annotations

import hashlib
import multiprocessing
import signal
from collections import deque
from collections.abc import Generator, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class Failure:
    """An article, by its id, at which a stage raised an error; `message` tells its type and words."""

    article: str
    message: str


Outcome = LinkedArticle | Failure


def annotated(
    articles: Iterable[Article], model: str, workers: int, parts: Path, version: str
) -> Generator[Outcome, None, None]:
    """Each article with all that is found in it, in the order given, whatever the number of workers.

    An error at one article is that article's Failure and stops nothing; ModelError where `model` cannot be
    loaded, KGError where a worker process dies.

    `parts` is an existing folder for finished batches; `version` tells the program and the model apart.
    """
    jobs = ((model, batch, parts / _part_name(version, batch)) for batch in _batches(articles))
    for outcomes in map(_annotate, jobs) if workers == 1 else _in_processes(jobs, workers):
        yield from outcomes


def _in_processes(jobs: Iterable[Job], workers: int) -> Iterator[Sequence[Outcome]]:
    # A forked process would inherit the threads of the libraries in an unknown state. The workers leave
    # Ctrl-C to the parent, which lets them finish their batches.
    with ProcessPoolExecutor(
        workers,
        mp_context=multiprocessing.get_context("spawn"),
        initializer=signal.signal,
        initargs=(signal.SIGINT, signal.SIG_IGN),
    ) as pool:
        waiting: deque[Future[Sequence[Outcome]]] = deque()
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


def _annotate(job: Job) -> Sequence[Outcome]:
    model, batch, part = job
    if part.exists():
        return read_articles(part)
    from kg.pipeline import annotate

    nlp = _recogniser(model)
    try:
        linked = list(annotate(nlp, batch))
    except Exception:  # one article's fault, whatever it is, must not cost the others of the batch
        return [_annotate_alone(nlp, article) for article in batch]
    atomic_write(part, to_jsonl(linked))
    return linked


def _annotate_alone(nlp: Language, article: Article) -> Outcome:
    from kg.pipeline import annotate

    try:
        (linked,) = annotate(nlp, (article,))
    except Exception as error:
        words = " ".join(str(error).split())
        return Failure(article.id, f"{type(error).__name__}: {words}" if words else type(error).__name__)
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

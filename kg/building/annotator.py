"""The process that annotates articles, as `kg.building.workers` starts it.

Run as `python -m kg.building.annotator MODEL LEVEL`. A batch is one line of JSON on standard input:

    {"seconds": processor time that it may take, "articles": [as in articles.jsonl]}

An answer is one line of JSON on standard output, {"size": n}, and then n bytes, the lines of the articles.
Where a stage failed, it is {"error": …, "memory": whether that ran out, "size": 0}. The first answer tells
that the model is loaded. Before an answer may stand lines {"log": {…}, "size": 0}: what modules of `kg` log
here, from LEVEL on, for the log of the parent.
"""

from __future__ import annotations

import gc
import json
import logging
import os
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from queue import SimpleQueue
from threading import Thread
from typing import IO, TYPE_CHECKING, Any

from kg.artifacts.annotations import from_json, to_jsonl

if TYPE_CHECKING:
    from spacy.language import Language

Json = dict[str, Any]

_LOG = logging.getLogger("kg.building.annotator")  # as a program it has another name

# What the parent needs of a log record: the others are of places and threads of this process.
_LOGGED = ("name", "levelno", "levelname", "created", "msecs", "process")


def main(model: str, level: str) -> None:
    """Annotate the batches of standard input until it ends, and then end at once, whatever is under way."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the parent, which ends this process
    _be_first_when_memory_is_short()
    # What a library prints must not stand among the answers.
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    _log_to_parent(answers, int(level))
    batches = _listen(sys.stdin.buffer)
    try:
        nlp = _loaded(model)
    except BaseException as error:
        _LOG.exception("the recogniser %r cannot be loaded", model)
        _say(answers, _fault(error))
        os._exit(1)  # not an orderly end: that would wait for those who listen
    _say(answers, {})
    for batch in batches:
        _limit_processor_time(batch["seconds"])
        answer = _annotated(nlp, batch["articles"])
        _limit_processor_time(0)
        _say(answers, *answer)


class _ToParent(logging.Handler):
    """Sends each log record to the parent, its message complete with arguments and traceback."""

    def __init__(self, answers: IO[bytes]) -> None:
        super().__init__()
        self._answers = answers

    def emit(self, record: logging.LogRecord) -> None:
        fields = {name: getattr(record, name) for name in _LOGGED}
        _say(self._answers, {"log": fields | {"msg": self.format(record)}})


def _log_to_parent(answers: IO[bytes], level: int) -> None:
    logger = logging.getLogger("kg")
    logger.addHandler(_ToParent(answers))
    logger.setLevel(level)


def _listen(lines: IO[bytes]) -> Iterator[Json]:
    """The batches; where there will be no more, the parent has ended, and so does this process."""
    waiting: SimpleQueue[bytes] = SimpleQueue()

    def listen() -> None:
        for line in lines:
            waiting.put(line)
        os._exit(0)

    Thread(target=listen, daemon=True).start()
    return (json.loads(waiting.get()) for _ in iter(int, 1))


def _loaded(model: str) -> Language:
    # All that is loaded stays: to look through it again and again for what does not takes a while.
    gc.disable()
    from kg import ner
    from kg.annotation import pipeline  # noqa: F401 (the first batch need not load it then)

    nlp = ner.load(model)
    gc.freeze()
    gc.enable()
    return nlp


def _annotated(nlp: Language, records: Sequence[Json]) -> tuple[Json, bytes]:
    from kg.annotation.pipeline import annotate

    try:
        articles = [from_json(record).article for record in records]
        return {}, to_jsonl(annotate(nlp, articles)).encode()
    except BaseException as error:  # whatever it is, it must not cost other articles
        # What fails among others is tried again alone, and failing then is the error.
        level = logging.ERROR if len(records) == 1 else logging.INFO
        _LOG.log(level, "cannot annotate %s", [record["id"] for record in records], exc_info=True)
        return _fault(error), b""


def _fault(error: BaseException) -> Json:
    words = " ".join(str(error).split())
    message = f"{type(error).__name__}: {words}" if words else type(error).__name__
    return {"error": message, "memory": isinstance(error, MemoryError)}


def _limit_processor_time(seconds: float) -> None:
    """Let the system end this process when it has used so much more; 0 is no limit. Windows has none."""
    if sys.platform != "win32":
        signal.setitimer(signal.ITIMER_PROF, seconds)


def _be_first_when_memory_is_short() -> None:
    """Ask Linux to end this process, which costs one article, rather than the parent, which costs all."""
    with suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text("1000")


def _say(answers: IO[bytes], head: Json, body: bytes = b"") -> None:
    answers.write(json.dumps(head | {"size": len(body)}).encode() + b"\n" + body)
    answers.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])

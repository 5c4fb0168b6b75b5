"""How much work something is, however fast the machine is and whatever else it does.

Seconds on the clock grow with what else is running. Those of the processor hardly do, and those that a fixed
piece of work takes grow with them: so work is counted in such pieces.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager

TEXT = "云州市总工会召开座谈会，记者 周可为\n" * 4_000


@contextmanager
def bounded_effort(pieces: int = 5_000) -> Iterator[None]:
    """The block must do no more work than so many pieces, of which a second holds some 150.

    Ours do at most 250, and four times as many where coverage is measured.
    """
    piece = min(processor_seconds(work) for _ in range(5))
    start = time.process_time()
    yield
    taken = (time.process_time() - start) / piece
    assert taken < pieces, f"{taken:.0f} pieces of work, which may be {pieces}"


def processor_seconds(action: Callable[[], object]) -> float:
    """What an action takes of the processor, in all threads of this process."""
    start = time.process_time()
    action()
    return time.process_time() - start


def work() -> None:
    """A piece of work like a reader's: characters are counted, lines are cut and sorted."""
    Counter(TEXT)
    sorted(TEXT.split("\n"))
    sum(map(ord, TEXT))

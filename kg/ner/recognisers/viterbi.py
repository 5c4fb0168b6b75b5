"""The best paths through the scores of a CRF, for many sentences at once."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Ids = npt.NDArray[np.int64]
Scores = npt.NDArray[np.float32]


def viterbi(emissions: Scores, transitions: Scores, lengths: Ids) -> Ids:
    """The best tags [length, batch] by emissions [length, batch, tags].

    `lengths` are those of the sentences; behind a sentence's end the tags say nothing. No pointers are kept:
    going back, the best way into a tag is looked for again, which is one tag of many for each sentence.
    """
    steps, batch, tags = emissions.shape
    columns = np.arange(batch)
    # Sentences last, so that numpy goes over them at full speed.
    best = emissions.transpose(0, 2, 1).copy()
    ways = np.empty((tags, tags, batch), dtype=best.dtype)
    into = np.empty((tags, batch), dtype=best.dtype)
    for t in range(1, steps):
        np.add(best[t - 1][:, None], transitions[:, :, None], out=ways)
        best[t] += np.max(ways, axis=0, out=into)
    last = best[lengths - 1, :, columns].argmax(axis=1)
    path = np.empty((steps, batch), dtype=np.int64)
    current = path[-1] = last
    for t in range(steps - 2, -1, -1):
        before = (best[t] + transitions[:, current]).argmax(axis=0)
        current = path[t] = np.where(lengths > t + 1, before, last)
    return path

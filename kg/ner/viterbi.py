"""The best paths through the scores of a CRF, for many sentences at once."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Ids = npt.NDArray[np.int64]
Scores = npt.NDArray[np.float32]


def viterbi(emissions: Scores, transitions: Scores, lengths: Ids) -> Ids:
    """The best tags [length, batch] by emissions [length, batch, tags].

    `lengths` are those of the sentences; behind a sentence's end the tags say nothing.
    """
    steps, batch, _ = emissions.shape
    rows = np.arange(batch)
    pointers = np.zeros(emissions.shape, dtype=np.int64)
    scores = emissions[0]
    last = np.zeros(batch, dtype=np.int64)
    for t in range(steps):
        if t:
            ways = scores[:, :, None] + transitions
            pointers[t] = ways.argmax(axis=1)
            scores = ways.max(axis=1) + emissions[t]
        ending = lengths == t + 1
        if ending.any():
            last[ending] = scores[ending].argmax(axis=1)
    tags = np.zeros((steps, batch), dtype=np.int64)
    current = np.zeros(batch, dtype=np.int64)
    for t in reversed(range(steps)):
        if t + 1 < steps:
            current = pointers[t + 1][rows, current]
        current = np.where(lengths == t + 1, last, current)
        tags[t] = current
    return tags

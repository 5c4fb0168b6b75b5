from __future__ import annotations

from itertools import pairwise, product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as hnp

from kg.ner.recognisers.viterbi import viterbi

SCORES = st.integers(-40, 40)


@given(
    hnp.arrays(np.float32, st.tuples(st.integers(1, 5), st.integers(1, 3), st.just(3)), elements=SCORES),
    hnp.arrays(np.float32, (3, 3), elements=SCORES),
    st.data(),
)
def test_no_path_is_better(emissions: np.ndarray, transitions: np.ndarray, data: st.DataObject) -> None:
    steps, batch, tags = emissions.shape
    lengths = np.array([data.draw(st.integers(1, steps)) for _ in range(batch)])

    def score(path: tuple[int, ...], column: int) -> float:
        kept = sum(emissions[t, column, tag] for t, tag in enumerate(path))
        return float(kept + sum(transitions[a, b] for a, b in pairwise(path)))

    found = viterbi(emissions, transitions, lengths)
    for column, length in enumerate(lengths.tolist()):
        ours = tuple(found[:length, column].tolist())
        best = max(score(path, column) for path in product(range(tags), repeat=length))
        assert score(ours, column) == best

"""Groups of nodes."""

from __future__ import annotations

from itertools import combinations

from kg.export.html.communities import communities


class TestCommunities:
    def test_cliques_are_told_apart_the_largest_first(self) -> None:
        cliques = [*combinations(range(4), 2), *((a + 4, b + 4) for a, b in combinations(range(6), 2))]
        assert communities(10, [*cliques, (0, 4)]) == [1] * 4 + [0] * 6

    def test_of_nothing(self) -> None:
        assert communities(0, []) == []

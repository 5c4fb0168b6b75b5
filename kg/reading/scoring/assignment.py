"""The best one-to-one assignment of rows to columns (the Hungarian method)."""

from __future__ import annotations

from collections.abc import Sequence


def assign_columns(gains: Sequence[Sequence[float]]) -> list[int]:
    """The column of each row so that the gains sum to the most; there are at least as many columns as rows.

    Shortest augmenting paths with potentials, O(rows² · columns): see Burkard, Dell'Amico and Martello,
    Assignment Problems (2009), chapter 4.
    """
    rows = len(gains)
    columns = len(gains[0]) if rows else 0
    infinity = float("inf")
    row_potential, column_potential = [0.0] * (rows + 1), [0.0] * (columns + 1)
    owner = [0] * (columns + 1)
    for row in range(1, rows + 1):
        owner[0] = row
        column = 0
        slack, came_from, done = [infinity] * (columns + 1), [0] * (columns + 1), [False] * (columns + 1)
        while owner[column]:
            done[column] = True
            current, delta, following = owner[column], infinity, 0
            for other in range(1, columns + 1):
                if done[other]:
                    continue
                cost = -gains[current - 1][other - 1] - row_potential[current] - column_potential[other]
                if cost < slack[other]:
                    slack[other], came_from[other] = cost, column
                if slack[other] < delta:
                    delta, following = slack[other], other
            for other in range(columns + 1):
                if done[other]:
                    row_potential[owner[other]] += delta
                    column_potential[other] -= delta
                else:
                    slack[other] -= delta
            column = following
        while column:
            owner[column] = owner[came_from[column]]
            column = came_from[column]
    chosen = [0] * rows
    for column in range(1, columns + 1):
        if owner[column]:
            chosen[owner[column] - 1] = column - 1
    return chosen

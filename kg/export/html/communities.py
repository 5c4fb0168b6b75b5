"""Which entities belong together: communities that are linked more among themselves than with others."""

from __future__ import annotations

from collections.abc import Sequence

import networkx as nx


def communities(size: int, edges: Sequence[tuple[int, int]]) -> list[int]:
    """The community of each of `size` nodes, by the method of Louvain; the largest is 0.

    The same edges in the same order give the same communities.
    """
    network: nx.Graph[int] = nx.Graph()
    network.add_nodes_from(range(size))
    network.add_edges_from(edges)
    unsorted = nx.community.louvain_communities(network, seed=0) if size else []
    groups = [0] * size
    for group, members in enumerate(sorted(unsorted, key=lambda members: (-len(members), min(members)))):
        for node in members:
            groups[node] = group
    return groups

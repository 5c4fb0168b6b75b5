"""Short names under the fuller ones of the same article, without holding each name against each other."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterable, Sequence

from kg.linker.lexicon import SITE_HEADS


class Index(ABC):
    """Names by their pieces, so that those that may be fuller than another are found."""

    def __init__(self) -> None:
        """Nothing is known yet."""
        self._names: list[str] = []
        self._numbers: dict[str, list[int]] = {}

    def add(self, name: str) -> None:
        """Know a name from now on."""
        for piece in self._pieces(name):
            self._numbers.setdefault(piece, []).append(len(self._names))
        self._names.append(name)

    def fuller(self, short: str) -> list[str]:
        """The names known that may be fuller than this one, in the order in which they were added."""
        return [self._names[number] for number in self._candidates(short)]

    def _with(self, piece: str) -> Sequence[int]:
        return self._numbers.get(piece, ())

    @abstractmethod
    def _pieces(self, name: str) -> Iterable[str]: ...

    @abstractmethod
    def _candidates(self, short: str) -> Iterable[int]: ...


class Bodies(Index):
    """A fuller name of a body has all characters of the short one, so those with the rarest may be one."""

    def _pieces(self, name: str) -> Iterable[str]:
        return frozenset(name)

    def _candidates(self, short: str) -> Iterable[int]:
        return min(map(self._with, short), key=len, default=())


class Sites(Index):
    """Two names of a site share three characters, which do not all belong to the head; or one is a head."""

    def _pieces(self, name: str) -> Iterable[str]:
        return {*_own_pieces(name), *(head for head in SITE_HEADS if name.endswith(head))}

    def _candidates(self, short: str) -> Iterable[int]:
        return sorted({number for piece in _own_pieces(short) or {short} for number in self._with(piece)})


def _own_pieces(name: str) -> frozenset[str]:
    stem = len(name) - min((len(head) for head in SITE_HEADS if name.endswith(head)), default=0)
    return frozenset(name[start : start + 3] for start in range(min(stem, len(name) - 2)))


def fullest(names: Iterable[str], index: Index, is_short_for: Callable[[str, str], bool]) -> dict[str, str]:
    """Short name → the one fuller name of the article that it stands for; ambiguous ones stay as they are."""
    fuller: dict[str, str] = {}
    # Longest first, then in the order of the text: what comes before a name in this list is fuller than it.
    for short in sorted(dict.fromkeys(names), key=lambda name: -len(name)):
        candidates = [full for full in index.fuller(short) if is_short_for(short, full)]
        # Fuller names that do not stand for each other are two things: which is meant is not clear.
        if candidates and all(is_short_for(other, candidates[0]) for other in candidates[1:]):
            fuller[short] = fuller.get(candidates[0], candidates[0])
        index.add(short)
    return fuller

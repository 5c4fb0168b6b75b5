"""Later mentions of a person: surname with title, the first or last part of a foreign name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from kg.language.surnames import surname
from kg.language.text import HAN, alternation
from kg.language.titles import FORMS_OF_ADDRESS

_TITLED = re.compile(rf"(?P<surname>[{HAN}]{{1,2}}?)(?:副|总)?{alternation(FORMS_OF_ADDRESS)}")
_PARTED, _DOT = re.compile(r"[\s·.．・]"), re.compile("[·・]")


class NamedPeople:
    """The persons that an article names, found by what their names begin and end with."""

    def __init__(self, names: Iterable[str]) -> None:
        """`names` are in the order of the text; those that stand last in it are found first."""
        # The latest name first, once.
        self._by_surname: dict[str, list[str]] = {}
        self._by_part: dict[str, list[str]] = {}
        for name in dict.fromkeys(reversed(list(names))):
            self._by_surname.setdefault(surname(name), []).append(name)
            for part in _parts(name):
                self._by_part.setdefault(part, []).append(name)

    def with_surname(self, surname: str) -> Sequence[str]:
        """The names that begin so, the latest first."""
        return self._by_surname.get(surname, ())

    def with_part(self, part: str) -> Sequence[str]:
        """The foreign names of which this is the beginning or the end, the latest first."""
        return self._by_part.get(part, ())


def _parts(name: str) -> Iterator[str]:
    """What stands before and behind the dots and spaces of a name: 约翰, 史密斯 of 约翰·史密斯."""
    yield from (name[dot.end() :] for dot in _PARTED.finditer(name))
    yield from (name[: dot.start()] for dot in _DOT.finditer(name))


def earlier_person(surface: str, named: NamedPeople) -> str | None:
    """The full name that 李主席, Rossi or 坎曼 stands for among those in the article, the latest first."""
    match = _TITLED.fullmatch(surface)
    whole = named.with_surname(match["surname"]) if match else named.with_part(surface)
    return next((name for name in whole if name != surface), None)

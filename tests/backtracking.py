"""How many steps a regular expression takes: a backtracking matcher like Python's that counts them.

Time depends on the machine, steps do not. A step is one character compared, one branch entered or one repeat
given back; the matcher tries the same ways in the same order as `re`, so a pattern that explodes there takes
as many steps here. Patterns are read by Python's own parser. A reference to a group counts as that group again.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

Test = Callable[[str], bool]
Node = tuple[Any, Any]

_CATEGORIES: dict[Any, Test] = {
    sre.CATEGORY_DIGIT: str.isdecimal,
    sre.CATEGORY_NOT_DIGIT: lambda c: not c.isdecimal(),
    sre.CATEGORY_SPACE: str.isspace,
    sre.CATEGORY_NOT_SPACE: lambda c: not c.isspace(),
    sre.CATEGORY_WORD: lambda c: c.isalnum() or c == "_",
    sre.CATEGORY_NOT_WORD: lambda c: not (c.isalnum() or c == "_"),
}


class TooManySteps(Exception):
    """The steps of a search exceed what was allowed."""


def parsed(pattern: re.Pattern[str]) -> list[Node]:
    """The parse tree of a pattern, as Python's parser gives it."""
    return list(parser.parse(pattern.pattern, pattern.flags & ~re.UNICODE))


def test_of(node: Node, flags: int) -> Test | None:
    """What a node asks of one character; None for nodes that are more than that."""
    op, value = node
    if op is sre.LITERAL:
        return _folded(lambda c: ord(c) == value, flags)
    if op is sre.NOT_LITERAL:
        return _folded(lambda c: ord(c) != value, flags)
    if op is sre.ANY:
        return (lambda _: True) if flags & re.DOTALL else lambda c: c != "\n"
    return _folded(_in(value), flags) if op is sre.IN else None


def _folded(test: Test, flags: int) -> Test:
    return (lambda c: test(c) or test(c.swapcase())) if flags & re.IGNORECASE else test


def _in(items: list[Node]) -> Test:
    negated = items[0][0] is sre.NEGATE
    tests: list[Test] = []
    literals = {chr(value) for op, value in items if op is sre.LITERAL}
    ranges = [value for op, value in items if op is sre.RANGE]
    tests = [_CATEGORIES[value] for op, value in items if op is sre.CATEGORY]

    def inside(c: str) -> bool:
        return c in literals or any(low <= ord(c) <= high for low, high in ranges) or any(t(c) for t in tests)

    return (lambda c: not inside(c)) if negated else inside


# A program is a list of instructions; each names those that follow it by their index.
Program = list[tuple[Any, ...]]


class Counter:
    """One pattern as a program, and the steps that its searches take."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self._flags = pattern.flags
        self._groups: dict[int, Any] = {}
        self._program = self._compiled(parsed(pattern))
        self.steps = 0
        self._limit = 0

    def match(self, text: str, limit: int, start: int = 0) -> int | None:
        """The end of a match at `start`; TooManySteps where it takes more than `limit`."""
        self.steps, self._limit = 0, limit
        return self._run(self._program, text, start)

    def finditer(self, text: str, limit: int) -> Iterator[tuple[int, int]]:
        """[start, end) of the matches, from all starts; TooManySteps where that takes more than `limit`."""
        self.steps, self._limit = 0, limit
        start = 0
        while start <= len(text):
            end = self._run(self._program, text, start)
            if end is not None:
                yield start, end
            start = end if end is not None and end > start else start + 1

    # ---- the program

    def _compiled(self, nodes: list[Node]) -> Program:
        program: Program = []
        self._sequence(program, nodes)
        program.append(("found",))
        return program

    def _sequence(self, program: Program, nodes: Any) -> None:
        for node in nodes:
            self._node(program, node)

    def _node(self, program: Program, node: Node) -> None:
        op, value = node
        if test := test_of(node, self._flags):
            program.append(("test", _remembered(test)))
        elif op is sre.SUBPATTERN:
            assert not value[1] and not value[2], "flags for a part of a pattern are not counted"
            self._groups[value[0]] = value[3]
            self._sequence(program, value[3])
        elif op is sre.GROUPREF:
            self._sequence(program, self._groups[value])
        elif op is sre.BRANCH:
            self._branch(program, value[1])
        elif op in (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT):
            self._repeat(program, op, *value)
        elif op is sre.ATOMIC_GROUP:
            program.append(("atomic", self._compiled(value)))
        elif op in (sre.ASSERT, sre.ASSERT_NOT):
            direction, inner = value
            width = inner.getwidth()[0] if direction < 0 else 0
            program.append(("look", self._compiled(inner), width, op is sre.ASSERT))
        elif op is sre.AT:
            program.append(("at", value))
        else:
            raise NotImplementedError(f"{op} is not counted")

    def _branch(self, program: Program, branches: list[Any]) -> None:
        """Branches that begin with another character than the text are passed over as one step."""
        here = len(program)
        program.append(())
        starts: list[tuple[int, Test | None]] = []
        leaps: list[int] = []
        for branch in branches:
            first = branch[0] if len(branch) else None
            starts.append((len(program), test_of(first, self._flags) if first else None))
            self._sequence(program, branch)
            leaps.append(len(program))
            program.append(())
        for leap in leaps:
            program[leap] = ("jump", len(program))

        def fitting(c: str) -> list[int]:
            return [start for start, test in reversed(starts) if test is None or (c and test(c))]

        program[here] = ("branch", _remembered(fitting))

    def _repeat(self, program: Program, op: Any, low: int, high: int, body: Any) -> None:
        test = test_of(body[0], self._flags) if len(body) == 1 else None
        most = None if high is sre.MAXREPEAT else high
        if op is sre.POSSESSIVE_REPEAT:
            program.append(("atomic", self._compiled([(sre.MAX_REPEAT, (low, high, body))])))
        elif test:
            program.append(("run", _remembered(test), low, most, op is sre.MAX_REPEAT))
        else:
            for _ in range(low):
                self._sequence(program, body)
            self._optional(program, op is sre.MAX_REPEAT, None if most is None else most - low, body)

    def _optional(self, program: Program, greedy: bool, most: int | None, body: Any) -> None:
        """The repeats above the least number: as many choices as there may be, or a loop."""
        choices: list[int] = []
        for _ in range(1 if most is None else most):
            choices.append(len(program))
            program.append(())
            program.append(("enter",))
            self._sequence(program, body)
            program.append(("leave",))
        if most is None:
            program.append(("jump", choices[0]))
        for choice in choices:
            ways = [choice + 1, len(program)]
            program[choice] = ("choose", ways if greedy else ways[::-1])

    # ---- running it

    def _run(self, program: Program, text: str, position: int) -> int | None:
        """The end of the first way through the program."""
        # What is left to try: instruction, position, where the repeats around began, bound of a run.
        stack: list[tuple[int, int, Any, int | None]] = [(0, position, None, None)]
        while stack:
            at, position, entered, bound = stack.pop()
            while True:
                self.steps += 1
                if self.steps > self._limit:
                    raise TooManySteps
                instruction = program[at]
                kind = instruction[0]
                if kind == "test":
                    if position >= len(text) or not instruction[1](text[position]):
                        break
                    position += 1
                elif kind == "found":
                    return position
                elif kind == "run":
                    reached = self._over_run(stack, instruction, at, text, position, entered, bound)
                    if reached is None:
                        break
                    position, bound = reached, None
                elif kind == "branch":
                    ways = instruction[1](text[position : position + 1])
                    stack.extend((way, position, entered, None) for way in ways[:-1])
                    if not ways:
                        break
                    at = ways[-1]
                    continue
                elif kind == "choose":
                    first, second = instruction[1]
                    stack.append((second, position, entered, None))
                    at = first
                    continue
                elif kind == "jump":
                    at = instruction[1]
                    continue
                elif kind == "enter":
                    entered = (position, entered)
                elif kind == "leave":
                    if entered[0] == position:  # a repeat of nothing is not repeated
                        break
                    entered = entered[1]
                elif kind == "atomic":
                    end = self._run(instruction[1], text, position)
                    if end is None:
                        break
                    position = end
                elif kind == "look":
                    if not self._looks(instruction, text, position):
                        break
                elif not self._is_at(instruction[1], text, position):
                    break
                at += 1
        return None

    def _over_run(
        self,
        stack: list[tuple[int, int, Any, int | None]],
        instruction: tuple[Any, ...],
        at: int,
        text: str,
        position: int,
        entered: Any,
        bound: int | None,
    ) -> int | None:
        """Where a repeat of one character goes on; the next way is left on the stack.

        `bound` is set on the way back: for a greedy repeat its least end, for a lazy one its greatest.
        """
        _, test, low, most, greedy = instruction
        if bound is None:
            limit = len(text) if most is None else min(len(text), position + most)
            end, wanted = position, limit if greedy else min(position + low, limit)
            while end < wanted and test(text[end]):
                end += 1
                self.steps += 1
            if end < position + low:
                return None
            bound = position + low if greedy else limit
        elif greedy or (position <= bound and test(text[position - 1])):
            end = position
        else:
            return None
        following = end - 1 if greedy else end + 1
        if (following >= bound) if greedy else (following <= bound):
            stack.append((at, following, entered, bound))
        return end

    def _looks(self, instruction: tuple[Any, ...], text: str, position: int) -> bool:
        _, inner, width, wanted = instruction
        found = position >= width and self._run(inner, text, position - width) is not None
        return found is wanted

    def _is_at(self, place: Any, text: str, position: int) -> bool:
        lines = self._flags & re.MULTILINE
        if place is sre.AT_BEGINNING_STRING or (place is sre.AT_BEGINNING and not lines):
            return position == 0
        if place is sre.AT_BEGINNING:
            return position == 0 or text[position - 1] == "\n"
        if place is sre.AT_END:
            last = position == len(text) - 1 or lines
            return position == len(text) or bool(last and text[position] == "\n")
        if place is sre.AT_END_STRING:
            return position == len(text)
        word = _CATEGORIES[sre.CATEGORY_WORD]
        before = position > 0 and word(text[position - 1])
        after = position < len(text) and word(text[position])
        return (before != after) is (place is sre.AT_BOUNDARY)


def _remembered(function: Callable[[str], Any]) -> Callable[[str], Any]:
    """The function, its values kept: texts for counting have few different characters."""
    known: dict[str, Any] = {}

    def look_up(c: str) -> Any:
        if c not in known:
            known[c] = function(c)
        return known[c]

    return look_up

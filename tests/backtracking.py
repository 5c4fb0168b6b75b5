"""How many steps a regular expression takes: a backtracking matcher like Python's that counts them.

Time depends on the machine, steps do not. A step is one character compared, one branch entered or one repeat
given back; the matcher tries the same ways in the same order as `re`, so a pattern that explodes there takes
as many steps here. Patterns are read by Python's own parser. A reference to a group counts as that group
again.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

Node = tuple[Any, Any]
Test = Callable[[str], bool]
# A program is a list of instructions: what to do, and with what. Places in it are indices.
Program = list[tuple[Any, ...]]
# What is left to try: where in the program, where in the text, where the repeats around began, and for a
# repeat of one character that is underway how far it may give back or go on.
Way = tuple[int, int, Any, int | None]

_CATEGORIES: dict[Any, Test] = {
    sre.CATEGORY_DIGIT: str.isdecimal,
    sre.CATEGORY_NOT_DIGIT: lambda c: not c.isdecimal(),
    sre.CATEGORY_SPACE: str.isspace,
    sre.CATEGORY_NOT_SPACE: lambda c: not c.isspace(),
    sre.CATEGORY_WORD: lambda c: c.isalnum() or c == "_",
    sre.CATEGORY_NOT_WORD: lambda c: not (c.isalnum() or c == "_"),
}
_CHARACTER, _BRANCH, _RUN, _CHOICE, _JUMP, _ENTER, _LEAVE, _LOOK, _ATOMIC, _AT, _END = range(11)
_REPEATS = (sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT)


class TooManyStepsError(Exception):
    """A search takes more steps than were allowed."""


def parsed(pattern: re.Pattern[str]) -> list[Node]:
    """The parse tree of a pattern, as Python's parser gives it."""
    return list(parser.parse(pattern.pattern, pattern.flags & ~re.UNICODE))


def question(node: Node, flags: int = 0) -> Test | None:
    """What a node asks of one character; None for nodes that are more than that."""
    op, value = node
    if op is sre.LITERAL:
        test: Test = chr(value).__eq__
    elif op is sre.NOT_LITERAL:
        test = chr(value).__ne__
    elif op is sre.ANY:
        test = "\n".__ne__ if not flags & re.DOTALL else lambda _: True
    elif op is sre.IN:
        test = _one_of(value)
    else:
        return None
    return cache(lambda c: test(c) or test(c.swapcase())) if flags & re.IGNORECASE else cache(test)


def _one_of(items: list[Node]) -> Test:
    negated = items[0][0] is sre.NEGATE
    literals = {chr(value) for op, value in items if op is sre.LITERAL}
    ranges = [value for op, value in items if op is sre.RANGE]
    tests = [_CATEGORIES[value] for op, value in items if op is sre.CATEGORY]

    def inside(c: str) -> bool:
        return c in literals or any(low <= ord(c) <= high for low, high in ranges) or any(t(c) for t in tests)

    return (lambda c: not inside(c)) if negated else inside


class _Compiler:
    """Programs from parse trees."""

    def __init__(self, flags: int) -> None:
        self.flags = flags
        self.groups: dict[int, Any] = {}

    def program(self, nodes: Any, *last: tuple[Any, ...]) -> Program:
        program: Program = []
        self._sequence(program, nodes)
        return [*program, *last, (_END,)]

    def _sequence(self, program: Program, nodes: Any) -> None:
        for op, value in nodes:
            if test := question((op, value), self.flags):
                program.append((_CHARACTER, test))
            elif op is sre.SUBPATTERN:
                assert value[1:3] == (0, 0), "flags for a part of a pattern are not counted"
                self.groups[value[0]] = value[3]
                self._sequence(program, value[3])
            elif op is sre.GROUPREF:
                self._sequence(program, self.groups[value])
            elif op is sre.BRANCH:
                self._branch(program, value[1])
            elif op in _REPEATS:
                self._repeat(program, op, *value)
            elif op is sre.ATOMIC_GROUP:
                program.append((_ATOMIC, self.program(value)))
            elif op in (sre.ASSERT, sre.ASSERT_NOT):
                width = value[1].getwidth()[0] if value[0] < 0 else 0
                program.append((_LOOK, self.program(value[1]), width, op is sre.ASSERT))
            elif op is sre.AT:
                program.append((_AT, value))
            else:
                raise NotImplementedError(f"{op} is not counted")

    def _branch(self, program: Program, branches: list[Any]) -> None:
        """Branches that begin with another character than the text are passed over in one step."""
        here = len(program)
        program.append(())
        starts: list[tuple[int, Test | None]] = []
        leaps: list[int] = []
        for branch in branches:
            starts.append((len(program), question(branch[0], self.flags) if len(branch) else None))
            self._sequence(program, branch)
            leaps.append(len(program))
            program.append(())
        for leap in leaps:
            program[leap] = (_JUMP, len(program))

        @cache
        def fitting(c: str) -> list[int]:
            return [start for start, test in reversed(starts) if test is None or (c and test(c))]

        program[here] = (_BRANCH, fitting)

    def _repeat(self, program: Program, op: Any, low: int, high: int, body: Any) -> None:
        most = None if high is sre.MAXREPEAT else high
        if op is sre.POSSESSIVE_REPEAT:
            program.append((_ATOMIC, self.program([(sre.MAX_REPEAT, (low, high, body))])))
        elif len(body) == 1 and (test := question(body[0], self.flags)):
            program.append((_RUN, test, low, most, op is sre.MAX_REPEAT))
        else:
            for _ in range(low):
                self._sequence(program, body)
            self._optional(program, None if most is None else most - low, body, greedy=op is sre.MAX_REPEAT)

    def _optional(self, program: Program, most: int | None, body: Any, *, greedy: bool) -> None:
        """The repeats above the least number: as many choices as there may be, or a loop."""
        choices: list[int] = []
        for _ in range(1 if most is None else most):
            choices.append(len(program))
            program += [(), (_ENTER,)]
            self._sequence(program, body)
            program.append((_LEAVE,))
        if most is None:
            program.append((_JUMP, choices[0]))
        for choice in choices:
            ways = (choice + 1, len(program))
            program[choice] = (_CHOICE, *(ways if greedy else ways[::-1]))


class Counter:
    """A pattern and the steps that its last search took."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        compiler = _Compiler(pattern.flags)
        self._multiline = bool(pattern.flags & re.MULTILINE)
        self._program = compiler.program(parsed(pattern))
        self._full = compiler.program(parsed(pattern), (_AT, sre.AT_END_STRING))
        self.steps = 0
        self._limit = 0

    def match(self, text: str, limit: int) -> int | None:
        """The end of a match at the beginning; TooManyStepsError where it takes more steps than `limit`."""
        self.steps, self._limit = 0, limit
        return self._run(self._program, text, 0)

    def fullmatch(self, text: str, limit: int) -> int | None:
        """The end of a match of the whole text; TooManyStepsError as with `match`."""
        self.steps, self._limit = 0, limit
        return self._run(self._full, text, 0)

    def finditer(self, text: str, limit: int) -> Iterator[tuple[int, int]]:
        """[start, end) of the matches, sought from each place; TooManyStepsError as with `match`."""
        self.steps, self._limit = 0, limit
        start = 0
        while start <= len(text):
            end = self._run(self._program, text, start)
            if end is not None:
                yield start, end
            start = end if end is not None and end > start else start + 1

    def _run(self, program: Program, text: str, position: int) -> int | None:
        """The end of the first way through the program."""
        stack: list[Way] = [(0, position, None, None)]
        while stack:
            at, position, entered, bound = stack.pop()
            while True:
                self.steps += 1
                instruction = program[at]
                at += 1
                kind = instruction[0]
                if kind == _CHARACTER:
                    if position == len(text) or not instruction[1](text[position]):
                        break
                    position += 1
                elif kind == _CHOICE:
                    at = instruction[1]
                    stack.append((instruction[2], position, entered, None))
                elif kind == _BRANCH:
                    ways = instruction[1](text[position : position + 1])
                    if not ways:
                        break
                    at = ways[-1]
                    for way in ways[:-1]:
                        stack.append((way, position, entered, None))
                elif kind == _RUN:
                    reached = self._over_run(stack, instruction, text, (at - 1, position, entered, bound))
                    if reached is None:
                        break
                    position, bound = reached, None
                elif kind == _JUMP:
                    at = instruction[1]
                elif kind == _ENTER:
                    entered = (position, entered)
                elif kind == _LEAVE:
                    if entered[0] == position:  # a repeat of nothing is not repeated
                        break
                    entered = entered[1]
                elif kind == _END:
                    return position
                elif kind == _ATOMIC:
                    end = self._run(instruction[1], text, position)
                    if end is None:
                        break
                    position = end
                elif not (
                    self._looks(instruction, text, position)
                    if kind == _LOOK
                    else self._is_at(instruction[1], text, position)
                ):
                    break
            if self.steps > self._limit:
                raise TooManyStepsError
        return None

    def _over_run(self, stack: list[Way], instruction: tuple[Any, ...], text: str, way: Way) -> int | None:
        """Where a repeat of one character goes on; the next way is left on the stack.

        The bound of a greedy repeat that gives back is its least end; of a lazy one that goes on, its last.
        """
        _, test, low, most, greedy = instruction
        at, position, entered, bound = way
        if bound is None:
            last = len(text) if most is None else min(len(text), position + most)
            end, wanted = position, last if greedy else min(position + low, last)
            while end < wanted and test(text[end]):
                end += 1
            self.steps += end - position
            if end < position + low:
                return None
            bound = position + low if greedy else last
        elif greedy or test(text[position - 1]):
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
        end = len(text)
        if place is sre.AT_BEGINNING_STRING or place is sre.AT_BEGINNING:
            lines = self._multiline and place is sre.AT_BEGINNING
            return position == 0 or (lines and text[position - 1] == "\n")
        if place is sre.AT_END_STRING or place is sre.AT_END:
            before = place is sre.AT_END and (self._multiline or position == end - 1)
            return position == end or (before and text[position] == "\n")
        word = _CATEGORIES[sre.CATEGORY_WORD]
        left, right = position > 0 and word(text[position - 1]), position < end and word(text[position])
        return (left != right) is (place is sre.AT_BOUNDARY)

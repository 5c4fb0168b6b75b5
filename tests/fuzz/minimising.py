"""A failing input made small: halves, quarters and so on are left out where it fails the same way without."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from kg.model.errors import InputError
from kg.reading.formats.encoding import decode
from tests.fuzz.inputs import Input

# So many builds are made for one input at most.
_TRIES = 120
Content = TypeVar("Content", str, bytes)


def minimised(input_: Input, fails: Callable[[Input], bool], failures: int) -> Input:
    """The smallest input found that fails, after so many failures.

    Text is never cut within a character, and becomes UTF-8 where it fails in that too.
    """

    def made(data: bytes | str) -> Input:
        return replace(input_, data=data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data)

    try:
        text = decode(input_.data)
    except InputError:
        text = ""
    if text and fails(made(text)):
        return made(_reduced(text, lambda less: fails(made(less)), failures))
    return made(_reduced(input_.data, lambda less: fails(made(less)), failures))


def _reduced(content: Content, fails: Callable[[Content], bool], failures: int) -> Content:
    size, tries = len(content) // 2, _TRIES
    while size and tries and failures:
        at = 0
        while at < len(content) and tries and failures:
            less = content[:at] + content[at + size :]
            tries -= 1
            if fails(less):
                content = less
                failures -= 1
            else:
                at += size
        size = min(size, len(content)) // 2
    return content

"""Inputs in builds of many, and what fails found among them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from tests.fuzz.child import Child
from tests.fuzz.faults import Fault
from tests.fuzz.inputs import Input
from tests.fuzz.minimising import minimised

# So many inputs, or characters, go into one build: to start what annotates takes longer than most inputs.
_INPUTS, _CHARACTERS = 100, 60_000
# An input is made smaller so many times, and fewer times where each time something is waited for in vain.
_TIMES, _SLOW_TIMES = 60, 8


@dataclass(frozen=True, slots=True)
class Build:
    """Inputs that were built together, and the processor time that it took."""

    inputs: tuple[Input, ...]
    seconds: float


@dataclass(frozen=True, slots=True)
class Failure:
    """Inputs, mostly one, that fail, and the smallest one found that fails in the same way."""

    inputs: tuple[Input, ...]
    fault: Fault
    smallest: Input | None = None


def run(inputs: Iterable[Input], child: Child) -> Iterator[Build | Failure]:
    """Every build, and every failure as soon as it is found."""
    seen: set[str] = set()
    for batch in _batches(inputs):
        found = child.faults(batch)
        yield Build(batch, child.took)
        for failure in _isolated(batch, found, child) if found else ():
            # What fails next in the same way most likely has the same cause.
            is_new = failure.fault.kind not in seen
            seen.add(failure.fault.kind)
            yield _small(failure, child) if is_new else failure


def _batches(inputs: Iterable[Input]) -> Iterator[tuple[Input, ...]]:
    """The inputs in their order, as many together as one build takes."""
    batch: list[Input] = []
    length = 0
    for input_ in inputs:
        if batch and (len(batch) == _INPUTS or length + input_.length > _CHARACTERS):
            yield tuple(batch)
            batch, length = [], 0
        batch.append(input_)
        length += input_.length
    if batch:
        yield tuple(batch)


def _isolated(batch: Sequence[Input], found: Sequence[Fault], child: Child) -> list[Failure]:
    """The inputs that are at fault, as the faults tell or as parts of the batch show.

    Where no part fails, the inputs do so only together.
    """
    if len(batch) == 1:
        return [Failure(tuple(batch), found[0])]
    if all(fault.number is not None for fault in found):
        named = {fault.number: fault for fault in reversed(found)}
        return [_alone(input_, named[input_.number], child) for input_ in batch if input_.number in named]
    # Not by halves where each half may be waited for in vain.
    size = 1 if found[0].was_ended else -(-len(batch) // 2)
    parts = [batch[at : at + size] for at in range(0, len(batch), size)]
    failures = [one for part in parts if (bad := child.faults(part)) for one in _isolated(part, bad, child)]
    return failures or [Failure(tuple(batch), found[0])]


def _alone(input_: Input, fault: Fault, child: Child) -> Failure:
    """The failure of an input that a fault names: alone it may tell more, as where it hangs."""
    return Failure((input_,), next(iter(child.faults((input_,))), fault))


def _small(failure: Failure, child: Child) -> Failure:
    """The failure with the smallest input that fails in the same way, or the fewest that do so together."""
    fault = failure.fault

    def fail(*inputs: Input) -> bool:
        return any(found.kind == fault.kind for found in child.faults(inputs))

    if len(failure.inputs) > 1:
        return replace(failure, inputs=_fewest(failure.inputs, fail))
    (input_,) = failure.inputs
    if not fail(input_):  # it takes the others of its build
        return failure
    times = _SLOW_TIMES if fault.was_ended else _TIMES
    return replace(failure, smallest=minimised(input_, fail, times))


def _fewest(inputs: Sequence[Input], fail: Callable[..., bool]) -> tuple[Input, ...]:
    left = tuple(inputs)
    for input_ in inputs:
        fewer = tuple(one for one in left if one is not input_)
        if fewer and fail(*fewer):
            left = fewer
    return left

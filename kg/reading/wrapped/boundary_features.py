"""What speaks for and against an article beginning with a paragraph: one small function a feature.

A feature is either there or not, or has a degree from 0 to 1; `FEATURES` weighs them. The weights are the
coefficients (rounded) of a logistic regression on pages typeset from articles whose boundaries are known, so
that their sum is a log-odds.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from kg.reading.press import cues
from kg.reading.wrapped.blocks import PageBlocks

# What follows a boundary is compared with what surrounds it: so many characters of each, in whole paragraphs.
_LENGTH_HERE, _LENGTH_AROUND = 120, 300
# A second headline has no more characters.
_MAX_SUBTITLE = 40
# A lead has no fewer characters.
_MIN_LEAD = 20
# A name that opens a paragraph has so many characters, and is known if it stands in so many before.
_NAME_LENGTH, _PARAGRAPHS_BEFORE = 3, 3


class Stretch(NamedTuple):
    """The words of neighbouring paragraphs, and the paragraph that follows them in their direction."""

    words: frozenset[str]
    following: int


@dataclass(frozen=True, slots=True)
class Boundary:
    """A place where an article may begin: the paragraph `at`, counted from 0, with what stands around it."""

    page: PageBlocks
    at: int

    @property
    def index(self) -> int:
        """The index of the paragraph among all blocks."""
        return self.page.paragraphs[self.at]

    @property
    def text(self) -> str:
        """The text of the paragraph."""
        return self.page.text(self.index)

    @property
    def before(self) -> str:
        """The text of the paragraph before."""
        return self.page.text(self.page.paragraphs[self.at - 1])

    @property
    def between(self) -> range:
        """The blocks (headlines, it may be) between the paragraph before and this."""
        return range(self.page.paragraphs[self.at - 1] + 1, self.index)

    def stretch(self, start: int, step: int, length: int) -> Stretch:
        """The paragraphs from `start` on, by `step` (1 or -1), until there are `length` characters."""
        taken: list[int] = []
        while 0 <= start < len(self.page.paragraphs) and length > 0:
            taken.append(self.page.paragraphs[start])
            length -= len(self.page.text(taken[-1]))
            start += step
        return Stretch(self.page.words_of(taken), start)


def opens_as_news(boundary: Boundary) -> bool:
    """It opens with 本报讯, an agency's dateline or a byline."""
    return cues.is_lead(boundary.text) and not cues.is_credit(boundary.text)


def is_date_line(boundary: Boundary) -> bool:
    """It is a date alone, as stands below a headline."""
    return cues.is_date_line(boundary.text) and not is_signed_date(boundary)


def is_signed_date(boundary: Boundary) -> bool:
    """It is the date below the signature of a body."""
    return (
        cues.is_date_line(boundary.text)
        and boundary.index > 0
        and cues.is_body(boundary.page.text(boundary.index - 1))
    )


def opens_with_a_day(boundary: Boundary) -> bool:
    """It opens with a date or 近日."""
    return (
        cues.is_dated_in_full(boundary.text)
        and not cues.is_date_line(boundary.text)
        and not cues.is_lead(boundary.text)
    )


def opens_with_a_bare_day(boundary: Boundary) -> bool:
    """It opens with a day whose month was given before: 7日上午."""
    return cues.is_dated(boundary.text) and not cues.is_dated_in_full(boundary.text)


def gives_a_day_early(boundary: Boundary) -> bool:
    """A date or 近日 stands in its first words, though not as the first: 市总工会近日召开…."""
    return cues.is_dated_early(boundary.text) and not cues.is_dated(boundary.text)


def opens_with_a_purpose(boundary: Boundary) -> bool:
    """It opens with what the event is for."""
    return cues.opens_with_occasion(boundary.text)


def goes_on(boundary: Boundary) -> bool:
    """It opens with words that refer back."""
    return cues.goes_on(boundary.text)


def is_credit(boundary: Boundary) -> bool:
    """It is a credit or signature alone."""
    return cues.is_credit(boundary.text)


def follows_a_signature(boundary: Boundary) -> bool:
    """The paragraph before ends with a signature."""
    return cues.is_signed(boundary.before)


def follows_a_credit(boundary: Boundary) -> bool:
    """The paragraph before is a credit or the date below a signature."""
    return cues.is_credit(boundary.before)


def follows_a_date_line(boundary: Boundary) -> bool:
    """The paragraph before is a date alone: the article began with it."""
    return cues.is_date_line(boundary.before) and not is_signed_date(Boundary(boundary.page, boundary.at - 1))


def follows_a_caption(boundary: Boundary) -> bool:
    """The paragraph before is the caption of a photograph."""
    return cues.is_photo(boundary.before)


def is_subtitle(boundary: Boundary) -> bool:
    """It is no sentence: a second headline set as text."""
    return is_unfinished(boundary.text)


def follows_a_subtitle(boundary: Boundary) -> bool:
    """The paragraph before is no sentence: the article began with it."""
    return is_unfinished(boundary.before)


def is_unfinished(text: str) -> bool:
    """Whether a text is one line that ends no sentence and is neither date nor credit."""
    return len(text) <= _MAX_SUBTITLE and not (
        cues.ends_sentence(text) or cues.is_date_line(text) or cues.is_credit(text) or cues.is_photo(text)
    )


def follows_a_headline(boundary: Boundary) -> bool:
    """A line set like a headline stands above it."""
    return len(boundary.between) > 0 and not any(
        boundary.page.blocks[index].soft for index in (*boundary.between, boundary.index)
    )


def stands_apart(boundary: Boundary) -> bool:
    """More blank lines than are usual stand above it or above the headline before it."""
    blocks = boundary.page.blocks
    return any(
        blocks[index].blanks > boundary.page.blanks and not blocks[index].soft
        for index in (*boundary.between, boundary.index)
    )


def follows_a_likely_headline(boundary: Boundary) -> bool:
    """A line above it has the words of a headline, though not the setting."""
    return len(boundary.between) > 0 and not follows_a_headline(boundary)


def is_run_on(boundary: Boundary) -> bool:
    """Nothing in the setting parts it from what is before."""
    return boundary.page.blocks[boundary.index].soft


def is_short(boundary: Boundary) -> bool:
    """It is too short for a lead, and no date alone."""
    return len(boundary.text) < _MIN_LEAD and not cues.is_date_line(boundary.text)


def names_the_known(boundary: Boundary) -> bool:
    """It opens with a name that stands in the text before."""
    if cues.is_lead(boundary.text) or cues.is_dated(boundary.text):
        return False
    opening = cues.first_word(boundary.text)
    known = "".join(
        map(
            boundary.page.text,
            boundary.page.paragraphs[max(0, boundary.at - _PARAGRAPHS_BEFORE) : boundary.at],
        )
    )
    return len(opening) == _NAME_LENGTH and opening in known


def is_like_the_text_before(boundary: Boundary) -> float:
    """It shares words with the text before."""
    here = boundary.stretch(boundary.at, 1, _LENGTH_HERE)
    left = boundary.stretch(boundary.at - 1, -1, _LENGTH_AROUND)
    return boundary.page.rarity.likeness(here.words, left.words)


def is_like_the_text_after(boundary: Boundary) -> float:
    """It shares words with the text after."""
    here = boundary.stretch(boundary.at, 1, _LENGTH_HERE)
    right = boundary.stretch(here.following, 1, _LENGTH_AROUND)
    return boundary.page.rarity.likeness(here.words, right.words)


# Each feature and its weight, in log-odds.
FEATURES: Sequence[tuple[Callable[[Boundary], float], float]] = (
    (opens_as_news, 3.2),
    (is_date_line, 5.8),
    (is_signed_date, -1.5),
    (opens_with_a_day, 3.5),
    (opens_with_a_bare_day, 0.5),
    (gives_a_day_early, 1.3),
    (opens_with_a_purpose, 4.0),
    (goes_on, -2.9),
    (is_credit, -4.5),
    (follows_a_signature, 2.6),
    (follows_a_credit, -0.1),
    (follows_a_date_line, -5.8),
    (follows_a_caption, -5.3),
    (is_subtitle, 1.1),
    (follows_a_subtitle, -1.3),
    (follows_a_headline, 2.9),
    (follows_a_likely_headline, 1.1),
    (stands_apart, 3.3),
    (is_run_on, -0.1),
    (is_short, -2.4),
    (names_the_known, -2.3),
    (is_like_the_text_before, -15.9),
    (is_like_the_text_after, 4.4),
)
# The log-odds where no feature is there.
BASE = -2.7


def log_odds(boundary: Boundary) -> float:
    """How likely an article begins here, as the logarithm of the odds."""
    return BASE + sum(weight * feature(boundary) for feature, weight in FEATURES)

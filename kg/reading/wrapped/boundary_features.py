"""What speaks for and against an article beginning with a paragraph: one small function a clue.

Each clue answers from 0 to 1; `CLUES` weighs them. The weights are the coefficients (rounded) of a logistic
regression on pages typeset from articles whose bounds are known, so that their sum is a log-odds.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kg.reading.press import cues
from kg.reading.wrapped.blocks import Sheet

# So much text, in characters, is compared on each side of a bound.
_HERE, _AROUND = 120, 300
# A second headline is no longer than this.
_SUBTITLE = 40


@dataclass(frozen=True, slots=True)
class Place:
    """A paragraph, the `at`-th of its sheet, seen with what stands around it."""

    sheet: Sheet
    at: int

    @property
    def index(self) -> int:
        """The paragraph as a block."""
        return self.sheet.paragraphs[self.at]

    @property
    def text(self) -> str:
        """The paragraph."""
        return self.sheet.text(self.index)

    @property
    def before(self) -> str:
        """The paragraph before."""
        return self.sheet.text(self.sheet.paragraphs[self.at - 1])

    @property
    def between(self) -> range:
        """The blocks (headlines, it may be) between the paragraph before and this."""
        return range(self.sheet.paragraphs[self.at - 1] + 1, self.index)

    def stretch(self, start: int, step: int, length: int) -> tuple[frozenset[str], int]:
        """The words of paragraphs from `start` on until `length` characters, and the first one not taken."""
        taken: list[int] = []
        while 0 <= start < len(self.sheet.paragraphs) and length > 0:
            taken.append(self.sheet.paragraphs[start])
            length -= len(self.sheet.text(taken[-1]))
            start += step
        return self.sheet.words_of(taken), start


def opens_as_news(place: Place) -> float:
    """It opens with 本报讯, an agency's dateline or a byline."""
    return cues.is_lead(place.text) and not cues.is_credit(place.text)


def is_date_line(place: Place) -> float:
    """It is a date alone, as stands below a headline."""
    return cues.is_date_line(place.text) and not is_signed_date(place)


def is_signed_date(place: Place) -> float:
    """It is the date below the signature of a body."""
    return (
        cues.is_date_line(place.text) and place.index > 0 and cues.is_body(place.sheet.text(place.index - 1))
    )


def opens_with_a_day(place: Place) -> float:
    """It opens with a date or 近日."""
    return (
        cues.is_dated_in_full(place.text)
        and not cues.is_date_line(place.text)
        and not cues.is_lead(place.text)
    )


def opens_with_a_bare_day(place: Place) -> float:
    """It opens with a day whose month another text tells: 7日上午."""
    return cues.is_dated(place.text) and not cues.is_dated_in_full(place.text)


def tells_a_day_early(place: Place) -> float:
    """A date or 近日 stands in its first words, though not as the first: 市总工会近日召开…."""
    return cues.is_dated_early(place.text) and not cues.is_dated(place.text)


def opens_with_a_purpose(place: Place) -> float:
    """It opens with what the event is for."""
    return cues.opens_with_occasion(place.text)


def goes_on(place: Place) -> float:
    """It opens with words that refer back."""
    return cues.goes_on(place.text)


def is_credit(place: Place) -> float:
    """It is a credit or signature alone."""
    return cues.is_credit(place.text)


def follows_a_signature(place: Place) -> float:
    """The paragraph before ends with a signature."""
    return cues.is_signed(place.before)


def follows_a_credit(place: Place) -> float:
    """The paragraph before is a credit or the date below a signature."""
    return cues.is_credit(place.before)


def follows_a_date_line(place: Place) -> float:
    """The paragraph before is a date alone: the article began with it."""
    return cues.is_date_line(place.before) and not is_signed_date(Place(place.sheet, place.at - 1))


def follows_a_caption(place: Place) -> float:
    """The paragraph before is the caption of a photograph."""
    return cues.is_photo(place.before)


def is_subtitle(place: Place) -> float:
    """It is no sentence: a second headline set as text."""
    return is_unfinished(place.text)


def follows_a_subtitle(place: Place) -> float:
    """The paragraph before is no sentence: the article began with it."""
    return is_unfinished(place.before)


def is_unfinished(text: str) -> bool:
    """Whether a text is one line that ends no sentence and is neither date nor credit."""
    return len(text) <= _SUBTITLE and not (
        cues.ends_sentence(text) or cues.is_date_line(text) or cues.is_credit(text) or cues.is_photo(text)
    )


def follows_a_headline(place: Place) -> float:
    """A line set like a headline stands above it."""
    return len(place.between) > 0 and not any(
        place.sheet.blocks[index].soft for index in (*place.between, place.index)
    )


def stands_apart(place: Place) -> float:
    """More blank lines than are usual stand above it or above the headline before it."""
    blocks = place.sheet.blocks
    return any(
        blocks[index].blanks > place.sheet.blanks and not blocks[index].soft
        for index in (*place.between, place.index)
    )


def follows_a_likely_headline(place: Place) -> float:
    """A line above it has the words of a headline, though not the setting."""
    return len(place.between) > 0 and not follows_a_headline(place)


def is_run_on(place: Place) -> float:
    """Nothing in the setting parts it from what is before."""
    return place.sheet.blocks[place.index].soft


def is_short(place: Place) -> float:
    """It is too short for a lead, and no date alone."""
    return len(place.text) < 20 and not cues.is_date_line(place.text)


def names_the_known(place: Place) -> float:
    """It opens with a name that stands in the text before."""
    if cues.is_lead(place.text) or cues.is_dated(place.text):
        return False
    opening = cues.first_word(place.text)
    known = "".join(map(place.sheet.text, place.sheet.paragraphs[max(0, place.at - 3) : place.at]))
    return len(opening) == 3 and opening in known


def is_like_the_text_before(place: Place) -> float:
    """It shares words with the text before."""
    here, _ = place.stretch(place.at, 1, _HERE)
    left, _ = place.stretch(place.at - 1, -1, _AROUND)
    return place.sheet.rarity.likeness(here, left)


def is_like_the_text_after(place: Place) -> float:
    """It shares words with the text after."""
    here, following = place.stretch(place.at, 1, _HERE)
    right, _ = place.stretch(following, 1, _AROUND)
    return place.sheet.rarity.likeness(here, right)


CLUES: Sequence[tuple[Callable[[Place], float], float]] = (
    (opens_as_news, 3.2),
    (is_date_line, 5.8),
    (is_signed_date, -1.5),
    (opens_with_a_day, 3.5),
    (opens_with_a_bare_day, 0.5),
    (tells_a_day_early, 1.3),
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
# The log-odds where no clue speaks.
BASE = -2.7


def log_odds(place: Place) -> float:
    """How likely an article begins here, as the logarithm of the odds."""
    return BASE + sum(weight * clue(place) for clue, weight in CLUES)

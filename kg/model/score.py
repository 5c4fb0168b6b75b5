"""How many facts there are, were predicted and are right, and the ratios of these."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Score:
    """How many facts the gold has, how many were predicted, and how many of these are right."""

    gold: int = 0
    predicted: int = 0
    correct: int = 0

    @property
    def precision(self) -> float:
        """The share of the predicted that is right."""
        return self.correct / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """The share of the gold that was found."""
        return self.correct / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.correct / (self.gold + self.predicted) if self.gold + self.predicted else 0.0

    def __add__(self, other: Score) -> Score:
        """The micro-average of both."""
        return Score(self.gold + other.gold, self.predicted + other.predicted, self.correct + other.correct)

    def to_json(self) -> dict[str, float]:
        """Counts and ratios as plain data."""
        ratios = {"precision": self.precision, "recall": self.recall, "f1": self.f1}
        counts = {"gold": self.gold, "predicted": self.predicted, "correct": self.correct}
        return {**{name: round(value, 4) for name, value in ratios.items()}, **counts}

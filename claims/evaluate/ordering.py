"""Whether a queue sorted by checkworthiness has the order in which people would have put it."""

from __future__ import annotations

from collections.abc import Sequence

from claims.evaluate.gold import GoldClaim
from claims.evaluate.scores import Score
from claims.models import Claim


class OrderTally:
    """Counts pairs of claims that people find differently worth checking."""

    def __init__(self) -> None:
        self._marks: list[tuple[int, float]] = []

    def add(self, pairs: Sequence[tuple[GoldClaim, Claim | None]]) -> None:
        """Take in the claims of one article; a queue mixes articles, so all are compared with all."""
        self._marks += [
            (gold.worth, claim.checkworthiness)
            for gold, claim in pairs
            if gold.worth is not None and claim and claim.checkworthiness is not None
        ]

    def score(self) -> Score:
        """Of all such pairs those in the right order; half of those that have the same worth."""
        wanted = twice = 0
        for at, (mark, worth) in enumerate(self._marks):
            for other, other_worth in self._marks[:at]:
                if mark != other:
                    wanted += 1
                    twice += 1 if worth == other_worth else 2 * ((mark > other) == (worth > other_worth))
        return Score(group="Checkworthiness", name="pairs in the right order", wanted=2 * wanted, wanted_right=twice)

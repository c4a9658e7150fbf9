"""What a figure's words leave open, as an interval of numbers."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

from claims.models.base import Value


class Interval(Value):
    """From ``low`` to ``high``; null where a side is open, and the ends belong to it unless they are excluded."""

    low: Decimal | None = None
    high: Decimal | None = None
    without_low: bool = False
    without_high: bool = False

    def holds(self, number: Decimal) -> bool:
        """Say whether a number lies inside."""
        above = self.low is None or number > self.low or (number == self.low and not self.without_low)
        below = self.high is None or number < self.high or (number == self.high and not self.without_high)
        return above and below

    def meets(self, other: Interval) -> bool:
        """Say whether some number lies inside both."""
        return not (self._ends_before(other) or other._ends_before(self))

    def _ends_before(self, other: Interval) -> bool:
        if self.high is None or other.low is None:
            return False
        return self.high < other.low or (self.high == other.low and (self.without_high or other.without_low))

    def scaled(self, factor: Decimal) -> Interval:
        """The same interval in another unit; the factor is positive."""
        return self.model_copy(
            update={
                "low": None if self.low is None else self.low * factor,
                "high": None if self.high is None else self.high * factor,
            }
        )


def rounding(number: Decimal) -> Interval:
    """The numbers that are rounded to this one: half a step of its last significant digit to either side.

    Zeros at the end are taken for rounded from a thousand on. Below, only the last of them is, and below a
    hundred none: who writes "20 people" has counted them.
    """
    return _rounding(str(number))


@lru_cache(maxsize=4096)
def _rounding(number: str) -> Interval:
    # Kept by the digits as they are written: 1.0 and 1.00 are one number to a dictionary.
    exact = Decimal(number)
    half = _step(exact) / 2
    return Interval(low=exact - half, high=exact + half)


def truncation(number: Decimal) -> Interval:
    """The numbers that become this one when their further digits are dropped."""
    step = _step(number)
    if number < 0:
        return Interval(low=number - step, high=number, without_low=True)
    return Interval(low=number, high=number + step, without_high=True)


def _step(number: Decimal) -> Decimal:
    """The worth of the last significant digit."""
    place = int(number.normalize().as_tuple().exponent)
    if number == 0 or place < 0:
        return Decimal(1).scaleb(min(place, 0))
    size = abs(number)
    if size < 100:
        place = 0
    elif size < 1000:
        place = min(place, 1)
    return Decimal(1).scaleb(place)

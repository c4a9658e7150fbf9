"""Figures: what a newsroom disputes."""

from __future__ import annotations

import re
from datetime import date, time
from decimal import Decimal
from typing import Self

from pydantic import Field, model_validator

from claims.models.base import MACHINE, Document
from claims.models.interval import Interval, rounding
from claims.vocabulary import Change, FigureKind, Modifier, Part

_DECIMAL = re.compile(r"-?\d+(\.\d+)?")


class Figure(Document):
    """A figure in words: its value as an interval, its unit, and how the words bound it.

    ``start`` and ``end`` give the widest reading ("at least 10 Patriot systems"), ``core_start`` and
    ``core_end`` the number with its unit. ``low`` and ``high`` are decimal strings (ISO days for a date,
    ISO times for a time), equal for one value and null on an open side.
    """

    id: str
    by: str = MACHINE
    """``machine``, or the person who entered or corrected it."""
    part: Part = Part.TEXT
    text: str
    start: int = Field(ge=0)
    end: int
    core_start: int
    core_end: int
    kind: FigureKind
    low: str | None = None
    high: str | None = None
    unit: str | None = None
    modifier: Modifier | None = None
    counted: str | None = None
    """The noun phrase that is counted, word for word: from ``text``, or from earlier in the sentence where the
    number stands alone ("seven batteries ... only one or two")."""
    change: Change | None = None
    unresolved: bool = False
    """A date whose days cannot be told from what is known; both bounds are null."""

    @model_validator(mode="after")
    def _consistent(self) -> Self:
        if self.end - self.start != len(self.text) or not self.text:
            raise ValueError(f"figure {self.start}-{self.end} cannot hold {self.text!r}")
        if not self.start <= self.core_start < self.core_end <= self.end:
            raise ValueError(f"the core {self.core_start}-{self.core_end} lies outside {self.start}-{self.end}")
        if self.low is not None:
            _check_bound(self.kind, self.low)
        if self.high is not None and self.high != self.low:
            _check_bound(self.kind, self.high)
        if self.low is None and self.high is None and not self.unresolved:
            raise ValueError(f"figure {self.text!r} has neither a lower nor an upper bound")
        if self.unresolved and (self.low, self.high) != (None, None):
            raise ValueError(f"figure {self.text!r} is unresolved and yet has a bound")
        return self

    def interval(self) -> Interval | None:
        """The numbers that the words allow, in the figure's own unit; null for a score, a time, an unresolved date.

        A plain number allows what is rounded to it, a modifier what it says ("about": a tenth to either side,
        "nearly": up to a tenth less), and a range ends where its words end. Of a change it is the number that was
        reached. Dates count in days (proleptic ordinals).
        """
        if self.unresolved or self.kind in (FigureKind.SCORE, FigureKind.TIME):
            return None
        if self.kind == FigureKind.DATE:
            return Interval(low=_ordinal(self.low), high=_ordinal(self.high))
        low = None if self.low is None else Decimal(self.low)
        high = None if self.high is None else Decimal(self.high)
        if self.modifier == Modifier.FROM_TO and high is not None:
            return rounding(high)
        if low is not None and high is not None:
            return _around(low, high, self.modifier)
        return Interval(
            low=low,
            high=high,
            without_low=self.modifier == Modifier.MORE_THAN,
            without_high=self.modifier == Modifier.LESS_THAN,
        )


_TENTH = Decimal("0.1")


def _around(low: Decimal, high: Decimal, modifier: Modifier | None) -> Interval:
    near = Interval(low=rounding(low).low, high=rounding(high).high)
    if modifier == Modifier.ABOUT and near.low is not None and near.high is not None:
        return Interval(low=min(near.low, low - abs(low) * _TENTH), high=max(near.high, high + abs(high) * _TENTH))
    if modifier == Modifier.NEARLY:
        return Interval(low=low - abs(low) * _TENTH, high=high)
    if modifier == Modifier.BETWEEN:
        return Interval(low=low, high=high)
    return near


def _ordinal(day: str | None) -> Decimal | None:
    return None if day is None else Decimal(date.fromisoformat(day).toordinal())


def _check_bound(kind: FigureKind, bound: str) -> None:
    if kind is FigureKind.DATE:
        date.fromisoformat(bound)
    elif kind is FigureKind.TIME:
        time.fromisoformat(bound)
    elif not _DECIMAL.fullmatch(bound):
        raise ValueError(f"{bound!r} is no decimal number, such as 30000000000 or 4.2")

"""What the grammars hand to one another before it becomes a ``Figure``: places are tokens, values decimals."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Context as Arithmetic
from decimal import Decimal
from typing import NamedTuple

from claims.extract.numerals import Numeral
from claims.vocabulary import FigureKind, Modifier

_ARITHMETIC = Arithmetic(prec=60)
_RATIO_DIGITS = Arithmetic(prec=12)
_EXACT_DIGITS = 24
"""Longer values are ratios without end."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What is known about the text from outside it."""

    dollar: str
    """The currency of a bare dollar sign."""
    british: bool
    """Day before month, and pounds are money."""
    published: date | None


class Reading(NamedTuple):
    """One figure by its core: tokens ``start`` to ``end`` (the first one after)."""

    start: int
    end: int
    kind: FigureKind
    low: Decimal | str | None
    high: Decimal | str | None
    unit: str | None = None
    modifier: Modifier | None = None
    numeral: Numeral | None = None
    prefixed: bool = False
    """The unit stands before the number ("$4")."""
    hyphened: bool = False
    """An adjective: "30-day", "10-gallon"."""
    unresolved: bool = False
    widened: int | None = None
    """Where the reading begins when words of its own stand before the core ("between")."""


def plain(value: Decimal | str | None) -> str | None:
    """A decimal as its shortest string without exponent; endless ratios to twelve digits."""
    if value is None or isinstance(value, str):
        return value
    text = str(value)
    if len(text) <= _EXACT_DIGITS:  # most values, and much faster than what follows
        if text.isdecimal():
            return text
        if "." in text and "E" not in text and text[0] != "-":
            return text.rstrip("0").rstrip(".")
    if len(value.as_tuple().digits) > _EXACT_DIGITS:
        value = _RATIO_DIGITS.plus(value)
    text = format(_ARITHMETIC.normalize(value), "f")
    return "0" if text == "-0" else text

"""Figures as people write their values: "$30–50 bn", "≥ 10", "23–25 March 2025"."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from claims.models import Figure
from claims.vocabulary import Change, FigureKind, Modifier
from claims.wording.words import days

SYMBOLS = {
    "USD": "$",
    "EUR": "€",
    "GBP": "£",
    "JPY": "¥",
    "INR": "₹",
    "KRW": "₩",
    "ILS": "₪",
    "NGN": "₦",
    "UAH": "₴",
    "CAD": "C$",
    "AUD": "A$",
    "NZD": "NZ$",
    "HKD": "HK$",
    "BRL": "R$",
}
"""Currencies that readers know by a sign; all others stand as their ISO code."""

SCALES = ((10**12, "tn"), (10**9, "bn"), (10**6, "m"))
"""From which size on a number is written with a word."""

PLURALS = {
    "foot": "feet",
    "inch": "inches",
    "century": "centuries",
    "celsius": "°C",
    "fahrenheit": "°F",
    "kelvin": "K",
    "hertz": "hertz",
    "kilohertz": "kilohertz",
    "megahertz": "megahertz",
    "gigahertz": "gigahertz",
    "horsepower": "horsepower",
    "psi": "psi",
}
"""Units that do not take an s."""

MOST_DIGITS = 4
PERCENT = {"percent": "%", "percentage_point": " pp", "basis_point": " bp"}
ORDINALS = {1: "st", 2: "nd", 3: "rd"}

BOUNDS = {
    Modifier.ABOUT: "about ",
    Modifier.NEARLY: "nearly ",
    Modifier.AT_LEAST: "≥ ",
    Modifier.MORE_THAN: "> ",
    Modifier.AT_MOST: "≤ ",
    Modifier.LESS_THAN: "< ",
    Modifier.MAGNITUDE: "≥ ",
}
DIRECTIONS = {Change.UP: "↑ ", Change.DOWN: "↓ "}


def amount(figure: Figure) -> str:
    """The value of a figure in as few characters as tell it."""
    if figure.unresolved:
        return "day unknown"
    direction = DIRECTIONS[figure.change] if figure.change else ""
    low, high = figure.low, figure.high
    if low is not None and high is not None and low != high:
        return direction + _range(figure, low, high)
    bound = BOUNDS.get(figure.modifier, "") if figure.modifier else ""
    if not bound and high is None:
        bound = "≥ "
    elif not bound and low is None:
        bound = "≤ "
    only = low if low is not None else high
    return f"{direction}{bound}{_one(figure, str(only))}"


def _range(figure: Figure, low: str, high: str) -> str:
    if figure.kind == FigureKind.DATE:
        return days(min(low, high), max(low, high))
    about = "about " if figure.modifier == Modifier.ABOUT else ""
    if figure.modifier == Modifier.FROM_TO:
        return f"{_one(figure, low)} → {_one(figure, high)}"
    dash = ":" if figure.kind == FigureKind.SCORE else "–"
    if figure.kind in {FigureKind.TIME, FigureKind.ORDINAL, FigureKind.SCORE}:
        return f"{about}{_one(figure, low)}{dash}{_one(figure, high)}"
    small, large = Decimal(low), Decimal(high)
    size, word = _scale(large)
    # "$30–50 bn", but "$800 m–1.2 bn": a scale is shared where both ends are at least a unit of it.
    if abs(small) >= size or not small:
        return about + _with_unit(figure, f"{_plain(small / size)}–{_plain(large / size)}{word}", large)
    return about + _with_unit(figure, f"{_scaled(small)}–{_scaled(large)}", large)


def _one(figure: Figure, value: str) -> str:
    if figure.kind in FORMS:
        return FORMS[figure.kind](value)
    return _with_unit(figure, _scaled(Decimal(value)), Decimal(value))


def _ordinal(value: str) -> str:
    number = int(Decimal(value))
    ending = "th" if number % 100 in {11, 12, 13} else ORDINALS.get(number % 10, "th")
    return f"{number:,}{ending}"


FORMS: dict[FigureKind, Callable[[str], str]] = {
    FigureKind.DATE: lambda value: days(value, value),
    FigureKind.TIME: lambda value: value,
    FigureKind.ORDINAL: _ordinal,
    FigureKind.MULTIPLE: lambda value: f"× {_plain(Decimal(value))}",
}
"""Kinds whose values are no amounts of a unit."""


def _scale(value: Decimal) -> tuple[int, str]:
    return next(((size, f" {word}") for size, word in SCALES if abs(value) >= size), (1, ""))


def _scaled(value: Decimal) -> str:
    size, word = _scale(value)
    return f"{_plain(value / size)}{word}"


def _plain(value: Decimal) -> str:
    # Two thirds are 0.6667 to a reader, however many digits are stored.
    text = f"{round(value, MOST_DIGITS):,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _with_unit(figure: Figure, number: str, value: Decimal) -> str:
    unit = figure.unit
    if unit is None:
        return number
    if unit in PERCENT:
        return f"{number}{PERCENT[unit]}"
    what, _, per = unit.partition("/")
    rate = f"/{per.replace('_', ' ')}" if per else ""
    if what.isupper() and len(what) == 3:
        symbol = SYMBOLS.get(what)
        signed = f"−{symbol}{number[1:]}" if symbol and number.startswith("-") else f"{symbol}{number}"
        return (signed if symbol else f"{what} {number}") + rate
    if what in PERCENT:
        return f"{number}{PERCENT[what]}{rate}"
    return f"{number} {_plural(what, value)}{rate}"


def _plural(unit: str, value: Decimal) -> str:
    words = unit.replace("_", " ")
    if abs(value) == 1 and not words.endswith(("celsius", "fahrenheit", "kelvin")):
        return words
    head, _, last = words.rpartition(" ")
    return f"{head} {PLURALS.get(last, last + 's')}".strip()

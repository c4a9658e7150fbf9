"""Quantities in SI and customary units, and compounds of them."""

from __future__ import annotations

from decimal import Decimal

from claims.extract.figures import kinds, units
from claims.extract.figures.reading import Reading
from claims.extract.numerals import CARDINAL, FRACTION, MAGNITUDE, Numeral, Tokens, read_numeral
from claims.extract.numerals.words import HYPHENS

METRE_AFTER = frozenset(
    "tall long wide deep high away apart from of in above below race sprint final freestyle hurdles butterfly relay"
    " x by and or to at on off with mark distance thick swell waves air across under over down up is was".split()
)
"""Before these an "m" that touches its number is metre, before other words million."""


def compound(t: Tokens, value: Decimal, unit: str, end: int, table: dict[str, str]) -> tuple[Decimal, str, int]:
    """ "two hours and 48 minutes": told in the smallest unit."""
    w = t.words
    for _ in range(4):
        k = end
        k += w[k] == ","
        k += w[k] == "and"
        numeral = read_numeral(t, k, joined=False) if w[k] not in ("-", "−") else None
        if numeral is None or numeral.form is MAGNITUDE:
            break
        if unit == "hour" and 5 <= numeral.value < 60 and not numeral.value % 1 and w[numeral.end] in ("", ".", ";"):
            return value * 60 + numeral.value, "minute", numeral.end  # "two hours ten"
        smaller = table.get(w[numeral.end]) or (table.get(w[numeral.end + 1]) if w[numeral.end] == "-" else None)
        ratio = _ratio(unit, smaller)
        if smaller is None or ratio is None or numeral.value >= ratio * 4:
            break
        value, unit, end = value * ratio + numeral.value, smaller, numeral.end + 1
    return value, unit, end


def _ratio(unit: str, smaller: str | None) -> Decimal | None:
    """How many of the smaller unit make one of the larger."""
    factor = Decimal(1)
    while smaller is not None and unit in units.IN_SMALLER:
        days = unit == "year" and smaller != "month"
        unit, step = ("day", 365) if days else units.IN_SMALLER[unit]
        factor *= step
        if unit == smaller:
            return factor
    return None


def quantity(t: Tokens, n: Numeral, k: int) -> Reading | None:
    """A number with the unit of measurement at token ``k``."""
    w = t.words
    if n.form not in (CARDINAL, FRACTION, MAGNITUDE):
        return None
    unit, end = unit_at(t, n, k)
    if unit is None:
        return None
    if "/" in unit:
        return Reading(n.start, end, kinds.RATE, n.value, n.value, unit, numeral=n)
    value, unit, end = compound(t, n.value, unit, end, _COMPOUND_UNITS)
    if unit == "foot" and w[end] in HYPHENS and t.glued(end) and w[end + 1].isdecimal() and int(w[end + 1][:3]) < _FOOT:
        value, unit, end = value * _FOOT + int(w[end + 1]), "inch", end + 2  # "6-foot-4"
    if unit in ("degree", "celsius", "fahrenheit") and w[end] == "below" and w[end + 1] in ("zero", "freezing"):
        value, end = -value, end + 2
    return Reading(n.start, end, kinds.QUANTITY, value, value, unit, numeral=n)


def ends_in_st(value: Decimal) -> bool:
    """Say whether a whole number's ordinal ends so (1st, 21st, but 11th): otherwise "st" is stone."""
    return value % 10 == 1 and value % 100 != 11


_INCHES = frozenset({'"', "″", "”", "'"})
"""Behind a number these are inches, where feet stand before it (6'4")."""

_FOOT = 12
"""Inches."""

_COMPOUND_UNITS = (
    units.SPELLINGS | {"in": "inch", "m": "metre", "oz": "ounce", "lb": "pound"} | dict.fromkeys(_INCHES, "inch")
)


_FIRST_WORDS = frozenset(phrase[0] for phrase in units.PHRASES)


def unit_at(t: Tokens, n: Numeral, k: int) -> tuple[str | None, int]:
    """The unit of measurement at token ``k`` and its end."""
    w = t.words
    word = w[k]
    for length in (4, 3, 2, 1) if word in _FIRST_WORDS else ():
        unit = units.PHRASES.get(tuple(w[k : k + length]))
        if unit:
            return unit, k + length
    if word in units.SPEEDS:
        return units.SPEEDS[word], k + 1
    if word == "km" and w[k + 1] == "/" and w[k + 2] == "h":
        return "kilometre/hour", k + 3
    unit = units.SPELLINGS.get(word)
    if unit is not None:
        if w[k + 1] in ("2", "²", "3") and t.glued(k + 1) and unit in ("metre", "kilometre", "centimetre", "foot"):
            return ("square " if w[k + 1] != "3" else "cubic ") + unit, k + 2
        return unit, k + 1
    if word == "'" and n.digits and t.glued(k) and t.glued(k + 1) and w[k + 1].isdecimal() and w[k + 2] in _INCHES:
        return "foot", k + 1
    if word == "ps" and n.digits and t.raw(k) == "PS":
        return "horsepower", k + 1
    if word == "st" and n.digits and t.glued(k) and not ends_in_st(n.value):
        return "stone", k + 1
    if word == "pounds" or (word == "pound" and (n.value <= 1 or w[k - 1] in HYPHENS)):
        return "pound", k + 1
    if word == "stone" and n.digits and not (w[k + 1].isalpha() and w[k + 1] not in ("and", "in", "of")):
        return "stone", k + 1
    if word in units.GLUED and n.digits and not (word in "gmt" and t.capital(k)):
        alone = not w[k + 1].isalpha() or w[k + 1] in METRE_AFTER
        if (
            t.glued(k)
            and word == "m"
            and w[k + 1] == "2"
            and t.glued(k + 1)
            and not (t.glued(k + 2) and w[k + 2].isalnum())
        ):
            return "square metre", k + 2
        if t.glued(k) and t.glued(k + 1) and (w[k + 1].isalnum()):
            return None, k
        if (t.glued(k) and (alone or word in ("g", "l", "c", "f", "kg", "w", "v"))) or (
            alone and word in ("m", "g", "l")
        ):
            return units.GLUED[word], k + 1
    if word == "in" and n.digits and (t.glued(k) or w[k + 1] in ("", ".", ")")):
        return "inch", k + 1
    return None, k

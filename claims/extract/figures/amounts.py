"""One number with what it measures: money, per cent, a duration, a quantity, or a plain count."""

from __future__ import annotations

from decimal import Decimal
from functools import cache

from claims.extract.figures import currencies, kinds, units
from claims.extract.figures.money import money_after, money_before, small_change
from claims.extract.figures.nouns import plural
from claims.extract.figures.quantities import METRE_AFTER, compound, quantity
from claims.extract.figures.reading import Reading, Setting
from claims.extract.numerals import CARDINAL, FRACTION, ORDINAL, Numeral, Tokens, read_numeral
from claims.extract.numerals.words import HYPHENS

PERCENT_SIGNS = frozenset({"%", "percent", "pct", "percents", "٪", "pc", "per-cent"})
_POINTS = frozenset({"point", "points"})

ARTICLE_UNITS = frozenset(
    {"hour", "minute", "mile", "kilometre", "kilometer", "metre", "meter", "kilogram", "kilo", "tonne", "ton",
     "litre", "liter", "gallon", "kg", "lb", "km", "acre", "hectare", "decade", "century", "fortnight", "inch", "foot"}
)  # fmt: skip
"""Units that "a" counts as one wherever they stand."""

ARTICLE_MONEY = frozenset({"dollar", "pound", "euro", "penny"})

TIME_UNITS = frozenset({"day", "week", "month", "year", "night", "quarter"})
SPAN_WORDS = frozenset(
    {"for", "within", "over", "about", "almost", "nearly", "than", "under", "least", "takes", "took"}
)
"""Before "a year" these make it a length of time; elsewhere it is a manner of speaking ("twice a year")."""


def read_amount(t: Tokens, i: int, setting: Setting, *, joined: bool = True, money: bool = False) -> Reading | None:
    """The longest amount that begins at token ``i``; after "$1.2-" a second one is ``money`` as well."""
    prefix = money_before(t, i, setting)
    if prefix is not None:
        return _after_symbol(t, i, *prefix, joined=joined)
    numeral = read_numeral(t, i, joined=joined, money=money)
    if numeral is None:
        return _article_amount(t, i, setting)
    return with_unit(t, numeral, setting)


def _after_symbol(t: Tokens, i: int, code: str | None, j: int, *, joined: bool) -> Reading | None:
    sign = Decimal(1)
    if t.words[j] in ("-", "−") and t.is_number(j + 1):
        sign, j = Decimal(-1), j + 1
    if not t.is_number(j) and t.words[j] not in ("half", "a"):
        return None
    numeral = read_numeral(t, j, money=True, joined=joined)
    if numeral is None or numeral.form is not CARDINAL:
        return None
    end = numeral.end
    change_end, change = small_change(t, end, worded=True) if joined else (end, Decimal(0))
    if change:
        value = sign * numeral.value + change
        return Reading(i, change_end, kinds.MONEY, value, value, code, numeral=numeral, prefixed=True)
    found = money_after(t, end, numeral, Setting(code or "USD", True, None))
    if found is not None and found.factor == 1 and not found.hyphened:
        end = found.end
    value = sign * numeral.value
    amount = Reading(i, end, kinds.MONEY, value, value, code, numeral=numeral, prefixed=True)
    return _rate(t, amount)


def _article_amount(t: Tokens, i: int, setting: Setting) -> Reading | None:
    """ "a pound", "an hour"."""
    w = t.words
    if w[i] not in ("a", "an"):
        return None
    one = Numeral(i, i + 1, Decimal(1), article=True)
    word = w[i + 1]
    if word in ARTICLE_MONEY:
        if w[i + 2] in ("store", "shop", "sign", "bill", "note", "coin", "for", "zone", "area", "cake", "-"):
            return None
        return with_unit(t, one, setting)
    and_half = w[i + 2] == "and" and w[i + 3] in ("a", "half")
    if word in ARTICLE_UNITS or (word in TIME_UNITS and (w[i - 1] in SPAN_WORDS or and_half)):
        if w[i + 2] in ("ago", "earlier", "later", "before", "after", "-") or _counts_before(t, i):
            return None
        return with_unit(t, one, setting)
    return None


def _counts_before(t: Tokens, i: int) -> bool:
    """ "78,000 times a minute": what stands before is counted for each of it."""
    return i > 1 and t.words[i - 1].endswith("s") and len(t.words[i - 1]) > 3 and t.words[i - 1] not in SPAN_WORDS


def with_unit(t: Tokens, numeral: Numeral, setting: Setting) -> Reading | None:
    """Give a number the unit that follows it; without one it is a count or a ratio."""
    w = t.words
    k, hyphened = numeral.end, False
    if w[k] in HYPHENS and t.glued(k) and t.glued(k + 1) and (w[k + 1].isalpha() or w[k + 1] in currencies.SYMBOLS):
        k, hyphened = k + 1, True
    if numeral.form is FRACTION:
        if w[k] == "of" and w[k + 1] in ("a", "an", "one") and w[k + 2]:
            k += 2
        elif w[k] in ("a", "an") and w[k - 1] == "half":
            k += 1
    if numeral.form is CARDINAL and w[k] == "of" and w[k - 1] in _PART_WORDS and w[k + 1] in ("hour", "hours"):
        k += 1
    if w[k] in _MORE and w[k + 1] in _worded_units() and numeral.form is CARDINAL:
        k += 1  # "two more minutes"
    million = _bare_million(t, numeral) if w[numeral.end] in ("m", "b") else None
    if million is not None:
        numeral, k, hyphened = million, million.end, False
    if w[k] == "below" and w[k + 1] in ("zero", "freezing") and numeral.form is CARDINAL:
        return _below_zero(numeral, k)
    amount = _measured(t, numeral, k, setting) if _may_measure(t, k) else None
    if amount is not None:
        return _rate(t, amount._replace(hyphened=True) if hyphened else amount)
    value, end = numeral.value, numeral.end
    if numeral.form is FRACTION:
        return Reading(numeral.start, end, kinds.RATIO, value, value, numeral=numeral)
    count = Reading(numeral.start, end, kinds.COUNT, value, value, numeral=numeral)
    return _rate(t, count) if numeral.form is CARDINAL else count


def _measured(t: Tokens, numeral: Numeral, k: int, setting: Setting) -> Reading | None:
    return (
        _percent(t, numeral, k)
        or _money(t, numeral, k, setting)
        or _multiple(t, numeral, k)
        or _duration(t, numeral, k)
        or quantity(t, numeral, k)
    )


_MORE = frozenset(
    {"more", "additional", "extra", "further", "fewer", "less", "full", "whole", "long", "straight"}
    | {"previous", "consecutive", "successive"}
)


@cache
def _worded_units() -> frozenset[str]:
    """Units written out in the plural, before which "more" may stand."""
    return frozenset(word for word in {*units.SPELLINGS, *units.DURATIONS} if len(word) > 3 and word.endswith("s"))


@cache
def _unit_starts() -> frozenset[str]:
    """Every word with which a unit can begin."""
    return frozenset(
        {*PERCENT_SIGNS, *units.SPELLINGS, *units.SPEEDS, *units.DURATIONS, *units.GLUED, *units.GLUED_DURATIONS}
        | {phrase[0] for phrase in units.PHRASES}
        | {name[0] for name in currencies.names()}
        | {*currencies.SYMBOLS, *currencies.SMALL_CHANGE, *currencies.CODES_AFTER, *currencies.LETTERED}
        | {word + plural for word in currencies.NOUNS for plural in ("", "s")}
        | {
            "percentage",
            *_POINTS,
            "st",
            "'",
            "ps",
            "basis",
            "per",
            "pp",
            "ppt",
            "ppts",
            "bp",
            "bps",
            "fold",
            "x",
            "×",
            "times",
            "$",
            "in",
            "m",
            "b",
        }
        | {"t", "k", "mm", "meur", "musd", "mgbp", "pound", "pounds", "stone", "km"}
    )


def _may_measure(t: Tokens, k: int) -> bool:
    """Say whether a unit can stand at token ``k``: most numbers count things."""
    return t.words[k] in _unit_starts() or (len(t.words[k]) == 3 and t.raw(k).isupper())


_PART_WORDS = frozenset({"quarter", "quarters", "half", "third", "thirds"})


def _below_zero(n: Numeral, k: int) -> Reading:
    """ "2 below zero"."""
    return Reading(n.start, k + 2, kinds.QUANTITY, -n.value, -n.value, "degree", numeral=n)


def _bare_million(t: Tokens, n: Numeral) -> Numeral | None:
    """ "1.2m people": "m" and "b" are million and billion before a noun, and metres elsewhere."""
    k = n.end
    w = t.words
    if not n.digits or n.scale != 1 or not t.is_number(k - 1):
        return None
    if not t.glued(k) and not (t.capital(k) and plural(w[k + 1])):  # "8 B people"
        return None
    after = k + 1
    if (t.glued(after) and w[after].isalnum()) or not w[after].isalpha() or w[after] in METRE_AFTER:
        return None
    scale = Decimal(10**6 if w[k] == "m" else 10**9)
    return n._replace(end=after, value=n.value * scale, scale=scale)


def _percent(t: Tokens, n: Numeral, k: int) -> Reading | None:
    w = t.words
    percent = kinds.PERCENT
    if n.form is FRACTION and w[k] in _POINTS and k == n.end + 1:
        # "a quarter-point", "half a point"
        return Reading(n.start, k + 1, kinds.PERCENTAGE_POINTS, n.value, n.value, "percentage_point", numeral=n)
    if w[k] == "per" and w[k + 1] == "cent":
        end = k + 2
    elif w[k] in PERCENT_SIGNS and not (w[k] == "pc" and w[k + 1].isalpha() and not t.glued(k)):
        end = k + 1
    elif w[k] == "percentage":
        if w[k + 1] not in _POINTS:
            return None
        return Reading(n.start, k + 2, kinds.PERCENTAGE_POINTS, n.value, n.value, "percentage_point", numeral=n)
    elif w[k] in ("pp", "ppt", "ppts") and n.digits:
        return Reading(n.start, k + 1, kinds.PERCENTAGE_POINTS, n.value, n.value, "percentage_point", numeral=n)
    elif w[k] == "basis" and w[k + 1] in _POINTS:
        return Reading(n.start, k + 2, kinds.PERCENTAGE_POINTS, n.value, n.value, "basis_point", numeral=n)
    elif w[k] in ("bp", "bps") and n.digits:
        return Reading(n.start, k + 1, kinds.PERCENTAGE_POINTS, n.value, n.value, "basis_point", numeral=n)
    else:
        return None
    if w[end] in _POINTS or (w[end] == "-" and w[end + 1] in _POINTS):
        end += 1 + (w[end] == "-")
        return Reading(n.start, end, kinds.PERCENTAGE_POINTS, n.value, n.value, "percentage_point", numeral=n)
    return Reading(n.start, end, percent, n.value, n.value, "percent", numeral=n)


def _money(t: Tokens, n: Numeral, k: int, setting: Setting) -> Reading | None:
    if n.form is ORDINAL:
        return None
    found = money_after(t, k, n, setting)
    if found is None:
        return None
    value = n.value * found.factor + found.change
    return Reading(n.start, found.end, kinds.MONEY, value, value, found.code, numeral=n)


def _multiple(t: Tokens, n: Numeral, k: int) -> Reading | None:
    w = t.words
    if n.form is not CARDINAL:
        return None
    if w[k] == "fold":
        return Reading(n.start, k + 1, kinds.MULTIPLE, n.value, n.value, numeral=n)
    if w[k] in ("x", "×") and t.glued(k) and n.digits and not t.is_number(k + 1):
        return Reading(n.start, k + 1, kinds.MULTIPLE, n.value, n.value, numeral=n)
    if w[k] == "times" and (w[k + 1] in _COMPARING or n.value % 1):
        return Reading(n.start, k + 1, kinds.MULTIPLE, n.value, n.value, numeral=n)
    return None


_COMPARING = frozenset(
    "as more higher larger the bigger greater less fewer faster stronger longer likelier that what lower worse better"
    " smaller heavier its their his her over average".split()
)


def _duration(t: Tokens, n: Numeral, k: int) -> Reading | None:
    w = t.words
    unit, end = _duration_unit(t, n, k)
    if unit is None or n.form is ORDINAL or (n.article and n.value != 1 and w[k] in ("second", "quarter")):
        return None
    value = n.value
    value, unit, end = compound(t, value, unit, end, units.DURATIONS)
    if w[end] == "and" and w[end + 1] in ("a", "an") and w[end + 2] in ("half", "quarter"):
        value += Decimal("0.5") if w[end + 2] == "half" else Decimal("0.25")
        end += 3
    elif w[end] == "and" and w[end + 1] == "half" and w[end + 2] != "of":
        value, end = value + Decimal("0.5"), end + 2
    aged = _old(t, end)
    kind = kinds.AGE if aged != end else kinds.DURATION
    return Reading(n.start, aged, kind, value, value, unit, numeral=n)


def _duration_unit(t: Tokens, n: Numeral, k: int) -> tuple[str | None, int]:
    w = t.words
    word = w[k]
    if word in units.DURATIONS and (word != "second" or n.value == 1 or (w[k - 1] in HYPHENS and n.digits)):
        return units.DURATIONS[word], k + 1
    if n.form is FRACTION and n.digits and word == "h":
        return "hour", k + 1
    glued = n.digits and t.glued(k) and not w[k + 1].isalnum() and word in units.GLUED_DURATIONS
    if glued and (word != "s" or "." in w[k - 1]):
        return units.GLUED_DURATIONS[word], k + 1
    return None, k


def _old(t: Tokens, k: int) -> int:
    """The end of "old", "-old" or "of age"; ``k`` itself where there is none."""
    w = t.words
    if w[k] == "old":
        return k + 1
    if w[k] in HYPHENS and w[k + 1] in ("old", "olds"):
        return k + 2
    if w[k] == "of" and w[k + 1] == "age":
        return k + 2
    return k


def _rate(t: Tokens, amount: Reading) -> Reading:
    """Carry an amount on to "a day", "per head", "/hour"."""
    if t.words[amount.end] not in _PER_STARTS:
        return amount
    if amount.kind in (kinds.PERCENT, kinds.AGE, kinds.MULTIPLE, kinds.PERCENTAGE_POINTS):
        return amount
    found = per(t, amount.end)
    if found is None or amount.kind is kinds.RATE:
        return amount
    end, name = found
    unit = f"{amount.unit or 1}/{name}"
    return amount._replace(end=end, kind=kinds.RATE, unit=unit)


_PER_STARTS = HYPHENS | {"a", "an", "per", "/", "every", "each"}


def per(t: Tokens, k: int) -> tuple[int, str] | None:
    """What a rate is for, at token ``k``: its end and name."""
    w = t.words
    if w[k] in HYPHENS and w[k + 1] in ("a", "an", "per") and w[k + 2] in HYPHENS:
        k, word, end = k + 1, w[k + 3], k + 4
    elif w[k] in ("a", "an", "per", "/", "every", "each"):
        word, end = w[k + 1], k + 2
    else:
        return None
    if w[k] == "per" and word.isalpha() and word != "cent":
        return end, units.PER_NAMES.get(word, word)
    if word not in units.PER or (w[k] in ("every", "each") and word not in TIME_UNITS):
        return None
    if w[k] == "a" and w[end] in ("ago", "earlier", "later", "before", "old"):
        return None
    if w[k] == "/" and not t.glued(k):
        return None
    return end, units.PER_NAMES.get(word, word)

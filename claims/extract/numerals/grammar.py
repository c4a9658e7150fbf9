"""Read one number, in digits or words, at a token.

``read_numeral`` promises the longest reading that starts there. It looks at each token once and never
backs up further than one word, so that its time is that of the numeral's length.
"""

from __future__ import annotations

from decimal import Decimal

from claims.extract.numerals import words as table
from claims.extract.numerals.reader import FRACTION, MAGNITUDE, ONE, ORDINAL, Numeral, Reader, over_hyphen, slash
from claims.extract.numerals.tokens import Tokens, decimal_of

_MOST_DIGITS = 30
_LIMIT = Decimal(10) ** _MOST_DIGITS


CARRYING = frozenset(
    {*table.SCALES, *table.PLURAL_SCALES, *table.ABBREVIATED, *table.WITH_MONEY, *table.DOZENS, *table.SMALL}
    | {*table.TENS, *table.FUSED, *table.VULGAR, *table.PLURAL_DENOMINATORS, *table.DENOMINATORS, *table.HYPHENS}
    | {"g", "hundred", "and", "point", "x", "×", "e", "^", "/", "⁄"}
)
"""Words that can carry a number on; where none follows, the number is one token."""


_STARTS = frozenset(
    {*table.SIGNS, *table.SMALL, *table.TENS, *table.FUSED, *table.MAGNITUDES, "half", "a", "an", "hundred"}
)
"""Words that can begin a number."""


def read_numeral(t: Tokens, i: int, *, money: bool = False, joined: bool = True) -> Numeral | None:
    """Read the longest number at token ``i``; ``joined`` lets "and" carry it on."""
    word = t.words[i]
    if word not in _STARTS and not word[:1].isnumeric() and word[:1] != ".":
        return None  # most words
    known: dict[int | tuple[int, bool, bool], Numeral | None] = t.numerals
    if i in known:
        return known[i]
    key = (i, money, joined)
    if key in known:
        return known[key]
    if t.is_number(i) and len(word) < _MOST_DIGITS and _is_whole(t, i + 1):
        value = decimal_of(word)  # most numbers
        found = None if value is None else Numeral(i, i + 1, value, digits=True)
    else:
        found = _read(t, i, money, joined)
    read = t.words[i : found.end + 1] if found is not None else []
    if found is not None and "and" not in read and table.WITH_MONEY.keys().isdisjoint(read):
        known[i] = found  # the same whatever is asked for
        return found
    known[key] = found
    if "and" not in read:
        known[(i, money, not joined)] = found
    return found


def _is_whole(t: Tokens, k: int) -> bool:
    """Say whether a number in digits ends before token ``k`` for certain: no word there can carry it on."""
    word = t.words[k]
    if word in table.HYPHENS:
        return t.words[k + 1] not in CARRYING  # "a 30-day wait"
    if word == "and":
        return t.words[k + 1] not in _AFTER_AND
    return word not in CARRYING and not word[:1].isdecimal()


_AFTER_AND = frozenset({*table.VULGAR, *table.SMALL, "half", "quarter", "a", "an"})
"""Words with which the part begins that "and" adds to digits ("3 and a half")."""


def _read(t: Tokens, i: int, money: bool, joined: bool) -> Numeral | None:
    start = i
    negative = t.words[i] in table.SIGNS
    if negative:
        i += 1
        if t.words[i] in table.SIGNS:
            return None
    found = _unsigned(t, i, money, joined)
    if found is None or abs(found.value) > _LIMIT:
        return None
    if negative:
        if found.form is MAGNITUDE:
            return None
        return found._replace(start=start, value=-found.value)
    return found


def _unsigned(t: Tokens, i: int, money: bool, joined: bool) -> Numeral | None:
    word, following = t.words[i], t.words[i + 1]
    digits = t.is_number(i)
    if (digits or word in table.SMALL) and following not in CARRYING and not following[:1].isdecimal():
        value = decimal_of(word) if digits else Decimal(table.SMALL[word])
        return None if value is None else Numeral(i, i + 1, value, digits=digits)
    return _magnitude(t, i) or _part(t, i, joined) or _cardinal(t, i, money, joined)


def _magnitude(t: Tokens, i: int) -> Numeral | None:
    """ "dozens of", "tens of thousands": twice as much at least."""
    word = t.words[i]
    value = table.MAGNITUDES.get(word)
    if value is None:
        return None
    total, j = 2 * value, i + 1
    while t.words[j] == "of" and t.words[j + 1] in table.MAGNITUDES and j - i < 6:
        total *= table.MAGNITUDES[t.words[j + 1]]
        j += 2
    if word in table.ONLY_WITH_OF and j == i + 1 and t.words[j] != "of":
        return None
    return Numeral(i, j, Decimal(total), MAGNITUDE)


def _part(t: Tokens, i: int, joined: bool) -> Numeral | None:
    """ "half a million", "two-thirds", "a quarter of", "3/4"."""
    w = t.words
    word = w[i]
    if word == "half" or (word in ("a", "an", "one") and w[over_hyphen(t, i + 1)] == "half"):
        j = i + 1 if word == "half" else over_hyphen(t, i + 1) + 1
        return _scaled_part(t, i, j, Decimal("0.5"))
    if word == "a" and w[i + 1] in ("third", "quarter", "fifth", "fourth", "tenth", "hundredth", "thousandth"):
        return _scaled_part(t, i, i + 2, ONE / table.DENOMINATORS[w[i + 1]])
    if word in table.VULGAR:
        return _scaled_part(t, i, i + 1, table.VULGAR[word])
    if word in table.SMALL and table.SMALL[word] > 0:
        j = over_hyphen(t, i + 1)
        low = w[j]
        if table.SMALL[word] == 1 and low in table.DENOMINATORS:
            return _scaled_part(t, i, j + 1, ONE / table.DENOMINATORS[low])
        below = _compound_denominator(t, j, plural=table.SMALL[word] > 1)
        if below is not None:
            return Numeral(i, below[1], Decimal(table.SMALL[word]) / below[0], FRACTION)
        if low in table.PLURAL_DENOMINATORS and low != "seconds" and (low != "quarters" or table.SMALL[word] == 3):
            return _scaled_part(t, i, j + 1, Decimal(table.SMALL[word]) / table.PLURAL_DENOMINATORS[low])
    if word.isdecimal() and w[i + 1] in ("/", "⁄"):
        part = slash(t, i)
        if part is not None:
            return Numeral(i, i + 3, part, FRACTION, digits=True)
    return None


def _compound_denominator(t: Tokens, j: int, *, plural: bool) -> tuple[int, int] | None:
    """ "twenty-fifth", "thirty-seconds" at token ``j``: the number below the line and the end."""
    tens = table.TENS.get(t.words[j])
    word = t.words[over_hyphen(t, j + 1)]
    unit = table.ORDINALS.get(word[:-1] if plural and word.endswith("s") else word)
    if tens is None or unit is None or unit > 9 or plural != word.endswith("s"):
        return None
    return tens + unit, over_hyphen(t, j + 1) + 1


def _scaled_part(t: Tokens, start: int, j: int, part: Decimal) -> Numeral:
    """A part on its own, or a part of a scale, which makes it a plain number ("half a million")."""
    w = t.words
    k = j
    if w[k] == "of" and w[k + 1] in ("a", "an", "one"):
        k += 2
    elif w[k] in ("a", "an") or w[k] in table.HYPHENS:
        k += 1
    scale = table.SCALES.get(w[k]) or table.DOZENS.get(w[k])
    if scale and w[k] != "dozens":
        return Numeral(start, k + 1, part * scale, scale=Decimal(scale))
    return Numeral(start, j, part, FRACTION, article=w[start] == "a")


def _cardinal(t: Tokens, i: int, money: bool, joined: bool) -> Numeral | None:
    reader = Reader(t, i, money, joined)
    if not reader.begin():
        return None
    while reader.step():
        pass
    return reader.numeral()


def read_ordinal(t: Tokens, i: int) -> Numeral | None:
    """Read "third", "21st", "one hundred and twenty-fifth"."""
    w = t.words
    if t.is_number(i):
        value = decimal_of(w[i]) if w[i + 1] in table.ORDINAL_ENDINGS and t.glued(i + 1) else None
        return None if value is None or value % 1 else Numeral(i, i + 2, value, ORDINAL, digits=True)
    number = table.ORDINALS.get(w[i]) or table.TENTHS.get(w[i]) or table.FUSED_ORDINALS.get(w[i])
    if number or w[i] in table.HIGH_ORDINALS:
        return Numeral(i, i + 1, Decimal(number or table.HIGH_ORDINALS[w[i]]), ORDINAL)
    reader = Reader(t, i, False, True)
    if not reader.begin() or reader.article:
        return None
    while reader.step():
        pass
    j = over_hyphen(t, reader.j)
    j += w[j] == "and"
    base = reader.total + (reader.group or 0)
    added = table.ORDINALS.get(w[j]) or table.TENTHS.get(w[j])
    if added:
        room = base % 100 == 0 or (added < 10 and base % 10 == 0 and base % 100 >= 20)
        return Numeral(i, j + 1, base + added, ORDINAL) if room and base else None
    if w[j] in table.HIGH_ORDINALS and base:
        return Numeral(i, j + 1, base * table.HIGH_ORDINALS[w[j]], ORDINAL)
    return None

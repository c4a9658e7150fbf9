"""Currencies beside a number: "US$" before it, "crore rupees" or "cents" after it."""

from __future__ import annotations

from decimal import Decimal
from typing import NamedTuple

from claims.extract.figures import currencies
from claims.extract.figures.reading import Setting
from claims.extract.numerals import Numeral, Tokens, read_numeral
from claims.extract.numerals.words import ABBREVIATED, SCALES, WITH_MONEY

_SPACED_LETTERS = frozenset({"us", "usd", "cad", "aud", "c", "hk", "nz", "can", "aus", "au", "ca", "nt"})
"""Letters that belong to a dollar sign even with a space between."""

WEIGHT_WORDS = frozenset(
    "weigh weighs weighed weighing weight lost lose loses losing gain gained gains drop dropped shed baby heavy"
    " heavier lighter overweight lift lifted cargo payload bomb bombs ton tons tonne tonnes kilogram kilograms kg"
    " meat flesh luggage newborn boxer wrestler lineman fish turkey cocaine marijuana fentanyl heroin".split()
)
"""In the neighbourhood of "pounds" these say that it is a weight."""

_REACH = 7


class Money(NamedTuple):
    """A currency after a number: where it ends, its code, what it multiplies by and small change that follows."""

    end: int
    code: str | None
    factor: Decimal = Decimal(1)
    change: Decimal = Decimal(0)
    hyphened: bool = False


_PREFIX_ENDS = frozenset(
    {
        "$",
        ".",
        "-",
        "−",
        "=",
        *currencies.GLUED_LETTERS,
        "a",
        "us",
        "nz",
        "hk",
        "c",
        *currencies.SYMBOLS,
        *currencies.PREFIXES,
    }
)


PREFIX_STARTS = frozenset(
    {"$", "u", "y", *currencies.GLUED_LETTERS, *currencies.SYMBOLS, *currencies.LETTERED, *currencies.PREFIXES}
)
"""Words with which a currency before a number begins, but for the codes of three letters."""


def may_end_prefix(t: Tokens, i: int) -> bool:
    """Say whether token ``i`` can be the last one of a currency before a number."""
    word = t.words[i]
    return word in _PREFIX_ENDS or (len(word) == 3 and t.capital(i))


def money_before(t: Tokens, i: int, setting: Setting) -> tuple[str | None, int] | None:
    """The currency that begins at token ``i`` before a number: its code and the number's token."""
    w = t.words
    word = w[i]
    if word == "$":
        if w[i + 1] in ("us", "a", "nz", "hk", "c") and t.glued(i + 1) and t.capital(i + 1) and t.glued(i + 2):
            return currencies.LETTERED[w[i + 1]], i + 2
        return setting.dollar, i + 1
    if word in currencies.SYMBOLS:
        return currencies.SYMBOLS[word], i + 1
    if not word or not word[0].isalpha():
        return None
    if word == "y" and w[i + 1] == "=" and t.glued(i + 1) and t.glued(i + 2) and len(w[i + 2]) > 3:
        return "JPY", i + 2  # a yen sign in ASCII
    if word in currencies.LETTERED and w[i + 1] == "$":
        if (t.glued(i + 1) and t.capital(i)) or word in _SPACED_LETTERS or (word == "s" and t.capital(i)):
            return currencies.LETTERED[word], i + 2
        return None
    if word == "u" and w[i + 1] == "." and w[i + 2] == "s":
        k = i + 3 + (w[i + 3] == ".")
        return ("USD", k + 1) if w[k] == "$" else None
    number = i + 1
    if len(word) == 3 and word.upper() in currencies.codes():
        raw = t.raw(i)
        if raw.isupper() and t.is_number(number) and (raw not in currencies.ALSO_WORDS or t.glued(number)):
            return raw, number
    if word in currencies.PREFIXES and (t.capital(i) or len(word) > 4):
        number += w[number] == "."
        if t.is_number(number):
            return currencies.PREFIXES[word], number
    if word in currencies.GLUED_LETTERS and t.raw(i).isupper() and t.is_number(number) and t.glued(number):
        numeral = read_numeral(t, number, money=True)
        if numeral is not None and (numeral.scale > 1000 or (numeral.value >= 1000 and len(t.raw(number)) != 4)):
            return currencies.GLUED_LETTERS[word], number
    return None


def money_after(t: Tokens, k: int, n: Numeral, setting: Setting) -> Money | None:
    """The currency at token ``k`` after a number."""
    w = t.words
    scale = Decimal(1)
    if n.scale == 1 and n.digits and w[k] in WITH_MONEY and t.glued(k):
        scale, k = Decimal(WITH_MONEY[w[k]]), k + 1
        k += w[k] == "-" and t.glued(k)
    word = w[k]
    if n.digits and word in ("meur", "musd", "mgbp") and scale == 1:
        return Money(k + 1, word[1:].upper(), Decimal(10**6))
    found = _name(t, k, n, scale, setting)
    if found is None:
        return None
    end, code, factor = found
    scale_word = SCALES.get(w[end]) or ABBREVIATED.get(w[end])
    if scale_word and n.scale == 1:
        return Money(end + 1, code, Decimal(scale_word))
    if factor != 1 or scale != 1:
        return Money(end, code, factor * scale)
    change_end, change = small_change(t, end)
    return Money(change_end, code, Decimal(1), change)


def _name(t: Tokens, k: int, n: Numeral, scale: Decimal, setting: Setting) -> tuple[int, str | None, Decimal] | None:
    w = t.words
    word, one = w[k], Decimal(1)
    if word == "$":
        return (k + 1, setting.dollar, one) if n.digits and _closes(t, k) else None
    if word in currencies.SYMBOLS:
        return k + 1 + (word == "€" and w[k + 1] == "ur"), currencies.SYMBOLS[word], one
    if not word[:1].isalpha():
        return (k + 1, setting.dollar, Decimal("0.01")) if word == "¢" else None
    if word in currencies.LETTERED and w[k + 1] == "$" and t.capital(k) and t.glued(k + 1):
        return k + 2, currencies.LETTERED[word], one
    if len(word) == 3 and t.raw(k).isupper() and word.upper() in currencies.codes():
        raw = t.raw(k)
        if (raw not in currencies.ALSO_WORDS or t.glued(k)) and not (t.is_number(k + 1) and t.glued(k + 1)):
            return k + 1, raw, one
    if word in currencies.first_words():
        names = currencies.names()
        for length in (4, 3, 2):
            code = names.get(tuple(w[k : k + length]))
            if code:
                return k + length, code, one
    if word in currencies.SMALL_CHANGE:
        if word in currencies.GLUED_CHANGE and not (
            t.glued(k) and t.raw(k) == word and not (t.glued(k + 1) and w[k + 1].isalnum())
        ):
            return None
        if word == "c" and n.scale == 1 and "." in w[k - 1]:
            return None
        code, factor = currencies.SMALL_CHANGE[word]
        return k + 1, setting.dollar if code == "$" else code, factor
    if word in currencies.CODES_AFTER and n.digits and (t.glued(k) or (t.capital(k) and not w[k + 1].isalpha())):
        return k + 1, currencies.CODES_AFTER[word], one
    return _noun(t, k, n, scale, setting)


def _closes(t: Tokens, k: int) -> bool:
    """Say whether the dollar sign at token ``k`` belongs to the number before it ("10 $", "10 $ 30 cent")."""
    w = t.words
    return w[k + 1] != "$" and (not t.is_number(k + 1) or w[k + 2] in ("cent", "cents"))


def _noun(t: Tokens, k: int, n: Numeral, scale: Decimal, setting: Setting) -> tuple[int, str | None, Decimal] | None:
    w = t.words
    word = w[k]
    stem = word[:-1] if word.endswith("s") and word[:-1] in currencies.NOUNS else word
    if stem not in currencies.NOUNS:
        return None
    code = currencies.NOUNS[stem]
    large = n.value * scale >= 1000
    if stem in ("won", "mark", "crown", "krone", "sterling", "loonie") and not large:
        return None
    if stem == "pound":
        if not (large and n.scale > 1) and _is_weight(t, k, n, setting):
            return None
        end = k + 1 + (w[k + 1] == "sterling")
        return end, "GBP", Decimal(1)
    return k + 1, setting.dollar if code == "$" else code, Decimal(1)


def _is_weight(t: Tokens, k: int, n: Numeral, setting: Setting) -> bool:
    w = t.words
    if w[k + 1] == "of" or w[k + 1] in WEIGHT_WORDS or (w[k - 1] == "-" and not setting.british):
        return True
    around = w[max(0, n.start - _REACH) : n.start]
    return not WEIGHT_WORDS.isdisjoint(around)


def small_change(t: Tokens, k: int, *, worded: bool = False) -> tuple[int, Decimal]:
    """ "and 42 cents", or a bare "50" that ends the phrase ("15 dollars 50"), unless it must be ``worded``."""
    w = t.words
    j = k + (w[k] == "and")
    n = read_numeral(t, j, joined=False) if w[j][:1].isalnum() else None
    if n is None or not 0 < n.value < 100 or n.value % 1:
        return k, Decimal(0)
    if w[n.end] in currencies.SMALL_CHANGE:
        return n.end + 1, n.value * currencies.SMALL_CHANGE[w[n.end]][1]
    if (j > k or (not worded and n.value >= 10)) and (not w[n.end] or w[n.end] in ".;"):
        return n.end, n.value / 100
    return k, Decimal(0)

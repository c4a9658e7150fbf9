"""Add number words up, from left to right."""

from __future__ import annotations

from decimal import Context, Decimal
from enum import Enum
from typing import NamedTuple

from claims.extract.numerals import words as table
from claims.extract.numerals.tokens import Tokens, decimal_of

ONE = Decimal(1)
_ARITHMETIC = Context(prec=40)


class Form(Enum):
    """What sort of number the words make."""

    CARDINAL = "cardinal"
    FRACTION = "fraction"
    """Below one and worded as a part: "two-thirds"."""
    ORDINAL = "ordinal"
    MAGNITUDE = "magnitude"
    """Only how large: "dozens of"."""


# Before Python 3.12 each ``Form.CARDINAL`` takes twenty times as long as a name of a module.
CARDINAL, FRACTION, ORDINAL, MAGNITUDE = Form.CARDINAL, Form.FRACTION, Form.ORDINAL, Form.MAGNITUDE


class Numeral(NamedTuple):
    """A number and the tokens it stands in (``end`` is the first one after)."""

    start: int
    end: int
    value: Decimal
    form: Form = CARDINAL
    scale: Decimal = ONE
    """The last magnitude word, which a range may share ("30 and 50 billion")."""
    digits: bool = False
    article: bool = False
    """It begins with "a" or "an"."""


def slash(t: Tokens, i: int) -> Decimal | None:
    """ "3/4": the fraction whose numerator is token ``i``."""
    above, below = t.words[i], t.words[i + 2]
    if not below.isdecimal() or len(above) > 3 or len(below) > 4 or t.words[i + 3] == "/":
        return None
    if int(below) in table.SLASH_DENOMINATORS and 0 < int(above) < int(below):
        return Decimal(int(above)) / int(below)
    return None


def over_hyphen(t: Tokens, j: int) -> int:
    """The next token, stepping over a hyphen that binds words."""
    return j + 1 if t.words[j] in table.HYPHENS else j


_POWERS = frozenset({"^", "x", "×", "e"})


class Reader:
    """Adds number words up from left to right: finished scales in ``total``, the open group in ``group``."""

    __slots__ = ("article", "digits", "group", "i", "j", "joined", "last", "money", "scale", "t", "total")

    def __init__(self, t: Tokens, i: int, money: bool, joined: bool) -> None:
        self.t = t
        self.i = self.j = i
        self.money = money
        self.joined = joined
        self.total = Decimal(0)
        self.group: Decimal | None = None
        self.last = Decimal(0)
        self.scale = ONE
        self.digits = False
        self.article = False

    def begin(self) -> bool:
        t, w, j = self.t, self.t.words, self.i
        word = w[j]
        if t.is_number(j):
            value = decimal_of(word)
            if value is None:
                return False
            self.group, self.digits, self.j = value, True, j + 1
            following = w[j + 1]
            if following[:1].isnumeric():
                self._spaced_groups()
            if w[self.j] in _POWERS:
                self._exponent()
            if w[self.j][:1].isnumeric():
                self._mixed()
            return True
        if word in ("a", "an"):
            if w[j + 1] in table.SCALES or w[j + 1] in ("hundred", "dozen"):
                self.group, self.article, self.j = ONE, True, j + 1
                return True
            if w[j + 1] == "pair" and (w[j + 2] in ("", ".") or (w[j + 2] == "of" and w[j + 3] not in table.WORN)):
                self.group, self.article, self.j = Decimal(2), True, j + 2
                return True
            if w[j + 1] == "couple" and (
                w[j + 2] in ("of", "") or w[j + 2] in table.SCALES or w[j + 2] in ("hundred", "dozen")
            ):
                self.group, self.article = Decimal(2), True
                self.j = j + 2
                if w[j + 3] in table.DOZENS or w[j + 3] in table.SCALES or w[j + 3] == "hundred":
                    self.j, self.article = j + 3, False
                return True
            return False
        if word in table.SMALL or word in table.TENS or word in table.FUSED:
            value_of = table.SMALL.get(word)
            self.group = Decimal(value_of if value_of is not None else table.TENS.get(word) or table.FUSED[word])
            self.j = j + 1
            return True
        if word == "hundred" and w[j + 1] in table.SCALES:
            self.group, self.j = Decimal(100), j + 1
            return True
        return False

    def _spaced_groups(self) -> None:
        """ "1 414 021 100": groups of three after a first one of at most three."""
        t, w, j = self.t, self.t.words, self.j
        if len(w[j - 1]) > 3 or not w[j - 1].isdecimal():
            return
        k = j
        while len(w[k]) == 3 and w[k].isdecimal() and t.starts[k] - t.ends[k - 1] == 1 and k - j < 7:
            k += 1
        if (
            k == j
            or (k == j + 1 and not w[j].endswith("00"))
            or w[k].isdecimal()
            or (w[self.i - 1].isalpha() and t.capital(self.i - 1) and not t.glued(self.i))
        ):
            return
        self.group = Decimal("".join(w[self.i : k]))
        self.j = k

    def _exponent(self) -> None:
        """ "12.32e+14", "6.23x10^-4"."""
        t, w, j = self.t, self.t.words, self.j
        k, power = j, 0
        if w[k] == "^" and t.glued(k):
            self._power(k + 1)
            return
        if w[k] in ("x", "×") and w[k + 1] == "10" and w[k + 2] in ("^", "-", "−"):
            k += 2 + (w[k + 2] == "^")
        elif w[k] == "e" and t.glued(k):
            k += 1
        else:
            return
        sign = -1 if w[k] in ("-", "−") else 1
        k += w[k] in ("-", "−", "+")
        if w[k].isdecimal() and len(w[k]) < 3 and t.glued(k) and self.group is not None:
            power = sign * int(w[k])
            self.group = self.group.scaleb(power)
            self.j = k + 1

    def _power(self, k: int) -> None:
        """ "1.1^23"."""
        w = self.t.words
        sign = -1 if w[k] in ("-", "−") else 1
        k += w[k] in ("-", "−", "+")
        if w[k].isdecimal() and len(w[k]) < 3 and self.group:
            self.group = _ARITHMETIC.power(self.group, sign * int(w[k]))
            self.j = k + 1

    def _mixed(self) -> None:
        """ "10 1/2", "3½"."""
        w, j = self.t.words, self.j
        if w[j] in table.VULGAR and self.group is not None:
            self.group += table.VULGAR[w[j]]
            self.j = j + 1
        elif w[j].isdecimal() and w[j + 1] == "/" and w[j - 1].isdecimal() and self.group is not None:
            part = slash(self.t, j)
            if part is not None and not self.t.glued(j):
                self.group += part
                self.j = j + 3

    def step(self) -> bool:
        """Take one more word, if it carries the number on."""
        _t, w = self.t, self.t.words
        k = self.j
        if w[k] in table.HYPHENS and w[k + 1].isalpha():
            k += 1
        elif w[k] == "and":
            return self.joined and self._after_and(k + 1)
        elif w[k] == "point":
            return self._decimals(k + 1)
        return self._take(k)

    def _take(self, k: int) -> bool:
        _t, w = self.t, self.t.words
        word = w[k]
        if word == "hundred" or (word == "hundreds" and self.digits):
            if self.group is None or not (0 < self.group < 100 or self.digits):
                return False
            self.group, self.scale, self.j, self.digits = self.group * 100, Decimal(100), k + 1, False
            return True
        scale = self._scale(k)
        if scale is not None:
            return self._close(Decimal(scale), k + 1)
        if (
            word in table.DOZENS
            and self.group is not None
            and not self.article | (word == "dozens" and w[k + 1] == "of")
        ):
            return self._close(Decimal(12), k + 1)
        if word in table.DOZENS and self.article:
            return self._close(Decimal(12), k + 1)
        return self._add(k)

    def _add(self, k: int) -> bool:
        """Tens after hundreds, units after tens."""
        if self.digits and self.group is not None:
            return False
        w = self.t.words
        value = table.SMALL.get(w[k])
        if value is None:
            value = table.TENS.get(w[k])
        if value is None:
            value = table.FUSED.get(w[k])
        if not value or (self.group is None and self.total == 0):
            return False
        if self.group is None:
            if value >= self.last:
                return False
            self.group = Decimal(value)
        elif (self.group % 100 == 0 and self.group > 0) or (
            value < 10 and self.group % 10 == 0 and self.group % 100 >= 20
        ):
            self.group += value
        else:
            return False
        self.j = k + 1
        return True

    def _scale(self, k: int) -> int | None:
        t, word = self.t, self.t.words[k]
        found = table.SCALES.get(word) or (table.PLURAL_SCALES.get(word) if word != "hundreds" else None)
        if found:
            return found
        if t.is_number(k - 1) or t.words[k - 1] in table.VULGAR:
            if word in table.ABBREVIATED:
                return table.ABBREVIATED[word]
            if t.glued(k) or (word == "k" and t.words[k + 1] == ""):
                raw = t.raw(k)
                if raw in table.GLUED_ONLY:
                    return table.GLUED_ONLY[raw]
            if self.money and word in table.WITH_MONEY:
                return table.WITH_MONEY[word]
        return None

    def _close(self, scale: Decimal, end: int) -> bool:
        """Finish the open group with a scale; a scale right after a scale multiplies it."""
        if self.group is None:
            if self.total == 0 or scale == 12:
                return False
            self.total *= scale
        elif self.last and scale >= self.last:
            return False
        else:
            self.total += self.group * scale
        self.group, self.last, self.scale, self.j, self.digits = None, scale, scale, end, False
        return True

    def _after_and(self, k: int) -> bool:
        w = self.t.words
        part = self._small_part(k)
        if part is not None:
            end, value = part
            scale = table.SCALES.get(w[end])
            if scale and self.group is None and scale < self.last:
                self.total += value * scale
                self.j = end + 1
            elif self.group is None:
                self.total += value * self.last
                self.j = end
            else:
                self.group += value
                self.j = end
                self.digits = True
            return True
        hundreds = self.group is not None and self.group >= 100 and self.group % 100 == 0 and not self.digits
        if not hundreds and not (self.group is None and self.total):
            return False
        if self.t.is_number(k) and w[k].isdecimal() and int(w[k][:6]) < 100 and hundreds and self.group is not None:
            self.group += int(w[k])
            self.j = k + 1
            return True
        if w[k] in table.SMALL and w[k + 1] in table.DOZENS and self.group is not None:
            self.group += 12 * table.SMALL[w[k]]
            self.j, self.digits = k + 2, True
            return True
        after = w[over_hyphen(self.t, k + 1)]
        if after == "hundred" and hundreds:
            return False
        if after in table.SCALES and self.group is None and table.SCALES[after] >= self.last:
            return False
        if self.group is None and self.last < 1000 and self.last != 12:
            return False
        return self._add(k)

    def _small_part(self, k: int) -> tuple[int, Decimal] | None:
        """ "a half", "three quarters", "½" after "and"."""
        w = self.t.words
        if w[k] in table.VULGAR:
            return k + 1, table.VULGAR[w[k]]
        if w[k] in ("half", "quarter"):
            return k + 1, ONE / table.DENOMINATORS[w[k]]
        top = 1 if w[k] in ("a", "an") else table.SMALL.get(w[k], 0)
        j = over_hyphen(self.t, k + 1)
        if top == 1 and w[j] in table.DENOMINATORS and table.DENOMINATORS[w[j]] <= 20:
            return j + 1, ONE / table.DENOMINATORS[w[j]]
        if top > 1 and w[j] == "quarter" and w[j + 1] in ("of", "hour", "hours"):
            return j + 1, Decimal(top) / 4
        if top >= 1 and w[j] in table.PLURAL_DENOMINATORS and table.PLURAL_DENOMINATORS[w[j]] <= 20:
            return j + 1, Decimal(top) / table.PLURAL_DENOMINATORS[w[j]]
        return None

    def _decimals(self, k: int) -> bool:
        """ "two point two", "nine point nought four"."""
        w = self.t.words
        if self.group is None:
            return False
        figures = ""
        j = k
        while j - k < 12:
            word = w[j]
            if word in table.SMALL and table.SMALL[word] < 10:
                figures += str(table.SMALL[word])
            elif not figures and word in table.TENS:
                unit = table.SMALL.get(w[over_hyphen(self.t, j + 1)], 0)
                figures = str(table.TENS[word] + (unit if unit < 10 else 0))
                j = over_hyphen(self.t, j + 1) if 0 < unit < 10 else j
                j += 1
                break
            elif not figures and word.isdecimal() and len(word) < 10:
                figures = word
                j += 1
                break
            else:
                break
            j += 1
        if not figures:
            return False
        self.group += Decimal("0." + figures)
        self.digits = True
        self.j = j
        return True

    def numeral(self) -> Numeral | None:
        value = self.total + (self.group or 0)
        end = self.j
        if self.t.words[self.i + 1] == "couple" and end == self.i + 2 and self.t.words[end] == "of":
            end += 1
        digits = self.t.is_number(self.i)
        parts = table.PLURAL_DENOMINATORS.get(self.t.words[over_hyphen(self.t, end)])
        tens = table.TENS.get(self.t.words[end - 1], 0)
        if parts and not digits and parts < 10 and tens and value > tens:
            value, parts = value - tens, parts + tens  # "one hundred thirty-fifths"
        if parts and not digits and value > 1 and parts != 4:
            return Numeral(self.i, over_hyphen(self.t, end) + 1, value / parts, FRACTION)  # "twenty-one fifths"
        return Numeral(self.i, end, value, scale=self.scale, digits=digits, article=self.article)

"""Dates: absolute, partial, relative to publication, and ranges of them.

A text becomes one letter for each token (``classes``); the patterns (``patterns``) are written in these letters and
name what they catch. At one place the longest pattern that makes a real date wins. Each pattern ends after
a bounded number of tokens, so the time for a text grows with its length and no faster.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from claims.extract.dates import anaphora, counting, periods
from claims.extract.dates.classes import classes
from claims.extract.dates.context import Context, Found
from claims.extract.dates.patterns import PATTERNS, Reader
from claims.extract.dates.tables import HOLIDAY_STARTS, WEEKDAYS, WORD_DECADES
from claims.extract.numerals import Tokens, read_numeral
from claims.extract.numerals.words import SMALL, TENS

CountedReader = Callable[[Context, int, Callable[[int], Found | None]], Found | None]

Form = tuple[re.Pattern[str], Reader]


class _Forms(NamedTuple):
    """The forms of dates that begin with one letter."""

    every: tuple[Form, ...]
    short: tuple[Form, ...]
    """Those of the letter alone."""
    longer: re.Pattern[str]
    """All others as one pattern: where it fails, which is nearly everywhere, none of them need be tried."""


def _forms(letter: str) -> _Forms:
    sources = [(source, reader) for letters, source, reader in PATTERNS if letter in letters]
    every = tuple((re.compile(source), reader) for source, reader in sources)
    longer = [pattern.pattern for pattern, _ in every if pattern.match(letter) is None]
    # A name may stand once in a pattern, and two forms call their groups the same.
    apart = [re.sub(r"\(\?P([<=])(\w+)", rf"(?P\g<1>\g<2>_{n}", source) for n, source in enumerate(longer)]
    return _Forms(
        every,
        tuple(form for form in every if form[0].match(letter) is not None),
        re.compile("|".join(apart) if apart else r"(?!)"),
    )


_BY_LETTER = {letter: _forms(letter) for letter in sorted({letter for letters, _, _ in PATTERNS for letter in letters})}

_UNITS = frozenset("UuW")
_UNIT_REACH = 10
"""Tokens that the longest number before a unit can take."""

_WORKING = frozenset({"working", "business"})
_NEVER_SHORT = frozenset({"may", "june", "july"})
_OWNED = frozenset({*WEEKDAYS, "end"})
"""What a date owns and is still a date: "last week's Sunday", "year's end"."""
_WEEK = timedelta(days=7)
_NOW = frozenset({"now", "date", "present"})
_TO = frozenset({"to", "through", "till", "until", "thru", "-", "–", "—", "~"})


class Day(NamedTuple):
    """A date as ISO days; both null where it cannot be resolved."""

    start: int
    end: int
    low: str | None
    high: str | None
    widened: int | None = None


class DateGrammar:
    """The dates of one text."""

    def __init__(self, t: Tokens, published: date | None, british: bool) -> None:
        self.t = t
        self.letters = classes(t)
        self.owning = "'" in t.text or "’" in t.text
        self.context = Context(t, published, british, self.letters)

    def may_begin(self, i: int) -> bool:
        """Say whether a date can begin at token ``i``; numbers are asked in any case."""
        letter = self.letters[i]
        if letter == "_":
            word = self.t.words[i]
            return word in HOLIDAY_STARTS or (word == "w" and self.t.words[i + 1] == "/")
        after = _NEEDED_AFTER.get(letter)
        if after is None:
            return letter in _WORD_STARTS
        return self.letters[i + 1] in after or self.t.words[i + 1] in _WORDS_AFTER

    def read(self, i: int) -> Day | None:
        """The longest date or range of dates that begins at token ``i``."""
        first = self._one(self.context, i)
        if first is None:
            return None
        opener = self._opener(i)
        k = self._connector(first.end, opener)
        second = None
        if k is not None:
            second = self._now(k, i) or self._one(self.context._replace(in_range=True), k)
        if second is not None:
            weekdays = self.letters[first.start] == self.letters[second.start] == "W"
            joined = _join(first, second, self.context.published, weekdays)
            if joined is not None:
                self._remember(joined)
                return _day(joined, i - 1 if opener else None)
        self._remember(first)
        return _day(first, i - 1 if opener and first.ranged else None)

    def _remember(self, found: Found) -> None:
        """What the text named last is what "the next day" is counted from."""
        self.context = self.context._replace(named=found)

    def _now(self, k: int, i: int) -> Found | None:
        """ "from March to date", "between 2019 and now"."""
        w, published = self.t.words, self.context.published
        end = k + (w[k] == "the") + 1
        opened = i and w[i - 1] in ("from", "since", "between")
        if w[end - 1] not in _NOW or not (opened or w[end - 1] == "present"):
            return None
        return Found(k, end, (published, published) if published else None, published is not None)

    def _anchor(self, i: int) -> Found | None:
        """The day that another one is counted from; itself not counted from a third."""
        return self._one(self.context, i, depth=0)

    def _one(self, context: Context, i: int, depth: int = 1) -> Found | None:
        best: Found | None = None
        alone = self._stands_alone(i)
        if alone and not self.owning and _UNITS.isdisjoint(self.letters[i : i + _UNIT_REACH]):
            return None  # most numbers
        letter = self.letters[i]
        forms = None if alone else _BY_LETTER.get(letter)
        patterns: tuple[Form, ...] = ()
        if forms is not None:
            patterns = forms.short if forms.longer.match(self.letters, i) is None else forms.every
        for other in _ASKED_FIRST.get(letter, ()) if depth else ():
            best = self._longer(best, _possible(other, context, i, self._anchor))
        for pattern, reader in patterns:
            match = pattern.match(self.letters, i)
            if match is not None and (best is None or match.end() > best.end):
                best = self._longer(best, _possible(reader, context, match))
        for other in self._counted_readers(i, depth):
            best = self._longer(best, _possible(other, context, i, self._anchor))
        return self._without_stop(best) if best is not None else None

    def _longer(self, best: Found | None, found: Found | None) -> Found | None:
        if found is None or (best is not None and found.end <= best.end) or self._owns_within(found):
            return best
        return found

    def _owns_within(self, found: Found) -> bool:
        """ "October's 5 votes": what is owned is no part of the date."""
        words = self.t.words
        if not self.owning or words[found.start] in HOLIDAY_STARTS:
            return False  # "New Year's Eve"
        return any(words[k].endswith("'s") and words[k + 1] not in _OWNED for k in range(found.start, found.end - 1))

    def _stands_alone(self, i: int) -> bool:
        """Say whether a number has no other part of a date beside it: most numbers count things."""
        letters = self.letters
        return letters[i] in "dD2" and letters[i + 1] == "_" and (i == 0 or letters[i - 1] not in "&,'")

    def _counted_readers(self, i: int, depth: int) -> tuple[CountedReader, ...]:
        """The readers of dates that are counted, as far as the first words allow one of them."""
        word, letter = self.t.words[i], self.letters[i]
        feast = (counting.holiday,) if word in HOLIDAY_STARTS or letter in "LX" else ()
        if not depth:
            return feast
        if letter == "r" or (letter == "t" and self.letters[i + 1] == "r"):
            return (periods.rest_of,)
        if _UNITS.isdisjoint(self.letters[i : i + _UNIT_REACH]) and word != "w":
            return feast
        if letter in "LX":
            return (counting.run_of_units, counting.first_units, *feast)
        if word == "the":
            return _AFTER_THE
        if letter == "O" or self.letters[i + 1] == "o":
            return (counting.first_units, periods.weekday_beside, periods.half_of)
        if letter == "U" or word == "w":
            return (counting.week_of, periods.to_date, periods.numbered_week, periods.year_end)
        if word == "in":
            return (counting.ago,) if self._unit_follows(i + 1) else ()
        if word == "final":
            return (counting.first_units,)
        return (*_AFTER_NUMBER, *feast) if self._unit_follows(i) else feast

    def _unit_follows(self, i: int) -> bool:
        """Say whether the number at token ``i`` stands before a unit of time or a weekday."""
        if self.t.words[i] in ("a", "an", "one") and (self.letters[i + 1] in "Uu" or self.t.words[i + 1] == "couple"):
            return True
        numeral = read_numeral(self.t, i, joined=False)
        if numeral is None:
            return False
        return self.letters[min(numeral.end, self.t.size)] in "UuWLX-" or self.t.words[numeral.end] in _WORKING

    def _without_stop(self, found: Found) -> Found:
        """The full stop after "Sept." belongs to the date, the one after "September" to the sentence."""
        t, last = self.t, found.end - 1
        if t.words[last] != ".":
            return found
        short = len(t.words[last - 1]) <= 4 and t.words[last - 1] not in _NEVER_SHORT
        if short and t.glued(last) and last + 1 < t.size and not t.capital(last + 1):
            return found
        return found._replace(end=last)

    def _opener(self, i: int) -> str | None:
        before = self.t.words[i - 1] if i else ""
        return before if before in ("between", "from") else None

    def _connector(self, k: int, opener: str | None) -> int | None:
        word = self.t.words[k]
        if word in _TO or (word == "and" and opener == "between"):
            return k + 1
        return None


def _possible(reader: Callable[..., Found | None], *of: object) -> Found | None:
    """A date that no calendar holds is no date."""
    try:
        return reader(*of)
    except (ValueError, OverflowError):
        return None


def _join(a: Found, b: Found, published: date | None, weekdays: bool) -> Found | None:
    if a.days is None or b.days is None:
        return Found(a.start, b.end, None) if a.days is b.days else None
    low, high = a.days[0], b.days[1]
    try:
        if low > high and weekdays and published is not None:
            low, high = (low - _WEEK, high) if high <= published else (low, high + _WEEK)
        elif not a.year_given and b.year_given:
            low = low.replace(year=high.year)
            low = low.replace(year=high.year - 1) if low > high else low
        elif a.year_given and not b.year_given:
            high = high.replace(year=low.year)
            high = high.replace(year=low.year + 1) if low > high else high
        elif low > high and published is not None and low.replace(year=low.year - 1) <= published <= high:
            low = low.replace(year=low.year - 1)  # "runs from May to September", said in June
        elif low > high and not a.year_given:
            high = high.replace(year=high.year + 1)
    except ValueError:
        return None
    return Found(a.start, b.end, (low, high)) if low <= high else None


def _day(found: Found, widened: int | None) -> Day:
    if found.days is None:
        return Day(found.start, found.end, None, None, widened)
    low, high = found.days
    return Day(found.start, found.end, low.isoformat(), high.isoformat(), widened)


_AFTER_THE: tuple[CountedReader, ...] = (
    periods.half_of,
    counting.beside_date,
    counting.run_of_units,
    counting.week_of,
    counting.first_units,
    periods.to_date,
    periods.ending,
    periods.weekday_beside,
)
_AFTER_NUMBER: tuple[CountedReader, ...] = (
    periods.from_day_on,
    counting.ago,
    counting.beside_date,
    counting.run_of_units,
    anaphora.later,
)
_ASKED_FIRST: dict[str, tuple[CountedReader, ...]] = {
    "t": (anaphora.day_beside, anaphora.same, counting.rolling),
    "X": (anaphora.day_beside,),
    "L": (anaphora.day_beside,),
    "h": (anaphora.same,),
}
"""Readers that know more of the same words than a pattern: what was named before, or "the" that makes a year roll."""

_WORD_STARTS = frozenset("ZLXTEIAbeYMWSOUtqkyvai'r")

_NEEDED_AFTER = {
    "t": "ZdDOLXTEIAbeUWMS4'r",
    "h": "U",
    "a": "U",
    "i": "dD2Na",
    "E": "-tfiLXTUM4S",
    "A": "-tfiLXTUM4S",
    "I": "-tfMLXTU4S",
}
"""Common words that begin a date only before one of these letters."""

LETTERS_OF_STARTS = _WORD_STARTS | frozenset(_NEEDED_AFTER)
"""Letters of the words that can begin a date."""

_WORDS_AFTER = frozenset({*SMALL, *TENS, *WORD_DECADES, "couple", "week", "final", "fiscal", "same", "preceding"})

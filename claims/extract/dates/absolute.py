"""Readers of dates that name a day or a month themselves."""

from __future__ import annotations

import re
from datetime import date

from claims.extract.dates.calendar import month_days, year_for
from claims.extract.dates.context import Context, Found
from claims.extract.dates.parts import day_of, given_year, has_group, step_of, touched, whole_year, word_of
from claims.extract.dates.tables import EACH, MONTHS, UNITS, WEEKDAYS
from claims.extract.dates.years import year_in_words
from claims.extract.numerals import read_numeral

Match = re.Match[str]

_DATE_BEFORE = frozenset("on from by until till since before after between to due dated and".split())
"""Before "3/4" these make it a date and no fraction."""


_CLOSES = frozenset({"", ".", ")"})
"""Before these a number of two digits after a day is its year: "14th April 15."."""


def _dated(context: Context, match: Match, year: int | None, month: int, days: tuple[int, int]) -> Found | None:
    start, end = match.span()
    if year is None:
        year, end = year_in_words(context.t, end)
    if year is None and context.letters[end] in "dD2" and context.t.words[end + 1] in _CLOSES:
        year, end = whole_year(f"{int(context.t.words[end]):02}"), end + 1
    known = year is not None
    if year is None:
        if context.published is None:
            return Found(start, end, None, False)
        year = year_for(context.published, month, days[1], context.tense(start, end))
    try:
        span = date(year, month, days[0]), date(year, month, days[1])
    except ValueError:
        # "31 February" is meant as a date, and no calendar has it.
        return Found(start, end, None, known) if days[1] <= 31 else None
    return Found(start, end, span, known)


def day_of_month(context: Context, match: Match) -> Found | None:
    """ "6 June", "February 24, 2022", "Mon, February 18"."""
    day = day_of(context, match, "d")
    if day is None:
        return None
    month = MONTHS[word_of(context, match, "m")]
    found = _dated(context, match, given_year(context, match), month, (day, day))
    if found is None or found.days is None or found.year_given or not has_group(match, "w"):
        return found
    if context.published is not None and abs((found.days[0] - context.published).days) <= _NEAR:
        return found  # so close to publication it is rather the weekday that slipped
    return _on_weekday(found, found.days[0], WEEKDAYS[word_of(context, match, "w")])


_NEAR = 31
_YEARS_AROUND = (0, -1, 1, -2, 2, -3, 3, -4, 4, -5, 5, -6, 6)


def _on_weekday(found: Found, day: date, weekday: int) -> Found:
    """The nearest year in which the day falls on the weekday that the words name."""
    for step in _YEARS_AROUND:
        try:
            moved = day.replace(year=day.year + step)
        except ValueError:
            continue
        if moved.weekday() == weekday:
            return found._replace(days=(moved, moved))
    return found


def days_of_month(context: Context, match: Match) -> Found | None:
    """ "March 23 and 25" (after "between"), "10 to 14 June"."""
    t = context.t
    first, last = day_of(context, match, "d"), day_of(context, match, "e")
    if first is None or last is None or first >= last:
        return None
    between = t.words[match.start("e") - 1] == "and" or "and" in t.words[match.start("d") : match.start("e")]
    if between and "between" not in t.words[max(0, match.start() - 2) : match.start()]:
        return None
    month = MONTHS[word_of(context, match, "m")]
    found = _dated(context, match, given_year(context, match), month, (first, last))
    return found._replace(ranged=True) if found else None


def weekday_and_day(context: Context, match: Match) -> Found | None:
    """ "Tuesday the 19th": the nearest month in which the day falls on that weekday."""
    day, published = day_of(context, match, "d"), context.published
    if day is None:
        return None
    if published is None:
        return Found(*match.span(), None, False)
    weekday = WEEKDAYS[word_of(context, match, "w")]
    future = context.tense(*match.span()) == "future"
    for step in (0, 1, -1, 2, -2, 3, -3, 4, -4, 5, -5, 6, -6) if not future else (0, 1, 2, 3, 4, 5, 6, 7, 8, 9):
        month = published.year * 12 + published.month - 1 + step
        try:
            found = date(month // 12, month % 12 + 1, day)
        except ValueError:
            continue
        if found.weekday() == weekday and not (future and found < published):
            return Found(*match.span(), (found, found))
    return None


def weekday_and_bare_day(context: Context, match: Match) -> Found | None:
    """ "Sunday 31" where nothing follows that the number could count."""
    w, end = context.t.words, match.end()
    if w[end][:1].isalnum() or w[end] in ("%", "°") or context.t.glued(match.start("d")):
        return None
    return weekday_and_day(context, match)


def listed_day(context: Context, match: Match) -> Found | None:
    """The "5" of "5 and 6 June"."""
    day, other = day_of(context, match, "d"), day_of(context, match, "e")
    if day is None or other is None or "between" in context.t.words[max(0, match.start() - 2) : match.start()]:
        return None
    found = _dated(context, match, given_year(context, match), MONTHS[word_of(context, match, "m")], (day, day))
    return Found(match.start(), match.end("d"), found.days, found.year_given) if found else None


def day_after_list(context: Context, match: Match) -> Found | None:
    """The "6" of "June 5 and 6"."""
    i, letters = match.start(), context.letters
    before = _MONTH_LIST.search(letters, max(0, i - 6), i)
    day = day_of(context, match, "d")
    listed = context.t.words[i - 1] == "," and context.letters[match.end()] not in ",&"
    if before is None or day is None or day > 31 or listed:
        return None
    return _dated(context, match, None, MONTHS[context.t.words[before.start()]], (day, day))


_MONTH_LIST = re.compile(r"M\.?(?:[dD]o?,)?[dD]o?[,&]$")


def _made(match: Match, year: int, month: int, day: int, known: bool = True) -> Found | None:
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return Found(*match.span(), (found, found), known)


def numeric(context: Context, match: Match) -> Found | None:
    """ "2024-06-12", "10/31/1974", "31.10.74"."""
    t, start = context.t, match.start()
    if any(not t.glued(k) for k in range(start + 1, match.end())) or touched(context, match, context.in_range):
        return None
    year = whole_year(word_of(context, match, "y"))
    if has_group(match, "n"):
        return _made(match, year, int(word_of(context, match, "n")), int(word_of(context, match, "d")))
    separator = word_of(context, match, "sep")
    if len(word_of(context, match, "y")) == 2 and separator == ".":
        return None
    return _ordered(context, match, year, separator == ".")


def _ordered(context: Context, match: Match, year: int, day_first: bool, known: bool = True) -> Found | None:
    a, b = int(word_of(context, match, "a")), int(word_of(context, match, "b"))
    day_first = ((day_first or context.british) and b <= 12) or a > 12
    return _made(match, year, b if day_first else a, a if day_first else b, known)


def dotted(context: Context, match: Match) -> Found | None:
    """ "31.10.1974": the lexer takes its first two parts for a decimal."""
    t = context.t
    first, _, second = word_of(context, match, "x").partition(".")
    if not (first.isdecimal() and second.isdecimal() and len(first) <= 2 and len(second) <= 2):
        return None
    if not t.glued(match.start("y")) or not t.glued(match.start("y") - 1) or len(word_of(context, match, "y")) == 2:
        return None
    year, a, b = whole_year(word_of(context, match, "y")), int(first), int(second)
    return _made(match, year, b, a) if b <= 12 else _made(match, year, a, b)


def day_and_month(context: Context, match: Match) -> Found | None:
    """ "on 2/15": only where the words before it expect a date, or nothing else stands there."""
    t, start = context.t, match.start()
    alone = t.size == match.end() - start
    expected = start and t.words[start - 1] in _DATE_BEFORE and not touched(context, match)
    if not (alone or expected or context.in_range or context.letters[start] in "TW"):
        return None
    named = given_year(context, match)
    if named is None and not alone and tuple(t.words[match.start("a") : match.end("b")]) in _NO_DATES:
        return None
    if context.published is None and named is None:
        return None
    a, b = int(word_of(context, match, "a")), int(word_of(context, match, "b"))
    day_first = (context.british and b <= 12) or a > 12
    month, day = (b, a) if day_first else (a, b)
    if month > 12:
        return None
    if named is not None:
        return _made(match, named, month, day)
    year = year_for(context.published or date.min, month, day, context.tense(*match.span()))
    return _made(match, year, month, day, known=False)


_NO_DATES = frozenset({("9", "/", "11"), ("24", "/", "7"), ("7", "/", "7")})
"""Names of another kind that look like a day and a month."""


def packed(context: Context, match: Match) -> Found | None:
    """ "20240612"."""
    word, t = context.t.words[match.start()], context.t
    if (
        len(word) != 8
        or not "1900" < word < "2100"
        or (t.glued(match.start()) and t.words[match.start() - 1].isalnum())
    ):
        return None
    return _made(match, int(word[:4]), int(word[4:6]), int(word[6:]))


def month(context: Context, match: Match) -> Found | None:
    """ "May", "October 2014", "April '87": the first to the last day."""
    number, year = MONTHS[word_of(context, match, "m")], given_year(context, match)
    start, end = match.span()
    if year is None:
        year, end = year_in_words(context.t, end)
    known = year is not None
    if year is None:
        if context.t.words[start - 1] in EACH and start:
            return None
        if context.published is None:
            return Found(start, end, None, False)
        year = _year_of_month(context, number, start, end)
    return Found(start, end, month_days(year, number), known)


def _year_of_month(context: Context, number: int, start: int, end: int) -> int:
    """A month is the latest one up to publication; with a future verb, the next."""
    published = context.published
    assert published is not None  # noqa: S101
    tense = context.tense(start, end)
    if tense == "future":
        return published.year + (number < published.month)
    if tense is None:
        return published.year
    return published.year - (number > published.month)


def numeric_month(context: Context, match: Match) -> Found | None:
    """ "2014-10", "2/2013"."""
    t = context.t
    if not (t.glued(match.start() + 1) and t.glued(match.start() + 2)) or touched(context, match):
        return None
    number, year = int(word_of(context, match, "n")), int(word_of(context, match, "y"))
    season = match.start("y") < match.start("n") and (year + 1) % 100 == number
    if season or number > 12 or not 1900 <= year <= 2100:
        return None
    return Found(*match.span(), month_days(year, number))


def month_of_short_year(context: Context, match: Match) -> Found | None:
    """ "April of 87", where the number counts nothing."""
    after = context.t.words[match.end()]
    if after[:1].isalnum() or after == "%" or int(word_of(context, match, "y2")) < _SHORTEST:
        return None
    return month(context, match)


_SHORTEST = 32
"""Smaller numbers of two digits are days."""


def spoken_day(context: Context, match: Match) -> Found | None:
    """ "January twenty-five nineteen eighty-six": the year tells it from a count."""
    day = read_numeral(context.t, match.end(), joined=False)
    if day is None or not 1 <= day.value <= 31 or day.value % 1:
        return None
    k = day.end + (context.t.words[day.end] == ",")
    year, end = year_in_words(context.t, k)
    if year is None and context.letters[min(k, context.t.size)] == "4":
        year, end = int(context.t.words[k]), k + 1
    if year is None:
        return None
    found = date(year, MONTHS[word_of(context, match, "m")], int(day.value))
    return Found(match.start(), end, (found, found))


def in_relative_year(context: Context, match: Match) -> Found | None:
    """ "March last year", "1 April next year", "August of this year"."""
    w, published = context.t.words, context.published
    if UNITS[w[match.end() - 1]] != "year":
        return None
    if published is None:
        return Found(*match.span(), None)
    year = published.year + step_of(w[match.start("rel")])
    number = MONTHS[word_of(context, match, "m")]
    if not has_group(match, "d"):
        return Found(*match.span(), month_days(year, number))
    day = day_of(context, match, "d")
    return _made(match, year, number, day) if day else None

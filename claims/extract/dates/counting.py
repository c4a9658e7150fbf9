"""Dates that are counted from another day: "three weeks ago", "two days after Christmas", "the next ten days"."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from claims.extract.dates.calendar import (
    Days,
    easter,
    month_days,
    nth_weekday,
    shift,
    unit_days,
    weekday_near,
    year_for,
)
from claims.extract.dates.context import Context, Found
from claims.extract.dates.tables import HOLIDAYS, NEXT_WORDS, PAST_WORDS, UNITS, WEEKDAYS
from claims.extract.numerals import CARDINAL, Tokens, read_numeral
from claims.extract.numerals.words import SMALL

ReadDate = Callable[[int], Found | None]

_DAY = timedelta(days=1)
_ASKS_HOW_LONG = frozenset({"over", "in", "during", "within", "for", "of", "throughout"})
_IDIOMS = frozenset({"time", "or", "and", "a", "of"})


def units_at(t: Tokens, i: int) -> tuple[int, str, int] | None:
    """ "three weeks", "a year", "the day": how many, of what, and the end."""
    w = t.words
    if w[i] in ("a", "an", "the", "one") and w[i + 1] in UNITS:
        if w[i + 1].endswith("s"):
            return None
        return 1, UNITS[w[i + 1]], i + 2
    if w[i] == "a" and w[i + 1] == "couple" and w[i + 2] != "of":
        count, k = 2, i + 2
    elif w[i + 1] == "quarters" and w[i] in SMALL:
        count, k = SMALL[w[i]], i + 1  # not three quarters of a whole
    else:
        n = read_numeral(t, i, joined=False) if w[i] not in ("-", "minus", "−", "half") else None
        if n is None or n.form is not CARDINAL or n.value % 1 or not 0 < n.value < 5000:
            return None
        count, k = int(n.value), n.end
    k += w[k] == "-"
    if w[k] in ("business", "working") and w[k + 1] in ("day", "days"):
        return count, "working day", k + 2
    return (count, UNITS[w[k]], k + 1) if w[k] in UNITS else None


def _shifted(day: date, unit: str, count: int) -> Days | None:
    try:
        moved = shift(day, unit, count)
    except (ValueError, OverflowError):
        return None
    return (moved, moved) if moved else None


def ago(context: Context, i: int, read: ReadDate) -> Found | None:
    """ "three weeks ago", "a year from now", "2 weeks and 2 days ago", "in two weeks" with a future verb."""
    t, w, start = context.t, context.t.words, i
    weekdays = _weekdays_on(context, i)
    if weekdays is not None:
        return weekdays
    inside = w[i] == "in"
    counted = units_at(t, i + inside)
    if counted is None or w[i] == "the":
        return None
    count, unit, end = counted
    more = units_at(t, end + 1) if w[end] == "and" else None
    if more is not None and w[more[2]] == "ago":
        end = more[2]
    else:
        more = None
    if inside:
        if w[end] in _IDIOMS or w[end].startswith("'"):
            return None
        if context.tense(start, end) != "future" and not context.alone(start, end):
            return None
        sign = 1
        end += 2 * (w[end] == "from" and w[end + 1] in ("now", "today"))
    elif w[end] == "ago" or (w[end] == "back" and w[end + 1] not in ("to", "in", "from", "at")):
        sign, end = -1, end + 1
    elif w[end] == "hence" or (w[end] == "from" and w[end + 1] in ("now", "today")):
        sign, end = 1, end + 1 + (w[end] == "from")
    else:
        return None
    on = WEEKDAYS.get(w[end]) if unit == "week" and sign < 0 and t.capital(end) else None
    end += on is not None
    if context.published is None:
        return Found(start, end, None)
    if on is not None:  # "a week ago Sunday"
        day = weekday_near(context.published - _DAY, on, False) - 7 * count * _DAY
        return Found(start, end, (day, day))
    days = _shifted(context.published, unit, sign * count)
    if days and more:
        days = _shifted(days[0], more[1], sign * more[0])
    return Found(start, end, days) if days else None


def _weekdays_on(context: Context, i: int) -> Found | None:
    """ "three Fridays from now", "two Thursdays ago"."""
    t, w = context.t, context.t.words
    n = read_numeral(t, i) if w[i][:1].isalnum() else None
    if n is None or w[n.end] not in WEEKDAYS or not 1 <= n.value <= 50 or n.value % 1:
        return None
    end = n.end + 1
    if w[end] == "from" and w[end + 1] == "now":
        sign, end = 1, end + 2
    elif w[end] in ("ago", "back", "hence"):
        sign, end = 1 if w[end] == "hence" else -1, end + 1
    else:
        return None
    if context.published is None:
        return Found(i, end, None)
    day = weekday_near(context.published + sign * _DAY, WEEKDAYS[w[n.end]], sign > 0)
    day += sign * 7 * (int(n.value) - 1) * _DAY
    return Found(i, end, (day, day))


def first_units(context: Context, i: int, read: ReadDate) -> Found | None:
    """ "the first eight months of this year", "the last ten days of May"."""
    w, start = context.t.words, i
    i += w[i] == "the"
    if w[i] not in ("first", "last", "final"):
        return None
    counted = units_at(context.t, i + 1)
    if counted is None or w[counted[2]] not in ("of", "in"):
        return None
    count, unit, end = counted
    anchor = read(end + 1) or _whole(context, end + 1)
    if anchor is None:
        return None
    if anchor.days is None:
        return Found(start, anchor.end, None)
    first, last = anchor.days
    days = _shifted(first if w[i] == "first" else last + _DAY, unit, count if w[i] == "first" else -count)
    if days is None:
        return None
    cut = (first, days[0] - _DAY) if w[i] == "first" else (days[0], last)
    return Found(start, anchor.end, cut, anchor.year_given) if first <= cut[0] <= cut[1] <= last else None


def _whole(context: Context, i: int) -> Found | None:
    """ "the year" behind "the first five months of"."""
    w = context.t.words
    unit = UNITS.get(w[i + 1], "")
    if w[i] != "the" or unit not in ("week", "month", "quarter", "year", "decade"):
        return None
    return Found(i, i + 2, unit_days(unit, context.published) if context.published else None)


_SIDES = {"after": 1, "from": 1, "following": 1, "before": -1}


def beside_date(context: Context, i: int, read: ReadDate) -> Found | None:
    """ "two days after Christmas", "the day before yesterday"."""
    t, w = context.t, context.t.words
    counted = units_at(t, i)
    if counted is None:
        return None
    count, unit, end = counted
    side = _SIDES.get(w[end])
    if side is None:
        return None
    anchor = read(end + 1)
    if anchor is not None:
        if anchor.days is None:
            return Found(i, anchor.end, None)
        days = _shifted(anchor.days[1 if side > 0 else 0], unit, side * count)
        return Found(i, anchor.end, days, anchor.year_given) if days else None
    return None


def run_of_units(context: Context, i: int, read: ReadDate) -> Found | None:
    """ "the next three days", "5 past years": the days themselves, unless a preposition asks how long."""
    t, w, start = context.t, context.t.words, i
    i += w[i] == "the"
    before = w[start - 1] if start else ""
    before = w[start - 2] if before == "the" and start > 1 else before
    word = w[i]
    if word in PAST_WORDS or word in NEXT_WORDS:
        if w[i + 1] == "couple":
            counted = (2, UNITS.get(w[i + 2 + (w[i + 2] == "of")], ""), i + 3 + (w[i + 2] == "of"))
        else:
            counted = units_at(t, i + 1) or (0, "", 0)
    else:
        n = read_numeral(t, i, joined=False) if w[i][:1].isalnum() else None
        if n is None or n.form is not CARDINAL or n.value % 1 or w[n.end] not in PAST_WORDS | NEXT_WORDS:
            return None
        if w[n.end] in PAST_WORDS and (before, w[start - 1]) != ("in", "the"):
            return None  # "50 previous years" says how many
        word, before = w[n.end], ""
        if n.value > 1 and not w[n.end + 1].endswith("s"):
            return None
        counted = (int(n.value), UNITS.get(w[n.end + 1], ""), n.end + 2)
    count, unit, end = counted
    if not unit or not 1 < count < 1000 or (before in _ASKS_HOW_LONG and word in ("last", "past")):
        return None
    if context.published is None:
        return Found(start, end, None)
    sign = -1 if word in PAST_WORDS else 1
    far = _shifted(context.published, unit, sign * count)
    if far is None:
        return None
    near = context.published + sign * _DAY
    if unit == "quarter":
        return Found(start, end, _quarters(context.published, sign * count))
    return Found(start, end, (far[0], near) if sign < 0 else (near, far[0]))


_ROLLS = frozenset({"week", "month", "year", "decade", "century"})
_ROLLING_BEFORE = frozenset({"over", "in", "during", "within", "for", "throughout"})
_NEAREST = {"last": -1, "past": -1, "next": 1, "coming": 1}


def rolling(context: Context, i: int, read: ReadDate) -> Found | None:
    """ "over the past year", "in the next decade": up to publication or from it on, not by the calendar."""
    w, published = context.t.words, context.published
    sign = _NEAREST.get(w[i + 1], 0)
    unit = UNITS.get(w[i + 2], "")
    if not sign or unit not in _ROLLS or w[i + 2].endswith("s"):
        return None
    if w[i + 1] != "past" and not (i and w[i - 1] in _ROLLING_BEFORE):
        return None
    if published is None:
        return Found(i, i + 3, None)
    far = _shifted(published, unit, sign)
    near = published + sign * _DAY
    return Found(i, i + 3, (far[0], near) if sign < 0 else (near, far[0])) if far else None


def _quarters(published: date, count: int) -> Days | None:
    """Whole quarters: nobody reports from the middle of one."""
    far, near = unit_days("quarter", published, count), unit_days("quarter", published, 1 if count > 0 else -1)
    if far is None or near is None:
        return None
    return (near[0], far[1]) if count > 0 else (far[0], near[1])


def week_of(context: Context, i: int, read: ReadDate) -> Found | None:
    """ "the week of 6 October", "the week commencing February 4"."""
    w, start = context.t.words, i
    i += w[i] == "the"
    if w[i] == "w" and w[i + 1] == "/" and w[i + 2] == "c":
        i += 1
    elif w[i] != "week" or w[i + 1] not in ("of", "commencing", "beginning", "starting", "ending", "ended"):
        return None
    anchor = read(i + 2)
    if anchor is None or anchor.days is None or anchor.days[0] != anchor.days[1]:
        return None
    day = anchor.days[0]
    days = (day - 6 * _DAY, day) if w[i + 1] in ("ending", "ended") else unit_days("week", day)
    return Found(start, anchor.end, days, anchor.year_given)


def holiday(context: Context, i: int, read: ReadDate) -> Found | None:
    """ "Christmas Day", "Thanksgiving 2024", "next Easter"."""
    _t, w, start = context.t, context.t.words, i
    step = -1 if w[i] in PAST_WORDS else 1 if w[i] in NEXT_WORDS else 0
    i += step != 0
    rule, length = None, 0
    for length in (4, 3, 2, 1):
        rule = HOLIDAYS.get(tuple(w[i : i + length]))
        if rule is not None:
            break
    if rule is None:
        return None
    end = i + length
    if w[end] in _FESTIVE:
        return None
    weekend = w[end] == "weekend"
    end += weekend
    year = end + (w[end] == ",")
    if len(w[year]) == 4 and w[year].isdecimal() and "1900" < w[year] < "2200":
        weekend = weekend or w[year + 1] == "weekend"
        return Found(start, year + 1 + (w[year + 1] == "weekend"), _with_weekend(_feast(rule, int(w[year])), weekend))
    published = context.published
    if published is None:
        return Found(start, end, None, False)
    this = _feast(rule, published.year)
    if this is None:
        return None
    if step:
        passed = this[0] < published
        found = published.year + (step if passed == (step > 0) else 0)
        return Found(start, end, _with_weekend(_feast(rule, found), weekend))
    found = year_for(published, this[0].month, min(this[0].day, 28), context.tense(start, end))
    return Found(start, end, _with_weekend(_feast(rule, found), weekend), False)


_FESTIVE = frozenset(
    "tree trees card cards market markets carol carols present presents gift gifts shopping song songs lights pudding"
    " egg eggs bunny costume costumes dinner decorations album single island turkey jumper".split()
)
"""What is of a feast's kind and on no day of its own."""


def _with_weekend(days: Days | None, wanted: bool) -> Days | None:
    """ "Easter weekend": the nearest Saturday and Sunday, and the feast where it touches them."""
    if days is None or not wanted:
        return days
    if days[0] == easter(days[0].year):
        return days[0] - 2 * _DAY, days[0] + _DAY  # from Good Friday to Easter Monday
    saturday = days[0] + ((5 - days[0].weekday() + 3) % 7 - 3) * _DAY
    return min(days[0], saturday), max(days[0], saturday + _DAY)


def _feast(rule: str, year: int) -> Days | None:
    if rule.startswith("easter"):
        day: date | None = easter(year) + int(rule[6:]) * _DAY
    elif rule[3].isdecimal():
        day = date(year, int(rule[:2]), int(rule[3:]))
    else:
        nth, _, later = rule[6:].partition(">")
        day = nth_weekday(month_days(year, int(rule[:2])), WEEKDAYS[rule[3:6]], int(nth))
        day = day + int(later or 0) * _DAY if day else None
    return (day, day) if day else None

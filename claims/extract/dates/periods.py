"""Periods that are told from one of their ends: "the rest of the year", "the 12 months to June", "week 27 of 2017"."""

from __future__ import annotations

from datetime import date, timedelta

from claims.extract.dates.calendar import months_on, shift, thirds, unit_days, weekday_near, year_days
from claims.extract.dates.context import Context, Found
from claims.extract.dates.counting import ReadDate, units_at
from claims.extract.dates.tables import DAY_ORDINALS, DEADLINE, UNITS, WEEKDAYS

_DAY = timedelta(days=1)
_REST = frozenset({"rest", "remainder"})
_ENDING = frozenset({"to", "ended", "ending", "through"})
_WHOLE_MONTHS = {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120}


def rest_of(context: Context, i: int, read: ReadDate) -> Found | None:
    """ "the rest of the year", "the remainder of this week": from the day of publication on."""
    w = context.t.words
    k = i + (w[i] == "the")
    if w[k] not in _REST or w[k + 1] != "of":
        return None
    if w[k + 2] in ("the", "this") and w[k + 3] in UNITS and w[k + 3] not in ("day", "night"):
        end, unit = k + 4, UNITS[w[k + 3]]
        if context.published is None:
            return Found(i, end, None)
        days = unit_days(unit, context.published)
    else:
        anchor = read(k + 2)
        if anchor is None:
            return None
        end, days = anchor.end, anchor.days
        if days is None:
            return Found(i, end, None)
        if context.published is None or not days[0] <= context.published <= days[1]:
            return Found(i, end, days, anchor.year_given)
    return Found(i, end, (context.published, days[1])) if days else None


def to_date(context: Context, i: int, read: ReadDate) -> Found | None:
    """ "the year to date"."""
    w = context.t.words
    k = i + (w[i] == "the")
    if w[k] not in UNITS or w[k + 1] != "to" or w[k + 2] != "date":
        return None
    if context.published is None:
        return Found(i, k + 3, None)
    days = unit_days(UNITS[w[k]], context.published)
    return Found(i, k + 3, (days[0], context.published)) if days else None


def ending(context: Context, i: int, read: ReadDate) -> Found | None:
    """ "the 12 months to June", "the year ended March 31, 2024": whole months up to that end."""
    t, w = context.t, context.t.words
    k = i + (w[i] == "the")
    if k == i:
        return None
    k += w[k] in ("fiscal", "financial") or w[k] in DAY_ORDINALS
    counted = (1, UNITS[w[k]], k + 1) if w[k] in UNITS else units_at(t, k)
    if counted is None:
        return None
    count, unit, end = counted
    end += w[end] == "period"
    word = w[end]
    if word not in _ENDING or unit not in _WHOLE_MONTHS or (word == "to" and w[end + 1] in ("the", "date")):
        return None
    anchor = read(end + 1 + (w[end + 1] in ("in", "on")))
    if anchor is None:
        return None
    if anchor.days is None:
        return Found(i, anchor.end, None, False)
    last = anchor.days[1]
    if not anchor.year_given and word != "ending" and context.published is not None and last > context.published:
        last = months_on(last, -12)
    months = count * _WHOLE_MONTHS[unit]
    first = months_on(last + _DAY, -months)
    return Found(i, anchor.end, (first, last), anchor.year_given)


def year_end(context: Context, i: int, read: ReadDate) -> Found | None:
    """ "year-end 1988", "by year's end"."""
    w = context.t.words
    if w[i] == "year's" and w[i + 1] == "end":
        end = i + 2
    elif w[i] == "year" and w[i + 1] == "-" and w[i + 2] == "end" and context.t.glued(i + 1):
        end = i + 3
    else:
        return None
    k = end + (w[end] == "of")
    named = len(w[k]) == 4 and "1900" < w[k] < "2200" and w[k].isdecimal()
    if not named and w[end][:1].isalpha() and w[end] not in _AFTER_THE_END:
        return None  # "year-end accounts"
    if not named and context.published is None:
        return Found(i, end, None)
    days = year_days(int(w[k]) if named else (context.published or date.min).year)
    days = (days[1], days[1]) if i and w[i - 1] in DEADLINE else thirds(days, "late")
    return Found(i, k + 1 if named else end, days)


_AFTER_THE_END = frozenset("and or but in at for to with as if when the it he she they we will would is was".split())


def numbered_week(context: Context, i: int, read: ReadDate) -> Found | None:
    """ "week 27 of 2017", by the ISO calendar."""
    w = context.t.words
    if w[i] != "week" or not w[i + 1].isdecimal() or len(w[i + 1]) > 2 or w[i + 2] != "of":
        return None
    anchor = read(i + 3)
    if anchor is None or anchor.days is None or (anchor.days[1] - anchor.days[0]).days not in (364, 365):
        return None
    monday = date.fromisocalendar(anchor.days[0].year, int(w[i + 1]), 1)
    return Found(i, anchor.end, (monday, monday + 6 * _DAY), anchor.year_given)


def from_day_on(context: Context, i: int, read: ReadDate) -> Found | None:
    """ "for 10 days from 18 December", "three days starting next Monday": the days themselves."""
    w = context.t.words
    counted = units_at(context.t, i)
    if counted is None:
        return None
    count, unit, end = counted
    k = end + (w[end] == ",")
    if w[k] in ("starting", "beginning"):
        k += 1 + (w[k + 1] in ("from", "on"))
    elif w[k] == "from" and i and w[i - 1] == "for":
        k += 1
    else:
        return None
    anchor = read(k)
    if anchor is None:
        return None
    if anchor.days is None:
        return Found(i, anchor.end, None)
    after = shift(anchor.days[0], unit, count)
    return Found(i, anchor.end, (anchor.days[0], after - _DAY), anchor.year_given) if after else None


def weekday_beside(context: Context, i: int, read: ReadDate) -> Found | None:
    """ "the Friday before Christmas", "the third Tuesday after Easter"."""
    w = context.t.words
    k = i + (w[i] == "the")
    n = DAY_ORDINALS.get(w[k], 0)
    if w[k].isdecimal() and w[k + 1] in ("st", "nd", "rd", "th"):
        n, k = int(w[k]), k + 1
    k += n > 0
    if (k == i) or w[k] not in WEEKDAYS or w[k + 1] not in ("after", "before", "following"):
        return None
    anchor = read(k + 2)
    if anchor is None or not 0 <= n < 50:
        return None
    if anchor.days is None:
        return Found(i, anchor.end, None, anchor.year_given)
    sign = -1 if w[k + 1] == "before" else 1
    near = anchor.days[1] + _DAY if sign > 0 else anchor.days[0] - _DAY
    day = weekday_near(near, WEEKDAYS[w[k]], sign > 0) + sign * 7 * (max(n, 1) - 1) * _DAY
    return Found(i, anchor.end, (day, day), anchor.year_given)


def half_of(context: Context, i: int, read: ReadDate) -> Found | None:
    """ "the first half of the 20th century", "the second half of May"."""
    w = context.t.words
    k = i + (w[i] == "the")
    if w[k] not in ("first", "second") or w[k + 1] != "half" or w[k + 2] != "of":
        return None
    anchor = read(k + 3) or (read(k + 4) if w[k + 3] == "the" else None)
    if anchor is None:
        return None
    if anchor.days is None:
        return Found(i, anchor.end, None, anchor.year_given)
    first, last = anchor.days
    years = last.year - first.year + 1
    if years > 1:
        middle = date(first.year + years // 2 - 1, 12, 31)
    elif 28 <= (last - first).days + 1 <= 31 and first.day == 1:
        middle = first.replace(day=15)
    else:
        return None
    days = (first, middle) if w[k] == "first" else (middle + _DAY, last)
    return Found(i, anchor.end, days, anchor.year_given)

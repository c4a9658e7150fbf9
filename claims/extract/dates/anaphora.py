"""Dates that are counted from a day which the text named before: "the day after", "two days later", "that year".

Without such a day they cannot be told, and say so where their words can mean nothing else.
"""

from __future__ import annotations

from datetime import date, timedelta

from claims.extract.dates.calendar import Days, shift, unit_days
from claims.extract.dates.context import Context, Found
from claims.extract.dates.counting import ReadDate, units_at
from claims.extract.dates.tables import DAY_PARTS, UNITS

_DAY = timedelta(days=1)
_REACH = 60
"""Tokens within which the earlier day is looked for: the sentence and the one before it."""

_BESIDE = {"after": 1, "following": 1, "next": 1, "before": -1, "previous": -1, "preceding": -1}
_LATER = {"later": 1, "afterwards": 1, "earlier": -1, "previously": -1}
_SAME = frozenset({"that", "same"})
_TELLS_NOTHING_ELSE = frozenset({"following", "previous", "preceding"})


def _named(context: Context, start: int) -> Days | None:
    if context.named is None or start - context.named.end > _REACH:
        return None
    return context.named.days


def day_beside(context: Context, i: int, read: ReadDate) -> Found | None:
    """ "the next day", "the following morning", "the previous week", "the day after", "the night before"."""
    w = context.t.words
    k = i + (w[i] == "the")
    if w[k] in _BESIDE and w[k] not in ("after", "before") and w[k + 1] in UNITS and not w[k + 1].endswith("s"):
        word, unit, end = w[k], UNITS[w[k + 1]], k + 2
    elif w[i] == "the" and w[k] in UNITS and w[k + 1] in ("after", "before"):
        word, unit, end = w[k + 1], UNITS[w[k]], k + 2
        if unit != "day" and unit not in DAY_PARTS:
            return None
    else:
        return None
    whole = unit == "day" or unit in DAY_PARTS
    anchor = _named(context, i)
    if anchor is None or (whole and anchor[0] != anchor[1]):
        # "the following week" alone is the one after publication, "the following day" that of nothing.
        unknown = (whole and word in _TELLS_NOTHING_ELSE) or (word in ("after", "before") and unit == "day")
        return Found(i, end, None) if unknown else None
    if word in ("after", "before") and _of_its_own(w, end):
        return Found(i, end, None) if unit == "day" else None
    if word == "next" and not whole:
        return None  # "next week" is counted from publication
    days = unit_days("day" if whole else unit, anchor[0], _BESIDE[word])
    return Found(i, end, days) if days else None


def _of_its_own(w: list[str], end: int) -> bool:
    """ "the day after the election": it is counted from what follows, not from an earlier day."""
    return w[end][:1].isalpha() and w[end] not in ("and", "but", "to", "with", "in", "at", "by")


def later(context: Context, i: int, read: ReadDate) -> Found | None:
    """ "two days later", "a year earlier"."""
    w = context.t.words
    counted = units_at(context.t, i)
    if counted is None or w[i] == "the":
        return None
    count, unit, end = counted
    side = _LATER.get(w[end])
    if side is None or w[end + 1] in ("than", "this", "that", "in", "-"):
        return None
    anchor = _named(context, i)
    if anchor is None or w[i - 1] in ("until", "than", "over", "nearly", "about"):
        return None
    low, high = shift(anchor[0], unit, side * count), shift(anchor[1], unit, side * count)
    if low is None or high is None or (anchor[0] != anchor[1] and unit in ("day", "week", "night", "fortnight")):
        return None
    if (high + _DAY).day != 1 and (anchor[1] + _DAY).day == 1 and anchor[0].day == 1:
        high = _last_of_month(high)
    if context.published is not None and low > context.published and context.tense(i, end + 1) != "future":
        return None  # the earlier day has a year that the words did not name, or it is a plan
    return Found(i, end + 1, (low, high))


def _last_of_month(day: date) -> date:
    days = unit_days("month", day)
    return days[1] if days else day


def same(context: Context, i: int, read: ReadDate) -> Found | None:
    """ "that day", "the same year"; without a day named before it is no date of its own."""
    w = context.t.words
    k = i + (w[i] == "the")
    if w[k] not in _SAME or (k > i) != (w[k] == "same") or w[k + 1].endswith("s"):
        return None
    unit, anchor = UNITS.get(w[k + 1]), _named(context, i)
    if unit is None or anchor is None:
        return None
    days = unit_days(unit, anchor[0])
    if days is None or not days[0] <= anchor[0] <= anchor[1] <= days[1]:
        return None
    return Found(i, k + 2, days)

"""Readers of dates that count from the day of publication."""

from __future__ import annotations

import re
from datetime import date, timedelta

from claims.extract.dates.absolute import given_year
from claims.extract.dates.calendar import (
    Days,
    easter,
    month_days,
    nth_weekday,
    season_days,
    shift,
    thirds,
    unit_days,
    weekday_near,
    year_days,
    year_for,
)
from claims.extract.dates.context import Context, Found
from claims.extract.dates.tables import HOLIDAYS, MONTHS, NAMED_DAYS, SEASONS, UNITS, WEEKDAYS
from claims.extract.numerals import Form, read_numeral

Match = re.Match[str]

_LAST = frozenset({"last", "past", "previous"})
_NEXT = frozenset({"next", "coming", "following", "upcoming"})
_DAY = timedelta(days=1)


def _step(word: str) -> int:
    return -1 if word in _LAST else 1 if word in _NEXT else 0


def _unresolved(context: Context, match: Match) -> Found | None:
    return Found(*match.span(), None) if context.published is None else None


def named_day(context: Context, match: Match) -> Found | None:
    """"yesterday", "today", "tomorrow"."""
    if context.published is None:
        return Found(*match.span(), None)
    day = context.published + NAMED_DAYS[context.t.words[match.start()]] * _DAY
    return Found(*match.span(), (day, day))


def step(context: Context, match: Match) -> Found | None:
    """"next month", "last Tuesday", "this summer", "last March"."""
    t, published = context.t, context.published
    if published is None:
        return Found(*match.span(), None)
    word, what = t.words[match.start("rel")], t.words[match.start("what")]
    count = _step(word)
    if match["what"] == "W":
        return Found(*match.span(), _weekday(published, WEEKDAYS[what], word))
    if match["what"] == "M":
        return Found(*match.span(), _month(published, MONTHS[what], count))
    if match["what"] == "S":
        return Found(*match.span(), _season(published, SEASONS[what], count))
    if word in ("past", "coming") and what == "day" or what in ("half", "season", "century"):
        return None
    days = unit_days(UNITS[what], published, count)
    return Found(*match.span(), days) if days else None


def _weekday(published: date, weekday: int, word: str) -> Days:
    """"last Tuesday" is the one of the week before, "this" of this week; "past" and "coming" the nearest."""
    if word in ("past", "coming", "upcoming"):
        day = weekday_near(published + (_DAY if word != "past" else -_DAY), weekday, word != "past")
    elif word in ("last", "previous"):
        day = weekday_near(published - _DAY, weekday, False)
    elif word in ("next", "following"):
        day = weekday_near(published + _DAY, weekday, True)
    else:
        day = published - published.weekday() * _DAY + weekday * _DAY
    return day, day


def _month(published: date, month: int, count: int) -> Days:
    year = published.year
    if count < 0:
        year -= month >= published.month
    elif count > 0:
        year += month <= published.month
    return month_days(year, month)


def _season(published: date, month: int, count: int) -> Days:
    year = published.year
    days = season_days(year, month)
    if month == 12 and published.month < 3:
        days = season_days(year - 1, month)
    if count < 0 and days[1] >= published:
        days = season_days(days[0].year - 1, month)
    elif count > 0 and days[0] <= published:
        days = season_days(days[0].year + 1, month)
    return days


def season(context: Context, match: Match) -> Found | None:
    """"summer 2024", "the autumn of 1989"; without a year only after "in the" or "this"."""
    t = context.t
    word, year = t.words[match.start("what")], given_year(context, match)
    if year is None:
        return None
    return Found(*match.span(), season_days(year, SEASONS[word]))


def weekday(context: Context, match: Match) -> Found | None:
    """"Tuesday": the latest one; with a future verb, the next."""
    t, (start, end) = context.t, match.span()
    if t.words[start].endswith("s") and t.words[start] not in ("tues", "thurs"):
        return None
    if context.published is None:
        return Found(start, end, None)
    future = context.tense(start, end) == "future"
    day = weekday_near(context.published, WEEKDAYS[t.words[start]], future)
    return Found(start, end, (day, day))


def weekday_of_week(context: Context, match: Match) -> Found | None:
    """"Wednesday of next week", "next week Wednesday"."""
    t = context.t
    unit = next(k for k in range(match.start(), match.end()) if t.words[k] in UNITS)
    if UNITS[t.words[unit]] != "week":
        return None
    if context.published is None:
        return Found(*match.span(), None)
    days = unit_days("week", context.published, _step(t.words[match.start("rel")]))
    if days is None:
        return None
    day = days[0] + WEEKDAYS[t.words[match.start("what")]] * _DAY
    return Found(*match.span(), (day, day))


_PART_NAMES = {
    "early": "early", "earlier": "early", "beginning": "early", "start": "early", "mid": "mid", "middle": "mid",
    "midway": "mid", "late": "late", "later": "late", "end": "end", "close": "end",
}  # fmt: skip


def part(context: Context, match: Match) -> Found | None:
    """"mid-June", "late 2019", "earlier this month", "the end of 2025"."""
    t, published = context.t, context.published
    word = t.words[match.start("part")]
    name = _PART_NAMES[word]
    groups = match.groupdict()
    if groups.get("m"):
        year = given_year(context, match) if groups.get("y") else None
        known = year is not None
        month = MONTHS[t.words[match.start("m")]]
        if year is None and published is None:
            return Found(*match.span(), None, False)
        if year is None and published is not None:
            year = year_for(published, month, 15, context.tense(*match.span()))
        return Found(*match.span(), thirds(month_days(year or 1, month), name), known)
    if groups.get("y2"):
        year = int(t.words[match.start("y2")])
        days = year_days(year, year + 9) if groups.get("s") else year_days(year)
        return Found(*match.span(), thirds(days, name))
    if groups.get("season"):
        return None
    return _part_of_unit(context, match, word, name)


def _part_of_unit(context: Context, match: Match, word: str, name: str) -> Found | None:
    t, published = context.t, context.published
    unit = UNITS[t.words[match.start("what")]]
    related = match.groupdict().get("rel") is not None
    if not related and (t.words[match.start("what") - 1] not in ("the", "of", "-", "in") and word not in ("end",)):
        return None
    if unit in ("day", "season", "half", "century"):
        return None
    if published is None:
        return Found(*match.span(), None)
    count = _step(t.words[match.start("rel")]) if related else 0
    days = unit_days(unit, published, count)
    if days is None:
        return None
    if word == "earlier" and count == 0:
        days = days[0], max(days[0], published - _DAY)
    elif word == "later" and count == 0:
        days = min(days[1], published + _DAY), days[1]
    else:
        days = thirds(days, name)
    return Found(*match.span(), days)


_BACK = {"ago": -1, "back": -1}
_ONWARD = frozenset({"hence", "on"})
_FEW = frozenset({"few"})


def ago(context: Context, i: int) -> Found | None:
    """"three weeks ago", "a year from now", "in two weeks" with a future verb."""
    t = context.t
    w = t.words
    inside = w[i] == "in"
    start = i
    i += inside
    if w[i] in ("a", "an") and w[i + 1] in UNITS:
        count, k = 1, i + 1
    else:
        n = read_numeral(t, i, joined=False) if w[i] not in ("-", "minus") else None
        if n is None or n.form is not Form.CARDINAL or n.value % 1 or not 0 < n.value < 5000:
            return None
        count, k = int(n.value), n.end
    k += w[k] == "-"
    if w[k] not in UNITS:
        return None
    unit, end = UNITS[w[k]], k + 1
    if w[end] in ("ago", "back") and not inside:
        sign, end = -1, end + 1
    elif w[end] == "hence" and not inside:
        sign, end = 1, end + 1
    elif w[end] in ("from", "after") and w[end + 1] in ("now", "today", "tomorrow", "yesterday"):
        sign, end = 1, end + 2
        count += NAMED_DAYS.get(w[end - 1], 0) if unit == "day" else 0
    elif inside and w[end] in ("'", "'s") or not inside:
        return None
    elif context.tense(start, end) == "future" and w[end] not in ("time", "or", "and"):
        sign = 1
    else:
        return None
    if context.published is None:
        return Found(start, end, None)
    try:
        day = shift(context.published, unit, sign * count)
    except (ValueError, OverflowError):
        return None
    return Found(start, end, (day, day)) if day else None


def run_of_units(context: Context, i: int) -> Found | None:
    """"the next three days", "last 2 weeks": the days themselves, unless a preposition asks how long."""
    t = context.t
    w = t.words
    start = i
    i += w[i] == "the"
    if w[i] not in _LAST | _NEXT:
        return None
    if w[start - 1] in ("over", "in", "during", "within", "for", "of", "throughout") and start and w[i] not in _NEXT:
        return None
    n = read_numeral(t, i + 1, joined=False)
    if n is None or n.form is not Form.CARDINAL or n.value % 1 or not 1 < n.value < 1000 or w[n.end] not in UNITS:
        return None
    end = n.end + 1
    if context.published is None:
        return Found(start, end, None)
    sign = -1 if w[i] in _LAST else 1
    try:
        far = shift(context.published, UNITS[w[n.end]], sign * int(n.value))
    except (ValueError, OverflowError):
        return None
    if far is None:
        return None
    near = context.published + sign * _DAY
    return Found(start, end, (far, near) if sign < 0 else (near, far))


def holiday(context: Context, i: int) -> Found | None:
    """"Christmas Day", "Thanksgiving 2024"."""
    w = context.t.words
    for length in (4, 3, 2, 1):
        rule = HOLIDAYS.get(tuple(w[i : i + length]))
        if rule is not None:
            break
    else:
        return None
    end = i + length
    if not context.t.capital(i) and length == 1 and context.t.size > 3:
        return None
    if len(w[end]) == 4 and w[end].isdecimal() and "1900" < w[end] < "2200":
        return Found(i, end + 1, _feast(rule, int(w[end])))
    if context.published is None:
        return Found(i, end, None, False)
    this = _feast(rule, context.published.year)
    if this is None:
        return None
    year = year_for(context.published, this[0].month, min(this[0].day, 28), context.tense(i, end))
    return Found(i, end, _feast(rule, year), False)


def _feast(rule: str, year: int) -> Days | None:
    if rule.startswith("easter"):
        day: date | None = easter(year) + int(rule[6:]) * _DAY
    elif rule[3].isdecimal():
        day = date(year, int(rule[:2]), int(rule[3:]))
    else:
        day = nth_weekday(month_days(year, int(rule[:2])), WEEKDAYS[rule[3:6]], int(rule[6:]))
    return (day, day) if day else None

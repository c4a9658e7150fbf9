"""Readers of dates that count from the day of publication."""

from __future__ import annotations

import re
from datetime import date, timedelta

from claims.extract.dates.calendar import (
    Days,
    month_days,
    months_on,
    nth_week,
    nth_weekday,
    thirds,
    unit_days,
    weekday_near,
    year_days,
    year_for,
)
from claims.extract.dates.context import Context, Found
from claims.extract.dates.parts import given_year, has_group, step_of
from claims.extract.dates.seasons import part_of_season, season_named
from claims.extract.dates.tables import (
    CLOSINGS,
    DAY_ORDINALS,
    DAY_PARTS,
    DEADLINE,
    EACH,
    MONTHS,
    NAMED_DAYS,
    PAST_WORDS,
    SEASONS,
    UNITS,
    WEEKDAYS,
)

Match = re.Match[str]

_DAY = timedelta(days=1)


def named_day(context: Context, match: Match) -> Found | None:
    """ "yesterday", "today", "tomorrow"."""
    if context.published is None:
        return Found(*match.span(), None)
    day = context.published + NAMED_DAYS[context.t.words[match.start()]] * _DAY
    return Found(*match.span(), (day, day))


def step(context: Context, match: Match) -> Found | None:
    """ "next month", "last Tuesday", "this summer", "last March"."""
    t, published = context.t, context.published
    if published is None:
        return Found(*match.span(), None)
    word, what = t.words[match.start("rel")], t.words[match.start("what")]
    opened = t.words[match.start()] == "the" or t.words[match.start() - 1] == "on"
    if word == "following" and match["what"] in "WM" and not opened:
        return None  # "following Monday's debate": after it
    count = step_of(word)
    if what == "day" and word in ("previous", "following"):
        return Found(*match.span(), None)  # counted from a day that the text named before
    if match["what"] == "W":
        return Found(*match.span(), _weekday(context, match, WEEKDAYS[what], word))
    if match["what"] == "M":
        return Found(*match.span(), _month(published, MONTHS[what], count))
    if match["what"] == "S":
        return Found(*match.span(), season_named(published, SEASONS[what], count))
    if (word in ("past", "coming") and what == "day") or what in ("half", "season", "century"):
        return None
    if UNITS[what] in DAY_PARTS and t.capital(match.start("what")):
        return None  # "CBS This Morning"
    if UNITS[what] == "weekend" and not count and published.weekday() < _SATURDAY:
        count -= context.tense(*match.span()) == "past"  # "this weekend he said", printed on Monday
    days = unit_days(UNITS[what], published, count)
    return Found(*match.span(), days) if days else None


_SATURDAY = 5


def _weekday(context: Context, match: Match, weekday: int, word: str) -> Days:
    """ "last" and "next" take the day from the week before or after, "past" and "coming" the nearest."""
    published = context.published or date.min
    if word == "past":
        day = weekday_near(published - _DAY, weekday, False)
    elif word in ("coming", "upcoming"):
        day = weekday_near(published + _DAY, weekday, True)
    elif word in ("this", "current"):
        day = weekday_near(published, weekday, context.tense(*match.span()) != "past")
    else:
        day = published + (weekday - published.weekday() + 7 * step_of(word)) * _DAY
    return day, day


def day_of_step(context: Context, match: Match) -> Found | None:
    """ "last Oct. 13", "next January 1": the nearest on that side of publication."""
    t, published = context.t, context.published
    if published is None:
        return Found(*match.span(), None)
    side = step_of(t.words[match.start("rel")])
    month, day = MONTHS[t.words[match.start("m")]], int(t.words[match.start("d")])
    found = published.replace(month=month, day=day)
    if (found - published).days * side <= 0:
        found = found.replace(year=found.year + side)
    return Found(*match.span(), (found, found))


def _month(published: date, month: int, count: int) -> Days:
    year = published.year
    if count < 0:
        year -= month >= published.month
    elif count > 0:
        year += month <= published.month
    return month_days(year, month)


def weekday(context: Context, match: Match) -> Found | None:
    """ "Tuesday": the latest one; with a future verb, the next."""
    t, (start, end) = context.t, match.span()
    plural = t.words[start].endswith("s") and not t.words[start].endswith("'s")
    if (plural and t.words[start] not in ("tues", "thurs")) or t.words[start - 1] in EACH:
        return None
    if context.published is None:
        return Found(start, end, None)
    tense = context.tense(start, end)
    due = tense is None and not DEADLINE.isdisjoint(t.words[max(0, start - 3) : start])
    alone = context.alone(start, end)
    near = context.published + alone * _DAY
    day = weekday_near(near, WEEKDAYS[t.words[start]], tense == "future" or due or alone)
    return Found(start, end, (day, day))


def weekday_week(context: Context, match: Match) -> Found | None:
    """ "on Monday week", as the British say: the Monday after the next."""
    w, start = context.t.words, match.start()
    if w[start + 1] != "week" or w[start - 1] not in _WEEK_BEFORE or not start or w[start + 2] in ("of", "in"):
        return None
    if context.published is None:
        return Found(*match.span(), None)
    day = weekday_near(context.published + _DAY, WEEKDAYS[w[start]], True) + 7 * _DAY
    return Found(*match.span(), (day, day))


_WEEK_BEFORE = frozenset({"on", "by", "until", "from", "till"})


def weekday_of_week(context: Context, match: Match) -> Found | None:
    """ "Wednesday of next week", "next week Wednesday"."""
    t = context.t
    unit = next(k for k in range(match.start(), match.end()) if t.words[k] in UNITS)
    if UNITS[t.words[unit]] != "week":
        return None
    if context.published is None:
        return Found(*match.span(), None)
    days = unit_days("week", context.published, step_of(t.words[match.start("rel")]))
    if days is None:
        return None
    day = days[0] + WEEKDAYS[t.words[match.start("what")]] * _DAY
    return Found(*match.span(), (day, day))


_PART_NAMES = {
    "early": "early", "earlier": "early", "beginning": "beginning", "start": "beginning", "mid": "mid", "middle": "mid",
    "midway": "mid", "late": "late", "later": "late", "end": "late", "close": "late",
}  # fmt: skip


_NEED_OF = frozenset({"beginning", "start", "end", "close"})


def part(context: Context, match: Match) -> Found | None:
    """ "mid-June", "late 2019", "earlier this month", "the end of 2025"."""
    t, published = context.t, context.published
    word = t.words[match.start("part")]
    name = _PART_NAMES[word]
    if word in _NEED_OF and t.words[match.start("part") + 1] not in ("of", "-"):
        return None  # "could start this week", "beginning next month"
    groups = match.groupdict()
    if groups.get("m"):
        year = given_year(context, match) if groups.get("y") else None
        known = year is not None
        month = MONTHS[t.words[match.start("m")]]
        if year is None and published is None:
            return Found(*match.span(), None, False)
        if year is None and published is not None:
            year = year_for(published, month, 15, context.tense(*match.span()))
        return _cut(context, match, month_days(year or 1, month), name, known)
    if groups.get("y2"):
        year = int(t.words[match.start("y2")])
        days = year_days(year, year + 9) if groups.get("s") else year_days(year)
        return _cut(context, match, days, name)
    if groups.get("season"):
        return part_of_season(context, match, name)
    return _part_of_unit(context, match, word, name)


def _part_of_unit(context: Context, match: Match, word: str, name: str) -> Found | None:
    t, published = context.t, context.published
    unit = UNITS[t.words[match.start("what")]]
    related = match.groupdict().get("rel") is not None
    if not related and (t.words[match.start("what") - 1] not in ("the", "of", "-", "in") and word not in ("end",)):
        return None
    if unit in ("day", "season", "half", "century") or unit in DAY_PARTS:
        return None
    if published is None:
        return Found(*match.span(), None)
    count = step_of(t.words[match.start("rel")]) if related else 0
    days = unit_days(unit, published, count)
    if days is None:
        return None
    if word == "earlier" and count == 0:
        days = days[0], max(days[0], published - _DAY)
    elif word == "later" and count == 0:
        days = min(days[1], published + _DAY), days[1]
    else:
        return _cut(context, match, days, name)
    return Found(*match.span(), days)


def closing(context: Context, match: Match) -> Found | None:
    """ "by EOY", "the EOM": in capitals only."""
    t, published = context.t, context.published
    place = match.start("what")
    if not t.raw(place).isupper():
        return None
    if published is None:
        return Found(*match.span(), None)
    days = unit_days(CLOSINGS[t.words[place]], published)
    return _cut(context, match, days, "late") if days else None


def _cut(context: Context, match: Match, days: Days, name: str, known: bool = True) -> Found:
    """The named third; but "by the end of" means the last day."""
    w, start = context.t.words, match.start()
    closes = has_group(match, "what") and w[match.start("what")] in CLOSINGS
    if (closes or w[match.start("part")] in ("end", "close")) and start and w[start - 1] in DEADLINE:
        return Found(*match.span(), (days[1], days[1]), known)
    return Found(*match.span(), thirds(days, name), known)


def nth_of(context: Context, match: Match) -> Found | None:
    """ "the first Monday of October", "the last week of 2016", "the third day of May"."""
    t, published = context.t, context.published
    word = t.words[match.start("n")]
    n = -1 if word in PAST_WORDS else DAY_ORDINALS.get(word) or (int(word) if word.isdecimal() else 0)
    if match["back"]:
        n = -n
    if not n or (word in PAST_WORDS and word != "last"):
        return None
    groups = match.groupdict()
    year, known = given_year(context, match), True
    if year is None and published is None:
        return Found(*match.span(), None, False)
    if groups.get("m"):
        month = MONTHS[t.words[match.start("m")]]
        known = year is not None
        if year is None and published is not None:
            year = year_for(published, month, 28, context.tense(*match.span()))
        within: Days | None = month_days(year or 1, month)
    elif year is not None:
        within = year_days(year)
    elif published is not None:
        count = step_of(t.words[match.start("rel")]) if groups.get("rel") else 0
        within = unit_days(UNITS[t.words[match.start("unit")]], published, count)
    days = _nth(within, t.words[match.start("what")], n) if within else None
    return Found(*match.span(), days, known) if days else None


def _nth(within: Days, what: str, n: int) -> Days | None:
    if what in WEEKDAYS:
        day = nth_weekday(within, WEEKDAYS[what], n)
        return (day, day) if day else None
    if what == "week":
        return nth_week(within, n)
    if what == "day":
        day = within[0] + (n - 1) * _DAY if n > 0 else within[1] + (n + 1) * _DAY
        return (day, day) if within[0] <= day <= within[1] else None
    if what == "weekend":
        day = nth_weekday(within, 5, n)
        return (day, day + _DAY) if day else None
    return None


def day_of_this_month(context: Context, match: Match) -> Found | None:
    """ "the 20th of next month", "on the 18th"."""
    t, published = context.t, context.published
    word = t.words[match.start("d")]
    day = DAY_ORDINALS.get(word) or int(word)
    start, end = match.span()
    count = 0
    if match.groupdict().get("unit"):
        if UNITS[t.words[match.start("unit")]] != "month":
            return None
        count = step_of(t.words[match.start("rel")]) if match["rel"] else 0
    elif (t.words[end][:1].isalnum() and t.words[end] not in _AFTER_DAY) or t.words[end] in ("-", "%"):
        return None
    if published is None:
        return Found(start, end, None)
    if not match.groupdict().get("unit"):
        tense = context.tense(start, end)
        count = -1 if tense == "past" and day > published.day else 1 if tense == "future" and day < published.day else 0
    try:
        found = months_on(published.replace(day=1), count).replace(day=day)
    except ValueError:
        return None
    return Found(start, end, (found, found))


_AFTER_DAY = frozenset("was were is are will has had and or to at in with for but when as after before by if".split())


def after_next(context: Context, match: Match) -> Found | None:
    """ "the week after next", "Friday after next"."""
    t, published = context.t, context.published
    if published is None:
        return Found(*match.span(), None)
    what = t.words[match.start("what")]
    if what in WEEKDAYS:
        day = weekday_near(published + _DAY, WEEKDAYS[what], True) + 7 * _DAY
        days: Days | None = (day, day)
    elif what in MONTHS:
        first = _month(published, MONTHS[what], 1)[0]
        days = month_days(first.year + 1, first.month)
    else:
        days = unit_days(UNITS[what], published, 2)
    return Found(*match.span(), days) if days else None


def before_last(context: Context, match: Match) -> Found | None:
    """ "the week before last", "the Sunday before last"."""
    t, published = context.t, context.published
    if published is None:
        return Found(*match.span(), None)
    what = t.words[match.start("what")]
    if what in WEEKDAYS:
        day = weekday_near(published - _DAY, WEEKDAYS[what], False) - 7 * _DAY
        days: Days | None = (day, day)
    elif what in MONTHS:
        first = _month(published, MONTHS[what], -1)[0]
        days = month_days(first.year - 1, first.month)
    else:
        days = unit_days(UNITS[what], published, -2)
    return Found(*match.span(), days) if days else None


def the_weekend(context: Context, match: Match) -> Found | None:
    """ "at the weekend", "the weekend's vote": by the tense of the verb, else the nearer one."""
    t, published = context.t, context.published
    if UNITS[t.words[match.start("what")]] != "weekend" or t.words[match.end()] in ("of", "after", "before"):
        return None
    if published is None:
        return Found(*match.span(), None)
    tense = context.tense(*match.span())
    coming = tense == "future" or (tense is None and published.weekday() in _NEARS_THE_WEEKEND)
    saturday = weekday_near(published - (published.weekday() == 6) * _DAY, 5, coming)
    return Found(*match.span(), (saturday, saturday + _DAY))


_NEARS_THE_WEEKEND = frozenset({3, 4})
"""Thursday and Friday."""

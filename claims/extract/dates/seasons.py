"""Seasons: the meteorologists' three months, with or without a year."""

from __future__ import annotations

import re
from datetime import date

from claims.extract.dates.calendar import Days, season_days, thirds
from claims.extract.dates.context import Context, Found
from claims.extract.dates.parts import given_year, step_of
from claims.extract.dates.tables import SEASONS, UNITS
from claims.extract.numerals import Tokens

Match = re.Match[str]


def season_named(published: date, month: int, count: int) -> Days:
    """ "last summer", "this winter", "next spring"."""
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
    """ "summer 2024", "the autumn of '89"; without a year only "in the spring" of something that a verb dates."""
    t, (start, end) = context.t, match.span()
    word, year = t.words[match.start("what")], given_year(context, match)
    if year is not None:
        return Found(start, end, season_days(year, SEASONS[word]))
    if t.words[start - 1] not in _SEASON_BEFORE or not start or _names_a_thing(t, end):
        return None
    tense = context.tense(start, end)
    if tense is None or (word == "fall" and end - start == 1 and t.words[start - 1] != "in"):
        return None  # "wheat is sown in autumn", "until fall"
    days = _season_by_tense(context.published, SEASONS[word], tense) if context.published else None
    return Found(start, end, days)


_SEASON_BEFORE = frozenset("in over during by until since before after".split())


def _names_a_thing(t: Tokens, end: int) -> bool:
    """ "the summer house", "the fall of the wall"."""
    after = t.words[end]
    return after in ("of", "in", "-") or (after[:1].isalpha() and after not in _AFTER_SEASON)


_AFTER_SEASON = frozenset(
    "and or but when as after before by if to at with for was were is are will has had the a he she it they"
    " said".split()
)


def _season_by_tense(published: date, month: int, tense: str | None) -> Days:
    """The latest season up to publication; with a future verb, the next or the one that has begun."""
    for year in (published.year + 1, published.year, published.year - 1):
        days = season_days(year, month)
        if tense != "future" and days[0] <= published:
            return days
        if tense == "future" and days[0] <= published and days[1] < published:
            return season_days(year + 1, month)
    return season_days(published.year, month)


def part_of_season(context: Context, match: Match, name: str) -> Found | None:
    """ "late summer", "early autumn 2023": a month of it."""
    month, year = SEASONS[context.t.words[match.start("season")]], given_year(context, match)
    if year is not None:
        return Found(*match.span(), thirds(season_days(year, month), name))
    tense = context.tense(*match.span())
    if tense is None or context.t.words[match.start() - 1] in ("a", "an"):
        return None
    days = _season_by_tense(context.published, month, tense) if context.published else None
    return Found(*match.span(), thirds(days, name) if days else None)


def in_relative_year(context: Context, match: Match) -> Found | None:
    """ "the summer of last year"."""
    w, published = context.t.words, context.published
    if UNITS[w[match.end() - 1]] != "year":
        return None
    if published is None:
        return Found(*match.span(), None)
    year = published.year + step_of(w[match.start("rel")])
    return Found(*match.span(), season_days(year, SEASONS[w[match.start("what")]]))


def over_new_year(context: Context, match: Match) -> Found | None:
    """ "the winter of 1962-63"."""
    w = context.t.words
    year, month = int(w[match.start("y")]), SEASONS[w[match.start("what")]]
    if len(w[match.start("to")]) != 2 or (year + 1) % 100 != int(w[match.start("to")]) or month != 12:
        return None
    return Found(*match.span(), season_days(year, month))

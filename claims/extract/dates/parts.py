"""What a matched pattern holds: words, days and years by the name of their group."""

from __future__ import annotations

import re

from claims.extract.dates.context import Context
from claims.extract.dates.tables import DAY_ORDINALS, NEXT_WORDS, PAST_WORDS

Match = re.Match[str]

_CENTURY_TURN = 37
"""Two digits below it are of this century in a date, from it on of the last."""


def whole_year(digits: str) -> int:
    """A year from two or four digits."""
    if len(digits) == 4:
        return int(digits)
    return int(digits) + (2000 if int(digits) < _CENTURY_TURN else 1900)


def step_of(word: str) -> int:
    """ "last" is one back, "next" one on, "this" none."""
    return -1 if word in PAST_WORDS else 1 if word in NEXT_WORDS else 0


def word_of(context: Context, match: Match, name: str) -> str:
    """The word that a group caught."""
    return context.t.words[match.start(name)]


def has_group(match: Match, name: str) -> bool:
    """Say whether the pattern has such a group and it caught something."""
    return name in match.re.groupindex and match[name] is not None


def given_year(context: Context, match: Match) -> int | None:
    """The year that the words name."""
    for name in ("y", "y2", "y3"):
        if has_group(match, name):
            return whole_year(word_of(context, match, name))
    return None


def day_of(context: Context, match: Match, name: str) -> int | None:
    """The day of a month that a group caught, in digits or as an ordinal."""
    word = word_of(context, match, name)
    return DAY_ORDINALS.get(word) or (int(word) if word.isdecimal() else None)


def touched(context: Context, match: Match, in_range: bool = False) -> bool:
    """Say whether digits or letters go on right before or after: a code, no date."""
    t, start, end = context.t, match.start(), match.end()
    if (
        not in_range
        and t.glued(start)
        and (t.words[start - 1].isalnum() or (t.words[start - 1] == "-" and t.words[start - 2].isdecimal()))
    ):
        return True
    return t.glued(end) and t.words[end].isdecimal()

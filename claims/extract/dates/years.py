"""Readers of years, and of quarters, halves, decades and centuries."""

from __future__ import annotations

import re
from datetime import date

from claims.extract.dates.calendar import Days, month_days, thirds, year_days
from claims.extract.dates.context import Context, Found
from claims.extract.dates.parts import day_of, given_year, has_group, touched, whole_year, word_of
from claims.extract.dates.tables import UNITS, WORD_DECADES, YEAR_BEFORE
from claims.extract.numerals import Tokens, read_numeral

Match = re.Match[str]


def year_in_words(t: Tokens, i: int) -> tuple[int | None, int]:
    """ "nineteen eighty-six", "two thousand and fifteen" at token ``i``: the year and its end."""
    w = t.words
    if w[i] == "two" and w[i + 1] == "thousand":
        k = i + 2 + (w[i + 2] == "and")
        rest = read_numeral(t, k, joined=False)
        if rest is not None and rest.value < 100 and not rest.value % 1:
            return 2000 + int(rest.value), rest.end
        return 2000, i + 2
    century = _CENTURIES.get(w[i])
    if century is None:
        return None, i
    k = i + 1 + (w[i + 1] == "hundred") + (w[i + 1] in ("-",))
    k += w[k] == "and"
    rest = read_numeral(t, k, joined=False)
    if rest is None or not 10 <= rest.value < 100 or rest.value % 1:
        return None, i
    return 100 * century + int(rest.value), rest.end


_CENTURIES = {"sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20}
_SPOKEN_YEAR_BEFORE = frozenset({"in", "since", "of", "until", "by", "from"})


def spoken_year(context: Context, match: Match) -> Found | None:
    """ "in nineteen ninety-six"."""
    t, start = context.t, match.start()
    if t.words[start - 1] not in _SPOKEN_YEAR_BEFORE:
        return None
    found, end = year_in_words(t, start)
    if found is None or (t.words[end][:1].isalpha() and t.words[end].endswith("s")):
        return None
    return Found(start, end, year_days(found))


def year(context: Context, match: Match) -> Found | None:
    """ "2024", where the words around it make four digits a year."""
    start, end = match.span()
    digits = word_of(context, match, "y")
    if len(digits) < 4:
        digits = str(whole_year(digits))
    if end - start == 1 and not _is_year(context, start, int(digits)):
        return None
    return Found(start, end, year_days(int(digits)))


def _is_year(context: Context, i: int, value: int) -> bool:
    t = context.t
    before, after = t.words[i - 1] if i else "", t.words[i + 1]
    if t.glued(i) and (before.isalnum() or before in ("#", "$", "£", "€", "-", "/", "_", ".")) and not context.in_range:
        return False
    if t.glued(i + 1) and (after.isalnum() or after in ("%", "/", "$", "€", "_")) and after != "s":
        return False
    if after == "-" and t.words[i + 2].isdecimal() and len(t.words[i + 2]) < 4:
        return False
    if context.in_range:
        return 1000 <= value < 2200
    sure = before in _YEAR_SURELY or (before == "of" and t.capital(i - 2))
    if not (1500 if sure else 1700) <= value < 2151:
        return False
    if before == "of" and not 1900 <= value < 2051 and t.words[i - 2] in _AMOUNTS:
        return False
    counts = (
        after.isalpha() and not t.capital(i + 1) and len(after) > 3 and after.endswith("s")
    ) or after in _UNITS_AFTER
    if before in YEAR_BEFORE or before == "":
        if before in _ALSO_COUNTED and (counts or after in _MONEY_AFTER):
            return False
        return not (counts and before not in ("in", "the", "since", "by", "this", "early", "late"))
    if t.capital(i - 1) and before.isalpha() and counts and 1950 <= value <= 2035:
        return True  # "Merck's 2018 sales"
    if t.capital(i - 1) and before.isalpha() and t.words[i - 2] not in (".", "!", "?", "") and i > 1:
        return False  # "Expo 2025" is a name
    return not counts and 1900 <= value < 2100 and before not in _NUMBERED


_NUMBERED = frozenset("no number resolution than least room flight call dial code box".split())
_YEAR_SURELY = frozenset({"in", "since", "until", "by", "from", "between", "to"})
_AMOUNTS = frozenset("average total maximum minimum number price cost fine sum fee peak".split())
_ALSO_COUNTED = frozenset("about around to of from through between and for , ( - –".split())
_UNITS_AFTER = frozenset(
    "people men women children km kg m feet metres meters miles tonnes tons mw % percent per troops x".split()
)
_MONEY_AFTER = frozenset("dollars euros pounds yuan yen rupees roubles".split())


def short_year(context: Context, match: Match) -> Found | None:
    """ "in '98", "the summer of '69"."""
    t, start = context.t, match.start()
    digits = word_of(context, match, "y2")
    if len(digits) != 2 or not t.glued(start + 1) or t.glued(start) or t.words[start - 1] not in _SHORT_YEAR_BEFORE:
        return None
    return Found(start, match.end(), year_days(whole_year(digits)))


_SHORT_YEAR_BEFORE = frozenset("in since of until till by from before after to early late mid during and".split())


def decade(context: Context, match: Match) -> Found | None:
    """ "the 1990s", "the '90s"."""
    t = context.t
    if not t.glued(match.end() - 1):
        return None
    digits = word_of(context, match, "y")
    first = int(digits) if len(digits) == 4 else int(digits) + (2000 if int(digits) < 20 else 1900)
    if first % 10:
        return None
    return Found(*match.span(), year_days(first, first + (99 if first % 100 == 0 and first < 2000 else 9)))


def word_decade(context: Context, match: Match) -> Found | None:
    """ "the nineties"."""
    word = word_of(context, match, "decade")
    if word not in WORD_DECADES or context.t.words[match.start() - 1] in ("his", "her", "their"):
        return None
    first = (2000 if word == "noughties" else 1900) + WORD_DECADES[word]
    return Found(match.start("decade"), match.end(), year_days(first, first + 9))


def before_christ(context: Context, match: Match) -> Found | None:
    """ "44 BC", "the 5th century BC": before the first day that an ISO date can name."""
    return Found(*match.span(), None) if context.t.raw(match.end() - 1).isupper() else None


def century(context: Context, match: Match) -> Found | None:
    """ "the 21st century"."""
    number = day_of(context, match, "d")
    if _last_word(context, match) != "century" or number is None:
        return None
    return Found(*match.span(), year_days(100 * (number - 1) or 1, 100 * number - 1))


_CENTURY_PARTS = {"early": "early", "mid": "mid", "middle": "mid", "late": "late"}


def part_of_century(context: Context, match: Match) -> Found | None:
    """ "the early 12th century"."""
    whole, name = century(context, match), _CENTURY_PARTS.get(word_of(context, match, "part"))
    if whole is None or whole.days is None or name is None:
        return None
    return whole._replace(days=thirds(whole.days, name))


def _last_word(context: Context, match: Match) -> str:
    return context.t.words[match.end() - 1]


def two_years(context: Context, match: Match) -> Found | None:
    """ "2023-24", "2023/24": a fiscal year or a season lies within both."""
    t = context.t
    if any(not t.glued(k) for k in range(match.start("y") + 1, match.end())) or touched(context, match):
        return None
    first, second = word_of(context, match, "y"), word_of(context, match, "to")
    if len(second) != 2 or (int(first) + 1) % 100 != int(second):
        return None
    return Found(*match.span(), year_days(int(first), int(first) + 1))


_PARTS = {"quarter": 4, "qtr": 4, "half": 2}


def part_of_year(context: Context, match: Match) -> Found | None:
    """ "the first quarter of 2024", "Q1", "2019 H2"."""
    t = context.t
    if has_group(match, "q"):
        parts = 4 if word_of(context, match, "q") == "q" else 2
        if not t.glued(match.start("d")) or (not t.capital(match.start("q")) and match.start("y") < 0):
            return None
    else:
        k = match.start("d") + 1 + (t.words[match.start("d") + 1] in ("st", "nd", "rd", "th"))
        unit = t.words[k + (t.words[k] == "-")]
        parts = _PARTS.get(unit, 0)
    number = day_of(context, match, "d")
    if not parts or number is None or number > parts:
        return None
    start, end = match.span()
    named, published = given_year(context, match), context.published
    if named is None and published is None:
        return Found(start, end, None, False)
    if named is None and published is not None:
        if parts == 2 and not (has_group(match, "rel") or has_group(match, "q")):
            return None
        named = published.year + _relative_years(context, match)
        if (
            not has_group(match, "rel")
            and context.tense(start, end) == "past"
            and _part(named, number, parts)[0] > published
        ):
            named -= 1
    return Found(start, end, _part(named or 1, number, parts), has_group(match, "y"))


def last_part(context: Context, match: Match) -> Found | None:
    """ "the last quarter of 2024", "the last month of the year"."""
    w, published = context.t.words, context.published
    months = {"quarter": 3, "half": 6, "month": 1}.get(w[match.start() + (w[match.start()] == "the") + 1])
    named = given_year(context, match)
    if months is None or w[match.start() + (w[match.start()] == "the")] != "last":
        return None
    if named is None:
        if UNITS[w[match.end() - 1]] != "year":
            return None
        if published is None:
            return Found(*match.span(), None)
        named = published.year + _relative_years(context, match)
    return Found(*match.span(), (date(named, 13 - months, 1), date(named, 12, 31)))


def _relative_years(context: Context, match: Match) -> int:
    if not has_group(match, "rel"):
        return 0
    words = context.t.words[match.start("rel") : match.end("rel")]
    return -1 if words[0] in ("last", "past", "previous") else 1 if words[0] in ("next", "coming", "following") else 0


def _part(year_number: int, number: int, parts: int) -> Days:
    length = 12 // parts
    first = date(year_number, (number - 1) * length + 1, 1)
    last = month_days(year_number, number * length)[1]
    return first, last

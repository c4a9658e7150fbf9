"""Readers of dates that name a day, a month or a year themselves."""

from __future__ import annotations

import re
from datetime import date

from claims.extract.dates.calendar import Days, month_days, year_days, year_for
from claims.extract.dates.context import Context, Found
from claims.extract.dates.tables import DAY_ORDINALS, MONTHS, WEEKDAYS, WORD_DECADES, YEAR_BEFORE
from claims.extract.numerals import Tokens, read_numeral

Match = re.Match[str]

_CENTURY_TURN = 50
"""Two digits below it are of this century in a date, from it on of the last."""

_DATE_BEFORE = frozenset("on from by until till since before after between to due dated and".split())
"""Before "3/4" these make it a date and no fraction."""


def whole_year(digits: str) -> int:
    """A year from two or four digits."""
    if len(digits) == 4:
        return int(digits)
    return int(digits) + (2000 if int(digits) < _CENTURY_TURN else 1900)


def _word(context: Context, match: Match, name: str) -> str:
    return context.t.words[match.start(name)]


def _group(match: Match, name: str) -> bool:
    return name in match.re.groupindex and match[name] is not None


def given_year(context: Context, match: Match) -> int | None:
    """The year that the words name."""
    for name in ("y", "y2", "y3"):
        if _group(match, name):
            return whole_year(_word(context, match, name))
    return None


def _day(context: Context, match: Match, name: str) -> int | None:
    word = _word(context, match, name)
    return DAY_ORDINALS.get(word) or (int(word) if word.isdecimal() else None)


def _dated(context: Context, match: Match, year: int | None, month: int, days: tuple[int, int]) -> Found | None:
    start, end = match.span()
    if year is None:
        year, end = year_in_words(context.t, end)
    known = year is not None
    if year is None:
        if context.published is None:
            return Found(start, end, None, False)
        year = year_for(context.published, month, days[1], context.tense(start, end))
    try:
        span = date(year, month, days[0]), date(year, month, days[1])
    except ValueError:
        return None
    return Found(start, end, span, known)


def day_of_month(context: Context, match: Match) -> Found | None:
    """"6 June", "February 24, 2022", "Mon, February 18"."""
    day = _day(context, match, "d")
    if day is None:
        return None
    month = MONTHS[_word(context, match, "m")]
    return _dated(context, match, given_year(context, match), month, (day, day))


def days_of_month(context: Context, match: Match) -> Found | None:
    """"March 23 and 25" (after "between"), "10 to 14 June"."""
    t = context.t
    first, last = _day(context, match, "d"), _day(context, match, "e")
    if first is None or last is None or first >= last:
        return None
    between = t.words[match.start("e") - 1] == "and" or "and" in t.words[match.start("d") : match.start("e")]
    if between and "between" not in t.words[max(0, match.start() - 2) : match.start()]:
        return None
    month = MONTHS[_word(context, match, "m")]
    return _dated(context, match, given_year(context, match), month, (first, last))


def weekday_and_day(context: Context, match: Match) -> Found | None:
    """"Tuesday the 19th": the nearest month in which the day falls on that weekday."""
    day, published = _day(context, match, "d"), context.published
    if day is None:
        return None
    if published is None:
        return Found(*match.span(), None, False)
    weekday = WEEKDAYS[_word(context, match, "w")]
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


def year_in_words(t: Tokens, i: int) -> tuple[int | None, int]:
    """"nineteen eighty-six", "two thousand and fifteen" at token ``i``: the year and its end."""
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
    """"in nineteen ninety-six"."""
    t, start = context.t, match.start()
    if t.words[start - 1] not in _SPOKEN_YEAR_BEFORE:
        return None
    found, end = year_in_words(t, start)
    if found is None or t.words[end][:1].isalpha() and t.words[end].endswith("s"):
        return None
    return Found(start, end, year_days(found))


def listed_day(context: Context, match: Match) -> Found | None:
    """The "5" of "5 and 6 June"."""
    day, other = _day(context, match, "d"), _day(context, match, "e")
    if day is None or other is None or "between" in context.t.words[max(0, match.start() - 2) : match.start()]:
        return None
    found = _dated(context, match, given_year(context, match), MONTHS[_word(context, match, "m")], (day, day))
    return Found(match.start(), match.end("d"), found.days, found.year_given) if found else None


def day_after_list(context: Context, match: Match) -> Found | None:
    """The "6" of "June 5 and 6"."""
    i, letters = match.start(), context.letters
    before = _MONTH_LIST.search(letters, max(0, i - 6), i)
    day = _day(context, match, "d")
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
    """"2024-06-12", "10/31/1974", "31.10.74"."""
    t, start = context.t, match.start()
    if any(not t.glued(k) for k in range(start + 1, match.end())) or _touched(context, match):
        return None
    year = whole_year(_word(context, match, "y"))
    if _group(match, "n"):
        return _made(match, year, int(_word(context, match, "n")), int(_word(context, match, "d")))
    separator = _word(context, match, "sep")
    if len(_word(context, match, "y")) == 2 and separator == ".":
        return None
    return _ordered(context, match, year, separator == ".")


def _touched(context: Context, match: Match) -> bool:
    """Say whether digits or letters go on right before or after: a code, no date."""
    t, start, end = context.t, match.start(), match.end()
    if t.glued(start) and (t.words[start - 1].isalnum() or t.words[start - 1] == "-" and t.words[start - 2].isdecimal()):
        return True
    return t.glued(end) and t.words[end].isdecimal()


def _ordered(context: Context, match: Match, year: int, day_first: bool, known: bool = True) -> Found | None:
    a, b = int(_word(context, match, "a")), int(_word(context, match, "b"))
    day_first = (day_first or context.british) and b <= 12 or a > 12
    return _made(match, year, b if day_first else a, a if day_first else b, known)


def dotted(context: Context, match: Match) -> Found | None:
    """"31.10.1974": the lexer takes its first two parts for a decimal."""
    t = context.t
    first, _, second = _word(context, match, "x").partition(".")
    if not (first.isdecimal() and second.isdecimal() and len(first) <= 2 and len(second) <= 2):
        return None
    if not t.glued(match.start("y")) or not t.glued(match.start("y") - 1) or len(_word(context, match, "y")) == 2:
        return None
    year, a, b = whole_year(_word(context, match, "y")), int(first), int(second)
    return _made(match, year, b, a) if b <= 12 else _made(match, year, a, b)


def day_and_month(context: Context, match: Match) -> Found | None:
    """"on 2/15": only where the words before it expect a date, or nothing else stands there."""
    t, start = context.t, match.start()
    alone = t.size == match.end() - start
    expected = start and t.words[start - 1] in _DATE_BEFORE and not _touched(context, match)
    if not (alone or expected or context.in_range):
        return None
    if context.published is None:
        return None
    a, b = int(_word(context, match, "a")), int(_word(context, match, "b"))
    day_first = context.british and b <= 12 or a > 12
    month, day = (b, a) if day_first else (a, b)
    if month > 12:
        return None
    year = year_for(context.published, month, day, context.tense(*match.span()))
    return _made(match, year, month, day, known=False)


def packed(context: Context, match: Match) -> Found | None:
    """"20240612"."""
    word, t = context.t.words[match.start()], context.t
    if len(word) != 8 or not "1900" < word < "2100" or t.glued(match.start()) and t.words[match.start() - 1].isalnum():
        return None
    return _made(match, int(word[:4]), int(word[4:6]), int(word[6:]))


def month(context: Context, match: Match) -> Found | None:
    """"May", "October 2014", "April '87": the first to the last day."""
    number, year = MONTHS[_word(context, match, "m")], given_year(context, match)
    start, end = match.span()
    if year is None:
        year, end = year_in_words(context.t, end)
    known = year is not None
    if year is None:
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
    """"2014-10", "2/2013"."""
    t = context.t
    if not (t.glued(match.start() + 1) and t.glued(match.start() + 2)) or _touched(context, match):
        return None
    number, year = int(_word(context, match, "n")), int(_word(context, match, "y"))
    if number > 12 or not 1900 <= year <= 2100:
        return None
    return Found(*match.span(), month_days(year, number))


def year(context: Context, match: Match) -> Found | None:
    """"2024", where the words around it make four digits a year."""
    t = context.t
    start, end = match.span()
    digits = _word(context, match, "y")
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
    if not (1500 if before in _YEAR_SURELY else 1700) <= value < 2151:
        return False
    if before == "of" and not 1900 <= value < 2051 and t.words[i - 2] in _AMOUNTS:
        return False
    counts = after.isalpha() and not t.capital(i + 1) and len(after) > 3 and after.endswith("s") or after in _UNITS_AFTER
    if before in YEAR_BEFORE or before == "":
        if before in _ALSO_COUNTED and (counts or after in _MONEY_AFTER):
            return False
        return not (counts and before not in ("in", "the", "since", "by", "this", "early", "late"))
    if t.capital(i - 1) and before.isalpha() and counts and 1950 <= value <= 2035:
        return True  # "Merck's 2018 sales"
    if t.capital(i - 1) and before.isalpha() and t.words[i - 2] not in (".", "!", "?", "") and i > 1:
        return False  # "Expo 2025" is a name
    return not counts and 1900 <= value < 2100 and before not in ("no", "number", "resolution", "than", "least", "room", "flight")


_YEAR_SURELY = frozenset({"in", "since", "until", "by", "from", "between", "to"})
_AMOUNTS = frozenset("average total maximum minimum number price cost fine sum fee peak".split())
_ALSO_COUNTED = frozenset("about around to of from through between and for , ( - –".split())
_UNITS_AFTER = frozenset("people men women children km kg m feet metres meters miles tonnes tons mw % percent per troops x".split())
_MONEY_AFTER = frozenset("dollars euros pounds yuan yen rupees roubles".split())


def decade(context: Context, match: Match) -> Found | None:
    """"the 1990s", "the '90s"."""
    t = context.t
    if not t.glued(match.end() - 1):
        return None
    digits = _word(context, match, "y")
    first = int(digits) if len(digits) == 4 else int(digits) + (2000 if int(digits) < 20 else 1900)
    if first % 10:
        return None
    return Found(*match.span(), year_days(first, first + (99 if first % 100 == 0 and first < 2000 else 9)))


def word_decade(context: Context, match: Match) -> Found | None:
    """"the nineties"."""
    word = _word(context, match, "decade")
    if word not in WORD_DECADES or context.t.words[match.start() - 1] in ("his", "her", "their"):
        return None
    first = (2000 if word == "noughties" else 1900) + WORD_DECADES[word]
    return Found(match.start("decade"), match.end(), year_days(first, first + 9))


def century(context: Context, match: Match) -> Found | None:
    """"the 21st century"."""
    number = _day(context, match, "d")
    if _last_word(context, match) != "century" or number is None:
        return None
    return Found(*match.span(), year_days(100 * (number - 1) or 1, 100 * number - 1))


def _last_word(context: Context, match: Match) -> str:
    return context.t.words[match.end() - 1]


def two_years(context: Context, match: Match) -> Found | None:
    """"2023-24", "2023/24": a fiscal year or a season lies within both."""
    t = context.t
    if any(not t.glued(k) for k in range(match.start() + 1, match.end())) or _touched(context, match):
        return None
    first, second = _word(context, match, "y"), _word(context, match, "to")
    if len(second) != 2 or (int(first) + 1) % 100 != int(second):
        return None
    return Found(*match.span(), year_days(int(first), int(first) + 1))


_PARTS = {"quarter": 4, "qtr": 4, "half": 2}


def part_of_year(context: Context, match: Match) -> Found | None:
    """"the first quarter of 2024", "Q1", "2019 H2"."""
    t = context.t
    if _group(match, "q"):
        parts = 4 if _word(context, match, "q") == "q" else 2
        if not t.glued(match.start("d")) or not t.capital(match.start("q")) and match.start("y") < 0:
            return None
    else:
        unit = t.words[match.start("d") + (2 if t.words[match.start("d") + 1] in ("st", "nd", "rd", "th") else 1)]
        parts = _PARTS.get(unit, 0)
    number = _day(context, match, "d")
    if not parts or number is None or number > parts:
        return None
    start, end = match.span()
    named, published = given_year(context, match), context.published
    if named is None and published is None:
        return Found(start, end, None, False)
    if named is None and published is not None:
        if parts == 2 and not (_group(match, "rel") or _group(match, "q")):
            return None
        named = published.year + _relative_years(context, match)
        if not _group(match, "rel") and context.tense(start, end) == "past" and _part(named, number, parts)[0] > published:
            named -= 1
    return Found(start, end, _part(named or 1, number, parts), _group(match, "y"))


def _relative_years(context: Context, match: Match) -> int:
    if not _group(match, "rel"):
        return 0
    words = context.t.words[match.start("rel") : match.end("rel")]
    return -1 if words[0] in ("last", "past", "previous") else 1 if words[0] in ("next", "coming", "following") else 0


def _part(year_number: int, number: int, parts: int) -> Days:
    length = 12 // parts
    first = date(year_number, (number - 1) * length + 1, 1)
    last = month_days(year_number, number * length)[1]
    return first, last



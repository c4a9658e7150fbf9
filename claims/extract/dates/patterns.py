"""The forms of dates as patterns of letters, one letter for each token (``tables.CLASS``), with what reads them."""

from __future__ import annotations

import re
from collections.abc import Callable

from claims.extract.dates import absolute, relative, seasons, years
from claims.extract.dates.context import Context, Found

Reader = Callable[[Context, re.Match[str]], Found | None]

_WEEKDAY = r"(?:T?(?P<w>W)\.?[-,(]?n?t?)?"
_DAY = r"(?P<d>[dD]o?|O)"
_DAY2 = r"(?P<e>[dD]o?|O)"
_YEAR = r"(?:\.?,?[fi]?t?v?f?(?P<y>4)(?!s))"
_SHORT_YEAR = r"(?:f?'(?P<y2>[dD2]))"
_RANGE = r"(?:[->]|&)"
_THIS_YEAR = r",?f?t?(?P<rel>[LXT])U"

PATTERNS: tuple[tuple[str, str, Reader], ...] = (
    # absolute
    ("TWM", rf"{_WEEKDAY}(?P<m>M)\.?t?{_DAY}(?:{_YEAR}|{_SHORT_YEAR})?(?!o)", absolute.day_of_month),
    ("TWtdDO", rf"{_WEEKDAY}t?{_DAY}[-/]?t?f?(?P<m>M)\.?(?:[-/]?(?:{_YEAR}|{_SHORT_YEAR}))?", absolute.day_of_month),
    ("dD", r"(?P<d>[dD])-(?P<m>M)-(?P<y2>[dD2])", absolute.day_of_month),
    ("TWM", rf"{_WEEKDAY}(?P<m>M)[-/](?P<d>[dD])(?:[-/](?P<y>4))?", absolute.day_of_month),
    ("TW", r"T?W\((?P<m>M)[-/]?(?P<d>[dD])\)", absolute.day_of_month),
    ("TW", r"T?W\((?P<d>[dD])f?(?P<m>M)\)", absolute.day_of_month),
    ("TW", r"T?W,?(?P<a>[dD])/(?P<b>[dD])(?!/)", absolute.day_and_month),
    ("4", r"(?P<y>4)[-/](?P<m>M)[-/](?P<d>[dD])", absolute.day_of_month),
    ("4", r"(?P<y>4)[-/](?P<d>[dD])[-/](?P<m>M)", absolute.day_of_month),
    ("M", rf"(?P<m>M)\.?t?{_DAY},?(?P<w>W)", absolute.day_of_month),
    ("W", r"(?P<w>W)\.?,?t?(?P<d>[dD]o)", absolute.weekday_and_day),
    ("4", r"(?P<y>4)-(?P<n>[dD])-(?P<d>[dD])", absolute.numeric),
    ("4", r"(?P<y>4)/(?P<n>[dD])/(?P<d>[dD])", absolute.numeric),
    ("dD", r"(?P<a>[dD])(?P<sep>[-/.])(?P<b>[dD])(?P=sep)(?P<y>4|[dD2])", absolute.numeric),
    ("x", r"(?P<x>x)\.(?P<y>4|[dD2])", absolute.dotted),
    ("dD", r"(?P<a>[dD])/(?P<b>[dD])(?!/)(?:,(?P<y>4))?", absolute.day_and_month),
    ("N", r"(?P<packed>N)", absolute.packed),
    ("M", rf"(?P<m>M)\.?(?:{_YEAR}|{_SHORT_YEAR}|[-/](?P<y3>4))", absolute.month),
    ("4", r"(?P<y>4)[-/](?P<n>[dD])(?![-/\d])", absolute.numeric_month),
    ("d", r"(?P<n>d)[-/](?P<y>4)(?![-/])", absolute.numeric_month),
    ("M", r"(?P<m>M)(?=_)", absolute.spoken_day),
    ("M", r"(?P<m>M)f(?P<y2>[D2])", absolute.month_of_short_year),
    ("M", r"(?P<m>M)\.?", absolute.month),
    ("'", r"'(?P<y2>[dD2])(?!s)", years.short_year),
    ("v", r"v(?P<y>4)", years.year),
    ("4", r"(?P<y>4)", years.year),
    ("4", r"(?P<y>4)s", years.decade),
    ("'", r"'(?P<y>[dD2])s", years.decade),
    ("t", r"t(?P<decade>_)", years.word_decade),
    ("dDO", r"(?P<d>[dD]o|O)-?U", years.century),
    ("tEIA", r"t?(?P<part>[EIA])-?t?(?P<d>[dD]o|O)-?U", years.part_of_century),
    ("4", r"(?P<y>4)[-/](?P<to>[dD2])(?![-/dD24])", years.two_years),
    ("_", r"_", years.spoken_year),
    ("y", r"yv?(?P<y>4)", years.year),
    ("y", r"yv?(?P<y>4)[-/](?P<to>[dD2])(?![-/dD24])", years.two_years),
    ("y", r"y(?P<y>[dD])", years.year),
    # of a year told from publication
    ("TWM", rf"{_WEEKDAY}(?P<m>M)\.?t?{_DAY}{_THIS_YEAR}", absolute.in_relative_year),
    ("TWtdDO", rf"{_WEEKDAY}t?{_DAY}t?f?(?P<m>M)\.?{_THIS_YEAR}", absolute.in_relative_year),
    ("M", rf"(?P<m>M)\.?{_THIS_YEAR}", absolute.in_relative_year),
    ("tS", rf"t?(?P<what>S){_THIS_YEAR}", seasons.in_relative_year),
    ("tS", r"t?(?P<what>S)f?(?P<y>4)[-/](?P<to>[dD2])", seasons.over_new_year),
    # quarters and halves
    ("tOdD", r"t?(?P<d>O|[dD]o)-?U[fi]?t?(?:v?f?(?P<y>4)|(?P<rel>[LXT]?U))?", years.part_of_year),
    ("tL", r"t?LU[fi]t?(?:v?f?(?P<y>4)|(?P<rel>[LXT])?U)", years.last_part),
    ("qk", r"(?P<q>[qk])(?P<d>d)(?:[-,]?f?(?P<y>4))?", years.part_of_year),
    ("4D2", r"(?P<y>4|[D2])-?(?P<q>[qk])(?P<d>d)", years.part_of_year),
    ("dD24N", r"[dD24N]c", years.before_christ),
    ("dDO", r"(?P<d>[dD]o|O)-?Uc", years.before_christ),
    # ranges whose month or year stands once
    ("M", rf"(?P<m>M)\.?t?{_DAY}{_RANGE}t?{_DAY2}{_YEAR}?(?!o)", absolute.days_of_month),
    ("tdDO", rf"t?{_DAY}{_RANGE}t?{_DAY2}f?(?P<m>M)\.?{_YEAR}?", absolute.days_of_month),
    ("dD", rf"{_DAY}[,&](?P<e>[dD])o?f?(?P<m>M)\.?{_YEAR}?", absolute.listed_day),
    ("dD", rf"{_DAY}(?:,[dD]o?){{1,3}},?&t?(?P<e>[dD])o?f?(?P<m>M)\.?{_YEAR}?", absolute.listed_day),
    ("dD", rf"{_DAY}", absolute.day_after_list),
    # relative
    ("Y", r"(?P<day>Y)", relative.named_day),
    ("tLXT", r"t?(?P<rel>[LXT])-?(?P<what>[UWMS])", relative.step),
    ("LX", r"(?P<rel>[LX])(?P<m>M)\.?(?P<d>[dD])o?", relative.day_of_step),
    ("tLXT", r"t?(?P<rel>[LXT])U,?[nf]?-?(?P<what>W)", relative.weekday_of_week),
    ("W", r"(?P<what>W)[fF]?t?(?P<rel>[LXT])U", relative.weekday_of_week),
    ("W", r"(?P<what>W)", relative.weekday),
    ("W", r"WU", relative.weekday_week),
    ("W", r"(?P<w>W),?(?P<d>[dD])(?![-/:oMUu4dD2'])", absolute.weekday_and_bare_day),
    ("tZ", r"t?(?P<what>Z)", relative.closing),
    ("tS", rf"t?(?P<what>S)(?:(?:,?[fi]?(?P<y>4))|{_SHORT_YEAR})?", seasons.season),
    (
        "tEIAbe",
        r"t?(?P<part>[EIAbe])-?f?t?(?:(?P<rel>[LXT])?(?P<what>U)|(?P<m>M)\.?(?:,?f?(?P<y>4))?|(?P<y2>4)(?P<s>s)?|(?P<season>S)(?:f?(?P<y3>4))?)",
        relative.part,
    ),
    (
        "tOdDL",
        r"t?(?P<n>O|[dD]o|L)(?P<back>L)?(?P<what>[UW])[fi]t?(?:(?P<m>M)\.?(?:,?f?(?P<y>4))?|(?P<y3>4)|(?P<rel>[LXT])?(?P<unit>U))",
        relative.nth_of,
    ),
    ("tOdD", r"t?(?P<d>[dD]o?|O)U?ft?(?P<rel>[LXT])?(?P<unit>U)", relative.day_of_this_month),
    ("t", r"t(?P<d>[dD]o)", relative.day_of_this_month),
    ("tUWM", r"t?(?P<what>[UWM])pX", relative.after_next),
    ("tUWM", r"t?(?P<what>[UWM])jL", relative.before_last),
    ("t", r"t(?P<what>U)", relative.the_weekend),
    ("EA", r"(?P<part>[EA])(?P<in>it?)(?P<what>U)", relative.part),
)
"""Letters that a form can begin with, the form, and its reader."""

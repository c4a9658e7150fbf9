"""Arithmetic of days: spans are first and last day, both included."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

Days = tuple[date, date]

_DAY = timedelta(days=1)
_ONE_DAY = frozenset({"day", "morning", "afternoon", "evening", "night"})
_FAR = 320
"""Days from publication beyond which a date without a year belongs to the year before or after."""


def month_days(year: int, month: int) -> Days:
    """All days of a month."""
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def year_days(year: int, until: int | None = None) -> Days:
    """All days of a year, or of the years up to another."""
    return date(year, 1, 1), date(until or year, 12, 31)


def months_on(day: date, count: int) -> date:
    """The same day some months later or earlier; the month's last where it has none such."""
    month = day.year * 12 + day.month - 1 + count
    year, month = divmod(month, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def unit_days(unit: str, day: date, step: int = 0) -> Days | None:
    """The whole day, week, month ... that holds a day, or the one so many steps on."""
    if unit in _ONE_DAY:
        return day + step * _DAY, day + step * _DAY
    if unit == "week":
        monday = day - day.weekday() * _DAY + 7 * step * _DAY
        return monday, monday + 6 * _DAY
    if unit == "weekend":
        saturday = day - day.weekday() * _DAY + (5 + 7 * step) * _DAY
        return saturday, saturday + _DAY
    if unit == "fortnight":
        return (day + _DAY, day + 14 * _DAY) if step > 0 else (day - 14 * _DAY, day - _DAY)
    if unit == "month":
        moved = months_on(day.replace(day=1), step)
        return month_days(moved.year, moved.month)
    if unit == "quarter":
        first = months_on(date(day.year, 3 * ((day.month - 1) // 3) + 1, 1), 3 * step)
        return first, month_days(*_ym(months_on(first, 2)))[1]
    if unit == "half":
        first = months_on(date(day.year, 6 * ((day.month - 1) // 6) + 1, 1), 6 * step)
        return first, month_days(*_ym(months_on(first, 5)))[1]
    if unit == "season":
        first = months_on(
            date(day.year, 3 * (day.month // 3), 1) if day.month > 2 else date(day.year - 1, 12, 1), 3 * step
        )
        return first, months_on(first, 3) - _DAY
    size = {"year": 1, "decade": 10, "century": 100}.get(unit)
    if size is None:
        return None
    first_year = day.year // size * size + step * size
    return date(first_year, 1, 1), date(first_year + size - 1, 12, 31)


def _ym(day: date) -> tuple[int, int]:
    return day.year, day.month


def shift(day: date, unit: str, count: int) -> date | None:
    """The day so many units later (earlier, where negative)."""
    if unit == "working day":
        return _working_days_on(day, count)
    days = {"day": 1, "week": 7, "fortnight": 14, "weekend": 7, "night": 1}.get(unit)
    if days:
        return day + count * days * _DAY
    months = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}.get(unit)
    return months_on(day, count * months) if months else None


def _working_days_on(day: date, count: int) -> date:
    """The day so many working days on, from Monday to Friday; feasts are not known here."""
    side = _DAY if count > 0 else -_DAY
    weeks, left = divmod(abs(count), 5)
    day += 7 * weeks * side
    while left or day.weekday() > 4:
        day += side
        left -= left > 0 and day.weekday() < 5
    return day


def season_days(year: int, month: int) -> Days:
    """The three months of a season that begins in that month."""
    first = date(year, month, 1)
    return first, months_on(first, 3) - _DAY


def thirds(days: Days, part: str) -> Days:
    """The early, middle or late third of a span; the beginning of a year is its first quarter."""
    first, last = days
    length = (last - first).days + 1
    if length < 3:
        return days  # a weekend has no thirds
    if part == "beginning":
        if length in (365, 366) and first.month == 1:
            return first, date(first.year, 3, 31)
        part = "early"
    if 28 <= length <= 31 and first.day == 1:
        cut = (first.replace(day=10), first.replace(day=20))
    elif length in (365, 366) and first.month == 1:
        cut = (date(first.year, 4, 30), date(first.year, 8, 31))
    elif 89 <= length <= 92 and first.day == 1:  # a season or a quarter
        cut = (months_on(first, 1) - _DAY, months_on(first, 2) - _DAY)
    elif length == 7:
        cut = (first + 2 * _DAY, first + 3 * _DAY)  # from Monday to Wednesday, from Friday on
    elif length > 3000:
        years = (last.year - first.year + 1) // 10
        cut = (date(first.year + 4 * years - 1, 12, 31), date(first.year + 7 * years - 1, 12, 31))
    else:
        third = max(1, length // 3)
        cut = (first + (third - 1) * _DAY, first + (2 * third - 1) * _DAY)
    if part == "early":
        return first, cut[0]
    if part == "mid":
        return cut[0] + _DAY, cut[1]
    return cut[1] + _DAY, last


def weekday_near(published: date, weekday: int, future: bool) -> date:
    """The latest such weekday up to a day, or the first from it on."""
    if future:
        return published + ((weekday - published.weekday()) % 7) * _DAY
    return published - ((published.weekday() - weekday) % 7) * _DAY


def year_for(published: date, month: int, day: int, tense: str | None) -> int:
    """The year of a day without one: by the tense of the verb, else that of publication if it is not far off.

    For several days, ``day`` is the last.
    """
    for year in _years_by_tense(published.year, tense):
        try:
            found = date(year, month, day)
        except ValueError:
            continue
        if (tense == "past" and found > published) or (tense == "future" and found < published):
            continue
        if tense is None and abs((found - published).days) > _FAR:
            continue
        return year
    return next((year for year in _years_by_tense(published.year, tense) if _exists(year, month, day)), published.year)


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _years_by_tense(year: int, tense: str | None) -> tuple[int, ...]:
    if tense == "past":
        return (year, year - 1, year - 2, year - 3, year - 4)
    if tense == "future":
        return (year, year + 1, year + 2, year + 3, year + 4)
    return (year, year + 1, year - 1, year - 2, year - 3)


def easter(year: int) -> date:
    """Easter Sunday of the western churches (the anonymous Gregorian algorithm)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    el = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * el) // 451
    month, day = divmod(h + el - 7 * m + 114, 31)
    return date(year, month, day + 1)


def nth_week(days: Days, n: int) -> Days:
    """The n-th week of a span; a week belongs to where its Thursday lies. Negative counts from the end."""
    if n > 0:
        thursday = days[0] + ((3 - days[0].weekday()) % 7 + 7 * (n - 1)) * _DAY
    else:
        thursday = days[1] - ((days[1].weekday() - 3) % 7 + 7 * (-n - 1)) * _DAY
    return thursday - 3 * _DAY, thursday + 3 * _DAY


def nth_weekday(days: Days, weekday: int, n: int) -> date | None:
    """The n-th such weekday within a span; negative counts from its end."""
    first, last = days
    if n > 0:
        found = first + ((weekday - first.weekday()) % 7 + 7 * (n - 1)) * _DAY
    else:
        found = last - ((last.weekday() - weekday) % 7 + 7 * (-n - 1)) * _DAY
    return found if first <= found <= last else None

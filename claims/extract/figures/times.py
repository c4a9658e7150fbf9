"""Times of day, with their zone where the words give one."""

from __future__ import annotations

from claims.extract.figures import kinds
from claims.extract.figures.nouns import plural
from claims.extract.figures.reading import Reading
from claims.extract.numerals import Tokens
from claims.extract.numerals.words import SMALL

ZONES: dict[str, str] = {
    "gmt": "+00:00", "utc": "+00:00", "z": "+00:00", "bst": "+01:00", "cet": "+01:00", "cest": "+02:00",
    "wet": "+00:00", "eet": "+02:00", "eest": "+03:00", "msk": "+03:00", "est": "-05:00", "edt": "-04:00",
    "cst": "-06:00", "cdt": "-05:00", "mst": "-07:00", "mdt": "-06:00", "pst": "-08:00", "pdt": "-07:00",
    "akst": "-09:00", "hst": "-10:00", "ist": "+05:30", "pkt": "+05:00", "jst": "+09:00", "kst": "+09:00",
    "hkt": "+08:00", "sgt": "+08:00", "aest": "+10:00", "aedt": "+11:00", "awst": "+08:00", "nzst": "+12:00",
    "nzdt": "+13:00", "wib": "+07:00", "wat": "+01:00", "cat": "+02:00", "eat": "+03:00", "sast": "+02:00",
    "brt": "-03:00", "art": "-03:00", "ast": "-04:00",
}  # fmt: skip
"""Offsets of zones that have one offset all the year round; "ET" and "PT" have two and give none."""

TIME_WORDS = frozenset({"noon", "midnight"})
_FLOATING = frozenset({"et", "pt", "ct", "mt", "local"})
_REGIONS = frozenset({"eastern", "pacific", "central", "mountain", "atlantic"})
_TIME = frozenset({"time", "standard", "daylight", "european", "summer"})
_HOURS = frozenset({"hrs", "hours"})
_DAY_HALVES = {"morning": "a", "afternoon": "p", "evening": "p"}
_UP_TO = frozenset({"-", "–", "—", "to", "until", "till"})


def read_time(t: Tokens, i: int) -> Reading | None:
    """The longest time or range of times that begins at token ``i``: "6pm", "10am-4pm", "between six and 8 p.m."."""
    w = t.words
    first = _one(t, i)
    if first is None:
        return _shared_half(t, i)
    k = first.end
    opener = i if i and w[i - 1] in ("between", "from") else None
    if w[k] not in _UP_TO and not (w[k] == "and" and opener is not None and w[i - 1] == "between"):
        return first
    second = _one(t, k + 1)
    if second is None:
        return first
    return first._replace(end=second.end, high=second.high, widened=opener and opener - 1)


def _shared_half(t: Tokens, i: int) -> Reading | None:
    """ "6-8pm": the first hour is of the same half of the day, or of the one before."""
    w = t.words
    if not w[i].isdecimal() or len(w[i]) > 2 or not 0 < int(w[i]) <= 12 or w[i + 1] not in ("-", "–", "to", "and"):
        return None
    if w[i + 1] == "and" and w[i - 1] != "between":
        return None
    second = _one(t, i + 2) if w[i + 2].isdecimal() and len(w[i + 2]) <= 2 else None
    if second is None or _half(t, i + 3)[0] is None:
        return None
    last = str(second.low)
    hour = int(w[i]) % 12 + (12 if last >= "12" else 0)
    hour -= 12 if f"{hour:02}:00" >= last and hour >= 12 else 0
    return second._replace(
        start=i, low=f"{hour:02}:00{last[5:]}", widened=i - 1 if i and w[i - 1] in ("between", "from") else None
    )


def _one(t: Tokens, i: int) -> Reading | None:
    """ "noon", "6pm", "2:55 p.m. PT", "17:22 GMT", "1430 GMT", "five o'clock", "7 in the evening"."""
    w = t.words
    if w[i] in TIME_WORDS:
        if w[i - 1] in ("high",) or (t.capital(i) and w[i + 1][:1].isalpha() and t.capital(i + 1)):
            return None
        return _time(t, i, i + 1, 12 if w[i] == "noon" else 0, 0, 0)
    if w[i + 1] == "o'clock":
        return _on_the_clock(t, i)
    if t.glued(i) and w[i - 1] == "+":
        return None  # the offset in "11:20:00+01:00"
    if not w[i].isdecimal() or len(w[i]) > 4:
        if "." in w[i] and len(w[i]) in (4, 5):
            return _dotted(t, i)
        return None
    hour, k, minute, second = int(w[i]), i + 1, 0, 0
    colon = w[k] == ":" and len(w[k + 1]) == 2 and w[k + 1].isdecimal() and t.glued(k) and t.glued(k + 1)
    if colon:
        minute, k = int(w[k + 1]), k + 2
        if w[k] == ":" and len(w[k + 1]) == 2 and w[k + 1].isdecimal() and t.glued(k):
            second, k = int(w[k + 1]), k + 2
    half, end = _half(t, k)
    if half is None and len(w[i]) == 4 and not colon:
        military = w[k] in _HOURS and w[k + 1] != "of" and (w[i - 1] in _AT or w[k + 1] in ZONES)
        if w[k] not in ZONES and not military:
            return None
        hour, minute, end = *divmod(hour, 100), k + military
    elif half is None and not colon:
        part = _DAY_HALVES.get(w[k + 2]) if w[k] == "in" and w[k + 1] == "the" and w[i - 1] in _AT else None
        if part is None or len(w[i]) > 2:
            return None
        half, end = part, k + 3
    elif half is None and w[end] in TIME_WORDS and hour == 12:
        hour, end = 12 if w[end] == "noon" else 0, end + 1  # "12:00 noon"
    if half is not None and not 0 < hour <= 12:
        return None
    if half is not None:
        hour = hour % 12 + (12 if half == "p" else 0)
    if hour > 23 or minute > 59 or second > 59 or (len(w[i]) > 2 and half is not None):
        return None
    if w[end] == "." and w[end + 1].isdecimal() and t.glued(end + 1):
        return None
    if colon and half is None and hour < 10 and len(w[i]) == 1 and w[end] not in ZONES and w[i - 1] not in _AT:
        return None
    return _time(t, i, end, hour, minute, second)


def _on_the_clock(t: Tokens, i: int) -> Reading | None:
    """ "5 o'clock", "ten o'clock in the evening"."""
    w = t.words
    hour = SMALL.get(w[i]) or (int(w[i]) if w[i].isdecimal() and len(w[i]) < 3 else 0)
    if not 0 < hour <= 12:
        return None
    half, end = _half(t, i + 2)
    if half is None and w[i + 2] == "in" and w[i + 3] == "the":
        half = _DAY_HALVES.get(w[i + 4])
        end += 3 * (half is not None)
    hour = hour % 12 + 12 if half == "p" else hour % 12 if half == "a" else hour
    return _time(t, i, end, hour, 0, 0)


_AT = frozenset({"at", "by", "from", "until", "till", "before", "after", "around", "about", "since", "to", "between"})


def _dotted(t: Tokens, i: int) -> Reading | None:
    """ "7.30pm", "19.30 GMT" as the British write."""
    hours, _, minutes = t.words[i].partition(".")
    half, end = _half(t, i + 1)
    zoned = half is None and t.words[end] in ZONES and t.raw(end).isupper() and t.words[end] != "z"
    if not (half or zoned) or not hours.isdecimal() or len(minutes) != 2 or not minutes.isdecimal():
        return None
    if int(minutes) > 59 or not (0 <= int(hours) < 24 if zoned else 0 < int(hours) <= 12):
        return None
    if zoned:
        return _time(t, i, end, int(hours), int(minutes), 0)
    return _time(t, i, end, int(hours) % 12 + (12 if half == "p" else 0), int(minutes), 0)


def _half(t: Tokens, k: int) -> tuple[str | None, int]:
    w = t.words
    if w[k] in ("am", "pm"):
        return w[k][0], k + 1
    if w[k] in ("a", "p") and w[k + 1] == "." and w[k + 2] == "m":
        return w[k], k + 3 + (w[k + 3] == "." and t.glued(k + 3))
    return None, k


def _time(t: Tokens, start: int, end: int, hour: int, minute: int, second: int) -> Reading:
    w = t.words
    offset = ""
    if w[end] in ZONES and t.raw(end).isupper():
        offset, end = _shifted(t, end)
    elif w[end] in _FLOATING and (t.raw(end).isupper() or w[end + 1] == "time"):
        end += 1 + (w[end + 1] == "time")
    elif w[end] in _REGIONS and t.capital(end):
        end += 1
        while w[end] in _TIME and end - start < _LONGEST:
            end += 1
    text = f"{hour:02}:{minute:02}:{second:02}{offset}" if second else f"{hour:02}:{minute:02}{offset}"
    return Reading(start, end, kinds.TIME, text, text)


_LONGEST = 12


def _shifted(t: Tokens, k: int) -> tuple[str, int]:
    """The offset of the zone at token ``k``, with what it is shifted by: "UTC+2", "GMT+5:30"."""
    w = t.words
    if w[k] not in ("gmt", "utc") or w[k + 1] not in ("+", "-", "−") or not t.glued(k + 1) or not t.glued(k + 2):
        return ZONES[w[k]], k + 1
    hours, end = w[k + 2], k + 3
    if not hours.isdecimal() or len(hours) > 2 or int(hours) > 14:
        return ZONES[w[k]], k + 1
    minutes = "00"
    if w[end] == ":" and len(w[end + 1]) == 2 and w[end + 1].isdecimal() and t.glued(end):
        minutes, end = w[end + 1], end + 2
    return f"{'+' if w[k + 1] == '+' else '-'}{int(hours):02}:{minutes}", end


_PAST_THE_HOUR: dict[str, int] = {"half": 30, "quarter": 15, "five": 5, "ten": 10, "twenty": 20}
_BEFORE_THE_HOUR: dict[str, int] = {"quarter": 15}
"""Only these: "five to ten" is a range more often than a time."""


def read_spoken_time(t: Tokens, i: int) -> Reading | None:
    """ "half past nine", "a quarter to five"."""
    w = t.words
    k = i + (w[i] == "a" and w[i + 1] == "quarter")
    side = {"past": 1, "to": -1}.get(w[k + 1])
    minutes = (_PAST_THE_HOUR if side == 1 else _BEFORE_THE_HOUR).get(w[k])
    hour = SMALL.get(w[k + 2]) or (int(w[k + 2]) if w[k + 2].isdecimal() and len(w[k + 2]) < 3 else 0)
    if side is None or minutes is None or not 0 < hour <= 12:
        return None
    half, end = _half(t, k + 3)
    if half is None and plural(t.words[end]):
        return None  # "half past rules" is no time, and "quarter to five seats" neither
    hour = hour % 12 + 12 if half == "p" else hour % 12 if half == "a" else hour
    whole = 60 * hour + side * minutes
    return _time(t, i, end, whole // 60 % 24, whole % 60, 0)

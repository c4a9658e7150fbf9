"""The words of dates. Each word belongs to one class, written as one letter, of which the patterns are made."""

from __future__ import annotations

MONTHS: dict[str, int] = {}
for _number, _names in enumerate(
    "january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sept sep|october oct"
    "|november nov|december dec".split("|"),
    start=1,
):
    for _name in _names.split():
        MONTHS[_name] = _number

ALSO_VERBS = frozenset({"may", "march", "mar"})
"""Months that are other words too: believed only with a capital or beside a day or a year."""

WEEKDAYS: dict[str, int] = {}
for _number, _names in enumerate(
    "monday mondays mon|tuesday tuesdays tues tue|wednesday wednesdays wed weds|thursday thursdays thurs thur thu"
    "|friday fridays fri|saturday saturdays sat|sunday sundays sun".split("|")
):
    for _name in _names.split():
        WEEKDAYS[_name] = _number

SHORT_WEEKDAYS = frozenset({"mon", "tues", "tue", "wed", "weds", "thurs", "thur", "thu", "fri", "sat", "sun"})

SEASONS: dict[str, int] = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
"""The month in which each begins, by the meteorologists' calendar of the northern half of the world."""

DEADLINE = frozenset({"by", "until", "till", "before", "through", "to"})
"""Before the end of a period these mean its last day."""

EACH = frozenset({"every", "each", "alternate"})
"""Before a weekday or a month these make it none that could be dated."""

PAST_WORDS = frozenset({"last", "past", "previous"})
NEXT_WORDS = frozenset({"next", "coming", "following", "upcoming"})

NAMED_DAYS: dict[str, int] = {
    "yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1, "tomorrows": 1, "tmrw": 1,
}  # fmt: skip

HOLIDAYS: dict[tuple[str, ...], str] = {
    ("new", "year's", "day"): "01-01", ("new", "year", "day"): "01-01", ("new", "year's", "eve"): "12-31",
    ("valentine's", "day"): "02-14", ("st", "patrick's", "day"): "03-17", ("saint", "patrick"): "03-17",
    ("saint", "patrick's", "day"): "03-17", ("st", ".", "patrick's", "day"): "03-17", ("earth", "day"): "04-22",
    ("may", "day"): "05-01", ("bastille", "day"): "07-14", ("halloween",): "10-31", ("guy", "fawkes"): "11-05",
    ("armistice", "day"): "11-11", ("veterans", "day"): "11-11", ("christmas", "eve"): "12-24",
    ("christmas", "day"): "12-25", ("christmas",): "12-25", ("boxing", "day"): "12-26",
    ("easter", "sunday"): "easter+0", ("easter", "monday"): "easter+1", ("good", "friday"): "easter-2",
    ("easter",): "easter+0", ("labor", "day"): "09-mon+1", ("labour", "day"): "05-01",
    ("thanksgiving",): "11-thu+4", ("thanksgiving", "day"): "11-thu+4", ("memorial", "day"): "05-mon-1",
    ("independence", "day"): "07-04", ("ides", "of", "march"): "03-15",
    ("black", "friday"): "11-thu+4>1", ("cyber", "monday"): "11-thu+4>4", ("palm", "sunday"): "easter-7",
    ("shrove", "tuesday"): "easter-47", ("ash", "wednesday"): "easter-46", ("maundy", "thursday"): "easter-3",
    ("holy", "saturday"): "easter-1", ("ascension", "day"): "easter+39", ("whit", "sunday"): "easter+49",
    ("whit", "monday"): "easter+50", ("pentecost",): "easter+49", ("corpus", "christi"): "easter+60",
    ("epiphany",): "01-06", ("all", "saints", "day"): "11-01", ("all", "souls", "day"): "11-02",
    ("remembrance", "day"): "11-11", ("remembrance", "sunday"): "11-sun+2", ("anzac", "day"): "04-25",
    ("australia", "day"): "01-26", ("canada", "day"): "07-01", ("juneteenth",): "06-19",
    ("columbus", "day"): "10-mon+2", ("presidents", "day"): "02-mon+3", ("mlk", "day"): "01-mon+3",
    ("groundhog", "day"): "02-02", ("midsummer", "day"): "06-24",
}  # fmt: skip
"""Feasts by their day, by days from Easter, or by the how-many-eth weekday of a month (-1: the last)."""

UNITS: dict[str, str] = {
    "day": "day", "week": "week", "wk": "week", "month": "month", "quarter": "quarter", "qtr": "quarter",
    "year": "year", "yr": "year", "decade": "decade", "century": "century", "weekend": "weekend",
    "fortnight": "fortnight", "days": "day", "weeks": "week", "months": "month", "quarters": "quarter",
    "years": "year", "decades": "decade", "centuries": "century", "fortnights": "fortnight", "yrs": "year",
    "weekends": "weekend", "season": "season", "half": "half", "night": "night", "nights": "night",
    "morning": "morning", "afternoon": "afternoon", "evening": "evening",
}  # fmt: skip

DAY_PARTS = frozenset({"morning", "afternoon", "evening", "night"})
"""Parts of a day: "last night" is dated by its day."""

for _word in list(WEEKDAYS):
    if _word not in SHORT_WEEKDAYS and not _word.endswith("s"):
        WEEKDAYS[_word + "'s"] = WEEKDAYS[_word]
for _word in ("january", "february", "july", "september", "october", "november", "december"):
    MONTHS[_word + "'s"] = MONTHS[_word]  # the others are people's names or verbs too
for _word in (*DAY_PARTS, "day", "week", "month", "quarter", "year", "decade", "century", "weekend", "season"):
    UNITS[_word + "'s"] = UNITS[_word]
for _word in ("yesterday", "today", "tomorrow"):
    NAMED_DAYS[_word + "'s"] = NAMED_DAYS[_word]
"""Dates that own something: "last year's profit", "Monday's vote"."""

_CLASSES: dict[str, str] = {
    "L": "last past previous",
    "X": "next coming following upcoming",
    "T": "this current",
    "E": "early earlier",
    "I": "mid middle midway",
    "A": "late later",
    "e": "end close",
    "b": "beginning start",
    "p": "after",
    "j": "before",
    "f": "of",
    "t": "the",
    "a": "a an",
    "i": "in",
    "n": "on",
    "F": "from",
    "h": "that",
    "c": "bc bce",
    "r": "rest remainder",
    "B": "between",
    "&": "and",
    ">": "to through till until thru",
    "-": "- – — ‐ ‑ ~",
    "/": "/",
    ",": ",",
    ".": ".",
    "(": "(",
    ")": ")",
    "'": "' ’ ‘",
    "q": "q",
    "k": "h",
    "s": "s",
    "y": "fy fiscal",
    "v": "cy",
    "o": "st nd rd th",
}

CLASS: dict[str, str] = {word: letter for letter, line in _CLASSES.items() for word in line.split()}
CLASS |= dict.fromkeys(MONTHS, "M") | dict.fromkeys(WEEKDAYS, "W") | dict.fromkeys(SEASONS, "S")
CLASS |= {word: "u" if word.endswith("s") and not word.endswith("'s") else "U" for word in UNITS}
CLASS |= dict.fromkeys(NAMED_DAYS, "Y")

DAY_ORDINALS: dict[str, int] = {
    word: value
    for value, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
        " fifteenth sixteenth seventeenth eighteenth nineteenth twentieth".split(),
        start=1,
    )
} | {"thirtieth": 30}
CLASS |= dict.fromkeys(DAY_ORDINALS, "O")
"""Letters: M month, W weekday, S season, U and u one and several units of time, Y named day, O ordinal word,
o ordinal ending; L last, X next, T this, E early, I mid, A late, e end, b beginning; digits get theirs in ``classes``:
d 1-12, D 13-31, 2 two digits above, 4 a year, N any other number."""

YEAR_BEFORE = frozenset(
    "in since by until till before after during from to of through between and early late mid for the around circa"
    " about that this year spring summer autumn fall winter until back late - – / ( , 's of or fiscal season".split()
)
"""Words after which four bare digits are a year."""

CLOSINGS: dict[str, str] = {"eom": "month", "eoy": "year"}
"""Abbreviations of "end of month" and "end of year" in business."""
CLASS |= dict.fromkeys(CLOSINGS, "Z")

WORD_DECADES: dict[str, int] = {
    "twenties": 20, "thirties": 30, "forties": 40, "fifties": 50, "sixties": 60, "seventies": 70, "eighties": 80,
    "nineties": 90, "noughties": 0,
}  # fmt: skip

HOLIDAY_STARTS = frozenset(name[0] for name in HOLIDAYS)

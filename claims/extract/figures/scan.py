"""Go through a text once and read the longest figure at each place where one can begin."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from claims.extract.dates import HOLIDAY_STARTS, LETTERS_OF_STARTS, DateGrammar
from claims.extract.figures import currencies, kinds
from claims.extract.figures.amounts import ARTICLE_MONEY, ARTICLE_UNITS, TIME_UNITS
from claims.extract.figures.forms import (
    AGE_SIDES,
    BARE_MULTIPLES,
    MULTIPLES,
    TURNING,
    read_age,
    read_age_of,
    read_innings,
    read_multiple,
    read_percent_of,
    read_rank,
    read_ratio,
    read_score,
)
from claims.extract.figures.modifiers import before
from claims.extract.figures.money import PREFIX_STARTS, may_end_prefix, money_before
from claims.extract.figures.names import is_list_number, is_name
from claims.extract.figures.ranges import read_range
from claims.extract.figures.reading import Reading, Setting
from claims.extract.figures.times import TIME_WORDS, ZONES, read_spoken_time, read_time
from claims.extract.numerals import FRACTION, Tokens, read_numeral
from claims.extract.numerals import words as numbers
from claims.extract.numerals.grammar import CARRYING
from claims.extract.numerals.words import SCALES

_NUMBER_WORDS = frozenset(
    {*numbers.SMALL, *numbers.TENS, *numbers.FUSED, *numbers.MAGNITUDES, *numbers.VULGAR, "half", "a", "an", "hundred"}
)
_ORDINAL_WORDS = frozenset({*numbers.ORDINALS, *numbers.TENTHS, *numbers.HIGH_ORDINALS, *numbers.FUSED_ORDINALS})
_OWN_WORDS = frozenset({*MULTIPLES, *BARE_MULTIPLES, "twice", "thrice"})
_AGE_WORDS = frozenset({"aged", "age", "ages"})
_SIGN_WORDS = frozenset({"minus", "negative"})
_PERCENT_WORDS = frozenset({"per", "percent", "percents"})
_PREFIX_REACH = 4
_DIGITS = frozenset("dD24Nx")
"""The letters of tokens in digits (``dates.tables``)."""

_ALWAYS = _DIGITS | LETTERS_OF_STARTS
_ARTICLES = frozenset({"a", "an"})
_AFTER_ARTICLE = frozenset(
    {*numbers.SCALES, *numbers.DENOMINATORS, *numbers.DOZENS, *ARTICLE_UNITS, *TIME_UNITS, *ARTICLE_MONEY}
    | {"hundred", "couple", "pair", "-"}
)
"""What makes a number of "a": it is too common a word to look further elsewhere."""

_ONE_BEFORE = frozenset(
    "the this that no every each which any another by at as some what these those his her their its our my only last"
    " next first other whichever such".split()
)
_ONE_AFTER = frozenset(
    "of another thing day is was are were has had have can could must should may might will would who that which whom"
    " or and by to in on at with from for but than as if when where while because after before not never ever more time"
    " said says does did do way hand the a an this these those it he she they we you i be been about over under side"
    " knows really wants short".split()
)


def readings(t: Tokens, setting: Setting, dead: set[int]) -> Iterator[Reading]:
    """Every figure of the text by its core, in order, none overlapping another; ``dead`` tokens hold none."""
    words, size = t.words, t.size
    dates = DateGrammar(t, setting.published, setting.british)
    letters = dates.letters
    floor = 0
    # Most words can begin no figure: they are left out before anything else is asked of them.
    for i in [
        i
        for i, (word, letter) in enumerate(zip(words, letters[:size], strict=False))
        if letter in _ALWAYS or word in _TRIGGERS or (word[0] == "." and len(word) > 1)
    ]:
        if i < floor or i in dead:
            continue
        word, letter = words[i], letters[i]
        number = letter in _DIGITS or word[0] == "."
        if word in _TRIGGERS:
            begins = word not in _ARTICLES or words[i + 1] in _AFTER_ARTICLE or dates.may_begin(i)
        else:
            begins = number or dates.may_begin(i)
        if not begins or (word in _ARTICLES and letters[i + 1 : i + 4] == "OfM"):  # "a Fourth of July picnic"
            continue
        found = _longest(t, i, floor, setting, dates, number)
        if isinstance(found, int):
            floor = found
        elif found is not None:
            yield found
            floor = found.end


def _longest(t: Tokens, i: int, floor: int, setting: Setting, dates: DateGrammar, number: bool) -> Reading | int | None:
    """The longest reading at a token; an int is where to go on after a number that is none."""
    word = t.words[i]
    found: list[Reading] = []
    w = t.words
    day = None if number and _no_date(w, dates.letters, i) else dates.read(i)
    if day is not None:
        found.append(
            Reading(day.start, day.end, kinds.DATE, day.low, day.high, unresolved=day.low is None, widened=day.widened)
        )
    if number:
        following = w[i + 1]
        code_end = _code(t, i) if following in _CHAINING or word[0] == "0" else None
        if code_end and day is None:
            return code_end
        start = _start_of_number(t, i, floor)
        for read in _READERS_AFTER.get(following, ()):
            reading = read(t, i)
            if reading is not None:
                found.append(reading)
        if w[i - 1] == "of":
            found += _present(read_age_of(t, i))
        if following in _AFTER_AGE or w[i - 1] in _BEFORE_AGE:
            found += _present(read_age(t, i, setting))
        reading = read_range(t, start, setting)
        if reading is not None:
            found.append(reading)
    elif word in _TRIGGERS or w[i + 1] in _CLOCK_SIDES:
        if word in numbers.SMALL and t.words[i + 1] in ("goals", "votes"):
            found += _present(read_score(t, i))
        if word in _NUMBER_WORDS or word in _SIGN_WORDS:
            found += _present(read_range(t, i, setting))
            part = read_numeral(t, i, joined=False)
            if part is not None and t.words[part.end] in _RATIO_MARKS:
                found += _present(read_ratio(t, i))
        if word in _ORDINAL_WORDS or (
            word in _NUMBER_WORDS and not _ORDINAL_WORDS.isdisjoint(t.words[i + 1 : i + _LONGEST_NUMERAL])
        ):
            found += _present(read_rank(t, i))
        if t.words[i + 1] == "o'clock":
            found += _present(read_time(t, i))
        if t.words[i + 1] in _CLOCK_SIDES or (word == "a" and t.words[i + 1] == "quarter"):
            found += _present(read_spoken_time(t, i))
        if t.words[i - 1] == "of":
            found += _present(read_age_of(t, i))
        if word in _OWN_WORDS or (word == "half" and t.words[i + 1] == "as"):
            found += _present(read_multiple(t, i))
        if word in _AGE_WORDS:
            found += _present(read_age(t, i, setting))
        if word in TIME_WORDS:
            found += _present(read_time(t, i))
        if word in _PERCENT_WORDS:
            found += _present(read_percent_of(t, i))
    if not found:
        return None
    best = found[0]
    for other in found[1:]:
        if other.end > best.end or (other.end == best.end and other.kind in _NARROWER):
            best = other
    if best.kind is kinds.DURATION and _titled(t, best):
        return best.end
    if _glued_to_letters(t, best) or (best.kind in _NAMEABLE and _rejected(t, best)):
        return best.end
    return best


def _no_date(w: list[str], letters: str, i: int) -> bool:
    """Say whether a number can be no part of a date: most stand alone between words that are none either."""
    if w[i + 1] == "%" or w[i - 1] in _SIGNS:
        return True
    alone = letters[i] in "dD2" and letters[i + 1] == "_" and (i == 0 or letters[i - 1] == "_")
    return alone and w[i + 1].isalpha() and w[i + 1] not in CARRYING


_READERS_AFTER: dict[str, tuple[Callable[[Tokens, int], Reading | None], ...]] = {
    **dict.fromkeys(SCALES, (read_ratio,)),
    **dict.fromkeys((*ZONES, "hrs", "hours", "am", "pm", "a", "p", "o'clock"), (read_time,)),
    **dict.fromkeys(numbers.ORDINAL_ENDINGS, (read_rank,)),
    **dict.fromkeys(("out", "of", "over"), (read_ratio,)),
    "in": (read_ratio, read_time),
    "for": (read_innings,),
    **dict.fromkeys(("votes", "goals", "points", "seats"), (read_score,)),
    **dict.fromkeys(("to", *numbers.HYPHENS), (read_score, read_ratio, read_time)),
    ":": (read_time, read_ratio),
    "and": (read_time,),
}
"""What digits may make together with the word after them."""

_CHAINING = frozenset({"-", ".", "/", ":"})
"""What ties numbers to a code."""

_CLOCK_SIDES = frozenset({"past", "to"})
_AFTER_AGE = frozenset({",", ")"})
_BEFORE_AGE = AGE_SIDES | TURNING
_RATIO_MARKS = frozenset({"in", "out", "of", "over", "to", ":", "-"})
_SIGNS = frozenset({"$", "£", "€", "₹", "¥"})
"""A number behind one of these is no part of a date."""

_LONGEST_NUMERAL = 16
"""Tokens within which a number in words has one of these behind it, if it is to make a ratio."""

_NARROWER = frozenset({kinds.AGE, kinds.MULTIPLE})
"""Of two readings of the same words these say more than a count or a part."""

_NAMEABLE = frozenset({kinds.COUNT, kinds.SCORE, kinds.RATE, kinds.RATIO})


def _titled(t: Tokens, reading: Reading) -> bool:
    """ "the Thirty Years' War"."""
    return reading.start > 0 and t.capital(reading.start) and t.capital(reading.end - 1) and t.words[reading.end] == "'"


def _glued_to_letters(t: Tokens, reading: Reading) -> bool:
    """ "i4", "scp173m": digits that letters touch from the left are a code."""
    start = reading.start
    if reading.prefixed or reading.kind is kinds.DATE or not t.glued(start) or not t.is_number(start):
        return False
    return t.words[start - 1].isalpha()


def _present(*options: Reading | None) -> list[Reading]:
    return [option for option in options if option is not None]


def _start_of_number(t: Tokens, i: int, floor: int) -> int:
    """Where the number at token ``i`` begins: with its currency or its sign."""
    w = t.words
    if i > floor and may_end_prefix(t, i - 1):
        for k in range(max(floor, i - _PREFIX_REACH), i):
            if (w[k] in PREFIX_STARTS or len(w[k]) == 3) and _currency_ends_at(t, k, i):
                return k
    if i > floor and w[i - 1] in ("-", "−") and w[i - 2] != "covid":
        if i > 1 and w[i - 2] == "minus" and t.glued(i):
            return i - 1
        apart = not t.glued(i - 1) or w[i - 2] in ("<", ">", "(", "=")
        if apart and (t.glued(i) or i == 1 or w[i + 1].startswith(("deg", "°"))):
            return i - 1
    return i


def _currency_ends_at(t: Tokens, k: int, i: int) -> bool:
    """Say whether the words from ``k`` are a currency right before the number at ``i`` or its sign."""
    found = money_before(t, k, _ANY)
    return found is not None and (found[1] == i or (found[1] == i - 1 and t.words[i - 1] in ("-", "−")))


_ANY = Setting("USD", False, None)


def _rejected(t: Tokens, reading: Reading) -> bool:
    """Names, codes, list numbers and the pronoun "one"."""
    w, start, end = t.words, reading.start, reading.end
    n = reading.numeral
    if t.is_number(start):
        if reading.kind is kinds.SCORE:
            return t.glued(start) and w[start - 1].isalnum()
        core = end if n is None or (reading.unit or "1/")[:2] != "1/" else _number_end(reading)
        return is_name(t, start, core) or is_list_number(t, start, end)
    if n is None:
        return False
    if w[start] == "one" and n.value == 1 and n.end == start + 1:
        if reading.kind is not kinds.COUNT:
            return False
        return not _counts_one(t, start, end)
    if reading.kind is kinds.COUNT and _is_kind_of(t, start, end):
        return True
    if n.form is FRACTION and w[start] == "half":
        return w[end] in _HALF_AFTER or w[start - 1] in _HALF_BEFORE
    if n.form is FRACTION and w[start] == "a" and w[start + 1] in ("third", "quarter", "fifth", "fourth", "tenth"):
        after = w[end]
        return after.isalpha() and after not in _AFTER_PART and before(t, start, 0) is None
    return False


def _number_end(reading: Reading) -> int:
    """The end of the number in a count or a count per something."""
    n = reading.numeral
    if n is None or reading.kind is kinds.COUNT:
        return reading.end
    return n.end


_HALF_AFTER = frozenset({"-", "time", "way", "brother", "sister", "mast", "staff", "hearted"})
_HALF_BEFORE = frozenset({"first", "second", "other", "better", "and"})
"""Beside these "half" is no share ("half-time", "the second half")."""

_AFTER_PART = frozenset(
    "of the its their to more less in from by since on between over and or on as last this at for"
    " lower higher larger bigger smaller fewer cheaper faster longer shorter"
    " slower greater".split()
)


def _is_kind_of(t: Tokens, start: int, end: int) -> bool:
    """ "a six-speed gearbox", "the Kick Six": a small number word that says what sort of thing it is."""
    w = t.words
    if w[end] in numbers.HYPHENS and t.glued(end) and t.glued(end + 1) and w[end + 1].isalpha():
        return w[end + 1] not in _MADE_OF
    if w[start - 1] in numbers.HYPHENS and t.glued(start) and t.glued(start - 1) and w[start - 2].isalpha():
        return True
    named = start > 1 and t.capital(start) and t.capital(start - 1) and w[start - 1].isalpha()
    if named and "\n" in t.text[t.ends[start - 1] : t.starts[start]]:
        return False  # "By Anselm Kray", and on the next line "Twelve people"
    return named and w[start - 1] not in _ONE_BEFORE and not t.text[t.starts[start - 1] : t.ends[start]].isupper()


_MADE_OF = frozenset(
    "member judge nation country party seat bedroom person man woman strong storey story cylinder lane state vehicle"
    " page".split()
)
"""After a number and a hyphen these are counted: "a three-judge panel", "five-member board"."""


def _counts_one(t: Tokens, start: int, end: int) -> bool:
    w = t.words
    if w[start - 1] in _ONE_BEFORE and start:
        return False
    after = w[end]
    if after in ("-",):
        return False
    if t.size <= 3 and not after.isalpha():
        return True
    return after.isalpha() and after not in _ONE_AFTER and not after.endswith(("ed", "ly"))


def _code(t: Tokens, i: int) -> int | None:
    """The end of a telephone number or another chain of digits and hyphens that begins at token ``i``."""
    w = t.words
    if w[i - 1] == "+" and i and w[i + 1] == "-" and t.glued(i) and t.glued(i + 1):
        return _chain_end(t, i)
    if w[i].isdecimal() and w[i + 1] == ":" and w[i + 2][:1].isdecimal() and t.glued(i + 1) and t.glued(i + 2):
        clock = read_time(t, i) is not None or read_ratio(t, i) is not None
        return None if clock else i + 3  # "1:36.6", a stopwatch
    if not w[i].isdecimal():
        versioned = w[i + 1] == "." and t.glued(i + 1) and t.glued(i + 2) and w[i + 2].isdecimal() and "." in w[i]
        return i + 3 if versioned else None  # "2.0.1"
    if w[i + 1] == "/" and len(w[i]) == 4 and t.glued(i + 1) and t.glued(i + 2) and w[i + 2].isdecimal():
        return i + 3 if len(w[i + 2]) not in (2, 4) else None  # "2016/679"
    if w[i][0] == "0" and len(w[i]) > 1 and w[i + 1] not in _CLOCK:
        return _zeros_end(t, i)
    end = _chain_end(t, i)
    groups = (end - i + 1) // 2
    if groups >= 4 or (groups == 3 and not _like_a_date(w, i)):
        return end
    phone = (
        w[i - 1] in ("tel", "phone", "fax", "call", ":") and i and groups == 2 and len(w[i]) == 3 and len(w[i + 2]) == 4
    )
    return end if phone else None


_CLOCK = frozenset({":", ".", "-", "/", "am", "pm", "a", "gmt", "utc", "bst", "hrs", "hours", "st", "nd", "rd", "th"})
"""After "06" these may make a time or a date of it; otherwise a nought in front makes a code."""


def _zeros_end(t: Tokens, i: int) -> int | None:
    """The end of "0800 555 1234"; null where a month follows ("04 Jan")."""
    k = i + 1
    while k - i < _CHAIN and t.words[k].isdecimal() and t.starts[k] - t.ends[k - 1] == 1:
        k += 1
    return k if len(t.words[i]) > 2 or k > i + 1 else None


def _chain_end(t: Tokens, i: int) -> int:
    w, k = t.words, i
    while k - i < _CHAIN and w[k + 1] in ("-", ".", "/") and w[k + 2].isdecimal() and t.glued(k + 1) and t.glued(k + 2):
        k += 2
    return k + 1


_CHAIN = 24
"""Tokens after which a chain of numbers is cut, so that each is looked at a bounded number of times."""


def _like_a_date(w: list[str], i: int) -> bool:
    lengths = sorted((len(w[i]), len(w[i + 2]), len(w[i + 4])))
    return lengths[0] <= 2 and lengths[1] <= 2 and lengths[2] in (1, 2, 4)


_TRIGGERS = (
    HOLIDAY_STARTS
    | {"w"}
    | _NUMBER_WORDS
    | _ORDINAL_WORDS
    | _OWN_WORDS
    | _AGE_WORDS
    | _SIGN_WORDS
    | TIME_WORDS
    | _PERCENT_WORDS
) - frozenset(currencies.NOUNS)

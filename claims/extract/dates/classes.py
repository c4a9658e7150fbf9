"""Write a text as one letter for each token, so that whole dates can be matched by patterns of letters."""

from __future__ import annotations

from claims.extract.dates import tables
from claims.extract.dates.tense import PAST
from claims.extract.numerals import Tokens

_OTHER = "_"
_MONTH_BEFORE = frozenset(
    "in of last next this since until by early mid late from to during through between and before".split()
)
_ALSO_SHORT = frozenset({"sep", "dec", "jan", "oct"})
_CLOSE = frozenset("dDo4")
_AFTER = _CLOSE | {"O"}


def classes(t: Tokens) -> str:
    """One letter for each token, and one for the end (``tables.CLASS``)."""
    letter = tables.CLASS.get
    letters = [letter(word) or (_OTHER if word[0].isalpha() else _of_digits(word)) for word in t.words[: t.size]]
    letters.append(_OTHER)
    text = "".join(letters)
    if "M" not in text and "W" not in text:
        return text  # most sentences name no month and no weekday
    for i in [i for i, found in enumerate(letters) if found in "MW"]:
        word = t.words[i]
        if _is_name(t, i, letters):
            believed = False
        elif word in tables.ALSO_VERBS:
            believed = _is_month(t, i, letters)
        elif word in tables.SHORT_WEEKDAYS:
            believed = _is_weekday(t, i, letters)
        else:
            believed = word not in _ALSO_SHORT or t.capital(i) or _near(letters, i)
        if not believed:
            letters[i] = _OTHER
    return "".join(letters)


def _of_digits(word: str) -> str:
    if not word.isdecimal():
        return "x" if word[0].isdecimal() else _OTHER
    length = len(word)
    if length <= 2:
        value = int(word)
        return "d" if 1 <= value <= 12 else "D" if 13 <= value <= 31 else "2"
    if length == 4 and "1000" <= word <= "2199":
        return "4"
    return "N"


_FIRST_NAMES = frozenset({"april", "june", "may", "august", "jan"})
_PLACES = frozenset(
    "harbour harbor island islands bay bridge street road lane square river creek hill hills heights county town farm"
    " house school college church hospital club inn hotel theatre theater stadium"
    " revolution uprising massacre".split()
)
_NAMED_DAYS = frozenset({"bloody", "black", "super", "cyber", "ruby", "casual"})
"""Before a weekday these make it a day of its own name."""

_OF_TIME_BEFORE = _MONTH_BEFORE | frozenset(
    "on the a an this that these its his her their our 's by for every each from as".split()
)


def _is_name(t: Tokens, i: int, letters: list[str]) -> bool:
    """ "Jan Marsh", "Friday Harbour", "the April called": a person, a place, a ship."""
    after, before = t.words[i + 1], t.words[i - 1] if i else ""
    if not t.capital(i):
        return False
    if letters[i] == "W" and before in _NAMED_DAYS and t.capital(i - 1):
        return True
    if after in _PLACES and t.capital(i + 1) and letters[i - 1 if i else i] not in "dDoO":
        return True
    if letters[i] == "M" and before == "the" and (after in PAST or (after.endswith("ed") and len(after) > 4)):
        return True
    return (
        t.words[i] in _FIRST_NAMES
        and i + 1 < t.size
        and t.capital(i + 1)
        and after.isalpha()
        and len(after) > 1
        and after not in tables.CLASS
        and before not in _OF_TIME_BEFORE
        and letters[i - 1 if i else i] not in "dDoOf4"
    )


def _near(letters: list[str], i: int) -> bool:
    return letters[i + 1] in _AFTER or (i > 0 and letters[i - 1] in _CLOSE)


def _is_month(t: Tokens, i: int, letters: list[str]) -> bool:
    """ "May" and "March" are months beside a number; otherwise only with a capital, and not before a person."""
    if (
        _near(letters, i)
        or (letters[i + 1] in "t" and letters[i + 2] in "dDO")
        or (letters[i + 1] == "." and letters[i + 2] in "dD")
    ):
        return True
    if t.size == 1 or (letters[i + 1] == "p" and letters[i + 2] == "X"):
        return t.words[i] != "may" or t.capital(i)
    if i > 1 and letters[i - 1] in "f," and letters[i - 2] in "dDoO":
        return True
    before = t.words[i - 1] if i else ""
    if before in _MONTH_BEFORE:
        return t.capital(i) or (
            t.words[i] == "march" and before in ("in", "of", "last", "next", "since", "until", "early", "late", "mid")
        )
    if not t.capital(i) or t.words[i] == "mar":
        return False
    after = t.words[i + 1]
    if i == 0 or t.words[i - 1] in (".", "!", "?", '"', "“"):
        return after in ("and", "to", "was", "is", "has", "'s", "saw", "brought") or letters[i + 1] in ">-,"
    # "Theresa May", "Prime Minister May said": a name before it makes it a name.
    return not (t.capital(i - 1) and t.words[i - 1].isalpha() and before not in tables.CLASS) and after not in (
        "'s",
        "said",
    )


def _is_weekday(t: Tokens, i: int, letters: list[str]) -> bool:
    if t.size <= 2:
        return True
    if (
        letters[i + 1] in "M"
        or (letters[i + 1] in "dD" and (t.words[i] != "sat" or letters[i + 2] in "oM"))
        or (t.words[i + 1] == "," and letters[i + 2] in "MdD")
    ):
        return True
    return (t.capital(i) and t.words[i] not in ("sun", "sat", "wed")) or (
        letters[i + 1] == "." and t.capital(i) and t.words[i] != "sun"
    )

"""Numbers that are no figures: parts of names, codes, addresses, list numbers."""

from __future__ import annotations

from claims.extract.numerals import Tokens
from claims.extract.numerals.words import HYPHENS, ORDINAL_ENDINGS

NUMBERED = frozenset(
    "article articles section sections resolution route highway flight channel chapter title room no nos nr nrs number"
    " boeing airbus type group area base figure table version iphone galaxy windows apollo formula division battalion"
    " brigade regiment apartment apt suite gate platform interstate act annex appendix item question model mark mk"
    " pixel xbox playstation ps falcon starship psalm verse paragraph clause rule part phase stage grade level tier"
    " category cat class pier terminal runway line track bus train block unit building floor lane sector zone district"
    " ward precinct box page pages pp vol volume issue episode season series row seat locker count exhibit case file"
    " form schedule amendment proposition prop proposal bill directive regulation decree order protocol pillar basel"
    " stage euro agenda vision expo fiscal radio bbc espn tv week day step lot plot area51 opus symphony super bowl"
    " studio squadron theatre theater year local interstates big top core ryzen airbus".split()
)
"""A bare number right after one of these is its name ("Article 5"); with a capital, or in the singular."""

ONLY_CAPITAL = frozenset(
    "year local theatre theater"
    " type group area act model mark part unit building floor line track bus train block question item case file form"
    " order week day step count class issue season series lot top big core stage phase order vision"
    " season bill title radio tv euro super schedule number plot fiscal"
    " zone sector agenda".split()
)
"""Of these, words that are common nouns as well: they must be written with a capital."""

ALWAYS_NUMBERED = frozenset(
    "p stoxx ftse nasdaq nikkei fortune seng asx dax cac topix csi russell planet hiv covid covid-19 sars n95 forbes"
    " iphone boeing galaxy windows xbox playstation junction exit opec brics g formula apollo".split()
)
"""After these a number is a name even before a noun ("S&P 500 companies")."""

NAMED_PAIRS = frozenset({("9", "11"), ("24", "7"), ("7", "7"), ("360", "365")})
"""Two numbers with a stroke that are a name."""

BOUND = frozenset({"mid", "minus", "plus", "to", "or", "and", "pre", "post", "about", "nearly", "some"})
"""Words that a hyphen may tie to a number without making a name of it."""

STREETS = frozenset(
    "street st road rd avenue ave lane square boulevard blvd drive place terrace crescent way court row gardens".split()
)

STREETS_FIRST = frozenset("ave avenue rue via calle avenida rua boulevard piazza plaza".split())
"""Words that stand before the name of a street ("22 Rue Lamarre")."""

_SIDES = frozenset("n s e w north south east west".split())
""" "9 E 71st St"."""

AIRLINERS = frozenset("707 717 727 737 747 757 767 777 787".split())
_AIRCRAFT = frozenset("jet jets plane planes airliner airliners aircraft fleet max dreamliner jumbo".split())

PRODUCT_ENDINGS = frozenset("pro max mini ultra dreamliner gt".split())
"""After a number these make a product's name of it ("11 Pro")."""

_SAFE_BEFORE = frozenset(
    "the a an and or but of in on at by for from to with about some only just all these those its his her their our"
    " my your nearly almost around over under than least most".split()
)
"""A capital on these (first in a sentence, in a headline) makes no name of the number that follows."""


def is_name(t: Tokens, start: int, end: int) -> bool:
    """Say whether the bare number in tokens ``start`` to ``end`` is part of a name or a code."""
    w = t.words
    before, after = w[start - 1] if start else "", w[end]
    if w[end] == "/" and (w[start], w[end + 1]) in NAMED_PAIRS:
        return True
    if before in ALWAYS_NUMBERED or (before in HYPHENS and w[start - 2] == "covid"):
        return True
    if start and t.glued(start):
        if before == "." and start > 1 and t.glued(start - 1) and w[start - 2].isalpha() and t.capital(start - 2):
            return True
        if before.isalnum() or before in ("#", "_", "@", "/", "=", "&", "^", "°"):
            return True
        if before in HYPHENS and start > 1 and t.glued(start - 1) and w[start - 2].isalpha():
            return w[start - 2] not in BOUND
    if t.glued(end) and (after[:1].isalpha() or after in ("_", "@", "=", "&", "^")) and after not in ("x", "×"):
        return True
    if after in ("/", "-", ":") and t.glued(end) and t.glued(end + 1) and w[end + 1].isalpha() and t.capital(end + 1):
        return True
    if (
        before in (".",)
        and start > 1
        and w[start - 2] in ("no", "nos", "nr", "nrs", "art", "sec", "vol", "pp", "p", "ch")
    ):
        return True
    if before == "of" and w[start - 2] == "group" and t.capital(start - 2):
        return True
    if before in NUMBERED and t.capital(start - 1) and before not in ONLY_CAPITAL:
        return True
    if before in NUMBERED and (t.capital(start - 1) or before not in ONLY_CAPITAL):
        return not _noun_follows(t, end)
    if w[start] in AIRLINERS and after in _AIRCRAFT:
        return True
    if after in PRODUCT_ENDINGS and t.capital(end) and end == start + 1 and t.is_number(start):
        return True
    if w[start - 2 : start] == ["d", "."] and w[start - 4] == "a":
        return True  # "A.D. 1000"
    if before in ("and", "to") and w[start - 4 : start - 2] == ["d", "."] and w[start - 6] == "a":
        return True  # "A.D. 1000 and 1260"
    if t.capital(end) and t.capital(end + 1) and after in STREETS_FIRST:
        return True
    if t.capital(end) and after in _SIDES and w[end + 1][:1].isdecimal() and w[end + 2] in ORDINAL_ENDINGS:
        return True
    if t.capital(end) and any(w[k] in STREETS and t.capital(k) for k in (end + 1, end + 2)):
        return True
    return _after_capital(t, start, end)


def _noun_follows(t: Tokens, end: int) -> bool:
    after = t.words[end]
    return after.isalpha() and len(after) > 3 and after.endswith("s") and not t.capital(end)


def _after_capital(t: Tokens, start: int, end: int) -> bool:
    """ "Boeing 737", "the 737 MAX", "Big 12": a name's number stands beside a capital and counts nothing."""
    w = t.words
    if not w[start].isdecimal() or end != start + 1:
        return False
    after = w[end]
    if t.capital(end) and t.raw(end).isupper() and len(after) > 1 and after.isalpha():
        return not (w[end + 1].isalpha() and not t.capital(end + 1) and w[end + 1].endswith("s"))
    if start == 0 or not t.capital(start - 1) or w[start - 1] in _SAFE_BEFORE or not w[start - 1].isalpha():
        return False
    first_word = start == 1 or w[start - 2] in (".", "!", "?", ":", '"', "“", "\n")
    if first_word or (after.isalpha() and not t.capital(end) and _can_be_counted(after)):
        return False
    return not (after == "%" or (t.raw(start - 1).isupper() and len(w[start - 1]) < 2))


def _can_be_counted(word: str) -> bool:
    return len(word) > 2 and word not in _FUNCTION


_FUNCTION = frozenset(
    "and the for was has had have are were will would can could may might with from that which who into after before"
    " but not its their his her said says than when while until since during over under about".split()
)


def is_list_number(t: Tokens, start: int, end: int) -> bool:
    """Say whether the number only numbers a line or an item: "1. ", "2)"."""
    w, text = t.words, t.text
    if not w[start].isdecimal() or len(w[start]) > 3 or end != start + 1:
        return False
    at = t.starts[start]
    line_start = (
        at == 0 or text[at - 1] == "\n" or not text[:at].rpartition("\n")[2][-40:].strip()
        if at < 80
        else (not text[at - 80 : at].rpartition("\n")[2].strip() and "\n" in text[at - 80 : at])
    )
    if w[end] == "." and line_start and not t.is_number(end + 1) and w[end + 1]:
        return True
    if w[end] == ")" and "(" not in w[max(0, start - 4) : start] and start and not w[start - 1].isalpha():
        return True
    return (
        w[end] == ")"
        and start > 0
        and w[start - 1] == "("
        and len(w[start]) < 3
        and w[end + 1].isalpha()
        and line_start
    )

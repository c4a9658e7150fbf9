"""What is counted: the noun phrase that follows a number, told apart without a tagger of parts of speech."""

from __future__ import annotations

from claims.extract.numerals import FRACTION, MAGNITUDE, ORDINAL, Form, Tokens
from claims.extract.numerals.words import HYPHENS

STOP = frozenset(
    """
    a an the this that these those my your his her its our their some any no each every either neither both all such
    and or but nor so yet if as than because while although though whether when where why how what which who whom whose
    of in on at by to from for with about against between into through during before after above below under over up
    down out off near since until till within without along across behind beyond despite except inside outside toward
    towards upon via per among amid amongst around onto like unlike versus following including regarding
    is are was were be been being am has have had having do does did doing done will would shall should may might must
    can could cannot ought need dare ain't isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't
    i you he she it we they me him us them himself herself itself themselves ourselves one's
    not only just also even still already now then there here too very again ever never always often sometimes once
    later earlier ago today yesterday tomorrow tonight early late last next
    said says say told tells tell added adds made makes make took takes take got get gets went goes go came comes come
    gave gives give found find finds saw sees see left leave leaves remain remains remained become became becomes
    began begins begin died dies die killed kills kill lost loses lose won wins win rose rises rise fell falls fall
    voted votes live lives lived marched march fled flee flees worth each apiece short wide deep tall long high away
    available alone together instead else rather least most more less
    began agreed agree agrees want wants wanted wanted need needs work works worked face faces faced
    cast according due ahead aboard aged earned wounded missing injured dead alive
    """.split()
)
"""Words at which a noun phrase ends."""

_INSIDE = frozenset(
    "wounded missing injured dead long high short deep wide tall late early more aged lost left work live".split()
)
"""Of these, words that may stand before a plural ("39 wounded soldiers")."""

_NOUNS_TOO = frozenset("votes wins lives rises falls works marches needs finds losses leaves faces comes gives".split())
"""Of these, words that are plural nouns right after a number ("7,890 votes")."""

PLURALS = frozenset(
    "people men women children aircraft troops police personnel cattle sheep fish staff deer feet teeth mice data media"
    " spacecraft hovercraft salmon trout geese oxen bacteria criteria phenomena crew livestock poultry offspring folk"
    " youth refugees clergy dead wounded businesspeople policemen firefighters countrymen congressmen gunmen fishermen"
    " sportsmen businessmen servicemen spokesmen salespeople them wives lives knives thieves halves wolves".split()
)
"""Plurals without an "s", and collectives."""

NOT_PLURAL = frozenset(
    "previous serious religious dangerous various numerous famous anxious obvious precious conscious gas bus virus"
    " crisis business process access success loss mass glass class cross press address business congress across less"
    " plus status bonus census campus focus chaos news sports arms always perhaps series species us as is was has his"
    " its this thus yes yes' does goes says sometimes nervous spacious enormous tremendous luxurious".split()
)
"""Words in "s" that are no plural, or stand before their noun ("arms deals")."""

DETERMINERS = frozenset("the its their his her our my your these those all such them".split())
_PRONOUNS = frozenset("them us you whom which it".split())
_MORE = frozenset({"more", "other", "additional", "extra", "further", "new", "fewer", "less"})


def plural(word: str) -> bool:
    """Say whether a word looks like a plural noun."""
    if word in PLURALS:
        return True
    return (
        len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "'s", "is")) and word not in NOT_PLURAL
    )


def counted(t: Tokens, i: int, limit: int, *, form: Form, one: bool, of: bool) -> tuple[int, int] | None:
    """The tokens of the noun phrase counted by a number that ends before token ``i``; ``limit`` is the next figure."""
    w, start = t.words, i
    if w[i] == "of" and of:
        i += 1
        pronoun = i
        if w[i] == "all":
            i += 1
        if w[i] in _PRONOUNS:
            return (i, i + 1) if w[i] not in ("it", "which", "whom") else None
        while w[i] in DETERMINERS and i - pronoun < 3:
            i += 1
        one = one or form is FRACTION
    elif (form is FRACTION and w[i] in ("the", "its", "their", "all")) or (form is MAGNITUDE and w[i] == "more"):
        i += 1
    if w[i] in _MORE and plural(w[i + 1]):
        i += 1
    end = _phrase_end(t, i, limit, one or form is ORDINAL)
    if form in (FRACTION, MAGNITUDE) and i == start and end is not None and not plural(w[end - 1]):
        return None  # "a quarter oppose it"
    if end is not None and w[end - 1].endswith("'s"):
        return None  # "of the county's 88,000 residents"
    return (i, end) if end is not None else None


_ADJECTIVES = frozenset(
    "straight consecutive successive female male black major full international national new young old big small great"
    " good bad main second third former foreign public private military civilian political local senior top single"
    " formal official annual monthly weekly daily presidential parliamentary general special common real total".split()
)
"""Words that a singular noun may follow ("the third straight win")."""


_NO_ADVERBS = _ADJECTIVES | {"family", "only", "supply", "assembly", "elderly", "daily", "hourly", "yearly", "friendly"}
"""Words in "ly" that may stand in a noun phrase."""

_ADJECTIVE_ENDS = ("est", "atic", "onal", "ical", "ative", "ble", "ful", "ous")


def _singular_end(t: Tokens, i: int, stop: int) -> int:
    """The end of a phrase whose noun is singular: its adjectives and one word, or a whole name."""
    w, k = t.words, i
    while k + 1 < stop and (w[k] in _ADJECTIVES or w[k].endswith(_ADJECTIVE_ENDS) or t.capital(k)):
        k += 1
    return k + 1


def _noun_after_all(w: list[str], k: int, i: int) -> bool:
    """Say whether a word that ends most phrases belongs to this one, which begins at token ``i``."""
    first = k == i and (w[k] in _NOUNS_TOO or (w[k] == "work" and w[k - 1] in DETERMINERS))
    return first or (w[k] in _INSIDE and plural(w[k + 1]))


def _phrase_end(t: Tokens, i: int, limit: int, singular: bool) -> int | None:
    w = t.words
    k = i
    stop = min(limit, i + 7)
    while k < stop:
        word = w[k]
        if word[:1].isdecimal() and k > i and t.glued(k):
            k += 1  # "MiG-29 jets", "CO2"
            continue
        if not word or not (word[0].isalpha() or (word in HYPHENS and t.glued(k) and t.glued(k + 1))):
            break
        if word == "and" and i < k and w[k + 1].isalpha() and plural(w[k + 2]) and w[k + 1] not in STOP:
            return k + 3  # "digital and physical sales"
        if word in STOP and not _noun_after_all(w, k, i):
            break
        if word.endswith("ly") and len(word) > 4 and word not in _NO_ADVERBS:
            break
        if plural(word) and w[k + 1] not in HYPHENS:
            # "women athletes", "Abrams tanks": the second one is the head
            first = word in ("men", "women", "police", "staff", "crew", "data", "media") or (
                t.capital(k) and not t.capital(k + 1)
            )
            if k + 1 < stop and first and plural(w[k + 1]) and w[k + 1] not in STOP:
                k += 1
                continue
            return k + 1
        if word.endswith("'s") and k + 1 < stop and w[k + 1] not in STOP and w[k + 1][:1].isalpha():
            k += 1
            continue
        k += 1
    if k == i or w[k - 1] in HYPHENS or w[i][0] in HYPHENS:
        return None
    if singular:
        return _singular_end(t, i, k)
    last = w[k - 1]
    if k - i > 1 and last.endswith("ed"):
        k -= 1  # "30 tonnes of fuel leaked"
        last = w[k - 1]
    if k - i > 3 or last.endswith(("ed", "ing")) or last in _ADJECTIVES or (k - i == 1 and t.capital(i)):
        return None
    return k

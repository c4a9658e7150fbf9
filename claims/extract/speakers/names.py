"""Names as they stand in a text: runs of capitalised words, with the titles before them.

What a name says of its bearer behind it or in front of it is read in ``roles``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claims.extract.grammar import MONTHS, OPENING_WORDS, PREPOSITIONS, SUBJECT_PRONOUNS, verb_like
from claims.extract.reporting import AUXILIARIES, WEEKDAYS
from claims.extract.speakers.given import GIVEN
from claims.extract.speakers.kinds import business, kind_of, of_business
from claims.extract.speakers.places import GEOGRAPHY
from claims.extract.speakers.roles import NO_ROLES, Roles, behind, in_front, lower_title
from claims.extract.speakers.titles import (
    AFTER_NAMES,
    BODIES,
    HONORIFICS,
    KIN,
    NATIONAL_NOUNS,
    NATIONALS,
    OFFICES,
    PARTISANS,
    gender_of,
)
from claims.extract.words import Word, listed
from claims.vocabulary import Part, SpeakerKind

# Small words inside names.
PARTICLES = listed("de da di del della van von der den dos du la le al el bin ibn ben of")
POSSESSIVES = ("'s", "’s")
MINISTRIES = listed(
    "ministry department office committee commission council institute centre center agency board bureau"
    " association society union federation authority secretary minister school faculty directorate"
)
HOUSEHOLD = {"dad": None, "mum": None, "mom": None, "grandad": None, "gran": None}
SEATS = listed("MP MEP MSP")
"""``the Orsk MP``: whoever sits for it."""
CAMPAIGNS = listed("save stop free protect reclaim defend")
SMALL_GIVEN = listed("per will so an art may do in")
TODAY = listed("today yesterday tonight now also")
LONGEST = 12
FULL = 3
"""So many words make a title and a full name: "Republican Ana Brel"."""
_OFFICES_ALONE = OFFICES - GIVEN
"""A capitalised office by itself is no name, unless people are called so."""
_CALLINGS = OFFICES | KIN.keys()
_AT_HOME = KIN.keys() | HOUSEHOLD.keys()
_BY_ORIGIN = NATIONALS | PARTISANS
_MONTHS = MONTHS - {"may", "april", "june", "august"}
"""Months after which nobody is called."""
_NO_NOUNS = PREPOSITIONS | AUXILIARIES | {"who", "and", "or"}
_ACTING = AUXILIARIES | {"says", "said", "say"}

# Capitalised at the start of a sentence, and never a name.
NO_NAMES = (
    listed("""the a an this that these those there here his her its their our my your i if when while as although though
    after before since until because in on at for from with by to of about but and or not no yes now then so both
    some many most several all every each few one two three four five six seven eight nine ten what who why how
    where which whether more less other another such only even just still yet also however meanwhile despite during
    according under over between among asked speaking last next earlier later nearly almost around most according
    it he she they we you can could may might must should would will do does did is are was were has have had let
    neither either none nobody everyone everybody someone anyone whoever whatever nor unless whereas once again
    english dozens hundreds thousands millions additionally afterwards perhaps maybe critics much well oh
    eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty
    seventy eighty ninety hundred thousand million half first second third""")
    | OPENING_WORDS
    | PREPOSITIONS
    | SUBJECT_PRONOUNS
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Name:
    """One name at one place."""

    start: int
    end: int
    text: str
    part: Part
    title: str | None = None
    """The office before it: "Defence Minister"."""
    roles: Roles = NO_ROLES
    gender: str | None = None
    kind: SpeakerKind | None = None
    """Null where the words alone leave it open."""
    honoured: bool = False
    subject: bool = False
    """Whether it is likely the subject of its clause."""
    sentence: int = 0
    first: int = 0
    """Where the mention begins, title included."""
    before: str = ""
    """The word right before it, in lower case."""
    owner: bool = False
    """Whether something of its own follows: "Halden's port"."""
    opens: bool = False

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(self.text.split())

    @property
    def role(self) -> str | None:
        """What it is said to be right here, as worded."""
        return self.roles.front or self.roles.behind or self.title


def names_in(text: str, part: Part, lines: Sequence[Sequence[Word]]) -> list[Name]:
    """All names of a text in reading order; ``lines`` are the words of its sentences."""
    found: list[Name] = []
    for number, words in enumerate(lines):
        found.extend(_names_of_sentence(text, words, part, number))
    return found


def _names_of_sentence(text: str, words: Sequence[Word], part: Part, number: int) -> list[Name]:
    found: list[Name] = []
    at = 0
    while at < len(words):
        if not words[at].capital or not (begins_name(words[at]) or _given(words, at)) or _plural_trade(words, at):
            at += 1
            continue
        end = _run_end(words, at)
        if at and words[at - 1].text == "," and all(word.text in AFTER_NAMES for word in words[at:end]):
            # "Ana Brel, M.D., said"
            at = end
            continue
        if _opening_noun(words, at, end):
            at += 1
            continue
        if _by_origin(words, at, end):
            at = end
            continue
        name = _name(text, words, at, end, part, number)
        if name:
            found.append(name)
        at = max(end, at + 1)
        if name and name.opens and words[end - 1].text.isupper() and _label(words, 0, end):
            # "JESS TOLAN, BYLINE:" the rest of a label names nobody else.
            at = next((k for k in range(at, len(words)) if words[k].text == ":"), at)
    return found


def _plural_trade(words: Sequence[Word], at: int) -> bool:
    """``Officers of the Fire Service``: a noun that opens its sentence, and a name behind it."""
    lower = words[at].lower
    return at == 0 and lower.endswith("s") and lower[:-1] in OFFICES and words[min(1, len(words) - 1)].lower == "of"


def _given(words: Sequence[Word], at: int) -> bool:
    """``the leader, Per Lenz``: a small word that is a given name inside a sentence, before another name."""
    if not 0 < at < len(words) - 1 or words[at].lower not in SMALL_GIVEN or not words[at].capital:
        return False
    return words[at + 1].capital and not words[at + 1].mark and words[at - 1].text not in {".", ":", "“", '"'}


def _opening_noun(words: Sequence[Word], at: int, end: int) -> bool:
    """``Council leader Ana Brel``: a noun that opens its sentence and colours the office behind it."""
    if at or end != 1 or words[0].lower not in BODIES or end >= len(words):
        return False
    following = words[1].lower
    return words[1].text.islower() and (following in OFFICES or following.removesuffix("s") in OFFICES)


def _by_origin(words: Sequence[Word], at: int, end: int) -> bool:
    """``the Dane``, "the Ohio Democrat": somebody by country or party, who has a name elsewhere."""
    article = at > 0 and words[at - 1].lower in {"the", "a", "an", "fellow"}
    return (
        article
        and (words[end - 1].lower in _BY_ORIGIN or (words[end - 1].text in SEATS and end - at > 1))
        and not (end < len(words) and (words[end].text in {"'", "’", "-"} or _colours_noun(words[end])))
    )


def _colours_noun(word: Word) -> bool:
    """Whether a noun follows that the word before only colours: "the Danish" of "the Danish minister"."""
    return not word.mark and not verb_like(word) and word.lower not in _NO_NOUNS


def begins_name(word: Word) -> bool:
    """Whether a capitalised word may open a name."""
    lower = word.lower
    if word.mark or not word.capital or lower in WEEKDAYS or lower in _MONTHS:
        return False
    return lower.removesuffix("'s").removesuffix("’s") not in NO_NAMES or (
        word.text.isupper() and len(word.text) > 1 and lower in {"us", "who"}
    )


def _run_end(words: Sequence[Word], at: int) -> int:
    """One past the last word of a run of capitalised words, with the small words inside it."""
    end = at
    while end < min(len(words), at + LONGEST):
        word = words[end]
        if word.capital and not word.mark and word.lower not in WEEKDAYS and (end == at or word.lower not in NO_NAMES):
            end += 1
            if word.lower.endswith(POSSESSIVES):
                if end < len(words) and words[end].capital and words[end].lower in BODIES and end - at <= 3:
                    continue
                break
            continue
        if end > at and end + 1 < len(words):
            step = _joined(words, at, end)
            if step:
                end += step
                continue
        break
    return _without_place(words, at, end)


def _joined(words: Sequence[Word], at: int, end: int) -> int:
    """How many small words at ``end`` stand inside the name rather than behind it."""
    word, following = words[end], words[end + 1]
    if end == at + 1 and words[at].lower in CAMPAIGNS and word.lower in {"the", "our"} and following.capital:
        # "Save the Pier, a campaign group,"
        return 1
    goes_on = following.capital and not following.mark
    if (word.lower in PARTICLES or word.text == "&") and goes_on:
        return 1
    inside = any(w.lower.removesuffix("'s") in MINISTRIES for w in words[at:end])
    if inside and word.lower in {"for", "on", "against"} and goes_on and not _full_name(words, end + 1):
        return 1
    of = any(w.lower in {"of", "for"} for w in words[at:end])
    if inside and of and word.lower == "and" and goes_on and not _full_name(words, end + 1):
        return 1
    if word.text in {"'", "’"} and words[end - 1].lower.endswith("s"):
        if following.lower in BODIES and following.capital:
            return 1
        if goes_on and end + 2 < len(words) and words[end + 2].lower in BODIES and words[end + 2].capital:
            return 1
    if word.lower == "of" and following.lower == "the" and end + 2 < len(words) and words[end + 2].capital:
        # "Brel of the Republican ticket" is Brel.
        beyond = words[end + 3] if end + 3 < len(words) else None
        noun = beyond is not None and beyond.text.islower() and beyond.lower not in PREPOSITIONS | {"and", "or"}
        return 0 if noun and beyond is not None and not verb_like(beyond) else 2
    return 0


def _full_name(words: Sequence[Word], at: int) -> bool:
    """Whether a name of at least two words begins here: then it is another one, not the end of this."""
    return at + 1 < len(words) and words[at + 1].capital and not words[at + 1].mark


def _without_place(words: Sequence[Word], at: int, end: int) -> int:
    """``Ivo Lenz of the Harbour Office`` is a person and where he works; ``Bank of Orsk`` is one name."""
    of = next((k for k in range(at + 2, end) if words[k].lower == "of"), None)
    if of is None or any(word.lower in BODIES or word.lower in OFFICES for word in words[of - 2 : of]):
        return end
    if any(word.lower in BODIES or word.lower in GEOGRAPHY for word in words[at:of]):
        return end
    return of


def _name(text: str, words: Sequence[Word], at: int, end: int, part: Part, number: int) -> Name | None:
    first = at
    gender: str | None = None
    office = _last_office(words, at, end)
    name_at = office + 1 if office is not None else at
    while name_at < end - 1 and words[name_at].lower in HONORIFICS:
        gender = gender or HONORIFICS[words[name_at].lower]
        name_at += 1
    while end - name_at > 2 and words[end - 1].text in AFTER_NAMES:
        end -= 1
    if name_at >= end or (name_at == end - 1 and words[name_at].lower in HONORIFICS):
        return None
    title = text[words[at].start : words[office].end] if office is not None else None
    honoured = name_at > (office + 1 if office is not None else at)
    if title is None:
        title, first = lower_title(text, words, at, proper=end - name_at > 1 or honoured)
    else:
        longer, first = lower_title(text, words, at, proper=True)
        title = text[words[first].start : words[office].end] if longer and office is not None else title
        first = first if longer else at
    if title is None and at > 1 and end - name_at > 2 and _ministry(words, at):
        # "Minister for Ports Ulla Kern"
        first, name_at = at - 2, end - 2
        title = text[words[first].start : words[name_at - 1].end]
    house = words[end - 1].lower.endswith(POSSESSIVES) and _acts(words, end)
    possessive = words[end - 1].lower.endswith(POSSESSIVES) and not house
    stop = words[end - 1].end - (2 if possessive else 0)
    owner = possessive or (end < len(words) and words[end].text in {"'", "’"} and text[stop - 1] == "s"
                           and words[end].start == stop)  # fmt: skip
    name = text[words[name_at].start : stop]
    if not name or name.lower() in NO_NAMES or (end - name_at == 1 and name.lower() in _OFFICES_ALONE and not honoured):
        return None
    before = words[first - 1].lower if first else ""
    titled = title is not None or honoured
    roles = NO_ROLES if owner else Roles(in_front(text, words, first), *behind(text, words, end))
    label = first == 0 and _label(words, at, end)
    if label:
        name = name.title() if end - name_at > 1 else name
    kind = (
        SpeakerKind.ORGANISATION
        if house
        else SpeakerKind.PERSON
        if label and end - name_at > 1
        else None
        if label
        else kind_of(
            name,
            words[name_at:end],
            titled=titled
            or (roles.front is not None and not business(roles.front) and words[end - 1].lower not in BODIES),
            house=of_business(roles, words, at),
            before=before,
            words_after=words[end : end + 1],
        )
    )
    if kind == SpeakerKind.GOVERNMENT:
        title, roles = None, NO_ROLES
    return Name(
        words[name_at].start,
        stop,
        name,
        part,
        title,
        roles,
        gender or gender_of(" ".join(filter(None, (title, roles.front, roles.behind)))[:200]),
        kind,
        honoured=honoured,
        subject=not owner
        and (_subject(words, first, end) or (roles.front is not None and _opens_clause(words, first))),
        sentence=number,
        first=words[first].start,
        before=before,
        owner=owner,
        opens=first == 0 or (first < 4 and all(w.lower in NO_NAMES or w.mark for w in words[:first])),
    )


def _acts(words: Sequence[Word], end: int) -> bool:
    """``Cobbold's said``, "Cobbold's today opened": a house whose name ends like a genitive."""
    at = end
    while at < len(words) and (words[at].lower in WEEKDAYS or words[at].lower in TODAY):
        at += 1
    if at >= len(words):
        return False
    return words[at].lower in _ACTING or (at > end and verb_like(words[at]))


def _ministry(words: Sequence[Word], at: int) -> bool:
    return words[at - 1].lower in {"for", "of"} and words[at - 2].capital and words[at - 2].lower in OFFICES


def _subject(words: Sequence[Word], first: int, end: int) -> bool:
    """Whether a verb follows, the apposition between skipped, or the name opens its sentence."""
    before = words[first - 1].lower if first else ""
    if before in PREPOSITIONS or _in_clause(words, first):
        return False
    at = end
    if (
        at + 1 < len(words)
        and words[at].text == ","
        and (verb_like(words[at + 1]) or words[at + 1].lower in AUXILIARIES)
    ):
        return True
    if at < len(words) and words[at].text == ",":
        closing = next((k for k in range(at + 1, min(len(words), at + 25)) if words[k].text == ","), None)
        at = closing + 1 if closing is not None else at
    if at < len(words) and (verb_like(words[at]) or words[at].lower in AUXILIARIES):
        return True
    return first == 0 or (first < 3 and all(w.lower in NO_NAMES and w.lower not in PREPOSITIONS for w in words[:first]))


def _in_clause(words: Sequence[Word], first: int) -> bool:
    """``Brel, whose father Ivo won the cup, said``: a name in a clause about somebody else."""
    for k in range(first - 1, -1, -1):
        if words[k].mark:
            return False
        if words[k].lower in {"whose", "whom", "which"} or (words[k].lower == "who" and k + 1 < first):
            return k > 0
    return False


def _opens_clause(words: Sequence[Word], first: int) -> bool:
    """Whether nothing but the phrase before a name opens its sentence."""
    return words[0].lower not in PREPOSITIONS and not any(verb_like(word) for word in words[:first])


def _label(words: Sequence[Word], at: int, end: int) -> bool:
    """``LENA AARUP, PRESENTER:`` at the start of a turn of a transcript."""
    if not all(word.text.isupper() for word in words[at:end]) or end >= len(words):
        return False
    return words[end].text == ":" or (words[end].text == "," and any(w.text == ":" for w in words[end : end + 8]))


def _last_office(words: Sequence[Word], at: int, end: int) -> int | None:
    """The last capitalised office before a name: ``Foreign Minister Ana Brel``."""
    found = None
    if words[end - 1].lower in BODIES:
        return None
    for k in range(at, end - 1):
        if "-of-" in words[k].lower and words[k].lower.split("-")[0] in _AT_HOME:
            # "Dad-of-two Ivo Brel"
            found = k
            continue
        if words[k].lower.endswith(POSSESSIVES) and k + 1 < end - 1:
            continue
        lower = words[k].lower
        if lower in GIVEN or words[k + 1].mark:
            continue
        if k == at and (lower in NATIONAL_NOUNS or (lower in PARTISANS and end - at == FULL)):
            found = k
        if lower in _CALLINGS or (lower.endswith("s") and lower[:-1] in _CALLINGS):
            found = k
        if k == at == 0 and end - at > 2 and lower.endswith("ist"):
            # "Conservationist Ana Brel"
            found = k
        if lower == "of" and found is not None and k + 2 < end and words[k - 1].lower in {"secretary", "minister"}:
            found = k + 1
    return found

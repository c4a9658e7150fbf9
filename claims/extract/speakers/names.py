"""Names as they stand in a text, each with the title before it and the role behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from claims.extract.grammar import MONTHS, OPENING_WORDS, PREPOSITIONS, SUBJECT_PRONOUNS, verb_like
from claims.extract.reporting import WEEKDAYS
from claims.extract.sentences import Range, sentences
from claims.extract.speakers.places import government
from claims.extract.speakers.titles import BODIES, FEMALE, FEMALE_NOUNS, HONORIFICS, MALE, MALE_NOUNS, OFFICES
from claims.extract.words import Word, listed, words_of
from claims.vocabulary import Part, SpeakerKind

# Small words inside names.
PARTICLES = listed("de da di del della van von der den dos du la le al el bin ibn ben of")
POSSESSIVES = ("'s", "’s")
COPULAS = listed("is was has been became remains")
AFTER_ROLES = listed("who which for since until when and but from as in")
ROLE_WORDS = 4
"""Among so many words behind "is" an office has to stand."""
LONGEST = 10
APPOSITION = 14

# Capitalised at the start of a sentence, and never a name.
NO_NAMES = (
    listed("""the a an this that these those there here his her its their our my your i if when while as although though
    after before since until because in on at for from with by to of about but and or not no yes now then so both
    some many most several all every each few one two three four five six seven eight nine ten what who why how
    where which whether more less other another such only even just still yet also however meanwhile despite during
    according under over between among asked speaking last next earlier later nearly almost around most according
    it he she they we you can could may might must should would will do does did is are was were has have had let
    english""")
    | OPENING_WORDS
    | PREPOSITIONS
    | SUBJECT_PRONOUNS
)


@dataclass(frozen=True, slots=True)
class Name:
    """One name at one place."""

    start: int
    end: int
    text: str
    part: Part
    title: str | None = None
    """The office before it: "Defence Minister"."""
    role: str | None = None
    """What it is said to be, as worded: "Ukraine's chief defense advisor"."""
    gender: str | None = None
    kind: SpeakerKind | None = None
    """Null where a single word leaves it open."""
    opens: bool = False
    """Whether it opens its sentence: it is likely its subject."""
    sentence: int = 0
    first: int = 0
    """Where the mention begins, title included."""

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(self.text.split())


def names_in(text: str, part: Part) -> list[Name]:
    """All names of a text in reading order."""
    found: list[Name] = []
    for number, span in enumerate(sentences(text)):
        found.extend(_names_of_sentence(text, span, part, number))
    return found


def _names_of_sentence(text: str, span: Range, part: Part, number: int) -> list[Name]:
    words = words_of(text, *span)
    found: list[Name] = []
    at = 0
    while at < len(words):
        if not _begins_name(words[at]):
            at += 1
            continue
        end = _run_end(words, at)
        name = _name(text, words, at, end, part, number)
        if name:
            found.append(name)
        at = max(end, at + 1)
    return found


def _begins_name(word: Word) -> bool:
    lower = word.lower
    if word.mark or not word.capital or lower in WEEKDAYS or lower in MONTHS - {"may", "april", "june", "august"}:
        return False
    return lower not in NO_NAMES or (word.text.isupper() and len(word.text) > 1 and lower in {"us", "who"})


def _run_end(words: Sequence[Word], at: int) -> int:
    """One past the last word of a run of capitalised words, with the small words inside it."""
    end = at
    while end < min(len(words), at + LONGEST):
        word = words[end]
        if word.capital and not word.mark and word.lower not in WEEKDAYS and (end == at or word.lower not in NO_NAMES):
            end += 1
            if word.lower.endswith(POSSESSIVES):
                break
            continue
        if end > at and end + 1 < len(words):
            following = words[end + 1]
            joins = word.lower in PARTICLES or word.text == "&"
            if joins and following.capital and not following.mark:
                end += 1
                continue
            owned = word.text in {"'", "’"} and words[end - 1].lower.endswith("s")
            if owned and following.lower in BODIES and following.capital:
                end += 1
                continue
            if word.lower == "of" and following.lower == "the" and end + 2 < len(words) and words[end + 2].capital:
                end += 2
                continue
        break
    return _without_place(words, at, end)


def _without_place(words: Sequence[Word], at: int, end: int) -> int:
    """``Ivo Lenz of the Harbour Office`` is a person and where he works; ``Bank of Orsk`` is one name."""
    of = next((k for k in range(at + 2, end) if words[k].lower == "of"), None)
    if of is None or any(word.lower in BODIES or word.lower in OFFICES for word in words[of - 2 : of]):
        return end
    return of


def _name(text: str, words: Sequence[Word], at: int, end: int, part: Part, number: int) -> Name | None:
    first = at
    gender: str | None = None
    office = _last_office(words, at, end)
    title = text[words[at].start : words[office].end] if office is not None else None
    name_at = office + 1 if office is not None else at
    while name_at < end and words[name_at].lower in HONORIFICS:
        gender = gender or HONORIFICS[words[name_at].lower]
        name_at += 1
    if name_at >= end:
        return None
    honoured = name_at > (office + 1 if office is not None else at)
    if title is None and not honoured:
        title, first = _lower_title(text, words, at)
    stop = words[end - 1].end
    if words[end - 1].lower.endswith(POSSESSIVES):
        stop -= 2
    name = text[words[name_at].start : stop]
    if not name or name.lower() in NO_NAMES or (end - name_at == 1 and name.lower() in OFFICES):
        return None
    kind = _kind(name, words[name_at:end], titled=title is not None or honoured)
    possessive = words[end - 1].lower.endswith(POSSESSIVES)
    role = None if possessive else _apposition(text, words, end) or _predicate(text, words, end)
    if kind == SpeakerKind.GOVERNMENT:
        title = role = None
    for noun in (title or "").lower().split() + (role or "").lower().split():
        gender = gender or (MALE if noun in MALE_NOUNS else FEMALE if noun in FEMALE_NOUNS else None)
    return Name(
        words[name_at].start,
        stop,
        name,
        part,
        title,
        role,
        gender,
        kind,
        opens=first == 0 or (all(w.lower in NO_NAMES or w.mark for w in words[:first]) and first < 4),
        sentence=number,
        first=words[first].start,
    )


def _last_office(words: Sequence[Word], at: int, end: int) -> int | None:
    """The last capitalised office before a name: ``Foreign Minister Ana Brel``."""
    found = None
    for k in range(at, end - 1):
        if words[k].lower in OFFICES:
            found = k
        if (
            words[k].lower == "of"
            and found is not None
            and k + 2 < end
            and words[k - 1].lower in {"secretary", "minister"}
        ):
            found = k + 1
    return found


def _lower_title(text: str, words: Sequence[Word], at: int) -> tuple[str | None, int]:
    """``harbour spokesman Ivo Lenz``: the office in lower case right before the name."""
    if at == 0 or words[at - 1].lower not in OFFICES or words[at - 1].capital:
        return None, at
    first = at - 1
    while first > 0 and at - first < 6:
        before = words[first - 1]
        if before.mark or before.lower in NO_NAMES or before.lower in PREPOSITIONS:
            break
        if before.lower.endswith(("ed", "ing")) and before.lower not in {"retired", "leading"}:
            break
        first -= 1
    return text[words[first].start : words[at - 1].end], first


def _apposition(text: str, words: Sequence[Word], end: int) -> str | None:
    """``Pia Orsk, the valley's chief engineer,``: the words between the commas, if they name an office."""
    if end + 1 >= len(words) or words[end].text != ",":
        return None
    for stop in range(end + 1, min(len(words), end + 1 + APPOSITION)):
        word = words[stop]
        if word.text in {",", ".", ";"} or word.lower in {"who", "whose"}:
            inner = words[end + 1 : stop]
            if not inner or inner[0].lower in {"and", "who", "but", "whose", "which"}:
                return None
            held = any(w.lower.removesuffix("s") in OFFICES or w.lower in OFFICES for w in inner)
            return text[inner[0].start : inner[-1].end] if held else None
        if word.mark and word.text not in {"'", "’", "-", "&"}:
            return None
    return None


def _predicate(text: str, words: Sequence[Word], end: int) -> str | None:
    """``Pia Orsk has been mayor of Kesten``: the office that a sentence gives its subject."""
    at = end
    while at < len(words) and words[at].lower in COPULAS:
        at += 1
    if at == end or at >= len(words) or words[at - 1].lower == "has" or verb_like(words[at]):
        return None
    stop = at
    while stop < min(len(words), at + APPOSITION) and not words[stop].mark and words[stop].lower not in AFTER_ROLES:
        stop += 1
    inner = words[at:stop]
    held = any(word.lower in OFFICES for word in inner[:ROLE_WORDS])
    return text[inner[0].start : inner[-1].end] if inner and held else None


def _kind(name: str, words: Sequence[Word], *, titled: bool) -> SpeakerKind | None:
    if government(name):
        return SpeakerKind.GOVERNMENT
    lowers = [word.lower.removesuffix("'s").removesuffix("’s") for word in words]
    if any(lower in BODIES for lower in lowers) and not titled:
        return SpeakerKind.ORGANISATION
    if titled:
        return SpeakerKind.PERSON
    if len(words) == 1:
        acronym = words[0].text.rstrip("s'’").isupper() and 2 <= len(words[0].text) <= 6
        return SpeakerKind.ORGANISATION if acronym else None
    if "of" in lowers or "&" in lowers or len(words) > 5 or any(w.text.isupper() and len(w.text) > 2 for w in words):
        return SpeakerKind.ORGANISATION
    return SpeakerKind.PERSON

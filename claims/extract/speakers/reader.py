"""One part of an article, read once: its sentences, words, names, quotations and noun phrases."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from claims.extract.boilerplate import behind_dateline
from claims.extract.grammar import CONJUNCTIONS, PREPOSITIONS, verb_like
from claims.extract.quotations import quotations
from claims.extract.reporting import AUXILIARIES
from claims.extract.sentences import Range, sentences
from claims.extract.speakers.evidence import Evidence, settled
from claims.extract.speakers.names import NO_NAMES, Name, names_in
from claims.extract.speakers.phrases import nameable, plural_person
from claims.extract.speakers.titles import BODIES, FEMALE, GROUPS, MALE, ONLY_IN_NAMES
from claims.extract.words import Word, listed, words_of
from claims.vocabulary import Part

_NOT_MET = listed("is are was were be been being not as like became becoming remains than")
"""Behind these a phrase says what somebody is; nobody new is met."""
_AFTER_OBJECTS = (
    PREPOSITIONS
    | CONJUNCTIONS
    | AUXILIARIES
    | listed("the a an this that what why how whether if he she they it again twice")
)
_DETERMINERS = listed(
    "a an the one another this his her its their my our your two three four five several some many most"
)
_OPENS_PHRASE = _DETERMINERS | {"he", "she", "him", "her"}
"""Inside a sentence a phrase begins with one of these, or with a plural."""
_HOUSES = BODIES - ONLY_IN_NAMES
_NEXT_OF_LIST = _DETERMINERS | CONJUNCTIONS
PHRASE = 7
"""So many words of a noun phrase are looked through for its noun."""
_OF_ITSELF = re.compile(
    r"[^.;:\"“]{0,60}?(?:\b(himself|herself)\b|\b(?:said|says|added|admitted|insisted|thinks|believes|hopes)"
    r"(?: on \w+day)?"
    r"(?: that)? (he|she) )"
)
PERSONAL_OF = {"he": MALE, "she": FEMALE, "himself": MALE, "herself": FEMALE}
OBJECT_REACH = 30
TITLE_CASE, TITLE_CASE_STOP, FEWEST = 0.6, 0.8, 4
"""A headline in capitals has so many longer words, so large a share of them capitalised."""


@dataclass(frozen=True, slots=True)
class Met:
    """A noun phrase at its place: "a fisherman", "the report"."""

    start: int
    end: int
    core: int
    """The end without the name that the phrase leans on."""
    text: str
    sentence: int
    subject: bool
    behind: str | None = None
    """What stands in apposition to it: "the 44-year-old, a former driver,"."""


class PartReader:
    """What one part of the article holds."""

    def __init__(self, text: str, part: Part) -> None:
        self.text = text
        self.part = part
        self.sentences = sentences(text)
        self.lines: list[list[Word]] = [words_of(text, *span) for span in self.sentences]
        self.openings = [
            number
            for number, (start, _) in enumerate(self.sentences)
            if number == 0 or "\n" in text[self.sentences[number - 1][1] : start]
        ]
        """The sentences with which paragraphs begin."""
        self._sentence_starts = [start for start, _ in self.sentences]
        self.quoted: list[Range] = sorted(piece for quotation in quotations(text) for piece in quotation.ranges)
        self._quote_starts = [start for start, _ in self.quoted]
        self.headlines = {number for number in range(len(self.lines)) if self._title_case(number)}
        self.names: list[Name] = []
        self.starts: list[int] = []

    def read_names(self, evidence: Evidence, furniture: Sequence[Range] = ()) -> list[Name]:
        """All names, settled by what the whole text shows; who only stands in a page's furniture is nobody's source."""
        found = [name for name in names_in(self.text, self.part, self.lines) if not self._heading(name)]
        if self.part == Part.TEXT and self.sentences:
            # "HAMN, March 19 (Meridian Wire) -" names nobody of the story.
            begins = behind_dateline(self.text, *self.sentences[0])
            found = [name for name in found if name.start >= begins]
        if furniture:
            ends = [end for _, end in furniture]
            found = [name for name in found if not _lies_in(furniture, bisect_right(ends, name.start), name.start)]
        self.keep(settled(found, evidence))
        return self.names

    def _heading(self, name: Name) -> bool:
        """Whether a name is all that stands in its sentence: a heading between paragraphs, nobody who is met."""
        start, end = self.sentences[name.sentence]
        alone = name.start == start and end - name.end <= 1
        return alone and self.part == Part.TEXT and self.text[start - 1 : start] in {"", "\n"}

    def keep(self, names: list[Name]) -> None:
        """Take these as the part's names."""
        self.names = names
        self.starts = [name.start for name in names]

    def _title_case(self, number: int) -> bool:
        """Whether a line begins most of its words with capitals, as some headlines do."""
        words = [word for word in self.lines[number] if not word.mark and len(word.text) > 3]
        first = self.part == Part.TEXT and number == 0 and "\n" in self.text[self.sentences[0][1] :][:1]
        if len(words) < FEWEST or not (first or self.part == Part.TITLE):
            return False
        return sum(word.capital for word in words) >= (
            TITLE_CASE if self.text[self.sentences[number][1] - 1] != "." else TITLE_CASE_STOP
        ) * len(words)

    def sentence(self, at: int) -> int:
        """The number of the sentence that holds a place."""
        return max(0, bisect_right(self._sentence_starts, at) - 1)

    def first_of_sentence(self, number: int) -> int:
        """The place in ``names`` of the first name from a sentence on."""
        if number >= len(self.sentences):
            return len(self.names)
        return bisect_left(self.starts, self.sentences[number][0])

    def in_quotation(self, at: int) -> bool:
        """Whether a place lies between quotation marks."""
        k = bisect_right(self._quote_starts, at) - 1
        return k >= 0 and self.quoted[k][0] <= at < self.quoted[k][1]

    def names_inside(self, start: int, end: int) -> list[Name]:
        """The names that begin in a range, and one that only ends in it."""
        first = bisect_left(self.starts, start)
        if first and self.names[first - 1].end > start:
            first -= 1
        return self.names[first : bisect_left(self.starts, end)]

    def object_at(self, end: int) -> Word | None:
        """The "him" or "her" that follows right behind a place."""
        if self.text[end : end + 4].lower() not in {" him", " her"}:
            return None
        words = words_of(self.text, end, min(len(self.text), end + OBJECT_REACH))
        return words[0] if is_object(words, 0) else None

    def gender_behind(self, end: int) -> str | None:
        """The gender that the words behind a description tell: "the anchor said she had", "The doctor left. He"."""
        number = self.sentence(end)
        close = self.sentences[number][1]
        if (found := _OF_ITSELF.match(self.text, end, close)) is not None:
            return PERSONAL_OF[found.group(1) or found.group(2)]
        goes_on = number + 1 < len(self.sentences) and number + 1 not in self.openings
        opening = self.lines[number + 1][0].text if goes_on and self.lines[number + 1] else ""
        return PERSONAL_OF.get(opening.lower()) if opening in {"He", "She"} else None

    def phrases(self) -> Iterator[Met]:
        """Noun phrases for people, bodies and papers, in reading order."""
        for number, words in enumerate(self.lines):
            at = 0
            while at < len(words):
                lower = words[at].lower
                if at and lower not in _OPENS_PHRASE and lower[-1] != "s":
                    # Nearly every word: none of what follows could begin with it.
                    at += 1
                    continue
                if lower in {"he", "she"} and at < 2 and (at == 0 or words[0].lower in CONJUNCTIONS):
                    yield Met(words[at].start, words[at].end, words[at].end, words[at].text, number, subject=True)
                    at += 1
                    continue
                if is_object(words, at):
                    yield Met(words[at].start, words[at].end, words[at].end, words[at].text, number, subject=False)
                    at += 1
                    continue
                end = _phrase_end(words, at)
                if end is None:
                    at += 1
                    continue
                subject = end < len(words) and (verb_like(words[end]) or words[end].lower in AUXILIARIES or at == 0)
                if at == 0 and words[0].lower in {"a", "an"} and _of_the_next(words, end):
                    # "A retired teacher, she ran": nobody new, but whoever she is.
                    at = end
                    continue
                core = words[end - 1].end
                end = _with_name(words, end)
                start, stop = words[at].start, words[end - 1].end
                owner = self.text[start:stop].endswith(("'s", "’s"))
                stop -= 2 if owner else 0
                after = at > 0 and words[at - 1].lower in PREPOSITIONS
                role = None
                if (close := _apposition_end(words, at, end)) is not None:
                    role, end = self.text[words[end + 1].start : words[close - 1].end], close
                if at and words[at - 1].lower in _NOT_MET and words[at].lower in {"a", "an"}:
                    at = end
                    continue
                yield Met(start, stop, core, self.text[start:stop], number, subject and not after and not owner, role)
                at = end


def _lies_in(ranges: Sequence[Range], at: int, place: int) -> bool:
    return at < len(ranges) and ranges[at][0] <= place


def _phrase_end(words: Sequence[Word], at: int) -> int | None:
    """One past the noun of a phrase that begins at ``at``, or None."""
    word = words[at]
    determined = word.lower in _DETERMINERS
    if plural_person(word.lower) or (at == 0 and word.lower in GROUPS and word.lower not in NO_NAMES):
        return at + 1
    if at == 0 and word.capital and len(words) > 1 and plural_person(words[1].lower) and not determined:
        return 2
    if not determined:
        return None
    best = None
    for k in range(at + 1, min(len(words), at + PHRASE)):
        inner = words[k]
        if (inner.mark and inner.text not in {"'", "’", "-"}) or inner.lower in PREPOSITIONS or verb_like(inner):
            break
        if inner.lower in {"who", "that", "which", "and", "or"} or inner.lower in _DETERMINERS:
            break
        owner = inner.lower.endswith(("'s", "’s"))
        if k + 1 < len(words) and words[k + 1].text in {"'", "’"} and words[k + 1].start == inner.end:
            break
        noun = inner.lower[:-2] if owner else inner.lower
        best = k + 1 if nameable(noun) else best
        if owner and best == k + 1:
            # "the elder brother's garage": the brother is met, not the garage; but "the governor's office" is.
            body = k + 1 < len(words) and words[k + 1].lower in _HOUSES
            best = k + 2 if body else best
            break
    return best


def _of_the_next(words: Sequence[Word], end: int) -> bool:
    """Whether what a sentence opens with is said of the pronoun behind its comma."""
    if end < len(words) and words[end].lower in {"himself", "herself"}:
        return True
    comma = next(
        (k for k in range(end, min(len(words), end + PHRASE)) if words[k].mark or verb_like(words[k])), len(words)
    )
    return comma + 1 < len(words) and words[comma].text == "," and words[comma + 1].lower in {"he", "she"}


def _apposition_end(words: Sequence[Word], at: int, end: int) -> int | None:
    """One past ``the 44-year-old, a former driver``: what a description is said to be, up to its comma."""
    if words[at].lower not in {"the", "his", "her", "its", "their"} or end + 2 >= len(words) or words[end].text != ",":
        return None
    close = _phrase_end(words, end + 1) if words[end + 1].lower in {"a", "an"} else None
    if close is None or close + 1 >= len(words) or words[close].text != ",":
        return None
    # "the baker, a nurse, a clerk": a list
    return None if words[close + 1].lower in _NEXT_OF_LIST else close


def is_object(words: Sequence[Word], at: int) -> bool:
    """Whether a "him" or "her" is somebody to whom something is done or said, not an owner."""
    word = words[at].lower
    if word == "him":
        return True
    if word != "her":
        return False
    following = words[at + 1] if at + 1 < len(words) else None
    return following is None or bool(following.mark) or following.lower in _AFTER_OBJECTS or verb_like(following)


def _with_name(words: Sequence[Word], end: int) -> int:
    """``an audit by Sorrel Ltd``: the phrase with the name it leans on."""
    at = end + 1
    if end + 1 >= len(words) or words[end].lower not in {"of", "by", "for", "from", "at"}:
        return end
    if words[at].lower == "the":
        at += 1
    stop = at
    while stop < min(len(words), at + PHRASE) and words[stop].capital and not words[stop].mark:
        stop += 1
    return stop if stop > at else end


_AND = re.compile(r"\s*(?:,\s*)?(?:and|&)\s+(?:the\s+)?|\s*,\s*")


def coordinated(text: str, names: Sequence[Name]) -> Iterator[tuple[Name, ...]]:
    """Names that stand together: "Brel and Lenz", "Brel, Lenz and Orsk", roles between them skipped."""
    group: list[Name] = []
    final = False
    for name in names:
        if group and name.sentence == group[-1].sentence:
            between = text[group[-1].end : name.first]
            if name.roles.front and between.rstrip().endswith(name.roles.front + ","):
                # "Ana Brel and her wife, Mia Lenz"
                between = between.rstrip()[: -len(name.roles.front) - 1]
            role = group[-1].roles.behind
            if role and role in between:
                between = between.replace(role, "").replace(",", "", 1)
            if _AND.fullmatch(between) and not group[-1].owner:
                group.append(name)
                final = final or "and" in between or "&" in between
                continue
        if len(group) > 1 and final:
            yield tuple(group)
        group, final = [name], False
    if len(group) > 1 and final:
        yield tuple(group)

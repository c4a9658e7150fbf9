"""Genders that a text gives away without saying them: "Brel praised her staff"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from claims.extract.grammar import CONJUNCTIONS, PREPOSITIONS, verb_like
from claims.extract.reporting import AUXILIARIES, verbs
from claims.extract.sentences import Range
from claims.extract.speakers.names import Name
from claims.extract.speakers.pronouns import PERSONAL
from claims.extract.speakers.register import Entry, Register
from claims.extract.speakers.roles import COPULAS
from claims.extract.words import Word, listed
from claims.vocabulary import SpeakerKind

AFTER_OBJECTS = (
    PREPOSITIONS | CONJUNCTIONS | AUXILIARIES | listed("the a an that this what why how whether if he she they")
)
BESIDE, BEFORE = 2, 1
"""What a pronoun is worth that has one person before it in its sentence, or only one in the sentence before."""


REPORTING_THAT = listed("said says that told believes thinks thought")
LATELY = 15
AGAINST = 0.25
"""What it is worth against the usual gender of a given name."""


def _object(words: Sequence[Word], place: int) -> bool:
    """``who survives her``: an object is not the subject of its own clause."""
    word = words[place].lower
    if place and words[place - 1].lower in COPULAS and word in {"her", "his"}:
        # "who was her clerk"
        return True
    if word != "her":
        return word == "him"
    following = words[place + 1] if place + 1 < len(words) else None
    return following is None or bool(following.mark) or following.lower in AFTER_OBJECTS or verb_like(following)


def _parenthesis(words: Sequence[Word], place: int) -> bool:
    """``Brel, she alleged, had left``: whoever alleges it is not Brel."""
    after = words[place + 1].lower if place + 1 < len(words) else ""
    return place > 0 and words[place - 1].mark and after in verbs()


def learn_genders(
    lines: Sequence[Sequence[Word]], names: Sequence[Name], register: Register, quoted: Sequence[Range]
) -> None:
    """Give a gender to everybody whom he, she, his and her can only mean; quotations are left out."""
    of_sentence: dict[int, list[tuple[int, Entry]]] = defaultdict(list)
    for name in names:
        entries = register.of_name.get((name.part, name.start), [])
        if len(entries) == 1 and entries[0].kind == SpeakerKind.PERSON:
            of_sentence[name.sentence].append((name.start, entries[0]))
    votes: dict[int, list[float]] = defaultdict(lambda: [0.0, 0.0])
    people: dict[int, Entry] = {}
    at_quote = 0
    for number, words in enumerate(lines):
        here = of_sentence.get(number, [])
        earlier = {id(entry): entry for _, entry in of_sentence.get(number - 1, [])}
        lately = [e for back in range(1, LATELY) for _, e in of_sentence.get(number - back, [])]
        for place, word in enumerate(words):
            gender = PERSONAL.get(word.lower)
            if gender is None or _parenthesis(words, place) or _object(words, place):
                continue
            while at_quote < len(quoted) and quoted[at_quote][1] <= word.start:
                at_quote += 1
            if at_quote < len(quoted) and quoted[at_quote][0] <= word.start:
                continue
            before = {id(entry): entry for start, entry in here if start < word.start}
            candidates, worth = (before, BESIDE) if before else (earlier, BEFORE)
            fitting = [entry for entry in candidates.values() if entry.gender in {None, gender}]
            if len(fitting) == 1:
                others = any(gender in {e.gender, e.likely} and e is not fitting[0] for e in lately)
                if before and others and place and words[place - 1].lower in REPORTING_THAT:
                    # "Lenz said she was late": she may be whom the story is about.
                    worth = BEFORE
                likely = fitting[0].likely
                votes[id(fitting[0])][gender == "female"] += worth * (AGAINST if likely not in {None, gender} else 1)
                people[id(fitting[0])] = fitting[0]
    for key, (male, female) in votes.items():
        entry = people[key]
        if entry.gender is None and max(male, female) >= BESIDE and max(male, female) >= 3 * min(male, female):
            entry.gender = "female" if female > male else "male"

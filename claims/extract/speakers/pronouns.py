"""Which name a pronoun takes: the last one that fits, subjects before all others."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass

from claims.extract.speakers.register import Entry
from claims.extract.speakers.titles import FEMALE, MALE
from claims.vocabulary import SpeakerKind

PERSONAL = {"he": MALE, "she": FEMALE, "him": MALE, "her": FEMALE, "his": MALE, "hers": FEMALE}
NEUTRAL = frozenset({"it"})
PLURAL = frozenset({"they", "them", "both"})
FIRST_PERSON = frozenset({"i", "we", "us", "me"})
RELATIVE = frozenset({"who", "which", "that"})

# How near a mention is, by the sentences between: as the subject of its sentence, and as anything else.
NEARNESS = ((5.0, 2.0), (4.0, 1.4), (2.6, 0.9), (1.7, 0.6), (1.1, 0.4), (0.7, 0.3))
INSIDE_QUOTATION = 0.4
UNCLEAR = 0.3
"""Two candidates whose weights differ by less are equally likely."""

PEOPLE = frozenset({SpeakerKind.PERSON, SpeakerKind.ANONYMOUS})
THINGS = frozenset({SpeakerKind.ORGANISATION, SpeakerKind.GOVERNMENT, SpeakerKind.DOCUMENT})
MANY = frozenset({SpeakerKind.GROUP, SpeakerKind.ANONYMOUS, SpeakerKind.ORGANISATION, SpeakerKind.GOVERNMENT})


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where a speaker is met."""

    start: int
    sentence: int
    entry: Entry
    subject: bool
    quoted: bool = False


class Discourse:
    """Who has been met so far, in reading order."""

    def __init__(self, mentions: Iterable[Mention]) -> None:
        self.mentions = sorted(mentions, key=lambda m: m.start)
        self._starts = [mention.start for mention in self.mentions]

    def add(self, mention: Mention) -> None:
        """Put in a mention that has only now been understood."""
        at = bisect_left(self._starts, mention.start)
        self.mentions.insert(at, mention)
        self._starts.insert(at, mention.start)

    def antecedents(self, pronoun: str, start: int, sentence: int) -> list[Entry]:
        """Whom a pronoun at ``start`` may mean, the likeliest alone if it stands out, else those that tie."""
        kinds = PEOPLE if pronoun in PERSONAL else THINGS if pronoun in NEUTRAL else MANY
        gender = PERSONAL.get(pronoun)
        weights: dict[int, float] = {}
        entries: dict[int, Entry] = {}
        for at in range(bisect_left(self._starts, start) - 1, -1, -1):
            mention = self.mentions[at]
            back = sentence - mention.sentence
            if back >= len(NEARNESS):
                break
            entry = mention.entry
            if entry.kind not in kinds or back < 0 or (gender and entry.gender not in {None, gender}):
                continue
            weight = NEARNESS[back][0 if mention.subject else 1] * (INSIDE_QUOTATION if mention.quoted else 1)
            key = id(entry)
            entries[key] = entry
            # Met several times: the nearest mention counts, the others add a little.
            weights[key] = max(weights.get(key, 0.0), weight) + (0.2 if key in weights else 0.0)
        if not weights:
            return []
        best = max(weights.values())
        return [entries[key] for key in weights if weights[key] > best - UNCLEAR]

"""Which speaker a pronoun takes: the last one that fits, subjects before all others."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Container, Iterable, Sequence
from dataclasses import dataclass, field

from claims.extract.speakers.phrases import head_of, person_like, plural_noun
from claims.extract.speakers.register import Entry
from claims.extract.speakers.titles import FEMALE, MALE
from claims.vocabulary import SpeakerKind

PERSONAL = {"he": MALE, "she": FEMALE, "him": MALE, "her": FEMALE, "his": MALE, "hers": FEMALE}
NEUTRAL = frozenset({"it", "its"})
PLURAL = frozenset({"they", "them", "both", "their"})
FIRST_PERSON = frozenset({"i", "we", "us", "me", "my", "our"})
RELATIVE = frozenset({"who", "which", "that"})

# How near a mention is, by the sentences between: as the subject of its sentence, and as anything else.
NEARNESS = ((6.2, 2.5), (4.2, 2.3), (2.8, 1.2), (1.7, 0.8), (1.3, 0.5), (0.9, 0.35), (0.6, 0.25), (0.4, 0.2))
SPOKE = 1.0
"""Whoever has just spoken is likelier to go on."""
SPEAKING_ON = (1.0, 1.0, 0.6, 0.4, 0.2)
AGAIN, MOST_AGAIN = 0.25, 1.0
"""Each further mention adds so much, up to a bound."""
INSIDE_QUOTATION = 0.35
SINGULAR_THEY = 0.75
OWNER = 0.7
UNLIKELY, LIKELY, SURE = 0.3, 1.2, 1.3
"""What the usual gender of a given name does to a weight."""
UNCLEAR = 0.45
"""Two candidates whose weights differ by less are equally likely."""
CONTINUES = 3.0
"""What "added" and "went on" are worth to whoever has just spoken."""
MAIN = 1.2
"""What it is worth that the whole article is about somebody."""
BEFORE_PARAGRAPH = 0.8
"""What is left of whoever was met in a paragraph before: who stands in this one comes first."""
ONLY_BEFORE = 0.5
"""What is left of all others where somebody of the right gender, and nobody else, was met in this paragraph."""
FAINT = 0.1
"""What somebody is worth whom a description may still mean, and no pronoun any more."""
FARTHEST = 250
"""More mentions than this are never looked at for one pronoun."""

PEOPLE = frozenset({SpeakerKind.PERSON, SpeakerKind.ANONYMOUS})
THINGS = frozenset({SpeakerKind.ORGANISATION, SpeakerKind.GOVERNMENT, SpeakerKind.DOCUMENT})
MANY = frozenset({SpeakerKind.GROUP, SpeakerKind.ANONYMOUS, SpeakerKind.ORGANISATION, SpeakerKind.GOVERNMENT})


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where one speaker, or several together, are met."""

    start: int
    sentence: int
    entries: tuple[Entry, ...]
    subject: bool
    quoted: bool = False
    spoke: bool = False
    owner: bool = False
    pronoun: bool = False
    """Whether only a pronoun stands there, and nobody speaks."""
    named: bool = False
    """Whether a name stands there."""
    open: bool = False
    """Whether only one of the entries is meant, and nobody knows which."""
    key: tuple[int, ...] = field(init=False, compare=False)
    """Who is met, by ``id``: asked for at every pronoun and description that follows."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "key", tuple(map(id, self.entries)))


class Discourse:
    """Who has been met so far, in reading order."""

    def __init__(self, mentions: Iterable[Mention], openings: Sequence[int] = ()) -> None:
        """``openings``: the sentences with which paragraphs begin."""
        self._openings = openings
        self.mentions = sorted(mentions, key=lambda m: m.start)
        self._starts = [mention.start for mention in self.mentions]

    def _paragraph(self, sentence: int) -> int:
        """The sentence that opens the paragraph of a sentence."""
        at = bisect_right(self._openings, sentence)
        return self._openings[at - 1] if at else 0

    def add(self, mention: Mention) -> None:
        """Put in a mention that has only now been understood."""
        at = bisect_left(self._starts, mention.start)
        self.mentions.insert(at, mention)
        self._starts.insert(at, mention.start)

    def antecedents(
        self,
        pronoun: str,
        start: int,
        sentence: int,
        *,
        continues: bool = False,
        without: Collection[int] = (),
        quoted: bool = False,
    ) -> list[tuple[Entry, ...]]:
        """Whom a pronoun at ``start`` may mean, the likeliest alone if it stands out, else those that tie.

        ``continues``: the cue says that somebody goes on; ``without``: who is out of the question, by ``id``;
        ``quoted``: the pronoun stands in a quotation.
        """

        def fits(mention: Mention) -> float:
            return _fits(pronoun, mention)

        totals = self.weighed(start, sentence, fits, continues=continues, without=without, quoted=quoted, here=True)
        best = max((weight for _, weight in totals), default=0.0)
        tied = [entries for entries, weight in totals if weight > best - UNCLEAR]
        gender = PERSONAL.get(pronoun)
        # Of several who tie, nobody is meant whose given name is the other gender's.
        likely = [entries for entries in tied if entries[0].gender or entries[0].likely in {None, gender}]
        return likely if gender and likely else tied

    def people(self, start: int, sentence: int, without: Collection[int] = ()) -> list[tuple[Entry, float]]:
        """Every single person who was met, with how much they are in the reader's mind."""
        totals = self.weighed(start, sentence, _one_person, without=without, least=FAINT, once=True)
        return [(entries[0], weight) for entries, weight in totals]

    def weighed(
        self,
        start: int,
        sentence: int,
        fits: Callable[[Mention], float],
        *,
        continues: bool = False,
        without: Collection[int] = (),
        quoted: bool = False,
        least: float = 0.0,
        once: bool = False,
        here: bool = False,
    ) -> list[tuple[tuple[Entry, ...], float]]:
        """Who was met before ``start``, the last first, each with a weight: nearness, subject, who spoke, how often.

        ``fits`` says how well a mention goes with what is looked for, 0 if it cannot; ``least`` is what a mention is
        worth that is farther away than any pronoun reaches; ``once``: how often somebody was met does not count.
        """
        within: set[tuple[int, ...]] = set()
        weights: dict[tuple[int, ...], float] = {}
        entries: dict[tuple[int, ...], tuple[Entry, ...]] = {}
        again: dict[tuple[int, ...], float] = {}
        counted: set[tuple[int, ...]] = set()
        spoke = False
        paragraph = self._paragraph(sentence) if here else 0
        lowest = max(0, bisect_left(self._starts, start) - FARTHEST)
        for at in range(bisect_left(self._starts, start) - 1, lowest - 1, -1):
            mention = self.mentions[at]
            back = sentence - mention.sentence
            far = back >= len(NEARNESS)
            if far and not least:
                break
            fit = fits(mention)
            if back < 0 or not fit or (without and any(one in without for one in mention.key)):
                continue
            near = least if far else NEARNESS[back][0 if mention.subject else 1]
            if mention.open:
                # A name that two people bear: each of them is as likely.
                for entry in mention.entries:
                    one = (id(entry),)
                    entries.setdefault(one, (entry,))
                    weights[one] = max(weights.get(one, 0.0), near)
                continue
            weight = near * fit
            if mention.sentence < paragraph:
                weight *= BEFORE_PARAGRAPH
            elif fit >= 1 and not mention.quoted and not mention.owner:
                within.add(mention.key)
            weight *= (INSIDE_QUOTATION if mention.quoted and not quoted else 1) * (OWNER if mention.owner else 1)
            if mention.spoke:
                weight += SPOKE * SPEAKING_ON[min(back, len(SPEAKING_ON) - 1)] * (not far) + (
                    CONTINUES if continues and not spoke else 0
                )
                spoke = True
            key = mention.key
            entries[key] = mention.entries
            # Met several times: the nearest mention counts, the others add a little.
            if key in counted and not mention.pronoun:
                again[key] = min(MOST_AGAIN, again.get(key, 0.0) + AGAIN)
            weights[key] = max(weights.get(key, 0.0), weight)
            if not mention.pronoun:
                counted.add(key)
        if here and len(within) == 1:
            # The only one of whom this paragraph told.
            weights = {key: weight * (1 if key in within else ONLY_BEFORE) for key, weight in weights.items()}
        return [
            (
                entries[key],
                weight
                + (0.0 if once else again.get(key, 0.0))
                + (MAIN if len(key) == 1 and entries[key][0].main else 0.0),
            )
            for key, weight in weights.items()
        ]

    def nearest(
        self, start: int, sentence: int, kinds: Container[SpeakerKind], reach: int, *, owners: bool = True
    ) -> list[Entry]:
        """All of these kinds that were met within so many sentences, the last first."""
        found: list[Entry] = []
        at = bisect_left(self._starts, start)
        for mention in reversed(self.mentions[max(0, at - FARTHEST) : at]):
            if sentence - mention.sentence > reach:
                break
            if mention.quoted or mention.open or (mention.owner and not owners):
                continue
            for entry in mention.entries:
                if entry.kind in kinds and entry not in found:
                    found.append(entry)
        return found

    def subjects(self, sentence: int, start: int) -> list[Entry]:
        """Who does something in a sentence before a place."""
        found: list[Entry] = []
        for mention in reversed(self.mentions[: bisect_left(self._starts, start)]):
            if mention.sentence != sentence:
                break
            found += mention.entries if mention.subject else ()
        return found

    def within(self, start: int, end: int) -> list[Mention]:
        """The mentions that begin in a range."""
        return self.mentions[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def around(self, start: int) -> list[Mention]:
        """The mentions before a place and behind it, as many as are ever looked at."""
        at = bisect_left(self._starts, start)
        return self.mentions[max(0, at - FARTHEST) : at + FARTHEST]

    def last_pair(self, start: int, sentence: int, kinds: Container[SpeakerKind], reach: int = 4) -> tuple[Entry, ...]:
        """The last several who were met together, all of these kinds."""
        at = bisect_left(self._starts, start)
        for mention in reversed(self.mentions[max(0, at - FARTHEST) : at]):
            if sentence - mention.sentence > reach:
                break
            if len(mention.entries) > 1 and not mention.open and all(entry.kind in kinds for entry in mention.entries):
                return mention.entries
        return ()


def _fits(pronoun: str, mention: Mention) -> float:
    """How well the mention goes with the pronoun, 0 where it cannot."""
    several = len(mention.entries) > 1 and not mention.open
    if pronoun in PLURAL:
        if several:
            return 1.0
        kind = mention.entries[0].kind
        if kind == SpeakerKind.GROUP:
            return 1.0
        if kind == SpeakerKind.ANONYMOUS:
            # "They" for one person of unstated gender: "A spokesperson said ... They added".
            if plural_noun(head_of(mention.entries[0].name)):
                return 1.0
            return 0.0 if pronoun == "both" or mention.entries[0].gender else SINGULAR_THEY
        return 0.4 if kind in MANY and pronoun != "both" else 0.0
    if several:
        return 0.0
    entry = mention.entries[0]
    if pronoun in NEUTRAL:
        return 1.0 if entry.kind in THINGS else 0.0
    gender = PERSONAL.get(pronoun)
    if entry.phrase and not person_like(entry.name):
        return 0.0
    if entry.kind not in PEOPLE or (gender and entry.gender not in {None, gender}):
        return 0.0
    if gender and entry.gender is None and entry.likely:
        return LIKELY if entry.likely == gender else UNLIKELY
    return SURE if gender and entry.gender == gender else 1.0


def _one_person(mention: Mention) -> float:
    """Whether a mention is of one person; whoever is only described in a quotation is known to the quoted."""
    if (len(mention.entries) > 1 and not mention.open) or mention.entries[0].kind not in PEOPLE:
        return 0.0
    return 0.0 if mention.quoted and mention.entries[0].phrase else 1.0

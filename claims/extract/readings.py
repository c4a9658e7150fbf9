"""Reads one unit: which constructions of reported speech it holds.

Order matters. What frames a whole sentence ("The port is shut, Halden said") is read before what
begins inside it; a verb inside content that is taken already is left alone.
"""

from __future__ import annotations

from collections.abc import Sequence

from claims.extract.contents import NAMING, content_end, opening_after, tail_of_cue
from claims.extract.cues import Cue, cues_of
from claims.extract.drafts import Draft
from claims.extract.grammar import ENDS, PREPOSITIONS, times, verb_like
from claims.extract.reporting import NOUNS_TOO, SAYING_PLACES, SUBORDINATE
from claims.extract.sentences import Range
from claims.extract.subjects import Phrase, simple_subject, subject_after, subject_at, subject_before, subject_of_pair
from claims.extract.units import Token
from claims.extract.words import listed
from claims.vocabulary import Attitude

PAPERS = listed("statement letter email e-mail message response tweet post release memo note speech report article")
"""What somebody issues: ``released a statement saying`` is said by who released it."""
UNNAMED_WISH = listed("named identified quoted anonymity")
STOPS_NAMING = listed("who which that whose while when but and he she it they we as")
NOT_GOING_ON = listed("who which whose where when while as after before according although though citing in at on from")
"""Words behind ", Halden said," that do not go on with what was said."""
CIRCUMSTANCES = listed("in on at during after before when while as asked speaking following since")
"""Words that open a phrase of time or place, which the writer adds."""
DATELINE = 14
"""A dateline ("BRIXHOLM, Jan. 4 —") has no more words and marks."""
CUE_WORDS = 12
"""No wording before a colon is longer and still a cue: ``released the following statement:``."""
FULL_QUOTATION = 4
"""A quotation of so many words may be a sentence of its own."""


class Reading:
    """The state of reading one unit: its words, and which of them are taken as content."""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self.end = _without_final_marks(tokens)
        self.taken = [False] * len(tokens)
        self.drafts: list[Draft] = []
        self.cues = cues_of(tokens)
        self.subjects = {cue.at: subject_before(tokens, cue.first, 0) for cue in self.cues if not cue.subordinate}
        self.stops = frozenset(self._voices())

    def _voices(self) -> list[int]:
        """Where, behind a comma, another subject begins to speak: ", but Halden said"."""
        found = []
        for subject in self.subjects.values():
            if subject is None or subject[0] < 2:
                continue
            before = subject[0] - 1
            if self.tokens[before].lower in {"and", "but", "while", "although", "though", "whereas"}:
                before -= 1
            if self.tokens[before].text in {",", ";", "—", "–"}:
                found.append(before)
        return found

    def free(self, first: int, end: int) -> bool:
        """Whether none of the words are content already."""
        return not any(self.taken[first:end])

    def take(self, rule: str, cue: Phrase, source: Phrase | None, contents: Sequence[Phrase], verb: Cue | None) -> None:
        """Keep one attribution."""
        for first, end in contents:
            self.taken[first:end] = [True] * (end - first)
        draft = Draft(rule=rule, content=[self.range(piece) for piece in contents], cue=[self.range(cue)])
        if source:
            draft.source = [self.range(source)]
        if verb:
            wish = rule == "infinitive" and verb.verb.attitude == Attitude.BELIEF
            draft.attitude = Attitude.INTENTION if wish else verb.verb.attitude
        self.drafts.append(draft)

    def range(self, phrase: Phrase) -> Range:
        """The characters of a phrase."""
        return self.tokens[phrase[0]].start, self.tokens[phrase[1] - 1].end


def read_unit(tokens: Sequence[Token]) -> list[Draft]:
    """The attributions of one unit, in the order of their first words."""
    reading = Reading(tokens)
    used: set[int] = set()
    for rule in (_behind_a_quotation, _between_commas, _behind_a_clause, _turned_round):
        for cue in reading.cues:
            if cue.at not in used and reading.free(cue.first, cue.end) and rule(reading, cue):
                used.add(cue.at)
    _according_to(reading)
    for cue in reading.cues:
        if cue.at not in used and reading.free(cue.first, cue.end) and _before_its_content(reading, cue):
            used.add(cue.at)
    _label(reading)
    _introduces(reading, used)
    return sorted(reading.drafts, key=lambda draft: draft.start)


def _behind_a_quotation(reading: Reading, cue: Cue) -> bool:
    """``"We are done," said Halden.`` - ``"We are done," Halden said.``"""
    if "Q" not in cue.verb.frames or cue.subordinate:
        return False
    tokens = reading.tokens
    place = _quotation_before(reading, cue)
    if place is None:
        return False
    quoted, source, behind = place
    first = _clause_start(reading, quoted)
    if not reading.free(first, quoted + 1):
        return False
    contents = [(first, quoted + 1)]
    if behind < len(tokens) and tokens[behind].text in {",", ":", ".", "—", "–"}:
        behind += 1
    if behind < len(tokens) and tokens[behind].quotation:
        contents.append((behind, behind + 1))
    reading.take("quotation before", (cue.first, cue.end), source, contents, cue)
    return True


def _quotation_before(reading: Reading, cue: Cue) -> tuple[int, Phrase | None, int] | None:
    """The quotation, the speaker, and the word behind both."""
    tokens = reading.tokens
    inverted = cue.first - 1
    if inverted >= 0 and tokens[inverted].text in {",", "—", "–"}:
        inverted -= 1
    if inverted >= 0 and tokens[inverted].quotation:
        after = cue.end
        source = subject_after(tokens, after, len(tokens))
        return inverted, source, source[1] if source else after
    source = reading.subjects.get(cue.at)
    if source is None:
        return None
    before = source[0] - 1
    if before >= 0 and tokens[before].text in {",", "—", "–"}:
        before -= 1
    if before < 0 or not tokens[before].quotation or not _said_whole(tokens[before]):
        return None
    behind = cue.end
    opening = opening_after(tokens, cue, cue.end, reading.end) if cue.end < reading.end else None
    first = _clause_start(reading, before)
    if first < before and any(
        other.at < before and other.at >= first and reading.subjects.get(other.at) for other in reading.cues
    ):
        # "Although Brel said it was "a start", Halden called ...": the quotation belongs to the first verb.
        return None
    introduces = opening is not None and opening.rule not in {"quotation", "colon"}
    closed = tokens[source[0] - 1].text == "," or tokens[before].text.rstrip("\"”’'»").endswith((",", "?", "!"))
    if introduces and not closed:
        return None
    if opening is not None and opening.rule == "quotation":
        behind = opening.at
    return before, source, behind


def _said_whole(token: Token) -> bool:
    """Whether a quotation reads like something said, rather than a word held up with tongs."""
    inner = token.text.strip("\"“”„‟‘’'«»`")
    return (
        inner.endswith((",", ".", "!", "?", "…", "—", "–"))
        or len(inner.split()) >= FULL_QUOTATION
        or len(inner.split()) > 1
    )


def _clause_start(reading: Reading, quoted: int) -> int:
    """Where the sentence begins that ends in a quotation: ``It was "a farce," he said``."""
    first = quoted
    while first > 0 and not reading.taken[first - 1] and reading.tokens[first - 1].text not in {";", ":"}:
        token = reading.tokens[first - 1]
        if token.text in ENDS:
            break
        first -= 1
    if reading.tokens[quoted].text.strip("\"“”„‟‘’'«»`")[:1].isupper() and quoted - first < 2:
        return quoted
    return first


def _behind_a_clause(reading: Reading, cue: Cue) -> bool:
    """``The port is shut, Halden said on Monday.``"""
    tokens = reading.tokens
    if "C" not in cue.verb.frames:
        return False
    if cue.subordinate or not tail_of_cue(tokens, cue.end, len(tokens), recipient="R" in cue.verb.frames):
        return False
    source = reading.subjects.get(cue.at)
    if source is None:
        return False
    before = source[0] - 1
    if before < 3 or tokens[before].text != "," or tokens[before - 1].quotation or not reading.free(0, before):
        return False
    first = _opening(tokens, before)
    if before - first < 3 or _mere_circumstance(tokens, first, before):
        return False
    reading.take("clause before", (cue.first, cue.end), source, [(first, before)], cue)
    return True


def _mere_circumstance(tokens: Sequence[Token], first: int, end: int) -> bool:
    """Whether words say only when or where: ``When the wall broke, Halden said``, ``In Orsk, Halden said``."""
    if any(token.text == "," for token in tokens[first:end]):
        return False
    opener = tokens[first].lower
    if opener in {"if", "when", "while", "as", "after", "before", "since", "asked"}:
        return True
    return opener in PREPOSITIONS and not any(verb_like(token) for token in tokens[first:end])


def _turned_round(reading: Reading, cue: Cue) -> bool:
    """``The port is shut, said Halden, who runs it.``"""
    tokens = reading.tokens
    comma = cue.first - 1
    if cue.subordinate or cue.verb.form not in {"past", "s"} or comma < 3 or tokens[comma].text != ",":
        return False
    if "C" not in cue.verb.frames or tokens[comma - 1].quotation or not reading.free(0, comma):
        return False
    if reading.subjects.get(cue.at) is not None or tokens[cue.at].lower in NOUNS_TOO:
        return False
    source = subject_after(tokens, cue.end, reading.end)
    if source is None or (source[1] < reading.end and not _closes(tokens[source[1]])):
        return False
    opening = subject_at(tokens, 0, comma)
    if opening is None or opening[1] >= comma:
        # "Brel, said ..." has no clause before the comma.
        return False
    reading.take("clause before", (cue.first, cue.end), source, [(_opening(tokens, comma), comma)], cue)
    return True


def _closes(token: Token) -> bool:
    return token.mark or token.lower in SAYING_PLACES or times(token) or token.lower in {"who", "which", "as", "when"}


def _between_commas(reading: Reading, cue: Cue) -> bool:
    """``The port, Halden said, is shut.``"""
    tokens = reading.tokens
    source = reading.subjects.get(cue.at)
    if source is None or cue.subordinate or "C" not in cue.verb.frames or cue.end >= reading.end:
        return False
    before = source[0] - 1
    if before < 1 or tokens[before].text != "," or source[1] - source[0] > 8 or not reading.free(0, before):
        return False
    behind = cue.end + 1 if tokens[cue.end].text == "," else cue.end
    if behind == cue.end and not tokens[behind].quotation:
        return False
    if behind >= reading.end or tokens[behind].lower in NOT_GOING_ON or tokens[behind].lower in SUBORDINATE:
        return False
    first = _opening(tokens, before)
    if tokens[first].lower in CIRCUMSTANCES and tokens[behind].quotation and not tokens[behind].text[1:2].islower():
        return False
    end = content_end(tokens, behind, reading.end, reading.stops)
    if end <= behind or first >= before or tokens[before - 1].quotation:
        return False
    reading.take("parenthesis", (cue.first, cue.end), source, [(first, before), (behind, end)], cue)
    return True


def _opening(tokens: Sequence[Token], end: int) -> int:
    """Where what is said begins: behind a dateline and a leading "But"."""
    dash = next((k for k in range(min(DATELINE, end)) if tokens[k].text in {"—", "–"}), None)
    first = dash + 1 if dash is not None and tokens[0].text.isupper() else 0
    while first < end and tokens[first].lower in {"but", "and", "still", "yet"}:
        first += 1
    return first


def _before_its_content(reading: Reading, cue: Cue) -> bool:
    """``Halden said that the port is shut``; ``, adding that it will stay so``."""
    tokens = reading.tokens
    opening = opening_after(tokens, cue, cue.end, reading.end)
    if opening is None or reading.taken[opening.at]:
        return False
    wishes = {token.lower for token in tokens[opening.at : opening.at + 4]} & UNNAMED_WISH
    if "anonymity" in wishes or (wishes and opening.rule == "infinitive"):
        # "who asked not to be named" tells of the speaker, not what was said.
        return False
    source = _source_of(reading, cue)
    if source is None:
        return False
    end = content_end(tokens, opening.at, reading.end, reading.stops)
    end = next((k for k in range(opening.at, end) if reading.taken[k]), end)
    if tokens[source[0]].lower in {"who", "which"}:
        end = _relative_end(tokens, source[0], opening.at, end)
    if cue.verb.lemma in NAMING and opening.rule in {"quotation", "object"}:
        end = next(k for k in range(opening.at, end) if tokens[k].quotation) + 1
    if end <= opening.at:
        return False
    rule = "quotation after" if opening.rule == "quotation" else opening.rule
    reading.take("adding" if cue.subordinate else rule, (cue.first, opening.cue_end), source, [(opening.at, end)], cue)
    return True


def _relative_end(tokens: Sequence[Token], who: int, at: int, end: int) -> int:
    """Where a relative clause ends: with its comma, or where the main verb goes on behind one."""
    for k in range(at + 1, end):
        goes_on = k + 1 < end and verb_like(tokens[k + 1])
        if tokens[k].text == "," and (goes_on or tokens[who - 1].text == ","):
            return k
    return end


def _source_of(reading: Reading, cue: Cue) -> Phrase | None:
    tokens = reading.tokens
    if not cue.subordinate:
        found = reading.subjects.get(cue.at)
        if found is not None:
            return found
        if cue.first == 0 or tokens[cue.first - 1].lower not in {"and", "but", "or", ","}:
            return None
    if cue.subordinate and cue.first and not tokens[cue.first - 1].mark:
        beside = simple_subject(tokens, cue.first, 0)
        if beside is not None and tokens[cue.first - 1].lower not in PAPERS:
            return beside
    earlier = [draft for draft in reading.drafts if draft.source and draft.cue[0][0] < tokens[cue.at].start]
    if earlier:
        return _phrase_of(tokens, earlier[-1].source[0])
    return subject_at(tokens, 0, cue.first) if cue.subordinate else subject_of_pair(tokens, cue.first)


def _phrase_of(tokens: Sequence[Token], place: Range) -> Phrase:
    first = next(k for k, token in enumerate(tokens) if token.start == place[0])
    end = next(k for k, token in enumerate(tokens) if token.end == place[1])
    return first, end + 1


def _according_to(reading: Reading) -> None:
    """``According to the port, it is shut`` and ``It is shut, according to the port``."""
    tokens = reading.tokens
    for at in range(len(tokens) - 2):
        if tokens[at].lower != "according" or tokens[at + 1].lower != "to" or not reading.free(at, at + 2):
            continue
        source = _named_after(tokens, at + 2, reading.end)
        if source is None:
            continue
        before = at - 1 if at and tokens[at - 1].text == "," else at
        behind = source[1]
        if before > 2 and reading.free(0, before) and tokens[0].lower != "according":
            first = _last_clause(tokens, _opening(tokens, before), before)
            reading.take("according to", (at, at + 2), source, [(first, before)], None)
        elif behind + 1 < reading.end and tokens[behind].text == ",":
            end = content_end(tokens, behind + 1, reading.end, reading.stops)
            if end > behind + 1 and reading.free(behind + 1, end):
                reading.take("according to", (at, at + 2), source, [(behind + 1, end)], None)


def _named_after(tokens: Sequence[Token], at: int, end: int) -> Phrase | None:
    """Whom ``according to`` names: all up to the next comma."""
    source = subject_after(tokens, at, end)
    if source is None:
        return None
    stop = source[1]
    while (
        stop < end and not tokens[stop].mark and tokens[stop].lower not in STOPS_NAMING and not verb_like(tokens[stop])
    ):
        stop += 1
    return source[0], stop


def _last_clause(tokens: Sequence[Token], first: int, end: int) -> int:
    """Leave out what a colon or a dash divides from the clause right before ``according to``."""
    for k in range(end - 4, first, -1):
        if tokens[k].text in {":", ";", "—", "("}:
            return k + 1
    return first


def _label(reading: Reading) -> None:
    """``Halden: "We are done."``"""
    tokens = reading.tokens
    for at in range(1, min(6, len(tokens) - 1)):
        if tokens[at].text == ":" and tokens[at + 1].quotation and not reading.drafts:
            if all(token.capital for token in tokens[:at]):
                reading.take("label", (at, at + 1), (0, at), [(at + 1, at + 2)], None)
            return


def _introduces(reading: Reading, used: set[int]) -> None:
    """``She went on to say:`` at the end of a unit: its quotation is in the next one."""
    tokens = reading.tokens
    if tokens[-1].text != ":":
        return
    for cue in reversed(reading.cues):
        if cue.at in used or "Q" not in cue.verb.frames or not reading.free(cue.first, cue.end):
            continue
        source = _source_of(reading, cue)
        if source is None and cue.first == 0:
            source = subject_after(tokens, cue.end, len(tokens))
        if source is not None:
            reading.take("colon", (cue.first, cue.end), source, (), cue)
        return
    source = subject_at(tokens, 0, len(tokens) - 1)
    if source and source[1] < len(tokens) - 1 <= source[1] + CUE_WORDS and verb_like(tokens[source[1]]):
        reading.take("colon", (source[1], len(tokens) - 1), source, (), None)


def _without_final_marks(tokens: Sequence[Token]) -> int:
    end = len(tokens)
    while end and tokens[end - 1].mark and not tokens[end - 1].quotation and tokens[end - 1].text in ".!?…,;:":
        end -= 1
    return end

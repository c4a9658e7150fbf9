"""Reads one unit: which constructions of reported speech it holds.

Order matters. What frames a whole sentence ("The port is shut, Halden said") is read before what
begins inside it; a verb inside content that is taken already is left alone.
"""

from __future__ import annotations

from collections.abc import Sequence

from claims.extract.contents import NAMING, content_end, opening_after, tail_of_cue
from claims.extract.cues import Cue
from claims.extract.drafts import Draft
from claims.extract.grammar import ENDS, PREPOSITIONS, times, verb_like
from claims.extract.reading import Reading, behind_opening
from claims.extract.reporting import NOUNS_TOO, SAYING_PLACES, SUBORDINATE
from claims.extract.subjects import Phrase, subject_after, subject_at
from claims.extract.units import Token
from claims.extract.wordings import according_to, introduces, label
from claims.extract.words import listed

UNNAMED_WISH = listed("named identified quoted anonymity")
NOT_GOING_ON = listed("who which whose where when while as after before according although though citing in at on from")
"""Words behind ", Halden said," that do not go on with what was said."""
CIRCUMSTANCES = listed("in on at during after before when while as asked speaking following since")
"""Words that open a phrase of time or place, which the writer adds."""
FULL_QUOTATION = 4
"""A quotation of so many words may be a sentence of its own."""


def read_unit(tokens: Sequence[Token]) -> list[Draft]:
    """The attributions of one unit, in the order of their first words."""
    reading = Reading(tokens)
    used: set[int] = set()
    for rule in (_behind_a_quotation, _between_commas, _behind_a_clause, _turned_round):
        for cue in reading.cues:
            if cue.at not in used and reading.free(cue.first, cue.end) and rule(reading, cue):
                used.add(cue.at)
    according_to(reading)
    for cue in reading.cues:
        if cue.at not in used and reading.free(cue.first, cue.end) and _before_its_content(reading, cue):
            used.add(cue.at)
    label(reading)
    introduces(reading, used)
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
    first = behind_opening(tokens, before)
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
    reading.take("clause before", (cue.first, cue.end), source, [(behind_opening(tokens, comma), comma)], cue)
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
    first = behind_opening(tokens, before)
    if tokens[first].lower in CIRCUMSTANCES and tokens[behind].quotation and not tokens[behind].text[1:2].islower():
        return False
    end = content_end(tokens, behind, reading.end, reading.stops)
    if end <= behind or first >= before or tokens[before - 1].quotation:
        return False
    reading.take("parenthesis", (cue.first, cue.end), source, [(first, before), (behind, end)], cue)
    return True


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
    source = reading.source_of(cue)
    if source is None:
        return False
    end = content_end(tokens, opening.at, reading.end, reading.stops)
    end = next((k for k in range(opening.at, end) if reading.taken[k]), end)
    if tokens[source[0]].lower in {"who", "which"}:
        end = _relative_end(tokens, source[0], opening.at, end)
    if cue.verb.lemma in NAMING and opening.rule in {"quotation", "object"}:
        end = next((k + 1 for k in range(opening.at, end) if tokens[k].quotation), opening.at)
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

"""Cues that are no verb beside their content: "according to", a name and a colon, a wording before a colon."""

from __future__ import annotations

from collections.abc import Sequence

from claims.extract.contents import content_end
from claims.extract.grammar import verb_like
from claims.extract.reading import Reading, behind_opening
from claims.extract.subjects import Phrase, subject_after, subject_at
from claims.extract.units import Token
from claims.extract.words import listed

STOPS_NAMING = listed("who which that whose while when but and he she it they we as")
CUE_WORDS = 12
"""No wording before a colon is longer and still a cue: ``released the following statement:``."""
LABEL_WORDS = 5
"""No name before a colon has more words."""


def according_to(reading: Reading) -> None:
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
            first = _last_clause(tokens, behind_opening(tokens, before), before)
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


def label(reading: Reading) -> None:
    """``Halden: "We are done."``"""
    tokens = reading.tokens
    for at in range(1, min(LABEL_WORDS + 1, len(tokens) - 1)):
        if tokens[at].text == ":" and tokens[at + 1].quotation and not reading.drafts:
            if all(token.capital for token in tokens[:at]):
                reading.take("label", (at, at + 1), (0, at), [(at + 1, at + 2)], None)
            return


def introduces(reading: Reading, used: set[int]) -> None:
    """``She went on to say:`` at the end of a unit: its quotation is in the next one."""
    tokens = reading.tokens
    if not tokens or tokens[-1].text != ":":
        return
    for cue in reversed(reading.cues):
        if cue.at in used or "Q" not in cue.verb.frames or not reading.free(cue.first, cue.end):
            continue
        source = reading.source_of(cue)
        if source is None and cue.first == 0:
            source = subject_after(tokens, cue.end, len(tokens))
        if source is not None:
            reading.take("colon", (cue.first, cue.end), source, (), cue)
        return
    source = subject_at(tokens, 0, len(tokens) - 1)
    if source and source[1] < len(tokens) - 1 <= source[1] + CUE_WORDS and verb_like(tokens[source[1]]):
        reading.take("colon", (source[1], len(tokens) - 1), source, (), None)

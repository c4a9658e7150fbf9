"""What the network is to say about each piece: its role, and where its cue and its source stand."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from claims.extract.minilm.labels import LABELS
from claims.extract.minilm.pieces import Flags, Numbers, Pieces
from training.corpus import ROLES, Example

IGNORE = -100
NOWHERE = -1
"""A content without a cue, a cue without a source."""


@dataclass(frozen=True, slots=True)
class Targets:
    """Roles of all pieces; for the first piece of a content its cue, for that of a cue its source."""

    labels: Numbers
    cue: Numbers
    source: Numbers


def targets(example: Example, pieces: Pieces) -> Targets:
    """Spread the marks of an example over its pieces.

    A token has one role at most; where ranges overlap all the same, the shorter wins.
    """
    labels = np.zeros(len(pieces), np.int64)
    cue = np.full(len(pieces), IGNORE, np.int64)
    source = np.full(len(pieces), IGNORE, np.int64)
    owner = np.full(len(pieces), -1, np.int64)
    visible = pieces.ends > pieces.starts

    def covered(start: int, end: int) -> Numbers:
        return np.flatnonzero((pieces.starts < end) & (pieces.ends > start) & visible)

    heads: list[dict[str, int]] = []
    segments = []
    for number, marked in enumerate(example.marked):
        found = {role: [covered(*r) for r in marked.of(role)] for role in ROLES}
        heads.append({role: int(places[0][0]) for role, places in found.items() if places and len(places[0])})
        segments += [(role, places, number) for role in ROLES for places in found[role] if len(places)]
    for role, places, number in sorted(segments, key=lambda segment: -len(segment[1])):
        begins = LABELS.index(f"B-{role}")
        # A paragraph mark inside a content belongs to it: the network need not stop there.
        labels[places[0] : places[-1] + 1] = begins + 1
        labels[places[0]] = begins
        owner[places[0] : places[-1] + 1] = number
        cue[places], source[places] = IGNORE, IGNORE
        if role == "content":
            cue[places[0]] = heads[number].get("cue", NOWHERE)
        elif role == "cue":
            source[places[0]] = heads[number].get("source", NOWHERE)
    _begin_again(labels, owner, pieces.first)
    labels[~pieces.first & visible] = IGNORE
    return Targets(labels, cue, source)


def _begin_again(labels: Numbers, owner: Numbers, first: Flags) -> None:
    """What a shorter range cut in two begins again behind it."""
    for at in range(1, len(labels)):
        inside = labels[at] > 0 and labels[at] % 2 == 0
        if inside and first[at] and (labels[at - 1] not in (labels[at], labels[at] - 1) or owner[at - 1] != owner[at]):
            labels[at] -= 1

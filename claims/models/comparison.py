"""What claims of several articles have to do with each other: groups, pairs in them, and reprints."""

from __future__ import annotations

from pydantic import Field

from claims.models.base import MACHINE, Document, Share, Value
from claims.models.text import Span
from claims.vocabulary import ClaimRelation, PairDecision, PairRemark


class Decided(Value):
    """What one person said about two claims, and has not taken back."""

    actor: str
    decision: PairDecision
    at: str
    reason: str | None = None


class Pair(Value):
    """Two claims of one group that stand in different articles; ``a`` is the earlier one."""

    a: str
    b: str
    relation: ClaimRelation
    remark: PairRemark | None = None
    """What newsrooms call this case of the relation, where it has a name."""
    reason: str
    """One sentence that a reader understands."""
    decided_by: str = MACHINE
    """Who the relation rests on: the machine, or the people whose standing decisions agree."""
    decisions: tuple[Decided, ...] = ()
    """What people said about the pair, oldest first; where they disagree, the machine's relation is shown."""

    @property
    def conflict(self) -> bool:
        """Whether people disagree: one keeps apart what another puts together, or calls a contradiction the same."""
        said = {one.decision for one in self.decisions}
        apart = PairDecision.DIFFERENT in said and len(said) > 1
        return apart or {PairDecision.SAME, PairDecision.CONTRADICTS} <= said


class Group(Document):
    """Claims about the same thing, gathered around the earliest."""

    id: str
    about: str
    """The words of the earliest claim, without who says it."""
    claims: tuple[str, ...] = Field(min_length=1)
    """Ids, the earliest first: by publication, then by when the article was added, then by place."""
    pairs: tuple[Pair, ...] = ()


class Passage(Value):
    """The same words in two articles, as stretches of both texts."""

    first: Span
    """In the origin."""
    again: Span
    """In the other article."""


class Reprint(Document):
    """Two articles with the same copy, whole or in part; what both took from one wire counts as one report."""

    origin: str
    """The id of the article that had it first."""
    article: str
    share: Share
    """How much of the shorter of the two texts both have."""
    passages: tuple[Passage, ...] = ()


class Comparison(Document):
    """What ``claims compare`` found: groups, those with disagreements first, and reprints."""

    groups: tuple[Group, ...] = ()
    reprints: tuple[Reprint, ...] = ()

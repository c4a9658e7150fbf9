"""What leaves the house: events, segmentations, exports."""

from __future__ import annotations

from typing import Any

from pydantic import Field

from claims.models.base import Document
from claims.models.claim import Claim, Speaker
from claims.models.record import ClaimRecord
from claims.models.text import Article
from claims.vocabulary import Action, Policy


class Event(Document):
    """One act upon one thing. Events are only ever added; everything else follows from them."""

    seq: int
    """Local to the file."""
    id: str | None = None
    """Hash of the claim's previous event and the content; null when other hands wrote it."""
    at: str
    actor: str
    channel: str
    act_id: str
    """Shared by all that one command did."""
    action: Action
    claim_id: str | None = None
    article_id: str | None = None
    speaker_id: str | None = None
    setting: str | None = None
    pair: str | None = None
    """The ids of two claims, the smaller first, with a space between: somebody said how they relate."""
    version: int | None = None
    """The claim's version before."""
    change: dict[str, tuple[Any, Any]] = Field(default_factory=dict)
    """``{field: [before, after]}``."""
    reason: str | None = None
    policy: Policy | None = None
    guidelines: str | None = None
    undoes: int | None = None


class Segmentation(Document):
    """An article with its claims, outside any database."""

    article: Article
    claims: tuple[Claim, ...] = ()
    speakers: tuple[Speaker, ...] = ()


class ExportedClaim(ClaimRecord):
    """A claim with its whole history."""

    history: tuple[Event, ...] = ()


class Export(Document):
    """What ``claims export`` writes: verified claims with all that they rest on."""

    policy: Policy
    guidelines: str
    events: int
    """How many events the file holds: with ``head`` it shows whether a tail was cut off later."""
    head: str | None = None
    """Hash over all events up to the last."""
    articles: tuple[Article, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    claims: tuple[ExportedClaim, ...] = ()

"""Claims as the desk works on them: source, evidence, checks, verdict, status."""

from __future__ import annotations

from typing import Literal, Self

from pydantic import Field, model_validator

from claims.models.base import Document, IsoTime, Value
from claims.models.claim import Claim, Speaker
from claims.models.text import Span
from claims.vocabulary import AnchorState, CheckResult, Part, Stance, Status, Verdict


class TextQuoteSelector(Value):
    """The words with what stands before and after them (W3C Web Annotation)."""

    type: Literal["TextQuoteSelector"] = "TextQuoteSelector"
    exact: str
    prefix: str = ""
    suffix: str = ""


class TextPositionSelector(Value):
    """The place in code points (W3C Web Annotation)."""

    type: Literal["TextPositionSelector"] = "TextPositionSelector"
    start: int
    end: int


class Selector(Value):
    """Where one span of a claim stands, twice: by its words and by its place."""

    part: Part
    quote: TextQuoteSelector
    position: TextPositionSelector


class Source(Value):
    """The article a claim stands in, and where."""

    article_id: str
    publisher: str | None = None
    url: str | None = None
    title: str | None = None
    published: IsoTime | None = None
    revision: int
    sha256: str
    selectors: tuple[Selector, ...] = ()


class Anchor(Value):
    """Where a claim's words stand in one revision, and how surely."""

    claim_id: str
    revision: int
    spans: tuple[Span, ...] = ()
    state: AnchorState


class Evidence(Document):
    """What speaks for or against a claim."""

    id: str
    claim_id: str
    url: str | None = None
    citation: str | None = None
    title: str | None = None
    publisher: str | None = None
    excerpt: str | None = None
    stance: Stance
    primary: bool = False
    origin: str | None = None
    """The registrable domain or a named origin: two pieces of one origin are one."""
    confidential: bool = False
    accessed_at: IsoTime | None = None
    archived_url: str | None = None
    added_by: str
    retracted_by: str | None = None

    @model_validator(mode="after")
    def _can_be_found_again(self) -> Self:
        if not (self.url or self.citation):
            raise ValueError("evidence needs a url or a citation")
        return self


class Flag(Value):
    """What a machine noticed about a claim and somebody should look at."""

    id: str
    claim_id: str
    kind: str
    reason: str
    raised_at: str
    cleared_by: str | None = None


class Checks(Value):
    """The reviewer's answers."""

    attribution: CheckResult = CheckResult.NOT_CHECKED
    figures: CheckResult = CheckResult.NOT_CHECKED
    substance: CheckResult = CheckResult.NOT_CHECKED


class ClaimRecord(Claim):
    """A claim and where the work on it stands."""

    status: Status
    verdict: Verdict | None = None
    checks: Checks = Checks()
    rationale: str | None = None
    version: int = Field(ge=0)
    """How many acts of people the claim has seen; 0 is untouched."""
    source: Source
    labels: tuple[str, ...] = ()
    wording: str | None = None
    """An editor's own formulation, apart from the words in the article."""
    evidence: tuple[Evidence, ...] = ()
    anchor: Anchor | None = None
    flags: tuple[Flag, ...] = ()


class ArticleEntry(Document):
    """An article as a listing shows it: its particulars, and how much of its claims is done."""

    id: str
    url: str | None = None
    title: str | None = None
    publisher: str | None = None
    byline: str | None = None
    published: IsoTime | None = None
    language: str | None = None
    revision: int
    added_at: str
    claims: int
    open: int
    verified: int


class SpeakerEntry(Speaker):
    """A speaker as a listing shows it, with the number of claims that they make."""

    claims: int

"""The values that travel through Claimdesk: what an article says, who says it, and where the work stands."""

from claims.models.base import (
    FORMAT_VERSION,
    MACHINE,
    Document,
    IsoTime,
    Value,
)
from claims.models.claim import (
    BROKEN,
    Attribution,
    Claim,
    ClaimSpeaker,
    Extraction,
    Extractor,
    Speaker,
    SpeakerRef,
    SpeakerRole,
)
from claims.models.comparison import Comparison, Decided, Group, Pair, Passage, Reprint
from claims.models.exchange import Event, Export, ExportedClaim, Segmentation
from claims.models.figure import Figure
from claims.models.interval import Interval
from claims.models.record import (
    Anchor,
    ArticleEntry,
    Checks,
    ClaimRecord,
    Evidence,
    Flag,
    Selector,
    Source,
    SpeakerEntry,
    TextPositionSelector,
    TextQuoteSelector,
)
from claims.models.text import Article, Revision, Span

__all__ = [
    "BROKEN",
    "FORMAT_VERSION",
    "MACHINE",
    "Anchor",
    "Article",
    "ArticleEntry",
    "Attribution",
    "Checks",
    "Claim",
    "ClaimRecord",
    "ClaimSpeaker",
    "Comparison",
    "Decided",
    "Document",
    "Event",
    "Evidence",
    "Export",
    "ExportedClaim",
    "Extraction",
    "Extractor",
    "Figure",
    "Flag",
    "Group",
    "Interval",
    "IsoTime",
    "Pair",
    "Passage",
    "Reprint",
    "Revision",
    "Segmentation",
    "Selector",
    "Source",
    "Span",
    "Speaker",
    "SpeakerEntry",
    "SpeakerRef",
    "SpeakerRole",
    "TextPositionSelector",
    "TextQuoteSelector",
    "Value",
]

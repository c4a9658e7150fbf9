"""The closed lists of words that values, tables and schemas share.

Each list is an enum of plain strings, so that SQL, JSON and Python spell a status, a verdict or a
modifier the same way.
"""

from __future__ import annotations

from enum import StrEnum


class Part(StrEnum):
    """Where in an article a span lies: a headline is a statement too."""

    TEXT = "text"
    TITLE = "title"


class Kind(StrEnum):
    """How a claim stands in the article."""

    QUOTE = "quote"
    """Verbatim, between quotation marks."""
    MIXED = "mixed"
    """Reported, partly verbatim."""
    INDIRECT = "indirect"
    """Reported without quotation marks."""
    STATEMENT = "statement"
    """A checkable assertion in the article's own voice."""


class Attitude(StrEnum):
    """What a speaker does with the content: assert it, hold it, intend it or ask it."""

    ASSERTION = "assertion"
    BELIEF = "belief"
    INTENTION = "intention"
    QUESTION = "question"


class Status(StrEnum):
    """How far the work on a claim has come."""

    EXTRACTED = "extracted"
    TAGGED = "tagged"
    IN_REVIEW = "in_review"
    VERIFIED = "verified"
    DISPUTED = "disputed"
    DISMISSED = "dismissed"
    WITHDRAWN = "withdrawn"


class Verdict(StrEnum):
    """What was found; ``verified`` says only that the review is finished."""

    SUPPORTED = "supported"
    REFUTED = "refuted"
    CONFLICTING = "conflicting"
    MISLEADING_CONTEXT = "misleading_context"
    NOT_ENOUGH_EVIDENCE = "not_enough_evidence"
    NOT_CHECKABLE = "not_checkable"


class Check(StrEnum):
    """The questions a reviewer answers one by one."""

    ATTRIBUTION = "attribution"
    """Did they say it?"""
    FIGURES = "figures"
    """Are the numbers as in the source?"""
    SUBSTANCE = "substance"
    """Is it so?"""


class CheckResult(StrEnum):
    """The answer to one check."""

    OK = "ok"
    WRONG = "wrong"
    UNCLEAR = "unclear"
    NOT_CHECKED = "not_checked"


class DismissReason(StrEnum):
    """Why a claim is not worth the desk's time."""

    NOT_A_CLAIM = "not_a_claim"
    OPINION = "opinion"
    PREDICTION = "prediction"
    DUPLICATE = "duplicate"
    OUT_OF_SCOPE = "out_of_scope"
    EXTRACTION_ERROR = "extraction_error"


class Stance(StrEnum):
    """What a piece of evidence does to the claim."""

    SUPPORTS = "supports"
    REFUTES = "refutes"
    CONTEXT = "context"


class Policy(StrEnum):
    """What ``verified`` asks for."""

    SOLO = "solo"
    NEWSROOM = "newsroom"


class AnchorState(StrEnum):
    """How well a claim's words were found again in a revision."""

    EXACT = "exact"
    MOVED = "moved"
    CHANGED = "changed"
    AMBIGUOUS = "ambiguous"
    ORPHANED = "orphaned"


class SpeakerKind(StrEnum):
    """What sort of source a speaker is."""

    PERSON = "person"
    ORGANISATION = "organisation"
    GOVERNMENT = "government"
    GROUP = "group"
    DOCUMENT = "document"
    ANONYMOUS = "anonymous"


class SpeakerRelation(StrEnum):
    """What ties a speaker to a claim."""

    SAYS = "says"
    ON_BEHALF_OF = "on_behalf_of"
    CANDIDATE = "candidate"


class FigureKind(StrEnum):
    """What a figure measures."""

    MONEY = "money"
    PERCENT = "percent"
    PERCENTAGE_POINTS = "percentage_points"
    COUNT = "count"
    QUANTITY = "quantity"
    DURATION = "duration"
    AGE = "age"
    DATE = "date"
    TIME = "time"
    ORDINAL = "ordinal"
    RATIO = "ratio"
    RATE = "rate"
    MULTIPLE = "multiple"
    SCORE = "score"


class Modifier(StrEnum):
    """How the words bound or blur a figure."""

    ABOUT = "about"
    NEARLY = "nearly"
    AT_LEAST = "at_least"
    MORE_THAN = "more_than"
    AT_MOST = "at_most"
    LESS_THAN = "less_than"
    BETWEEN = "between"
    FROM_TO = "from_to"
    MAGNITUDE = "magnitude"


class Change(StrEnum):
    """The direction that the text gives a figure ("rose 3%")."""

    UP = "up"
    DOWN = "down"


class ClaimRelation(StrEnum):
    """What two claims about the same thing have to do with each other."""

    SAME = "same"
    COMPATIBLE = "compatible"
    """Both can hold: rounding, bounds ("more than 400" and 412)."""
    UPDATE = "update"
    """A running total that a later article carries on."""
    CONTRADICTION = "contradiction"
    """Both cannot hold."""
    QUOTE_VARIANT = "quote_variant"
    """The same quotation in other words, or from another speaker."""
    DIFFERENT_SCOPE = "different_scope"
    """The same thing over another period, unit or part of it."""


class PairRemark(StrEnum):
    """Cases of a relation that have a name of their own."""

    REVISED_DOWN = "revised_down"
    SCALE_SLIP = "scale_slip"
    UNIT_SLIP = "unit_slip"
    OTHER_SPEAKER = "other_speaker"


class PairDecision(StrEnum):
    """What a person can say about two claims."""

    SAME = "same"
    CONTRADICTS = "contradicts"
    TOGETHER = "together"
    """They belong in one group; how they relate is left to the machine."""
    DIFFERENT = "different"
    """They are about different things and share no group."""


class TaggerName(StrEnum):
    """What can find attributions."""

    MINILM = "minilm"
    """The trained network, the default."""
    RULES = "rules"
    """Quotation marks, reporting verbs and the order of words."""


class Action(StrEnum):
    """Everything that can happen to a claim, an article, a speaker, a setting or a pair; each is one event."""

    ADD = "add"
    REVISE = "revise"
    DESCRIBE = "describe"
    EXTRACT = "extract"
    MARK = "mark"
    TAG = "tag"
    EDIT = "edit"
    NOTE = "note"
    LABEL = "label"
    UNLABEL = "unlabel"
    ADD_EVIDENCE = "add_evidence"
    RETRACT_EVIDENCE = "retract_evidence"
    SUBMIT = "submit"
    APPROVE = "approve"
    RETURN = "return"
    DISPUTE = "dispute"
    RESOLVE = "resolve"
    DISMISS = "dismiss"
    RESTORE = "restore"
    REOPEN = "reopen"
    WITHDRAW = "withdraw"
    CLEAR_FLAG = "clear_flag"
    COMPARE = "compare"
    """To say how two claims relate; the only act upon a pair."""
    UNDO = "undo"
    SET = "set"


TRANSITIONS: tuple[tuple[Action, Status, Status], ...] = (
    (Action.TAG, Status.EXTRACTED, Status.TAGGED),
    (Action.TAG, Status.TAGGED, Status.TAGGED),
    (Action.SUBMIT, Status.TAGGED, Status.IN_REVIEW),
    (Action.APPROVE, Status.IN_REVIEW, Status.VERIFIED),
    (Action.RETURN, Status.IN_REVIEW, Status.TAGGED),
    (Action.DISPUTE, Status.IN_REVIEW, Status.DISPUTED),
    (Action.RESOLVE, Status.DISPUTED, Status.IN_REVIEW),
    (Action.REOPEN, Status.VERIFIED, Status.IN_REVIEW),
    (Action.WITHDRAW, Status.VERIFIED, Status.WITHDRAWN),
    (Action.DISMISS, Status.EXTRACTED, Status.DISMISSED),
    (Action.DISMISS, Status.TAGGED, Status.DISMISSED),
    (Action.DISMISS, Status.IN_REVIEW, Status.DISMISSED),
    (Action.RESTORE, Status.DISMISSED, Status.EXTRACTED),
    # A person's own mark is confirmed by being made; words corrected in review go back a step.
    (Action.MARK, Status.EXTRACTED, Status.TAGGED),
    (Action.TAG, Status.IN_REVIEW, Status.TAGGED),
)
"""The life of a claim: what may be done, from where, leading where. The table ``transitions`` holds these rows."""

DECISIONS: tuple[Action, ...] = (
    Action.SUBMIT,
    Action.APPROVE,
    Action.RETURN,
    Action.DISPUTE,
    Action.RESOLVE,
    Action.DISMISS,
    Action.RESTORE,
    Action.REOPEN,
    Action.WITHDRAW,
)
"""The acts of ``claims decide``, in the order in which a claim meets them."""

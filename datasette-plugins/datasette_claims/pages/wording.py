"""What templates call: values as people read them, the same words as on the command line."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from claims.models import BROKEN, Claim, Event, Pair
from claims.vocabulary import (
    Action,
    Attitude,
    Check,
    CheckResult,
    ClaimRelation,
    DismissReason,
    FigureKind,
    Kind,
    Modifier,
    PairDecision,
    PairRemark,
    Policy,
    SpeakerKind,
    Stance,
    Status,
    Verdict,
)
from claims.wording.amounts import amount
from claims.wording.changes import changes
from claims.wording.words import clipped, counted, day, moment, one_line, role, spoken, who
from datasette_claims.pages.highlight import said

__all__ = [
    "ATTITUDES",
    "CHECKS",
    "DONE",
    "FIGURE_KINDS",
    "KINDS",
    "MODIFIERS",
    "POLICIES",
    "QUESTIONS",
    "REASONS",
    "RELATIONS",
    "RESULTS",
    "SPEAKER_KINDS",
    "STANCES",
    "STATUSES",
    "VERDICTS",
    "amount",
    "changes",
    "clipped",
    "counted",
    "cue",
    "day",
    "decision",
    "done",
    "host",
    "moment",
    "one_line",
    "plain_needs",
    "relation",
    "role",
    "said",
    "spoken",
    "web",
    "who",
]

KINDS, ATTITUDES, VERDICTS = tuple(Kind), tuple(Attitude), tuple(Verdict)
FIGURE_KINDS, MODIFIERS, POLICIES = tuple(FigureKind), tuple(Modifier), tuple(Policy)
CHECKS, RESULTS, STANCES = tuple(Check), tuple(CheckResult), tuple(Stance)
REASONS, SPEAKER_KINDS, STATUSES = tuple(DismissReason), tuple(SpeakerKind), tuple(Status)
RELATIONS = tuple(ClaimRelation)

QUESTIONS = {
    Check.ATTRIBUTION: "Did they say it?",
    Check.FIGURES: "Are the numbers as in the source?",
    Check.SUBSTANCE: "Is it so?",
}
"""What each check asks."""

DONE = {
    Action.ADD: "added",
    Action.REVISE: "revised",
    Action.DESCRIBE: "described",
    Action.EXTRACT: "found",
    Action.MARK: "marked as missed",
    Action.TAG: "tagged",
    Action.EDIT: "edited",
    Action.NOTE: "wrote a note",
    Action.LABEL: "labelled",
    Action.UNLABEL: "took a label off",
    Action.ADD_EVIDENCE: "added evidence",
    Action.RETRACT_EVIDENCE: "retracted evidence",
    Action.SUBMIT: "submitted for review",
    Action.APPROVE: "approved",
    Action.RETURN: "returned to tagging",
    Action.DISPUTE: "disputed",
    Action.RESOLVE: "resolved",
    Action.DISMISS: "dismissed",
    Action.RESTORE: "restored",
    Action.REOPEN: "reopened",
    Action.WITHDRAW: "withdrew",
    Action.CLEAR_FLAG: "cleared a flag",
    Action.COMPARE: "compared",
    Action.UNDO: "undid",
    Action.SET: "changed a setting",
}
"""What somebody did, after their name."""


_DECISIONS = {
    PairDecision.SAME: "the same",
    PairDecision.CONTRADICTS: "contradict each other",
    PairDecision.TOGETHER: "about the same thing",
    PairDecision.DIFFERENT: "different things",
}


def decision(said: PairDecision) -> str:
    """What a person says of two claims."""
    return _DECISIONS[said]


_REMARKS = {
    PairRemark.REVISED_DOWN: "revised down",
    PairRemark.SCALE_SLIP: "scale slip",
    PairRemark.UNIT_SLIP: "unit slip",
    PairRemark.OTHER_SPEAKER: "another speaker",
}


def relation(pair: Pair) -> str:
    """How two claims relate, with what newsrooms call the case."""
    return spoken(pair.relation) + (f": {_REMARKS[pair.remark]}" if pair.remark else "")


def done(event: Event, verdict: Verdict | None, undone: Event | None = None) -> str:
    """What an act did, for whoever has just done it, with the verdict it led to; of an undoing, what it took back."""
    told = undone or event
    what = DONE[told.action]
    found: str | None = None
    if told.action == Action.DISMISS:
        found = told.reason
    elif told.action == Action.APPROVE:
        # An approval may find the verdict as it stood, and then changes none.
        found = told.change["verdict"][1] if "verdict" in told.change else verdict
    if undone:
        return f"Undone: {what} ({spoken(found)})." if found else f"Undone: {what}."
    what = what[0].upper() + what[1:]
    return f"{what}: {spoken(found)}." if found else f"{what}."


def cue(claim: Claim) -> str:
    """The words by which somebody else's words are reported, where those alone may read as their opposite."""
    if claim.kind not in {Kind.INDIRECT, Kind.MIXED}:
        return ""
    return BROKEN.join(dict.fromkeys(" ".join(span.text.split()) for span in claim.cue_spans))


# Refusals are worded for the command line: what would be typed there says nothing on a page.
_TYPED = re.compile(r" \((?:[^()]*\s)?(?:--|claims )[^()]*\)")


def plain_needs(need: str) -> str:
    """What a policy asks for, without what one would type in a terminal."""
    return _TYPED.sub("", need)


def host(url: str) -> str:
    """The name of the place a link leads to."""
    return urlsplit(url).netloc.removeprefix("www.") or url


def web(url: str | None) -> str | None:
    """An address that may be a link: of the web, and nothing that a browser would run."""
    return url if url and urlsplit(url).scheme in {"http", "https"} else None

"""What looks how. Colour only helps: whatever it says is also said in words."""

from __future__ import annotations

from claims.vocabulary import CheckResult, ClaimRelation, Stance, Status, Verdict

HEAD = "bold"
DIM = "dim"
ID = "cyan"
NAME = "bold"
VALUE = "bold cyan"
CLAIM = "bold"
SOURCE = "green"
WARNING = "bold yellow"

STATUS = {
    Status.EXTRACTED: "dim",
    Status.TAGGED: "blue",
    Status.IN_REVIEW: "yellow",
    Status.VERIFIED: "bold green",
    Status.DISPUTED: "bold red",
    Status.DISMISSED: "dim",
    Status.WITHDRAWN: "dim",
}
VERDICT = {
    Verdict.SUPPORTED: "bold green",
    Verdict.REFUTED: "bold red",
    Verdict.CONFLICTING: "bold magenta",
    Verdict.MISLEADING_CONTEXT: "bold magenta",
    Verdict.NOT_ENOUGH_EVIDENCE: "bold yellow",
    Verdict.NOT_CHECKABLE: "bold yellow",
}
"""A verified claim takes the colour of its verdict: verified and refuted must not look like true."""

STANCE = {Stance.SUPPORTS: "green", Stance.REFUTES: "red", Stance.CONTEXT: "dim"}
CHECK = {
    CheckResult.OK: "green",
    CheckResult.WRONG: "red",
    CheckResult.UNCLEAR: "yellow",
    CheckResult.NOT_CHECKED: "dim",
}
RELATION = {
    ClaimRelation.SAME: "green",
    ClaimRelation.COMPATIBLE: "green",
    ClaimRelation.UPDATE: "blue",
    ClaimRelation.CONTRADICTION: "bold red",
    ClaimRelation.QUOTE_VARIANT: "yellow",
    ClaimRelation.DIFFERENT_SCOPE: "magenta",
}

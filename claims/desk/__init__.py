"""One function for each act: what the command line, the terminal app and the pages call."""

from claims.desk.acts import Outcome, Seen, act, see
from claims.desk.adding import Added, add, resegment, segment
from claims.desk.checking import Problem, check
from claims.desk.deciding import Decision, decide
from claims.desk.evidence import EvidenceEntry, add_evidence, retract_evidence
from claims.desk.exporting import export, left_out, summary
from claims.desk.figuring import FigureCorrection
from claims.desk.policy import set_policy
from claims.desk.proposals import Difference
from claims.desk.tagging import Correction, clear_flag, label, mark, note, tag
from claims.desk.undoing import Undone, undo
from claims.store.events import Act

__all__ = [
    "Act",
    "Added",
    "Correction",
    "Decision",
    "Difference",
    "EvidenceEntry",
    "FigureCorrection",
    "Outcome",
    "Problem",
    "Seen",
    "Undone",
    "act",
    "add",
    "add_evidence",
    "check",
    "clear_flag",
    "decide",
    "export",
    "label",
    "left_out",
    "mark",
    "note",
    "resegment",
    "retract_evidence",
    "see",
    "segment",
    "set_policy",
    "summary",
    "tag",
    "undo",
]

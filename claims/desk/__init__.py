"""One function for each act: what the command line, the terminal app and the pages call."""

from claims.desk.acts import Outcome, Seen, act, see
from claims.desk.adding import Added, add, resegment, segment
from claims.desk.checking import Problem, check
from claims.desk.comparing import WORDS, Compared, compare
from claims.desk.deciding import Decision, decide
from claims.desk.evidence import EvidenceEntry, add_evidence, retract_evidence
from claims.desk.exporting import export, left_out, summary
from claims.desk.figuring import FigureCorrection
from claims.desk.pairing import confirm_group, decide_pair, merge_groups, move_claims, reject_group, split_group
from claims.desk.policy import set_policy
from claims.desk.proposals import Difference
from claims.desk.recalling import then_and_now
from claims.desk.speakers import (
    SpeakerView,
    add_alias,
    find_speaker,
    merge,
    rename,
    set_kind,
    set_wikidata,
    speaker_view,
    split,
)
from claims.desk.tagging import Correction, clear_flag, label, mark, note, tag
from claims.desk.undoing import Undone, undo
from claims.store.events import Act

__all__ = [
    "WORDS",
    "Act",
    "Added",
    "Compared",
    "Correction",
    "Decision",
    "Difference",
    "EvidenceEntry",
    "FigureCorrection",
    "Outcome",
    "Problem",
    "Seen",
    "SpeakerView",
    "Undone",
    "act",
    "add",
    "add_alias",
    "add_evidence",
    "check",
    "clear_flag",
    "compare",
    "confirm_group",
    "decide",
    "decide_pair",
    "export",
    "find_speaker",
    "label",
    "left_out",
    "mark",
    "merge",
    "merge_groups",
    "move_claims",
    "note",
    "reject_group",
    "rename",
    "resegment",
    "retract_evidence",
    "see",
    "segment",
    "set_kind",
    "set_policy",
    "set_wikidata",
    "speaker_view",
    "split",
    "split_group",
    "summary",
    "tag",
    "then_and_now",
    "undo",
]

"""One function for each act: what the command line, the terminal app and the pages call.

A module is read when one of its acts is first asked for: who compares two articles need not wait for what reads them.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from claims.desk.acts import Outcome, Seen, act, see
    from claims.desk.adding import Added, add, resegment, segment
    from claims.desk.checking import Problem, check
    from claims.desk.comparing import WORDS, Compared, compare
    from claims.desk.deciding import Decision, decide
    from claims.desk.evidence import EvidenceEntry, add_evidence, retract_evidence
    from claims.desk.exporting import export, left_out, summary
    from claims.desk.figuring import FigureCorrection
    from claims.desk.golding import GoldFile, gold
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

_ACTS = {
    "claims.desk.acts": "Outcome Seen act see",
    "claims.desk.adding": "Added add resegment segment",
    "claims.desk.checking": "Problem check",
    "claims.desk.comparing": "WORDS Compared compare",
    "claims.desk.deciding": "Decision decide",
    "claims.desk.evidence": "EvidenceEntry add_evidence retract_evidence",
    "claims.desk.exporting": "export left_out summary",
    "claims.desk.figuring": "FigureCorrection",
    "claims.desk.golding": "GoldFile gold",
    "claims.desk.pairing": "confirm_group decide_pair merge_groups move_claims reject_group split_group",
    "claims.desk.policy": "set_policy",
    "claims.desk.proposals": "Difference",
    "claims.desk.recalling": "then_and_now",
    "claims.desk.speakers": "SpeakerView add_alias find_speaker merge rename set_kind set_wikidata speaker_view split",
    "claims.desk.tagging": "Correction clear_flag label mark note tag",
    "claims.desk.undoing": "Undone undo",
    "claims.store.events": "Act",
}
_HOME = {name: module for module, names in _ACTS.items() for name in names.split()}


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    found = getattr(import_module(_HOME[name]), name)
    globals()[name] = found
    return found


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
    "GoldFile",
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
    "gold",
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

"""What an event changed, in words."""

from __future__ import annotations

from typing import Any

from claims.models import Event, Evidence, Figure
from claims.vocabulary import Check
from claims.wording.amounts import amount
from claims.wording.words import clipped, counted, spoken

LONGEST = 80

HIDDEN = {"spans", "source_spans", "cue_spans", "sha256", "marked", "claim", "cleared_flag"}
"""Fields whose change is seen in another field, or says nothing to people."""

NAMES = {"wording": "wording", "text": "words"} | {f"check_{check}": str(check) for check in Check}


def changes(event: Event) -> list[str]:
    """One line for each field that changed: before and after."""
    if event.pair:
        return [
            f"{' and '.join(id[:8] for id in event.pair.split())}: {_scalar('decision', *event.change['decision'])}"
        ]
    shown = []
    for field, (before, after) in event.change.items():
        if field not in HIDDEN:
            shown += _LISTS[field](before or [], after or []) if field in _LISTS else [_scalar(field, before, after)]
    return shown


def _scalar(field: str, before: Any, after: Any) -> str:
    name = NAMES.get(field, spoken(field))
    if before is None or before == "not_checked":
        return f"{name}: {_value(after)}"
    return f"{name}: {_value(before)} → {_value(after)}"


def _value(value: Any) -> str:
    if value is None:
        return "none"
    if isinstance(value, list | dict):
        return f"{len(value)}"
    return clipped(spoken(str(value)) if str(value).isidentifier() else str(value), LONGEST)


def _speakers(before: list[Any], after: list[Any]) -> list[str]:
    def named(speakers: list[Any]) -> str:
        names = [one["speaker"]["name"] if one.get("speaker") else "unknown" for one in speakers]
        return ", ".join(names) or "nobody"

    if named(before) == named(after):
        return [f"speaker: {named(after)}, confirmed"]
    return [f"speaker: {named(before)} → {named(after)}"]


def _figures(before: list[Any], after: list[Any]) -> list[str]:
    old, new = ({value["id"]: Figure.model_validate(value) for value in values} for values in (before, after))
    shown = [f"figure “{old[id].text}” dropped" for id in old if id not in new]
    shown += [f"figure “{new[id].text}” added: {amount(new[id])}" for id in new if id not in old]
    shown += [
        f"figure “{new[id].text}”: {_reading(old[id])} → {_reading(new[id])}"
        for id in new
        if id in old and old[id] != new[id]
    ]
    return shown


def _reading(figure: Figure) -> str:
    """The value, or all of a figure where values alone may not tell two apart."""
    return f"{amount(figure)} ({spoken(figure.kind)})"


def _evidence(before: list[Any], after: list[Any]) -> list[str]:
    old, new = ({value["id"]: Evidence.model_validate(value) for value in values} for values in (before, after))
    shown = [f"evidence {_piece(new[id])} added" for id in new if id not in old]
    shown += [f"evidence {_piece(old[id])} removed" for id in old if id not in new]
    for id in new:
        if id in old and old[id].retracted_by != new[id].retracted_by:
            shown.append(f"evidence {_piece(new[id])} {'retracted' if new[id].retracted_by else 'restored'}")
    return shown


def _piece(piece: Evidence) -> str:
    return f"({piece.stance}) {clipped(piece.title or piece.citation or piece.url or '', LONGEST)}"


def _labels(before: list[Any], after: list[Any]) -> list[str]:
    added = [f"label {label}" for label in after if label not in before]
    return added + [f"label {label} removed" for label in before if label not in after]


def _claims(before: list[Any], after: list[Any]) -> list[str]:
    old, new = {one["id"] for one in before}, {one["id"] for one in after}
    counts = ((len(new - old), "found"), (len(new & old), "found anew"), (len(old - new), "no longer found"))
    return [f"{counted(number, 'claim')} {what}" for number, what in counts if number]


_LISTS = {"speakers": _speakers, "figures": _figures, "evidence": _evidence, "labels": _labels, "claims": _claims}

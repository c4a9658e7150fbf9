"""One row for each act: its address, what it takes, and the function of ``desk`` that it calls."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from claims import desk
from claims.desk import Act, Outcome, Seen
from claims.errors import NotFound
from claims.models import ClaimRecord
from claims.store import Store, claims, groups
from claims.vocabulary import Check
from datasette_claims import inputs

Ids = Mapping[str, str]


def _as_given(store: Store, ids: Ids, given: Any) -> Any:
    return given


@dataclass(frozen=True)
class WebAct:
    """An act and where it stands."""

    name: str
    path: str
    takes: type[inputs.Given]
    do: Callable[[Store, Act, Ids, Any], ClaimRecord | None]
    done: str | None
    """What a person is told afterwards; None where the event that it led to says it."""
    page: str = "claim"
    """The page whose form it is, which a refusal shows again."""
    plain: Callable[[Store, Ids, Any], Any] = _as_given
    """Leaves out of a form what stands in it unchanged: a form sends all that it shows."""


def _only(outcome: Outcome) -> ClaimRecord:
    """The one claim that was acted upon; what it was refused for, raised."""
    for _, error in outcome.failed:
        raise error
    return outcome.done[0]


def _seen(ids: Ids, given: inputs.OfClaim) -> Seen:
    return Seen(id=ids["id"], version=given.version)


def _correction(given: inputs.TagInput) -> desk.Correction:
    return desk.Correction(**{name: getattr(given, name) for name in desk.Correction.model_fields})


def _tag(store: Store, by: Act, ids: Ids, given: inputs.TagInput) -> ClaimRecord:
    return _only(desk.tag(store, by, [_seen(ids, given)], _correction(given)))


def _changed(store: Store, ids: Ids, given: inputs.TagInput) -> inputs.TagInput:
    """The correction without the fields that say what is so already."""
    record = claims.record(store, ids["id"])
    speaker = record.speaker.name if record.speaker else None
    standing: dict[str, Any] = {
        "speaker": speaker,
        "text": record.text,
        "kind": record.kind,
        "wording": record.wording or "",
    }
    same = {name: None for name, value in standing.items() if getattr(given, name) == value}
    if "speaker" in same and record.speaker and given.speaker_kind == record.speaker.kind:
        same["speaker_kind"] = None
    figures = {figure.id: figure for figure in record.figures}
    kept = []
    for correction in given.figures:
        now = figures.get(correction.id)
        values = {
            name: value
            for name, value in correction.model_dump(exclude={"id"}, exclude_none=True).items()
            if now is None or value != (getattr(now, name) or "")
        }
        if values:
            kept.append(desk.FigureCorrection(id=correction.id, **values))
    return given.model_copy(update={**same, "figures": tuple(kept)})


def _label(store: Store, by: Act, ids: Ids, given: inputs.LabelInput) -> ClaimRecord:
    return _only(desk.label(store, by, [_seen(ids, given)], given.labels, remove=given.remove))


def _note(store: Store, by: Act, ids: Ids, given: inputs.NoteInput) -> ClaimRecord:
    return desk.note(store, by, _seen(ids, given), given.note)


def _evidence(store: Store, by: Act, ids: Ids, given: inputs.EvidenceInput) -> ClaimRecord:
    entry = desk.EvidenceEntry(**{name: getattr(given, name) for name in desk.EvidenceEntry.model_fields})
    return desk.add_evidence(store, by, _seen(ids, given), entry)


def _retract(store: Store, by: Act, ids: Ids, given: inputs.ReasonInput) -> ClaimRecord:
    done = desk.retract_evidence(store, by, ids["piece"], reason=given.reason, version=given.version)
    return _of(ids, done)


def _decide(store: Store, by: Act, ids: Ids, given: inputs.DecideInput) -> ClaimRecord:
    checks = {check: answer for check in Check if (answer := getattr(given, f"check_{check}")) is not None}
    decision = desk.Decision(
        action=given.action,
        verdict=given.verdict,
        checks=checks,
        rationale=given.rationale,
        reason=given.reason,
    )
    return _only(desk.decide(store, by, [_seen(ids, given)], decision))


def _undo(store: Store, by: Act, ids: Ids, given: inputs.ReasonInput) -> ClaimRecord:
    undone = desk.undo(store, by, ids["id"], reason=given.reason, version=given.version)
    return undone.claims[0]


def _clear(store: Store, by: Act, ids: Ids, given: inputs.ReasonInput) -> ClaimRecord:
    return _of(ids, desk.clear_flag(store, by, ids["flag"], reason=given.reason, version=given.version))


def _of(ids: Ids, done: ClaimRecord) -> ClaimRecord:
    """The claim, if it is the one that the address names; raising takes the act back."""
    if done.id != ids["id"]:
        raise NotFound(f"That does not belong to claim {ids['id']}.")
    return done


def _mark(store: Store, by: Act, ids: Ids, given: inputs.MarkInput) -> ClaimRecord:
    return desk.mark(
        store,
        by,
        ids["id"],
        given.words,
        start=given.start,
        speaker=given.speaker,
        speaker_kind=given.speaker_kind,
        kind=given.kind,
    )


def _policy(store: Store, by: Act, ids: Ids, given: inputs.PolicyInput) -> None:
    desk.set_policy(store, by, given.policy)


def _pair(store: Store, by: Act, ids: Ids, given: inputs.PairInput) -> None:
    desk.decide_pair(store, by, ids["a"], ids["b"], given.decision, reason=given.reason)


def _undo_pair(store: Store, by: Act, ids: Ids, given: inputs.ReasonOnly) -> None:
    desk.undo(store, by, pair=(ids["a"], ids["b"]), reason=given.reason)


def _confirm(store: Store, by: Act, ids: Ids, given: inputs.ReasonOnly) -> None:
    desk.confirm_group(store, by, ids["id"], reason=given.reason)


def _reject(store: Store, by: Act, ids: Ids, given: inputs.ReasonOnly) -> None:
    desk.reject_group(store, by, ids["id"], reason=given.reason)


def _split(store: Store, by: Act, ids: Ids, given: inputs.SplitInput) -> None:
    desk.split_group(store, by, ids["id"], given.claims, reason=given.reason)


def _merge(store: Store, by: Act, ids: Ids, given: inputs.MergeInput) -> None:
    desk.merge_groups(store, by, ids["id"], [groups.resolve(store, given.other)], reason=given.reason)


_CLAIM = r"/claim/(?P<id>[^/.]+)"
_GROUP = r"/group/(?P<id>[^/.]+)"
_PAIR = rf"{_GROUP}/pair/(?P<a>[^/.]+)/(?P<b>[^/.]+)"

ACTS: tuple[WebAct, ...] = (
    WebAct("tag", rf"{_CLAIM}/tag", inputs.TagInput, _tag, "Tagged.", plain=_changed),
    WebAct("label", rf"{_CLAIM}/label", inputs.LabelInput, _label, "Labels changed."),
    WebAct("note", rf"{_CLAIM}/note", inputs.NoteInput, _note, "Noted."),
    WebAct("evidence", rf"{_CLAIM}/evidence", inputs.EvidenceInput, _evidence, "Evidence added."),
    WebAct(
        "retract",
        rf"{_CLAIM}/evidence/(?P<piece>[^/.]+)/retract",
        inputs.ReasonInput,
        _retract,
        "Evidence retracted.",
    ),
    WebAct("decide", rf"{_CLAIM}/decide", inputs.DecideInput, _decide, None),
    WebAct("undo", rf"{_CLAIM}/undo", inputs.ReasonInput, _undo, None),
    WebAct("clear", rf"{_CLAIM}/flag/(?P<flag>[^/.]+)/clear", inputs.ReasonInput, _clear, "Flag cleared."),
    WebAct("mark", r"/article/(?P<id>[^/.]+)/mark", inputs.MarkInput, _mark, "Marked as a claim.", page="article"),
    WebAct("pair", rf"{_PAIR}/decide", inputs.PairInput, _pair, "Noted how they relate.", page="group"),
    WebAct("unpair", rf"{_PAIR}/undo", inputs.ReasonOnly, _undo_pair, "Taken back.", page="group"),
    WebAct("confirm", rf"{_GROUP}/confirm", inputs.ReasonOnly, _confirm, "Confirmed: one thing.", page="group"),
    WebAct("reject", rf"{_GROUP}/reject", inputs.ReasonOnly, _reject, "Taken apart.", page="group"),
    WebAct("split", rf"{_GROUP}/split", inputs.SplitInput, _split, "Taken out of the group.", page="group"),
    WebAct("merge", rf"{_GROUP}/merge", inputs.MergeInput, _merge, "Merged.", page="group"),
    WebAct("policy", r"/policy", inputs.PolicyInput, _policy, "Policy set.", page="overview"),
)

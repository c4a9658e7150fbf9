"""What the acts take, as a form sends it and as JSON spells it: one model for both.

A form's empty field says nothing, except where emptying a field means something (``CLEARS``); a box that is
not ticked is not sent.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any, ClassVar, TypeVar
from urllib.parse import parse_qs

from pydantic import ValidationError

from claims.desk import Correction, EvidenceEntry
from claims.errors import InputError
from claims.models import Value
from claims.vocabulary import Action, CheckResult, Kind, PairDecision, Policy, SpeakerKind, Verdict

MOST = 1_000_000
"""Bytes that one act may send."""

LISTS = frozenset({"labels", "claims"})
"""Fields that must be there and hold several values; a form puts commas between them."""

BESIDE = frozenset({"csrftoken", "next"})
"""Fields that belong to the form and not to the act."""


class Given(Value):
    """What any act takes."""

    CLEARS: ClassVar[frozenset[str]] = frozenset()


class OfClaim(Given):
    """What any act upon a claim takes: the version that was looked at."""

    version: int


class TagInput(OfClaim, Correction):
    """Correct and confirm."""

    CLEARS = frozenset({"wording"})


class LabelInput(OfClaim):
    """Give labels or take them off; a form sends several with commas between."""

    labels: tuple[str, ...]
    remove: bool = False


class NoteInput(OfClaim):
    """Write a note."""

    note: str


class EvidenceInput(OfClaim, EvidenceEntry):
    """Enter a piece of evidence."""


class ReasonInput(OfClaim):
    """Retract, clear or undo, with or without a reason."""

    reason: str | None = None


class DecideInput(OfClaim):
    """Decide, with what was found."""

    action: Action
    verdict: Verdict | None = None
    check_attribution: CheckResult | None = None
    check_figures: CheckResult | None = None
    check_substance: CheckResult | None = None
    rationale: str | None = None
    reason: str | None = None


class MarkInput(Given):
    """Words that the machine missed; ``start`` is their place, which tells them from the same words elsewhere."""

    words: str
    start: int | None = None
    speaker: str | None = None
    speaker_kind: SpeakerKind | None = None
    kind: Kind | None = None


class PairInput(Given):
    """Say how two claims relate."""

    decision: PairDecision
    reason: str | None = None


class ReasonOnly(Given):
    """Act upon a group or a pair as a whole, with or without a reason."""

    reason: str | None = None


class SplitInput(ReasonOnly):
    """Say which claims are about something else than the rest."""

    claims: tuple[str, ...]


class MergeInput(ReasonOnly):
    """Say which other group is about the same thing, by its id or that of a claim in it."""

    other: str


class PolicyInput(Given):
    """What ``verified`` asks for from now on."""

    policy: Policy


G = TypeVar("G", bound=Given)


def form_fields(body: bytes) -> dict[str, list[str]]:
    """The fields of a form. Raises InputError where it is none."""
    try:
        return parse_qs(body.decode("utf-8"), keep_blank_values=True, strict_parsing=bool(body), max_num_fields=1000)
    except ValueError as error:
        raise InputError(f"That is no form ({error}).") from error


def json_fields(body: bytes) -> dict[str, Any]:
    """The fields of a JSON object. Raises InputError where it is none."""
    try:
        found = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise InputError(f"That is no JSON ({error}).") from error
    if not isinstance(found, dict):
        raise InputError("The JSON must be an object with the fields of the act.")
    return found


def from_form(model: type[Given], fields: Mapping[str, Sequence[str]]) -> dict[str, Any]:
    """The fields of a form as JSON would spell them.

    ``figure.ID.low`` and its like become corrections of that figure, ``figure.ID.drop`` drops it, and
    ``add_figure.words`` with ``add_figure.low`` and its like add one.
    """
    out: dict[str, Any] = {}
    figures: dict[str, dict[str, str]] = {}
    for name, values in fields.items():
        if name in BESIDE:
            continue
        # Browsers send line ends as CR LF, and a person's last blank is no content.
        typed = [value.replace("\r\n", "\n").strip() for value in values]
        if name.startswith(("figure.", "add_figure.")):
            _, _, place = name.partition(".")
            figures.setdefault(name.rpartition(".")[0], {})[place.rpartition(".")[2]] = typed[-1]
        elif (name in model.model_fields and isinstance(model.model_fields[name].default, tuple)) or name in LISTS:
            out[name] = [part for value in typed for one in value.split(",") if (part := one.strip())]
        elif typed[-1] or name in model.CLEARS:
            out[name] = typed[-1]
    return out | _figures(figures)


def _figures(figures: Mapping[str, dict[str, str]]) -> dict[str, Any]:
    out: dict[str, Any] = {}
    for scope, values in figures.items():
        if scope == "add_figure":
            words = values.pop("words", "")
            if words:
                given = {name: value for name, value in values.items() if value}
                out.setdefault("add_figures", []).append({"id": words, **given})
        else:
            id = scope.removeprefix("figure.")
            if values.pop("drop", ""):
                out.setdefault("drop_figures", []).append(id)
            elif values:
                out.setdefault("figures", []).append({"id": id, **values})
    return out


def understood(model: type[G], fields: Mapping[str, Any]) -> G:
    """The fields as the act's own value. Raises InputError, naming each field that does not fit."""
    try:
        return model.model_validate({name: value for name, value in fields.items() if name not in BESIDE})
    except ValidationError as error:
        wrong = "; ".join(
            f"{'.'.join(map(str, e['loc'])) or 'the whole'}: {e['msg'].removeprefix('Value error, ')}"
            for e in error.errors()
        )
        raise InputError(f"The act does not understand {wrong}.") from error

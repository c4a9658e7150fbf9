"""What speaks for or against a claim: entered, and retracted, never removed."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pydantic import ValidationError

from claims import ids
from claims.desk.acts import Seen, change, current, spoken
from claims.desk.policy import evidence_lacking
from claims.errors import InputError, Refused
from claims.intake.urls import normal_url, registrable_domain
from claims.models import ClaimRecord, Evidence, Flag, Value
from claims.store import Store, claims, lookup, parts
from claims.store.clock import now
from claims.store.events import Act
from claims.vocabulary import Action, Stance, Status


class EvidenceEntry(Value):
    """A piece of evidence as a person enters it."""

    stance: Stance
    url: str | None = None
    citation: str | None = None
    title: str | None = None
    publisher: str | None = None
    excerpt: str | None = None
    primary: bool = False
    origin: str | None = None
    confidential: bool = False
    accessed_at: str | None = None
    archived_url: str | None = None


def add_evidence(store: Store, by: Act, one: Seen, entry: EvidenceEntry) -> ClaimRecord:
    """Enter a piece of evidence; its origin is the URL's registrable domain unless another is named.

    Raises Refused where the claim has the very same piece.
    """
    values: dict[str, Any] = entry.model_dump()
    if not entry.url and not (entry.citation or "").strip():
        raise InputError("Evidence needs a --url or a --citation.")
    if entry.url:
        values["url"] = normal_url(entry.url)
    values["origin"] = entry.origin or (
        registrable_domain(values["url"]) if entry.url else entry.publisher or entry.citation
    )
    with store.act():
        record = current(store, one)
        content = [str(values[f]) for f in sorted(values)]
        if any(_content(piece) == content for piece in record.evidence if piece.retracted_by is None):
            raise Refused(f"Claim {record.id} has this piece of evidence already.")
        occurrence = 0
        while (id := ids.evidence_id(record.id, content, occurrence)) in {piece.id for piece in record.evidence}:
            occurrence += 1
        try:
            piece = Evidence(id=id, claim_id=record.id, added_by=by.actor, **values)
        except ValidationError as error:
            problem = "; ".join(str(e["msg"]).removeprefix("Value error, ") for e in error.errors())
            raise InputError(f"That is no evidence: {problem}.") from error
        return change(store, by, Action.ADD_EVIDENCE, one, {"evidence": _dumped([*record.evidence, piece])})


def _content(piece: Evidence) -> list[str]:
    values = piece.model_dump(include=set(EvidenceEntry.model_fields))
    return [str(values[f]) for f in sorted(values)]


def retract_evidence(
    store: Store, by: Act, evidence: str, *, reason: str | None = None, version: int | None = None
) -> ClaimRecord:
    """Retract a piece of evidence; it stays in the file with who retracted it. A verdict left without any is flagged.

    Raises StaleVersion where its claim is no longer at ``version``, if one is given.
    """
    with store.act():
        id = lookup.resolve(store, "evidence", evidence)
        record = current(store, Seen(id=parts.claim_of_evidence(store, id), version=version))
        piece = next(piece for piece in record.evidence if piece.id == id)
        if piece.retracted_by is not None:
            raise Refused(f"Evidence {id} has been retracted already, by {piece.retracted_by}.")
        retracted = piece.model_copy(update={"retracted_by": by.actor})
        after = [retracted if p.id == id else p for p in record.evidence]
        one = Seen(id=record.id, version=record.version)
        record = change(store, by, Action.RETRACT_EVIDENCE, one, {"evidence": _dumped(after)}, reason=reason)
        _flag_unfounded(store, record)
        return claims.record(store, record.id)


def _flag_unfounded(store: Store, record: ClaimRecord) -> None:
    """Raise a flag on a verified claim whose verdict has lost the evidence it rested on."""
    pieces = [piece for piece in record.evidence if piece.retracted_by is None]
    if record.status != Status.VERIFIED or record.verdict is None:
        return
    if evidence_lacking(record.verdict, pieces, record.rationale):
        flag = Flag(
            id=ids.digest(["flag/1", "evidence", record.id, record.version])[: ids.ID_LENGTH],
            claim_id=record.id,
            kind="evidence_retracted",
            reason=f"Evidence was retracted, and nothing that is left bears out the verdict {spoken(record.verdict)}.",
            raised_at=now(),
        )
        parts.raise_flag(store, lookup.key(store, "claims", record.id), flag)


def _dumped(pieces: Sequence[Evidence]) -> list[dict[str, Any]]:
    return [piece.model_dump(mode="json") for piece in pieces]

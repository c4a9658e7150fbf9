"""Evidence: entered with where it is found, retracted and never removed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claims import desk
from claims.errors import InputError, NotFound, Refused
from claims.vocabulary import Stance

if TYPE_CHECKING:
    from tests.conftest import Bench

WORDS = "keep every route"


def test_the_origin_of_a_page_is_its_site(bench: Bench) -> None:
    """The registrable domain, unless a person names another origin."""
    record = bench.evidence(WORDS, url="https://www.Data.Ministry.example/fares?utm_source=x#top")
    assert record.evidence[0].origin == "ministry.example"
    record = bench.evidence(WORDS, url="https://mirror.example/fares", origin="Ministry of Ports")
    assert record.evidence[1].origin == "Ministry of Ports"
    record = bench.evidence(WORDS, url=None, citation="Annual report 2025, p. 4", publisher="Norlink")
    assert record.evidence[2].origin == "Norlink"
    assert [piece.added_by for piece in record.evidence] == ["ana"] * 3


def test_the_same_piece_twice_is_refused(bench: Bench) -> None:
    """Until it has been retracted; then it is a new piece with an id of its own."""
    first = bench.evidence(WORDS).evidence[0]
    with pytest.raises(Refused, match="already"):
        bench.evidence(WORDS, by="rosa")
    desk.retract_evidence(bench.store, desk.act("rosa"), first.id[:9], reason="Not the ministry's page")
    with pytest.raises(Refused, match="retracted already, by rosa"):
        desk.retract_evidence(bench.store, desk.act("ana"), first.id)
    record = bench.evidence(WORDS)
    assert len({piece.id for piece in record.evidence}) == 2
    assert [piece.retracted_by for piece in record.evidence] == ["rosa", None]
    assert bench.problems() == []


@pytest.mark.parametrize(
    "entry",
    [
        {"url": None},
        {"url": None, "citation": "  "},
        {"url": "no address"},
        {"url": "https://x.example/", "accessed_at": "yesterday"},
    ],
)
def test_what_cannot_be_found_again_is_no_evidence(bench: Bench, entry: dict[str, str | None]) -> None:
    """A piece needs an address or a citation, and a day is a day."""
    before = bench.dump()
    with pytest.raises(InputError):
        bench.evidence(WORDS, **entry)
    assert bench.dump() == before


def test_evidence_that_there_is_not_cannot_be_retracted(bench: Bench) -> None:
    """An id that fits nothing is named."""
    with pytest.raises(NotFound):
        desk.retract_evidence(bench.store, desk.act("ana"), "e000")


def test_retracting_and_undoing_keeps_every_piece_in_its_place(bench: Bench) -> None:
    """The list reads the same before and after, however it was undone."""
    for number in range(3):
        bench.evidence(WORDS, url=f"https://source{number}.example/", stance=Stance.CONTEXT)
    before = bench.claim(WORDS).evidence
    desk.retract_evidence(bench.store, desk.act("rosa"), before[0].id)
    assert [piece.id for piece in bench.claim(WORDS).evidence] == [piece.id for piece in before]
    desk.undo(bench.store, desk.act("rosa"))
    assert bench.claim(WORDS).evidence == before
    assert bench.problems() == []


def test_a_verdict_that_loses_its_evidence_is_flagged(bench: Bench) -> None:
    """A machine never changes a status; it says what it noticed, and somebody clears it."""
    record = bench.verified(WORDS)
    after = desk.retract_evidence(bench.store, desk.act("ana"), record.evidence[0].id)
    assert (after.status, after.verdict) == (record.status, record.verdict)
    (flag,) = after.flags
    assert flag.kind == "evidence_retracted"
    assert desk.clear_flag(bench.store, desk.act("ana"), flag.id).flags == ()
    assert bench.problems() == []

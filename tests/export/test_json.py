"""The JSON document: nobody sees one that does not fit its schema."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from claims import desk
from claims.errors import InputError
from claims.export import to_json
from claims.models import Export
from claims.vocabulary import Policy

if TYPE_CHECKING:
    from tests.conftest import Bench


def test_the_document_is_indented_text_that_ends_its_last_line(bench: Bench) -> None:
    """A person can read it, a diff can compare it, and no letter is escaped."""
    bench.verified("keep every route")
    written = to_json(desk.export(bench.store))
    assert written.endswith(b"}\n")
    assert "“We will keep every route open,”".encode() in written
    assert b'\n  "format_version": 1' in written


def test_what_does_not_fit_the_schema_names_claim_and_field(bench: Bench) -> None:
    """An export that nobody could read is an error at home."""
    bench.verified("keep every route")
    exported = desk.export(bench.store)
    (claim,) = exported.claims
    spoiled = claim.model_copy(update={"confidence": 7.5})
    with pytest.raises(InputError, match=f"claim {claim.id}, confidence"):
        to_json(exported.model_copy(update={"claims": (spoiled,)}))


def test_an_export_of_nothing_is_small(bench: Bench) -> None:
    """The least document there is."""
    document = json.loads(to_json(Export(policy=Policy.SOLO, guidelines="1", events=0)))
    assert (document["claims"], document["head"]) == ([], None)

"""What leaves the desk: verified claims with all that they rest on, of one moment, the same each time."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import jsonschema_rs
import pytest

from claims import desk
from claims.export import to_json
from claims.models import Export
from claims.schemas import schema
from claims.store import events
from claims.store.search import ClaimFilter
from claims.vocabulary import Action, Kind, Policy, Status, Verdict

if TYPE_CHECKING:
    from tests.conftest import Bench

ROUTE = "keep every route"
MONEY = "40 million"


def test_an_export_validates_and_reads_back(bench: Bench) -> None:
    """The JSON fits the public schema, and is the value that was written."""
    bench.verified(ROUTE)
    exported = desk.export(bench.store)
    document = json.loads(to_json(exported))
    jsonschema_rs.validate(schema("export"), document)
    assert Export.model_validate(document) == exported
    (claim,) = document["claims"]
    assert (claim["status"], claim["verdict"]) == ("verified", "supported")
    assert claim["source"]["selectors"][0]["quote"]["exact"] == claim["text"]
    assert [event["action"] for event in claim["history"]] == ["tag", "add_evidence", "submit", "approve"]
    assert [speaker["name"] for speaker in document["speakers"]] == ["Tilda Brandt"]
    assert [article["id"] for article in document["articles"]] == [claim["article_id"]]
    assert (document["policy"], document["guidelines"]) == ("solo", "1")


def test_the_same_file_gives_the_same_bytes(bench: Bench) -> None:
    """Twice, and through another connection."""
    bench.verified(ROUTE)
    bench.verified(MONEY)
    first = to_json(desk.export(bench.store))
    assert to_json(desk.export(bench.store)) == first
    from claims.store import open_store

    with open_store(bench.path) as other:
        assert to_json(desk.export(other)) == first


def test_an_empty_export_is_a_document_too(bench: Bench) -> None:
    """Nothing verified yet is not an error."""
    exported = desk.export(bench.store)
    assert json.loads(to_json(exported))["claims"] == []
    assert desk.summary(exported) == "no claims"


def test_count_and_head_show_whether_a_tail_was_cut(bench: Bench) -> None:
    """Both change with every event, and the count is that of the file."""
    before = desk.export(bench.store)
    bench.tag(ROUTE)
    after = desk.export(bench.store)
    assert (before.events, after.events) == (2, 3)
    assert before.head != after.head
    assert after.events == events.count(bench.store)


def test_the_summary_has_the_verdicts_beside_verified(bench: Bench) -> None:
    """Verified says only that the review is finished."""
    bench.verified(ROUTE)
    bench.verified(MONEY)
    bench.decide(MONEY, Action.REOPEN)
    bench.evidence(MONEY, url="https://b.example/", stance="refutes")
    bench.decide(MONEY, Action.APPROVE, verdict=Verdict.REFUTED)
    bench.verified("250 jobs")
    assert desk.summary(desk.export(bench.store)) == "3 verified: 2 supported, 1 refuted"
    wanted = ClaimFilter(status=(Status.VERIFIED, Status.EXTRACTED))
    assert desk.summary(desk.export(bench.store, wanted)).startswith("4 extracted; 3 verified: 2 supported")


@pytest.mark.parametrize(
    ("wanted", "count"),
    [
        (ClaimFilter(), 2),
        (ClaimFilter(verdict=(Verdict.SUPPORTED,)), 2),
        (ClaimFilter(verdict=(Verdict.REFUTED,)), 0),
        (ClaimFilter(kind=(Kind.QUOTE,)), 1),
        (ClaimFilter(with_figures=True), 1),
        (ClaimFilter(label=("ferries", "x")), 1),
        (ClaimFilter(search="40 millions"), 1),
        (ClaimFilter(search='"every route"'), 1),
        (ClaimFilter(search='") OR 1'), 0),
        (ClaimFilter(publisher="ostmere post"), 2),
        (ClaimFilter(publisher="The Other Post"), 0),
        (ClaimFilter(status=(Status.EXTRACTED,)), 5),
        (ClaimFilter(flagged=True), 0),
    ],
)
def test_filters_choose_what_is_exported(bench: Bench, wanted: ClaimFilter, count: int) -> None:
    """The same filters as in listings; without a status, the verified."""
    bench.verified(ROUTE)
    bench.verified(MONEY)
    desk.label(bench.store, desk.act("ana"), bench.seen(ROUTE), ["ferries"])
    exported = desk.export(bench.store, wanted)
    assert len(exported.claims) == count
    to_json(exported)


def test_each_claim_says_under_which_policy_it_was_approved(bench: Bench) -> None:
    """The policy in force may be another today."""
    bench.verified(ROUTE)
    desk.set_policy(bench.store, desk.act("rosa"), Policy.NEWSROOM)
    exported = desk.export(bench.store)
    assert exported.policy == Policy.NEWSROOM
    assert exported.claims[0].history[-1].policy == Policy.SOLO


def test_selectors_point_into_the_newest_revision(bench: Bench) -> None:
    """Where the words stand as they did, they are found in the text that is there today."""
    bench.verified(ROUTE)
    text = "Updated at noon.\n\n" + bench.article().text
    bench.add(text)
    (claim,) = desk.export(bench.store).claims
    (selector,) = claim.source.selectors
    assert (claim.revision, claim.source.revision) == (1, 2)
    assert text[selector.position.start : selector.position.end] == selector.quote.exact == claim.text
    assert text[: selector.position.start].endswith(selector.quote.prefix)
    assert text[selector.position.end :].startswith(selector.quote.suffix)
    assert len(selector.quote.prefix) == len(selector.quote.suffix) == 32


def test_other_hands_stand_in_the_history(bench: Bench) -> None:
    """An event that was written by SQL is exported without an id, and still validates."""
    conn = bench.raw()
    conn.execute(
        "INSERT INTO events (actor, action, claim, version, change) SELECT 'eve', 'tag', pk, 0,"
        """ '{"status": ["extracted", "tagged"]}' FROM claims WHERE instr(text, ?)""",
        (ROUTE,),
    )
    (claim,) = desk.export(bench.store, ClaimFilter(status=(Status.TAGGED,))).claims
    assert [(event.id, event.actor, event.channel) for event in claim.history] == [(None, "eve", "sql")]
    to_json(desk.export(bench.store, ClaimFilter(status=(Status.TAGGED,))))

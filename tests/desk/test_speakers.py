"""Who is one and the same: merging, splitting, names, kinds; events that are undone exactly and outlive runs."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claims import desk
from claims.errors import Ambiguous, InputError, NotAllowedNow, NotFound, Refused
from claims.extract.rules import RuleTagger
from claims.models import Speaker
from claims.store import claims, events, speakers
from claims.vocabulary import Action, SpeakerKind, Status

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.conftest import Bench

WORDS = "keep every route"
LATER = """\
The port of Ostmere will close for 2 days, Tilda Brandt said.

“We have no choice,” said Oren Falk, who leads the union."""


def _speaker(bench: Bench, name: str) -> Speaker:
    return desk.find_speaker(bench.store, name)


def _all(bench: Bench) -> list[dict[str, object]]:
    ids = [record.id for record in speakers.every(bench.store)]
    return [record.model_dump(mode="json") for record in speakers.many(bench.store, ids)]


def test_a_merged_speaker_is_met_as_the_other(bench: Bench) -> None:
    """Names, roles and claims of the part are the whole's; no claim is touched."""
    brandt, falk = _speaker(bench, "Tilda Brandt"), _speaker(bench, "Oren Falk")
    before = {c.id: c.version for c in claims.of_article(bench.store, bench.claim(WORDS).article_id)}
    merged = desk.merge(bench.store, desk.act("ana"), brandt.id, falk.id, reason="one person")
    assert merged.id == falk.id
    assert {"Tilda Brandt", *brandt.aliases} <= set(merged.aliases)
    assert {role.role for role in brandt.roles} <= {role.role for role in merged.roles}
    said = bench.claim(WORDS)
    assert said.speaker is not None
    assert (said.speaker.id, said.speaker.name) == (falk.id, "Oren Falk")
    assert {c.id: c.version for c in claims.of_article(bench.store, said.article_id)} == before
    assert _speaker(bench, "Tilda Brandt").id == falk.id
    assert said.id in {claim.id for claim in desk.speaker_view(bench.store, falk.id).claims}
    assert desk.check(bench.store) == []


def test_merging_twice_leads_to_the_last(bench: Bench) -> None:
    """Whoever was merged into a speaker goes along when that speaker is merged."""
    bench.tag(WORDS, speaker="Ida Holm")
    ida, brandt, falk = (_speaker(bench, name) for name in ("Ida Holm", "Tilda Brandt", "Oren Falk"))
    before = _all(bench)
    desk.merge(bench.store, desk.act("ana"), ida.id, brandt.id)
    between = _all(bench)
    desk.merge(bench.store, desk.act("ana"), brandt.id, falk.id)
    assert bench.claim(WORDS).speaker is not None
    assert {s.merged_into for s in speakers.every(bench.store) if s.id in {ida.id, brandt.id}} == {falk.id}
    assert desk.check(bench.store) == []
    desk.undo(bench.store, desk.act("ana"))
    assert _all(bench) == between
    desk.undo(bench.store, desk.act("ana"))
    assert _all(bench) == before


def test_a_merge_that_cannot_be_is_refused(bench: Bench) -> None:
    """Not with itself, not twice, not into somebody who is no record of their own any more."""
    brandt, falk = _speaker(bench, "Tilda Brandt"), _speaker(bench, "Oren Falk")
    with pytest.raises(Refused, match="itself"):
        desk.merge(bench.store, desk.act("ana"), brandt.id, brandt.id)
    desk.merge(bench.store, desk.act("ana"), brandt.id, falk.id)
    for part, whole in ((brandt.id, falk.id), (falk.id, brandt.id)):
        with pytest.raises(Refused, match="was merged into"):
            desk.merge(bench.store, desk.act("ana"), part, whole)


def test_a_later_article_meets_the_merged_speaker(bench: Bench) -> None:
    """The machine links a name of the part to the whole: what a person decided outlives the run."""
    brandt, falk = _speaker(bench, "Tilda Brandt"), _speaker(bench, "Oren Falk")
    desk.merge(bench.store, desk.act("ana"), brandt.id, falk.id)
    bench.add(LATER, url="https://ostmerepost.example/port")
    later = bench.claim("will close for 2 days")
    assert later.speaker is not None
    assert later.speaker.id == falk.id
    assert desk.check(bench.store) == []


def test_a_split_gives_claims_to_a_new_record(bench: Bench) -> None:
    """Only the named claims move; their status stays, the speaker is the person's decision."""
    brandt = _speaker(bench, "Tilda Brandt")
    claim = bench.claim(WORDS)
    new, (moved,) = desk.split(bench.store, desk.act("ana"), brandt.id, bench.seen(WORDS), name="Thea Brandt")
    assert moved.id == claim.id
    assert moved.speaker is not None
    assert (moved.speaker.id, moved.speaker.name) == (new.id, "Thea Brandt")
    assert [s.decided_by for s in moved.speakers] == ["ana"]
    assert moved.status == Status.EXTRACTED
    assert any(
        claim.speaker and claim.speaker.id == brandt.id for claim in desk.speaker_view(bench.store, brandt.id).claims
    )
    assert desk.check(bench.store) == []


def test_a_split_keeps_apart_when_the_article_is_read_again(bench: Bench) -> None:
    """Segmenting anew leaves the claims with whom a person gave them to."""
    new, (moved,) = desk.split(bench.store, desk.act("ana"), _speaker(bench, "Tilda Brandt").id, bench.seen(WORDS))
    desk.resegment(bench.store, desk.act("ana"), moved.article_id, tagger=RuleTagger())
    again = bench.claim(WORDS)
    assert again.speaker is not None
    assert again.speaker.id == new.id
    # Two records bear the name now; the machine does not choose between them.
    with pytest.raises(Ambiguous):
        desk.find_speaker(bench.store, "Tilda Brandt")


def test_a_split_in_review_goes_back_and_a_verified_one_is_refused(bench: Bench) -> None:
    """Another speaker is a change like any other: what was submitted for one speaker is looked at again."""
    brandt = _speaker(bench, "Tilda Brandt")
    bench.tag(WORDS)
    bench.decide(WORDS, Action.SUBMIT)
    _, (moved,) = desk.split(bench.store, desk.act("ana"), brandt.id, bench.seen(WORDS))
    assert moved.status == Status.TAGGED
    desk.undo(bench.store, desk.act("ana"))
    bench.decide(WORDS, Action.DISMISS, reason="opinion")
    with pytest.raises(NotAllowedNow):
        desk.split(bench.store, desk.act("ana"), brandt.id, bench.seen(WORDS))
    assert desk.check(bench.store) == []


def test_a_claim_of_somebody_else_is_not_split_off(bench: Bench) -> None:
    """All or nothing: one wrong claim, and no record is made."""
    before = _all(bench)
    with pytest.raises(Refused, match="is not by"):
        desk.split(bench.store, desk.act("ana"), _speaker(bench, "Oren Falk").id, bench.seen(WORDS))
    with pytest.raises(InputError):
        desk.split(bench.store, desk.act("ana"), _speaker(bench, "Oren Falk").id, [])
    assert _all(bench) == before


def test_an_alias_that_a_person_entered_links_later_articles(bench: Bench) -> None:
    """A name alone links nobody; a name that somebody entered does."""
    falk = _speaker(bench, "Oren Falk")
    desk.add_alias(bench.store, desk.act("ana"), falk.id, "The Hammer")
    desk.add_alias(bench.store, desk.act("ana"), falk.id, "Orenius Falkenstein")
    bench.add("The strike will last 9 days, Orenius Falkenstein said.", url="https://ostmerepost.example/strike")
    later = bench.claim("last 9 days")
    assert later.speaker is not None
    assert later.speaker.id == falk.id
    assert desk.check(bench.store) == []


CHANGES: dict[str, Callable[[Bench, str], object]] = {
    "rename": lambda b, id: desk.rename(b.store, desk.act("ana"), id, "Oren Ulrik Falk"),
    "rename to a known name": lambda b, id: desk.rename(b.store, desk.act("ana"), id, "Falk"),
    "alias": lambda b, id: desk.add_alias(b.store, desk.act("ana"), id, "O. Falk"),
    "wikidata": lambda b, id: desk.set_wikidata(b.store, desk.act("ana"), id, "Q42"),
    "kind": lambda b, id: desk.set_kind(b.store, desk.act("ana"), id, SpeakerKind.GROUP),
    "merge": lambda b, id: desk.merge(b.store, desk.act("ana"), id, _speaker(b, "Tilda Brandt").id),
}


@pytest.mark.parametrize("what", CHANGES)
def test_whatever_is_done_to_a_speaker_is_undone_exactly(bench: Bench, what: str) -> None:
    """Undo by the actor and undo of the speaker alone give the records back as they were."""
    id = _speaker(bench, "Oren Falk").id
    before = _all(bench)
    CHANGES[what](bench, id)
    assert _all(bench) != before
    assert desk.check(bench.store) == []
    undone = desk.undo(bench.store, desk.act("ana"))
    assert [speaker.id for speaker in undone.speakers] == [id]
    assert _all(bench) == before
    CHANGES[what](bench, id)
    desk.undo(bench.store, desk.act("bo"), speaker=id, reason="mistaken")
    assert _all(bench) == before
    assert desk.check(bench.store) == []


def test_undoing_a_split_gives_the_claims_back(bench: Bench) -> None:
    """The new record stays known, without claims; the claims are whose they were."""
    before = bench.claim(WORDS)
    new, _ = desk.split(bench.store, desk.act("ana"), _speaker(bench, "Tilda Brandt").id, bench.seen(WORDS))
    desk.undo(bench.store, desk.act("ana"))
    assert bench.claim(WORDS).speakers == before.speakers
    assert desk.speaker_view(bench.store, new.id).claims == ()
    assert desk.check(bench.store) == []


def test_a_claim_tagged_before_a_merge_is_undone_after_it(bench: Bench) -> None:
    """An older act names the record that was merged since, and is taken back all the same."""
    before = bench.claim(WORDS)
    bench.tag(WORDS, speaker="Ida Holm")
    desk.merge(bench.store, desk.act("ana"), _speaker(bench, "Ida Holm").id, _speaker(bench, "Oren Falk").id)
    assert desk.check(bench.store) == []
    desk.undo(bench.store, desk.act("bo"), bench.claim(WORDS).id, reason="wrong person")
    assert bench.claim(WORDS).speakers == before.speakers
    assert desk.check(bench.store) == []


def test_other_peoples_acts_need_a_reason(bench: Bench) -> None:
    """As with claims: nobody takes back another's decision without a word."""
    falk = _speaker(bench, "Oren Falk")
    desk.rename(bench.store, desk.act("ana"), falk.id, "Oren U. Falk")
    with pytest.raises(Refused, match="ana did that"):
        desk.undo(bench.store, desk.act("bo"), speaker=falk.id)
    with pytest.raises(NotFound):
        desk.undo(bench.store, desk.act("bo"), speaker=_speaker(bench, "Tilda Brandt").id)


def test_what_is_no_name_or_item_is_refused(bench: Bench) -> None:
    """An empty name and a made-up item are errors, and nothing is written."""
    falk = _speaker(bench, "Oren Falk")
    before = len(events.every(bench.store))
    with pytest.raises(InputError):
        desk.rename(bench.store, desk.act("ana"), falk.id, "  ")
    with pytest.raises(InputError):
        desk.set_wikidata(bench.store, desk.act("ana"), falk.id, "42")
    with pytest.raises(NotFound):
        desk.find_speaker(bench.store, "Nobody At All")
    desk.rename(bench.store, desk.act("ana"), falk.id, "Oren Falk")
    assert len(events.every(bench.store)) == before

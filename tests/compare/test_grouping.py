"""Groups and what people decided about them."""

from __future__ import annotations

import random
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from claims.compare.grouping import Decisions, Placed, gatherings, groups, two
from claims.compare.profile import Profile
from claims.models import Decided
from claims.vocabulary import ClaimRelation, PairDecision
from tests.compare.conftest import Told

OUTLETS = ("Arrel Post", "Vale Radio", "Quenby Echo", "Skene Times")


def _claims(told: Told) -> list[Profile]:
    return [
        told(f"{number} people were killed when the bridge fell.", outlet=outlet, published=f"2025-05-0{day}")
        for day, (number, outlet) in enumerate(zip(("Nine", "Ten", "Eleven", "Twelve"), OUTLETS, strict=True), 1)
    ]


def _said(*decisions: tuple[str, PairDecision]) -> tuple[Decided, ...]:
    return tuple(Decided(actor=actor, decision=decision, at="2025-06-01") for actor, decision in decisions)


def test_a_group_begins_with_its_earliest_claim_and_has_every_pair(told: Told) -> None:
    """Three claims of three articles have three pairs."""
    a, b, c, _ = _claims(told)
    (group,) = groups([c, b, a], [(a.claim, b.claim, 0.9), (c.claim, a.claim, 0.9), (b.claim, c.claim, 0.8)])
    assert group.claims == (a.claim, b.claim, c.claim)
    assert [(pair.a, pair.b) for pair in group.pairs] == [
        (a.claim, b.claim), (a.claim, c.claim), (b.claim, c.claim)
    ]  # fmt: skip


def test_one_link_does_not_bring_two_groups_together(told: Told) -> None:
    """That B is like C does not make A and D the same thing."""
    a, b, c, d = _claims(told)
    links = [(a.claim, b.claim, 0.9), (c.claim, d.claim, 0.9), (b.claim, c.claim, 0.6)]
    assert [group.claims for group in groups([a, b, c, d], links)] == [(a.claim, b.claim), (c.claim, d.claim)]


def test_the_order_in_which_things_are_given_changes_nothing(told: Told) -> None:
    """The same claims and links give the same groups."""
    claims = _claims(told)
    links = [(x.claim, y.claim, 0.3 + 0.1 * (i + j)) for i, x in enumerate(claims) for j, y in enumerate(claims[:i])]
    expected = groups(claims, links)
    for seed in range(5):
        chance = random.Random(seed)
        turned = [(b, a, s) if chance.random() < 0.5 else (a, b, s) for a, b, s in links]
        assert groups(chance.sample(claims, 4), chance.sample(turned, len(turned))) == expected


def test_claims_of_other_matters_change_nothing(told: Told) -> None:
    """A group depends on what is linked to it, and on nothing else: so one article can be compared alone."""
    a, b, c, d = _claims(told)
    alone = groups([a, b], [(a.claim, b.claim, 0.8)])
    assert alone[0] in groups([a, b, c, d], [(a.claim, b.claim, 0.8), (c.claim, d.claim, 0.5)])


@given(seed=st.integers(0, 2**32))
def test_some_groups_without_the_others_are_formed_alike(seed: int) -> None:
    """Whatever links lead from them to other groups, and whoever is kept apart: so a change need not look at all."""
    chance = random.Random(seed)
    claims = [Placed(f"c{at:02}", at % 7, (chance.randint(1, 9),)) for at in range(24)]
    pairs = [(a.claim, b.claim) for a, b in combinations(claims, 2)]
    links = [(*pair, chance.choice((0.2, 0.35, 0.4, 0.4, 0.6, 0.9))) for pair in chance.sample(pairs, 60)]
    decisions: Decisions = {
        pair: _said(("ada", chance.choice((PairDecision.DIFFERENT, PairDecision.TOGETHER))))
        for pair in chance.sample(pairs, 4)
    }
    formed = gatherings(claims, links, decisions)
    some = chance.sample(formed, len(formed) // 2)
    inside = [one for one in claims if any(one.claim in members for members in some)]
    assert sorted(gatherings(inside, links, decisions)) == sorted(some)


def test_people_have_the_last_word(told: Told) -> None:
    """ "Different" parts what the machine links, "contradicts" joins what it does not."""
    a, b, c, _ = _claims(told)
    decisions: Decisions = {
        two(a.claim, b.claim): _said(("ada", PairDecision.DIFFERENT)),
        two(a.claim, c.claim): _said(("ada", PairDecision.CONTRADICTS)),
    }
    (group,) = groups([a, b, c], [(a.claim, b.claim, 1.0), (b.claim, c.claim, 0.9)], decisions)
    assert group.claims == (a.claim, c.claim)
    assert (group.pairs[0].relation, group.pairs[0].decided_by) == (ClaimRelation.CONTRADICTION, "ada")


def test_where_people_disagree_the_machine_is_shown_and_both_stand(told: Told) -> None:
    """A conflict is never settled silently."""
    a, b, _, _ = _claims(told)
    said = _said(("ada", PairDecision.SAME), ("bo", PairDecision.DIFFERENT))
    (group,) = groups([a, b], [(a.claim, b.claim, 0.9)], {two(a.claim, b.claim): said})
    assert (group.pairs[0].decided_by, group.pairs[0].decisions) == ("machine", said)

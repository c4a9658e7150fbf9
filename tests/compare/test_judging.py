"""Whether two claims are about the same thing, and how they relate."""

from __future__ import annotations

import pytest

from claims.compare.clash_weights import WEIGHTS
from claims.compare.clashing import clash, pieces
from claims.compare.judging import related, same_thing
from claims.compare.relating import left_open
from claims.vocabulary import ClaimRelation, Kind, PairRemark
from tests.compare.conftest import Told

LATER = {"outlet": "Vale Radio", "published": "2025-05-08"}


def test_it_does_not_matter_which_claim_comes_first(told: Told) -> None:
    """Link and relation are those of the pair."""
    a = told("Nine people were killed when the bridge fell.")
    b = told("Eleven people have died in the fall of the bridge.", **LATER)
    assert same_thing(a, b, 0.7) == same_thing(b, a, 0.7)
    assert related(a, b) == related(b, a)


def test_counts_of_the_dead_of_one_matter_belong_together(told: Told) -> None:
    """One measure of one matter is one thing, also where the numbers differ."""
    a = told("Nine people were killed when the bridge fell.")
    b = told("Eleven people have died in the fall of the bridge.", **LATER)
    killed = same_thing(a, b, 0.7)
    hurt = same_thing(a, told("Eleven people were injured in the fall of the bridge.", **LATER), 0.7)
    assert killed is not None
    assert killed > 0.5
    assert hurt is None or hurt < killed / 2


def test_another_place_is_another_thing(told: Told) -> None:
    """However alike it reads: the cosine is the same in both cases."""
    a = told("Nine people were killed in Quenby when the bridge fell.")
    here = told("Nine people were killed in Quenby when the bridge came down.", **LATER)
    elsewhere = told(
        "Nine people were killed in Torvale when the bridge came down.",
        **LATER,
        title="Bridge over the Skene falls at Torvale",
        before="A road bridge over the Skene at Torvale fell in the night.",
    )
    assert (same_thing(a, here, 0.8) or 0) > 2 * (same_thing(a, elsewhere, 0.8) or 0)


def test_a_running_total_that_grew_is_an_update_with_both_dates(told: Told) -> None:
    """The dead of a later day carry the earlier number on; no outlet is wrong."""
    found = related(
        told("Nine people were killed when the bridge fell."),
        told("Eleven people have died in the fall of the bridge.", **LATER),
    )
    assert found.relation == ClaimRelation.UPDATE
    assert "6 May 2025" in found.reason
    assert "8 May 2025" in found.reason


def test_two_numbers_of_what_never_changes_contradict(told: Told) -> None:
    """What a bridge cost is no running total."""
    found = related(told("The bridge cost 48 million dollars."), told("The bridge cost 61 million dollars.", **LATER))
    assert found.relation == ClaimRelation.CONTRADICTION


def test_a_factor_of_a_thousand_is_named_a_scale_slip(told: Told) -> None:
    """The same digits with another scale are an error to look for."""
    found = related(told("The bridge cost 48 million dollars."), told("The bridge cost 48 billion dollars.", **LATER))
    assert (found.relation, found.remark) == (ClaimRelation.CONTRADICTION, PairRemark.SCALE_SLIP)


def test_a_bound_and_a_number_within_it_can_both_hold(told: Told) -> None:
    """ "More than 400" and 412."""
    found = related(
        told("More than 400 drivers use the bridge."), told("The bridge is used by 412 drivers.", outlet="Vale Radio")
    )
    assert found.relation == ClaimRelation.COMPATIBLE


def test_neighbouring_counts_are_not_roundings_of_each_other(told: Told) -> None:
    """Who writes 11 has counted; 12 is another number."""
    found = related(told("The bridge has 11 piers."), told("The bridge has 12 piers.", **LATER))
    assert found.relation == ClaimRelation.CONTRADICTION


@pytest.mark.parametrize(
    ("other", "speaker", "relation", "remark"),
    [
        ("“We were told that the bridge would hold.”", "Ida Marn", ClaimRelation.SAME, None),
        ("“We were told the old bridge would hold.”", "Ida Marn", ClaimRelation.QUOTE_VARIANT, None),
        (
            "“We were told that the bridge would hold.”",
            "Olm Teck",
            ClaimRelation.QUOTE_VARIANT,
            PairRemark.OTHER_SPEAKER,
        ),
    ],
)
def test_a_quotation_is_known_again(
    told: Told, other: str, speaker: str, relation: ClaimRelation, remark: PairRemark | None
) -> None:
    """The same words, other words, and another speaker."""
    first = told("“We were told that the bridge would hold.”", speaker="Ida Marn", kind=Kind.QUOTE)
    second = told(other, speaker=speaker, kind=Kind.QUOTE, **LATER)
    found = related(first, second)
    assert (found.relation, found.remark) == (relation, remark)


def test_who_denies_contradicts_who_asserts(told: Told) -> None:
    """Negation turns the same words round."""
    found = related(
        told("The council closed the bridge to lorries."),
        told("The council never closed the bridge to lorries.", **LATER),
    )
    assert found.relation == ClaimRelation.CONTRADICTION


def test_other_periods_are_another_scope(told: Told) -> None:
    """A day against a week: the figures need not agree."""
    found = related(
        told("The detour costs firms $2,000 a day."), told("The detour costs firms $90,000 a week.", **LATER)
    )
    assert found.relation == ClaimRelation.DIFFERENT_SCOPE


@pytest.mark.parametrize(
    ("first", "second", "relation"),
    [
        ("The director resigned over the bridge.", "The director was sacked over the bridge.", "contradiction"),
        ("The council did not reject the plan.", "The council rejected the plan.", "contradiction"),
        ("No more than 400 drivers use the bridge.", "The bridge is used by 390 drivers.", "compatible"),
        ("Two-thirds of trains were cancelled.", "A third of the trains were running.", "compatible"),
        ("91 per cent of members backed a strike.", "Nine out of ten members backed it.", "compatible"),
        ("A vote is expected on the bridge.", "Parliament has approved the bridge.", "update"),
        ("The owners have not replied.", "The owners turned the offer down.", "update"),
        ("The road is closed to lorries.", "The road is open again to lorries.", "update"),
        ("They pay 312 pence a share.", "They are paying 321p for the firm.", "contradiction"),
        ("The plan costs $2.75 a head.", "The plan costs $3 a head.", "contradiction"),
    ],
)
def test_words_decide_where_figures_do_not(told: Told, first: str, second: str, relation: str) -> None:
    """Opposites, what has come of a plan, shares that make up a whole, and rough ways to say a number."""
    a, b = told(first), told(second, **LATER)
    assert related(a, b).relation == relation
    assert related(a, b) == related(b, a)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "Rust had eaten the bolts of the eastern pier.",
            "A drunken bargeman steered his vessel against it.",
        ),
        (
            "The mayor ordered the lorries onto the deck himself.",
            "Drivers ignored a barrier that stood there all week.",
        ),
    ],
)
def test_two_answers_that_share_no_word_probably_exclude_each_other(told: Told, first: str, second: str) -> None:
    """Once both are about the same thing, other words for it are mostly another answer; the reason says so."""
    found = related(told(first), told(second, **LATER))
    assert found.relation == ClaimRelation.CONTRADICTION
    assert found.reason.endswith("they answer it in different words, and probably not alike.")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Rust in the bolts brought the span down.", "The span came down through rust in its bolts."),
        ("Divers searched the river for two cars.", "Two vehicles were what they looked for, in the mud below it."),
        ("Hundreds of drivers turned back at the barrier.", "A queue of 412 lorries waited there."),
    ],
)
def test_what_shares_words_or_a_number_or_says_less_is_no_contradiction(told: Told, first: str, second: str) -> None:
    """Each of these speaks against two answers that exclude each other."""
    assert related(told(first), told(second, **LATER)).relation != ClaimRelation.CONTRADICTION


def test_evidence_for_a_clash_is_the_same_whichever_claim_comes_first(told: Told) -> None:
    """A piece for each weight, and no weight without its piece."""
    a = told("Nobody from the council had looked at the bolts since March.")
    b = told("Two inspectors denied on Friday that the bolts had rusted.", **LATER)
    assert pieces(a, b) == pieces(b, a)
    assert clash(a, b) == clash(b, a)
    assert pieces(a, b).keys() == WEIGHTS.keys()
    assert left_open(a, b) == left_open(b, a)

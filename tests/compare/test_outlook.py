"""What is skipped because it could come to nothing would have come to nothing."""

from __future__ import annotations

import math
from itertools import combinations

import pytest

from claims.compare import judging
from claims.compare.evidence import evidence
from claims.compare.figures import how, relation
from claims.compare.outlook import most
from claims.compare.profile import Profile
from claims.compare.weights import CONSTANT, WEIGHTS
from claims.extract.figures import find_figures
from claims.vocabulary import Kind
from tests.compare.conftest import Told

SENTENCES = (
    "Nine people were killed when the bridge fell.",
    "Eleven people have died in the fall of the bridge, and 40 were hurt.",
    "The bridge in Quenby was closed to lorries on 4 May.",
    "The repairs will cost about 2.4 million dollars, the council said.",
    "The council had set aside 2.4 billion dollars for bridges.",
    "The alarm was raised at 6.40 on Tuesday morning.",
    "Rescuers from Torvale reached the bridge at 7 o'clock.",
    "Two thirds of the bridges in the county are older than 60 years.",
    "“We heard a crack and then nothing at all,” said Ida Marren.",
    "The owner of the toll company, Bram Solway, denied that the bridge was unsafe.",
    "On 12 March 1998 the bridge had been inspected last.",
    "Nobody was told why the bridge stayed open.",
    "Marren lost her van and 300 kilometres of fishing line in the river.",
)


@pytest.fixture
def claims(told: Told) -> list[Profile]:
    """Each sentence in two outlets, in articles on one matter and on another."""
    return [
        told(sentence, **about, kind=Kind.QUOTE if sentence[0] == "“" else Kind.STATEMENT)
        for sentence in SENTENCES
        for about in (
            {"outlet": "The Arrel Post"},
            {"outlet": "Vale Radio", "published": "2025-05-08"},
            {"outlet": "Skene Echo", "title": "Ferry aground at Lindow", "before": "A ferry ran aground at Lindow."},
        )
    ]


def test_the_outlook_is_never_worse_than_the_evidence(claims: list[Profile]) -> None:
    """Whatever stays below the faintest link by its outlook stays below it by all evidence."""
    for a, b in combinations(claims, 2):
        for cosine in (-0.1, 0.2, 0.5, 0.9):
            total = CONSTANT + sum(WEIGHTS[name] * piece for name, piece in evidence(a, b, cosine).items())
            assert most(a, b, cosine) >= total - 1e-9
            assert most(a, b, cosine) == pytest.approx(most(b, a, cosine))


def test_what_is_linked_does_not_depend_on_the_outlook(claims: list[Profile], monkeypatch: pytest.MonkeyPatch) -> None:
    """With no pair skipped the same pairs are linked, as strongly; and some pairs are skipped."""
    pairs = list(combinations(claims, 2))
    found = [judging.same_thing(a, b, 0.3) for a, b in pairs]
    skipped = sum(most(a, b, 0.3) < math.log(judging.FAINTEST / (1 - judging.FAINTEST)) for a, b in pairs)
    monkeypatch.setattr(judging, "most", lambda a, b, cosine: math.inf)
    assert [judging.same_thing(a, b, 0.3) for a, b in pairs] == found
    assert skipped


def test_how_two_figures_stand_is_what_their_relation_says() -> None:
    """What is kept for two values is what figures of these values would be told, whichever comes first."""
    figures = [figure for sentence in SENTENCES for figure in find_figures(sentence, published="2025-05-06")]
    for a in figures:
        for b in figures:
            assert how(a, b) == relation(a, b).relation == how(b, a)

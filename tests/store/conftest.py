"""A file that people have worked in, for other hands to try their worst on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claims import desk
from claims.vocabulary import PairDecision, Policy

if TYPE_CHECKING:
    from tests.conftest import Bench

ROUTE = "keep every route"
"""Verified, with evidence and a label."""
MONEY = "40 million"
"""Tagged, with a corrected figure and a retracted piece of evidence."""
JOBS = "250 jobs"
"""Tagged, with a flag."""
ISLANDS = "bad day"
"""Nobody has touched it."""

OTHER = "A tunnel to Ostmere would cost 900 million dollars, engineer Pia Strand said on Friday."


@pytest.fixture
def worked(bench: Bench) -> Bench:
    """Claims in several states, a pair, a second article, a revision with a flag, a mark taken back, a policy."""
    bench.verified(ROUTE)
    desk.label(bench.store, desk.act("ana"), bench.seen(ROUTE), ["ferries"])
    (figure, *_) = bench.claim(MONEY).figures
    bench.tag(MONEY, figures=(desk.FigureCorrection(id=figure.id, low="41000000"),))
    piece = bench.evidence(MONEY).evidence[0]
    desk.retract_evidence(bench.store, desk.act("ana"), piece.id)
    bench.tag(JOBS)
    desk.mark(bench.store, desk.act("ana"), bench.article().id, "harbour minister Tilda Brandt", speaker="Ida Holm")
    desk.undo(bench.store, desk.act("ana"))
    bench.add(OTHER, url=None, title=None, publisher="Strand Weekly")
    bench.add(bench.article().text.replace("about 250 jobs", "about 300 jobs"))
    desk.set_policy(bench.store, desk.act("rosa"), Policy.NEWSROOM)
    desk.set_policy(bench.store, desk.act("rosa"), Policy.SOLO)
    desk.decide_pair(bench.store, desk.act("ana"), bench.claim(ROUTE).id, bench.claim(JOBS).id, PairDecision.DIFFERENT)
    desk.decide_pair(bench.store, desk.act("bob"), bench.claim(ROUTE).id, bench.claim(JOBS).id, PairDecision.SAME)
    assert bench.claim(JOBS).flags
    assert bench.problems() == []
    return bench

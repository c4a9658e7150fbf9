"""Our own events: they are whole, they are ours, and their halves are alike."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from claims.evaluate import EventCorpus, read_events
from claims.vocabulary import ClaimRelation, PairRemark, Part

EVENTS = Path(__file__).resolve().parents[2] / "annotations" / "gold" / "events"
HALVES = ("dev", "test")


@cache
def half(name: str) -> EventCorpus:
    """One half, read and checked."""
    return read_events(EVENTS / name)


@pytest.mark.parametrize("name", HALVES)
def test_each_half_has_events_enough(name: str) -> None:
    """At least six of four articles each, of different outlets, and of a length that news has."""
    events = half(name).events
    assert len(events) >= 6
    for event in events:
        assert len(event.articles) == 4
        assert len({article.publisher for article in event.articles}) == 4
        assert all(120 <= len(article.text.split()) <= 350 for article in event.articles), event.name


@pytest.mark.parametrize("name", HALVES)
def test_every_article_has_its_particulars(name: str) -> None:
    """Title, publisher, day and an address that nobody can own, of its own."""
    articles = half(name).articles
    for article in articles:
        assert article.title
        assert article.publisher
        assert article.published
        assert re.search(r"//[a-z0-9.]+\.example/", article.url or ""), article.title
    assert len({article.id for article in articles}) == len(articles)


@pytest.mark.parametrize("name", HALVES)
def test_every_span_stands_in_its_article(name: str) -> None:
    """Offsets are the truth, and the words are witnesses."""
    articles = {article.id: article for article in half(name).articles}
    for member in half(name).claims.values():
        text = {part: articles[member.article].words(part) for part in Part}
        assert all(text[span.part][span.start : span.end] == span.text for span in member.spans), member.key


@pytest.mark.parametrize("name", HALVES)
def test_no_two_claims_have_the_same_words(name: str) -> None:
    """Or one of them would be counted twice, or is in the wrong place."""
    places = Counter(
        (member.article, tuple((span.part, span.start, span.end) for span in member.spans))
        for member in half(name).claims.values()
    )
    assert [place for place, times in places.items() if times > 1] == []


@pytest.mark.parametrize("name", HALVES)
def test_every_relation_and_remark_stands_in_each_half(name: str) -> None:
    """Several times, as the first answer."""
    pairs = [pair for event in half(name).events for pair in event.pairs]
    relations = Counter(pair.relations[0] for pair in pairs)
    assert all(relations[relation] >= 10 for relation in ClaimRelation), relations
    remarks = Counter(pair.remark for pair in pairs if pair.remark)
    assert all(remarks[remark] >= 3 for remark in PairRemark), remarks


@pytest.mark.parametrize("name", HALVES)
def test_each_half_has_hard_negatives_within_and_between_events(name: str) -> None:
    """What resembles in one event, and events that resemble each other."""
    kept = [(event, one) for event in half(name).events for one in event.apart]
    assert len(kept) >= 100
    assert len({event.name for event, _ in kept}) == len(half(name).events)
    assert sum(one.a.partition("/")[0] != one.b.partition("/")[0] for _, one in kept) >= 10


def test_the_halves_share_no_article() -> None:
    """What judges was never built with."""
    dev, test = ({article.text for article in half(name).articles} for name in HALVES)
    assert not dev & test

"""Our own gold: it is whole, it is ours, and its halves are alike."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from claims.evaluate import Corpus, read_corpus
from claims.evaluate.gold import Manner
from claims.vocabulary import Attitude, FigureKind, Kind, SpeakerKind

ROOT = Path(__file__).resolve().parents[2]
GOLD = ROOT / "annotations" / "gold"
HALVES = ("dev", "test")


@cache
def half(name: str) -> Corpus:
    """One half, read and checked."""
    return read_corpus(GOLD / name)


@pytest.mark.parametrize("name", HALVES)
def test_each_half_has_articles_enough(name: str) -> None:
    """At least fifteen, each of a length that news has."""
    articles = half(name).articles
    assert len(articles) >= 15
    assert all(150 <= len(gold.article.text.split()) <= 350 for gold in articles)


@pytest.mark.parametrize("name", HALVES)
def test_every_article_has_its_particulars(name: str) -> None:
    """Title, publisher, day and an address that nobody can own."""
    for gold in half(name).articles:
        article = gold.article
        assert article.title, gold.name
        assert article.publisher, gold.name
        assert article.published, gold.name
        assert re.search(r"//[a-z.]+\.example/", article.url or ""), gold.name


@pytest.mark.parametrize("name", HALVES)
def test_every_span_stands_in_its_article(name: str) -> None:
    """Offsets are the truth, and the words are witnesses."""
    for gold in half(name).articles:
        spans = [span for claim in gold.claims for span in (*claim.source, *claim.cue, *claim.content)]
        spans += [figure.span for figure in gold.figures] + list(gold.boilerplate) + list(gold.datelines)
        assert all(gold.article.words(span.part)[span.start : span.end] == span.text for span in spans)


@pytest.mark.parametrize("name", HALVES)
def test_every_phenomenon_stands_in_each_half(name: str) -> None:
    """What makes claims hard: manners of naming, kinds, attitudes, joint sources, spokespeople, broken quotations."""
    articles = half(name).articles
    attributed = [(gold, claim) for gold in articles for claim in gold.attributed]
    manners = Counter(gold.manner(claim) for gold, claim in attributed)
    assert all(manners[manner] >= least for manner, least in {
        Manner.NAMED: 40, Manner.ROLE: 15, Manner.PRONOUN: 40, Manner.ORGANISATION: 30, Manner.ANONYMOUS: 10,
        Manner.UNCLEAR: 2, Manner.WORDLESS: 2,
    }.items()), manners  # fmt: skip
    assert {claim.kind for gold in articles for claim in gold.claims} == set(Kind)
    assert {claim.attitude for _, claim in attributed} == set(Attitude)
    assert {speaker.kind for gold in articles for speaker in gold.speakers} == set(SpeakerKind)
    assert sum(len(claim.says) > 1 for _, claim in attributed) >= 3
    assert sum(bool(claim.on_behalf) for _, claim in attributed) >= 5
    assert sum(len(claim.content) > 1 for _, claim in attributed) >= 10
    assert sum(claim.nested for _, claim in attributed) >= 5
    assert sum("\n" in span.text for _, claim in attributed for span in claim.content) >= 1
    assert sum(len(gold.boilerplate) for gold in articles) >= 15
    assert sum(claim.part == "title" for gold in articles for claim in gold.claims) >= 10


@pytest.mark.parametrize("name", HALVES)
def test_figures_of_many_kinds_stand_in_each_half(name: str) -> None:
    """Money, shares, dates, scores: what a newsroom disputes."""
    kinds = Counter(figure.kind for gold in half(name).articles for figure in gold.figures)
    rare = {FigureKind.PERCENTAGE_POINTS}
    assert set(FigureKind) - rare <= set(kinds), set(FigureKind) - set(kinds)


@pytest.mark.parametrize("name", HALVES)
def test_every_claim_has_its_worth(name: str) -> None:
    """From 0 to 3, and a statement is always worth something."""
    for gold in half(name).articles:
        assert all(claim.worth is not None for claim in gold.claims), gold.name
        assert all(claim.worth for claim in gold.statements), gold.name


def test_no_sentence_stands_in_both_halves() -> None:
    """The test half is not seen while building."""

    def sentences(name: str) -> set[str]:
        found = re.findall(r"[^.!?\n]{40,}[.!?]", "\n".join(gold.article.text for gold in half(name).articles))
        return {sentence.strip() for sentence in found}

    assert not sentences("dev") & sentences("test")


@pytest.mark.parametrize("name", HALVES)
def test_the_readme_counts_what_is_there(name: str) -> None:
    """Numbers in prose go stale; these cannot."""
    articles = half(name).articles
    counts = (
        len(articles),
        sum(len(gold.attributed) for gold in articles),
        sum(len(gold.statements) for gold in articles),
        sum(len(gold.figures) for gold in articles),
    )
    row = f"| `{name}` | " + " | ".join(map(str, counts)) + " |"
    assert row in (GOLD / "README.md").read_text(encoding="utf-8")

"""Fits what each piece of evidence is worth: ``python -m training.evidence annotations/gold/events/dev``.

A logistic regression over pairs of gold claims in different articles, with a ridge, so that no piece counts for more
than the events can show. Prints the table of ``claims/compare/weights.py``, and how well each event is grouped by
weights that were fitted on the others.
"""

from __future__ import annotations

import argparse
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from claims.compare.encoder import MiniLmEncoder
from claims.compare.evidence import evidence
from claims.compare.grouping import ENOUGH
from claims.compare.profile import profile
from claims.evaluate.events import EventCorpus, read_events
from claims.extract import extract
from claims.extract.figures import find_figures
from claims.extract.taggers import default_tagger
from claims.models import BROKEN, Article, Claim, Figure, Span
from claims.vocabulary import Kind

RIDGE = 1.0
FAR_PAIRS = 20
"""Of the pairs from two events, which are nearly all easy, one in so many is enough."""
HARD = 3.0
"""What annotators took pains to keep apart counts so many times."""
STEPS = 60


@dataclass(frozen=True, slots=True)
class Case:
    """Two gold claims in different articles, and whether they are about the same thing."""

    events: tuple[str, str]
    pieces: tuple[float, ...]
    together: bool
    hard: bool


def cases(corpus: EventCorpus) -> tuple[list[str], list[Case]]:
    """The pairs of a corpus with their evidence, and the names of the pieces."""
    claims = gold_claims(corpus)
    articles = {article.id: article for article in corpus.articles}
    profiles = {key: profile(claim, articles[claim.article_id]) for key, claim in claims.items()}
    vectors = MiniLmEncoder().encode([one.passage for one in profiles.values()])
    row = {key: at for at, key in enumerate(profiles)}
    wanted = {frozenset((pair.a, pair.b)) for event in corpus.events for pair in event.pairs}
    either = {pair for event in corpus.events for group in event.groups for pair in group.pairs} - wanted
    apart = {frozenset((kept.a, kept.b)) for event in corpus.events for kept in event.apart}
    names: list[str] = []
    found = []
    for a, b in combinations(profiles, 2):
        pair = frozenset((a, b))
        events = (a.partition("/")[0], b.partition("/")[0])
        if profiles[a].article == profiles[b].article or pair in either:
            continue
        if events[0] != events[1] and pair not in wanted | apart and zlib.crc32((a + b).encode()) % FAR_PAIRS:
            continue
        pieces = evidence(profiles[a], profiles[b], float(vectors[row[a]] @ vectors[row[b]]))
        names = list(pieces)
        found.append(Case(events, tuple(pieces.values()), pair in wanted, pair in apart))
    return names, found


def gold_claims(corpus: EventCorpus) -> dict[str, Claim]:
    """The gold claims with what the machine reads in them: figures, and the speakers of the claim that covers them."""
    made: dict[str, Claim] = {}
    tagger = default_tagger()
    for article in corpus.articles:
        found = extract(article, tagger).claims
        for key, member in corpus.claims.items():
            if member.article != article.id:
                continue
            near = max(found, key=lambda one: _overlap(one.spans, member.spans), default=None)
            like = near if near and _overlap(near.spans, member.spans) > 0 else None
            made[key] = Claim(
                id=f"c{key}",
                article_id=article.id,
                kind=like.kind if like else Kind.STATEMENT,
                spans=member.spans,
                text=BROKEN.join(span.text for span in member.spans),
                source_spans=like.source_spans if like else (),
                cue_spans=like.cue_spans if like else (),
                speakers=like.speakers if like else (),
                figures=tuple(_figures(article, member.spans)),
            )
    return made


def _overlap(some: tuple[Span, ...], others: tuple[Span, ...]) -> int:
    return sum(max(0, min(a.end, b.end) - max(a.start, b.start)) for a in some for b in others if a.part == b.part)


def _figures(article: Article, spans: tuple[Span, ...]) -> Iterator[Figure]:
    part = spans[0].part
    for figure in find_figures(article.words(part), published=article.published, part=part):
        if any(span.holds(figure.start, figure.end, figure.part) for span in spans):
            yield figure


def fitted(chosen: list[Case]) -> NDArray[np.float64]:
    """Weights by Newton's method; the last one is the constant, which has no ridge."""
    x = _matrix(chosen)
    y = np.array([one.together for one in chosen], np.float64)
    worth = np.array([HARD if one.hard else 1.0 for one in chosen])
    ridge = np.eye(x.shape[1]) * RIDGE
    ridge[-1, -1] = 0
    weights = np.zeros(x.shape[1])
    for _ in range(STEPS):
        chance = 1 / (1 + np.exp(-x @ weights))
        slope = x.T @ (worth * (chance - y)) + ridge @ weights
        bend = (x * (worth * chance * (1 - chance))[:, None]).T @ x + ridge
        step = np.linalg.solve(bend, slope)
        weights -= step
        if np.abs(step).max() < 1e-6:
            break
    return weights


def _matrix(chosen: list[Case]) -> NDArray[np.float64]:
    pieces = np.array([one.pieces for one in chosen], np.float64)
    return np.hstack([pieces, np.ones((len(pieces), 1))])


def held_out(found: list[Case]) -> Iterator[tuple[str, int, int, int]]:
    """For each event, pairs wanted, found and right by weights that never saw it."""
    for event in sorted({name for one in found for name in one.events}):
        weights = fitted([one for one in found if event not in one.events])
        inside = [one for one in found if one.events == (event, event)]
        said = 1 / (1 + np.exp(-_matrix(inside) @ weights)) >= ENOUGH
        right = sum(1 for one, yes in zip(inside, said, strict=True) if yes and one.together)
        yield event, sum(one.together for one in inside), int(said.sum()), right


def main() -> None:
    """Read the events, fit, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("events", type=Path)
    options = parser.parse_args()
    names, found = cases(read_events(options.events))
    for event, wanted, said, right in held_out(found):
        print(f"# {event}: {wanted} wanted, {said} found, {right} right")
    for name, weight in zip([*names, "constant"], fitted(found), strict=True):
        print(f'    "{name}": {weight:.2f},')


if __name__ == "__main__":
    main()

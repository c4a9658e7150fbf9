"""Which claims of a machine are which claims of the gold: those with at least half of their words in common."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from claims.evaluate.events import EventCorpus, GoldMember
from claims.evaluate.relations import HALF, Tokens, overlap
from claims.models import Claim, Span
from claims.vocabulary import Part

Covered = tuple[Part, frozenset[int]]


class Matches:
    """Claims of a desk and gold claims, each with the one that it is nearest to."""

    def __init__(self, corpus: EventCorpus, claims: Sequence[Claim]) -> None:
        self._tokens = {(article.id, part): Tokens(article.words(part)) for article in corpus.articles for part in Part}
        members = {
            article.id: [one for one in corpus.claims.values() if one.article == article.id]
            for article in corpus.articles
        }
        self.gold_of: dict[str, str] = {}
        """The gold claim that a found one stands for; several may stand for one, as a claim within a claim does."""
        self.found_as: dict[str, str] = {}
        """The found claim that stands for a gold one best."""
        self.touching: set[str] = set()
        """Found claims that stand for none and share words with one: their bounds are wrong."""
        best: dict[str, float] = {}
        for claim in claims:
            near = sorted(
                (-shared, one.key) for one in members.get(claim.article_id, ()) if (shared := self._overlap(one, claim))
            )
            if not near:
                continue
            shared, key = -near[0][0], near[0][1]
            if shared < HALF:
                self.touching.add(claim.id)
                continue
            self.gold_of[claim.id] = key
            if shared > best.get(key, 0.0):
                best[key], self.found_as[key] = shared, claim.id

    def _overlap(self, member: GoldMember, claim: Claim) -> float:
        one, other = (self._covered(claim.article_id, spans) for spans in (member.spans, claim.spans))
        return overlap(one[1], other[1]) if one[0] == other[0] else 0.0

    def _covered(self, article: str, spans: Iterable[Span]) -> Covered:
        ranges = list(spans)
        part = ranges[0].part
        return part, self._tokens[article, part].set_of((span.start, span.end) for span in ranges)

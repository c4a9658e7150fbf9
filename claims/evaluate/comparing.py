"""Groups and relations against gold: what was brought together, how it was said to relate, and what was kept apart.

Everything is counted in pairs of claims that stand in different articles. A pair that no annotator wrote down is wrong,
also where its claims are no gold claims at all: the groups of an event are complete.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from claims.evaluate.events import EventCorpus, GoldPair
from claims.evaluate.matching import Matches
from claims.evaluate.scores import PairMiss, Place, Score, Tally
from claims.models import Claim, Comparison, Pair
from claims.vocabulary import ClaimRelation

FOUND, GIVEN = "Comparison", "Comparison, given the gold claims"
TOGETHER, KEPT = "pairs in one group", "hard negatives kept apart"
RELATIONS, REMARKS, CONTRADICTIONS = "relation of a right pair", "remark of a right relation", "contradictions"
Two = frozenset[str]


@dataclass(frozen=True, slots=True)
class Answers:
    """What a desk holds after comparing: its claims, and what it says of them."""

    claims: Sequence[Claim]
    comparison: Comparison


class ComparisonTally:
    """Counts over a corpus of events."""

    def __init__(self, corpus: EventCorpus, answers: Answers, group: str) -> None:
        self._corpus, self._group = corpus, group
        self._claims = {claim.id: claim for claim in answers.claims}
        self._gold = corpus.claims
        self._matches = Matches(corpus, answers.claims)
        self._wanted = {frozenset((pair.a, pair.b)): pair for event in corpus.events for pair in event.pairs}
        self._either = {pair for event in corpus.events for group in event.groups for pair in group.pairs}
        self._found = self._grouped(answers.comparison)
        self._tallies: dict[str, Tally] = {}
        self.misses: list[PairMiss] = []
        self._count_claims()
        self._count_groups()
        self._count_kept()
        self._count_relations()
        self._count_contradictions()

    def scores(self) -> list[Score]:
        """All rows."""
        return [tally.score(self._group, name) for name, tally in self._tallies.items()]

    def _tally(self, name: str, *, accuracy: bool = False) -> Tally:
        return self._tallies.setdefault(name, Tally(accuracy=accuracy))

    def _grouped(self, comparison: Comparison) -> dict[Two, Pair | None]:
        """Every two claims in one group and different articles, as gold claims where they are such.

        Of several found pairs for one gold pair, that of the claims that stand for it best says the relation.
        """
        found: dict[Two, Pair | None] = {}
        best = set(self._matches.found_as.values())
        for group in comparison.groups:
            said = {frozenset((pair.a, pair.b)): pair for pair in group.pairs}
            for a, b in combinations(group.claims, 2):
                one, other = self._claims.get(a), self._claims.get(b)
                if one is None or other is None or one.article_id == other.article_id:
                    continue
                key = frozenset(self._matches.gold_of.get(id, id) for id in (a, b))
                if key not in found or {a, b} <= best:
                    found[key] = said.get(frozenset((a, b)))
        return found

    def _count_claims(self) -> None:
        self._tally("claims found", accuracy=True).want(len(self._gold), len(self._matches.found_as))

    def _count_groups(self) -> None:
        # What may as well be in one group is neither wanted nor wrong.
        counted = [key for key in self._found if key in self._wanted or key not in self._either]
        right = [key for key in counted if key in self._wanted]
        self._tally(TOGETHER).both(len(self._wanted), len(counted), len(right))
        for key, pair in self._wanted.items():
            if key not in self._found:
                lost = [one for one in (pair.a, pair.b) if one not in self._matches.found_as]
                got = "not found: " + " and ".join(lost) if lost else "apart"
                self._miss(TOGETHER, key, f"together ({_said(pair)})", got)
        kept = self._kept()
        for key in counted:
            if key not in self._wanted:
                row = KEPT if key in kept else TOGETHER
                self._miss(row, key, kept.get(key, "apart"), _got(self._found[key]))

    def _kept(self) -> dict[Two, str]:
        return {
            frozenset((kept.a, kept.b)): f"apart: {kept.why}" for event in self._corpus.events for kept in event.apart
        }

    def _count_kept(self) -> None:
        """Of those whose claims were both found: what is not there is easily kept apart."""
        there = [key for key in self._kept() if key <= self._matches.found_as.keys()]
        self._tally(KEPT, accuracy=True).want(len(there), sum(key not in self._found for key in there))

    def _count_relations(self) -> None:
        whole = self._tally(RELATIONS, accuracy=True)
        rows = {relation: self._tally(f"relation: {relation}") for relation in ClaimRelation}
        remarks = self._tally(REMARKS, accuracy=True)
        for key, pair in self._both():
            said = self._found[key]
            relation = said.relation if said else None
            right = relation in pair.relations
            whole.want(1, int(right))
            rows[pair.relations[0]].want(1, int(right))
            if relation:
                rows[relation].find(1, int(right))
            if pair.remark and relation == pair.relations[0]:
                remarks.want(1, int(said is not None and said.remark == pair.remark))
            if not right:
                self._miss(RELATIONS, key, _said(pair), _got(said))

    def _both(self) -> Iterator[tuple[Two, GoldPair]]:
        return ((key, pair) for key, pair in self._wanted.items() if key in self._found)

    def _count_contradictions(self) -> None:
        """Wanted is what can be nothing else; found is right where the gold takes it as an answer."""
        tally = self._tally(CONTRADICTIONS)
        for key, pair in self._wanted.items():
            if pair.relations == (ClaimRelation.CONTRADICTION,):
                tally.want(1, int(self._contradicted(key)))
        for key in self._found:
            if self._contradicted(key) and (key in self._wanted or key not in self._either):
                wanted = self._wanted.get(key)
                tally.find(1, int(wanted is not None and ClaimRelation.CONTRADICTION in wanted.relations))

    def _contradicted(self, key: Two) -> bool:
        said = self._found.get(key)
        return said is not None and said.relation == ClaimRelation.CONTRADICTION

    def _miss(self, row: str, key: Two, wanted: str, got: str) -> None:
        a, b = sorted((self._place(one) for one in key), key=lambda place: place.article)
        self.misses.append(PairMiss(row=f"{self._group}: {row}", a=a, b=b, wanted=wanted, got=got))

    def _place(self, key: str) -> Place:
        if key in self._gold:
            gold = self._gold[key]
            return Place(article=gold.article, name=key, line=gold.line, spans=gold.spans)
        claim = self._claims[key]
        return Place(article=claim.article_id, name="no gold claim", spans=claim.spans)


def _said(pair: GoldPair) -> str:
    return " or ".join(pair.relations) + (f" ({pair.remark})" if pair.remark else "")


def _got(pair: Pair | None) -> str:
    if pair is None:
        return "together, no relation"
    return pair.relation + (f" ({pair.remark})" if pair.remark else "") + f": {pair.reason}"

"""Statements against gold ones, and whatever was taken from boilerplate."""

from __future__ import annotations

from collections.abc import Sequence

from claims.evaluate.gold import GoldArticle, GoldClaim
from claims.evaluate.relations import HALF, Tokens, overlap
from claims.evaluate.scores import Alarms, Miss, Score, Tally, closest
from claims.models import Claim, Span
from claims.vocabulary import Kind, Part


class StatementTally:
    """Counts over many articles: one to one, by half or more of their common words."""

    def __init__(self, group: str) -> None:
        self.group = group
        self._tally = Tally()
        self._headlines = Tally()
        self._lines = self._alarms = 0
        self.misses: list[Miss] = []

    def add(self, gold: GoldArticle, claims: Sequence[Claim]) -> list[tuple[GoldClaim, Claim]]:
        """Count one article; returns the statements that were found."""
        tokens = {part: Tokens(gold.article.words(part)) for part in Part}
        wanted, found = gold.statements, [claim for claim in claims if claim.kind == Kind.STATEMENT]
        gold_sets = [tokens[one.part].set_of((s.start, s.end) for s in one.content) for one in wanted]
        sets = [tokens[one.spans[0].part].set_of((s.start, s.end) for s in one.spans) for one in found]
        near = [
            (shared, w, f)
            for w, one in enumerate(wanted)
            for f, guess in enumerate(found)
            if one.part == guess.spans[0].part and (shared := overlap(gold_sets[w], sets[f])) >= HALF
        ]
        pairs = closest(near)
        self._tally.both(len(wanted), len(found), len(pairs))
        self._headlines.both(
            sum(one.part == Part.TITLE for one in wanted),
            sum(one.spans[0].part == Part.TITLE for one in found),
            sum(wanted[w].part == Part.TITLE for w, _ in pairs),
        )
        missed = set(range(len(wanted))) - {w for w, _ in pairs}
        alarms = set(range(len(found))) - {f for _, f in pairs}
        for w in sorted(missed):
            self._miss(gold, wanted[w].line, wanted[w].content, "a statement", "nothing")
        for f in sorted(alarms):
            self._miss(gold, None, found[f].spans, "nothing", "a statement")
        self._count_boilerplate(gold, claims)
        return [(wanted[w], found[f]) for w, f in pairs]

    def _count_boilerplate(self, gold: GoldArticle, claims: Sequence[Claim]) -> None:
        self._lines += len(gold.boilerplate)
        for line in gold.boilerplate:
            touching = [claim for claim in claims if any(_touch(span, line) for span in claim.spans)]
            self._alarms += len(touching)
            for claim in touching:
                self._miss(gold, None, claim.spans, "nothing: boilerplate", f"a claim ({claim.kind})")

    def _miss(self, gold: GoldArticle, line: int | None, spans: tuple[Span, ...], wanted: str, got: str) -> None:
        row = f"{self.group}: " + ("false alarms on boilerplate" if "boilerplate" in wanted else "all")
        self.misses.append(Miss(article=gold.name, line=line, row=row, spans=spans, wanted=wanted, got=got))

    def scores(self) -> list[Score]:
        """All rows."""
        return [self._tally.score(self.group, "all"), self._headlines.score(self.group, "headlines")]

    def alarms(self) -> list[Alarms]:
        """How many claims were taken from boilerplate."""
        return [Alarms(group=self.group, name="false alarms on boilerplate", places=self._lines, alarms=self._alarms)]


def _touch(one: Span, other: Span) -> bool:
    return one.part == other.part and one.start < other.end and other.start < one.end

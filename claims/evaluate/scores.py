"""Scores, what they were counted from, and each miss behind them."""

from __future__ import annotations

from collections.abc import Sequence

from claims.models import Document, Span, Value


class Score(Value):
    """One row of the table: how much was right of what was wanted, and of what was found.

    ``wanted_right`` and ``found_right`` differ only where a kind counts on each side by itself. A row
    without ``found`` is an accuracy: everything wanted got an answer. All shares are in percent.
    """

    group: str
    name: str
    wanted: int
    wanted_right: int
    found: int | None = None
    found_right: int | None = None

    @property
    def recall(self) -> float | None:
        """Of what was wanted; for an accuracy the score itself."""
        return _share(self.wanted_right, self.wanted)

    @property
    def precision(self) -> float | None:
        """Of what was found."""
        return None if self.found is None else _share(self.found_right or 0, self.found)

    @property
    def value(self) -> float | None:
        """F1, or the accuracy; null where nothing was wanted."""
        if self.found is None:
            return self.recall
        if not self.wanted:
            return None
        precision, recall = self.precision or 0.0, self.recall or 0.0
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0

    @property
    def key(self) -> str:
        """The name of the row in a baseline."""
        return f"{self.group}: {self.name}"


class Alarms(Value):
    """How often something was found where nothing is: the fewer the better."""

    group: str
    name: str
    places: int
    alarms: int

    @property
    def key(self) -> str:
        """The name of the row in a baseline."""
        return f"{self.group}: {self.name}"


class Miss(Value):
    """One answer that was wrong, with its place."""

    article: str
    line: int | None = None
    """The line of the annotations, where there is one."""
    row: str
    """Which score it costs."""
    spans: tuple[Span, ...]
    source: tuple[Span, ...] = ()
    wanted: str
    got: str


class Place(Value):
    """Where one of two claims stands."""

    article: str
    """The article's id."""
    name: str
    """The claim's key in the gold, if it is there."""
    line: int | None = None
    spans: tuple[Span, ...]


class PairMiss(Value):
    """Two claims that were wrongly brought together, kept apart or related."""

    row: str
    """Which score it costs."""
    a: Place
    b: Place
    wanted: str
    got: str


class Report(Document):
    """All scores of one tagger on one corpus."""

    corpus: str
    sha256: str
    articles: int
    tagger: str
    scores: tuple[Score, ...]
    alarms: tuple[Alarms, ...] = ()
    misses: tuple[Miss, ...] = ()
    pair_misses: tuple[PairMiss, ...] = ()


class Tally:
    """Counts for one row."""

    def __init__(self, *, accuracy: bool = False) -> None:
        self.accuracy = accuracy
        self.wanted = self.wanted_right = self.found = self.found_right = 0

    def want(self, count: int, right: int) -> None:
        """So many were wanted, of which so many are right."""
        self.wanted += count
        self.wanted_right += right

    def find(self, count: int, right: int) -> None:
        """So many were found, of which so many are right."""
        self.found += count
        self.found_right += right

    def both(self, wanted: int, found: int, right: int) -> None:
        """A one-to-one matching."""
        self.want(wanted, right)
        self.find(found, right)

    def score(self, group: str, name: str) -> Score:
        """The row."""
        return Score(
            group=group,
            name=name,
            wanted=self.wanted,
            wanted_right=self.wanted_right,
            found=None if self.accuracy else self.found,
            found_right=None if self.accuracy else self.found_right,
        )


def closest(near: Sequence[tuple[float, int, int]]) -> list[tuple[int, int]]:
    """Pairs one to one, the best first: each candidate is (goodness, index wanted, index found)."""
    wanted: set[int] = set()
    found: set[int] = set()
    pairs = []
    for _, one, other in sorted((-goodness, w, f) for goodness, w, f in near):
        if one not in wanted and other not in found:
            wanted.add(one)
            found.add(other)
            pairs.append((one, other))
    return pairs


def _share(part: int, whole: int) -> float | None:
    return 100 * part / whole if whole else None

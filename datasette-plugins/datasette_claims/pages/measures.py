"""Of several claims about one thing, the figures that can be set side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from claims.compare import units
from claims.models import Claim, Figure


def common_figures(claims: Sequence[Claim]) -> list[Figure | None]:
    """Of each claim the first figure of the measure that most of them have; of several such, the earliest claim's."""
    measures = Counter(measure for claim in claims for measure in {_measure(figure) for figure in claim.figures})
    most = max(measures.values(), default=0)
    common = next((_measure(f) for claim in claims for f in claim.figures if measures[_measure(f)] == most), None)
    return [next((f for f in claim.figures if _measure(f) == common), None) for claim in claims]


def _measure(figure: Figure) -> tuple[str, str]:
    known = units.measure(figure.unit)
    return str(figure.kind), known[0] if known else figure.unit or ""

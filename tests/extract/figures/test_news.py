"""News sentences of our own with their figures, in ``benchmarks/figures/news``: what is reached there stays reached."""

from __future__ import annotations

import importlib.util
from decimal import Decimal, InvalidOperation
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from claims.extract.figures import find_figures
from claims.models import Figure

BENCHMARK = Path(__file__).parents[3] / "benchmarks" / "figures"
CLOSE = Decimal("0.000001")


@pytest.fixture(scope="module")
def news() -> ModuleType:
    """The reader of the notation, which lies beside the sentences."""
    spec = importlib.util.spec_from_file_location("figures_news", BENCHMARK / "news.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def same(found: str | None, gold: str | None) -> bool:
    """Equal as text, or as numbers up to the digits that a ratio without end has."""
    if found is None or gold is None:
        return found is gold
    try:
        return abs(Decimal(found) - Decimal(gold)) <= CLOSE * abs(Decimal(gold))
    except InvalidOperation:
        return found == gold


def right(figure: Figure, gold: dict[str, Any]) -> bool:
    """Say whether a figure stands where the gold one does and has its value."""
    here = figure.core_start < gold["end"] and gold["start"] < figure.core_end
    return here and same(figure.low, gold["low"]) and same(figure.high, gold["high"])


@pytest.mark.parametrize(("name", "floor"), [("first", 212), ("second", 118)])
def test_news_of_all_styles_keeps_its_figures(news: ModuleType, name: str, floor: int) -> None:
    """So many figures of the set have their value, and no number that is a name or a code is taken for one."""
    hits, taken = 0, []
    for row in news.read(news.FOLDER / f"{name}.txt"):
        found = find_figures(row["text"], published=row["published"])
        hits += sum(any(right(figure, gold) for figure in found) for gold in row["figures"])
        for start, end in row["distractors"]:
            taken += [f.text for f in found if f.core_start < end and start < f.core_end]
    assert not taken
    assert hits >= floor


CASES = [
    ("The 6-foot-4 guard weighed 4st 6lb.", [("76", "inch"), ("62", "pound")]),
    ("Two girls aged 7 and 9 came.", [("2", None), ("7", "year"), ("9", "year")]),
    ("Onions cost Rs 25-28 a kg.", [("25", "INR/kilogram")]),
    ("The fine is R50 000, the prize N25m.", [("50000", "ZAR"), ("25000000", "NGN")]),
    ("It stood two more weeks.", [("2", "week")]),
    ("Half as many came.", [("0.5", None)]),
    ("A quarter-point cut.", [("0.25", "percentage_point")]),
    ("A pair of jets and a pair of trousers.", [("2", None)]),
    ("Version 2.0.1 of rule 2016/679 under ISO 9001 on a 737 Max jet.", []),
    ("The batsmen took Corran to 142 for 6 before stumps.", [("142", None)]),
    ("forty-five (45) boats", [("45", None)]),
]


@pytest.mark.parametrize(("text", "figures"), CASES)
def test_rules_that_news_taught(text: str, figures: list[tuple[str, str | None]]) -> None:
    """Compounds, lists of ages, shared currencies, letters that are money, cricket, and codes that are none."""
    assert [(f.low, f.unit) for f in find_figures(text)] == figures


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("The index shed 612 points, or 0.84 per cent.", ["down", "down"]),
        ("Murders fell by a quarter and burglaries by 9 per cent.", ["down", "down"]),
        ("A 13.4% year-on-year rise.", ["up"]),
        ("Shares closed 2% higher.", ["up"]),
        ("They advanced the $1.7tn package.", [None]),
    ],
)
def test_direction_is_shared_by_what_hangs_together(text: str, change: list[str | None]) -> None:
    """An apposition and a second "by" have the direction of what they follow; what is done to a sum has none."""
    assert [f.change for f in find_figures(text)] == change

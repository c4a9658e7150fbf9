"""Figures of words that a person chose, and figures that a person corrects."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from pydantic import ValidationError

from claims import ids
from claims.desk.words import locate
from claims.errors import Ambiguous, InputError, NotFound
from claims.extract.figures import find_figures
from claims.models import MACHINE, Article, ClaimRecord, Figure, Span, Value
from claims.vocabulary import Change, FigureKind, Modifier


class FigureCorrection(Value):
    """New values for some fields of a figure; what is None stays, and an empty word clears the field."""

    id: str
    low: str | None = None
    high: str | None = None
    unit: str | None = None
    kind: FigureKind | None = None
    modifier: Modifier | str | None = None
    counted: str | None = None
    change: Change | str | None = None


def read(article: Article, claim: str, spans: Sequence[Span]) -> list[Figure]:
    """The figures that the grammar finds in the words of one claim."""
    out = []
    for span in spans:
        for figure in find_figures(span.text, published=article.published, part=span.part):
            core = (figure.core_start + span.start, figure.core_end + span.start)
            place = {
                "id": ids.figure_id(claim, span.part, *core),
                "start": figure.start + span.start,
                "end": figure.end + span.start,
                "core_start": core[0],
                "core_end": core[1],
            }
            out.append(figure.model_copy(update=place))
    return out


def carried(record: ClaimRecord, article: Article, spans: Sequence[Span]) -> list[Figure]:
    """The figures of a claim whose words change: a person's stay, the machine's are read anew.

    Raises InputError where a person's figure would no longer lie inside the words.
    """
    own = [figure for figure in record.figures if figure.by != MACHINE]
    if record.revision != article.revisions[-1].number:
        own = [_moved(figure, record.id, spans) for figure in own]
    for figure in own:
        if not any(span.holds(figure.start, figure.end, figure.part) for span in spans):
            raise InputError(
                f'{figure.by} entered the figure "{figure.text}", which does not lie in the new words.',
                hint=f"Widen the words, or add --drop-figure {figure.id}",
            )
    fresh = [f for f in read(article, record.id, spans) if not any(_meet(f, mine) for mine in own)]
    return sorted([*own, *fresh], key=lambda f: (f.part, f.start))


def _moved(figure: Figure, claim: str, spans: Sequence[Span]) -> Figure:
    """A figure of an older revision where its words stand once in the new words; else nowhere."""
    places = [
        (span.part, span.start + found.start())
        for span in spans
        for found in re.finditer(re.escape(figure.text), span.text)
    ]
    if len(places) != 1:
        # An older revision's offsets mean nothing here, and must not fit by chance.
        return figure.model_copy(update={"start": -1, "end": -1})
    ((part, start),) = places
    by = start - figure.start
    core = (figure.core_start + by, figure.core_end + by)
    place = {"start": start, "end": figure.end + by, "core_start": core[0], "core_end": core[1]}
    return figure.model_copy(update=place | {"part": part, "id": ids.figure_id(claim, part, *core)})


def _meet(a: Figure, b: Figure) -> bool:
    return a.part == b.part and a.start < b.end and b.start < a.end


def corrected(figures: Sequence[Figure], correction: FigureCorrection, by: str) -> list[Figure]:
    """The figures with one of them corrected by a person."""
    figure = _one(figures, correction.id)
    values = _with(figure.model_dump(), correction) | {"by": by}
    new = _valid(values)
    return [new if f.id == figure.id else f for f in figures]


def added(
    figures: Sequence[Figure], record: ClaimRecord, article: Article, correction: FigureCorrection, by: str
) -> list[Figure]:
    """The figures with one more, which a person found in the claim's words; ``id`` holds those words."""
    span = locate(article, correction.id, near=record.spans)[0]
    if not any(one.holds(span.start, span.end, span.part) for one in record.spans):
        raise InputError(f'The words "{correction.id}" are not part of claim {record.id}.')
    readings = read(article, record.id, [span])
    values: dict[str, Any] = readings[0].model_dump() if readings else {"kind": FigureKind.COUNT}
    values = _with(values, correction)
    place = {"start": span.start, "end": span.end, "core_start": span.start, "core_end": span.end}
    id = ids.figure_id(record.id, span.part, span.start, span.end)
    new = _valid(values | place | {"id": id, "by": by, "part": span.part, "text": span.text})
    return sorted([*(f for f in figures if not _meet(f, new)), new], key=lambda f: (f.part, f.start))


def _with(values: dict[str, Any], correction: FigureCorrection) -> dict[str, Any]:
    """The values of a figure, or of none yet, with those that a person gave."""
    given = {f: v or None for f, v in correction.model_dump(exclude={"id"}).items() if v is not None}
    bounds = {"low", "high"} & set(given)
    # One bound alone, where there was one number or none, is the number.
    if len(bounds) == 1 and values.get("low") == values.get("high") and not values.get("unresolved"):
        given["low"] = given["high"] = given[bounds.pop()]
    new = values | given
    if new.get("low") is not None or new.get("high") is not None:
        new["unresolved"] = False
    return new


def dropped(figures: Sequence[Figure], id: str) -> list[Figure]:
    """The figures without one of them."""
    gone = _one(figures, id)
    return [figure for figure in figures if figure.id != gone.id]


def _one(figures: Sequence[Figure], start: str) -> Figure:
    found = [figure for figure in figures if figure.id.startswith(start.lower())]
    if len(found) == 1:
        return found[0]
    listed = ", ".join(f'{f.id} "{f.text}"' for f in found or figures) or "none"
    if found:
        raise Ambiguous(f"{start} could be {listed}.", hint="Type more of it")
    raise NotFound(f"The claim has no figure {start}; its figures: {listed}.")


def _valid(values: dict[str, Any]) -> Figure:
    try:
        figure = Figure.model_validate(values)
    except ValidationError as error:
        problem = "; ".join(str(e["msg"]).removeprefix("Value error, ") for e in error.errors())
        raise InputError(
            f"That is no figure: {problem}.", hint="Numbers are plain decimals (low=30000000000), dates ISO days"
        ) from error
    if _descends(figure):
        raise InputError(
            f"low={figure.low} is above high={figure.high}.",
            hint="Only a score and a change (modifier=from_to) keep the order of the text",
        )
    return figure


def _descends(figure: Figure) -> bool:
    """Whether low is above high where that has no meaning; an hour of the night may well be."""
    if figure.low is None or figure.high is None or figure.kind in {FigureKind.SCORE, FigureKind.TIME}:
        return False
    if figure.modifier == Modifier.FROM_TO:
        return False
    if figure.kind == FigureKind.DATE:
        return figure.low > figure.high
    return Decimal(figure.low) > Decimal(figure.high)

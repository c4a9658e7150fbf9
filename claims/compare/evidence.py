"""What speaks for and against two claims being about the same thing, each piece as a number.

Every piece is the same whichever claim comes first, and depends on the two claims and their articles alone.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from claims.compare import names
from claims.compare.figures import Relation
from claims.compare.kinship import aligned, comparable, overlap, quoted_alike, speakers_shared
from claims.compare.measures import PEOPLE, WEAK
from claims.compare.profile import Profile
from claims.models import Figure
from claims.vocabulary import FigureKind, Kind


def evidence(a: Profile, b: Profile, cosine: float) -> dict[str, float]:
    """The pieces of evidence by name; ``weights.WEIGHTS`` says what each is worth."""
    matter = same_matter(a, b)
    pairs = aligned(a, b)
    best = pairs[0] if pairs else None
    some = [one for one in a.figures if one.figure.kind not in _DATES]
    others = [one for one in b.figures if one.figure.kind not in _DATES]
    measures = {one.measure for one in some if one.measure}, {one.measure for one in others if one.measure}
    same_speaker = speakers_shared(a, b)
    common = names.shared(a.names, b.names)
    quoted = quoted_alike(a, b)
    quotes = a.kind == Kind.QUOTE and b.kind == Kind.QUOTE
    dates = _dates(a, b)
    one_measure = best is not None and best.a.measure is not None and best.a.measure == best.b.measure
    strong = one_measure and best is not None and best.a.measure not in WEAK
    one_thing = best is not None and best.a.thing is not None and best.a.thing == best.b.thing
    own = _alone(a, b)
    old = _far(a) != _far(b)
    reach = a.reach != b.reach and bool(a.reach or b.reach)
    same_figure = [one for one in pairs if one.relation in (Relation.EQUAL, Relation.ROUNDING)]
    return {
        "cosine": cosine,
        "rarest word": rarest(a, b),
        "context": context(a, b),
        "matter": matter,
        "matter and cosine": matter * cosine,
        "one strong measure, nothing parts them": float(strong and not own and not old and not reach)
        * min(1.0, 2 * matter),
        "one thing counted, not people": float(one_thing and best is not None and best.a.thing not in PEOPLE),
        "both tell a time": float(all(any(f.figure.kind == FigureKind.TIME for f in one.figures) for one in (a, b))),
        "same figure": float(bool(same_figure)),
        "same telling figure": float(any(telling(one.a.figure) for one in same_figure)),
        "other measures": float(bool(measures[0] and measures[1]) and not measures[0] & measures[1]),
        "measure on one side": float(bool(measures[0]) != bool(measures[1])),
        "not even one unit": float(bool(some and others) and not any(comparable(x, y) for x in some for y in others)),
        "figures on one side": float(bool(some) != bool(others)),
        "no figures": float(not some and not others),
        "two speakers": float(same_speaker is False),
        "quotations differ": float(quotes and quoted < 0.6),
        "no name in common": float(bool(a.names and b.names) and not common),
        "a rare name in common": float(bool(names.shared(a.foreign, b.foreign))),
        "other places": float(places_part(a, b)),
        "other reach": float(reach),
        "same date": float(dates is True),
        "other date": float(dates is False),
        "far date on one side": float(old),
    }


_DATES = (FigureKind.DATE, FigureKind.TIME, FigureKind.ORDINAL)
FAR = 21
"""Days from publication beyond which a date tells of something else than the news of the day."""


def _far(one: Profile) -> bool:
    """Whether a claim dates what it tells to a time away from its publication."""
    if one.day is None:
        return False
    here = date.fromisoformat(one.day)
    for measured in one.figures:
        figure = measured.figure
        if figure.kind == FigureKind.DATE and figure.low and figure.high:
            first, last = date.fromisoformat(figure.low), date.fromisoformat(figure.high)
            if (here - last).days > FAR or (first - here).days > FAR:
                return True
    return False


def same_matter(a: Profile, b: Profile) -> float:
    """How surely two articles tell of one matter, from 0 to 1: the names and the words that both come back to."""
    if a.article == b.article:
        return 1.0
    return _same_matter(a.focus, a.around, a.topic, b.focus, b.around, b.topic)


_Words = tuple[str, ...]


@lru_cache(maxsize=1024)
def _same_matter(focus: _Words, around: _Words, topic: _Words, of: _Words, beside: _Words, on: _Words) -> float:
    # Two articles are asked for once, not for every two claims of theirs.
    called = (_covered(focus, beside) + _covered(of, around)) / 2
    return min(1.0, called + overlap(topic, on))


def telling(figure: Figure) -> bool:
    """Whether a number is so particular that two claims hardly share it by chance."""
    digits = (figure.high or figure.low or "").replace("-", "").replace(".", "").strip("0")
    return len(digits) >= 2 or figure.kind in (FigureKind.MONEY, FigureKind.RATE, FigureKind.RATIO)


def _alone(a: Profile, b: Profile) -> float:
    """In how many of the two claims a name stands that its article is not about and the other claim does not know."""
    one = [name for name in a.foreign if not names.shared([name], b.names)]
    other = [name for name in b.foreign if not names.shared([name], a.names)]
    return (bool(one) + bool(other)) / 2


def _covered(focus: _Words, around: _Words) -> float:
    return len(names.shared(focus, around)) / len(focus) if focus else 0.0


def rarest(a: Profile, b: Profile) -> float:
    """The rarity of the rarest word that both say, from 0 to 1."""
    x, y = a.rarities, b.rarities
    return max((min(x[one], y[one]) for one in x.keys() & y.keys()), default=0.0)


def context(a: Profile, b: Profile) -> float:
    """The share of the words of either claim that the other has in its sentence or the one before."""
    x, y = a.rarities.keys(), b.rarities.keys()
    if not x or not y:
        return 0.0
    return (len(x & b.around_it) / len(x) + len(y & a.around_it) / len(y)) / 2


def places_part(a: Profile, b: Profile) -> bool:
    """Whether the claims tell of different places: each names one that the other does not know."""
    if not a.places or not b.places:
        return False
    return not names.shared(a.places, (*b.places, *b.names)) and not names.shared(b.places, a.names)


def _dates(a: Profile, b: Profile) -> bool | None:
    """Whether both claims name one day or period; nothing where one of them names none."""
    x = [one.figure for one in a.figures if one.figure.kind == FigureKind.DATE and one.figure.low]
    y = [one.figure for one in b.figures if one.figure.kind == FigureKind.DATE and one.figure.low]
    if not x or not y:
        return None
    return any((p.low or "") <= (q.high or "9") and (q.low or "") <= (p.high or "9") for p in x for q in y)

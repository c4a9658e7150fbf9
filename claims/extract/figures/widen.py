"""Give each figure its widest reading: the words that bound it, what it counts, and its direction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from claims.extract.figures import kinds, modifiers
from claims.extract.figures.amounts import per
from claims.extract.figures.direction import VERBS, direction
from claims.extract.figures.nouns import DETERMINERS, STOP, counted, plural
from claims.extract.figures.reading import Reading
from claims.extract.numerals import CARDINAL, FRACTION, MAGNITUDE, Tokens
from claims.extract.numerals.words import HYPHENS
from claims.vocabulary import Change, FigureKind, Modifier

_COUNTING = frozenset({kinds.COUNT, kinds.RATIO, kinds.ORDINAL})
_OF_WHAT = frozenset({kinds.QUANTITY, kinds.PERCENT, kinds.RATE})
_MOVABLE = frozenset(
    {kinds.PERCENT, kinds.PERCENTAGE_POINTS, kinds.MONEY, kinds.COUNT, kinds.QUANTITY,
     kinds.RATE, kinds.RATIO}
)  # fmt: skip
_SHARES = frozenset({kinds.PERCENT, kinds.PERCENTAGE_POINTS})
_INDEX = frozenset({"points"})
"""What an index gains and loses."""

_PARTS = _SHARES | {kinds.RATIO}

_UNBOUNDED = frozenset({kinds.DATE, kinds.TIME, kinds.ORDINAL, kinds.SCORE})
_LASTING = frozenset("for after lasted lasting lasts last took takes take spent served waited with than of in".split())
"""Before "over three years" these make "over" a bound; elsewhere it only says when."""

_CLIMBING = frozenset("go goes going gone went rise rises rose risen climb climbs climbed move moved came grew".split())
"""Before "up to" these make it a direction."""

_SENTENCE_ENDS = frozenset({".", "!", "?"})
_OWNERS = 4
"""Tokens between "two-thirds" and "88,000 residents" ("of the county's")."""

_LINKS = frozenset({"and", "but", ","})
_FEW = 4
_MOST_POINTS = 40
_FAR = 30
"""Tokens within which a number without a noun counts what the figure before it counted."""

Bound = Decimal | str | None
Place = tuple[int, int]


@dataclass(slots=True)
class Extent:
    """The widest reading of one figure, in tokens, and what its words say about it."""

    start: int
    end: int
    kind: FigureKind
    unit: str | None
    low: Bound
    high: Bound
    modifier: Modifier | None
    noun: Place | None = None
    change: Change | None = None
    joined: bool = False
    """Two bounds in one, which the core spans."""

    def bound(self, modifier: Modifier) -> None:
        """Take a modifier, and open the side that it leaves open."""
        self.modifier = modifier
        if modifier in modifiers.OPEN_ABOVE:
            self.high = None
        elif modifier in modifiers.OPEN_BELOW:
            self.low = None


def widen(t: Tokens, found: Sequence[Reading]) -> list[tuple[Reading, Extent]]:
    """Widen each reading within the room that its neighbours leave, in order.

    1. The modifier before it. 2. The noun phrase it counts, and a rate behind that. 3. The modifier after it.
    4. Its direction. 5. What it counts from earlier in the sentence. Then two bounds of one figure are joined.
    """
    out: list[tuple[Reading, Extent]] = []
    floor = 0
    for index, reading in enumerate(found):
        following = found[index + 1] if index + 1 < len(found) else None
        extent = _extent(t, reading, floor, following.start if following else t.size)
        if out and _said_twice(t, reading, out[-1][0]):
            continue
        if out:
            _lean(t, reading, extent, out)
        if extent.noun is None and _counts(reading):
            extent.noun = _earlier_noun(t, reading, out) or _noun_of_whole(t, reading, following)
        floor = extent.end
        if out and _two_bounds(t, out[-1][1], extent):
            out[-1] = (out[-1][0], _joined(out[-1][1], extent))
        else:
            out.append((reading, extent))
    return out


def _said_twice(t: Tokens, reading: Reading, before: Reading) -> bool:
    """ "forty-five (45)": the same number in brackets is no second figure."""
    same = reading.kind is before.kind is kinds.COUNT and reading.low == before.low
    return same and reading.start - before.end == 1 and t.words[before.end] == "(" and t.words[reading.end] == ")"


def _lean(t: Tokens, reading: Reading, extent: Extent, out: Sequence[tuple[Reading, Extent]]) -> None:
    """Take from the figures before it in the sentence what the words leave out: points, an age, a direction."""
    last = out[-1][1]
    if _points_of_percent(t, reading, out):
        extent.kind, extent.unit, extent.noun = kinds.PERCENTAGE_POINTS, "percentage_point", None
    between = t.words[last.end : extent.start]
    listed = last.kind is kinds.AGE and between in (["and"], [","], [",", "and"])
    if listed and extent.noun is None and reading.kind is kinds.COUNT and t.is_number(reading.start):
        extent.kind, extent.unit = kinds.AGE, last.unit  # "aged 27 and 31"
    if extent.change is None and last.change is not None and reading.kind in _MOVABLE:
        apposed = between in ([",", "or"], ["or"], ["("])  # "shed 612 points, or 0.84 per cent"
        shared = between[-1:] == ["by"] and len(between) < _ELLIPSIS and _by_too(t, last.start)
        if apposed or (shared and not _sentence_ends(t, last.end, extent.start)):
            extent.change = last.change


_ELLIPSIS = 8
"""Tokens within which "and burglaries by 9 per cent" leans on the verb before."""


def _by_too(t: Tokens, start: int) -> bool:
    return start > 0 and t.words[start - 1] == "by"


def _extent(t: Tokens, reading: Reading, floor: int, limit: int) -> Extent:
    extent = Extent(
        reading.start, reading.end, reading.kind, reading.unit, reading.low, reading.high, reading.modifier
    )  # fmt: skip
    if reading.widened is not None and reading.widened >= floor:
        extent.start = reading.widened
    if reading.kind not in _UNBOUNDED:
        _bound_before(t, reading, extent, floor)
    _count(t, reading, extent, limit)
    if reading.kind not in _UNBOUNDED and extent.modifier in (None, kinds.ABOUT):
        _bound_after(t, reading, extent, limit)
    if reading.kind in _MOVABLE and extent.modifier is not kinds.FROM_TO:
        share = reading.kind in _PARTS or (extent.noun is not None and t.words[extent.noun[1] - 1] in _INDEX)
        extent.change = direction(t, extent.start, extent.end, floor, share=share)
    return extent


def _bound_before(t: Tokens, reading: Reading, extent: Extent, floor: int) -> None:
    if reading.numeral is not None and reading.numeral.form is MAGNITUDE:
        extent.modifier, extent.high = kinds.MAGNITUDE, None
    found = modifiers.before(t, extent.start, floor)
    if found is None or _only_a_preposition(t, reading, *found):
        return
    extent.start = found[0]
    if extent.modifier is None:
        extent.bound(found[1])


def _only_a_preposition(t: Tokens, reading: Reading, start: int, modifier: Modifier) -> bool:
    """ "over three years" tells when, "for over three years" how long."""
    w = t.words
    word, before = w[start], w[start - 1] if start else ""
    if reading.kind is kinds.DURATION and word == "over" and start + 1 == reading.start:
        return before not in _LASTING
    if word == "up" and before in _CLIMBING:
        return True
    if word in ("pass", "passes", "passed") and (reading.kind is not kinds.COUNT or plural(w[reading.end])):
        return True
    if word == "within" and reading.kind not in (kinds.QUANTITY, kinds.DURATION):
        return True
    return (word in ("some", "minimum", "maximum") and before in ("in", "the")) or (
        word == "under" and modifier is kinds.LESS_THAN and before in ("down", "came", "comes", "go")
    )


_ROUNDING = frozenset({"-", "odd", "or"})
"""Words with which "-odd" and "or so" begin."""


def _count(t: Tokens, reading: Reading, extent: Extent, limit: int) -> None:
    """Find the noun phrase that is counted, and a rate behind it ("600,000 tonnes of grain a month")."""
    end = reading.end
    form = reading.numeral.form if reading.numeral else CARDINAL
    some_of = t.words[end] == "of" and t.words[end + 1] in DETERMINERS and form is CARDINAL
    of = (
        some_of
        or reading.kind in _OF_WHAT
        or form in (MAGNITUDE, FRACTION)
        or t.words[end - 1] in ("couple", "pair")
        or reading.kind is kinds.RATIO
    )
    odd = modifiers.after(t, end) if t.words[end] in _ROUNDING else None
    if odd is not None and odd[1] is kinds.ABOUT and _counts(reading):
        end = odd[0]  # "400-odd staff"
    if reading.kind is kinds.COUNT and t.words[end] in HYPHENS and t.glued(end + 1) and end + 2 <= limit:
        if _names_a_thing(t, end + 1):
            extent.noun, extent.end = (end + 1, end + 2), end + 2  # "a 12-member jury"
        return
    if reading.hyphened or t.words[end] in HYPHENS or not ((t.words[end] == "of" and of) or _counts(reading)):
        return
    one = reading.low == 1 or reading.kind is kinds.ORDINAL
    noun = counted(t, end, limit, form=form, one=one, of=of)
    if noun is None or noun[1] > limit:  # the next figure has these words
        return
    extent.noun, extent.end = noun, max(end, noun[1])
    if reading.kind in (kinds.COUNT, kinds.QUANTITY):
        rate = per(t, noun[1])
        if rate is not None and rate[0] <= limit:
            extent.end, extent.kind, extent.unit = rate[0], kinds.RATE, f"{reading.unit or 1}/{rate[1]}"


_NO_THINGS = frozenset("strong odd plus way fold some seeded minute hit under over off up down by".split())


def _names_a_thing(t: Tokens, i: int) -> bool:
    """Say whether the word tied to a number by a hyphen is what it counts."""
    word = t.words[i]
    return word.isalpha() and len(word) > 2 and word not in _NO_THINGS and not word.endswith("ed") and not t.capital(i)


def _counts(reading: Reading) -> bool:
    """Say whether the figure counts things by itself, without a unit."""
    return reading.kind in _COUNTING or (reading.kind is kinds.RATE and (reading.unit or "").startswith("1/"))


def _bound_after(t: Tokens, reading: Reading, extent: Extent, limit: int) -> None:
    for place in (reading.end, extent.end) if extent.end != reading.end else (reading.end,):
        found = modifiers.after(t, place)
        if found is not None and found[0] <= limit and not _starts_another(t, place, found[0]):
            extent.end = max(extent.end, found[0])
            extent.bound(found[1])
            return


def _starts_another(t: Tokens, place: int, end: int) -> bool:
    """ "plus" between two numbers adds them."""
    w = t.words
    if w[place] == "+":
        return not t.glued(place)
    return w[place] == "plus" and not plural(w[end])


def _earlier_noun(t: Tokens, reading: Reading, before: Sequence[tuple[Reading, Extent]]) -> Place | None:
    """What the subject of its verb names ("deaths fell to 120"), or the figure before it in the sentence counted."""
    if reading.kind is kinds.ORDINAL:
        return None
    subject = _subject(t, reading.start)
    if subject is not None:
        return subject
    for earlier, extent in reversed(before):
        if reading.start - extent.end > _FAR or _sentence_ends(t, extent.end, reading.start):
            return None
        if extent.noun is not None and earlier.kind is not kinds.ORDINAL and plural(t.words[extent.noun[1] - 1]):
            return extent.noun
    return None


def _subject(t: Tokens, start: int) -> Place | None:
    w = t.words
    k = start - 1
    if k < 2 or w[k] not in ("to", "from", "by", "at") or w[k - 1] not in VERBS:
        return None
    k -= 2
    while k > 0 and w[k] in ("had", "has", "have", "were", "was", "will", "would", "sharply", "slightly"):
        k -= 1
    return (k, k + 1) if plural(w[k]) and w[k] not in STOP else None


def _noun_of_whole(t: Tokens, reading: Reading, following: Reading | None) -> Place | None:
    """ "one in ten of the 2.3 million residents" counts residents."""
    w = t.words
    if following is None or reading.kind is not kinds.RATIO or w[reading.end] != "of":
        return None
    if following.start - reading.end > _OWNERS or not _counts(following):
        return None
    return counted(t, following.end, t.size, form=CARDINAL, one=False, of=False)


def _points_of_percent(t: Tokens, reading: Reading, before: Sequence[tuple[Reading, Extent]]) -> bool:
    """ "66.2%, down 3.4 points": after a percentage in the sentence, bare points are its own."""
    if reading.kind is not kinds.COUNT or t.words[reading.end] not in ("point", "points", "pts"):
        return False
    if not isinstance(reading.low, Decimal) or reading.low > _MOST_POINTS or t.words[reading.end + 1] == ",":
        return False  # an index: "lost 190 points, or 0.6%"
    for earlier, extent in reversed(before[-_FEW:]):
        if earlier.kind in _SHARES:
            return not _sentence_ends(t, extent.end, reading.start)
    return False


def _sentence_ends(t: Tokens, start: int, end: int) -> bool:
    return any(t.words[k] in _SENTENCE_ENDS for k in range(start, end))


def _two_bounds(t: Tokens, a: Extent, b: Extent) -> bool:
    """ "more than 10 but fewer than 20": one figure with both bounds."""
    if b.start - a.end != 1 or t.words[a.end] not in _LINKS or (a.kind is not b.kind and a.kind is not kinds.COUNT):
        return False
    if (a.kind is b.kind and a.unit != b.unit) or a.modifier is None or b.modifier is None:
        return False
    if {a.modifier in modifiers.OPEN_ABOVE, b.modifier in modifiers.OPEN_ABOVE} != {True, False}:
        return False
    if {a.modifier in modifiers.OPEN_BELOW, b.modifier in modifiers.OPEN_BELOW} != {True, False}:
        return False
    low, high = _ends(a, b)
    return isinstance(low, Decimal) and isinstance(high, Decimal) and low < high


def _ends(a: Extent, b: Extent) -> tuple[Bound, Bound]:
    return (a.low, b.high) if a.low is not None else (b.low, a.high)


def _joined(a: Extent, b: Extent) -> Extent:
    low, high = _ends(a, b)
    return Extent(
        a.start, b.end, b.kind, b.unit, low, high, kinds.BETWEEN, b.noun or a.noun, a.change or b.change, True
    )

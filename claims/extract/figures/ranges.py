"""Two amounts that make one figure: "30 to 50 billion dollars", "from 3% to 5%", "one or two"."""

from __future__ import annotations

from decimal import Decimal

from claims.extract.figures import kinds
from claims.extract.figures.amounts import read_amount
from claims.extract.figures.direction import VERBS
from claims.extract.figures.reading import Reading, Setting
from claims.extract.numerals import MAGNITUDE, Numeral, Tokens

_DASHES = frozenset({"-", "–", "—", "‐", "‑", "−", "~"})
_TO = frozenset({"to", "through", "till", "until"})
_BLURS = frozenset({"about", "around", "roughly", "nearly", "almost", "some", "approximately", "~", "as", "perhaps"})
_MOVING = frozenset(
    "changed moved went shifted doubled tripled narrowed widened revised extended upgraded downgraded brought taken"
    " goes quadrupled trebled swung slowed sped double doubling triple treble tripling quadruple halve halving".split()
)
_CHANGE_REACH = 9
_SENTENCE_ENDS = frozenset({".", ";", "!", "?"})


def read_range(t: Tokens, i: int, setting: Setting) -> Reading | None:
    """The longest amount or range of amounts that begins at token ``i``."""
    w = t.words
    opener = _opener(t, i)
    first = read_amount(t, i, setting, joined=opener != "between")
    if first is None or first.numeral is None or first.numeral.form is MAGNITUDE:
        return first
    if first.kind in (kinds.MULTIPLE, kinds.PERCENTAGE_POINTS) and opener is None and w[first.end] != "to":
        return first
    k = _connector(t, first, opener)
    if k is None:
        return first
    blurred = k
    while w[k] in _BLURS and k - blurred < 2:
        k += 1
    second = read_amount(t, k, setting, money=first.prefixed)
    if second is None or second.numeral is None or second.numeral.form is MAGNITUDE:
        return first
    if w[first.end] == "or" and not _near(first, second):
        return first
    joined = _join(first, second, opener)
    if joined is None:
        return first
    if opener is None and first.unit is not None and w[first.end] == "to" and _moved_by(t, i):
        return first  # "fell 5.6p to 102.4p"
    modifier = kinds.BETWEEN
    if opener == "from" and w[first.end] not in _DASHES and (_descends(joined) or _moves(t, i - 1)):
        modifier = kinds.FROM_TO
    elif _descends(joined) and opener != "between":
        return first
    if modifier is kinds.BETWEEN and _descends(joined):
        joined = joined._replace(low=joined.high, high=joined.low)
    return joined._replace(
        modifier=modifier, widened=i - 1 if opener and (opener == "between" or w[first.end] not in _DASHES) else None
    )


def _moved_by(t: Tokens, i: int) -> bool:
    """Say whether a word of change stands right before token ``i``, so that the amount is how far it went."""
    before = t.words[i - 1] if i else ""
    return before in VERBS or before == "by"


def _opener(t: Tokens, i: int) -> str | None:
    before = t.words[i - 1] if i else ""
    if before in _BLURS and i > 1:
        before = t.words[i - 2]
    return before if before in ("between", "from") else None


def _connector(t: Tokens, first: Reading, opener: str | None) -> int | None:
    """The token after "to", a dash, "or", or the "and" of "between"."""
    w, k = t.words, first.end
    if w[k] in _TO or (w[k] == "and" and opener is not None) or w[k] == "or":
        return k + 1 + (w[k + 1] == "-" and t.glued(k + 1))  # "200,000 to-260,000"
    if w[k] == "up" and w[k + 1] == "to" and opener == "from":
        return k + 2
    if w[k] in _DASHES and w[k + 1] in ("to", "or") and w[k + 2] in _DASHES:
        return k + 3
    if w[k] in _DASHES:
        if w[k + 1] in ("to", "or"):
            return k + 2
        if t.glued(k + 1) and w[k + 1].isalpha() and t.capital(k + 1):
            return None  # "7-Eleven"
        spaced = not t.glued(k) and not t.glued(k + 1)
        if (spaced and not (t.is_number(k - 1) or first.unit)) or w[k + 1] in _DASHES:
            return None
        return k + 1
    return None


def _near(first: Reading, second: Reading) -> bool:
    """ "one or two", "eight or nine euros": alternatives of about the same size."""
    a, b = first.numeral, second.numeral
    return (
        a is not None
        and b is not None
        and b.value - a.value * 1 > 0
        and (a.scale != 1 or a.value * 2 >= b.value / b.scale)
    )


def _join(a: Reading, b: Reading, opener: str | None) -> Reading | None:
    """One reading of both, each with the unit and the magnitude that stand only once."""
    x, y = a.numeral, b.numeral
    if x is None or y is None or not isinstance(a.low, Decimal) or not isinstance(b.low, Decimal):
        return None
    if (b.prefixed and not a.prefixed) or _year_like(x):
        return None
    low, high, kind, unit = a.low, b.low, b.kind, b.unit
    if a.kind is kinds.COUNT and b.kind is not kinds.COUNT:
        if b.prefixed:
            return None
        low = a.low * _factor(b)
    elif b.kind is kinds.COUNT and a.kind is not kinds.COUNT:
        if not a.prefixed and opener is None:
            return None
        kind, unit = a.kind, a.unit
        high = b.low * _factor(a)
    elif a.kind is not b.kind or a.unit != b.unit:
        if (b.kind is kinds.RATE and b.unit == f"{a.unit or 1}/{(b.unit or '').partition('/')[2]}") or (
            a.kind is kinds.DURATION and b.kind is kinds.AGE
        ):
            pass
        elif a.prefixed and b.kind is kinds.RATE and (b.unit or "").startswith("1/"):
            unit = f"{a.unit}/{(b.unit or '').partition('/')[2]}"  # "Rs 25-28 a kg"
        else:
            return None
    if x.scale == 1 and y.scale > 1 and 0 < x.value < 1000 and _shares(x.value, y.value / y.scale, opener):
        low *= y.scale
    if low == high:
        return None
    return Reading(a.start, b.end, kind, low, high, unit, numeral=y, prefixed=a.prefixed, hyphened=b.hyphened)


def _shares(low: Decimal, high: Decimal, opener: str | None) -> bool:
    """Say whether a magnitude word after the second number goes with the first as well."""
    return low < high or (opener == "from" and low < 3 * high)


def _year_like(n: Numeral) -> bool:
    return n.digits and n.scale == 1 and 1900 <= n.value <= 2100 and not n.value % 1


def _factor(reading: Reading) -> Decimal:
    """What the unit makes of the bare number: 0.01 for cents."""
    n = reading.numeral
    if n is None or not n.value or not isinstance(reading.low, Decimal):
        return Decimal(1)
    ratio = reading.low / n.value
    return ratio if ratio in (Decimal("0.01"), Decimal(-1)) else Decimal(1)


def _descends(reading: Reading) -> bool:
    return isinstance(reading.low, Decimal) and isinstance(reading.high, Decimal) and reading.low > reading.high


def _moves(t: Tokens, i: int) -> bool:
    """Say whether a word of change stands before token ``i`` in the sentence."""
    for k in range(i - 1, max(-1, i - _CHANGE_REACH), -1):
        word = t.words[k]
        if word in _SENTENCE_ENDS:
            return False
        if word in VERBS or word in _MOVING:
            return True
    return False

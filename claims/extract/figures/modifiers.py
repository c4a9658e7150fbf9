"""Words that bound or blur a figure, before and after it."""

from __future__ import annotations

from claims.extract.numerals import Tokens
from claims.vocabulary import Modifier

_PHRASES: dict[Modifier, str] = {
    Modifier.ABOUT: """
        about; around; some; roughly; approximately; approx; circa; c.; ca; an estimated; estimated; nearer to;
        close to; in the region of; in the order of; on the order of; in the neighbourhood of;
        in the neighborhood of; somewhere around; an average of about; something like; ~; ≈;
        give or take; a rough; aproximately; approximatively; what is thought to be; a reported; reportedly""",
    Modifier.NEARLY: """
        nearly; almost; just under; just below; just short of; barely; not quite; a little under; slightly under;
        a little less than; slightly less than; a shade under; hardly; scarcely; virtually; fractionally under;
        approaching; nearing; just shy of; a little below; slightly below""",
    Modifier.AT_LEAST: """
        at least; no fewer than; no less than; not less than; not fewer than; a minimum of; minimum; not below;
        at the very least; greater than or equal to; more than or equal to; equal to or more than;
        equal to or greater than; higher or equal than; bigger or equal than; larger or equal than;
        greater or equal than; more or equal than; from as little as; starting at; ≥; > =; no lower than;
        a floor of; at a minimum; equal or more than; nothing less than""",
    Modifier.MORE_THAN: """
        more than; over; upwards of; upward of; above; in excess of; exceeding; exceeds; exceed; exceeded; well over;
        just over; greater than; higher than; larger than; bigger than; beyond; north of; better than; topping;
        topped; tops; surpassing; surpassed; surpasses; surpass; well above; just above; a little over;
        slightly over; slightly more than; a little more than; far more than; well beyond; much more than;
        older than; longer than; >; slightly above; a bit more than; significantly more than;
        passing; pass; passes; passed""",
    Modifier.AT_MOST: """
        up to; as many as; as much as; at most; at the most; no more than; not more than; a maximum of; maximum;
        no greater than; no higher than; as high as; as few as; less than or equal to; equal to or less than;
        smaller or equal than; lower or equal than; less or equal than; fewer than or equal to; ≤; < =; a limit of;
        capped at; not exceeding; not to exceed; not above; within; no longer than; no older than;
        equal to or fewer than; equal or less than; a cap of; to within; not over; a ceiling of""",
    Modifier.LESS_THAN: """
        less than; fewer than; under; below; smaller than; lower than; well under; short of; well below;
        younger than; shorter than; south of; <; far less than; far fewer than; cheaper than; much less than;
        as little as; significantly less than; inside""",
}

BEFORE: dict[tuple[str, ...], Modifier] = {
    tuple(phrase.split()): modifier
    for modifier, block in _PHRASES.items()
    for phrase in block.split(";")
    if phrase.split()
}

AFTER: dict[tuple[str, ...], tuple[Modifier, bool]] = {
    ("or", "so"): (Modifier.ABOUT, False),
    ("or", "thereabouts"): (Modifier.ABOUT, False),
    ("or", "more"): (Modifier.AT_LEAST, True),
    ("or", "more", "than"): (Modifier.AT_LEAST, True),
    ("and", "more"): (Modifier.AT_LEAST, True),
    ("or", "greater"): (Modifier.AT_LEAST, True),
    ("or", "higher"): (Modifier.AT_LEAST, True),
    ("or", "above"): (Modifier.AT_LEAST, True),
    ("and", "above"): (Modifier.AT_LEAST, True),
    ("and", "over"): (Modifier.AT_LEAST, True),
    ("or", "over"): (Modifier.AT_LEAST, True),
    ("or", "older"): (Modifier.AT_LEAST, True),
    ("and", "older"): (Modifier.AT_LEAST, True),
    ("or", "better"): (Modifier.AT_LEAST, True),
    ("or", "longer"): (Modifier.AT_LEAST, True),
    ("or", "less"): (Modifier.AT_MOST, True),
    ("or", "fewer"): (Modifier.AT_MOST, True),
    ("or", "lower"): (Modifier.AT_MOST, True),
    ("or", "under"): (Modifier.AT_MOST, True),
    ("and", "under"): (Modifier.AT_MOST, True),
    ("and", "below"): (Modifier.AT_MOST, True),
    ("or", "below"): (Modifier.AT_MOST, True),
    ("or", "younger"): (Modifier.AT_MOST, True),
    ("at", "least"): (Modifier.AT_LEAST, True),
    ("at", "the", "least"): (Modifier.AT_LEAST, True),
    ("at", "most"): (Modifier.AT_MOST, True),
    ("at", "the", "most"): (Modifier.AT_MOST, True),
    ("or", "equal", "to"): (Modifier.AT_LEAST, False),
    ("-", "odd"): (Modifier.ABOUT, False),
    ("odd",): (Modifier.ABOUT, False),
    ("-", "plus"): (Modifier.AT_LEAST, True),
    ("plus",): (Modifier.AT_LEAST, True),
    ("+",): (Modifier.AT_LEAST, True),
    ("maximum",): (Modifier.AT_MOST, True),
    ("minimum",): (Modifier.AT_LEAST, True),
}
"""Phrases behind the core; the flag says that they bound it by themselves, whatever stands before."""

LONGEST = max(len(phrase) for phrase in BEFORE)
_LAST_WORDS = frozenset(phrase[-1] for phrase in BEFORE)
_FIRST_AFTER = frozenset(phrase[0] for phrase in AFTER)

OPEN_ABOVE = frozenset({Modifier.AT_LEAST, Modifier.MORE_THAN})
OPEN_BELOW = frozenset({Modifier.AT_MOST, Modifier.LESS_THAN})

_ARTICLES = frozenset({"a", "an", "another"})
"""Between a modifier and its number ("about a 3% rise"); "above the 2% target" bounds nothing."""


def before(t: Tokens, i: int, floor: int) -> tuple[int, Modifier] | None:
    """The longest modifier that ends right before token ``i`` and does not begin before ``floor``."""
    w = t.words
    if i > floor and w[i - 1] in _ARTICLES and w[i - 1] not in _LAST_WORDS:
        i -= 1
    if i <= floor or w[i - 1] not in _LAST_WORDS:
        return None
    for length in range(min(LONGEST, i - floor), 0, -1):
        modifier = BEFORE.get(tuple(w[i - length : i]))
        if modifier is not None:
            return i - length, modifier
    return None


def after(t: Tokens, i: int) -> tuple[int, Modifier, bool] | None:
    """The longest modifier that begins at token ``i``: its end, what it says, whether it bounds."""
    if t.words[i] not in _FIRST_AFTER:
        return None
    for length in (3, 2, 1):
        found = AFTER.get(tuple(t.words[i : i + length]))
        if found is not None:
            if t.words[i + length] == "than" and t.words[i + length + 1]:
                return None  # "5000 or less than 6000" begins another figure
            return i + length, *found
    return None

"""Up or down: the direction that the words around a figure give it."""

from __future__ import annotations

from claims.extract.numerals import Tokens
from claims.extract.numerals.words import HYPHENS
from claims.vocabulary import Change

_UP = """
    rose rise rises risen rising up increased increase increases increasing grew grow grows grown growing gained gain
    gains gaining climbed climb climbs climbing jumped jump jumps jumping soared soar soars surged surge surges surging
    raised raise raises raising added advanced advance advances expanded expand expands expanding boosted boost boosts
    higher hiked hike hikes ballooned spiked spike rocketed skyrocketed swelled accelerated strengthened rallied
    warmed warming widened widening lengthened improved upped lifted lift rebounded climbed growth expansion uptick
"""
_DOWN = """
    fell fall falls fallen falling down decreased decrease decreases decreasing dropped drop drops dropping declined
    decline declines declining lost lose loses losing slid slide slides sliding tumbled tumble tumbles plunged plunge
    plunges sank sink sinks sunk slumped slump slumps cut cuts cutting reduced reduce reduces reducing reduction shrank
    shrink shrinks shrunk shed sheds lower lowered lowers lowering slashed slash slashes trimmed contracted contraction
    cooled narrowed narrowing shortened slowed
    dipped dip dips eased retreated weakened depreciated plummeted crashed halved shaved pared
"""
VERBS: dict[str, Change] = dict.fromkeys(_UP.split(), Change.UP) | dict.fromkeys(_DOWN.split(), Change.DOWN)
"""Words of rising and falling."""

NOUNS: dict[str, Change] = {
    word: change
    for change, line in (
        (Change.UP, "increase increases rise rises gain gains jump jumps surge growth hike hikes climb boost raise"),
        (Change.DOWN, "decrease decreases fall falls drop drops decline declines cut cuts loss losses reduction slump"
         " plunge dip slide contraction shortfall"),
    )
    for word in line.split()
}  # fmt: skip
"""Of these, those that can follow a figure ("a 9.7 percent decline")."""

_BARRIERS = frozenset({".", ";", ":", "!", "?", "—", "“", "”", '"', "(", ")"})
_DONE_TO = frozenset(
    "advance advances advanced raised raise raises raising added adding gain gained gains gaining lost lose loses"
    " losing cut cuts cutting reduced reduce reduces boosted boost boosts hiked hike hikes lifted lift shed sheds"
    " slashed slash slashes trimmed upped lowered lowers improved expanded saved".split()
)
"""With an amount for their object these tell no change: "raised $4m", "lost 30 ships"."""

_LANDING = frozenset({"to", "at", "from"})
"""A figure after these is where the movement starts or ends, not how far it went."""

_BETWEEN = frozenset(
    "by a an another further about around some nearly almost over more than just under at least as much only roughly"
    " sharply slightly of least well an estimated approximately".split()
)


def direction(t: Tokens, start: int, end: int, floor: int, *, share: bool) -> Change | None:
    """The change that tokens ``start`` to ``end`` measure; nothing before token ``floor`` is looked at.

    A ``share`` (per cent, points) changes by being gained or lost; an amount only by rising or falling.
    """
    w = t.words
    k, by = start - 1, False
    lowest = max(floor, start - 10)
    while k >= lowest and w[k] in _BETWEEN:
        by = by or w[k] == "by"
        k -= 1
    if k >= lowest and w[k] not in _LANDING:
        if w[k] in VERBS and (share or by or w[k] not in _DONE_TO):
            return VERBS[w[k]]
        if by:
            for j in range(k, lowest - 1, -1):
                if w[j] in _BARRIERS:
                    break
                if w[j] in VERBS:
                    return VERBS[w[j]]
    if start and w[start - 1] in _LANDING:
        return None
    if w[end] in _BEHIND and w[end + 1] not in _MORE_OR_LESS:
        return VERBS[w[end]]
    j = end
    for _ in range(3):
        while w[j + 1] in HYPHENS and t.glued(j + 1) and w[j].isalpha():
            j += 2  # "year-on-year" is one word
        if w[j] in NOUNS:
            return NOUNS[w[j]]
        if not w[j].isalpha() or w[j] in _STOPS:
            break
        j += 1
    return None


_BEHIND = frozenset({"higher", "lower", "up", "down"})
"""Right behind a figure these give its direction too ("closed 2% higher")."""

_MORE_OR_LESS = frozenset({"to", "or", "and", "-"})


_STOPS = frozenset("of to in on at by for from and or the a an was is were are after before with that".split())

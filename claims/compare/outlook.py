"""The most that the evidence for two claims could come to, from the few pieces that are quickly found.

Most claims that are set against each other have hardly anything in common. Who stays below the faintest link with all
that could still speak for them needs no closer look; nothing that is found depends on it.
"""

from __future__ import annotations

from claims.compare.evidence import context, rarest, same_matter
from claims.compare.profile import Profile
from claims.compare.weights import CONSTANT, WEIGHTS

FOUND = frozenset(
    {"cosine", "matter", "matter and cosine", "rarest word", "context", "no figures", "figures on one side"}
)
"""Pieces that are reckoned here as they are."""
TAKES = {
    "one strong measure, nothing parts them": "measure",
    "one thing counted, not people": "thing",
    "both tell a time": "time",
    "same figure": "amount",
    "same telling figure": "amount",
    "a rare name in common": "rare name",
    "same date": "date",
}
"""Pieces that both claims must bring something for."""
_GIVEN = {name: WEIGHTS[name] for name in sorted(FOUND)}
_ALWAYS = CONSTANT + sum(max(0.0, weight) for name, weight in WEIGHTS.items() if name not in FOUND | TAKES.keys())


def most(a: Profile, b: Profile, cosine: float) -> float:
    """Never less than the sum of the evidence for two claims, which no piece may exceed 1 in."""
    matter = same_matter(a, b)
    common = a.brings & b.brings
    some, others = "amount" in a.brings, "amount" in b.brings
    found = {
        "cosine": cosine,
        "matter": matter,
        "matter and cosine": matter * cosine,
        "rarest word": rarest(a, b),
        "context": context(a, b),
        "no figures": float(not some and not others),
        "figures on one side": float(some != others),
    }
    return _ALWAYS + sum(weight * found[name] for name, weight in _GIVEN.items()) + sum(_BROUGHT[one] for one in common)


_BROUGHT = {
    brought: sum(max(0.0, WEIGHTS[name]) for name, takes in TAKES.items() if takes == brought)
    for brought in set(TAKES.values())
}

"""How likely an attribution is right: how sure the network was, weighed by what proved right on held-out news."""

from __future__ import annotations

import math
from collections.abc import Mapping

from claims.extract.minilm.linking import Group

CONSTANT = "constant"
SIGNS = (
    *(CONSTANT, "cue", "cue edges", "content", "content edges", "content link", "content link, log"),
    *("source", "source edges", "source link", "source link, log", "no source", "quoted", "short", "pieces"),
)
"""What a model file must have a weight for."""
LEAST = -5.0
"""Less likely links are all alike."""
SHORT = 3
"""A content of so few words may be a lone noun behind "supports"."""


def signs(group: Group, words: int, *, quoted: bool) -> dict[str, float]:
    """What speaks for and against a group, each as a number of about the size of one."""
    source = group.source
    contents = group.contents
    return {
        CONSTANT: 1.0,
        "cue": math.exp(group.cue.certainty),
        "cue edges": math.exp(group.cue.weakest),
        "content": math.exp(min(segment.certainty for segment in contents)),
        "content edges": math.exp(min(segment.weakest for segment in contents)),
        "content link": math.exp(group.content_link),
        # Near one the logarithm tells more, near nought the share itself.
        "content link, log": max(group.content_link, LEAST),
        "source": math.exp(source.certainty) if source else 0.0,
        "source edges": math.exp(source.weakest) if source else 0.0,
        "source link": math.exp(group.source_link) if source else 0.0,
        "source link, log": max(group.source_link, LEAST) if source else 0.0,
        "no source": float(source is None),
        "quoted": float(quoted),
        "short": float(words <= SHORT),
        "pieces": float(len(contents) > 1),
    }


def confidence(weights: Mapping[str, float], found: Mapping[str, float]) -> float:
    """The share of attributions with such signs that are right (half of the content or more, and the source)."""
    total = sum(weights[name] * value for name, value in found.items())
    return round(1 / (1 + math.exp(-max(-30.0, min(30.0, total)))), 3)

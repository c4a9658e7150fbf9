"""What each piece of evidence is worth: fitted on events whose groups people wrote down, by ``training/evidence.py``.

The sum of all, with the constant, is the logarithm of the odds that two claims are about the same thing.
"""

from __future__ import annotations

CONSTANT = -7.78

WEIGHTS = {
    # What they say.
    "cosine": 9.99,
    "rarest word": 1.39,
    "context": -1.00,
    "quotations differ": -2.64,
    # What their articles are about.
    "matter": 0.48,
    "matter and cosine": 2.68,
    # What their figures measure.
    "one strong measure, nothing parts them": 0.84,
    "one thing counted, not people": 0.68,
    "both tell a time": 0.11,
    "same figure": 1.36,
    "same telling figure": 0.42,
    "other measures": -0.67,
    "measure on one side": -0.06,
    "not even one unit": -1.04,
    "figures on one side": -0.03,
    "no figures": 0.94,
    # Who, where and when.
    "two speakers": -0.19,
    "no name in common": -0.31,
    "a rare name in common": 0.02,
    "other places": -0.91,
    "other reach": -0.74,
    "same date": 1.04,
    "other date": -1.42,
    "far date on one side": -0.47,
}

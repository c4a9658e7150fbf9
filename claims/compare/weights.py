"""What each piece of evidence is worth: fitted on events whose groups people wrote down, by ``training/evidence.py``.

The sum of all, with the constant, is the logarithm of the odds that two claims are about the same thing.
"""

from __future__ import annotations

CONSTANT = -7.24

WEIGHTS = {
    # What they say.
    "cosine": 8.85,
    "rarest word": 1.37,
    "context": -0.07,
    "quotations differ": -2.51,
    # What their articles are about.
    "matter": 1.13,
    "matter and cosine": 1.19,
    # What their figures measure.
    "one strong measure, nothing parts them": 0.94,
    "one thing counted, not people": 0.55,
    "both tell a time": 0.31,
    "same figure": 1.47,
    "same telling figure": 0.36,
    "other measures": -0.73,
    "measure on one side": -0.08,
    "not even one unit": -1.27,
    "figures on one side": -0.37,
    "no figures": 0.69,
    # Who, where and when.
    "two speakers": -0.22,
    "no name in common": -0.42,
    "a rare name in common": 0.23,
    "other places": -0.70,
    "other reach": -0.70,
    "same date": 0.95,
    "other date": -1.41,
    "far date on one side": -0.45,
}

"""What each piece of evidence is worth: fitted on events whose groups people wrote down, by ``training/evidence.py``.

The sum of all, with the constant, is the logarithm of the odds that two claims are about the same thing.
"""

from __future__ import annotations

CONSTANT = -4.83

WEIGHTS = {
    # What they say.
    "cosine": 3.94,
    "rarest word": 1.44,
    "context": 1.21,
    "quotations differ": -0.99,
    # What their articles are about.
    "matter": 0.38,
    "matter and cosine": 1.08,
    # What their figures measure.
    "one strong measure, nothing parts them": 1.20,
    "one thing counted, not people": 1.12,
    "both tell a time": 1.26,
    "same figure": 1.21,
    "same telling figure": 0.94,
    "other measures": -1.47,
    "measure on one side": -0.56,
    "not even one unit": -2.09,
    "figures on one side": -0.53,
    "no figures": 0.83,
    # Who, where and when.
    "two speakers": -0.25,
    "no name in common": -0.59,
    "a rare name in common": 0.92,
    "other places": -1.57,
    "other reach": -0.58,
    "same date": 0.87,
    "other date": -1.42,
    "far date on one side": -1.27,
}

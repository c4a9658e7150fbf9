"""What each piece of evidence for two claims excluding each other is worth: printed by ``training/clashes.py``.

Fitted on marked pairs of told events. The sum of all, with the constant, is the logarithm of the odds that two claims
exclude each other.
"""

from __future__ import annotations

CONSTANT = 0.46

WEIGHTS = {
    "shared words": -1.62,
    "words of the shorter": 0.87,
    "words of the longer": -0.56,
    "one negated": 0.07,
    "one negated, shared words": 0.47,
    "both negated": -1.07,
    "none on one side": 0.39,
    "none against an amount": 0.79,
    "denial on one side": 0.26,
    "denial on both": -0.17,
    "denial against none": -0.59,
    "same side": -0.29,
    "figures of other things": -0.34,
    "not even one unit": -0.97,
    "a number in common": -2.26,
    "dates meet": -0.80,
    "a name in common": -0.16,
}

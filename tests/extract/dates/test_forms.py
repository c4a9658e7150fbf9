"""Forms of dates are tried in two steps, and the first one leaves none out."""

from __future__ import annotations

import random

import pytest

from claims.extract.dates.grammar import _BY_LETTER
from claims.extract.dates.tables import CLASS

LETTERS = "".join(sorted({*CLASS.values(), *"_dD24Nx"}))


@pytest.mark.parametrize("letter", sorted(_BY_LETTER))
def test_the_joint_pattern_fails_only_where_every_longer_form_does(letter: str) -> None:
    """Where it fails, only the forms of the letter alone are tried: no other may have matched."""
    chosen, forms = random.Random(letter), _BY_LETTER[letter]
    longer = [pattern for pattern, _ in forms.every if pattern not in {short for short, _ in forms.short}]
    for _ in range(2000):
        text = letter + "".join(chosen.choices(LETTERS, k=chosen.randint(0, 7)))
        one = any(pattern.match(text) for pattern in longer)
        assert (forms.longer.match(text) is not None) == one, text

"""How the tests of figures look at a sentence."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claims.extract.figures import find_figures
from claims.models import Figure

Read = Callable[..., list[Figure]]


@pytest.fixture(scope="session")
def read() -> Read:
    """Find figures and hold them to what every figure promises."""

    def find(text: str, **options: str) -> list[Figure]:
        figures = find_figures(text, **options)
        end = 0
        for figure in figures:
            assert text[figure.start : figure.end] == figure.text
            assert end <= figure.start <= figure.core_start < figure.core_end <= figure.end
            end = figure.end
        return figures

    return find

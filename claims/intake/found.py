"""What a reader of one format hands on."""

from __future__ import annotations

from typing import NamedTuple

from claims.intake.particulars import Particulars


class Found(NamedTuple):
    """The words of an article as one format holds them, headline included, and what the format says about it."""

    text: str
    particulars: Particulars

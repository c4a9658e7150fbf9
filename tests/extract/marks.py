"""Marks in a test's text: ``<the mayor>`` is a source, ``{the bridge is shut}`` what it says."""

from __future__ import annotations

import re

from claims.models import Span


def unmarked(text: str) -> tuple[str, list[tuple[Span, Span]]]:
    """The text without its marks, and each source with its content, in the order of both."""
    plain, begun = "", 0
    spans: dict[str, list[Span]] = {">": [], "}": []}
    for piece in re.split(r"([<>{}])", text):
        if piece in ("<", "{"):
            begun = len(plain)
        elif piece in spans:
            spans[piece].append(Span(start=begun, end=len(plain), text=plain[begun:]))
        else:
            plain += piece
    return plain, list(zip(spans[">"], spans["}"], strict=True))

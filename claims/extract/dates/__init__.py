"""Dates in words, resolved to ISO days."""

from claims.extract.dates.grammar import DateGrammar, Day

__all__ = ["DateGrammar", "Day"]

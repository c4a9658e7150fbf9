"""Dates in words, resolved to ISO days."""

from claims.extract.dates.grammar import LETTERS_OF_STARTS, DateGrammar, Day
from claims.extract.dates.tables import HOLIDAY_STARTS

__all__ = ["HOLIDAY_STARTS", "LETTERS_OF_STARTS", "DateGrammar", "Day"]

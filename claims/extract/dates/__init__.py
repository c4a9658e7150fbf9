"""Dates in words, resolved to ISO days."""

from claims.extract.dates.grammar import DateGrammar, Day
from claims.extract.dates.tables import HOLIDAY_STARTS

__all__ = ["HOLIDAY_STARTS", "DateGrammar", "Day"]

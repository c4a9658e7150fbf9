"""Numbers in words and digits, which both the figures and the dates are made of."""

from claims.extract.numerals.grammar import read_numeral, read_ordinal
from claims.extract.numerals.reader import CARDINAL, FRACTION, MAGNITUDE, ORDINAL, Form, Numeral
from claims.extract.numerals.tokens import Tokens

__all__ = ["CARDINAL", "FRACTION", "MAGNITUDE", "ORDINAL", "Form", "Numeral", "Tokens", "read_numeral", "read_ordinal"]

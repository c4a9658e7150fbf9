"""The kinds of figures and the modifiers by plain names.

Before Python 3.12 each ``FigureKind.COUNT`` runs through the metaclass of the enumeration, which takes about
twenty times as long as a name of a module, and the grammar asks for dozens in a sentence.
"""

from __future__ import annotations

from claims.vocabulary import FigureKind, Modifier

MONEY = FigureKind.MONEY
PERCENT = FigureKind.PERCENT
PERCENTAGE_POINTS = FigureKind.PERCENTAGE_POINTS
COUNT = FigureKind.COUNT
QUANTITY = FigureKind.QUANTITY
DURATION = FigureKind.DURATION
AGE = FigureKind.AGE
DATE = FigureKind.DATE
TIME = FigureKind.TIME
ORDINAL = FigureKind.ORDINAL
RATIO = FigureKind.RATIO
RATE = FigureKind.RATE
MULTIPLE = FigureKind.MULTIPLE
SCORE = FigureKind.SCORE

ABOUT = Modifier.ABOUT
LESS_THAN = Modifier.LESS_THAN
BETWEEN = Modifier.BETWEEN
FROM_TO = Modifier.FROM_TO
MAGNITUDE = Modifier.MAGNITUDE
"""Those that are asked for while reading; the tables of ``modifiers`` are made once."""

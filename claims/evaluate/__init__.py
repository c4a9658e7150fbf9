"""Claims against gold: what a tagger and all that stands behind it are worth, in numbers."""

from __future__ import annotations

from claims.evaluate.agreement import agreement
from claims.evaluate.comparing import FOUND, GIVEN, Answers, ComparisonTally
from claims.evaluate.corpus import Corpus, read_corpus
from claims.evaluate.events import EventCorpus, holds_events, read_events
from claims.evaluate.judging import evaluate
from claims.evaluate.matching import Matches
from claims.evaluate.scores import Alarms, Miss, PairMiss, Report, Score

__all__ = [
    "FOUND",
    "GIVEN",
    "Alarms",
    "Answers",
    "ComparisonTally",
    "Corpus",
    "EventCorpus",
    "Matches",
    "Miss",
    "PairMiss",
    "Report",
    "Score",
    "agreement",
    "evaluate",
    "holds_events",
    "read_corpus",
    "read_events",
]

"""Claims against gold: what a tagger and all that stands behind it are worth, in numbers."""

from __future__ import annotations

from claims.evaluate.agreement import agreement
from claims.evaluate.corpus import Corpus, read_corpus
from claims.evaluate.judging import evaluate
from claims.evaluate.scores import Alarms, Miss, Report, Score

__all__ = ["Alarms", "Corpus", "Miss", "Report", "Score", "agreement", "evaluate", "read_corpus"]

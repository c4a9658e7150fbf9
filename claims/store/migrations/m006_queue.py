"""Indexes that the reviewers' queue walks in its own order, so that no page of it sorts or scans the claims."""

from __future__ import annotations

# Spelled as in claims.store.claims.STANDS: a partial index serves only queries that say the same.
_STANDS = "retired_by_run IS NULL AND (extractor IS NOT NULL OR marked = 1)"

# What a filter asks for most stands in the index itself, so that a claim that does not fit is never read.
_FILTERED = "status, verdict, kind, attitude"

SQL = f"""
CREATE INDEX claims_by_worth ON claims (coalesce(checkworthiness, -1.0) DESC, pk, article, {_FILTERED})
  WHERE {_STANDS};
CREATE INDEX claims_by_place ON claims (article, part DESC, start, pk, {_FILTERED})
  WHERE {_STANDS};
"""

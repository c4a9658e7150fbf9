"""What belongs to a claim in tables of its own, beside what an event's ``change`` says of it."""

from __future__ import annotations

_FIGURE = (
    "id", "by", "part", "text", "start", "end", "core_start", "core_end", "kind", "low", "high", "unit", "modifier",
    "counted", "change", "unresolved",
)  # fmt: skip
_EVIDENCE = (
    "id", "stance", "url", "citation", "title", "publisher", "excerpt", "primary", "origin", "confidential",
    "accessed_at", "archived_url", "added_by", "retracted_by",
)  # fmt: skip

LISTS = {"speakers": "claim_speakers", "figures": "figures", "evidence": "evidence", "labels": "labels"}
"""Fields of an event, and the tables that hold them."""

# How a row ``{row}`` and an element ``j`` of a list in an event say the same.
_SAME = {
    "speakers": """j."key" = {row}.place AND json_extract(j.value, '$.relation') IS {row}.relation
      AND json_extract(j.value, '$.mention') IS {row}.mention AND json_extract(j.value, '$.role') IS {row}.role
      AND json_extract(j.value, '$.decided_by') IS {row}.decided_by
      AND (
        SELECT coalesce(whole.id, own.id) FROM speakers own LEFT JOIN speakers whole ON whole.pk = own.merged_into
        WHERE own.id = json_extract(j.value, '$.speaker.id')) IS (
        SELECT coalesce(whole.id, own.id) FROM speakers own LEFT JOIN speakers whole ON whole.pk = own.merged_into
        WHERE own.pk = {row}.speaker)""",
    "figures": " AND ".join(f"json_extract(j.value, '$.{f}') IS {{row}}.\"{f}\"" for f in _FIGURE),
    "evidence": " AND ".join(f"json_extract(j.value, '$.{f}') IS {{row}}.\"{f}\"" for f in _EVIDENCE),
    "labels": "j.value IS {row}.label",
}


def said(field: str, row: str) -> str:
    """Whether the claim's newest event says that this row should be there."""
    return f"""EXISTS (SELECT 1 FROM json_each({newest(row)}, '$.{field}[1]') j WHERE {_SAME[field].format(row=row)})"""


def named(field: str, row: str) -> str:
    """Whether the claim's newest event speaks of the field."""
    return f"json_type({newest(row)}, '$.{field}') IS NOT NULL"


def newest(row: str) -> str:
    """What the newest event of the claim that a row belongs to says."""
    return f"(SELECT change FROM events WHERE claim = {row}.claim ORDER BY seq DESC LIMIT 1)"


def differ(field: str) -> str:
    """Whether what a new event says was there before is not what is there."""
    table = LISTS[field]
    return f"""(json_type(NEW.change, '$.{field}') IS NOT NULL AND (
        json_array_length(NEW.change, '$.{field}[0]') IS NOT (SELECT count(*) FROM {table} WHERE claim = NEW.claim)
        OR EXISTS (SELECT 1 FROM {table} r WHERE r.claim = NEW.claim AND NOT EXISTS (
          SELECT 1 FROM json_each(NEW.change, '$.{field}[0]') j WHERE {_SAME[field].format(row="r")}))))"""

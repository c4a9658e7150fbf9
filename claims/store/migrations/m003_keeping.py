"""What holds of everything around claims: rows change only where an event says so, and what must last is kept."""

from __future__ import annotations

from claims.store.migrations.rows import LISTS, named, said


def _refuse(name: str, when: str, table: str, code: str, condition: str = "") -> str:
    guard = f"WHEN {condition}\n" if condition else ""
    body = f"BEGIN\n  SELECT RAISE(ABORT, 'claims:{code}');\nEND;\n"
    return f"\nCREATE TRIGGER {name} BEFORE {when} ON {table}\n{guard}{body}"


def _list(field: str, table: str, key: str, *, machine: bool) -> str:
    """Rows that belong to a claim are those that the claim's newest event on them says.

    ``machine``: as long as nobody has touched the claim, they are the machine's to write. ``key``: what
    makes a row unique; a REPLACE would delete the row of another claim without asking anybody.
    """
    touched = "(SELECT version FROM claims WHERE pk = {row}.claim) > 0 AND " if machine else ""
    return (
        _refuse(
            f"{table}_not_replaced", "INSERT", table, "append_only",
            f"EXISTS (SELECT 1 FROM {table} WHERE pk = NEW.pk OR ({key}))",
        )
        + _refuse(
            f"{table}_by_event_insert", "INSERT", table, "no_event",
            touched.format(row="NEW") + f"NOT {said(field, 'NEW')}",
        )
        + _refuse(
            f"{table}_by_event_delete", "DELETE", table, "no_event",
            touched.format(row="OLD") + f"(NOT {named(field, 'OLD')} OR {said(field, 'OLD')})",
        )
    )  # fmt: skip


_KEYS = {
    "speakers": "claim = NEW.claim AND place = NEW.place",
    "figures": "id = NEW.id",
    "evidence": "id = NEW.id",
    "labels": "claim = NEW.claim AND label = NEW.label",
}
_LISTS = "".join(
    _list(field, table, _KEYS[field], machine=field in {"speakers", "figures"}) for field, table in LISTS.items()
)

# Rows of these lists come and go, they do not change; only a piece of evidence can be retracted.
_UNCHANGED = (
    _refuse("claim_speakers_no_update", "UPDATE", "claim_speakers", "append_only")
    + _refuse("figures_no_update", "UPDATE", "figures", "append_only")
    + _refuse("labels_no_update", "UPDATE", "labels", "append_only")
    + _refuse(
        "evidence_no_update", "UPDATE OF pk, claim", "evidence", "append_only",
        "NEW.pk IS NOT OLD.pk OR NEW.claim IS NOT OLD.claim",
    )
    + _refuse(
        "evidence_by_event_update", "UPDATE", "evidence", "no_event",
        f"NEW.id IS NOT OLD.id OR NOT {said('evidence', 'NEW')}",
    )
)  # fmt: skip

_OF_ARTICLE = "(SELECT change FROM events WHERE article = {row} ORDER BY seq DESC LIMIT 1)"
_PARTICULARS = ("url", "publisher", "byline", "published", "language")


def _particular(column: str) -> str:
    said = _OF_ARTICLE.format(row="OLD.pk")
    return f"""(NEW.{column} IS NOT OLD.{column} AND (json_type({said}, '$.{column}') IS NULL
        OR json_extract({said}, '$.{column}[1]') IS NOT NEW.{column}))"""


def _of_speaker(column: str) -> str:
    said = "(SELECT change FROM events WHERE speaker = OLD.pk ORDER BY seq DESC LIMIT 1)"
    return f"""(NEW.{column} IS NOT OLD.{column} AND (json_type({said}, '$.{column}') IS NULL
        OR json_extract({said}, '$.{column}[1]') IS NOT NEW.{column}))"""


_MERGED = """(NEW.merged_into IS NOT OLD.merged_into AND NOT EXISTS (
      SELECT 1 FROM (SELECT change FROM events WHERE speaker = OLD.pk ORDER BY seq DESC LIMIT 1)
      WHERE json_type(change, '$.merged_into') IS NOT NULL AND json_extract(change, '$.merged_into[1]') IS (
        SELECT whole.id FROM speakers whole WHERE whole.pk = NEW.merged_into)))"""


def _fixed(*columns: str) -> str:
    return " OR ".join(f"NEW.{column} IS NOT OLD.{column}" for column in columns)


_OF_REVISION = _OF_ARTICLE.format(row="NEW.article")

_ARTICLES = (
    _refuse("revisions_no_update", "UPDATE", "revisions", "append_only")
    + _refuse("revisions_no_delete", "DELETE", "revisions", "append_only")
    + _refuse(
        "revisions_in_order", "INSERT", "revisions", "append_only",
        "NEW.number IS NOT (SELECT coalesce(max(number), 0) + 1 FROM revisions WHERE article = NEW.article)\n"
        "  OR EXISTS (SELECT 1 FROM revisions WHERE pk = NEW.pk)",
    )
    + _refuse(
        "revisions_by_event", "INSERT", "revisions", "no_event",
        f"json_extract({_OF_REVISION}, '$.revision[1]') IS NOT NEW.number\n"
        f"  OR json_extract({_OF_REVISION}, '$.sha256[1]') IS NOT NEW.sha256",
    )
    + """
CREATE TRIGGER revisions_latest AFTER INSERT ON revisions
BEGIN
  UPDATE articles SET revision = NEW.number, title = NEW.title WHERE pk = NEW.article;
END;
"""
    + _refuse("articles_no_delete", "DELETE", "articles", "append_only")
    + _refuse(
        "articles_not_replaced", "INSERT", "articles", "append_only",
        "NEW.revision IS NOT 0 OR EXISTS (SELECT 1 FROM articles WHERE id = NEW.id OR pk = NEW.pk)",
    )
    + _refuse(
        "articles_identity", "UPDATE OF pk, id, added_at", "articles", "append_only", _fixed("pk", "id", "added_at")
    )
    + _refuse(
        "articles_newest", "UPDATE OF revision, title", "articles", "no_event",
        "NOT EXISTS (SELECT 1 FROM revisions WHERE article = OLD.pk AND number = NEW.revision AND title IS NEW.title\n"
        "    AND number = (SELECT max(number) FROM revisions WHERE article = OLD.pk))",
    )
    + _refuse(
        "articles_by_event", f"UPDATE OF {', '.join(_PARTICULARS)}", "articles", "no_event",
        " OR ".join(_particular(column) for column in _PARTICULARS),
    )
)  # fmt: skip

_SPEAKERS = (
    _refuse("speakers_no_delete", "DELETE", "speakers", "append_only")
    + _refuse(
        "speakers_not_replaced", "INSERT", "speakers", "append_only",
        "EXISTS (SELECT 1 FROM speakers WHERE id = NEW.id OR pk = NEW.pk)",
    )
    + _refuse("speakers_identity", "UPDATE OF pk, id", "speakers", "append_only", _fixed("pk", "id"))
    + _refuse(
        "speakers_by_event", "UPDATE OF name, kind, wikidata, merged_into", "speakers", "no_event",
        " OR ".join((*(_of_speaker(column) for column in ("name", "kind", "wikidata")), _MERGED)),
    )
    + "".join(
        _refuse(f"{table}_no_{verb.lower()}", verb, table, "append_only")
        for table in ("speaker_names", "speaker_roles")
        for verb in ("UPDATE", "DELETE")
        if (table, verb) != ("speaker_names", "DELETE")
    )
    # Only undoing takes an alias away.
    + _refuse(
        "speaker_names_by_event_delete", "DELETE", "speaker_names", "append_only",
        "NOT EXISTS (SELECT 1 FROM (SELECT action, change FROM events WHERE speaker = OLD.speaker\n"
        "  ORDER BY seq DESC LIMIT 1) WHERE action = 'undo' AND json_extract(change, '$.alias[0]') IS OLD.name\n"
        "    AND json_extract(change, '$.alias[1]') IS NULL)",
    )
    + "".join(
        _refuse(
            f"{table}_not_replaced", "INSERT", table, "append_only",
            f"EXISTS (SELECT 1 FROM {table} WHERE pk = NEW.pk)",
        )
        for table in ("speaker_names", "speaker_roles")
    )
)  # fmt: skip

# Where a claim's words stand follows from the texts, and ``claims check`` finds it again; here it is only kept.
_ANCHORS = (
    _refuse("anchors_no_delete", "DELETE", "anchors", "append_only")
    + _refuse(
        "anchors_not_replaced", "INSERT", "anchors", "append_only",
        "EXISTS (SELECT 1 FROM anchors WHERE pk = NEW.pk OR (claim = NEW.claim AND revision = NEW.revision))",
    )
    + _refuse(
        "anchors_identity", "UPDATE OF pk, claim, revision", "anchors", "append_only", _fixed("pk", "claim", "revision")
    )
)  # fmt: skip

_CLEARED = "(SELECT change FROM events WHERE claim = OLD.claim ORDER BY seq DESC LIMIT 1)"
_FLAGS = (
    _refuse("flags_no_delete", "DELETE", "flags", "append_only")
    + _refuse(
        "flags_not_replaced", "INSERT", "flags", "append_only",
        "NEW.cleared_by IS NOT NULL OR EXISTS (SELECT 1 FROM flags WHERE pk = NEW.pk OR id = NEW.id)",
    )
    + _refuse(
        "flags_identity", "UPDATE OF pk, id, claim, kind, reason, raised_at", "flags", "append_only",
        _fixed("pk", "id", "claim", "kind", "reason", "raised_at"),
    )
    + _refuse(
        "flags_by_event", "UPDATE OF cleared_by", "flags", "no_event",
        "NEW.cleared_by IS NOT OLD.cleared_by AND CASE WHEN NEW.cleared_by IS NULL\n"
        f"  THEN json_extract({_CLEARED}, '$.cleared_flag[0]') IS NOT OLD.id\n"
        f"  ELSE json_extract({_CLEARED}, '$.cleared_flag[1]') IS NOT OLD.id\n"
        "    OR NEW.cleared_by IS NOT (SELECT actor FROM events WHERE claim = OLD.claim ORDER BY seq DESC LIMIT 1) END",
    )
)  # fmt: skip

_VALUE = """NOT EXISTS (
  SELECT 1 FROM (SELECT change FROM events WHERE setting = NEW."key" ORDER BY seq DESC LIMIT 1)
  WHERE json_extract(change, '$.value[1]') IS NEW.value)"""
_SETTINGS = (
    _refuse(
        "settings_by_event_insert", "INSERT", "settings", "no_event",
        f'EXISTS (SELECT 1 FROM settings WHERE pk = NEW.pk OR "key" = NEW."key") OR {_VALUE}',
    )
    + _refuse(
        "settings_by_event_update", "UPDATE", "settings", "no_event",
        f'NEW.pk IS NOT OLD.pk OR NEW."key" IS NOT OLD."key" OR {_VALUE}',
    )
    + _refuse("settings_no_delete", "DELETE", "settings", "no_event")
)  # fmt: skip

_TRANSITIONS = "".join(
    _refuse(f"transitions_fixed_{verb.lower()}", verb, "transitions", "fixed")
    for verb in ("INSERT", "UPDATE", "DELETE")
)

SQL = _LISTS + _UNCHANGED + _ARTICLES + _SPEAKERS + _ANCHORS + _FLAGS + _SETTINGS + _TRANSITIONS

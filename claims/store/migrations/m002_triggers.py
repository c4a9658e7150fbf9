"""What holds whoever writes: the command line, Datasette, sqlite-utils or raw SQL.

Events are only added, and every event about a claim names the version it saw. What an event says of
status, verdict and words is what the row then says; nothing else may write them. Triggers call no
function of ours and raise fixed codes ("claims:stale"), which ``desk`` puts into words.
"""

# Columns of ``claims`` that an event's ``change`` carries as ``{column: [before, after]}``.
WORK = ("status", "verdict", "check_attribution", "check_figures", "check_substance", "rationale", "wording", "marked")
WORDS = ("kind", "text", "spans", "source_spans", "cue_spans", "revision")

_NEWEST = "(SELECT change FROM events WHERE claim = NEW.claim ORDER BY seq DESC LIMIT 1)"


def _before_differs(column: str) -> str:
    return f"""(json_type(NEW.change, '$.{column}') IS NOT NULL
        AND json_extract(NEW.change, '$.{column}[0]') IS NOT (SELECT {column} FROM claims WHERE pk = NEW.claim))"""


def _after(column: str) -> str:
    return f"""{column} = CASE WHEN json_type(NEW.change, '$.{column}') IS NULL THEN {column}
      ELSE json_extract(NEW.change, '$.{column}[1]') END"""


def _unfounded(column: str) -> str:
    return f"""(NEW.{column} IS NOT OLD.{column} AND NOT EXISTS (
        SELECT 1 FROM (SELECT change FROM events WHERE claim = OLD.pk ORDER BY seq DESC LIMIT 1)
        WHERE json_type(change, '$.{column}') IS NOT NULL
          AND json_extract(change, '$.{column}[1]') IS NEW.{column}))"""


EVENTS = f"""
CREATE TRIGGER events_one_subject BEFORE INSERT ON events
WHEN (NEW.claim IS NOT NULL) + (NEW.article IS NOT NULL) + (NEW.speaker IS NOT NULL) + (NEW.setting IS NOT NULL) <> 1
BEGIN
  SELECT RAISE(ABORT, 'claims:event_subject');
END;

-- A REPLACE deletes without asking the delete trigger, unless recursive triggers are on.
CREATE TRIGGER events_only_added BEFORE INSERT ON events
WHEN (NEW.seq > 0 AND NEW.seq <= (SELECT coalesce(max(seq), 0) FROM events))
  OR (NEW.id IS NOT NULL AND EXISTS (SELECT 1 FROM events WHERE id = NEW.id))
  OR (NEW.undoes IS NOT NULL AND EXISTS (SELECT 1 FROM events WHERE undoes = NEW.undoes))
BEGIN
  SELECT RAISE(ABORT, 'claims:append_only');
END;

CREATE TRIGGER events_stale BEFORE INSERT ON events
WHEN NEW.claim IS NOT NULL AND NEW.version IS NOT (SELECT version FROM claims WHERE pk = NEW.claim)
BEGIN
  SELECT RAISE(ABORT, 'claims:stale');
END;

CREATE TRIGGER events_before BEFORE INSERT ON events
WHEN NEW.claim IS NOT NULL AND ({" OR ".join(_before_differs(c) for c in (*WORK, *WORDS))})
BEGIN
  SELECT RAISE(ABORT, 'claims:before');
END;

CREATE TRIGGER events_transition BEFORE INSERT ON events
WHEN NEW.claim IS NOT NULL AND NEW.action <> 'undo'
BEGIN
  SELECT RAISE(ABORT, 'claims:transition')
  FROM (SELECT status AS came, CASE WHEN json_type(NEW.change, '$.status') IS NULL THEN status
                                    ELSE json_extract(NEW.change, '$.status[1]') END AS went
        FROM claims WHERE pk = NEW.claim)
  WHERE CASE WHEN EXISTS (SELECT 1 FROM transitions WHERE action = NEW.action)
        THEN NOT EXISTS (SELECT 1 FROM transitions
                         WHERE action = NEW.action AND from_status = came AND to_status IS went)
        ELSE went IS NOT came END;
END;

-- Words, speakers and figures of a claim that is not open for tagging stay as they were decided upon.
CREATE TRIGGER events_closed BEFORE INSERT ON events
WHEN NEW.claim IS NOT NULL AND NEW.action NOT IN ('tag', 'mark', 'undo')
BEGIN
  SELECT RAISE(ABORT, 'claims:transition') FROM json_each(NEW.change)
  WHERE "key" IN ('kind', 'text', 'spans', 'source_spans', 'cue_spans', 'revision', 'speakers', 'figures', 'marked');
END;

CREATE TRIGGER events_verdict BEFORE INSERT ON events
WHEN NEW.claim IS NOT NULL AND json_extract(NEW.change, '$.status[1]') = 'verified'
BEGIN
  SELECT RAISE(ABORT, 'claims:verdict') FROM claims
  WHERE pk = NEW.claim
    AND CASE WHEN json_type(NEW.change, '$.verdict') IS NULL THEN verdict
             ELSE json_extract(NEW.change, '$.verdict[1]') END IS NULL;
END;

CREATE TRIGGER events_undo BEFORE INSERT ON events
WHEN NEW.action = 'undo' OR NEW.undoes IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'claims:undo')
  WHERE NEW.action <> 'undo' OR NOT EXISTS (
    SELECT 1 FROM events undone
    WHERE undone.seq = NEW.undoes AND undone.action <> 'undo'
      AND undone.claim IS NEW.claim AND undone.setting IS NEW.setting
      AND undone.article IS NEW.article AND undone.speaker IS NEW.speaker
      -- only the newest that still stands
      AND NOT EXISTS (
        SELECT 1 FROM events later
        WHERE later.seq > undone.seq AND later.action <> 'undo'
          AND ((NEW.claim IS NOT NULL AND later.claim = NEW.claim)
            OR (NEW.setting IS NOT NULL AND later.setting = NEW.setting)
            OR (NEW.speaker IS NOT NULL AND later.speaker = NEW.speaker)
            OR (NEW.article IS NOT NULL AND later.article = NEW.article))
          AND NOT EXISTS (SELECT 1 FROM events u WHERE u.undoes = later.seq))
      -- exactly what it said, the other way round
      AND (SELECT count(*) FROM json_each(undone.change)) = (SELECT count(*) FROM json_each(NEW.change))
      AND NOT EXISTS (
        SELECT 1 FROM json_each(undone.change) a LEFT JOIN json_each(NEW.change) b ON b."key" = a."key"
        WHERE b."key" IS NULL
          OR json_extract(a.value, '$[0]') IS NOT json_extract(b.value, '$[1]')
          OR json_extract(a.value, '$[1]') IS NOT json_extract(b.value, '$[0]')));
END;

CREATE TRIGGER events_no_update BEFORE UPDATE ON events
BEGIN
  SELECT RAISE(ABORT, 'claims:append_only');
END;

CREATE TRIGGER events_no_delete BEFORE DELETE ON events
BEGIN
  SELECT RAISE(ABORT, 'claims:append_only');
END;

CREATE TRIGGER events_derive_claim AFTER INSERT ON events WHEN NEW.claim IS NOT NULL
BEGIN
  UPDATE claims SET version = version + 1,
    {", ".join(_after(c) for c in (*WORK, *WORDS))}
  WHERE pk = NEW.claim;
END;

CREATE TRIGGER events_derive_setting AFTER INSERT ON events WHEN NEW.setting IS NOT NULL
BEGIN
  UPDATE settings SET value = json_extract(NEW.change, '$.value[1]') WHERE "key" = NEW.setting;
  INSERT INTO settings ("key", value)
    SELECT NEW.setting, json_extract(NEW.change, '$.value[1]')
    WHERE NOT EXISTS (SELECT 1 FROM settings WHERE "key" = NEW.setting);
END;
"""

CLAIMS = f"""
CREATE TRIGGER claims_start_untouched BEFORE INSERT ON claims
WHEN NEW.status IS NOT 'extracted' OR NEW.version IS NOT 0 OR NEW.verdict IS NOT NULL OR NEW.marked IS NOT NULL
  OR NEW.rationale IS NOT NULL OR NEW.wording IS NOT NULL
  OR NEW.check_attribution IS NOT 'not_checked' OR NEW.check_figures IS NOT 'not_checked'
  OR NEW.check_substance IS NOT 'not_checked'
BEGIN
  SELECT RAISE(ABORT, 'claims:no_event');
END;

CREATE TRIGGER claims_not_replaced BEFORE INSERT ON claims
WHEN EXISTS (SELECT 1 FROM claims WHERE id = NEW.id OR pk = NEW.pk)
BEGIN
  SELECT RAISE(ABORT, 'claims:append_only');
END;

CREATE TRIGGER claims_not_deleted BEFORE DELETE ON claims
BEGIN
  SELECT RAISE(ABORT, 'claims:append_only');
END;

CREATE TRIGGER claims_identity BEFORE UPDATE OF pk, id, article ON claims
WHEN NEW.pk IS NOT OLD.pk OR NEW.id IS NOT OLD.id OR NEW.article IS NOT OLD.article
BEGIN
  SELECT RAISE(ABORT, 'claims:append_only');
END;

CREATE TRIGGER claims_by_event BEFORE UPDATE OF version, {", ".join(WORK)} ON claims
WHEN NEW.version IS NOT (SELECT coalesce(max(version) + 1, 0) FROM events WHERE claim = OLD.pk)
  OR {" OR ".join(_unfounded(c) for c in WORK)}
BEGIN
  SELECT RAISE(ABORT, 'claims:no_event');
END;

CREATE TRIGGER claims_words_by_event BEFORE UPDATE OF {", ".join(WORDS)} ON claims
WHEN OLD.version > 0 AND ({" OR ".join(_unfounded(c) for c in WORDS)})
BEGIN
  SELECT RAISE(ABORT, 'claims:no_event');
END;

-- A machine retires only what no person has touched.
CREATE TRIGGER claims_retired BEFORE UPDATE OF retired_by_run ON claims
WHEN NEW.retired_by_run IS NOT NULL AND OLD.version > 0
BEGIN
  SELECT RAISE(ABORT, 'claims:no_event');
END;
"""


def _child(table: str, field: str, condition: str) -> str:
    """Rows that belong to a claim change only where the claim's newest event names the field."""
    unnamed = (
        "NOT EXISTS (SELECT 1 FROM (SELECT change FROM events WHERE claim = {row}.claim ORDER BY seq DESC LIMIT 1)"
        f" WHERE json_type(change, '$.{field}') IS NOT NULL)"
    )
    out = []
    for verb, row in (("INSERT", "NEW"), ("UPDATE", "OLD"), ("DELETE", "OLD")):
        out.append(
            f"""
CREATE TRIGGER {table}_by_event_{verb.lower()} BEFORE {verb} ON {table}
WHEN {condition.format(row=row)}{unnamed.format(row=row)}
BEGIN
  SELECT RAISE(ABORT, 'claims:no_event');
END;
"""
        )
    return "".join(out)


_TOUCHED = "(SELECT version FROM claims WHERE pk = {row}.claim) > 0 AND "

CHILDREN = (
    _child("claim_speakers", "speakers", _TOUCHED)
    + _child("figures", "figures", _TOUCHED)
    + _child("evidence", "evidence", "")
    + _child("labels", "labels", "")
)

KEPT = """
CREATE TRIGGER revisions_no_update BEFORE UPDATE ON revisions
BEGIN
  SELECT RAISE(ABORT, 'claims:append_only');
END;

CREATE TRIGGER revisions_no_delete BEFORE DELETE ON revisions
BEGIN
  SELECT RAISE(ABORT, 'claims:append_only');
END;

CREATE TRIGGER revisions_in_order BEFORE INSERT ON revisions
WHEN NEW.number IS NOT (SELECT coalesce(max(number), 0) + 1 FROM revisions WHERE article = NEW.article)
BEGIN
  SELECT RAISE(ABORT, 'claims:append_only');
END;

CREATE TRIGGER revisions_latest AFTER INSERT ON revisions
BEGIN
  UPDATE articles SET revision = NEW.number, title = NEW.title WHERE pk = NEW.article;
END;

CREATE TRIGGER articles_no_delete BEFORE DELETE ON articles
BEGIN
  SELECT RAISE(ABORT, 'claims:append_only');
END;

CREATE TRIGGER articles_not_replaced BEFORE INSERT ON articles
WHEN EXISTS (SELECT 1 FROM articles WHERE id = NEW.id OR pk = NEW.pk)
BEGIN
  SELECT RAISE(ABORT, 'claims:append_only');
END;

CREATE TRIGGER articles_source AFTER UPDATE OF publisher, url ON articles
BEGIN
  UPDATE claims SET source = coalesce(NEW.publisher || ', ' || NEW.url, NEW.publisher, NEW.url, 'unknown')
  WHERE article = NEW.pk;
END;

CREATE TRIGGER settings_by_event_insert BEFORE INSERT ON settings
WHEN NOT EXISTS (
  SELECT 1 FROM (SELECT change FROM events WHERE setting = NEW."key" ORDER BY seq DESC LIMIT 1)
  WHERE json_extract(change, '$.value[1]') IS NEW.value)
BEGIN
  SELECT RAISE(ABORT, 'claims:no_event');
END;

CREATE TRIGGER settings_by_event_update BEFORE UPDATE ON settings
WHEN NEW."key" IS NOT OLD."key" OR NOT EXISTS (
  SELECT 1 FROM (SELECT change FROM events WHERE setting = NEW."key" ORDER BY seq DESC LIMIT 1)
  WHERE json_extract(change, '$.value[1]') IS NEW.value)
BEGIN
  SELECT RAISE(ABORT, 'claims:no_event');
END;

CREATE TRIGGER settings_no_delete BEFORE DELETE ON settings
BEGIN
  SELECT RAISE(ABORT, 'claims:no_event');
END;
"""

_TRANSITIONS = "".join(
    f"""
CREATE TRIGGER transitions_fixed_{verb.lower()} BEFORE {verb} ON transitions
BEGIN
  SELECT RAISE(ABORT, 'claims:fixed');
END;
"""
    for verb in ("INSERT", "UPDATE", "DELETE")
)

SQL = EVENTS + CLAIMS + CHILDREN + KEPT + _TRANSITIONS

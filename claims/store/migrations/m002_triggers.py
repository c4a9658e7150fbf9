"""What holds of events and claims, whoever writes: the command line, Datasette, sqlite-utils or raw SQL.

Events are only added, and every event about a claim names the version it saw. What an event says of
status, verdict and words is what the row then says; nothing else may write them. Triggers call no
function of ours and raise fixed codes ("claims:stale"), which ``desk`` puts into words.
"""

from __future__ import annotations

from claims.store.migrations.rows import LISTS, differ

# Columns of ``claims`` that an event's ``change`` carries as ``{column: [before, after]}``.
CHECKS = ("check_attribution", "check_figures", "check_substance")
WORK = ("status", "verdict", *CHECKS, "rationale", "wording", "marked")
SPANS = ("spans", "source_spans", "cue_spans")
WORDS = ("kind", "text", *SPANS, "revision", "attitude")

# What the machine said of its own proposal; once somebody has touched the claim, it stays.
PROPOSED = ("extractor", "confidence", "checkworthiness", "checkworthiness_reasons")

# Columns of ``speakers`` that an event carries; ``merged_into`` says an id, and ``alias`` is a name of its own row.
SPEAKER = ("name", "kind", "wikidata")

# Columns of ``articles`` that an event carries.
ARTICLE = ("url", "publisher", "byline", "published", "language", "title", "revision")

# Which acts there are upon what. Nothing that is done to an article can be undone, and no speaker unmade.
ACTIONS = {
    "claim": (
        "mark", "tag", "edit", "note", "label", "unlabel", "add_evidence", "retract_evidence", "submit", "approve",
        "return", "dispute", "resolve", "dismiss", "restore", "reopen", "withdraw", "clear_flag", "undo",
    ),
    "article": ("add", "revise", "describe", "extract"),
    "speaker": ("add", "edit", "undo"),
    "setting": ("set", "undo"),
}  # fmt: skip

# Which acts may change which fields of a claim; ``transitions`` says it of the status, and undoing may reverse any.
_TAGGING, _JUDGING = ("mark", "tag"), ("approve", "return", "dispute", "resolve")
FIELDS = {
    **dict.fromkeys((*WORDS, "figures"), _TAGGING),
    "speakers": (*_TAGGING, "edit"),
    **dict.fromkeys(("marked", "claim"), ("mark",)),
    **dict.fromkeys(("verdict", "rationale", *CHECKS), _JUDGING),
    "wording": ("tag", "edit"),
    "labels": ("label", "unlabel"),
    "evidence": ("add_evidence", "retract_evidence"),
    "note": ("note",),
    "cleared_flag": ("clear_flag",),
}


# What was found goes when the words do, and when a claim is opened again: an old verdict certifies no new words.
_CLEARING = ("tag", "reopen", "restore")
_CLEARED = {"verdict": None, "rationale": None, **dict.fromkeys(CHECKS, "not_checked")}


def _allowed(field: str, actions: tuple[str, ...]) -> str:
    allowed = f"NEW.action IN ({_listed(actions)})"
    if field in _CLEARED:
        nothing = f"'{_CLEARED[field]}'" if _CLEARED[field] else "NULL"
        allowed = f"({allowed} OR (NEW.action IN ({_listed(_CLEARING)}) AND json_extract(value, '$[1]') IS {nothing}))"
    return allowed


def _listed(words: tuple[str, ...]) -> str:
    return ", ".join(f"'{word}'" for word in words)


def _before_differs(column: str, table: str, subject: str) -> str:
    return f"""(json_type(NEW.change, '$.{column}') IS NOT NULL
        AND json_extract(NEW.change, '$.{column}[0]') IS NOT (SELECT {column} FROM {table} WHERE pk = NEW.{subject}))"""


def _after(column: str) -> str:
    return f"""{column} = CASE WHEN json_type(NEW.change, '$.{column}') IS NULL THEN {column}
      ELSE json_extract(NEW.change, '$.{column}[1]') END"""


def _not_after(column: str) -> str:
    return f"""(json_type(NEW.change, '$.{column}') IS NOT NULL
        AND {column} IS NOT json_extract(NEW.change, '$.{column}[1]'))"""


def _unfounded(column: str) -> str:
    return f"""(NEW.{column} IS NOT OLD.{column} AND NOT EXISTS (
        SELECT 1 FROM (SELECT change FROM events WHERE claim = OLD.pk ORDER BY seq DESC LIMIT 1)
        WHERE json_type(change, '$.{column}') IS NOT NULL
          AND json_extract(change, '$.{column}[1]') IS NEW.{column}))"""


def _no_list(field: str) -> str:
    return f"""(json_type(NEW.change, '$.{field}') IS NOT NULL AND (json_type(NEW.change, '$.{field}[0]') IS NOT 'array'
        OR json_type(NEW.change, '$.{field}[1]') IS NOT 'array'))"""


_MOVES_WORDS = " OR ".join(f"json_type(NEW.change, '$.{f}') IS NOT NULL" for f in ("text", "revision", *SPANS))
_WRONG_WORDS = " OR ".join(
    f"""EXISTS (
    SELECT 1 FROM json_each(CASE WHEN json_type(NEW.change, '$.{field}') IS NULL THEN c.{field}
                            ELSE json_extract(NEW.change, '$.{field}[1]') END) s
    WHERE CASE json_extract(s.value, '$.part') WHEN 'text' THEN r.text WHEN 'title' THEN r.title END IS NULL
      OR json_type(s.value, '$.start') IS NOT 'integer' OR json_extract(s.value, '$.start') < 0
      OR json_type(s.value, '$.end') IS NOT 'integer'
      OR json_extract(s.value, '$.end') <= json_extract(s.value, '$.start')
      OR substr(CASE json_extract(s.value, '$.part') WHEN 'text' THEN r.text ELSE r.title END,
                json_extract(s.value, '$.start') + 1, json_extract(s.value, '$.end') - json_extract(s.value, '$.start'))
         IS NOT json_extract(s.value, '$.text'))"""
    for field in SPANS
)

EVENTS = f"""
-- SQLite asks the youngest trigger first: what is asked last stands first here.

CREATE TRIGGER events_verdict BEFORE INSERT ON events
WHEN NEW.claim IS NOT NULL AND json_extract(NEW.change, '$.status[1]') = 'verified'
BEGIN
  SELECT RAISE(ABORT, 'claims:verdict') FROM claims
  WHERE pk = NEW.claim
    AND CASE WHEN json_type(NEW.change, '$.verdict') IS NULL THEN verdict
             ELSE json_extract(NEW.change, '$.verdict[1]') END IS NULL;
END;

CREATE TRIGGER events_words BEFORE INSERT ON events
WHEN NEW.claim IS NOT NULL AND ({_MOVES_WORDS})
BEGIN
  SELECT RAISE(ABORT, 'claims:words')
  FROM claims c LEFT JOIN revisions r ON r.article = c.article
    AND r.number = coalesce(json_extract(NEW.change, '$.revision[1]'), c.revision)
  WHERE c.pk = NEW.claim AND (r.pk IS NULL OR {_WRONG_WORDS}
    OR coalesce(json_extract(NEW.change, '$.text[1]'), c.text) IS NOT (
      SELECT group_concat(json_extract(value, '$.text'), ' … ')
      FROM json_each(coalesce(json_extract(NEW.change, '$.spans[1]'), c.spans))));
END;

CREATE TRIGGER events_before BEFORE INSERT ON events
WHEN NEW.claim IS NOT NULL AND ({" OR ".join(_before_differs(c, "claims", "claim") for c in (*WORK, *WORDS))})
BEGIN
  SELECT RAISE(ABORT, 'claims:before');
END;

CREATE TRIGGER events_before_lists BEFORE INSERT ON events
WHEN NEW.claim IS NOT NULL AND ({" OR ".join(differ(field) for field in LISTS)})
BEGIN
  SELECT RAISE(ABORT, 'claims:before');
END;

CREATE TRIGGER events_before_others BEFORE INSERT ON events
WHEN (NEW.setting IS NOT NULL AND (json_type(NEW.change, '$.value') IS NULL
      OR json_extract(NEW.change, '$.value[0]') IS NOT (SELECT value FROM settings WHERE "key" = NEW.setting)))
  OR (NEW.article IS NOT NULL AND NEW.action <> 'add' AND (
      {" OR ".join(_before_differs(c, "articles", "article") for c in ARTICLE)}))
  OR (NEW.speaker IS NOT NULL AND NEW.action <> 'add' AND (
      {" OR ".join(_before_differs(c, "speakers", "speaker") for c in SPEAKER)}
      OR (json_type(NEW.change, '$.merged_into') IS NOT NULL AND json_extract(NEW.change, '$.merged_into[0]') IS NOT (
        SELECT whole.id FROM speakers own JOIN speakers whole ON whole.pk = own.merged_into
        WHERE own.pk = NEW.speaker))))
BEGIN
  SELECT RAISE(ABORT, 'claims:before');
END;

-- Merging is one step deep: whoever was merged into a speaker goes along first, by an event of their own.
CREATE TRIGGER events_speaker BEFORE INSERT ON events
WHEN NEW.speaker IS NOT NULL AND NEW.action <> 'add'
BEGIN
  SELECT RAISE(ABORT, 'claims:change') FROM json_each(NEW.change)
  WHERE "key" NOT IN ({_listed((*SPEAKER, "merged_into", "alias"))})
    OR ("key" IN ('name', 'kind') AND json_type(value, '$[1]') IS NOT 'text')
    OR ("key" = 'merged_into' AND json_type(value, '$[1]') IS NOT 'null' AND (
      NOT EXISTS (SELECT 1 FROM speakers whole WHERE whole.id = json_extract(value, '$[1]')
                  AND whole.merged_into IS NULL AND whole.pk <> NEW.speaker)
      OR EXISTS (SELECT 1 FROM speakers part WHERE part.merged_into = NEW.speaker)));
END;

-- Whose words they are can be edited as long as nobody has been asked to judge them.
CREATE TRIGGER events_speakers_edited BEFORE INSERT ON events
WHEN NEW.action = 'edit' AND NEW.claim IS NOT NULL AND json_type(NEW.change, '$.speakers') IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'claims:transition') FROM claims
  WHERE pk = NEW.claim AND status NOT IN ('extracted', 'tagged');
END;

-- Each act changes what is its own, so that no note judges and no label moves words.
CREATE TRIGGER events_fields BEFORE INSERT ON events
WHEN NEW.claim IS NOT NULL AND NEW.action <> 'undo'
BEGIN
  SELECT RAISE(ABORT, 'claims:transition') FROM json_each(NEW.change)
  WHERE NOT CASE "key" WHEN 'status' THEN 1
    {" ".join(f"WHEN '{field}' THEN {_allowed(field, actions)}" for field, actions in FIELDS.items())}
    ELSE 0 END;
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

CREATE TRIGGER events_undo BEFORE INSERT ON events
WHEN NEW.action = 'undo' OR NEW.undoes IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'claims:undo')
  WHERE NEW.action <> 'undo' OR NOT EXISTS (
    SELECT 1 FROM events undone
    WHERE undone.seq = NEW.undoes AND undone.action <> 'undo'
      AND undone.claim IS NEW.claim AND undone.setting IS NEW.setting AND undone.speaker IS NEW.speaker
      AND (NEW.speaker IS NULL OR undone.action <> 'add')
      -- only the newest that still stands
      AND NOT EXISTS (
        SELECT 1 FROM events later
        WHERE later.seq > undone.seq AND later.action <> 'undo'
          AND ((NEW.claim IS NOT NULL AND later.claim = NEW.claim)
            OR (NEW.setting IS NOT NULL AND later.setting = NEW.setting)
            OR (NEW.speaker IS NOT NULL AND later.speaker = NEW.speaker))
          AND NOT EXISTS (SELECT 1 FROM events u WHERE u.undoes = later.seq))
      -- exactly what it said, the other way round
      AND (SELECT count(*) FROM json_each(undone.change)) = (SELECT count(*) FROM json_each(NEW.change))
      AND NOT EXISTS (
        SELECT 1 FROM json_each(undone.change) a LEFT JOIN json_each(NEW.change) b ON b."key" = a."key"
        WHERE b."key" IS NULL
          OR json_extract(a.value, '$[0]') IS NOT json_extract(b.value, '$[1]')
          OR json_extract(a.value, '$[1]') IS NOT json_extract(b.value, '$[0]')));
END;

-- A proposal that a run retired, and a mark that was taken back, are nobody's to work on.
CREATE TRIGGER events_hidden BEFORE INSERT ON events
WHEN NEW.claim IS NOT NULL AND NEW.action <> 'undo'
BEGIN
  SELECT RAISE(ABORT, 'claims:hidden') FROM claims
  WHERE pk = NEW.claim AND (retired_by_run IS NOT NULL OR (extractor IS NULL AND marked IS NOT 1))
    AND NOT (NEW.action = 'mark' AND extractor IS NULL);
END;

CREATE TRIGGER events_stale BEFORE INSERT ON events
WHEN NEW.claim IS NOT NULL AND NEW.version IS NOT (SELECT version FROM claims WHERE pk = NEW.claim)
BEGIN
  SELECT RAISE(ABORT, 'claims:stale');
END;

-- A REPLACE deletes without asking the delete trigger, unless recursive triggers are on. NEW.seq is -1
-- where SQLite is to choose it; a check of the column sees to it that nobody else may.
CREATE TRIGGER events_only_added BEFORE INSERT ON events
WHEN (NEW.seq <> -1 AND NEW.seq <> 1 + (SELECT coalesce(max(seq), 0) FROM events))
  OR (NEW.id IS NOT NULL AND EXISTS (SELECT 1 FROM events WHERE id = NEW.id))
  OR (NEW.undoes IS NOT NULL AND EXISTS (SELECT 1 FROM events WHERE undoes = NEW.undoes))
BEGIN
  SELECT RAISE(ABORT, 'claims:append_only');
END;

CREATE TRIGGER events_subject BEFORE INSERT ON events
WHEN (NEW.claim IS NOT NULL) + (NEW.article IS NOT NULL) + (NEW.speaker IS NOT NULL) + (NEW.setting IS NOT NULL) <> 1
  OR (NEW.claim IS NOT NULL AND NOT EXISTS (SELECT 1 FROM claims WHERE pk = NEW.claim))
  OR (NEW.article IS NOT NULL AND NOT EXISTS (SELECT 1 FROM articles WHERE pk = NEW.article))
  OR (NEW.speaker IS NOT NULL AND NOT EXISTS (SELECT 1 FROM speakers WHERE pk = NEW.speaker))
  OR {" OR ".join(f"(NEW.{s} IS NOT NULL AND NEW.action NOT IN ({_listed(a)}))" for s, a in ACTIONS.items())}
  OR (NEW.policy IS NOT NULL AND NEW.policy NOT IN ('solo', 'newsroom'))
BEGIN
  SELECT RAISE(ABORT, 'claims:event_subject');
END;

-- SQLite finds a key that is written with escapes in one function and not in another, Python takes the
-- last of two equal keys and SQLite the first: what an event says must be the same to all readers.
CREATE TRIGGER events_change BEFORE INSERT ON events
WHEN typeof(NEW.change) <> 'text' OR NOT json_valid(NEW.change) OR json_type(NEW.change) IS NOT 'object'
  OR (SELECT count(*) <> count(DISTINCT "key") FROM json_each(NEW.change))
  OR EXISTS (SELECT 1 FROM json_each(NEW.change)
             WHERE type <> 'array' OR json_array_length(value) <> 2
               OR "key" = '' OR "key" GLOB '*[^a-z0-9_]*' OR json_type(NEW.change, '$.' || "key") IS NULL)
  OR {" OR ".join(_no_list(field) for field in (*LISTS, *SPANS))}
BEGIN
  SELECT RAISE(ABORT, 'claims:change');
END;

CREATE TRIGGER events_no_update BEFORE UPDATE ON events
BEGIN
  SELECT RAISE(ABORT, 'claims:append_only');
END;

CREATE TRIGGER events_no_delete BEFORE DELETE ON events
BEGIN
  SELECT RAISE(ABORT, 'claims:append_only');
END;

-- INSERT OR IGNORE and OR REPLACE lend their manners to what a trigger does: an update that a check refuses
-- would be skipped in silence, or a default put in. So the row is looked at again.
CREATE TRIGGER events_derive_claim AFTER INSERT ON events WHEN NEW.claim IS NOT NULL
BEGIN
  UPDATE claims SET version = version + 1,
    {", ".join(_after(c) for c in (*WORK, *WORDS))}
  WHERE pk = NEW.claim;
  SELECT RAISE(ABORT, 'claims:change') FROM claims
  WHERE pk = NEW.claim AND (version IS NOT NEW.version + 1
    OR {" OR ".join(_not_after(c) for c in (*WORK, *WORDS))});
END;

CREATE TRIGGER events_derive_speaker AFTER INSERT ON events WHEN NEW.speaker IS NOT NULL AND NEW.action <> 'add'
BEGIN
  UPDATE speakers SET {", ".join(_after(c) for c in SPEAKER)},
    merged_into = CASE WHEN json_type(NEW.change, '$.merged_into') IS NULL THEN merged_into
      ELSE (SELECT whole.pk FROM speakers whole WHERE whole.id = json_extract(NEW.change, '$.merged_into[1]')) END
  WHERE pk = NEW.speaker;
  INSERT INTO speaker_names (speaker, name) SELECT NEW.speaker, json_extract(NEW.change, '$.alias[1]')
    WHERE json_extract(NEW.change, '$.alias[1]') IS NOT NULL AND NOT EXISTS (
      SELECT 1 FROM speaker_names WHERE speaker = NEW.speaker AND name = json_extract(NEW.change, '$.alias[1]'));
  DELETE FROM speaker_names WHERE speaker = NEW.speaker AND NEW.action = 'undo'
    AND name = json_extract(NEW.change, '$.alias[0]') AND json_extract(NEW.change, '$.alias[1]') IS NULL;
  SELECT RAISE(ABORT, 'claims:change') FROM speakers
  WHERE pk = NEW.speaker AND ({" OR ".join(_not_after(c) for c in SPEAKER)});
END;

CREATE TRIGGER events_derive_setting AFTER INSERT ON events WHEN NEW.setting IS NOT NULL
BEGIN
  UPDATE settings SET value = json_extract(NEW.change, '$.value[1]') WHERE "key" = NEW.setting;
  INSERT INTO settings ("key", value)
    SELECT NEW.setting, json_extract(NEW.change, '$.value[1]')
    WHERE NOT EXISTS (SELECT 1 FROM settings WHERE "key" = NEW.setting);
  SELECT RAISE(ABORT, 'claims:change')
  WHERE json_extract(NEW.change, '$.value[1]') IS NOT (SELECT value FROM settings WHERE "key" = NEW.setting);
END;
"""

_SOURCE = "coalesce(publisher || ', ' || url, publisher, url, 'unknown')"

CLAIMS = f"""
CREATE TRIGGER claims_start_untouched BEFORE INSERT ON claims
WHEN NEW.status IS NOT 'extracted' OR NEW.version IS NOT 0 OR NEW.retired_by_run IS NOT NULL
  OR NEW.verdict IS NOT NULL OR NEW.marked IS NOT NULL OR NEW.rationale IS NOT NULL OR NEW.wording IS NOT NULL
  OR {" OR ".join(f"NEW.{check} IS NOT 'not_checked'" for check in CHECKS)}
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

-- A machine retires, and proposes anew, only what no person has touched.
CREATE TRIGGER claims_proposed BEFORE UPDATE OF retired_by_run, {", ".join(PROPOSED)} ON claims
WHEN OLD.version > 0 AND ({" OR ".join(f"NEW.{c} IS NOT OLD.{c}" for c in ("retired_by_run", *PROPOSED))})
BEGIN
  SELECT RAISE(ABORT, 'claims:no_event');
END;

CREATE TRIGGER claims_source_insert BEFORE INSERT ON claims
WHEN NEW.source IS NOT (SELECT {_SOURCE} FROM articles WHERE pk = NEW.article)
BEGIN
  SELECT RAISE(ABORT, 'claims:no_event');
END;

CREATE TRIGGER claims_source_update BEFORE UPDATE OF source ON claims
WHEN NEW.source IS NOT (SELECT {_SOURCE} FROM articles WHERE pk = OLD.article)
BEGIN
  SELECT RAISE(ABORT, 'claims:no_event');
END;

CREATE TRIGGER articles_source AFTER UPDATE OF publisher, url ON articles
BEGIN
  UPDATE claims SET source = (SELECT {_SOURCE} FROM articles WHERE pk = NEW.pk) WHERE article = NEW.pk;
END;
"""

SQL = EVENTS + CLAIMS

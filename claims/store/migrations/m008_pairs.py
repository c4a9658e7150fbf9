"""What people say about two claims: events get a further subject, the pair.

A pair is written as the ids of its two claims, the smaller first, with a space between. Its events carry
``{"decision": [before, after]}``, where ``before`` is what the same person's decision on the pair was: others may
say otherwise, and both stand.
"""

from __future__ import annotations

from claims.store.migrations.m002_triggers import ACTIONS, EVENTS

# Which acts there are upon what, with the pair's beside the others.
_ACTIONS = ACTIONS | {"pair": ("compare", "undo")}
_DECISIONS = "'same', 'contradicts', 'together', 'different'"


def one_of(event: str) -> str:
    """The first claim of an event's pair."""
    return f"substr({event}.pair, 1, instr({event}.pair, ' ') - 1)"


def other_of(event: str) -> str:
    """The second claim of an event's pair."""
    return f"substr({event}.pair, instr({event}.pair, ' ') + 1)"


def _again(name: str) -> str:
    """A trigger of the second step, word for word."""
    start = EVENTS.index(f"CREATE TRIGGER {name} ")
    return EVENTS[start : EVENTS.index("\nEND;", start) + len("\nEND;")]


def _listed(words: tuple[str, ...]) -> str:
    return ", ".join(f"'{word}'" for word in words)


_STANDS = "NOT EXISTS (SELECT 1 FROM events u WHERE u.undoes = {0}.seq)"

# SQLite asks the youngest trigger first: whoever is asked before a trigger that is made anew is made anew, too,
# so that an event that breaks several rules is refused for the same one as before.
_REMADE = ("events_undo", "events_hidden", "events_stale", "events_only_added", "events_subject", "events_change")

_PAIR = f"""
CREATE TRIGGER events_decision BEFORE INSERT ON events
WHEN NEW.pair IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'claims:before')
  WHERE NEW.action = 'compare' AND json_extract(NEW.change, '$.decision[0]') IS NOT (
    SELECT json_extract(e.change, '$.decision[1]') FROM events e
    WHERE e.pair = NEW.pair AND e.actor = NEW.actor AND e.action = 'compare' AND {_STANDS.format("e")}
    ORDER BY e.seq DESC LIMIT 1);
  SELECT RAISE(ABORT, 'claims:change')
  WHERE json_type(NEW.change, '$.decision') IS NULL OR (SELECT count(*) FROM json_each(NEW.change)) <> 1
    OR (NEW.action = 'compare' AND (json_type(NEW.change, '$.decision[1]') IS NOT 'text'
      OR json_extract(NEW.change, '$.decision[1]') NOT IN ({_DECISIONS})));
END;
"""

# Of a pair, what another person said later builds on nothing: only the same person's later word does.
_UNDO = f"""
CREATE TRIGGER events_undo BEFORE INSERT ON events
WHEN NEW.action = 'undo' OR NEW.undoes IS NOT NULL
BEGIN
  SELECT RAISE(ABORT, 'claims:undo')
  WHERE NEW.action <> 'undo' OR NOT EXISTS (
    SELECT 1 FROM events undone
    WHERE undone.seq = NEW.undoes AND undone.action <> 'undo'
      AND undone.claim IS NEW.claim AND undone.setting IS NEW.setting AND undone.speaker IS NEW.speaker
      AND undone.pair IS NEW.pair
      AND (NEW.speaker IS NULL OR undone.action <> 'add')
      -- only the newest that still stands
      AND NOT EXISTS (
        SELECT 1 FROM events later
        WHERE later.seq > undone.seq AND later.action <> 'undo'
          AND ((NEW.claim IS NOT NULL AND later.claim = NEW.claim)
            OR (NEW.setting IS NOT NULL AND later.setting = NEW.setting)
            OR (NEW.speaker IS NOT NULL AND later.speaker = NEW.speaker)
            OR (NEW.pair IS NOT NULL AND later.pair = NEW.pair AND later.actor = undone.actor))
          AND {_STANDS.format("later")})
      -- exactly what it said, the other way round
      AND (SELECT count(*) FROM json_each(undone.change)) = (SELECT count(*) FROM json_each(NEW.change))
      AND NOT EXISTS (
        SELECT 1 FROM json_each(undone.change) a LEFT JOIN json_each(NEW.change) b ON b."key" = a."key"
        WHERE b."key" IS NULL
          OR json_extract(a.value, '$[0]') IS NOT json_extract(b.value, '$[1]')
          OR json_extract(a.value, '$[1]') IS NOT json_extract(b.value, '$[0]')));
END;
"""

_SUBJECT = f"""
CREATE TRIGGER events_subject BEFORE INSERT ON events
WHEN (NEW.claim IS NOT NULL) + (NEW.article IS NOT NULL) + (NEW.speaker IS NOT NULL) + (NEW.setting IS NOT NULL)
    + (NEW.pair IS NOT NULL) <> 1
  OR (NEW.claim IS NOT NULL AND NOT EXISTS (SELECT 1 FROM claims WHERE pk = NEW.claim))
  OR (NEW.article IS NOT NULL AND NOT EXISTS (SELECT 1 FROM articles WHERE pk = NEW.article))
  OR (NEW.speaker IS NOT NULL AND NOT EXISTS (SELECT 1 FROM speakers WHERE pk = NEW.speaker))
  OR (NEW.pair IS NOT NULL AND (typeof(NEW.pair) <> 'text' OR {one_of("NEW")} >= {other_of("NEW")}
    OR NOT EXISTS (SELECT 1 FROM claims WHERE id = {one_of("NEW")})
    OR NOT EXISTS (SELECT 1 FROM claims WHERE id = {other_of("NEW")})))
  OR {" OR ".join(f"(NEW.{s} IS NOT NULL AND NEW.action NOT IN ({_listed(a)}))" for s, a in _ACTIONS.items())}
  OR (NEW.policy IS NOT NULL AND NEW.policy NOT IN ('solo', 'newsroom'))
BEGIN
  SELECT RAISE(ABORT, 'claims:event_subject');
END;
"""

_DROPPED = "\n".join(f"DROP TRIGGER {name};" for name in _REMADE)

SQL = f"""
ALTER TABLE events ADD COLUMN pair TEXT;
CREATE INDEX events_pair ON events (pair, seq) WHERE pair IS NOT NULL;
CREATE INDEX events_pair_one ON events (substr(pair, 1, instr(pair, ' ') - 1)) WHERE pair IS NOT NULL;
CREATE INDEX events_pair_other ON events (substr(pair, instr(pair, ' ') + 1)) WHERE pair IS NOT NULL;

{_DROPPED}
{_PAIR}{_UNDO}
{_again("events_hidden")}
{_again("events_stale")}
{_again("events_only_added")}
{_SUBJECT}
{_again("events_change")}

CREATE VIEW pair_decisions AS
  SELECT e.seq, e.pair, {one_of("e")} AS one, {other_of("e")} AS other, e.actor,
    json_extract(e.change, '$.decision[1]') AS decision, e.at, e.reason
  FROM events e
  WHERE e.pair IS NOT NULL AND e.action = 'compare' AND {_STANDS.format("e")}
    AND NOT EXISTS (SELECT 1 FROM events later WHERE later.pair = e.pair AND later.seq > e.seq
      AND later.actor = e.actor AND later.action = 'compare' AND {_STANDS.format("later")});

DROP VIEW history;
CREATE VIEW history AS
  SELECT e.seq, e.at, e.actor, e.action, c.text AS said, coalesce(a.title, a.id) AS article, e.setting,
    e.change, e.reason, e.policy, e.undoes, c.id AS claim, e.pair
  FROM events e LEFT JOIN claims c ON c.pk = e.claim LEFT JOIN articles a ON a.pk = coalesce(e.article, c.article);
"""

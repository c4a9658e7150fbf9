# An attack is easier to judge on one line.
# ruff: noqa: E501
"""What raw SQL cannot do, from a plain connection with SQLite's own settings: no recursive triggers, no foreign keys."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.conftest import Bench

# Names of rows in the attacks: a claim that is verified, one that is tagged, one with a flag, one untouched.
ROWS = {
    "V": "(SELECT pk FROM claims WHERE instr(text, 'keep every route'))",
    "T": "(SELECT pk FROM claims WHERE instr(text, '40 million'))",
    "F": "(SELECT pk FROM claims WHERE instr(text, '250 jobs'))",
    "U": "(SELECT pk FROM claims WHERE instr(text, 'bad day'))",
    "LAST": "(SELECT max(seq) FROM events)",
    "EV": "(SELECT pk FROM evidence WHERE claim = (SELECT pk FROM claims WHERE instr(text, 'keep every route')))",
    "PAIR": "(SELECT max(pair) FROM events)",
    "SAID": "(SELECT min(seq) FROM events WHERE pair IS NOT NULL)",
    "TWO": "(SELECT min(id) || ' ' || max(id) FROM claims WHERE pk IN (1, 2))",
    "FIG": "(SELECT min(pk) FROM figures WHERE claim = (SELECT pk FROM claims WHERE instr(text, '40 million')))",
}

CLAIM_COLUMNS = "id, article, revision, kind, text, source, spans, attitude"
COPY = "'c9', article, revision, kind, text, source, spans, attitude"
FIGURE_COLUMNS = (
    'id, claim, "by", part, text, start, "end", core_start, core_end, kind, low, high, unit, unresolved, low_value'
)

ATTACKS = {
    # Events are only added, at the end.
    "events": """
        UPDATE events SET actor = 'eve'
        UPDATE events SET at = at WHERE seq = 1
        UPDATE OR REPLACE events SET seq = 1 WHERE seq = 2
        UPDATE OR IGNORE events SET change = '{}'
        DELETE FROM events
        DELETE FROM events WHERE seq = <LAST>
        INSERT OR REPLACE INTO events (seq, actor, action, setting, change) VALUES (1, 'eve', 'set', 'x', '{"value": [null, "y"]}')
        REPLACE INTO events SELECT * FROM events WHERE seq = <LAST>
        INSERT INTO events SELECT * FROM events WHERE seq = 2 ON CONFLICT (seq) DO UPDATE SET actor = 'eve'
        INSERT OR REPLACE INTO events (id, actor, action, claim, version) SELECT e.id, 'eve', 'note', c.pk, c.version FROM events e JOIN claims c ON c.pk = e.claim WHERE c.pk = <V>
        INSERT INTO events (seq, actor, action, claim, version) SELECT 3, 'eve', 'note', pk, version FROM claims WHERE pk = <V>
        INSERT INTO events (seq, actor, action, claim, version) SELECT -3, 'eve', 'note', pk, version FROM claims WHERE pk = <V>
        INSERT INTO events (seq, actor, action, claim, version) SELECT -1, 'eve', 'note', pk, version FROM claims WHERE pk = <V>
        INSERT INTO events (seq, actor, action, claim, version) SELECT 0, 'eve', 'note', pk, version FROM claims WHERE pk = <V>
        INSERT INTO events (seq, actor, action, claim, version) SELECT <LAST> + 2, 'eve', 'note', pk, version FROM claims WHERE pk = <V>
        INSERT INTO events (seq, actor, action, claim, version) SELECT 9223372036854775807, 'eve', 'note', pk, version FROM claims WHERE pk = <V>
        INSERT INTO events (actor, action) VALUES ('eve', 'note')
        INSERT INTO events (actor, action, claim) VALUES ('eve', 'note', 987654)
        INSERT INTO events (actor, action, claim, version) VALUES ('eve', 'note', 'all', 0)
        INSERT INTO events (actor, action, article) VALUES ('eve', 'describe', 987654)
        INSERT INTO events (actor, action, speaker) VALUES ('eve', 'add', 987654)
        INSERT INTO events (actor, action, article) VALUES ('eve', 'tag', 1)
        INSERT INTO events (actor, action, article) VALUES ('eve', 'undo', 1)
        INSERT INTO events (actor, action, claim, article, version) SELECT 'eve', 'note', pk, article, version FROM claims WHERE pk = <V>
        INSERT INTO events (actor, action, claim, version, policy) SELECT 'eve', 'note', pk, version, 'lax' FROM claims WHERE pk = <V>
    """,
    # Status, verdict, version and checks follow from events.
    "work": """
        UPDATE claims SET status = 'verified' WHERE pk = <U>
        UPDATE claims SET status = 'verified', verdict = 'supported', version = 1 WHERE pk = <U>
        UPDATE claims SET status = 'extracted' WHERE pk = <V>
        UPDATE claims SET verdict = 'refuted' WHERE pk = <V>
        UPDATE claims SET verdict = NULL WHERE pk = <V>
        UPDATE claims SET verdict = 'supported' WHERE pk = <U>
        UPDATE claims SET version = version + 1
        UPDATE claims SET version = 0 WHERE pk = <V>
        UPDATE OR IGNORE claims SET version = 0 WHERE pk = <V>
        UPDATE OR REPLACE claims SET check_figures = 'ok' WHERE pk = <V>
        UPDATE claims SET check_attribution = NULL WHERE pk = <V>
        UPDATE claims SET rationale = 'trust me' WHERE pk = <V>
        UPDATE claims SET wording = 'They said so' WHERE pk = <U>
        UPDATE claims SET marked = 1 WHERE marked IS NULL AND extractor IS NULL
        UPDATE claims SET marked = 0 WHERE pk = <U>
    """,
    # Words of a claim that people have touched stay, and so does what makes it that claim.
    "words": """
        UPDATE claims SET text = 'We will close every route' WHERE pk = <V>
        UPDATE claims SET kind = 'indirect' WHERE pk = <V>
        UPDATE claims SET spans = '[]' WHERE pk = <T>
        UPDATE claims SET source_spans = '[]' WHERE pk = <V>
        UPDATE claims SET cue_spans = '[]' WHERE pk = <V>
        UPDATE claims SET revision = 2 WHERE pk = <V>
        UPDATE claims SET attitude = 'belief' WHERE pk = <V>
        UPDATE claims SET extractor = NULL WHERE pk = <V>
        UPDATE claims SET confidence = 1.0 WHERE pk = <V>
        UPDATE claims SET checkworthiness = 0 WHERE pk = <T>
        UPDATE claims SET checkworthiness_reasons = '[]' WHERE pk = <T>
        UPDATE claims SET retired_by_run = 1 WHERE pk = <V>
        UPDATE claims SET source = 'The Other Post' WHERE pk = <U>
        UPDATE claims SET id = 'c1' WHERE pk = <U>
        UPDATE claims SET pk = 999 WHERE pk = <U>
        UPDATE claims SET article = 2 WHERE pk = <U>
        UPDATE OR REPLACE claims SET id = (SELECT id FROM claims WHERE pk = <V>) WHERE pk = <U>
        UPDATE OR REPLACE claims SET pk = <V> WHERE pk = <U>
        DELETE FROM claims
        DELETE FROM claims WHERE pk = <U>
    """,
    # A claim begins untouched, and replaces none.
    "claims": f"""
        INSERT INTO claims ({CLAIM_COLUMNS}, status) SELECT {COPY}, 'verified' FROM claims WHERE pk = <U>
        INSERT INTO claims ({CLAIM_COLUMNS}, status, verdict) SELECT {COPY}, 'verified', 'supported' FROM claims WHERE pk = <U>
        INSERT OR IGNORE INTO claims ({CLAIM_COLUMNS}, status) SELECT {COPY}, 'tagged' FROM claims WHERE pk = <U>
        INSERT INTO claims ({CLAIM_COLUMNS}, version) SELECT {COPY}, 3 FROM claims WHERE pk = <U>
        INSERT INTO claims ({CLAIM_COLUMNS}, verdict) SELECT {COPY}, 'refuted' FROM claims WHERE pk = <U>
        INSERT INTO claims ({CLAIM_COLUMNS}, marked) SELECT {COPY}, 1 FROM claims WHERE pk = <U>
        INSERT INTO claims ({CLAIM_COLUMNS}, check_substance) SELECT {COPY}, 'ok' FROM claims WHERE pk = <U>
        INSERT INTO claims ({CLAIM_COLUMNS}, rationale) SELECT {COPY}, 'because' FROM claims WHERE pk = <U>
        INSERT INTO claims ({CLAIM_COLUMNS}, wording) SELECT {COPY}, 'so' FROM claims WHERE pk = <U>
        INSERT INTO claims ({CLAIM_COLUMNS}, retired_by_run) SELECT {COPY}, 2 FROM claims WHERE pk = <U>
        INSERT INTO claims (pk, {CLAIM_COLUMNS}) SELECT -1, {COPY} FROM claims WHERE pk = <U>
        INSERT INTO claims (id, article, revision, kind, text, source, spans, attitude) VALUES ('c9', 77, 1, 'quote', 'x', 'x', '[]', 'belief')
        INSERT INTO claims (id, article, revision, kind, text, source, spans, attitude) SELECT 'c9', article, 1, 'remark', 'x', source, '[]', 'belief' FROM claims WHERE pk = <U>
        INSERT OR REPLACE INTO claims ({CLAIM_COLUMNS}) SELECT {CLAIM_COLUMNS} FROM claims WHERE pk = <V>
        REPLACE INTO claims (pk, {CLAIM_COLUMNS}) SELECT pk, {COPY} FROM claims WHERE pk = <V>
        INSERT INTO claims ({CLAIM_COLUMNS}) SELECT {CLAIM_COLUMNS} FROM claims WHERE pk = <V> ON CONFLICT (id) DO UPDATE SET text = 'x'
    """,
    # Evidence and labels come and go by events alone, also while the newest event speaks of them.
    "evidence": """
        DELETE FROM evidence
        DELETE FROM labels
        UPDATE evidence SET stance = 'refutes'
        UPDATE evidence SET retracted_by = NULL WHERE claim = <T>
        UPDATE evidence SET retracted_by = 'eve' WHERE claim = <V>
        UPDATE evidence SET claim = <U>
        UPDATE evidence SET "primary" = 1, excerpt = 'As everybody knows' WHERE claim = <T>
        UPDATE OR REPLACE evidence SET id = (SELECT id FROM evidence WHERE claim = <V>) WHERE claim = <T>
        UPDATE OR REPLACE evidence SET pk = <EV> WHERE claim = <T>
        UPDATE labels SET label = 'trains'
        UPDATE labels SET claim = <T>
        INSERT INTO labels (claim, label) VALUES (<V>, 'trains')
        INSERT INTO labels (claim, label) VALUES (<U>, 'trains')
        INSERT OR REPLACE INTO labels (pk, claim, label) SELECT pk, <U>, label FROM labels
        INSERT OR REPLACE INTO labels (claim, label) SELECT claim, label FROM labels
        INSERT INTO evidence (id, claim, stance, url, added_by) VALUES ('e9', <V>, 'supports', 'https://x.example/', 'eve')
        INSERT INTO evidence (id, claim, stance, url, added_by) VALUES ('e9', <U>, 'supports', 'https://x.example/', 'eve')
        INSERT OR REPLACE INTO evidence (id, claim, stance, url, added_by) SELECT id, <U>, 'refutes', url, 'eve' FROM evidence WHERE pk = <EV>
        INSERT OR REPLACE INTO evidence (pk, id, claim, stance, url, added_by) SELECT pk, 'e9', <U>, 'refutes', url, 'eve' FROM evidence WHERE pk = <EV>
        INSERT OR REPLACE INTO evidence SELECT * FROM evidence
    """,
    # Speakers and figures of a claim that people have touched.
    "parts": f"""
        DELETE FROM figures
        DELETE FROM figures WHERE claim = <T>
        UPDATE figures SET low = '1' WHERE pk = <FIG>
        UPDATE figures SET low_value = 1 WHERE pk = <FIG>
        UPDATE figures SET claim = <T> WHERE claim <> <T>
        UPDATE OR REPLACE figures SET pk = <FIG> WHERE pk <> <FIG>
        INSERT INTO figures ({FIGURE_COLUMNS}) SELECT 'f9', <T>, "by", part, text, start, "end", core_start, core_end, kind, low, high, unit, unresolved, low_value FROM figures WHERE pk = <FIG>
        INSERT OR REPLACE INTO figures ({FIGURE_COLUMNS}) SELECT id, <U>, "by", part, text, start, "end", core_start, core_end, kind, low, high, unit, unresolved, low_value FROM figures WHERE pk = <FIG>
        INSERT OR REPLACE INTO figures (pk, {FIGURE_COLUMNS}) SELECT pk, 'f9', <U>, "by", part, text, start, "end", core_start, core_end, kind, low, high, unit, unresolved, low_value FROM figures WHERE pk = <FIG>
        DELETE FROM claim_speakers WHERE claim = <V>
        UPDATE claim_speakers SET speaker = 1
        UPDATE claim_speakers SET claim = <V> WHERE claim = <U>
        UPDATE claim_speakers SET relation = 'candidate' WHERE claim = <V>
        INSERT INTO claim_speakers (claim, place, relation, decided_by) VALUES (<V>, 7, 'says', 'eve')
        INSERT OR REPLACE INTO claim_speakers (claim, place, relation, decided_by) VALUES (<V>, 0, 'says', 'eve')
        INSERT OR REPLACE INTO claim_speakers (pk, claim, place, relation, decided_by) SELECT pk, <U>, 7, 'says', 'eve' FROM claim_speakers WHERE claim = <V>
        DELETE FROM speakers
        UPDATE speakers SET name = 'Nobody'
        UPDATE speakers SET kind = 'group'
        UPDATE speakers SET wikidata = 'Q1'
        UPDATE speakers SET merged_into = 1 WHERE pk = 2
        UPDATE speakers SET pk = 999 WHERE pk = 1
        INSERT OR REPLACE INTO speakers (pk, id, name, kind) VALUES (1, 's9', 'Nobody', 'person')
        INSERT OR REPLACE INTO speakers (id, name, kind) SELECT id, 'Nobody', 'person' FROM speakers WHERE pk = 1
        INSERT INTO speakers (id, name, kind) VALUES ('s9', 'Nobody', 'saint')
        DELETE FROM speaker_names
        UPDATE speaker_names SET name = 'Nobody'
        INSERT OR REPLACE INTO speaker_names (pk, speaker, name) VALUES (1, 2, 'Nobody')
        DELETE FROM speaker_roles
        UPDATE speaker_roles SET role = 'clown'
    """,
    # Texts are kept for ever, and an article is what its events say.
    "articles": """
        UPDATE revisions SET text = 'Other words'
        UPDATE revisions SET title = NULL
        DELETE FROM revisions
        INSERT OR REPLACE INTO revisions SELECT * FROM revisions WHERE pk = 1
        INSERT INTO revisions (article, number, text, sha256, recipe, added_at) VALUES (1, 3, 'Other words', 'x', 1, '2026-01-01')
        INSERT INTO revisions (article, number, text, sha256, recipe, added_at) VALUES (1, 9, 'Other words', 'x', 1, '2026-01-01')
        INSERT OR REPLACE INTO revisions (pk, article, number, text, sha256, recipe, added_at) VALUES (1, 2, 2, 'x', 'x', 1, '2026-01-01')
        DELETE FROM articles
        UPDATE articles SET revision = 1 WHERE pk = 1
        UPDATE articles SET title = 'Fares fall'
        UPDATE articles SET publisher = 'The Other Post'
        UPDATE articles SET url = NULL
        UPDATE articles SET published = '1999-01-01'
        UPDATE articles SET byline = 'Eve'
        UPDATE articles SET id = 'a1'
        UPDATE articles SET pk = 99 WHERE pk = 1
        UPDATE OR REPLACE articles SET pk = 1 WHERE pk = 2
        UPDATE articles SET added_at = '1999-01-01'
        INSERT OR REPLACE INTO articles (pk, id, added_at) VALUES (1, 'a9', '2026-01-01')
        INSERT OR REPLACE INTO articles (id, added_at) SELECT id, '2026-01-01' FROM articles WHERE pk = 1
        INSERT INTO articles (id, revision, added_at) VALUES ('a9', 1, '2026-01-01')
        INSERT INTO articles (pk, id, added_at) VALUES (-1, 'a9', '2026-01-01')
    """,
    # What a machine noticed stays until somebody clears it, by an event.
    "flags": """
        DELETE FROM flags
        UPDATE flags SET cleared_by = 'eve'
        UPDATE flags SET reason = 'Nothing'
        UPDATE flags SET claim = <U>
        INSERT OR REPLACE INTO flags (id, claim, kind, reason, raised_at) SELECT id, <U>, kind, reason, raised_at FROM flags
        INSERT OR REPLACE INTO flags (pk, id, claim, kind, reason, raised_at) SELECT pk, 'x9', <U>, kind, reason, raised_at FROM flags
        INSERT INTO flags (id, claim, kind, reason, raised_at, cleared_by) VALUES ('x9', <U>, 'k', 'r', '2026-01-01', 'eve')
        DELETE FROM anchors
        UPDATE anchors SET claim = <U>
        UPDATE anchors SET revision = 9
        UPDATE anchors SET state = 'fine'
        INSERT OR REPLACE INTO anchors (claim, revision, state) SELECT claim, revision, 'exact' FROM anchors WHERE claim = <F>
        INSERT OR REPLACE INTO anchors (pk, claim, revision, state) SELECT pk, <U>, 9, 'exact' FROM anchors WHERE claim = <F>
    """,
    # What people said about two claims: each in their own name, about claims that there are, and one thing.
    "pairs": """
        UPDATE events SET pair = 'x y' WHERE pair IS NOT NULL
        DELETE FROM events WHERE pair IS NOT NULL
        INSERT INTO events (actor, action, pair, change) VALUES ('eve', 'compare', 'x y', '{"decision": [null, "same"]}')
        INSERT INTO events (actor, action, pair, change) VALUES ('eve', 'compare', '', '{"decision": [null, "same"]}')
        INSERT INTO events (actor, action, pair, change) VALUES ('eve', 'compare', 7, '{"decision": [null, "same"]}')
        INSERT INTO events (actor, action, pair, change) SELECT 'eve', 'compare', id, '{"decision": [null, "same"]}' FROM claims WHERE pk = <V>
        INSERT INTO events (actor, action, pair, change) SELECT 'eve', 'compare', id || ' ' || id, '{"decision": [null, "same"]}' FROM claims WHERE pk = <V>
        INSERT INTO events (actor, action, pair, change) SELECT 'eve', 'compare', max(id) || ' ' || min(id), '{"decision": [null, "same"]}' FROM claims
        INSERT INTO events (actor, action, pair, change) SELECT 'eve', 'compare', <TWO> || ' ', '{"decision": [null, "same"]}'
        INSERT INTO events (actor, action, pair, claim, version, change) SELECT 'eve', 'compare', <TWO>, pk, version, '{"decision": [null, "same"]}' FROM claims WHERE pk = <V>
        INSERT INTO events (actor, action, pair, change) VALUES ('eve', 'tag', <TWO>, '{"decision": [null, "same"]}')
        INSERT INTO events (actor, action, pair, change) VALUES ('eve', 'note', <TWO>, '{"note": [null, "x"]}')
        INSERT INTO events (actor, action, pair) VALUES ('eve', 'compare', <TWO>)
        INSERT INTO events (actor, action, pair, change) VALUES ('eve', 'compare', <TWO>, '{"decision": [null, "alike"]}')
        INSERT INTO events (actor, action, pair, change) VALUES ('eve', 'compare', <TWO>, '{"decision": [null, null]}')
        INSERT INTO events (actor, action, pair, change) VALUES ('eve', 'compare', <TWO>, '{"decision": [null, 1]}')
        INSERT INTO events (actor, action, pair, change) VALUES ('eve', 'compare', <TWO>, '{"decision": [null, ["same"]]}')
        INSERT INTO events (actor, action, pair, change) VALUES ('eve', 'compare', <TWO>, '{"decision": [null, "same"], "status": ["tagged", "verified"]}')
        INSERT INTO events (actor, action, pair, change) VALUES ('eve', 'compare', <TWO>, '{"decision": ["different", "same"]}')
        INSERT OR IGNORE INTO events (actor, action, pair, change) VALUES ('eve', 'compare', <TWO>, '{"decision": ["different", "same"]}')
        INSERT INTO events (actor, action, pair, change) VALUES ('ana', 'compare', <PAIR>, '{"decision": [null, "same"]}')
        INSERT INTO events (actor, action, pair, change) VALUES ('ana', 'compare', <PAIR>, '{"decision": ["same", "together"]}')
        INSERT INTO events (actor, action, claim, version, change) SELECT 'eve', 'compare', pk, version, '{}' FROM claims WHERE pk = <V>
        INSERT INTO events (actor, action, setting, change) VALUES ('eve', 'compare', 'policy', '{"value": ["solo", "newsroom"]}')
        INSERT INTO events (actor, action, pair, change, undoes) VALUES ('eve', 'undo', <PAIR>, '{}', <SAID>)
        INSERT INTO events (actor, action, pair, change, undoes) VALUES ('eve', 'undo', <PAIR>, '{"decision": ["different", "same"]}', <SAID>)
        INSERT INTO events (actor, action, pair, change, undoes) VALUES ('eve', 'undo', <TWO>, '{"decision": ["different", null]}', <SAID>)
        INSERT INTO events (actor, action, pair, change) VALUES ('eve', 'undo', <PAIR>, '{"decision": ["different", null]}')
        INSERT INTO events (actor, action, pair, change, undoes) VALUES ('eve', 'compare', <PAIR>, '{"decision": [null, "same"]}', <SAID>)
        INSERT INTO events (actor, action, setting, change, undoes) VALUES ('eve', 'undo', 'policy', '{"decision": ["different", null]}', <SAID>)
    """,
    # Settings and the table of steps.
    "settings": """
        UPDATE settings SET value = 'newsroom' WHERE "key" = 'policy'
        UPDATE settings SET "key" = 'x' WHERE "key" = 'policy'
        UPDATE settings SET pk = 99 WHERE "key" = 'policy'
        DELETE FROM settings
        INSERT INTO settings ("key", value) VALUES ('mood', 'good')
        INSERT OR REPLACE INTO settings ("key", value) VALUES ('policy', 'newsroom')
        INSERT OR REPLACE INTO settings (pk, "key", value) SELECT pk, 'mood', 'good' FROM settings WHERE "key" = 'policy'
        INSERT INTO settings ("key", value) VALUES ('policy', 'newsroom') ON CONFLICT ("key") DO UPDATE SET value = 'newsroom'
        INSERT INTO events (actor, action, setting, change) VALUES ('eve', 'set', 'policy', '{"value": ["solo", "none"]}')
        INSERT OR IGNORE INTO events (actor, action, setting, change) VALUES ('eve', 'set', 'policy', '{"value": ["solo", "none"]}')
        INSERT INTO events (actor, action, setting, change) VALUES ('eve', 'set', 'policy', '{"value": ["newsroom", "solo"]}')
        INSERT INTO events (actor, action, setting, change) VALUES ('eve', 'set', 'policy', '{}')
        INSERT INTO events (actor, action, setting, change) VALUES ('eve', 'tag', 'policy', '{"value": ["solo", "newsroom"]}')
        INSERT INTO transitions (action, from_status, to_status) VALUES ('tag', 'verified', 'tagged')
        INSERT OR REPLACE INTO transitions (action, from_status, to_status) VALUES ('submit', 'tagged', 'verified')
        UPDATE transitions SET to_status = 'verified'
        DELETE FROM transitions
    """,
}

EACH = [(kind, line.strip()) for kind, lines in ATTACKS.items() for line in lines.splitlines() if line.strip()]


@pytest.mark.parametrize("manners", ["plain", "configured"])
def test_sql_cannot_change_what_no_event_says(worked: Bench, manners: str) -> None:
    """Every attack is refused and leaves the file as it was, byte for byte; with our own settings, too."""
    conn = worked.raw()
    if manners == "configured":
        conn.execute("PRAGMA foreign_keys = ON")
        conn.execute("PRAGMA recursive_triggers = ON")
    before = worked.dump()
    succeeded = []
    for kind, attack in EACH:
        for name, query in ROWS.items():
            attack = attack.replace(f"<{name}>", query)
        conn.execute("BEGIN")
        try:
            changed = conn.execute(attack).rowcount
        except sqlite3.IntegrityError:
            conn.execute("ROLLBACK")
            continue
        succeeded.append((kind, attack, changed))
        conn.execute("ROLLBACK")
    assert succeeded == []
    assert worked.dump() == before
    assert worked.problems() == []

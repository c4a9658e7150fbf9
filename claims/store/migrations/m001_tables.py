"""The tables. An integer key stands beside each text id: foreign keys and full-text rows need one that lasts."""

SQL = """
CREATE TABLE articles (
  pk INTEGER PRIMARY KEY CHECK (pk > 0),
  id TEXT NOT NULL UNIQUE,
  url TEXT,
  title TEXT,
  publisher TEXT,
  byline TEXT,
  published TEXT,
  language TEXT,
  revision INTEGER NOT NULL DEFAULT 0,
  added_at TEXT NOT NULL
);
CREATE INDEX articles_url ON articles (url);
CREATE INDEX articles_published ON articles (published);

CREATE TABLE revisions (
  pk INTEGER PRIMARY KEY CHECK (pk > 0),
  article INTEGER NOT NULL REFERENCES articles (pk),
  number INTEGER NOT NULL,
  title TEXT,
  text TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  recipe INTEGER NOT NULL,
  added_at TEXT NOT NULL,
  UNIQUE (article, number)
);

CREATE TABLE speakers (
  pk INTEGER PRIMARY KEY CHECK (pk > 0),
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('person', 'organisation', 'government', 'group', 'document', 'anonymous')),
  wikidata TEXT,
  merged_into INTEGER REFERENCES speakers (pk)
);
CREATE INDEX speakers_name ON speakers (name);
CREATE INDEX speakers_merged ON speakers (merged_into) WHERE merged_into IS NOT NULL;

CREATE TABLE speaker_names (
  pk INTEGER PRIMARY KEY CHECK (pk > 0),
  speaker INTEGER NOT NULL REFERENCES speakers (pk),
  name TEXT NOT NULL,
  UNIQUE (speaker, name)
);
CREATE INDEX speaker_names_name ON speaker_names (name COLLATE NOCASE);

CREATE TABLE speaker_roles (
  pk INTEGER PRIMARY KEY CHECK (pk > 0),
  speaker INTEGER NOT NULL REFERENCES speakers (pk),
  article INTEGER NOT NULL REFERENCES articles (pk),
  role TEXT NOT NULL,
  UNIQUE (speaker, article, role)
);

CREATE TABLE events (
  seq INTEGER PRIMARY KEY AUTOINCREMENT CHECK (seq > 0),
  id TEXT UNIQUE,
  at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
  actor TEXT NOT NULL,
  channel TEXT NOT NULL DEFAULT 'sql',
  act_id TEXT NOT NULL DEFAULT (lower(hex(randomblob(8)))),
  action TEXT NOT NULL,
  claim INTEGER REFERENCES claims (pk),
  article INTEGER REFERENCES articles (pk),
  speaker INTEGER REFERENCES speakers (pk),
  setting TEXT,
  version INTEGER,
  change TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(change)),
  reason TEXT,
  policy TEXT,
  guidelines TEXT,
  undoes INTEGER REFERENCES events (seq)
);
CREATE INDEX events_claim ON events (claim, seq);
CREATE INDEX events_article ON events (article, seq) WHERE article IS NOT NULL;
CREATE INDEX events_speaker ON events (speaker, seq) WHERE speaker IS NOT NULL;
CREATE INDEX events_setting ON events (setting, seq) WHERE setting IS NOT NULL;
CREATE INDEX events_actor ON events (actor, seq);
CREATE INDEX events_act ON events (act_id);
CREATE UNIQUE INDEX events_undone ON events (undoes) WHERE undoes IS NOT NULL;

CREATE TABLE claims (
  pk INTEGER PRIMARY KEY CHECK (pk > 0),
  id TEXT NOT NULL UNIQUE,
  article INTEGER NOT NULL REFERENCES articles (pk),
  revision INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('quote', 'mixed', 'indirect', 'statement')),
  text TEXT NOT NULL,
  source TEXT NOT NULL,
  status TEXT NOT NULL DEFAULT 'extracted'
    CHECK (status IN ('extracted', 'tagged', 'in_review', 'verified', 'disputed', 'dismissed', 'withdrawn')),
  verdict TEXT CHECK (verdict IN ('supported', 'refuted', 'conflicting', 'misleading_context',
                                  'not_enough_evidence', 'not_checkable')),
  check_attribution TEXT NOT NULL DEFAULT 'not_checked'
    CHECK (check_attribution IN ('ok', 'wrong', 'unclear', 'not_checked')),
  check_figures TEXT NOT NULL DEFAULT 'not_checked'
    CHECK (check_figures IN ('ok', 'wrong', 'unclear', 'not_checked')),
  check_substance TEXT NOT NULL DEFAULT 'not_checked'
    CHECK (check_substance IN ('ok', 'wrong', 'unclear', 'not_checked')),
  rationale TEXT,
  wording TEXT,
  version INTEGER NOT NULL DEFAULT 0,
  spans TEXT NOT NULL CHECK (json_valid(spans)),
  source_spans TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(source_spans)),
  cue_spans TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(cue_spans)),
  attitude TEXT NOT NULL CHECK (attitude IN ('assertion', 'belief', 'intention', 'question')),
  confidence REAL,
  checkworthiness REAL,
  checkworthiness_reasons TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(checkworthiness_reasons)),
  extractor TEXT CHECK (extractor IS NULL OR json_valid(extractor)),
  marked INTEGER CHECK (marked = 1),
  retired_by_run INTEGER REFERENCES events (seq),
  part TEXT GENERATED ALWAYS AS (json_extract(spans, '$[0].part')) VIRTUAL,
  start INTEGER GENERATED ALWAYS AS (json_extract(spans, '$[0].start')) VIRTUAL
);
CREATE INDEX claims_article ON claims (article, part, start);
CREATE INDEX claims_status ON claims (status, verdict);
CREATE INDEX claims_source ON claims (source);

CREATE TABLE anchors (
  pk INTEGER PRIMARY KEY CHECK (pk > 0),
  claim INTEGER NOT NULL REFERENCES claims (pk),
  revision INTEGER NOT NULL,
  spans TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(spans)),
  state TEXT NOT NULL CHECK (state IN ('exact', 'moved', 'changed', 'ambiguous', 'orphaned')),
  UNIQUE (claim, revision)
);

CREATE TABLE claim_speakers (
  pk INTEGER PRIMARY KEY CHECK (pk > 0),
  claim INTEGER NOT NULL REFERENCES claims (pk),
  place INTEGER NOT NULL,
  speaker INTEGER REFERENCES speakers (pk),
  relation TEXT NOT NULL CHECK (relation IN ('says', 'on_behalf_of', 'candidate')),
  mention TEXT CHECK (mention IS NULL OR json_valid(mention)),
  role TEXT,
  decided_by TEXT NOT NULL,
  UNIQUE (claim, place)
);
CREATE INDEX claim_speakers_speaker ON claim_speakers (speaker);

CREATE TABLE figures (
  pk INTEGER PRIMARY KEY CHECK (pk > 0),
  id TEXT NOT NULL UNIQUE,
  claim INTEGER NOT NULL REFERENCES claims (pk),
  "by" TEXT NOT NULL,
  part TEXT NOT NULL CHECK (part IN ('text', 'title')),
  text TEXT NOT NULL,
  start INTEGER NOT NULL,
  "end" INTEGER NOT NULL,
  core_start INTEGER NOT NULL,
  core_end INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('money', 'percent', 'percentage_points', 'count', 'quantity', 'duration', 'age',
                                     'date', 'time', 'ordinal', 'ratio', 'rate', 'multiple', 'score')),
  low TEXT,
  high TEXT,
  low_value REAL,
  high_value REAL,
  unit TEXT,
  modifier TEXT CHECK (modifier IN ('about', 'nearly', 'at_least', 'more_than', 'at_most', 'less_than', 'between',
                                    'from_to', 'magnitude')),
  counted TEXT,
  change TEXT CHECK (change IN ('up', 'down')),
  unresolved INTEGER NOT NULL DEFAULT 0 CHECK (unresolved IN (0, 1))
);
CREATE INDEX figures_claim ON figures (claim);
CREATE INDEX figures_value ON figures (kind, unit, low_value);

CREATE TABLE evidence (
  pk INTEGER PRIMARY KEY CHECK (pk > 0),
  id TEXT NOT NULL UNIQUE,
  claim INTEGER NOT NULL REFERENCES claims (pk),
  stance TEXT NOT NULL CHECK (stance IN ('supports', 'refutes', 'context')),
  url TEXT,
  citation TEXT,
  title TEXT,
  publisher TEXT,
  excerpt TEXT,
  "primary" INTEGER NOT NULL DEFAULT 0 CHECK ("primary" IN (0, 1)),
  origin TEXT,
  confidential INTEGER NOT NULL DEFAULT 0 CHECK (confidential IN (0, 1)),
  accessed_at TEXT,
  archived_url TEXT,
  added_by TEXT NOT NULL,
  retracted_by TEXT,
  CHECK (url IS NOT NULL OR citation IS NOT NULL)
);
CREATE INDEX evidence_claim ON evidence (claim);

CREATE TABLE labels (
  pk INTEGER PRIMARY KEY CHECK (pk > 0),
  claim INTEGER NOT NULL REFERENCES claims (pk),
  label TEXT NOT NULL,
  UNIQUE (claim, label)
);
CREATE INDEX labels_label ON labels (label);

CREATE TABLE flags (
  pk INTEGER PRIMARY KEY CHECK (pk > 0),
  id TEXT NOT NULL UNIQUE,
  claim INTEGER NOT NULL REFERENCES claims (pk),
  kind TEXT NOT NULL,
  reason TEXT NOT NULL,
  raised_at TEXT NOT NULL,
  cleared_by TEXT
);
CREATE INDEX flags_open ON flags (claim) WHERE cleared_by IS NULL;

CREATE TABLE transitions (
  pk INTEGER PRIMARY KEY CHECK (pk > 0),
  action TEXT NOT NULL,
  from_status TEXT NOT NULL,
  to_status TEXT NOT NULL,
  UNIQUE (action, from_status)
);

CREATE TABLE settings (
  pk INTEGER PRIMARY KEY CHECK (pk > 0),
  "key" TEXT NOT NULL UNIQUE,
  value TEXT NOT NULL,
  CHECK ("key" <> 'policy' OR value IN ('solo', 'newsroom'))
);
INSERT INTO settings ("key", value) VALUES ('policy', 'solo'), ('guidelines', '1');

INSERT INTO transitions (action, from_status, to_status) VALUES
  ('tag', 'extracted', 'tagged'),
  ('tag', 'tagged', 'tagged'),
  ('tag', 'in_review', 'tagged'),
  ('mark', 'extracted', 'tagged'),
  ('submit', 'tagged', 'in_review'),
  ('approve', 'in_review', 'verified'),
  ('return', 'in_review', 'tagged'),
  ('dispute', 'in_review', 'disputed'),
  ('resolve', 'disputed', 'in_review'),
  ('reopen', 'verified', 'in_review'),
  ('withdraw', 'verified', 'withdrawn'),
  ('dismiss', 'extracted', 'dismissed'),
  ('dismiss', 'tagged', 'dismissed'),
  ('dismiss', 'in_review', 'dismissed'),
  ('restore', 'dismissed', 'extracted');
"""

"""What comparing found. All of it follows from articles, claims and people's decisions, and can be made anew.

No trigger guards these tables: whatever they say is the machine's, ``claims check`` reckons it anew, and
``claims compare --again`` makes it anew.
"""

from __future__ import annotations

SQL = """
CREATE TABLE comparison (
  pk INTEGER PRIMARY KEY CHECK (pk = 1),
  noted INTEGER NOT NULL DEFAULT 0,
  recipe TEXT,
  turn INTEGER NOT NULL DEFAULT 0
);
INSERT INTO comparison (pk) VALUES (1);

CREATE TABLE uncompared (
  article INTEGER PRIMARY KEY REFERENCES articles (pk)
);

CREATE TABLE ungrouped (
  claim INTEGER PRIMARY KEY REFERENCES claims (pk)
);

CREATE TABLE claim_profiles (
  claim INTEGER PRIMARY KEY REFERENCES claims (pk),
  article INTEGER NOT NULL REFERENCES articles (pk),
  profile TEXT NOT NULL CHECK (json_valid(profile))
);
CREATE INDEX claim_profiles_article ON claim_profiles (article);

CREATE TABLE claim_vectors (
  claim INTEGER PRIMARY KEY REFERENCES claims (pk),
  model TEXT NOT NULL,
  words TEXT NOT NULL,
  vector BLOB NOT NULL
);

CREATE TABLE article_matters (
  article INTEGER PRIMARY KEY REFERENCES articles (pk),
  matter TEXT NOT NULL CHECK (json_valid(matter)),
  focus INTEGER NOT NULL
);

CREATE TABLE article_names (
  "key" TEXT NOT NULL,
  article INTEGER NOT NULL REFERENCES articles (pk),
  focus INTEGER NOT NULL,
  around INTEGER NOT NULL,
  PRIMARY KEY ("key", article)
) WITHOUT ROWID;
CREATE INDEX article_names_article ON article_names (article);

CREATE TABLE claim_links (
  one INTEGER NOT NULL REFERENCES claims (pk),
  other INTEGER NOT NULL REFERENCES claims (pk),
  strength REAL NOT NULL,
  PRIMARY KEY (one, other),
  CHECK (one < other)
) WITHOUT ROWID;
CREATE INDEX claim_links_other ON claim_links (other);

CREATE TABLE claim_groups (
  pk INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  about TEXT NOT NULL,
  claims INTEGER NOT NULL,
  articles INTEGER NOT NULL,
  conflicts INTEGER NOT NULL,
  contradictions INTEGER NOT NULL,
  latest TEXT NOT NULL
);
CREATE INDEX claim_groups_disputed ON claim_groups (
  conflicts > 0 DESC, contradictions > 0 DESC, articles > 1 DESC, latest DESC, id
);

CREATE TABLE group_claims (
  claim INTEGER PRIMARY KEY REFERENCES claims (pk),
  "group" INTEGER NOT NULL REFERENCES claim_groups (pk),
  place INTEGER NOT NULL
);
CREATE INDEX group_claims_group ON group_claims ("group", place);

CREATE TABLE claim_pairs (
  pk INTEGER PRIMARY KEY,
  "group" INTEGER NOT NULL REFERENCES claim_groups (pk),
  one INTEGER NOT NULL REFERENCES claims (pk),
  other INTEGER NOT NULL REFERENCES claims (pk),
  relation TEXT NOT NULL
    CHECK (relation IN ('same', 'compatible', 'update', 'contradiction', 'quote_variant', 'different_scope')),
  remark TEXT CHECK (remark IN ('revised_down', 'scale_slip', 'unit_slip', 'other_speaker')),
  reason TEXT NOT NULL,
  decided_by TEXT NOT NULL,
  UNIQUE (one, other)
);
CREATE INDEX claim_pairs_group ON claim_pairs ("group");
CREATE INDEX claim_pairs_other ON claim_pairs (other);
CREATE INDEX claim_pairs_relation ON claim_pairs (relation, "group");

CREATE TABLE article_shingles (
  shingle INTEGER NOT NULL,
  article INTEGER NOT NULL REFERENCES articles (pk),
  PRIMARY KEY (shingle, article)
) WITHOUT ROWID;
CREATE INDEX article_shingles_article ON article_shingles (article);

CREATE TABLE reprints (
  pk INTEGER PRIMARY KEY,
  origin INTEGER NOT NULL REFERENCES articles (pk),
  article INTEGER NOT NULL REFERENCES articles (pk),
  share REAL NOT NULL,
  passages TEXT NOT NULL CHECK (json_valid(passages)),
  UNIQUE (origin, article)
);
CREATE INDEX reprints_article ON reprints (article);
"""

"""Views for people who browse in plain Datasette: the same rows, in words."""

_SPEAKER = """(SELECT group_concat(name, ', ') FROM (
    SELECT s.name FROM claim_speakers cs JOIN speakers own ON own.pk = cs.speaker
    JOIN speakers s ON s.pk = coalesce(own.merged_into, own.pk)
    WHERE cs.claim = c.pk AND cs.relation = 'says' ORDER BY cs.place))"""

_FIGURES = """(SELECT group_concat(text, '; ') FROM (
    SELECT f.text FROM figures f WHERE f.claim = c.pk ORDER BY f.part, f.start))"""

# Shown is what the machine proposes and has not retired, and what a person marked and has not taken back.
_STANDS = "c.retired_by_run IS NULL AND (c.extractor IS NOT NULL OR c.marked = 1)"

_STATUS = """CASE c.status
    WHEN 'extracted' THEN 'extracted, nobody has looked yet'
    WHEN 'tagged' THEN 'tagged, to be submitted'
    WHEN 'in_review' THEN 'in review'
    WHEN 'verified' THEN 'verified: ' || replace(c.verdict, '_', ' ')
    WHEN 'disputed' THEN 'disputed'
    WHEN 'dismissed' THEN 'dismissed'
    WHEN 'withdrawn' THEN 'withdrawn'
  END"""

SQL = f"""
CREATE VIEW claims_in_words AS
  SELECT c.pk, c.id, {_SPEAKER} AS speaker, c.text AS said, {_FIGURES} AS figures, c.kind, c.attitude,
    c.status, c.verdict, {_STATUS} AS standing, a.publisher, a.title AS article, a.published, c.source, a.url,
    c.checkworthiness, c.confidence, c.wording
  FROM claims c JOIN articles a ON a.pk = c.article
  WHERE {_STANDS};

CREATE VIEW open_work AS
  SELECT c.pk, c.id, {_SPEAKER} AS speaker, c.text AS said, c.status,
    CASE c.status WHEN 'extracted' THEN 'tag or dismiss' WHEN 'tagged' THEN 'submit'
      WHEN 'in_review' THEN 'review' ELSE 'resolve' END AS next_step,
    (SELECT group_concat(reason, '; ') FROM flags WHERE claim = c.pk AND cleared_by IS NULL) AS flags,
    (SELECT count(*) FROM evidence e WHERE e.claim = c.pk AND e.retracted_by IS NULL) AS evidence,
    a.publisher, a.title AS article, a.published, c.checkworthiness
  FROM claims c JOIN articles a ON a.pk = c.article
  WHERE {_STANDS} AND (c.status IN ('extracted', 'tagged', 'in_review', 'disputed')
    OR EXISTS (SELECT 1 FROM flags WHERE claim = c.pk AND cleared_by IS NULL));

CREATE VIEW figures_in_claims AS
  SELECT f.pk, f.id, f.text AS figure, f.kind, f.low_value, f.high_value, f.low, f.high, f.unit, f.modifier,
    f.counted, f.change, {_SPEAKER} AS speaker, c.text AS said, c.status, c.verdict,
    a.publisher, a.published, c.id AS claim
  FROM figures f JOIN claims c ON c.pk = f.claim JOIN articles a ON a.pk = c.article
  WHERE {_STANDS};

CREATE VIEW evidence_in_words AS
  SELECT e.pk, e.id, e.stance, coalesce(e.title, e.citation, e.url) AS evidence, e.publisher, e.origin,
    CASE e."primary" WHEN 1 THEN 'primary' ELSE 'secondary' END AS sort, e.excerpt, e.url,
    c.text AS said, c.status, c.verdict, e.added_by, c.id AS claim
  FROM evidence e JOIN claims c ON c.pk = e.claim
  WHERE e.retracted_by IS NULL AND e.confidential = 0;

CREATE VIEW articles_in_words AS
  SELECT a.pk, a.id, a.publisher, a.title, a.published, a.url, a.revision,
    count(c.pk) AS claims,
    count(CASE WHEN c.status IN ('extracted', 'tagged', 'in_review', 'disputed') THEN 1 END) AS open,
    count(CASE WHEN c.status = 'verified' THEN 1 END) AS verified
  FROM articles a LEFT JOIN claims c ON c.article = a.pk AND {_STANDS}
  GROUP BY a.pk;

CREATE VIEW speakers_in_words AS
  SELECT s.pk, s.id, s.name, s.kind,
    (SELECT group_concat(role, '; ') FROM (SELECT DISTINCT r.role FROM speaker_roles r JOIN speakers part
     ON part.pk = r.speaker WHERE coalesce(part.merged_into, part.pk) = s.pk)) AS roles,
    (SELECT count(*) FROM claim_speakers cs JOIN claims c ON c.pk = cs.claim
     WHERE cs.relation = 'says' AND {_STANDS}
       AND cs.speaker IN (SELECT s.pk UNION ALL SELECT part.pk FROM speakers part WHERE part.merged_into = s.pk)
    ) AS claims
  FROM speakers s WHERE s.merged_into IS NULL;

CREATE VIEW history AS
  SELECT e.seq, e.at, e.actor, e.action, c.text AS said, coalesce(a.title, a.id) AS article, e.setting,
    e.change, e.reason, e.policy, e.undoes, c.id AS claim
  FROM events e LEFT JOIN claims c ON c.pk = e.claim LEFT JOIN articles a ON a.pk = coalesce(e.article, c.article);
"""

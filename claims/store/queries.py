"""Questions that a desk asks of its file again and again, for whoever browses it in Datasette.

Each reads tables and views by SQL that people may look at and change. Parameters are words in a form: an
empty one does not narrow. None reads confidential evidence.
"""

from __future__ import annotations

from claims.models import Value


class Query(Value):
    """A question with a name, in words and in SQL."""

    name: str
    title: str
    description: str
    sql: str
    parameters: tuple[str, ...] = ()


QUERIES: tuple[Query, ...] = (
    Query(
        name="figures_over",
        title="Figures over an amount, by unit",
        description="Such as over 1000000 with unit USD, or over 100 with no unit for plain counts.",
        parameters=("over", "unit"),
        sql="""SELECT figure, low, high, unit, kind, counted, speaker, said, status, verdict, publisher, published,
  claim
FROM figures_in_claims
WHERE coalesce(high_value, low_value) > cast(:over AS REAL) AND (:unit = '' OR unit = :unit COLLATE NOCASE)
ORDER BY coalesce(high_value, low_value) DESC LIMIT 200""",
    ),
    Query(
        name="claims_by_speaker",
        title="Claims by a speaker",
        description="By any name the speaker goes by, or a part of one.",
        parameters=("name",),
        sql="""SELECT s.name AS speaker, c.text AS said, c.status, c.verdict, a.publisher, a.published, c.id AS claim
FROM speakers s JOIN claim_speakers cs ON cs.speaker = s.pk AND cs.relation = 'says'
JOIN claims c ON c.pk = cs.claim JOIN articles a ON a.pk = c.article
WHERE s.pk IN (SELECT speaker FROM speaker_names WHERE instr(lower(name), lower(:name)))
  AND c.retired_by_run IS NULL AND (c.extractor IS NOT NULL OR c.marked = 1)
ORDER BY a.published DESC, c.pk LIMIT 200""",
    ),
    Query(
        name="verified_lately",
        title="What was verified this week",
        description="Or in as many days as you say; 7 if you say nothing.",
        parameters=("days",),
        sql="""SELECT e.at, e.actor, c.text AS said, c.verdict, c.rationale, c.source, c.id AS claim
FROM events e JOIN claims c ON c.pk = e.claim
WHERE e.action = 'approve' AND c.status = 'verified'
  AND e.at >= strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-' || coalesce(nullif(:days, ''), '7') || ' days')
ORDER BY e.seq DESC LIMIT 200""",
    ),
    Query(
        name="contradicting_figures",
        title="Contradicting figures for the same counted thing",
        description="Two articles, one thing counted in one unit, and values that cannot both hold. A part of what is"
        " counted narrows it, such as people.",
        parameters=("counted",),
        sql="""SELECT f.counted, f.text AS one, g.text AS other, ca.source AS one_source, cb.source AS other_source,
  ca.text AS one_said, cb.text AS other_said, ca.id AS claim, cb.id AS other_claim
FROM figures f JOIN figures g ON g.counted = f.counted COLLATE NOCASE AND g.kind = f.kind AND g.unit IS f.unit
JOIN claims ca ON ca.pk = f.claim JOIN claims cb ON cb.pk = g.claim
WHERE f.counted IS NOT NULL AND instr(lower(f.counted), lower(:counted)) AND f.high_value < g.low_value
  AND ca.article <> cb.article AND ca.retired_by_run IS NULL AND cb.retired_by_run IS NULL
ORDER BY f.counted, f.high_value, g.low_value LIMIT 200""",
    ),
    Query(
        name="waiting_longest",
        title="What has waited longest for a review",
        description="Claims in review or disputed, by the last thing that was done to them.",
        sql="""SELECT max(e.at) AS since, e.actor AS last_hand, c.status, c.text AS said, c.source, c.id AS claim
FROM claims c JOIN events e ON e.claim = c.pk
WHERE c.status IN ('in_review', 'disputed')
GROUP BY c.pk ORDER BY since LIMIT 200""",
    ),
    Query(
        name="refuted_by_outlet",
        title="What was found, by outlet",
        description="How many verified claims of each outlet were supported, refuted or otherwise.",
        sql="""SELECT publisher, sum(claims) AS verified,
  sum(CASE verdict WHEN 'supported' THEN claims ELSE 0 END) AS supported,
  sum(CASE verdict WHEN 'refuted' THEN claims ELSE 0 END) AS refuted,
  sum(CASE WHEN verdict IN ('conflicting', 'misleading_context') THEN claims ELSE 0 END) AS mixed,
  sum(CASE WHEN verdict IN ('not_enough_evidence', 'not_checkable') THEN claims ELSE 0 END) AS open_question
FROM claim_counts WHERE status = 'verified' AND claims > 0
GROUP BY publisher ORDER BY verified DESC""",
    ),
    Query(
        name="one_origin",
        title="Verified on a single origin",
        description="Verified claims whose evidence comes from one place only.",
        sql="""SELECT count(*) AS pieces, min(e.origin) AS origin, c.verdict, c.text AS said, c.source, c.id AS claim
FROM claims c JOIN evidence e ON e.claim = c.pk
WHERE c.status = 'verified' AND e.retracted_by IS NULL AND e.confidential = 0
GROUP BY c.pk HAVING count(DISTINCT coalesce(e.origin, e.citation, e.url)) = 1
ORDER BY c.pk DESC LIMIT 200""",
    ),
    Query(
        name="unnamed_sources_with_figures",
        title="Figures from unnamed sources",
        description="Numbers that nobody stands up for by name.",
        sql="""SELECT f.text AS figure, s.name AS speaker, cs.role, c.text AS said, c.status, c.verdict, c.source,
  c.id AS claim
FROM speakers s JOIN claim_speakers cs ON cs.speaker = s.pk AND cs.relation = 'says'
JOIN claims c ON c.pk = cs.claim JOIN figures f ON f.claim = c.pk
WHERE s.kind = 'anonymous' AND f.kind NOT IN ('date', 'time', 'ordinal') AND c.retired_by_run IS NULL
ORDER BY c.checkworthiness DESC, c.pk LIMIT 200""",
    ),
    Query(
        name="moved_under_verified",
        title="Verified, and the article has changed since",
        description="Claims whose words no longer stand in the newest text as they did; the export leaves them out.",
        sql="""SELECT n.state, c.text AS said, c.verdict, c.source, c.id AS claim
FROM claims c JOIN articles a ON a.pk = c.article
JOIN anchors n ON n.claim = c.pk AND n.revision = a.revision
WHERE c.status = 'verified' AND n.state NOT IN ('exact', 'moved')
ORDER BY c.pk DESC LIMIT 200""",
    ),
    Query(
        name="who_did_what",
        title="Who did what, this week",
        description="Acts upon claims by person, in the last 7 days or as many as you say.",
        parameters=("days",),
        sql="""SELECT actor, action, count(*) AS acts, count(DISTINCT claim) AS claims, max(at) AS last
FROM events
WHERE claim IS NOT NULL
  AND at >= strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-' || coalesce(nullif(:days, ''), '7') || ' days')
GROUP BY actor, action ORDER BY acts DESC LIMIT 200""",
    ),
)

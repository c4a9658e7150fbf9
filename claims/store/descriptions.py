"""What the tables and views hold, in words: for ``docs/database.md`` and for whoever browses the file."""

from __future__ import annotations

TABLES = {
    "articles": "What outlets published; the text stands in `revisions`.",
    "revisions": "Every text an article has had. Never changed, never deleted.",
    "speakers": "Whoever can say something: one row across articles.",
    "speaker_names": "Names and aliases of speakers.",
    "speaker_roles": "What a speaker was called in which article.",
    "claims": "What was said or asserted, with `status`, `verdict` and `source` as plain columns."
    " Spans are JSON arrays of `{start, end, text, part}`; offsets count code points of the claim's own `revision`.",
    "anchors": "Where a claim's words stand in each revision of its article.",
    "claim_speakers": "Who says a claim, on whose behalf, or who might.",
    "figures": "Figures of claims. `low` and `high` are exact decimal strings, `low_value` and `high_value` for SQL.",
    "evidence": "What speaks for or against a claim; a retracted piece stays.",
    "labels": "People's free keywords.",
    "flags": "What a machine noticed and somebody should look at; open while `cleared_by` is null.",
    "events": "Everything that happened, in order. Rows are only added; the rest follows from them.",
    "transitions": "The life of a claim: what may be done, from which status, leading to which.",
    "settings": "The policy in force and the version of the guidelines.",
    "claim_counts": "How many claims are alike in outlet, status, verdict, kind and open flags; kept by triggers, so"
    " that no page counts the claims themselves. The empty word stands for none.",
    "totals": "How many articles, events, figures and speakers there are; kept by triggers.",
    "comparison": "How far comparing has come: up to which event it knows of changes, by which rules and which encoder."
    " This table and all below follow from the others and can be made anew: `claims compare --again`.",
    "uncompared": "Articles that are new or changed since they were compared.",
    "ungrouped": "Claims whose group is to be formed anew.",
    "claim_profiles": "What comparing knows of each claim by itself.",
    "claim_vectors": "Each claim's words as a vector of 16-bit floats; `model` and `words` are hashes of what made it.",
    "article_matters": "What each article is about: words of the names in its headline, its beginning and its text.",
    "article_names": "The first letters of those names, by which articles that tell of one matter are found.",
    "claim_links": "Claims that are about the same thing, and how surely.",
    "claim_groups": "Two claims or more about the same thing, gathered around the earliest.",
    "group_claims": "Which claims a group holds, the earliest first.",
    "claim_pairs": "How two claims of one group that stand in different articles relate, with the reason in words.",
    "article_shingles": "Hashes of every eighth run of five words of each article, by which copies are found.",
    "reprints": "Articles that carry the same copy, with the passages that both have.",
}
VIEWS = {
    "pair_decisions": "What people say about two claims: of each pair the newest word of each person that stands.",
    "claims_in_words": "Claims with speaker, figures, article, status and verdict, one line each.",
    "open_work": "What waits for somebody, with the next step.",
    "figures_in_claims": "Figures with the claims they stand in and who says them.",
    "evidence_in_words": "Evidence with its claims; confidential and retracted pieces are left out.",
    "articles_in_words": "Articles with how much of their claims is done.",
    "speakers_in_words": "Speakers with roles and the number of their claims.",
    "history": "Events with the words of their claims.",
    "claims_recounted": "What `claim_counts` should say, counted anew.",
    "totals_recounted": "What `totals` should say, counted anew.",
    "article_words": "Title and text of each article's newest revision; the search index reads it.",
}
UNCLEAR = frozenset(
    {
        *("status", "attitude", "wording", "checkworthiness", "retired_by_run"),
        *("recipe", "merged_into", "state", "relation", "decided_by"),
        *("core_start", "unit", "unresolved", "origin", "primary", "confidential"),
        *("version", "channel", "act_id", "undoes", "from_status", "to_status", "open"),
    }
)
"""Columns whose names do not say what they hold: pages that have little room explain these."""
SEARCH = {"articles_fts": "titles and texts of the newest revisions", "claims_fts": "words and wordings of claims"}
CODES = {
    "claims:stale": "the event names another version than the claim has",
    "claims:transition": "the table `transitions` has no such step, or the act may not touch these fields",
    "claims:before": "what the event says was there before is not what is there",
    "claims:verdict": "`verified` without a verdict",
    "claims:change": "what the event says is not `{field: [before, after]}`, or cannot be stored",
    "claims:words": "words that do not stand where the event says",
    "claims:hidden": "work on a proposal that a run retired, or on a mark that was taken back",
    "claims:undo": "not exactly the newest act that stands, reversed",
    "claims:no_event": "a change that no event brought about: of status, words, speakers, evidence, a setting ...",
    "claims:append_only": "a row that is kept as it is would be replaced, changed or deleted",
    "claims:event_subject": "an event about nothing, about two things, or an act that there is not upon such a thing",
    "claims:fixed": "the table `transitions` is not to be changed",
}

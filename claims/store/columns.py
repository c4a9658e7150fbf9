"""What the columns of tables and views hold, in words, for whoever browses the file.

A column that has the same name in several tables means the same there, unless a table says otherwise.
"""

from __future__ import annotations

import sqlite3

from claims.store.descriptions import TABLES, VIEWS

EVERYWHERE = {
    "pk": "Integer key: what other tables refer to.",
    "id": "The id that people and exports use; its first letter says what it names"
    " (a article, c claim, s speaker, f figure, e evidence).",
    "url": "Where it can be read.",
    "title": "The headline.",
    "publisher": "The outlet.",
    "byline": "Who wrote it, as it stands there.",
    "published": "ISO day or moment of publication.",
    "language": "As BCP 47 names it.",
    "revision": "Which text of the article is meant, counted from 1.",
    "number": "Which text of the article this is, counted from 1.",
    "added_at": "When it came into this file.",
    "text": "The words as they stand in the article.",
    "sha256": "Of the text's UTF-8 bytes.",
    "recipe": "Which way of making a text canonical was used.",
    "name": "As the desk writes it.",
    "kind": "How it stands in the article: quote, mixed, indirect or statement.",
    "wikidata": "The item of Wikidata, where somebody has named it.",
    "merged_into": "The speaker that this one turned out to be.",
    "speaker": "Who says it.",
    "role": "What the article calls the speaker.",
    "roles": "What articles call the speaker.",
    "article": "The article it stands in.",
    "claim": "The claim it belongs to.",
    "source": "Outlet and address of the article.",
    "status": "How far the work has come. Verified means that the review is finished, not that it is true.",
    "verdict": "What was found.",
    "standing": "Status and verdict in words.",
    "check_attribution": "Did they say it?",
    "check_figures": "Are the numbers as in the source?",
    "check_substance": "Is it so?",
    "rationale": "Why the verdict is what it is.",
    "wording": "An editor's own formulation, apart from the words in the article.",
    "version": "How many acts of people the claim has seen.",
    "spans": "Where the words stand: offsets in code points of the claim's own revision.",
    "source_spans": "Where the words stand that name the speaker.",
    "cue_spans": "Where the words stand that say that somebody says it.",
    "attitude": "What the speaker does with it: assert, believe, intend or ask.",
    "confidence": "How sure the machine is of the attribution, 0 to 1.",
    "checkworthiness": "How much it asks to be checked, 0 to 1.",
    "checkworthiness_reasons": "Why.",
    "extractor": "Which machine proposed it; empty where a person marked it.",
    "marked": "1 where a person marked it.",
    "retired_by_run": "The run that no longer found it; such a claim is hidden.",
    "part": "In the text or in the title.",
    "start": "Offset of the first code point.",
    "end": "Offset behind the last code point.",
    "state": "How well the words were found again in the revision.",
    "place": "The order of speakers within one claim.",
    "relation": "Says it, has it said on their behalf, or might have said it.",
    "mention": "Where the words stand that name the speaker.",
    "decided_by": "Who says that this is the speaker: machine, or a person.",
    "by": "Who read the figure: machine, or a person.",
    "core_start": "Offset of the number with its unit.",
    "core_end": "Offset behind the number with its unit.",
    "low": "The lower bound, exact; an ISO day or time where it is one. Empty where the side is open.",
    "high": "The upper bound, exact. Empty where the side is open.",
    "low_value": "The lower bound as a number to compare by.",
    "high_value": "The upper bound as a number to compare by.",
    "unit": "ISO 4217 for money, otherwise an English unit in the singular; empty for plain counts.",
    "modifier": "How the words bound or blur the number: about, at least, up to ...",
    "counted": "What is counted, word for word.",
    "change": "Up or down, where the text says so.",
    "unresolved": "1 where a day cannot be told.",
    "stance": "What it does to the claim: supports, refutes or gives context.",
    "citation": "Where it can be found, where there is no address.",
    "excerpt": "The words that matter.",
    "primary": "1 where it is the first source itself.",
    "origin": "Two pieces of one origin count as one.",
    "confidential": "1 where it must not leave the desk.",
    "accessed_at": "When somebody read it.",
    "archived_url": "A copy that will last.",
    "added_by": "Who entered it.",
    "retracted_by": "Who took it back.",
    "label": "A keyword of the desk's own.",
    "reason": "Why, in words.",
    "raised_at": "When the machine noticed it.",
    "cleared_by": "Who has looked at it.",
    "seq": "The order of events in this file.",
    "at": "When, in UTC.",
    "actor": "Who did it.",
    "channel": "By which door: cli, browser, tui, sql ...",
    "act_id": "The same for everything that one command did.",
    "action": "What was done.",
    "setting": "Which setting was changed.",
    "policy": "What `verified` asked for when it happened.",
    "guidelines": "Which version of the guidelines the desk worked by.",
    "undoes": "The event that this one takes back.",
    "from_status": "Where a claim must stand.",
    "to_status": "Where it then stands.",
    "key": "The name of the setting.",
    "value": "What it is set to.",
    "said": "The words of the claim.",
    "figures": "The figures in its words.",
    "figure": "The words of the figure.",
    "next_step": "What somebody should do with it.",
    "flags": "What a machine noticed.",
    "evidence": "How many pieces there are.",
    "sort": "Primary or secondary.",
    "claims": "How many claims.",
    "open": "How many of them wait for somebody.",
    "verified": "How many of them are verified.",
    "flagged": "1 where a flag is open.",
    "what": "What is counted.",
    "n": "How many.",
}

HERE = {
    ("speakers", "kind"): "Person, organisation, government, group, document or anonymous.",
    ("speakers_in_words", "kind"): "Person, organisation, government, group, document or anonymous.",
    ("figures", "kind"): "What it measures: money, percent, count, duration, date ...",
    ("figures_in_claims", "kind"): "What it measures: money, percent, count, duration, date ...",
    ("flags", "kind"): "What sort of thing was noticed.",
    ("evidence", "title"): "What the piece is called.",
    ("evidence", "publisher"): "Who published it.",
    ("evidence_in_words", "evidence"): "What the piece is called, or where it is found.",
    ("evidence_in_words", "publisher"): "Who published it.",
    ("events", "change"): "What it was and what it became: {field: [before, after]}.",
    ("history", "change"): "What it was and what it became: {field: [before, after]}.",
    ("events", "version"): "The claim's version before it.",
    ("speaker_roles", "article"): "The article that calls them so.",
    ("articles", "revision"): "How many texts it has had.",
    ("articles_in_words", "revision"): "How many texts it has had.",
}


def describe(table: str, column: str) -> str | None:
    """What a column holds; None where the name says all there is."""
    return HERE.get((table, column)) or EVERYWHERE.get(column)


def described(conn: sqlite3.Connection) -> dict[str, dict[str, str]]:
    """For each table and view of ours, the columns that there are words for."""
    return {
        table: {
            column: words
            for (column,) in conn.execute("SELECT name FROM pragma_table_xinfo(?)", (table,))
            if (words := describe(table, column))
        }
        for table in (*TABLES, *VIEWS)
    }

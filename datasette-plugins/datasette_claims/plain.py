"""What plain Datasette shows of a Claimdesk file: labels, facets, words for tables and columns, queries, links.

What a site says in its own metadata or configuration wins over what stands here.
"""

from __future__ import annotations

import re
from typing import Any
from weakref import WeakKeyDictionary

from markupsafe import Markup, escape

from claims.store import descriptions
from claims.store.queries import QUERIES
from datasette_claims import desks
from datasette_claims.compat import Datasette
from datasette_claims.links import Links

LABELS = {
    "articles": "title",
    "claims": "text",
    "evidence": "title",
    "events": "action",
    "figures": "text",
    "flags": "reason",
    "settings": "key",
    "speakers": "name",
    "speaker_names": "name",
}
"""The column that stands for a row where another table refers to it."""

FACETS = {
    "articles": ("publisher", "language"),
    "claims": ("status", "verdict", "kind"),
    "evidence": ("stance", "primary"),
    "events": ("action", "actor", "channel"),
    "figures": ("kind", "unit"),
    "flags": ("kind",),
    "speakers": ("kind",),
    "claims_in_words": ("status", "verdict", "kind"),
    "figures_in_claims": ("kind", "unit"),
    "evidence_in_words": ("stance", "sort"),
    "open_work": ("next_step",),
    "speakers_in_words": ("kind",),
    "history": ("action", "actor"),
}

SORTED = {"events": "seq", "history": "seq", "articles": "published", "articles_in_words": "published"}
"""What is shown newest first."""

SEARCHED = {
    "articles": "articles_fts",
    "articles_in_words": "articles_fts",
    "claims": "claims_fts",
    "claims_in_words": "claims_fts",
    "open_work": "claims_fts",
}
"""Where a search box searches; Datasette finds only one of them by itself."""

HIDDEN = (
    *("claim_counts", "totals", "_sqlite_migrations", "sqlite_sequence"),
    *("comparison", "uncompared", "ungrouped", "claim_profiles", "claim_vectors", "article_matters"),
    *("article_names", "article_shingles"),
)
"""Tables that serve only the others."""


def unmarked(words: str) -> str:
    """Words of the reference without its marks for code, which a page would show as they are."""
    return words.replace("`", "")


def tables() -> dict[str, dict[str, Any]]:
    """What is to be said of each table and view, as Datasette's metadata spells it."""
    out: dict[str, dict[str, Any]] = {name: {} for name in (*descriptions.TABLES, *descriptions.VIEWS, *HIDDEN)}
    for name, what in (descriptions.TABLES | descriptions.VIEWS).items():
        out[name]["description"] = unmarked(what)
    for name, label in LABELS.items():
        out[name]["label_column"] = label
    for name, facets in FACETS.items():
        out[name]["facets"] = list(facets)
    for name, column in SORTED.items():
        out[name]["sort_desc"] = column
    for name, index in SEARCHED.items():
        out[name] |= {"fts_table": index, "fts_pk": "pk"}
    for name in HIDDEN:
        out[name]["hidden"] = True
    return out


_said: WeakKeyDictionary[Any, dict[str, Any]] = WeakKeyDictionary()


def metadata(datasette: Datasette) -> dict[str, Any]:
    """For 0.65: all of it, for each Claimdesk file."""
    known = desks.known(datasette)
    if not known.names:
        return {}
    # Datasette asks some thirty times for a page, and merges what the site says into it: always the same.
    if datasette not in _said:
        described = {desk: tables() for desk in known.names}
        for said in described.values():
            for name, there in said.items():
                # Datasette prints them above the rows: only what a name does not say is worth the space.
                there["columns"] = {
                    column: unmarked(words)
                    for column, words in known.columns(name).items()
                    if column in descriptions.UNCLEAR
                }
        _said[datasette] = {"databases": {desk: {"tables": said} for desk, said in described.items()}}
    return _said[datasette]


def queries(database: str, datasette: Datasette) -> dict[str, dict[str, Any]]:
    """For 0.65: the canned queries of a Claimdesk file."""
    if database not in desks.known(datasette).names:
        return {}
    return {
        query.name: {
            "sql": query.sql,
            "title": query.title,
            "description": unmarked(query.description),
            "params": list(query.parameters),
        }
        for query in QUERIES
    }


_ID = re.compile(r"[acs][0-9a-f]{15}")
_PAGES = {"a": "article", "c": "claim", "s": "speaker"}


def cell(value: object, column: str, database: str, datasette: Datasette) -> Markup | None:
    """An id as a link to its page."""
    if not isinstance(value, str) or len(value) != 16 or not _ID.fullmatch(value):
        return None
    names = desks.known(datasette).names
    if database not in names:
        return None
    links = Links(datasette, database if database != names[0] else None)
    return Markup('<a href="{}">{}</a>').format(links.link(_PAGES[value[0]], value), escape(value))


def links(datasette: Datasette, database: str | None = None) -> list[dict[str, str]]:
    """Ways from plain Datasette to the pages: of every Claimdesk file, or of one."""
    names = desks.known(datasette).names
    return [
        {
            "href": Links(datasette, name if index else None).link(),
            "label": "Review claims" if database or len(names) == 1 else f"Review claims: {name}",
        }
        for index, name in enumerate(names)
        if database in (None, name)
    ]

"""Who may do what: to act asks for ``claims-review``, and Datasette's own ways of writing are closed on our tables."""

from __future__ import annotations

import json
from typing import Any

from datasette.utils import actor_matches_allow

from claims.store.integrity import own_names
from datasette_claims import desks, served
from datasette_claims.compat import Actor, Datasette

REVIEW = "claims-review"

PLUGIN = "claimdesk"
"""The name that our settings stand under, in ``plugins`` of Datasette's metadata or configuration."""

WRITES = frozenset({"insert-row", "update-row", "delete-row", "alter-table", "drop-table", "execute-write-sql"})
"""Datasette's own ways of writing: they know nothing of events, and the triggers would refuse most of it anyway."""

VIEWS = frozenset(
    {"view-instance", "view-database", "view-database-download", "view-table", "view-query", "execute-sql"}
)


def may_review(datasette: Datasette, actor: Actor) -> bool:
    """Whoever is signed in, or those whom the setting ``review`` (an allow block) names."""
    if not actor or not actor.get("id"):
        return False
    allow = (datasette.plugin_config(PLUGIN) or {}).get("review")
    return True if allow is None else bool(actor_matches_allow(actor, allow))


def rule(datasette: Datasette, actor: Actor, action: str) -> bool | None:
    """What 0.65 asks for each permission: yes, no, or no opinion."""
    if action == REVIEW:
        # Never a no: whoever else has a rule for it may say yes.
        return may_review(datasette, actor) or None
    if action in VIEWS and served.is_private(actor):
        return False
    return None


async def rules(datasette: Datasette, actor: Actor, action: str) -> list[Any] | None:
    """The same for 1.0, which wants SQL: rows of parent, child, allow and reason."""
    from datasette.permissions import PermissionSQL

    if action == REVIEW and may_review(datasette, actor):
        return [PermissionSQL.allow(reason="signed in to the desk")]
    if action in VIEWS and served.is_private(actor):
        return [PermissionSQL.deny(reason="the desk is private")]
    if action in WRITES:
        # For each table by its name: a rule for a table is stronger than one for all, and root's is one for all.
        # What others keep in the same file stays their affair.
        tables = (None,) if action == "execute-write-sql" else tuple(sorted(own_names()))
        closed = [(desk, table) for desk in await desks.names(datasette) for table in tables]
        return [PermissionSQL(sql=_CLOSED, params={"claims_closed": json.dumps(closed)})] if closed else None
    return None


_CLOSED = """SELECT json_extract(value, '$[0]') AS parent, json_extract(value, '$[1]') AS child, 0 AS allow,
  'claims are changed on the pages of the desk' AS reason FROM json_each(:claims_closed)"""


def actions() -> list[Any]:
    """The permission of ours, as 1.0 wants to be told of it."""
    from datasette.permissions import Action
    from datasette.resources import DatabaseResource

    return [Action(name=REVIEW, description="Review claims", resource_class=DatabaseResource)]

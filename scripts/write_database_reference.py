"""Write docs/database.md from a blank file, or with ``--check`` only say whether it is stale."""

from __future__ import annotations

import sqlite3
import sys
from collections.abc import Sequence
from pathlib import Path

from claims.store.descriptions import CODES, SEARCH, TABLES, VIEWS
from claims.store.migrations import SCHEMA_VERSION, migrate

PAGE = Path(__file__).resolve().parents[1] / "docs" / "database.md"


def reference() -> str:
    """The whole page as Markdown."""
    conn = sqlite3.connect(":memory:", isolation_level=None)
    try:
        migrate(conn)
        rows = conn.execute("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid").fetchall()
    finally:
        conn.close()
    sql = {name: text for _, name, text in rows}
    out = [
        "# The database",
        "",
        f"One SQLite file, schema version {SCHEMA_VERSION} (`PRAGMA user_version`). This page is written by"
        " `scripts/write_database_reference.py` from a blank file.",
        "",
        "Whoever writes, triggers keep the life of a claim: they refuse with a fixed code.",
        "",
        "| code | what was refused |",
        "|---|---|",
        *(f"| `{code}` | {what} |" for code, what in CODES.items()),
        "",
        "## Tables",
    ]
    for name, what in TABLES.items():
        out += ["", f"### {name}", "", what, "", "```sql", sql[name], "```"]
    out += ["", "## Search", ""]
    out += [f"- `{name}` (FTS5): {what}" for name, what in SEARCH.items()]
    out += ["", "## Views"]
    for name, what in VIEWS.items():
        out += ["", f"### {name}", "", what, "", "```sql", sql[name], "```"]
    out += ["", "## Triggers", ""]
    out += [f"- `{name}`" for type, name, _ in rows if type == "trigger"]
    return "\n".join(out) + "\n"


def main(arguments: Sequence[str]) -> int:
    """Bring the page in line with the schema."""
    wanted = reference()
    if PAGE.exists() and PAGE.read_text(encoding="utf-8") == wanted:
        return 0
    if "--check" in arguments:
        print("docs/database.md is not what the schema says. Run: make reference", file=sys.stderr)
        return 1
    PAGE.write_text(wanted, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

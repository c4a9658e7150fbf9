"""Small tables that say how much is where, so that no page counts the claims themselves; triggers keep them.

``claims_recounted`` counts anew: ``claims check`` compares the two, and
``DELETE FROM claim_counts; INSERT INTO claim_counts (...) SELECT ... FROM claims_recounted`` repairs the first.
"""

from __future__ import annotations

_KEY = "publisher, status, verdict, kind, flagged"


def _stands(row: str) -> str:
    """Spelled as in claims.store.claims.STANDS."""
    return f"({row}.retired_by_run IS NULL AND ({row}.extractor IS NOT NULL OR {row}.marked = 1))"


def _flagged(claim: str) -> str:
    return f"EXISTS (SELECT 1 FROM flags WHERE claim = {claim} AND cleared_by IS NULL)"


def _key(row: str, flagged: str | None = None, publisher: str | None = None) -> str:
    """Where a claim is counted; the empty word stands for none."""
    outlet = publisher or f"(SELECT publisher FROM articles WHERE pk = {row}.article)"
    flag = flagged or _flagged(f"{row}.pk")
    return (
        f"coalesce({outlet}, '') AS publisher, {row}.status AS status, coalesce({row}.verdict, '') AS verdict,"
        f" {row}.kind AS kind, {flag} AS flagged"
    )


def _add(key: str, source: str = "") -> str:
    """Count one more; ``source`` is where the key is selected from, and may select nothing."""
    return f"""
  INSERT INTO claim_counts ({_KEY}, claims) SELECT {key}, 0 {source}
    EXCEPT SELECT {_KEY}, 0 FROM claim_counts;
  UPDATE claim_counts SET claims = claims + 1 WHERE ({_KEY}) = (SELECT {key} {source});"""


def _take(key: str, source: str = "") -> str:
    return f"\n  UPDATE claim_counts SET claims = claims - 1 WHERE ({_KEY}) = (SELECT {key} {source});"


def _total(what: str, change: str) -> str:
    return f"\n  UPDATE totals SET n = n + {change} WHERE what = '{what}';"


def _trigger(name: str, when: str, condition: str, body: str) -> str:
    guard = f"WHEN {condition}" if condition else ""
    return f"\nCREATE TRIGGER {name} AFTER {when}\n{guard}\nBEGIN{body}\nEND;\n"


_COUNTED = ("status", "verdict", "kind", "retired_by_run", "extractor", "marked")
_CHANGED = " OR ".join(f"OLD.{column} IS NOT NEW.{column}" for column in _COUNTED)
_FIGURES = "(SELECT count(*) FROM figures WHERE claim = NEW.pk)"

# Without an extractor and a mark the condition is null, which is as good as not true.
_CLAIMS = (
    _trigger("claims_counted", "INSERT ON claims", _stands("NEW"), _add(_key("NEW")))
    + _trigger(
        "claims_uncounted_update",
        f"UPDATE OF {', '.join(_COUNTED)} ON claims",
        f"{_stands('OLD')} AND ({_CHANGED})",
        _take(_key("OLD")),
    )
    + _trigger(
        "claims_counted_update",
        f"UPDATE OF {', '.join(_COUNTED)} ON claims",
        f"{_stands('NEW')} AND ({_CHANGED})",
        _add(_key("NEW")),
    )
    + _trigger(
        "claims_shown", "UPDATE OF retired_by_run, extractor, marked ON claims",
        f"{_stands('NEW')} AND {_stands('OLD')} IS NOT TRUE", _total("figures", _FIGURES),
    )
    + _trigger(
        "claims_hidden", "UPDATE OF retired_by_run, extractor, marked ON claims",
        f"{_stands('OLD')} AND {_stands('NEW')} IS NOT TRUE", _total("figures", f"-{_FIGURES}"),
    )
)  # fmt: skip


def _of_flag(row: str) -> str:
    return f"FROM claims c WHERE c.pk = {row}.claim AND {_stands('c')}"


def _open(row: str) -> str:
    return f"(SELECT count(*) FROM flags WHERE claim = {row}.claim AND cleared_by IS NULL)"


def _raised(row: str) -> str:
    return _take(_key("c", "0"), _of_flag(row)) + _add(_key("c", "1"), _of_flag(row))


def _cleared(row: str) -> str:
    return _take(_key("c", "1"), _of_flag(row)) + _add(_key("c", "0"), _of_flag(row))


# Only the first flag and the last change where a claim is counted.
_FLAGS = (
    _trigger("flags_counted", "INSERT ON flags", f"NEW.cleared_by IS NULL AND {_open('NEW')} = 1", _raised("NEW"))
    + _trigger(
        "flags_counted_again", "UPDATE OF cleared_by ON flags",
        f"OLD.cleared_by IS NOT NULL AND NEW.cleared_by IS NULL AND {_open('NEW')} = 1", _raised("NEW"),
    )
    + _trigger(
        "flags_uncounted", "UPDATE OF cleared_by ON flags",
        f"OLD.cleared_by IS NULL AND NEW.cleared_by IS NOT NULL AND {_open('NEW')} = 0", _cleared("NEW"),
    )
    + _trigger(
        "flags_uncounted_delete", "DELETE ON flags",
        f"OLD.cleared_by IS NULL AND {_open('OLD')} = 0", _cleared("OLD"),
    )
)  # fmt: skip


def _of_article(publisher: str, sign: str) -> str:
    """All claims of an article at once, under one outlet's name."""
    claims = f"SELECT {_key('c', publisher=publisher)} FROM claims c WHERE c.article = NEW.pk AND {_stands('c')}"
    same = " AND ".join(f"h.{column} = claim_counts.{column}" for column in _KEY.split(", "))
    return f"""
  INSERT INTO claim_counts ({_KEY}, claims) SELECT {_KEY}, 0 FROM ({claims})
    EXCEPT SELECT {_KEY}, 0 FROM claim_counts;
  UPDATE claim_counts SET claims = claims {sign} (SELECT count(*) FROM ({claims}) h WHERE {same})
    WHERE publisher = coalesce({publisher}, '');"""


_ARTICLES = _trigger(
    "articles_counted_again",
    "UPDATE OF publisher ON articles",
    "NEW.publisher IS NOT OLD.publisher",
    _of_article("OLD.publisher", "-") + _of_article("NEW.publisher", "+"),
)

_STANDS_OF = "EXISTS (SELECT 1 FROM claims c WHERE c.pk = {row}.claim AND {stands})"

_TOTALS = (
    _trigger("events_counted", "INSERT ON events", "", _total("events", "1"))
    + _trigger("articles_counted", "INSERT ON articles", "", _total("articles", "1"))
    + _trigger("speakers_counted", "INSERT ON speakers", "NEW.merged_into IS NULL", _total("speakers", "1"))
    + _trigger("speakers_uncounted", "DELETE ON speakers", "OLD.merged_into IS NULL", _total("speakers", "-1"))
    + _trigger(
        "speakers_counted_again", "UPDATE OF merged_into ON speakers",
        "(OLD.merged_into IS NULL) <> (NEW.merged_into IS NULL)",
        _total("speakers", "CASE WHEN NEW.merged_into IS NULL THEN 1 ELSE -1 END"),
    )
    + _trigger(
        "figures_counted", "INSERT ON figures",
        _STANDS_OF.format(row="NEW", stands=_stands("c")), _total("figures", "1"),
    )
    + _trigger(
        "figures_uncounted", "DELETE ON figures",
        _STANDS_OF.format(row="OLD", stands=_stands("c")), _total("figures", "-1"),
    )
)  # fmt: skip

SQL = f"""
CREATE TABLE claim_counts (
  pk INTEGER PRIMARY KEY CHECK (pk > 0),
  publisher TEXT NOT NULL,
  status TEXT NOT NULL,
  verdict TEXT NOT NULL,
  kind TEXT NOT NULL,
  flagged INTEGER NOT NULL,
  claims INTEGER NOT NULL,
  UNIQUE ({_KEY})
);

CREATE TABLE totals (
  pk INTEGER PRIMARY KEY CHECK (pk > 0),
  what TEXT NOT NULL UNIQUE,
  n INTEGER NOT NULL
);

CREATE VIEW claims_recounted AS
  SELECT {_KEY}, count(*) AS claims
  FROM (SELECT {_key("c")} FROM claims c WHERE {_stands("c")})
  GROUP BY {_KEY};

CREATE VIEW totals_recounted AS
  SELECT 'articles' AS what, count(*) AS n FROM articles
  UNION ALL SELECT 'events', count(*) FROM events
  UNION ALL SELECT 'figures', count(*) FROM figures f JOIN claims c ON c.pk = f.claim WHERE {_stands("c")}
  UNION ALL SELECT 'speakers', count(*) FROM speakers WHERE merged_into IS NULL;

INSERT INTO claim_counts ({_KEY}, claims) SELECT {_KEY}, claims FROM claims_recounted;
INSERT INTO totals (what, n) SELECT what, n FROM totals_recounted;
{_CLAIMS}{_FLAGS}{_ARTICLES}{_TOTALS}"""

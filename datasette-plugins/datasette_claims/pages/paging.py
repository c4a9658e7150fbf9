"""Which page of a list an address asks for."""

from __future__ import annotations

from datasette_claims.asked import Asked


def pages(total: int, on_a_page: int) -> int:
    """How many pages a list fills; an empty one fills one."""
    return max(1, -(-total // on_a_page))


def number(asked: Asked, last: int) -> tuple[int, tuple[str, ...]]:
    """The page that is meant, from 1 to the last, and as it stands in the address what is no page there."""
    given = asked.first("page", "1") or "1"
    # What is too long to be read as a number is far behind the last page.
    found = min(max(1, int(given[:9])), last) if given.isdecimal() else 1
    return found, () if given == str(found) else (f"page={given}",)

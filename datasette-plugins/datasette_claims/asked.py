"""What a page or an act is asked for: the address, taken apart."""

from __future__ import annotations

from collections.abc import Mapping

from claims.models import Value


class Asked(Value):
    """The parts of an address under ``/-/claims``, and who asks."""

    ids: Mapping[str, str] = {}
    """The named parts of the path, such as ``id``."""
    query: Mapping[str, tuple[str, ...]] = {}
    """What stands behind the question mark; a name may come several times."""
    reviewer: str | None = None
    """The id of the actor where they may review; None for readers, who are shown no form and nothing confidential."""

    def first(self, name: str, default: str | None = None) -> str | None:
        """The first value of a name, blanks around it taken off; ``default`` where there is none or an empty one."""
        return next((clean for value in self.query.get(name, ()) if (clean := value.strip())), default)

    def every(self, name: str) -> tuple[str, ...]:
        """All values of a name that hold anything."""
        return tuple(clean for value in self.query.get(name, ()) if (clean := value.strip()))

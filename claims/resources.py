"""Where the files lie that Claimdesk brings along: in a checkout beside the package, in a wheel inside it."""

from __future__ import annotations

from pathlib import Path

from claims.errors import ClaimsError

PACKAGE = Path(__file__).resolve().parent

# A wheel puts the folders of the checkout under this one; the paths below it stay the same.
PACKED = "_data"

FOLDERS = ("schemas", "annotations/sample")
"""What the package reads at run time. The wheel is told the same list in pyproject.toml, and a test compares them."""


def resource(name: str, *, package: Path = PACKAGE) -> Path:
    """Find one of ``FOLDERS``, or something in one of them, by its path in the checkout."""
    for root in (package / PACKED, package.parent):
        path = root / name
        if path.exists():
            return path
    raise ClaimsError(
        f"{name} is missing from the installation at {package}.",
        hint="Install Claimdesk again, or take a fresh checkout.",
    )

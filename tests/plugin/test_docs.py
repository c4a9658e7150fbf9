"""docs/review.md says what the plugin does."""

from __future__ import annotations

import re

from datasette_claims.acts import ACTS
from datasette_claims.pages import PAGES
from tests.plugin.conftest import ROOT

PAGE = (ROOT / "docs" / "review.md").read_text(encoding="utf-8")


def rows(heading: str) -> list[list[str]]:
    """The cells of the first table under a heading."""
    section = PAGE.partition(f"## {heading}\n")[2].partition("\n## ")[0]
    lines = [line for line in section.splitlines() if line.startswith("| `")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def spelled(pattern: str) -> str:
    """A route as the page spells it."""
    return re.sub(r"\(\?P<\w+>[^)]*\)", "ID", pattern).strip("/")


def test_every_act_is_documented_with_its_fields() -> None:
    """Addresses and fields are those of the code; what an act must have stands first."""
    told = {row[0].strip("`"): row[1] for row in rows("Acts") if not row[0].strip("`").isdigit()}
    assert set(told) == {spelled(act.path) for act in ACTS}
    for act in ACTS:
        fields = act.takes.model_fields
        said = told[spelled(act.path)]
        assert set(re.findall(r"`(\w+)`", said)) == set(fields), act.name
        required = {name for name, field in fields.items() if field.is_required()}
        assert required <= set(re.findall(r"`(\w+)`", said.partition(";")[0])), act.name


def test_every_page_is_documented() -> None:
    """Each address that can be asked for is in the list."""
    told = {row[0].strip("`").removeprefix("/-/claims").strip("/") for row in rows("Addresses")}
    assert told == {spelled(page.PATH) for page in PAGES}

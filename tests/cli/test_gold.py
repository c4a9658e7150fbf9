"""``claims gold make``: from a desk's work to gold, and back to scores."""

from __future__ import annotations

import json

from tests.cli.conftest import Desk


def go_through(desk: Desk) -> None:
    """Confirm every claim of the file."""
    for record in desk.json("list", "--limit", "1000"):
        assert desk.run("tag", record["id"]).code == 0


def test_gold_is_made_and_scores_full_marks(stocked: Desk) -> None:
    """The round trip: what was confirmed as proposed is what the machine finds."""
    go_through(stocked)
    (row,) = stocked.json("gold", "make", "ours")
    assert row["left_out"] is None
    assert "notes" not in row
    assert sorted(path.name for path in (stocked.folder / "ours").iterdir()) == [
        f"{row['name']}.gold",
        f"{row['name']}.txt",
    ]
    done = stocked.run("evaluate", "ours", "--tagger", "rules", "--json")
    scores = {f"{one['group']}: {one['name']}": one for one in json.loads(done.out)["scores"]}
    for key in ("Attribution: all", "Speakers of the claims found: all"):
        one = scores[key]
        assert one["wanted"] == one["wanted_right"] > 0
        assert one["found"] in (None, one["found_right"])


def test_nothing_gone_through_is_an_error_with_the_reason(stocked: Desk) -> None:
    """The listing says what is missing, and no folder is left behind."""
    done = stocked.run("gold", "make", "ours")
    assert done.code == 1
    assert "neither tagged nor dismissed" in " ".join(done.out.split())
    assert done.err.startswith("Error: None of 1 article has been gone through")
    assert not (stocked.folder / "ours").exists()


def test_a_folder_with_anything_in_it_is_left_alone(stocked: Desk) -> None:
    """Nobody's annotations are written over."""
    go_through(stocked)
    stocked.write("ours/mine.gold", "# mine\n")
    done = stocked.run("gold", "make", "ours")
    assert done.code == 1
    assert "no empty folder" in done.err
    assert [path.name for path in (stocked.folder / "ours").iterdir()] == ["mine.gold"]


def test_an_unknown_article_is_an_error(stocked: Desk) -> None:
    """As everywhere."""
    done = stocked.run("gold", "make", "ours", "--article", "ffff")
    assert done.code == 1
    assert done.err.startswith("Error: ")

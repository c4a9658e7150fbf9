"""``claims evaluate`` as people use it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from typer.testing import CliRunner

from claims.cli import app
from tests.evaluate.test_events import written

if TYPE_CHECKING:
    from tests.evaluate.conftest import Folder


def run(*arguments: str | Path) -> Any:
    """Run the command in this process; an exception that is no exit is raised."""
    return CliRunner().invoke(app, ["evaluate", *map(str, arguments)], prog_name="claims", catch_exceptions=False)


def test_the_table_names_every_group(folder: Folder) -> None:
    """One table on standard output, nothing on standard error."""
    done = run(folder.write(), "--tagger", "rules")
    assert done.exit_code == 0
    assert done.stderr == ""
    for words in ("Attribution", "Speakers, given the gold attributions", "by pronoun", "Statements", "Figures"):
        assert words in done.stdout


def test_errors_show_each_miss_where_it_stands(folder: Folder) -> None:
    """A gold claim that no machine can find, in its context."""
    path = folder.write(("| It closed in 2019", "| By Orla Finch #1"))
    done = run(path, "--tagger", "rules", "--errors")
    assert "⟦By Orla Finch⟧" in done.stdout
    assert "pier.gold, line" in done.stdout


def test_json_holds_scores_and_misses(folder: Folder) -> None:
    """For other programs."""
    report = json.loads(run(folder.write(), "--tagger", "rules", "--json").stdout)
    assert report["articles"] == 1
    assert {"group", "name", "wanted", "wanted_right", "found", "found_right"} == set(report["scores"][0])
    assert all({"article", "row", "wanted", "got", "spans"} <= set(miss) for miss in report["misses"])


def test_check_reads_and_counts(folder: Folder) -> None:
    """No score is made; as JSON the annotations come with their offsets."""
    path = folder.write()
    done = run(path, "--check")
    assert done.exit_code == 0
    assert "1 articles, 8 claims, 6 figures" in done.stderr
    assert done.stdout == ""
    (gold,) = json.loads(run(path, "--check", "--json").stdout)
    assert gold["claims"][2]["content"][0]["text"] == "It closed in 2019"


def test_a_slip_in_gold_is_an_error(folder: Folder) -> None:
    """Exit 1 with what, where and what to try."""
    done = run(folder.write(("It closed in 2019", "It closed in 2018")), "--check")
    assert done.exit_code == 1
    assert done.stderr.startswith('Error: pier.gold, line 9: "It closed in 2018" does not stand in the article. Copy')


def test_a_missing_folder_is_an_error(tmp_path: Path) -> None:
    """And so is an empty one."""
    for path in (tmp_path, tmp_path / "nowhere"):
        done = run(path)
        assert done.exit_code == 1
        assert done.stderr.startswith("Error: ")


def test_a_drop_fails_and_is_pinned_only_when_asked(folder: Folder, tmp_path: Path) -> None:
    """``--baseline`` never writes; ``--write-baseline`` is the explicit flag."""
    path, file = folder.write(), tmp_path / "baseline.json"
    assert run(path, "--tagger", "rules", "--baseline", file).exit_code == 1
    assert not file.exists()
    assert run(path, "--tagger", "rules", "--write-baseline", file).exit_code == 0
    assert run(path, "--tagger", "rules", "--baseline", file).exit_code == 0
    pinned = json.loads(file.read_text(encoding="utf-8"))
    pinned["scores"]["rules"]["Statements: all"] = 200.0
    file.write_text(json.dumps(pinned), encoding="utf-8")
    done = run(path, "--tagger", "rules", "--baseline", file)
    assert done.exit_code == 1
    assert "Statements: all: 200 before" in done.stderr
    assert json.loads(file.read_text(encoding="utf-8")) == pinned


@pytest.mark.parametrize("option", ["--baseline", "--write-baseline"])
def test_a_baseline_that_cannot_be_used_is_an_error(folder: Folder, tmp_path: Path, option: str) -> None:
    """A folder in its place."""
    done = run(folder.write(), "--tagger", "rules", option, tmp_path)
    assert done.exit_code == 1
    assert done.stderr.startswith("Error: ")


def test_relations_alone_give_the_attribution_table(tmp_path: Path) -> None:
    """PolNeAR's format has no speakers, statements or figures."""
    row = {
        "id": "a",
        "text": "Ada Holm said that the pier was shut.",
        "attributions": [{"source": [[0, 8]], "cue": [[9, 13]], "content": [[14, 36]]}],
    }
    file = tmp_path / "a.jsonl"
    file.write_text(json.dumps(row) + "\n", encoding="utf-8")
    report = json.loads(run(file, "--tagger", "rules", "--json").stdout)
    assert {score["group"] for score in report["scores"]} == {
        "Attribution",
        "Attribution by token",
        "Attribution, exact span",
    }
    assert report["scores"][0]["wanted_right"] == 1


def test_a_folder_of_events_is_scored_for_comparing(tmp_path: Path) -> None:
    """Twice: as a desk finds the claims, and with the gold claims given; each miss with both places."""
    path = written(tmp_path / "events")
    done = run(path, "--tagger", "rules", "--by-words")
    assert done.exit_code == 0
    for words in ("Comparison, given the gold claims", "pairs in one group", "hard negatives kept apart"):
        assert words in done.stdout
    report = json.loads(run(path, "--tagger", "rules", "--by-words", "--json").stdout)
    assert report["tagger"] == "rules, by words alone"
    rows = {(score["group"], score["name"]): score for score in report["scores"]}
    given = rows["Comparison, given the gold claims", "claims found"]
    assert given["wanted"] == given["wanted_right"] == 6
    shown = run(path, "--tagger", "rules", "--by-words", "--errors").stdout
    assert all(miss["a"]["name"] in shown and miss["b"]["name"] in shown for miss in report["pair_misses"])


def test_events_are_checked_and_pinned_like_articles(tmp_path: Path) -> None:
    """The same options; another person's events are no machine yet."""
    path, file = written(tmp_path / "events"), tmp_path / "baseline.json"
    assert "1 events, 2 articles, 6 claims, 3 pairs" in run(path, "--check").stderr
    (event,) = json.loads(run(path, "--check", "--json").stdout)
    assert len(event["pairs"]) == 3
    words = ("--tagger", "rules", "--by-words")
    assert run(path, *words, "--write-baseline", file).exit_code == 0
    assert run(path, *words, "--baseline", file).exit_code == 0
    pinned = json.loads(file.read_text(encoding="utf-8"))
    pinned["scores"]["rules, by words alone"]["Comparison: pairs in one group"] = 200.0
    file.write_text(json.dumps(pinned), encoding="utf-8")
    assert run(path, *words, "--baseline", file).exit_code == 1
    assert run(path, "--against", path).exit_code == 1

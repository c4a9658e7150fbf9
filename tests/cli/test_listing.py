"""claims list, show, history, articles, speakers, stats."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import jsonschema_rs
import pytest

from claims.models import ArticleEntry, Event, SpeakerEntry
from claims.schemas import schema

if TYPE_CHECKING:
    from tests.cli.conftest import Desk

SECOND = """\
Title: Ferry to stop
Publisher: Tessel Echo
Published: 2026-02-01

The ferry will stop for 3 weeks, captain Wim Loder said.
"""


@pytest.fixture
def two(stocked: Desk) -> Desk:
    """A file with two articles of two publishers."""
    assert stocked.run("add", stocked.write("ferry.txt", SECOND)).code == 0
    return stocked


def test_claim_in_a_listing_has_the_exported_shape(two: Desk) -> None:
    """Scripts read one shape, in listings as in exports."""
    found = two.json("list")
    jsonschema_rs.validate({"type": "array", "items": schema("claim-record")}, found)
    assert len({claim["article_id"] for claim in found}) == 2


def test_article_and_speaker_in_a_listing_have_their_fields(two: Desk) -> None:
    """The newest article comes first; speakers bear the number of their claims."""
    articles = [ArticleEntry.model_validate(entry) for entry in two.json("articles")]
    assert [article.publisher for article in articles] == ["The Calmouth Herald", "Tessel Echo"]
    assert sum(article.claims for article in articles) == len(two.json("list"))
    speakers = [SpeakerEntry.model_validate(entry) for entry in two.json("speakers")]
    assert {"Ilse Varn", "Tom Brask", "Wim Loder"} <= {speaker.name for speaker in speakers}
    assert [entry["name"] for entry in two.json("speakers", "--search", "loder")] == ["Wim Loder"]


@pytest.mark.parametrize("command", ["list", "articles", "speakers"])
def test_limit_cuts_a_listing_and_says_so(two: Desk, command: str) -> None:
    """What is left out is never left out silently, and 0 stands for all."""
    whole = two.json(command)
    done = two.run(command, "--limit", "1", "--json")
    assert done.json == whole[:1]
    assert f"Showing 1 of {len(whole)}" in done.err
    assert two.json(command, "--limit", "0") == whole
    assert "Showing" not in two.run(command, "--limit", "0").err


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--search", "winter"], ["winter"]),
        (["--search", '"14 cranes"'], ["14 cranes"]),
        (["--search", "WINT*"], ["winter"]),
        (["--speaker", "Wim Loder"], ["ferry"]),
        (["--speaker", "loder"], ["ferry"]),
        (["--publisher", "tessel echo", "--with-figures"], ["3 weeks"]),
        (["--kind", "quote", "--speaker", "Ilse Varn"], ["winter"]),
        (["--status", "tagged"], []),
        (["--status", "extracted", "--speaker", "Wim Loder", "--attitude", "assertion"], ["ferry"]),
        (["--verdict", "refuted"], []),
        (["--label", "budget"], []),
        (["--flagged"], []),
        (["--article", "https://calmouthherald.example/2026/harbour", "--search", "winter"], ["winter"]),
    ],
)
def test_each_filter_keeps_what_fits(two: Desk, options: list[str], words: list[str]) -> None:
    """Every condition must hold; an empty array is still an array, with a word about it."""
    done = two.run("list", *options, "--json")
    assert done.code == 0, done.err
    assert len(done.json) == len(words)
    assert all(word in claim["text"] for word, claim in zip(words, done.json, strict=True))
    assert bool(done.err) == (not words)


def test_article_and_speaker_are_found_by_a_start_of_their_ids(two: Desk) -> None:
    """Whatever a listing shows can be typed into a filter."""
    article = two.json("articles")[1]["id"]
    speaker = two.json("speakers", "--search", "Loder")[0]["id"]
    for options in (["--article", article[:8]], ["--speaker", speaker[:10]]):
        assert "ferry" in " ".join(claim["text"] for claim in two.json("list", *options))


def test_unknown_speaker_or_article_is_an_error(two: Desk) -> None:
    """A misspelt name is not the same as a speaker without claims."""
    for options in (["--speaker", "Nobody Atall"], ["--article", "afff"], ["--article", "https://none.example/"]):
        done = two.run("list", *options)
        assert (done.code, done.out) == (1, "")
        assert "claims speakers" in done.err or "claims articles" in done.err


def test_sort_says_what_comes_first(two: Desk) -> None:
    """By publication without a word, by the newest work where that is asked for."""
    assert "ferry" in two.json("list")[0]["text"]
    claim = two.claim("winter")["id"]
    two.run("tag", claim)
    assert two.json("list", "--sort", "changed")[0]["id"] == claim


def test_empty_file_says_what_to_do_next(desk: Desk) -> None:
    """A new user is never left before an empty screen."""
    from claims.store import open_store

    open_store(desk.folder / "claims.db").close()
    for command in (["list"], ["articles"], ["speakers"]):
        done = desk.run(*command)
        assert (done.code, done.out) == (0, "")
        assert "claims add" in done.err
        assert desk.run(*command, "--json").json == []
    assert "claims evidence add" in desk.run("evidence", "list").err


@pytest.mark.parametrize("width", [60, 80, 100, 140, 200])
def test_table_keeps_to_the_width_and_says_who_what_figures_where(two: Desk, width: int) -> None:
    """At any usual width nothing is wider than the screen and no word of a short claim is lost."""
    done = two.run("list", COLUMNS=str(width))
    assert max(map(len, done.out.splitlines())) <= width
    words = done.out.split()
    for expected in ("Ilse", "Varn", "winter,”", "$30–50", "≥", "Calmouth", "Herald", "Mar", "extracted"):
        assert expected in words, expected
    assert not any(line.endswith(" ") for line in done.out.splitlines())


def test_show_sets_the_claim_off_in_its_context(two: Desk) -> None:
    """The paragraph around it, marked where there is no colour; speaker, figures, source and what can be done next."""
    claim = two.claim("50 million")
    out = two.run("show", claim["id"][:8]).out
    text = " ".join(out.split())
    assert "⟦" in out
    assert claim["text"] in re.sub("[⟦⟧]", "", text)
    for expected in (
        "Ilse Varn",
        "$30–50 m",
        "Harbour master asks for cranes",
        "5 March 2026",
        "tag, dismiss",
        "money",
    ):
        assert expected in text
    assert claim["figures"][0]["id"][:8] in text


def test_show_as_json_is_the_record(two: Desk) -> None:
    """One claim, one object."""
    claim = two.claim("winter")
    assert two.json("show", claim["id"]) == claim
    article = two.json("show", claim["article_id"])
    assert article["revisions"][0]["number"] == 1


def test_show_of_an_article_sets_off_every_claim(two: Desk) -> None:
    """An annotator reads the article with what the machine found in it."""
    article = two.json("articles")[0]
    out = two.run("show", article["id"][:8]).out
    text_claims = [c for c in two.json("list", "--article", article["id"]) if c["spans"][0]["part"] == "text"]
    assert out.count("⟦") == sum(len(claim["spans"]) for claim in text_claims)
    assert "Harbour master asks for cranes before winter" in out


def test_colour_replaces_the_marks(two: Desk) -> None:
    """On a terminal with colour the text stays as it is."""
    out = two.run("show", two.claim("winter")["id"], FORCE_COLOR="1", TERM="xterm-256color").out
    assert "⟦" not in out
    assert "\x1b[1;4m" in out


def test_history_says_who_changed_what(two: Desk) -> None:
    """Every event with before and after; as JSON an array of events."""
    claim = two.claim("winter")["id"]
    assert "Nobody has worked on it yet" in two.run("history", claim).err
    two.run("tag", claim, "--speaker", "Tom Brask", "--note", "wrong man", "--as", "ada")
    events = [Event.model_validate(event) for event in two.json("history", claim)]
    assert [(event.actor, event.action) for event in events] == [("ada", "tag"), ("ada", "note")]
    out = " ".join(two.run("history", claim).out.split())
    assert "speaker: Ilse Varn → Tom Brask" in out
    assert "status: extracted → tagged" in out
    assert [event["action"] for event in two.json("history", claim, "--limit", "1")] == ["note"]
    assert "add" in two.run("history", two.json("articles")[0]["id"]).out


def test_stats_count_what_is_there(two: Desk) -> None:
    """The numbers agree with the listings."""
    stats = two.json("stats")
    assert stats["articles"] == 2
    assert stats["claims"] == len(two.json("list")) == stats["by_status"]["extracted"]
    assert "Tessel Echo" in two.run("stats").out


def test_control_characters_never_reach_the_terminal(stocked: Desk) -> None:
    """What people type into a claim cannot steer the terminal of those who read it."""
    claim = stocked.claim("winter")["id"]
    assert stocked.run("tag", claim, "--wording", "red \x1b[31m alert\x07 [bold]as it is[/bold]").code == 0
    for command in (["list"], ["show", claim], ["history", claim]):
        out = stocked.run(*command).out
        assert "\x1b" not in out
        assert "\x07" not in out
        assert "[bold]as" in out

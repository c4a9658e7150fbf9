"""claims add, claims segment, claims figures."""

from __future__ import annotations

from typing import TYPE_CHECKING

import jsonschema_rs
import pytest

from claims.schemas import schema
from claims.store import open_store

if TYPE_CHECKING:
    from tests.cli.conftest import Desk

PLAIN = "Ilse Varn said on Friday that 14 cranes would be enough.\n"


def test_add_takes_articles_in_and_says_how_many_claims(desk: Desk) -> None:
    """The summary is talk, the table of articles is data, the particulars come from the header block."""
    desk.write("one.txt", "Title: Cranes for the harbour\nPublisher: Echo\nPublished: 2026-03-06\n\n" + PLAIN)
    done = desk.run("add", "one.txt")
    assert done.code == 0
    assert "Cranes for the harbour" in done.out
    assert done.err.startswith("Added 1 article, 1 claim.\n")
    (article,) = desk.json("articles")
    assert (article["title"], article["publisher"], article["published"]) == (
        "Cranes for the harbour",
        "Echo",
        "2026-03-06",
    )
    assert article["id"][:8] in done.out
    assert article["id"][:8] in done.err


def test_options_win_over_the_header_block(desk: Desk) -> None:
    """What the person says counts more than what the file says."""
    desk.write("one.txt", "Title: Cranes\nPublisher: Echo\n\n" + PLAIN)
    given = ("--url", "https://echo.example/1", "--title", "Other", "--publisher", "The Echo", "--byline", "A. B.")
    assert desk.run("add", "one.txt", *given, "--published", "2026-03-07", "--language", "en-GB").code == 0
    (article,) = desk.json("articles")
    fields = ("url", "title", "publisher", "published", "byline", "language")
    assert [article[f] for f in fields] == [
        "https://echo.example/1",
        "Other",
        "The Echo",
        "2026-03-07",
        "A. B.",
        "en-GB",
    ]


def test_same_article_again_adds_nothing(stocked: Desk) -> None:
    """Adding is idempotent, and says so."""
    before = (stocked.json("list"), stocked.json("stats"))
    done = stocked.run("add", "harbour.txt")
    assert done.code == 0
    assert "1 unchanged" in done.err
    assert (stocked.json("list"), stocked.json("stats")) == before


def test_same_url_with_another_text_is_a_revision(stocked: Desk) -> None:
    """The article stays one, and its new claims are added."""
    text = (stocked.folder / "harbour.txt").read_text() + "\nVarn said later that 3 cranes had been ordered.\n"
    stocked.write("harbour.txt", text)
    assert stocked.json("add", "harbour.txt")[0]["outcome"] == "revised"
    assert [article["revision"] for article in stocked.json("articles")] == [2]
    assert stocked.claim("ordered")["status"] == "extracted"


def test_standard_input_is_an_article(desk: Desk) -> None:
    """A minus stands for what is piped in."""
    assert desk.run("add", "-", "--title", "Piped", input=PLAIN).code == 0
    assert [article["title"] for article in desk.json("articles")] == ["Piped"]


def test_web_page_and_encoding_are_read(desk: Desk) -> None:
    """HTML goes through extraction of its main text; --encoding settles what the file does not say."""
    paragraphs = "".join(
        f"<p>Ilse Varn said that {n} cranes of the old harbour would be repaired.</p>" for n in range(8)
    )
    desk.write("page.html", f"<html><body><nav>Home</nav><article><h1>Cranes</h1>{paragraphs}</article></body></html>")
    desk.write("old.txt", "Ilse Varn said that the café would have 14 seats.\n".encode("cp1252"))
    assert desk.run("add", "page.html").code == 0
    assert desk.run("add", "old.txt").code == 1
    assert desk.run("add", "old.txt", "--encoding", "windows-1252").code == 0
    assert "café" in desk.claim("seats")["text"]


def test_folder_with_a_broken_file_keeps_the_good_ones(desk: Desk) -> None:
    """The broken one is named, the others are stored, and the exit status says that something failed."""
    for n in range(3):
        desk.write(f"news/{n}.txt", PLAIN.replace("14", str(n + 2)))
    desk.write("news/broken.txt", b"\x00\x01\x02" * 100)
    done = desk.run("add", "news")
    assert done.code == 1
    assert "broken.txt" in done.err
    assert "Added 3 articles, 3 claims; 1 failed." in done.err
    assert len(desk.json("articles")) == 3
    assert desk.run("check").code == 0


def test_url_goes_with_one_article_only(desk: Desk) -> None:
    """Two files cannot have been published at one address."""
    for name in ("1.txt", "2.txt"):
        desk.write(name, PLAIN + name)
    assert desk.run("add", "1.txt", "2.txt", "--url", "https://echo.example/1").code == 2
    assert not (desk.folder / "claims.db").exists()


def test_add_as_json_is_one_array_of_outcomes(desk: Desk) -> None:
    """A script learns of each article what became of it."""
    desk.write("one.txt", PLAIN)
    (added,) = desk.json("add", "one.txt")
    assert (added["outcome"], added["claims"]) == ("added", 1)
    assert added["article_id"] == desk.json("articles")[0]["id"]


def test_segment_shows_what_add_would_store_and_stores_nothing(stocked: Desk) -> None:
    """The same claims, as one document that validates; no file is touched."""
    before = (stocked.folder / "claims.db").read_bytes()
    document = stocked.json("segment", "harbour.txt", "--tagger", "rules")
    jsonschema_rs.validate(schema("segmentation"), document)
    assert [claim["text"] for claim in document["claims"]] == [claim["text"] for claim in stocked.json("list")]
    shown = stocked.run("segment", "harbour.txt", "--tagger", "rules")
    assert "Ilse Varn" in shown.out
    assert "$30–50 m" in shown.out
    assert "nothing was stored" in shown.err
    assert (stocked.folder / "claims.db").read_bytes() == before


def test_segment_reads_standard_input_and_needs_no_database(desk: Desk) -> None:
    """A sentence in, its claims out."""
    done = desk.run("segment", "-", "--json", input=PLAIN)
    assert done.json["claims"][0]["figures"][0]["low"] == "14"
    assert list(desk.folder.iterdir()) == []


def test_segment_asks_for_the_day_that_relative_days_count_from(desk: Desk) -> None:
    """An unresolved day is explained, and --published resolves it."""
    text = "The port will open next month, Ilse Varn said.\n"
    assert "--published" in desk.run("segment", "-", input=text).err
    done = desk.run("segment", "-", "--published", "2026-03-05", input=text)
    assert "April 2026" in done.out
    assert "--published" not in done.err


def test_figures_come_with_their_values(desk: Desk) -> None:
    """Words, value, kind and unit, with a place that counts in the text."""
    text = "Sales rose 3% to $4.2bn on 10 April."
    desk.write("one.txt", text)
    found = desk.json("figures", "one.txt", "--published", "2026-05-01")
    assert ("4200000000", "USD") in [(figure["low"], figure["unit"]) for figure in found]
    assert "2026-04-10" in [figure["low"] for figure in found]
    assert all(text[figure["start"] : figure["end"]] == figure["text"] for figure in found)
    jsonschema_rs.validate({"type": "array", "items": schema("figure")}, found)
    assert "$4.2 bn" in desk.run("figures", "-", input=text).out
    assert len(desk.json("figures", "one.txt", "--limit", "1")) == 1


@pytest.mark.parametrize("command", ["segment", "figures"])
def test_text_without_any_says_so(desk: Desk, command: str) -> None:
    """An empty result is an empty array and a word about it."""
    done = desk.run(command, "-", "--json", input="Good morning to all of you\n")
    assert done.code == 0
    assert done.json == [] or done.json["claims"] == []
    assert done.err


def test_a_later_article_is_stored_whole_or_not_at_all(stocked: Desk) -> None:
    """What failed has left neither article nor claims nor event."""
    events = stocked.json("stats")["events"]
    assert stocked.run("add", stocked.write("bad.txt", b"\xff\xfe\x00")).code == 1
    with open_store(stocked.folder / "claims.db") as store:
        assert store.value("SELECT count(*) FROM articles") == 1
        assert store.value("SELECT count(*) FROM revisions") == 1
    assert stocked.json("stats")["events"] == events

"""The pure parts of the pages: pieces of a text, and addresses as queues."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.store.queue import Sort
from claims.vocabulary import Attitude, Kind, Status
from datasette_claims.asked import Asked
from datasette_claims.pages import filters, wording
from datasette_claims.pages.highlight import Mark, paragraphs, pieces, said

if TYPE_CHECKING:
    from tests.conftest import Bench

TEXT = "One <b>two</b> three.\n\nFour & five.\n"


@st.composite
def marked(draw: st.DrawFn) -> tuple[str, list[Mark]]:
    """Any text, and marks anywhere in it."""
    text = draw(st.text(st.characters(codec="utf-8"), min_size=1, max_size=60))
    places = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).filter(lambda p: p[0] < p[1])
    found = draw(st.lists(places, max_size=6))
    return text, [Mark(start=start, end=end, name=f"m{n}") for n, (start, end) in enumerate(found)]


@given(marked())
def test_pieces_are_the_text_again_and_know_what_they_lie_in(given: tuple[str, list[Mark]]) -> None:
    """Nothing is lost, doubled or moved; each piece lies in exactly the marks that hold all of it."""
    text, marks = given
    at = 0
    for piece in pieces(text, 0, len(text), marks):
        end = at + len(piece.text)
        assert piece.text == text[at:end]
        assert set(piece.marks) == {mark.name for mark in marks if mark.start <= at and end <= mark.end}
        assert set(piece.opens) == {mark.name for mark in marks if mark.start == at}
        at = end
    assert at == len(text)


@given(marked())
def test_paragraphs_leave_out_nothing_but_line_ends(given: tuple[str, list[Mark]]) -> None:
    """Each begins where it says."""
    text, marks = given
    cut = paragraphs(text, marks)
    assert "".join(piece.text for line in cut for piece in line.pieces) == text.replace("\n", "")
    for line in cut:
        assert text[line.start : line.end] == "".join(piece.text for piece in line.pieces)


def test_the_longest_mark_lies_outside() -> None:
    """So that a click on words that several claims share means the shortest."""
    marks = [Mark(start=4, end=10, name="short"), Mark(start=0, end=20, name="long")]
    middle = next(piece for piece in pieces(TEXT, 0, 20, marks) if "short" in piece.marks)
    assert middle.marks == ("long", "short")


def test_the_figures_of_a_broken_claim_are_set_off_in_its_own_words(bench: Bench) -> None:
    """The words that join its pieces belong to no figure."""
    bench.add(
        "“We lost 12 boats,” Ida Holm said, “and 3,000 crates of fish.”",
        url=None,
        title=None,
        publisher="Strand Weekly",
    )
    claim = bench.claim("12 boats")
    assert "".join(piece.text for piece in said(claim)) == claim.text
    set_off = [piece.text for piece in said(claim) if "figure" in piece.marks]
    assert set_off == [figure.text for figure in claim.figures]
    assert len(set_off) == 2


def test_an_address_spells_a_queue_and_comes_back_the_same(bench: Bench) -> None:
    """What is usual stands in no address; what was understood leads to the same queue again."""
    query = {
        "status": ("tagged", "in_review"),
        "kind": ("quote",),
        "attitude": ("belief",),
        "outlet": ("Ostmere Post",),
        "speaker": ("brandt",),
        "label": ("ferries",),
        "figures": ("yes",),
        "flagged": ("on",),
        "search": ("fares",),
        "sort": ("newest",),
    }
    read = filters.read(bench.store, Asked(query=query))
    assert read.wanted.status == (Status.TAGGED, Status.IN_REVIEW)
    assert read.wanted.kind == (Kind.QUOTE,)
    assert read.wanted.attitude == (Attitude.BELIEF,)
    assert read.sort == Sort.NEWEST
    assert len(read.wanted.speaker) == 1
    assert read.narrowed
    assert filters.read(bench.store, Asked(query=read.query)) == read
    usual = filters.read(bench.store, Asked())
    assert (usual.query, usual.narrowed, usual.wanted.status) == ({}, False, filters.OPEN)


@pytest.mark.parametrize(
    "query",
    [
        {"status": ("done",)},
        {"kind": ("poem",)},
        {"verdict": ("true",)},
        {"sort": ("id",)},
        {"attitude": ("'; --",)},
        {"speakr": ("x",)},
    ],
)
def test_what_is_no_word_of_ours_is_left_out_and_named(bench: Bench, query: dict[str, tuple[str, ...]]) -> None:
    """An old link or a typing error shows more rather than nothing, and says so."""
    read = filters.read(bench.store, Asked(query=query))
    assert read.ignored == tuple(f"{name}={value}" for name, values in query.items() for value in values)
    assert read.wanted.status == filters.OPEN
    assert read.query == {}


def test_a_speaker_whom_nobody_knows_finds_nothing(bench: Bench) -> None:
    """Rather than everything."""
    assert filters.read(bench.store, Asked(query={"speaker": ("Zed",)})).wanted.speaker == ("nobody",)


@pytest.mark.parametrize(
    ("need", "plain"),
    [
        ("a verdict (--verdict supported, refuted, conflicting, ...)", "a verdict"),
        ("a piece of evidence (claims evidence add {id} --url ... --stance ...)", "a piece of evidence"),
        ("another reviewer: ada has tagged or last edited it", "another reviewer: ada has tagged or last edited it"),
    ],
)
def test_pages_do_not_talk_of_what_one_types_in_a_terminal(need: str, plain: str) -> None:
    """What a policy asks for is said in the same words, without the command."""
    assert wording.plain_needs(need) == plain


@pytest.mark.parametrize("url", ["javascript:alert(1)", "data:text/html,x", "//x.example", "ftp://x.example", "", None])
def test_only_addresses_of_the_web_become_links(url: str | None) -> None:
    """Whatever a browser would run, or take for a page of ours, stays text."""
    assert wording.web(url) is None


def test_an_address_of_the_web_becomes_a_link() -> None:
    """As it is."""
    assert wording.web("https://register.example/1?a=b") == "https://register.example/1?a=b"

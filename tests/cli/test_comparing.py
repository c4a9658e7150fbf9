"""Comparing from the command line: what it prints, what it writes as JSON, and what it says where there is nothing."""

from __future__ import annotations

from typing import Any

import jsonschema_rs
import pytest

from claims.schemas import schema
from tests.cli.conftest import Desk

FIRST = """\
Title: Works in Tarnwick
Publisher: Tarn Post
Published: 2026-03-03
URL: https://tarnpost.example/works

The works in Tarnwick employ 900 people, the mayor Edda Holm said. Repairs would cost 40 million dollars, she said.
"""
SECOND = FIRST.replace("Tarn Post", "Lowland Radio").replace("tarnpost", "lowland").replace("900", "950")


@pytest.fixture
def two(desk: Desk) -> Desk:
    """Two articles on one town, not yet compared."""
    for name, text in (("first.txt", FIRST), ("second.txt", SECOND)):
        (desk.folder / name).write_text(text, encoding="utf-8")
        assert desk.run("add", name).code == 0
    return desk


def compared(desk: Desk) -> Any:
    return desk.json("compare", "--by-words")


def test_compare_writes_one_document_that_fits_its_schema(two: Desk) -> None:
    """Groups with a pair for every two claims of different articles, and reprints."""
    document = compared(two)
    jsonschema_rs.validator_for(schema("comparison")).validate(document)
    assert document["groups"]
    for group in document["groups"]:
        assert {"id", "about", "claims", "pairs"} <= group.keys()
        assert all({"a", "b", "relation", "reason", "decided_by"} <= pair.keys() for pair in group["pairs"])
        assert all(pair["a"] in group["claims"] and pair["b"] in group["claims"] for pair in group["pairs"])
    assert compared(two) == document


def test_nothing_to_compare_says_what_to_do(desk: Desk, two: Desk) -> None:
    """Empty states lead on: add, compare, leave out a condition."""
    said = two.run("groups")
    assert (said.code, said.out) == (0, "")
    assert "claims compare" in said.err
    assert "claims compare" in two.run("reprints").err
    compared(two)
    assert "No group fits" in two.run("groups", "--search", "zeppelin").err
    assert "Nothing is new" in two.run("compare", "--by-words").err


def test_a_group_is_shown_side_by_side(two: Desk) -> None:
    """Outlet, day, speaker, words, figure and relation, for a group's id, a start of it, or a claim in it."""
    (group, *_) = compared(two)["groups"]
    for named in (group["id"], group["id"][:9], group["claims"][0]):
        shown = two.run("groups", "show", named)
        assert shown.code == 0, shown.err
        for expected in ("Tarn Post", "Lowland", "3 Mar 2026", group["claims"][0][:8]):
            assert expected in shown.out
    assert two.json("groups", "show", group["id"]) == group
    assert "Lowland" in two.run("show", group["claims"][0]).out


def test_a_pair_is_decided_shown_in_the_history_and_undone(two: Desk) -> None:
    """different parts a group, undo of the pair brings it back, and both are in the history of either claim."""
    (group, *_) = compared(two)["groups"]
    a, b = group["claims"][:2]
    done = two.run("pair", a[:9], b, "different", "--reason", "Another town", "--as", "ana")
    assert done.code == 0, done.err
    assert all(a not in one["claims"] or b not in one["claims"] for one in two.json("groups"))
    (event,) = two.json("history", b)
    assert (event["action"], event["pair"].split()) == ("compare", sorted((a, b)))
    assert "decision: different" in two.run("history", a).out
    assert two.run("undo", a, b, "--as", "bob").code == 1
    assert two.run("undo", b, a, "--as", "ana").code == 0
    assert two.json("groups", "show", a) == group
    assert two.run("pair", a, b, "alike").code == 2


def test_group_acts_are_undone_whole(two: Desk) -> None:
    """reject, confirm, split, merge and move each are one act."""
    (group, *_) = compared(two)["groups"]
    a, b = group["claims"][:2]
    assert two.run("groups", "reject", group["id"], "--as", "ana").code == 0
    assert two.run("groups", "show", a).code == 1
    assert two.run("undo", "--as", "ana").code == 0
    assert two.run("groups", "confirm", group["id"]).code == 0
    assert two.run("groups", "split", group["id"], b).code == 0
    assert two.run("undo").code == 0
    assert two.json("groups", "show", a)["claims"] == group["claims"]
    assert two.run("groups", "split", group["id"], *group["claims"]).code == 1
    assert two.run("check").code == 0


def test_wrong_words_are_refused_without_a_traceback(two: Desk) -> None:
    """A day that is none, an article or a group that there is not."""
    assert two.run("compare", "--since", "yesterday", "--by-words").code == 2
    for wrong in (("compare", "a00000", "--by-words"), ("groups", "show", "g00000"), ("reprints", "--article", "a00")):
        done = two.run(*wrong)
        assert (done.code, done.out) == (1, "")
        assert done.err.startswith("Error: ")

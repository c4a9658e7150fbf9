"""claims speakers: one record across articles, and what people decide about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claims.models import Speaker

if TYPE_CHECKING:
    from tests.cli.conftest import Desk


def _speaker(desk: Desk, name: str) -> Speaker:
    return Speaker.model_validate(desk.json("speakers", "show", name)["speaker"])


def test_show_says_names_roles_and_claims(stocked: Desk) -> None:
    """Each role with its article and day, each claim with its figures."""
    view = stocked.json("speakers", "show", "Ilse Varn")
    assert view["speaker"]["name"] == "Ilse Varn"
    (role, *_) = view["speaker"]["roles"]
    assert (role["role"], role["published"]) == ("harbour master", "2026-03-05")
    assert any(claim["figures"] for claim in view["claims"])
    shown = stocked.run("speakers", "show", "Ilse Varn")
    assert shown.code == 0
    assert "harbour master" in shown.out
    assert "2026-03-05" in shown.out


def test_merge_and_undo_from_the_command_line(stocked: Desk) -> None:
    """One act, told in words, taken back by ``claims undo``."""
    varn, brask = _speaker(stocked, "Ilse Varn"), _speaker(stocked, "Tom Brask")
    done = stocked.run("speakers", "merge", "Ilse Varn", "Tom Brask", "--reason", "one person")
    assert (done.code, done.err.strip()) == (0, "Ilse Varn is Tom Brask now.")
    assert "Ilse Varn" in _speaker(stocked, "Tom Brask").aliases
    assert stocked.run("check").code == 0
    assert stocked.run("undo", varn.id).code == 0
    assert _speaker(stocked, "Ilse Varn") == varn
    assert _speaker(stocked, "Tom Brask") == brask


def test_split_makes_a_speaker_of_some_claims(stocked: Desk) -> None:
    """The new speaker has the claims that were named, under the name that was given."""
    claim = stocked.json("speakers", "show", "Ilse Varn")["claims"][0]
    done = stocked.run("speakers", "split", "Ilse Varn", "--claims", claim["id"], "--name", "Ida Varn")
    assert done.code == 0, done.err
    assert "Gave 1 claim of Ilse Varn to Ida Varn" in done.err
    assert [one["id"] for one in stocked.json("speakers", "show", "Ida Varn")["claims"]] == [claim["id"]]
    assert stocked.run("check").code == 0


CHANGES = [
    (("rename", "Ilse Varn", "Ilse Ottilie Varn"), "name", "Ilse Ottilie Varn"),
    (("set-kind", "Ilse Varn", "organisation"), "kind", "organisation"),
    (("set-wikidata", "Ilse Varn", "q42"), "wikidata", "Q42"),
]


@pytest.mark.parametrize(("command", "field", "value"), CHANGES)
def test_a_record_is_changed_and_shown(stocked: Desk, command: tuple[str, ...], field: str, value: str) -> None:
    """The record as it now is; the same again changes nothing."""
    assert stocked.json("speakers", *command)[field] == value
    again = stocked.run("speakers", *(command if field != "name" else ("rename", value, value)))
    assert (again.code, again.err.strip()) == (0, "It was so already.")


def test_an_alias_finds_the_speaker(stocked: Desk) -> None:
    """Another name is as good as the first, in every command."""
    assert stocked.run("speakers", "alias", "Ilse Varn", "the harbour master of Calmouth").code == 0
    assert _speaker(stocked, "the harbour master of Calmouth").name == "Ilse Varn"


WRONG = [
    (("show", "Nobody Atall"), 1, "No speaker is called"),
    (("merge", "Ilse Varn", "Ilse Varn"), 1, "itself"),
    (("set-wikidata", "Ilse Varn", "42"), 1, "no Wikidata item"),
    (("set-kind", "Ilse Varn", "robot"), 2, "robot"),
    (("split", "Ilse Varn"), 2, "--claims"),
    (("rename", "Ilse Varn", " "), 1, "at least one letter"),
]


@pytest.mark.parametrize(("command", "code", "words"), WRONG)
def test_what_cannot_be_done_is_said(stocked: Desk, command: tuple[str, ...], code: int, words: str) -> None:
    """What, where, and what to try; exit 1 for an error of ours, 2 for wrong usage."""
    done = stocked.run("speakers", *command)
    assert done.code == code
    assert words in done.err
    assert "Traceback" not in done.err

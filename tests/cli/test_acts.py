"""claims mark, tag, label, clear, evidence, decide, undo, policy, export, check."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import jsonschema_rs
import pytest

from claims.schemas import schema
from claims.store import open_store

if TYPE_CHECKING:
    from tests.cli.conftest import Desk


def verified(desk: Desk, words: str = "winter", verdict: str = "supported") -> str:
    """Take a claim all the way."""
    id: str = desk.claim(words)["id"]
    stance = "refutes" if verdict == "refuted" else "supports"
    for arguments in (
        ["tag", id],
        ["evidence", "add", id, "--url", "https://port.example/log", "--stance", stance],
        ["decide", id, "submit"],
        ["decide", id, "approve", "--verdict", verdict],
    ):
        done = desk.run(*arguments)
        assert done.code == 0, done.err
    return id


def test_mark_makes_a_claim_of_words_that_stand_in_the_article(stocked: Desk) -> None:
    """What the machine missed is tagged by being marked, with the speaker and kind that are named."""
    article = stocked.json("articles")[0]["id"]
    (claim,) = stocked.json(
        "mark", article[:8], "leads the dockers' union", "--speaker", "Ilse Varn", "--kind", "indirect"
    )
    assert (claim["status"], claim["kind"], claim["extractor"]) == ("tagged", "indirect", None)
    assert claim["speakers"][0]["speaker"]["name"] == "Ilse Varn"
    assert stocked.run("mark", article, "words that stand nowhere").code == 1
    assert stocked.run("mark", article, claim["text"]).code == 1


def test_tag_confirms_and_corrects(stocked: Desk) -> None:
    """Speaker, words, wording and note in one act; the words must stand in the article."""
    id = stocked.claim("winter")["id"]
    arguments = ("--speaker", "Tom Brask", "--wording", "They will not wait.", "--note", "heard by both")
    (claim,) = stocked.json("tag", id[:8], *arguments)
    assert claim["speakers"][0]["speaker"]["name"] == "Tom Brask"
    assert (claim["status"], claim["wording"]) == ("tagged", "They will not wait.")
    assert "heard by both" in stocked.run("show", id).out
    (claim,) = stocked.json("tag", id, "--text", "wait for another winter", "--kind", "mixed")
    assert (claim["text"], claim["kind"]) == ("wait for another winter", "mixed")
    done = stocked.run("tag", id, "--text", "words that stand nowhere")
    assert done.code == 1
    assert stocked.claim("winter")["text"] == "wait for another winter"


def test_figure_is_corrected_added_and_dropped(stocked: Desk) -> None:
    """FIELD=VALUE after the claims belongs to the one figure that is named."""
    claim = stocked.claim("50 million")
    money = next(figure for figure in claim["figures"] if figure["kind"] == "money")
    (claim,) = stocked.json("tag", claim["id"], "--figure", money["id"], "low=31000000", "high=51000000", "unit=EUR")
    changed = next(figure for figure in claim["figures"] if figure["id"] == money["id"])
    assert [changed[f] for f in ("low", "high", "unit", "by")] == ["31000000", "51000000", "EUR", "mara"]
    (claim,) = stocked.json("tag", claim["id"], "--drop-figure", money["id"])
    assert money["id"] not in [figure["id"] for figure in claim["figures"]]
    (claim,) = stocked.json(
        "tag", claim["id"], "--add-figure", "30 and 50 million dollars", "low=30000000", "kind=money"
    )
    assert "30 and 50 million dollars" in [figure["text"] for figure in claim["figures"]]
    assert stocked.run("check").code == 0


@pytest.mark.parametrize(
    "arguments",
    [
        ["--figure", "f1"],
        ["low=3"],
        ["--figure", "f1", "size=3"],
        ["--figure", "f1", "--add-figure", "x", "low=3"],
        ["--figure", "f1", "kind=nonsense"],
    ],
)
def test_figure_without_sense_is_wrong_usage(stocked: Desk, arguments: list[str]) -> None:
    """Values without a figure, a figure without values, unknown fields: exit 2, nothing done."""
    id = stocked.claim("winter")["id"]
    assert stocked.run("tag", id, *arguments).code == 2
    assert stocked.json("history", id) == []


def test_bad_value_of_a_figure_is_an_error_with_an_example(stocked: Desk) -> None:
    """A number with a comma is told apart from a number."""
    claim = stocked.claim("50 million")
    done = stocked.run("tag", claim["id"], "--figure", claim["figures"][0]["id"], "low=1,000")
    assert done.code == 1
    assert "low=30000000000" in done.err


def test_label_goes_on_and_comes_off(stocked: Desk) -> None:
    """Labels leave the status alone; several claims take one label."""
    ids = [claim["id"] for claim in stocked.json("list", "--limit", "2")]
    assert [claim["labels"] for claim in stocked.json("label", *ids, "port budget")] == [["port budget"]] * 2
    assert len(stocked.json("list", "--label", "port budget")) == 2
    (claim,) = stocked.json("label", ids[0], "port budget", "--remove")
    assert (claim["labels"], claim["status"]) == ([], "extracted")
    assert stocked.run("label", ids[0]).code == 2


def test_a_flag_is_shown_until_somebody_clears_it(stocked: Desk) -> None:
    """A revision that changes the words of a claim in work raises a flag."""
    id = stocked.claim('"14 cranes"')["id"]
    stocked.run("tag", id)
    text = (stocked.folder / "harbour.txt").read_text().replace("14 cranes", "19 cranes")
    stocked.write("harbour.txt", text)
    assert stocked.json("add", "harbour.txt")[0]["flagged"] == 1
    assert [claim["id"] for claim in stocked.json("list", "--flagged")] == [id]
    assert "revised" in stocked.run("show", id).out
    assert "1 cleared" in stocked.run("clear", id, "--reason", "a slip, mended since").err
    assert stocked.json("list", "--flagged") == []
    assert "no flag is open" in stocked.run("clear", id).err


def test_evidence_is_added_listed_and_retracted(stocked: Desk) -> None:
    """Each piece with where it is found; what was retracted stays in the file."""
    id = stocked.claim("winter")["id"]
    (piece,) = stocked.json(
        "evidence", "add", id, "--url", "https://port.example/log", "--stance", "supports", "--title", "Log",
        "--publisher", "Port", "--excerpt", "No more waiting", "--primary", "--accessed", "2026-03-06",
    )  # fmt: skip
    jsonschema_rs.validate(schema("evidence"), piece)
    assert (piece["origin"], piece["primary"], piece["added_by"]) == ("port.example", True, "mara")
    other = stocked.json(
        "evidence", "add", id, "--citation", "Minutes, p. 4", "--stance", "refutes", "--origin", "Council"
    )
    assert [p["id"] for p in stocked.json("evidence", "list", id)] == [piece["id"], other[0]["id"]]
    assert [p["id"] for p in stocked.json("evidence", "list", "--stance", "refutes")] == [other[0]["id"]]
    assert len(stocked.json("evidence", "list", "--limit", "1")) == 1
    assert "Minutes, p. 4" in stocked.run("evidence", "list").out
    assert stocked.run("evidence", "retract", piece["id"][:8], "--reason", "a draft").code == 0
    assert [p["id"] for p in stocked.json("evidence", "list", id)] == [other[0]["id"]]
    assert [p["retracted_by"] for p in stocked.json("evidence", "list", id, "--retracted")] == ["mara", None]


def test_evidence_without_a_place_or_stance_is_wrong_usage(stocked: Desk) -> None:
    """Evidence has to be found again, and to say what it does."""
    id = stocked.claim("winter")["id"]
    assert stocked.run("evidence", "add", id, "--stance", "supports").code == 2
    assert stocked.run("evidence", "add", id, "--url", "https://port.example/").code == 2
    done = stocked.run("evidence", "add", id, "--url", "ftp://port.example/", "--stance", "supports")
    assert done.code == 1
    assert "https://" in done.err


def test_decide_takes_the_action_first_or_last(stocked: Desk) -> None:
    """Both orders are natural, so both work."""
    id = stocked.claim("winter")["id"]
    stocked.run("tag", id)
    assert stocked.json("decide", id, "submit")[0]["status"] == "in_review"
    assert stocked.json("decide", "RETURN", id, "--reason", "the words are too few")[0]["status"] == "tagged"


def test_decide_records_verdict_checks_and_rationale(stocked: Desk) -> None:
    """A reviewer's answers stand in the record."""
    id = stocked.claim("winter")["id"]
    stocked.run("tag", id)
    stocked.run("decide", id, "submit")
    answers = ("--check", "attribution=ok", "--check", "substance=unclear", "--rationale", "A hope, no fact")
    (claim,) = stocked.json("decide", id, "approve", "--verdict", "not_checkable", *answers)
    assert (claim["status"], claim["verdict"], claim["rationale"]) == ("verified", "not_checkable", "A hope, no fact")
    assert claim["checks"] == {"attribution": "ok", "figures": "not_checked", "substance": "unclear"}
    assert "verified: not checkable" in " ".join(stocked.run("show", id).out.split())


@pytest.mark.parametrize("arguments", [["approve"], ["c1"], ["c1", "bless"], ["c1", "submit", "--check", "size=ok"]])
def test_decide_without_claim_action_or_check_is_wrong_usage(stocked: Desk, arguments: list[str]) -> None:
    """What cannot be understood is told apart from what is not allowed."""
    assert stocked.run("decide", *arguments).code == 2


def test_a_batch_goes_on_after_a_refusal_and_lists_it(stocked: Desk) -> None:
    """The good claims are done, the refused one is named with the reason, the exit status is 1."""
    first, second = (claim["id"] for claim in stocked.json("list", "--limit", "2"))
    stocked.run("tag", first)
    done = stocked.run("decide", first, second, "submit", "--json")
    assert done.code == 1
    assert [claim["id"] for claim in done.json] == [first]
    assert second in done.err
    assert "1 claim left as before" in done.err
    assert stocked.json("show", second)["status"] == "extracted"


def test_verified_asks_for_evidence_of_its_verdict(stocked: Desk) -> None:
    """The policy is worded with what to type."""
    id = stocked.claim("winter")["id"]
    stocked.run("tag", id)
    stocked.run("decide", id, "submit")
    done = stocked.run("decide", id, "approve", "--verdict", "refuted")
    assert done.code == 1
    assert f"claims evidence add {id}" in done.err
    assert "--stance refutes" in done.err


def test_stale_version_is_refused_with_both_versions(stocked: Desk) -> None:
    """Who says what they looked at is told when somebody else was faster."""
    id = stocked.claim("winter")["id"]
    stocked.run("tag", id, "--as", "ada")
    done = stocked.run("tag", id, "--kind", "mixed", "--if-version", "0")
    assert done.code == 1
    assert "version 1" in done.err
    assert "version 0" in done.err
    assert "ada" in done.err
    assert stocked.run("tag", id, "--kind", "mixed", "--if-version", "1").code == 0
    ids = [claim["id"] for claim in stocked.json("list", "--limit", "2")]
    assert stocked.run("tag", *ids, "--if-version", "1").code == 2


def test_of_two_processes_that_act_on_one_claim_one_is_told(stocked: Desk) -> None:
    """Both looked at version 0; whoever comes second sees both versions and what the other did."""
    id = stocked.claim("winter")["id"]
    command = [sys.executable, "-c", "from claims.cli import main; main()", "tag", id, "--if-version", "0"]
    both = [
        subprocess.Popen([*command, "--as", who], cwd=stocked.folder, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL)
        for who in ("ada", "bo")
    ]
    talk = [process.communicate(timeout=60)[1].decode() for process in both]
    assert sorted(process.returncode for process in both) == [0, 1]
    (refusal,) = (said for said in talk if said.startswith("Error"))
    assert "version 0" in refusal
    assert "version 1" in refusal
    (event,) = stocked.json("history", id)
    assert event["actor"] in refusal


def test_undo_takes_back_the_last_act(stocked: Desk) -> None:
    """One's own without a word, of a named claim, and another person's with a reason only."""
    first, second = (claim["id"] for claim in stocked.json("list", "--limit", "2"))
    stocked.run("tag", first, second)
    done = stocked.run("undo")
    assert done.code == 0
    assert "tag upon 2 claims" in done.err
    assert {claim["status"] for claim in stocked.json("list")} == {"extracted"}
    stocked.run("tag", first, "--as", "ada")
    assert stocked.run("undo", first).code == 1
    assert stocked.json("undo", first, "--reason", "by mistake")[0]["status"] == "extracted"
    assert stocked.run("undo", second).code == 1


def test_policy_is_said_and_changed(stocked: Desk) -> None:
    """The name is data; a change is an act that can be undone."""
    assert stocked.run("policy").out == "solo\n"
    assert stocked.run("policy", "newsroom").out == "newsroom\n"
    assert "already" in stocked.run("policy", "newsroom").err
    assert stocked.run("policy", "none").code == 2
    assert stocked.run("undo").code == 0
    assert stocked.run("policy").out == "solo\n"


def test_newsroom_asks_for_a_second_person(stocked: Desk) -> None:
    """Nobody reviews their own tagging."""
    stocked.run("policy", "newsroom")
    id = stocked.claim("winter")["id"]
    stocked.run("tag", id, "--as", "ada")
    stocked.run("decide", id, "submit", "--as", "ada")
    arguments = ["decide", id, "approve", "--verdict", "not_checkable", "--rationale", "A hope"]
    arguments += [word for check in ("attribution", "figures", "substance") for word in ("--check", f"{check}=ok")]
    assert "another reviewer" in stocked.run(*arguments, "--as", "ada").err
    assert stocked.run(*arguments, "--as", "bo").code == 0


def test_export_validates_and_is_the_same_bytes_each_time(stocked: Desk) -> None:
    """Verified claims with all that they rest on; stderr sums up."""
    id = verified(stocked)
    done = stocked.run("export")
    document = json.loads(done.out)
    jsonschema_rs.validate(schema("export"), document)
    assert [claim["id"] for claim in document["claims"]] == [id]
    assert [event["action"] for event in document["claims"][0]["history"]][-1] == "approve"
    assert done.err == "1 verified: 1 supported\n"
    assert stocked.run("export", "-o", "out.json").out == ""
    assert (stocked.folder / "out.json").read_text() == done.out == stocked.run("export").out


def test_export_filters_by_verdict_and_status(stocked: Desk) -> None:
    """Any filter of the listing narrows the export."""
    verified(stocked)
    other = verified(stocked, '"14 cranes"', "refuted")

    def exported(*options: str) -> list[dict[str, Any]]:
        claims: list[dict[str, Any]] = json.loads(stocked.run("export", *options).out)["claims"]
        return claims

    assert [claim["id"] for claim in exported("--verdict", "refuted")] == [other]
    assert len(exported("--status", "extracted")) == len(stocked.json("list")) - 2
    assert exported("--status", "disputed") == []
    assert "claims stats" in stocked.run("export", "--status", "disputed").err


def test_export_never_leaves_half_a_file(stocked: Desk) -> None:
    """What cannot be written leaves what was there, and says where the trouble is."""
    verified(stocked)
    stocked.write("folder/keep.txt", "kept")
    for target in ("folder", "none/out.json"):
        done = stocked.run("export", "-o", target)
        assert done.code == 1
        assert "cannot be written" in done.err
    assert sorted(path.name for path in (stocked.folder / "folder").iterdir()) == ["keep.txt"]


def test_export_leaves_out_what_the_article_no_longer_says(stocked: Desk) -> None:
    """A verified claim whose words changed waits until somebody has looked, and the person is told."""
    verified(stocked, '"14 cranes"')
    text = (stocked.folder / "harbour.txt").read_text().replace("14 cranes", "19 cranes")
    stocked.run("add", stocked.write("harbour.txt", text))
    done = stocked.run("export")
    assert json.loads(done.out)["claims"] == []
    assert "1 left out" in done.err
    assert len(json.loads(stocked.run("export", "--any-anchor").out)["claims"]) == 1


def test_schema_prints_one_or_all(desk: Desk) -> None:
    """The schemas are those of the catalogue; an unknown name is an error that lists the names."""
    assert json.loads(desk.run("schema", "export").out) == schema("export")
    assert json.loads(desk.run("schema").out)["figure"] == schema("figure")
    done = desk.run("schema", "exports")
    assert done.code == 1
    assert "export" in done.err


def test_check_is_silent_on_a_sound_file_and_exits_1_on_another(stocked: Desk) -> None:
    """Rows that no event accounts for are found, whoever wrote them."""
    verified(stocked)
    done = stocked.run("check", "--json")
    assert (done.code, done.json) == (0, [])
    assert "All is well" in done.err
    with open_store(stocked.folder / "claims.db") as store:
        store.conn.execute("DROP TRIGGER claims_by_event")
        store.conn.execute("UPDATE claims SET status = 'withdrawn' WHERE status = 'verified'")
    done = stocked.run("check", "--json")
    assert done.code == 1
    assert any("status" in problem["what"] for problem in done.json)
    assert "withdrawn" in stocked.run("check").out

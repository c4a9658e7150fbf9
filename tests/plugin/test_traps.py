"""What Datasette does that one would not expect; each trap was met before, and stays shut."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from claims.models import ClaimRecord
from claims.store import claims
from claims.store.integrity import own_names
from datasette_claims import compat
from tests.plugin.conftest import NEXT, PLUGINS

if TYPE_CHECKING:
    from pathlib import Path

    from tests.conftest import Bench
    from tests.plugin.conftest import MakeSite, Site, Visitor


def plugins(*arguments: str, folder: Path, **env: str) -> list[dict[str, Any]]:
    """What a fresh Datasette says of its plugins."""
    command = [sys.executable, "-P", "-m", "datasette", "plugins", *arguments]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True, env=os.environ | env)
    found: list[dict[str, Any]] = __import__("json").loads(done.stdout)
    return [plugin for plugin in found if "claim" in plugin["name"]]


def test_plugin_is_registered_once_by_either_way_and_by_both(tmp_path: Path) -> None:
    """Installed, from the folder of a checkout, or installed and from the folder."""
    ways = {
        "both": plugins("--plugins-dir", str(PLUGINS), folder=tmp_path),
        "folder": plugins("--plugins-dir", str(PLUGINS), folder=tmp_path, DATASETTE_LOAD_PLUGINS=""),
        "installed": plugins(folder=tmp_path),
    }
    for way, found in ways.items():
        loaded = [plugin for plugin in found if "register_routes" in (plugin.get("hooks") or [])]
        assert len(loaded) == 1, (way, found)
        assert loaded[0]["templates"] is True, way


def test_a_page_that_is_not_there_costs_no_rich_traceback(
    mara: Visitor, capfd: pytest.CaptureFixture[str], site: Site
) -> None:
    """Typer brings rich, and Datasette would print every local variable, cookies included, for each 404."""
    from datasette import handle_exception

    assert handle_exception.rich is None
    for address in ("/nowhere", "/claims/nowhere", "/-/nowhere", "/claims/claims/999999"):
        response = mara.get(address)
        assert response.status_code == 404
        assert "Traceback" not in response.text
    log = capfd.readouterr()
    assert mara.cookies["ds_actor"] not in log.out + log.err
    assert "locals" not in log.out


def test_an_exception_in_the_middle_of_an_act_leaves_nothing(
    bench: Bench, mara: Visitor, site: Site, claim: ClaimRecord, monkeypatch: pytest.MonkeyPatch
) -> None:
    """0.65 opens no transaction: what stood half done would be committed by the next write of anybody."""
    from claims.desk import tagging

    before = bench.dump()

    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("in the middle")

    # The note of a correction is written after the correction itself.
    monkeypatch.setattr(tagging, "note", broken)
    response = mara.send(f"/-/claims/claim/{claim.id}/tag", {"version": 0, "wording": "half", "note": "x"})
    assert response.status_code == 500
    other = bench.claim("bad day for the islands")
    assert bench.dump() == before
    monkeypatch.undo()
    assert mara.send(f"/-/claims/claim/{other.id}/tag", {"version": 0}).status_code == 200
    assert claims.record(bench.store, claim.id) == claim


def test_what_another_plugin_left_half_done_does_not_become_ours(
    bench: Bench, mara: Visitor, site: Site, claim: ClaimRecord
) -> None:
    """An act on the shared connection begins with a transaction of its own, and is kept."""
    database = site.datasette.get_database("claims")

    def half(conn: Any) -> None:
        conn.execute("CREATE TABLE theirs (x)")
        conn.execute("INSERT INTO theirs VALUES (1)")
        raise RuntimeError("theirs")

    with pytest.raises(RuntimeError, match="theirs"):
        site.run(database.execute_write_fn(half))
    assert mara.send(f"/-/claims/claim/{claim.id}/note", {"version": 0, "note": "x"}).status_code == 200
    assert claims.record(bench.store, claim.id).version == 1
    assert bench.store.value("SELECT count(*) FROM sqlite_master WHERE name = 'theirs' AND 0") == 0
    rows = bench.store.rows("SELECT 1 FROM sqlite_master WHERE name = 'theirs'")
    assert not rows or bench.store.value("SELECT count(*) FROM theirs") == 0


def test_connections_are_as_our_own(bench: Bench, site: Site, make_site: MakeSite, tmp_path: Path) -> None:
    """Foreign keys are off on a fresh connection, and recursive triggers too; other people's files are left alone."""
    database = site.datasette.get_database("claims")
    for run in (database.execute_fn, database.execute_write_fn):
        for pragma, value in (("foreign_keys", 1), ("recursive_triggers", 1), ("busy_timeout", 5000)):
            assert site.run(run(lambda conn, p=pragma: conn.execute(f"PRAGMA {p}").fetchone()[0])) == value
    theirs = tmp_path / "theirs.db"
    theirs.touch()
    other = make_site(theirs).datasette.get_database("theirs")
    assert site.run(other.execute_fn(lambda conn: conn.execute("PRAGMA foreign_keys").fetchone()[0])) == 0


CORE_WRITES = (
    ("/claims/{table}/-/insert", {"row": {"x": 1}}),
    ("/claims/{table}/-/upsert", {"rows": [{"pk": 1}]}),
    ("/claims/{table}/-/alter", {"operations": [{"op": "drop_column", "args": {"name": "pk"}}]}),
    ("/claims/{table}/-/drop", {"confirm": True}),
    ("/claims/{table}/1/-/update", {"update": {"pk": 2}}),
    ("/claims/{table}/1/-/delete", {}),
    ("/claims/-/execute-write", {"sql": "DELETE FROM {table}"}),
    ("/claims/-/create", {"table": "{table}", "row": {"x": 1}}),
)


@pytest.mark.parametrize("actor", [None, "mara", "root"])
def test_datasettes_own_ways_of_writing_are_closed_on_our_tables(actor: str | None, bench: Bench, site: Site) -> None:
    """They know nothing of events; not even root writes past the desk."""
    if NEXT:
        site.datasette.root_enabled = True
    before = bench.dump()
    for table in (*sorted(own_names() - {"sqlite_sequence"}), "CLAIMS"):
        # Each way on the table that matters most, and one way on each table.
        for path, fields in CORE_WRITES if table.lower() == "claims" else CORE_WRITES[:1]:
            sent = {
                name: value.format(table=table) if isinstance(value, str) else value for name, value in fields.items()
            }
            response = site.as_(actor).send(path.format(table=table), sent)
            assert response.status_code >= 400, (path, table, response.status_code, response.text)
    assert bench.dump() == before


@pytest.mark.skipif(not NEXT, reason="0.65 has no writing of its own")
def test_other_tables_in_the_same_file_stay_their_owners_affair(bench: Bench, make_site: MakeSite) -> None:
    """We close what is ours, and no more."""
    bench.store.conn.execute("CREATE TABLE cakes (name TEXT)")
    site = make_site(bench.path)
    site.datasette.root_enabled = True
    assert site.as_("root").send("/claims/cakes/-/insert", {"row": {"name": "plum"}}).status_code == 201


def test_nobody_is_told_no_where_another_rule_may_say_yes(site: Site) -> None:
    """On 1.0 an explicit no beats even root; so we say yes or nothing."""
    from datasette_claims import permissions

    for actor in (None, {}, {"id": ""}, {"id": None}, {"token": "x"}):
        assert permissions.rule(site.datasette, actor, permissions.REVIEW) is None
        assert site.run(compat.allowed(site.datasette, actor, permissions.REVIEW, "claims")) is False
    assert site.run(compat.allowed(site.datasette, {"id": "mara"}, permissions.REVIEW, "claims")) is True


def test_a_form_without_cookies_cannot_act(bench: Bench, site: Site, claim: ClaimRecord) -> None:
    """0.65 lets a form without a cookie through; the permission is what stops it."""
    before = bench.dump()
    response = site.as_(None).post(f"/-/claims/claim/{claim.id}/note", {"version": 0, "note": "x"}, token=None)
    assert response.status_code == 403
    assert bench.dump() == before


@pytest.mark.skipif(NEXT, reason="1.0 has no token")
def test_a_lost_token_loses_nothing_that_was_typed(mara: Visitor, claim: ClaimRecord) -> None:
    """Datasette's own refusal is one line of plain text; ours is the page with the form."""
    response = mara.post(f"/-/claims/claim/{claim.id}/note", {"version": 0, "note": "an hour of work"}, token="old")
    assert response.status_code == 403
    assert "an hour of work" in response.text


@pytest.mark.skipif(NEXT, reason="1.0 has no token")
def test_csrf_is_left_to_datasette_everywhere_else(mara: Visitor) -> None:
    """We look at the token ourselves on our own addresses, however they are spelled, and nowhere else."""
    for path in ("/-/logout", "/-/messages", "/%2D/claims/../logout"):
        assert mara.post(path, {"message": "x"}, token=None).status_code == 403

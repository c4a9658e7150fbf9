"""The main job in one command: take the sample articles in, and show who says what in them."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claims.cli.app import app
from claims.cli.group import ClaimsCommand, examples
from claims.cli.options import Actor, AsJson, Yes
from claims.cli.session import opened, show
from claims.cli.terminal import is_interactive, say
from claims.errors import Refused
from claims.vocabulary import Kind, Status

if TYPE_CHECKING:
    from claims.compare.encoder import Encoder
    from claims.models import ClaimRecord, Event
    from claims.store import Store

DATABASE = Path("claims-demo.db")
SAMPLES = "annotations/sample"
MOST_GROUPS = 8
CHANNEL = "demo"
"""How the demo signs its acts: a file whose first act is signed so is a demo, and all that is not is people's work."""


@app.command("demo", cls=ClaimsCommand, epilog=examples("claims demo", "claims demo --reset"))
def demo(
    *,
    reset: Annotated[
        bool, typer.Option("--reset", help="Start anew; asks where people have worked in the file.")
    ] = False,
    yes: Yes = False,
    as_json: AsJson = False,
    actor: Actor,
) -> None:
    """Take the sample articles in, show their claims, and what several of them say.

    Works in claims-demo.db in the current folder, whatever --db says, and touches no file that is not its own.
    """
    from claims import desk, intake
    from claims.compare.encoder import default_encoder
    from claims.resources import resource
    from claims.store import groups, search
    from claims.wording.words import counted

    if reset:
        _start_anew(yes)
    articles = [intake.read_path(path) for path in intake.walk([resource(SAMPLES)])]
    with opened(DATABASE, create=True) as store:
        _signed(store)
        by = desk.act(actor, channel=CHANNEL)
        added = [desk.add(store, by, article) for article in articles]
        _compare(store, default_encoder())
        records, found = search.find(store), groups.find(store, limit=MOST_GROUPS)
    show(records, as_json=as_json)
    if not as_json and found:
        from claims.cli import gathered

        say("\nThe same claim in other articles, disagreements first:\n")
        gathered.groups(found)
    new = sum(one.claims for one in added)
    if any(one.outcome != "unchanged" for one in added):
        done = f"Added {counted(len(added), 'article')} and {counted(new, 'claim')} to {DATABASE}."
    else:
        done = f"{DATABASE} holds the {counted(len(added), 'article')} already; nothing was added."
    say(f"\n{done}\n\n{_what_next(records)}")


def _compare(store: Store, encoder: Encoder | None) -> None:
    """Compare what is new; a demo that was compared by meaning elsewhere is made anew by what is here."""
    from claims import desk
    from claims.store import comparing

    by_meaning = (comparing.recipe(store) or "").rpartition("/")[2] not in {"", desk.WORDS}
    desk.compare(store, encoder, again=by_meaning and encoder is None)


def _signed(store: Store) -> list[Event]:
    """What people did in the demo's file beyond the demo. Raises Refused where the file is not the demo's own."""
    from claims.store import events

    log = events.every(store)
    if log and log[0].channel != CHANNEL:
        raise Refused(
            f"{DATABASE} is not the demo's own file; nothing in it was changed.",
            hint="Rename that file, or run the demo in another folder.",
        )
    return [event for event in log if event.channel != CHANNEL]


def _start_anew(yes: bool) -> None:
    from claims.wording.words import counted

    if not DATABASE.exists():
        return
    with opened(DATABASE) as store:
        work = _signed(store)
        # Whoever is writing at this moment is waited for, or named.
        with store.act():
            pass
    if work and not yes:
        people = ", ".join(sorted({event.actor for event in work}))
        lost = f"{DATABASE} holds {counted(len(work), 'act')} of {people}, which would be lost"
        if not is_interactive():
            raise Refused(f"{lost}.", hint="To start anew all the same: claims demo --reset --yes")
        if not typer.confirm(f"{lost}. Start anew?", err=True):
            raise Refused(f"{DATABASE} was left as it is.")
    file = DATABASE.resolve()
    for path in (file, *(file.with_name(file.name + suffix) for suffix in ("-wal", "-shm"))):
        path.unlink(missing_ok=True)


def _what_next(records: list[ClaimRecord]) -> str:
    """Commands to type next, with the id of a claim that is worth a look."""
    quoted = [record for record in records if record.figures and record.kind == Kind.QUOTE]
    telling = [record for record in quoted if record.status == Status.EXTRACTED] or quoted or records
    id = telling[0].id[:8]
    steps = (
        (f"show {id}", "see a claim in its context"),
        (f"tag {id}", "confirm it, or correct it: --speaker, --text, --figure ..."),
        (f"evidence add {id} --citation 'Log of the rescue service' --stance supports", "say what bears it out"),
        (f"decide {id} submit", "hand it over for review"),
        (f"decide {id} approve --verdict supported", "and judge it"),
        ("groups --disputed", "where articles contradict each other"),
        ("export", "verified claims as JSON"),
        ("list --with-figures --search dam", "look for others"),
    )
    command = _command()
    typed = [(f"{command} {step} --db {DATABASE}", why) for step, why in steps]
    return "What to do next:\n" + "\n".join(f"  # {why}\n  {line}" for line, why in typed)


def _command() -> str:
    """How this program was called, as a person would have to type it here."""
    if "UV_RUN_RECURSION_DEPTH" in os.environ:
        return "uv run claims"
    called, found = Path(sys.argv[0]), shutil.which("claims")
    if called.name != "claims" or (found and Path(found).resolve() == called.resolve()):
        return "claims"
    return str(called)

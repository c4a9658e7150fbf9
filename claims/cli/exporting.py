"""What leaves the desk: exports and the schemas that they keep to."""

from __future__ import annotations

import os
import tempfile
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from claims.cli import finding
from claims.cli.app import app
from claims.cli.finding import Attitudes, Flagged, Kinds, Labels, Publisher, Search, Verdicts, WithFigures
from claims.cli.group import ClaimsCommand, examples
from claims.cli.options import DATABASE, Db
from claims.cli.session import opened
from claims.cli.terminal import out, out_bytes, say
from claims.errors import InputError
from claims.vocabulary import Status

STDOUT = Path("-")


class Format(StrEnum):
    """What can be written."""

    JSON = "json"


@app.command(
    "export",
    cls=ClaimsCommand,
    epilog=examples(
        "claims export -o verified.json",
        "claims export --verdict refuted --publisher 'Meridian Wire' -o refuted.json",
        "claims export --status verified --status disputed | jq '.claims[].text'",
    ),
)
def export(
    *,
    status: Annotated[
        list[Status] | None,
        typer.Option(
            "--status",
            metavar="STATUS",
            help=f"Of this status: {', '.join(Status)}.",
            show_default=Status.VERIFIED.value,
        ),
    ] = None,
    verdict: Verdicts = None,
    speaker: finding.Speakers = None,
    article: finding.Articles = None,
    publisher: Publisher = None,
    label: Labels = None,
    kind: Kinds = None,
    attitude: Attitudes = None,
    search: Search = None,
    with_figures: WithFigures = False,
    flagged: Flagged = False,
    any_anchor: Annotated[
        bool,
        typer.Option("--any-anchor", help="Claims, too, whose words changed in the newest revision."),
    ] = False,
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="FILE", help="Where to write; - is standard output.")
    ] = STDOUT,
    format: Annotated[Format, typer.Option("--format", help="In which format.")] = Format.JSON,
    db: Db = DATABASE,
) -> None:
    """Export verified claims with all that they rest on.

    The document is validated against its schema before it is written, and is the same bytes each time.
    """
    from claims import desk
    from claims.export import to_json

    with opened(db) as store:
        wanted = finding.chosen(
            store,
            status=status,
            verdict=verdict,
            kind=kind,
            attitude=attitude,
            label=label,
            speaker=speaker,
            article=article,
            publisher=publisher,
            search=search,
            with_figures=with_figures,
            flagged=flagged,
            sound_anchor=not any_anchor,
        )
        exported = desk.export(store, wanted)
        missing = 0 if any_anchor else desk.left_out(store, wanted)
    data = {Format.JSON: to_json}[format](exported)
    if output == STDOUT:
        out_bytes(data)
    else:
        write_whole(output, data)
    where = "" if output == STDOUT else f" → {output}"
    say(f"{desk.summary(exported)}{where}")
    if missing:
        say(f"{missing} left out: the article changed below them. See them: claims list --flagged; or add --any-anchor")
    if not exported.claims and not missing:
        say("Nothing fits. How far the work is: claims stats")


@app.command("schema", cls=ClaimsCommand, epilog=examples("claims schema", "claims schema export > export.schema.json"))
def schema(
    name: Annotated[
        str | None, typer.Argument(metavar="[NAME]", help="One format; without it all, by name.", show_default=False)
    ] = None,
) -> None:
    """Print the JSON Schemas of the public formats."""
    import json

    from claims import schemas

    if name:
        out(schemas.schema_text(name).rstrip("\n"))
        return
    out(json.dumps({name: schemas.schema(name) for name in schemas.FORMATS}, indent=2, ensure_ascii=False))
    say(f"One of them: claims schema NAME, with {', '.join(schemas.FORMATS)}.")


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that it is never seen half-written, and keep what was there if that fails."""
    path = path.resolve()
    try:
        if path.exists() and not path.is_file():
            # A pipe or a device takes the bytes as they come; a folder refuses them.
            path.write_bytes(data)
            return
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        try:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            os.chmod(temporary, path.stat().st_mode & 0o777 if path.exists() else 0o666 & ~_umask())
            os.replace(temporary, path)
        except BaseException:
            Path(temporary).unlink(missing_ok=True)
            raise
    except OSError as error:
        raise InputError(
            f"{path} cannot be written: {error.strerror or error}.", hint="Name another file with -o."
        ) from error


def _umask() -> int:
    # There is no way to read it but to set it.
    mask = os.umask(0)
    os.umask(mask)
    return mask

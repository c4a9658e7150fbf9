"""The annotator's acts: mark, tag, label, clear."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from claims.cli import finding
from claims.cli.app import app
from claims.cli.group import ClaimsCommand, examples
from claims.cli.options import DATABASE, Actor, AsJson, Db, IfVersion
from claims.cli.session import opened, report, seen, show
from claims.cli.terminal import say
from claims.vocabulary import Kind, SpeakerKind

if TYPE_CHECKING:
    from claims.desk import FigureCorrection

Claims = Annotated[
    list[str],
    typer.Argument(metavar="CLAIM...", help="Ids of claims, or starts of them that fit no other.", show_default=False),
]
Speaker = Annotated[
    str | None, typer.Option("--speaker", metavar="NAME", help="Who says it: a name, or the id of a speaker.")
]
ThatKind = Annotated[Kind | None, typer.Option("--kind", metavar="KIND", help=f"{', '.join(Kind)}.")]
ThatSpeakerKind = Annotated[
    SpeakerKind | None,
    typer.Option("--speaker-kind", metavar="KIND", help=f"What a new speaker is: {', '.join(SpeakerKind)}."),
]
FIELDS = ("low", "high", "unit", "kind", "modifier", "counted", "change")


@app.command(
    "mark",
    cls=ClaimsCommand,
    epilog=examples(
        'claims mark a3f09b "sirens had sounded 40 minutes before" --speaker "Maren Tolvik"',
        "claims mark a3f09b '\"We will … not pay\"' --kind quote",
    ),
)
def mark(
    article: Annotated[
        str, typer.Argument(metavar="ARTICLE", help="An article's id, a start of one, or its URL.", show_default=False)
    ],
    words: Annotated[
        str,
        typer.Argument(
            metavar="WORDS",
            help='The words as they stand in it; " … " between pieces of a broken one.',
            show_default=False,
        ),
    ],
    *,
    speaker: Speaker = None,
    speaker_kind: ThatSpeakerKind = None,
    kind: ThatKind = None,
    as_json: AsJson = False,
    db: Db = DATABASE,
    actor: Actor,
) -> None:
    """Mark a claim that the machine missed."""
    from claims import desk

    with opened(db) as store:
        id = finding.article_id(store, article)
        record = desk.mark(store, desk.act(actor), id, words, speaker=speaker, speaker_kind=speaker_kind, kind=kind)
    show([record], as_json=as_json)
    say(f"Marked claim {record.id}.")


@app.command(
    "tag",
    cls=ClaimsCommand,
    epilog=examples(
        "claims tag c1a2 c3b4                               confirm them as they are",
        'claims tag c1a2 --speaker "Idris Vane" --note "named two sentences before"',
        'claims tag c1a2 --text "14 helicopters were in use" --kind indirect',
        "claims tag c1a2 --figure f09e low=30000000000 high=50000000000 unit=USD modifier=between",
        'claims tag c1a2 --add-figure "a dozen boats" low=12 modifier=about counted=boats',
        "claims tag c1a2 --drop-figure f09e --wording 'Fourteen helicopters were flying'",
    ),
)
def tag(
    arguments: Annotated[
        list[str],
        typer.Argument(
            metavar="CLAIM... [FIELD=VALUE...]",
            help=f"Ids of claims; with --figure or --add-figure its new values: {', '.join(FIELDS)}.",
            show_default=False,
        ),
    ],
    *,
    speaker: Speaker = None,
    speaker_kind: ThatSpeakerKind = None,
    text: Annotated[
        str | None,
        typer.Option("--text", metavar="WORDS", help="The claim's words; they must stand in the article."),
    ] = None,
    kind: ThatKind = None,
    wording: Annotated[
        str | None,
        typer.Option("--wording", metavar="WORDS", help="Your own formulation of the claim; an empty one clears it."),
    ] = None,
    figure: Annotated[
        str | None, typer.Option("--figure", metavar="ID", help="Correct this figure by the values that follow.")
    ] = None,
    add_figure: Annotated[
        str | None,
        typer.Option("--add-figure", metavar="WORDS", help="Add a figure that was missed: its words in the claim."),
    ] = None,
    drop_figure: Annotated[
        list[str] | None, typer.Option("--drop-figure", metavar="ID", help="Drop what is no figure of the claim.")
    ] = None,
    note: Annotated[str | None, typer.Option("--note", metavar="WORDS", help="Keep a note in the history.")] = None,
    if_version: IfVersion = None,
    as_json: AsJson = False,
    db: Db = DATABASE,
    actor: Actor,
) -> None:
    """Correct claims, and confirm them by that.

    Whatever is not named stays as it is. Words and figures are corrected one claim at a time.
    """
    from claims import desk

    starts, values = _divided(arguments, figure, add_figure)
    correction = desk.Correction(
        speaker=speaker,
        speaker_kind=speaker_kind,
        text=text,
        kind=kind,
        wording=wording,
        figures=(_figure(figure, values),) if figure else (),
        add_figures=(_figure(add_figure, values),) if add_figure else (),
        drop_figures=tuple(drop_figure or ()),
        note=note,
    )
    with opened(db) as store:
        outcome = desk.tag(store, desk.act(actor), seen(store, starts, if_version), correction)
    report(outcome, "Tagged", as_json=as_json)


@app.command(
    "label",
    cls=ClaimsCommand,
    epilog=examples("claims label c1a2 c3b4 budget", "claims label c1a2 budget --remove"),
)
def label(
    arguments: Annotated[
        list[str], typer.Argument(metavar="CLAIM... LABEL", help="Ids of claims, then the label.", show_default=False)
    ],
    *,
    remove: Annotated[bool, typer.Option("--remove", help="Take the label off.")] = False,
    if_version: IfVersion = None,
    as_json: AsJson = False,
    db: Db = DATABASE,
    actor: Actor,
) -> None:
    """Give claims a label, or take it off; their status stays."""
    from claims import desk

    if len(arguments) < 2:
        raise typer.BadParameter("name at least one claim, then the label.", param_hint="'CLAIM... LABEL'")
    *starts, word = arguments
    with opened(db) as store:
        outcome = desk.label(store, desk.act(actor), seen(store, starts, if_version), [word], remove=remove)
    report(outcome, "Took the label off" if remove else "Labelled", as_json=as_json)


@app.command("clear", cls=ClaimsCommand, epilog=examples('claims clear c1a2 --reason "only the headline changed"'))
def clear(
    claims: Claims,
    *,
    reason: Annotated[str | None, typer.Option("--reason", metavar="WORDS", help="What you found.")] = None,
    as_json: AsJson = False,
    db: Db = DATABASE,
    actor: Actor,
) -> None:
    """Clear the flags of claims: somebody has looked."""
    from claims import desk
    from claims.store import claims as stored

    with opened(db) as store:
        by, records = desk.act(actor), []
        for one in seen(store, claims):
            flags = stored.record(store, one.id).flags
            records.append(stored.record(store, one.id))
            for flag in flags:
                records[-1] = desk.clear_flag(store, by, flag.id, reason=reason)
            say(f"Claim {one.id}: {f'{len(flags)} cleared' if flags else 'no flag is open'}.")
    show(records, as_json=as_json)


def _divided(arguments: Sequence[str], figure: str | None, add_figure: str | None) -> tuple[list[str], dict[str, str]]:
    """Ids of claims, and the values of a figure."""
    starts = [argument for argument in arguments if "=" not in argument]
    values = dict(argument.split("=", 1) for argument in arguments if "=" in argument)
    if figure is not None and add_figure is not None:
        raise typer.BadParameter("one figure at a time.", param_hint="'--figure' and '--add-figure'")
    if not starts:
        raise typer.BadParameter("name at least one claim.", param_hint="'CLAIM...'")
    if unknown := values.keys() - set(FIELDS):
        raise typer.BadParameter(
            f"{', '.join(sorted(unknown))}: a figure has {', '.join(FIELDS)}.", param_hint="'FIELD=VALUE'"
        )
    if values and figure is None and add_figure is None:
        raise typer.BadParameter("say which figure they belong to with --figure ID.", param_hint="'FIELD=VALUE'")
    if figure is not None and not values:
        raise typer.BadParameter(
            f"say what it is: {', '.join(f'{field}=...' for field in FIELDS)}.", param_hint="'--figure'"
        )
    return starts, values


def _figure(id: str, values: dict[str, Any]) -> FigureCorrection:
    from pydantic import ValidationError

    from claims.desk import FigureCorrection

    try:
        return FigureCorrection(id=id, **values)
    except ValidationError as error:
        wrong = "; ".join(f"{e['loc'][0]}={e['input']}: {e['msg']}" for e in error.errors())
        raise typer.BadParameter(wrong, param_hint="'FIELD=VALUE'") from error

"""The reviewer's acts: decide, undo, policy."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from claims.cli.app import app
from claims.cli.group import ClaimsCommand, examples
from claims.cli.options import DATABASE, Actor, AsJson, Db, IfVersion
from claims.cli.session import opened, report, seen, show
from claims.cli.terminal import out, out_array, say
from claims.vocabulary import DECISIONS, Action, Check, CheckResult, DismissReason, Policy, Verdict

if TYPE_CHECKING:
    from claims.store import Store

DONE = {
    Action.SUBMIT: "Submitted",
    Action.APPROVE: "Approved",
    Action.RETURN: "Returned",
    Action.DISPUTE: "Disputed",
    Action.RESOLVE: "Resolved",
    Action.DISMISS: "Dismissed",
    Action.RESTORE: "Restored",
    Action.REOPEN: "Reopened",
    Action.WITHDRAW: "Withdrew",
}
Reason = Annotated[str | None, typer.Option("--reason", metavar="WORDS", help="Why you undo what somebody else did.")]


@app.command(
    "decide",
    cls=ClaimsCommand,
    epilog=examples(
        "claims decide c1a2 c3b4 submit",
        "claims decide c1a2 approve --verdict supported --check attribution=ok --check figures=ok",
        'claims decide c1a2 approve --verdict not_checkable --rationale "A hope, no fact"',
        'claims decide c1a2 return --reason "The second figure is missing"',
        "claims decide c1a2 dismiss --reason opinion",
    ),
)
def decide(
    arguments: Annotated[
        list[str],
        typer.Argument(
            metavar="CLAIM... ACTION", help=f"Ids of claims, then one of: {', '.join(DECISIONS)}.", show_default=False
        ),
    ],
    *,
    verdict: Annotated[
        Verdict | None, typer.Option("--verdict", metavar="VERDICT", help=f"What was found: {', '.join(Verdict)}.")
    ] = None,
    check: Annotated[
        list[str] | None,
        typer.Option(
            "--check",
            metavar="CHECK=RESULT",
            help=f"An answer to {', '.join(Check)}: {', '.join(CheckResult)}.",
        ),
    ] = None,
    rationale: Annotated[
        str | None, typer.Option("--rationale", metavar="WORDS", help="Why the verdict is what it is.")
    ] = None,
    reason: Annotated[
        str | None,
        typer.Option("--reason", metavar="WORDS", help=f"Why; to dismiss, one of: {', '.join(DismissReason)}."),
    ] = None,
    if_version: IfVersion = None,
    as_json: AsJson = False,
    db: Db = DATABASE,
    actor: Actor,
) -> None:
    """Take one decision on each claim.

    A claim that the rules refuse is listed and left as it was; the others go on.
    """
    from claims import desk

    starts, action = _divided(arguments)
    decision = desk.Decision(
        action=action, verdict=verdict, checks=_checks(check or ()), rationale=rationale, reason=reason
    )
    with opened(db) as store:
        outcome = desk.decide(store, desk.act(actor), seen(store, starts, if_version), decision)
    report(outcome, DONE[action], as_json=as_json)


@app.command(
    "undo",
    cls=ClaimsCommand,
    epilog=examples(
        "claims undo", 'claims undo c1a2 --reason "Approved by mistake" --as mara', "claims undo c1a2 c3b4"
    ),
)
def undo(
    things: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[CLAIM] [CLAIM]",
            help="Whose newest act (a speaker's id, too); of two claims, what was said of the pair; without any your"
            " own last act.",
            show_default=False,
        ),
    ] = None,
    *,
    reason: Reason = None,
    as_json: AsJson = False,
    db: Db = DATABASE,
    actor: Actor,
) -> None:
    """Take back the newest act of a claim or a pair, or your own last act.

    Your own last act is taken back with all its claims. Undoing is an act itself: it is kept, with its reason.
    """
    from claims import desk
    from claims.wording.words import counted, spoken

    with opened(db) as store:
        of = _upon(store, things or [])
        undone = desk.undo(store, desk.act(actor), of.claim, speaker=of.speaker, pair=of.pair, reason=reason)
    if undone.claims or not (undone.speakers or undone.pairs):
        show(undone.claims, as_json=as_json)
    elif as_json:
        out_array(undone.speakers or undone.undone)
    acts = ", ".join(dict.fromkeys(spoken(event.action) for event in undone.undone))
    upon = f" upon {counted(len(undone.claims), 'claim')}" if undone.claims else ""
    if undone.speakers and not undone.claims:
        upon = f" upon {', '.join(speaker.name for speaker in undone.speakers)}"
    elif undone.pairs and not undone.claims:
        upon = f" upon {counted(len(undone.pairs), 'pair')} of claims"
    say(f"Undid: {acts}{upon}.")


class _Upon(NamedTuple):
    """Whose act is to be undone; nothing named means one's own last."""

    claim: str | None = None
    speaker: str | None = None
    pair: tuple[str, str] | None = None


def _upon(store: Store, typed: Sequence[str]) -> _Upon:
    from claims.store import lookup

    if len(typed) > 2:
        raise typer.BadParameter("name one claim, or the two of a pair.", param_hint="'[CLAIM] [CLAIM]'")
    if len(typed) == 2:
        one, other = (lookup.resolve(store, "claims", start) for start in typed)
        return _Upon(pair=(one, other))
    if typed and typed[0][:1].lower() == "s":
        return _Upon(speaker=lookup.resolve(store, "speakers", typed[0]))
    return _Upon(claim=lookup.resolve(store, "claims", typed[0]) if typed else None)


@app.command("policy", cls=ClaimsCommand, epilog=examples("claims policy", "claims policy newsroom --as mara"))
def policy(
    name: Annotated[
        Policy | None, typer.Argument(metavar="[POLICY]", help=f"{' or '.join(Policy)}.", show_default=False)
    ] = None,
    *,
    db: Db = DATABASE,
    actor: Actor,
) -> None:
    """Say what "verified" asks for, or change it.

    solo asks for a verdict, and for evidence that bears it out. newsroom also asks for a second person, evidence of two
    origins, an answer to every check, and a rationale.
    """
    from claims import desk
    from claims.store import settings

    with opened(db) as store:
        changed = name is not None and desk.set_policy(store, desk.act(actor), name)
        out(settings.policy(store))
    if name is not None:
        say("Changed; it holds for what is approved from now on." if changed else "It was so already.")


def _divided(arguments: Sequence[str]) -> tuple[list[str], Action]:
    """Ids of claims, and the action: the last word, or the first."""
    for at in (-1, 0):
        word = arguments[at].lower()
        if word in DECISIONS and len(arguments) > 1:
            rest = list(arguments)
            del rest[at]
            return rest, Action(word)
    missing = "name at least one claim." if arguments[0] in DECISIONS else f"{arguments[-1]!r} is no decision."
    raise typer.BadParameter(f"{missing} Choose from {', '.join(DECISIONS)}.", param_hint="'CLAIM... ACTION'")


def _checks(given: Sequence[str]) -> dict[Check, CheckResult]:
    answers = {}
    for one in given:
        check, _, result = one.partition("=")
        if check not in set(Check) or result not in set(CheckResult):
            raise typer.BadParameter(
                f"{one!r} is no answer. Write one of {', '.join(Check)}, =, and one of {', '.join(CheckResult)}.",
                param_hint="'--check'",
            )
        answers[Check(check)] = CheckResult(result)
    return answers

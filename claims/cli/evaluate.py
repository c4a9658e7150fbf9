"""How good the machine is, measured against what people marked."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from claims.cli.app import app
from claims.cli.group import ClaimsCommand, examples
from claims.cli.options import AsJson
from claims.cli.taggers import UseTagger, chosen_tagger
from claims.cli.terminal import out_array, out_object, say
from claims.errors import InputError

if TYPE_CHECKING:
    from claims.evaluate import Report
    from claims.vocabulary import TaggerName


class Pins(NamedTuple):
    """A baseline to hold the scores against, with some tolerance, and one to write."""

    baseline: Path | None
    tolerance: float
    write: Path | None


@app.command(
    "evaluate",
    cls=ClaimsCommand,
    epilog=examples(
        "claims evaluate annotations/gold",
        "claims evaluate annotations/gold/dev --errors",
        "claims evaluate annotations/gold --check                   only read it, and say what is wrong",
        "claims evaluate annotations/gold --baseline annotations/gold/baseline.json",
        "claims evaluate annotations/gold/events/dev               groups and relations of claims",
        "claims evaluate gold-orla --against gold-petra              how far two people agree",
        "claims evaluate dev.jsonl.gz                               PolNeAR's format: attributions only",
    ),
)
def evaluate(
    path: Annotated[
        Path,
        typer.Argument(
            metavar="GOLD",
            help="A folder of NAME.txt with NAME.gold beside it, one of these, a folder of events, or a .jsonl file.",
            show_default=False,
        ),
    ],
    *,
    tagger: UseTagger = None,
    check: Annotated[
        bool, typer.Option("--check", help="Only check that the annotations fit; with --json, write them with offsets.")
    ] = False,
    errors: Annotated[bool, typer.Option("--errors", help="Show each miss where it stands.")] = False,
    baseline: Annotated[
        Path | None,
        typer.Option("--baseline", metavar="FILE", help="Exit 1 where a score is lower than in this file."),
    ] = None,
    tolerance: Annotated[
        float,
        typer.Option(
            "--tolerance",
            metavar="POINTS",
            min=0,
            help="Let a score be so much lower than in the baseline: the network rounds differently elsewhere.",
        ),
    ] = 0,
    write_baseline: Annotated[
        Path | None, typer.Option("--write-baseline", metavar="FILE", help="Pin the scores in this file.")
    ] = None,
    against: Annotated[
        Path | None,
        typer.Option("--against", metavar="GOLD", help="Score another person's annotations instead of the machine's."),
    ] = None,
    by_words: Annotated[
        bool, typer.Option("--by-words", help="Compare events by words alone, even where the encoder is there.")
    ] = False,
    as_json: AsJson = False,
) -> None:
    """Score the machine against gold: attributions, speakers, statements, figures.

    Speakers and statements are also scored with the gold attributions given, so that each step is seen by
    itself. Of a folder that holds only events, with a file event.groups each, what is scored is comparing: which
    claims are grouped, and how they relate. annotations/guidelines.md says how gold is written.
    """
    from claims import evaluate as scoring

    pins = Pins(baseline, tolerance, write_baseline)
    if scoring.holds_events(path):
        _events(
            path, tagger, check=check, errors=errors, against=against, by_words=by_words, as_json=as_json, pins=pins
        )
        return
    corpus = scoring.read_corpus(path)
    if check:
        if as_json:
            out_array(corpus.articles)
        claims = sum(len(gold.claims) for gold in corpus.articles)
        figures = sum(len(gold.figures) for gold in corpus.articles)
        count = len(corpus.articles) + len(corpus.relations)
        say(f"All is well: {count:,} articles, {claims:,} claims, {figures:,} figures ({corpus.sha256[:12]}).")
        return
    if against:
        scored = scoring.agreement(corpus, scoring.read_corpus(against))
    else:
        scored = scoring.evaluate(corpus, chosen_tagger(tagger))
    if as_json:
        out_object(scored)
    else:
        from claims.cli import scoring as show

        show.report(scored)
        if errors:
            show.misses(scored.misses, corpus)
    _hold(scored, pins)


def _events(
    path: Path,
    tagger: TaggerName | None,
    check: bool,
    errors: bool,
    against: Path | None,
    by_words: bool,
    as_json: bool,
    pins: Pins,
) -> None:
    from claims import evaluate as scoring
    from claims.compare.encoder import default_encoder
    from claims.desk.trying import try_comparing
    from claims.extract import default_tagger

    corpus = scoring.read_events(path)
    if against:
        raise InputError("Events cannot be scored against another person's.", hint="Leave --against away.")
    if check:
        if as_json:
            out_array(corpus.events)
        pairs = sum(len(event.pairs) for event in corpus.events)
        count = f"{len(corpus.events):,} events, {len(corpus.articles):,} articles, {len(corpus.claims):,} claims"
        say(f"All is well: {count}, {pairs:,} pairs with a relation ({corpus.sha256[:12]}).")
        return
    scored = try_comparing(corpus, chosen_tagger(tagger) or default_tagger(), None if by_words else default_encoder())
    if as_json:
        out_object(scored)
    else:
        from claims.cli import scoring as show

        show.report(scored)
        if errors:
            show.pair_misses(scored.pair_misses, corpus)
    _hold(scored, pins)


def _hold(scored: Report, pins: Pins) -> None:
    """Pin the scores, or hold them against pinned ones, as asked."""
    if pins.write:
        _pin(scored, pins.write)
    if pins.baseline:
        _compare(scored, pins.baseline, pins.tolerance)


def _compare(scored: Report, path: Path, tolerance: float) -> None:
    from claims.evaluate.baseline import drops, read_baseline

    worse = drops(scored, read_baseline(_text_of(path), str(path)), str(path), tolerance)
    if worse:
        lines = "".join(f"\n  {one.row}: {one.pinned:g} before, {_now(one.now)} now" for one in worse)
        say(f"Worse than {path} says:{lines}\nMend it; or, if it has to be, pin the new scores with --write-baseline.")
        raise typer.Exit(1)
    room = f", give or take {tolerance:g} points" if tolerance else ""
    say(f"Nothing is worse than {path} says{room}.")


def _now(score: float | None) -> str:
    return "none" if score is None else f"{score:g}"


def _pin(scored: Report, path: Path) -> None:
    from claims.evaluate.baseline import pinned, read_baseline

    before = read_baseline(_text_of(path), str(path)) if path.exists() else None
    try:
        path.write_text(pinned(scored, before).model_dump_json(indent=2) + "\n", encoding="utf-8")
    except OSError as error:
        raise InputError(
            f"{path} cannot be written: {error.strerror}.", hint="Name a file in a folder of yours."
        ) from error
    say(f"The scores of the tagger {scored.tagger} are pinned in {path}.")


def _text_of(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        raise InputError(f"There is no baseline {path}.", hint=f"Make it with --write-baseline {path}.") from error
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path} cannot be read as a baseline.", hint="Name the file that was written.") from error

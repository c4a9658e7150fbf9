"""The same claim in other articles: compare, say how two claims relate, see what was reprinted."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from claims.cli import finding
from claims.cli.app import app
from claims.cli.group import ClaimsCommand, examples
from claims.cli.options import DATABASE, Actor, AsJson, Db, Limit, rows
from claims.cli.session import opened
from claims.cli.terminal import out_array, out_object, say
from claims.vocabulary import PairDecision

if TYPE_CHECKING:
    from claims.desk import Compared
    from claims.store import Store

Reason = Annotated[str | None, typer.Option("--reason", metavar="WORDS", help="Why; it is kept with the decision.")]
SAYABLE = (PairDecision.SAME, PairDecision.DIFFERENT, PairDecision.CONTRADICTS, PairDecision.TOGETHER)


@app.command(
    "compare",
    cls=ClaimsCommand,
    epilog=examples(
        "claims compare                     all that is new or changed",
        "claims compare a3f09b              one article, and what it has in common with others",
        "claims compare --since 2026-03-01 --json",
    ),
)
def compare(
    articles: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[ARTICLE...]",
            help="Ids of articles, or URLs; without any, all that were added or changed since.",
            show_default=False,
        ),
    ] = None,
    *,
    since: Annotated[
        str | None, typer.Option("--since", metavar="DATE", help="Only articles published since this day.")
    ] = None,
    again: Annotated[
        bool, typer.Option("--again", help="Forget what was found and make it anew; people's decisions stay.")
    ] = False,
    by_words: Annotated[
        bool, typer.Option("--by-words", help="Compare by words alone, even where the encoder is there.")
    ] = False,
    limit: Limit = None,
    as_json: AsJson = False,
    db: Db = DATABASE,
) -> None:
    """Find the same claim in other articles, and where they part.

    Only what is new or has changed is compared, and the result is what comparing everything would give. Prints the
    groups of the articles named, or all, those with disagreements first. Ctrl-C stops between two steps; the next run
    goes on from there.
    """
    from claims import desk
    from claims.compare.encoder import default_encoder
    from claims.models import Comparison
    from claims.store import comparing, groups, reprints
    from claims.store.groups import GroupFilter

    if since is not None:
        _is_day(since)
    encoder = None if by_words else default_encoder()
    with opened(db) as store:
        named = [finding.article_id(store, one) for one in articles] if articles else None
        with _progress() as progress:
            done = desk.compare(store, encoder, wanted=named, since=since, again=again, progress=progress)
        shown = named if named is not None else comparing.since(store, since) if since else None
        wanted = GroupFilter(article=tuple(shown)) if shown is not None else GroupFilter()
        most = rows(limit, as_json)
        nothing = shown == []
        if as_json:
            found = [] if nothing else groups.plain(store, wanted, limit=most)
            copies = reprints.find(store, shown)
            out_object(Comparison(groups=tuple(found), reprints=tuple(copies)))
        else:
            from claims.cli import gathered

            records = [] if nothing else groups.find(store, wanted, limit=most)
            if records:
                gathered.groups(records)
        total = 0 if nothing else groups.count(store, wanted)
        disputed = 0 if nothing else groups.count(store, wanted.model_copy(update={"disputed": True}))
        copied = len(reprints.find(store, shown)) if shown is not None else reprints.count(store)
        _report(store, done, total, disputed, copied)
    if not as_json and len(records) < total:
        say(f"Showing {len(records):,} of {total:,} groups; --limit 0 shows all.")


def _report(store: Store, done: Compared, total: int, disputed: int, copied: int) -> None:
    from claims.store import articles
    from claims.wording.words import counted

    if not articles.all_ids(store):
        say("No articles yet. Add some: claims add PATH")
        return
    if not done.by_meaning:
        say("Compared by words alone: the encoder was not asked, or is not here. With it: claims compare")
    if done.anew:
        say("All was compared anew: by other rules, or another encoder, than before.")
    new = f"Compared {counted(done.articles, 'article')} with {counted(done.claims, 'claim')}."
    say(new if done.articles else "Nothing is new since the last comparison.")
    if not total:
        say("No two claims are about the same thing. Add more articles on one event, then compare again.")
        return
    apart = f", {disputed:,} of them disputed" if disputed else ""
    say(f"{counted(total, 'group')}{apart}; {counted(copied, 'reprint')}. See one: claims groups show GROUP")


@app.command(
    "pair",
    cls=ClaimsCommand,
    epilog=examples(
        "claims pair c1a2 c3b4 same",
        'claims pair c1a2 c3b4 different --reason "Another bridge"',
        "claims pair c1a2 c3b4 contradicts --as mara",
    ),
)
def pair(
    one: Annotated[str, typer.Argument(metavar="CLAIM", help="A claim, by id or a start of it.", show_default=False)],
    other: Annotated[str, typer.Argument(metavar="CLAIM", help="The other claim.", show_default=False)],
    decision: Annotated[
        PairDecision,
        typer.Argument(metavar="DECISION", help=f"One of: {', '.join(SAYABLE)}.", show_default=False),
    ],
    *,
    reason: Reason = None,
    as_json: AsJson = False,
    db: Db = DATABASE,
    actor: Actor,
) -> None:
    """Say how two claims relate; it stands in every later comparison.

    same and contradicts say so, together leaves the relation to the machine, different keeps them in different groups.
    Where two people disagree both stand, and the machine's reading is shown.
    """
    from claims import desk
    from claims.store import lookup

    with opened(db) as store:
        a, b = (lookup.resolve(store, "claims", start) for start in (one, other))
        found = desk.decide_pair(store, desk.act(actor), a, b, decision, reason=reason)
        conflict = any(p.conflict for record in found for p in record.group.pairs if {p.a, p.b} == {a, b})
    if as_json:
        out_array(record.group for record in found)
    else:
        from claims.cli import gathered

        for record in found:
            gathered.group(record)
    said = {"same": "are the same", "different": "are about different things", "contradicts": "contradict each other"}
    say(f"Kept: {a[:8]} and {b[:8]} {said.get(decision, 'belong together')}.")
    if conflict:
        say("Somebody else said otherwise: both stand, and the machine's reading is shown.")


@app.command(
    "reprints", cls=ClaimsCommand, epilog=examples("claims reprints", "claims reprints --article a3f09b --json")
)
def reprints_(
    *,
    article: finding.Articles = None,
    limit: Limit = None,
    as_json: AsJson = False,
    db: Db = DATABASE,
) -> None:
    """List articles that carry the same copy, whole or in part: one report, not two."""
    from claims.store import articles as stored
    from claims.store import reprints

    with opened(db) as store:
        named = [finding.article_id(store, one) for one in article] if article else None
        found = reprints.find(store, named, limit=rows(limit, as_json))
        total = len(found) if named is not None else reprints.count(store)
        articles = {id: stored.get(store, id) for one in found for id in (one.origin, one.article)}
    if as_json:
        out_array(found)
    elif found:
        from claims.cli import gathered

        gathered.reprints(found, articles)
    if not total:
        say("No article carries another's copy. Compare articles that were added since: claims compare")
    elif len(found) < total:
        say(f"Showing {len(found):,} of {total:,} reprints; --limit 0 shows all.")


def _is_day(typed: str) -> None:
    try:
        date.fromisoformat(typed[:10])
    except ValueError as error:
        raise typer.BadParameter(f"{typed!r} is no day, such as 2026-03-01.", param_hint="'--since'") from error


@contextmanager
def _progress() -> Iterator[Callable[[int, int], None] | None]:
    """Say on a terminal how far it is."""
    if not sys.stderr.isatty():
        yield None
        return

    def show(done: int, total: int) -> None:
        typer.echo(f"\rComparing: {done:,} of {total:,} articles", err=True, nl=done == total)

    yield show

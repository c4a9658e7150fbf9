"""Reading: list, show, history, articles, speakers, stats."""

from __future__ import annotations

from typing import Annotated

import typer

from claims.cli import finding
from claims.cli.app import app
from claims.cli.finding import Attitudes, Flagged, Kinds, Labels, Publisher, Search, Statuses, Verdicts, WithFigures
from claims.cli.group import ClaimsCommand, examples
from claims.cli.options import DATABASE, AsJson, Db, Limit, rows
from claims.cli.session import opened, show
from claims.cli.terminal import out_array, out_object, say

Thing = Annotated[
    str,
    typer.Argument(
        metavar="CLAIM",
        help="The id of a claim or of an article, or any start of it that fits no other.",
        show_default=False,
    ),
]


def _orders() -> list[str]:
    from claims.store.search import Order

    return [str(order) for order in Order]


@app.command(
    "list",
    cls=ClaimsCommand,
    epilog=examples(
        "claims list --status tagged --status in_review",
        'claims list --speaker "Idris Vane" --with-figures',
        "claims list --search '\"death toll\" rise*' --sort changed --limit 10",
        "claims list --status verified --json",
    ),
)
def list_(
    *,
    status: Statuses = None,
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
    sort: Annotated[
        str | None,
        typer.Option(
            "--sort",
            metavar="ORDER",
            autocompletion=_orders,
            help="By article (publication, then place), checkworthiness, confidence, changed (what people worked on"
            " last) or relevance (of a search).",
            show_default="article, or relevance with --search",
        ),
    ] = None,
    limit: Limit = None,
    as_json: AsJson = False,
    db: Db = DATABASE,
) -> None:
    """List claims: who said what, with which figures, where.

    Of several values of one option any will do; of several options every one must hold.
    """
    from claims.store import search as searching

    if sort is not None and sort not in _orders():
        raise typer.BadParameter(f"{sort!r} is not one of {', '.join(_orders())}.", param_hint="'--sort'")
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
        )
        order = searching.Order(sort) if sort else None
        found = searching.find(store, wanted, order=order, limit=rows(limit, as_json))
        total = searching.count(store, wanted)
        empty = not total and not searching.count(store)
    show(found, as_json=as_json)
    _talk(len(found), total, "claim", "No claims yet. Add an article: claims add PATH" if empty else None)


@app.command(
    "show", cls=ClaimsCommand, epilog=examples("claims show c1a2", "claims show a3f09b", "claims show c1a2 --json")
)
def show_(thing: Thing, *, as_json: AsJson = False, db: Db = DATABASE) -> None:
    """Show a claim in its context, or an article with its claims.

    A claim comes with all that is known about it: speakers, figures, source, checks, evidence, notes, flags, and the
    same claim elsewhere.
    """
    from claims.store import articles, claims, events, groups, lookup

    with opened(db) as store:
        if finding.is_article(store, thing):
            article = articles.get(store, finding.article_id(store, thing))
            within = claims.of_article(store, article.id)
            history = None
        else:
            record = claims.record(store, lookup.resolve(store, "claims", thing))
            article = articles.get(store, record.article_id)
            history = events.of_claim(store, record.id)
            others = groups.elsewhere(store, record.id)
    if as_json:
        out_object(article if history is None else record)
        return
    from claims.cli import page, tables

    if history is None:
        page.article(article, within)
        if within:
            tables.claims(within)
    else:
        page.claim(record, article, history)
        if others:
            from claims.cli import gathered

            gathered.elsewhere(others)


@app.command("history", cls=ClaimsCommand, epilog=examples("claims history c1a2", "claims history c1a2 --json"))
def history(thing: Thing, *, limit: Limit = None, as_json: AsJson = False, db: Db = DATABASE) -> None:
    """Show every act upon a claim, alone or in a pair, or upon an article.

    The oldest comes first; --limit keeps the newest.
    """
    from claims.store import events, lookup

    with opened(db) as store:
        if finding.is_article(store, thing):
            found = events.of_article(store, finding.article_id(store, thing))
        else:
            id = lookup.resolve(store, "claims", thing)
            both = [*events.of_claim(store, id), *events.of_pairs_with(store, id)]
            found = sorted(both, key=lambda event: event.seq)
    total = len(found)
    most = rows(limit, as_json)
    found = found[-most:] if most else found
    if as_json:
        out_array(found)
    elif found:
        from claims.cli import page

        page.history(found)
    _talk(
        len(found),
        total,
        "event",
        f"Nobody has worked on it yet. What the machine found: claims show {thing}",
    )


@app.command("articles", cls=ClaimsCommand, epilog=examples("claims articles", "claims articles --search dam --json"))
def articles(
    *,
    search: Annotated[
        str | None, typer.Option("--search", "-s", metavar="WORDS", help="With all these words in title or text.")
    ] = None,
    publisher: Publisher = None,
    limit: Limit = None,
    as_json: AsJson = False,
    db: Db = DATABASE,
) -> None:
    """List articles, the newest first, with their claims counted."""
    from claims.store import articles as stored

    with opened(db) as store:
        found = stored.entries(store, search=search, publisher=publisher)
    shown = found[: rows(limit, as_json)]
    if as_json:
        out_array(shown)
    elif shown:
        from claims.cli import tables

        tables.articles(shown)
    empty = None if search or publisher else "No articles yet. Add one: claims add PATH"
    _talk(len(shown), len(found), "article", empty)


@app.command("stats", cls=ClaimsCommand, epilog=examples("claims stats", "claims stats --json"))
def stats(*, as_json: AsJson = False, db: Db = DATABASE) -> None:
    """Count what is there, and how far the work is."""
    from claims.store import search

    with opened(db) as store:
        counted = search.stats(store)
    if as_json:
        out_object(counted)
        return
    from claims.cli import tables

    tables.stats(counted)


def _talk(shown: int, total: int, noun: str, empty: str | None) -> None:
    """Say what a listing left out, or what to do where it is empty."""
    if not total:
        say(empty or f"No {noun} fits. Leave out a condition to see more.")
    elif shown < total:
        say(f"Showing {shown:,} of {total:,} {noun}s; --limit 0 shows all.")

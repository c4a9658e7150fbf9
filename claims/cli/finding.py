"""From what a person types to what they mean: articles, speakers, filters."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

import typer

from claims.errors import NotFound
from claims.vocabulary import Attitude, Kind, Status, Verdict

if TYPE_CHECKING:
    from claims.store import Store
    from claims.store.search import ClaimFilter

Statuses = Annotated[
    list[Status] | None, typer.Option("--status", metavar="STATUS", help=f"Of this status: {', '.join(Status)}.")
]
Verdicts = Annotated[
    list[Verdict] | None, typer.Option("--verdict", metavar="VERDICT", help=f"With this verdict: {', '.join(Verdict)}.")
]
Kinds = Annotated[list[Kind] | None, typer.Option("--kind", metavar="KIND", help=f"Of this kind: {', '.join(Kind)}.")]
Attitudes = Annotated[
    list[Attitude] | None,
    typer.Option("--attitude", metavar="ATTITUDE", help=f"With this attitude: {', '.join(Attitude)}."),
]
Labels = Annotated[list[str] | None, typer.Option("--label", metavar="LABEL", help="With this label.")]
Speakers = Annotated[
    list[str] | None,
    typer.Option("--speaker", metavar="NAME", help="Of this speaker: a name, a part of one, or an id."),
]
Articles = Annotated[
    list[str] | None,
    typer.Option("--article", metavar="ARTICLE", help="From this article: an id, a start of one, or a URL."),
]
Publisher = Annotated[str | None, typer.Option("--publisher", metavar="NAME", help="From articles of this publisher.")]
Search = Annotated[
    str | None,
    typer.Option(
        "--search", "-s", metavar="WORDS", help='With all these words; "a phrase" in quotes, begin* for any ending.'
    ),
]
WithFigures = Annotated[bool, typer.Option("--with-figures", help="Only claims with a figure.")]
Flagged = Annotated[bool, typer.Option("--flagged", help="Only claims with an open flag.")]


def chosen(
    store: Store,
    *,
    status: Sequence[Status] | None = None,
    verdict: Sequence[Verdict] | None = None,
    kind: Sequence[Kind] | None = None,
    attitude: Sequence[Attitude] | None = None,
    label: Sequence[str] | None = None,
    speaker: Sequence[str] | None = None,
    article: Sequence[str] | None = None,
    publisher: str | None = None,
    search: str | None = None,
    with_figures: bool = False,
    flagged: bool = False,
    sound_anchor: bool = False,
) -> ClaimFilter:
    """The filter that the options spell; names and starts of ids become ids."""
    from claims.store.search import ClaimFilter

    return ClaimFilter(
        status=tuple(status or ()),
        verdict=tuple(verdict or ()),
        kind=tuple(kind or ()),
        attitude=tuple(attitude or ()),
        label=tuple(label or ()),
        speaker=tuple(id for name in speaker or () for id in speaker_ids(store, name)),
        article=tuple(article_id(store, one) for one in article or ()),
        publisher=publisher,
        search=search,
        with_figures=with_figures,
        flagged=flagged,
        sound_anchor=sound_anchor,
    )


def article_id(store: Store, typed: str) -> str:
    """The article with this id, start of an id, or URL. Raises NotFound or Ambiguous."""
    from claims import ids, intake
    from claims.store import articles, lookup

    if "://" not in typed:
        return lookup.resolve(store, "articles", typed)
    url = intake.normal_url(typed)
    id = ids.article_id(url, "")
    if not articles.exists(store, id):
        raise NotFound(f"No article has the URL {url}.", hint="See them with: claims articles")
    return id


def speaker_ids(store: Store, typed: str) -> list[str]:
    """The speakers who bear this name, have it in their name, or whose id starts so. Raises NotFound."""
    from claims.store import lookup, speakers

    if not typed.strip():
        raise NotFound("A name has at least one letter.", hint="See them with: claims speakers")
    found = speakers.with_name(store, typed) or [entry.id for entry in speakers.entries(store, search=typed)]
    if found:
        return found
    try:
        return [lookup.resolve(store, "speakers", typed)]
    except NotFound as error:
        raise NotFound(f"No speaker is called {typed!r}.", hint="See them with: claims speakers") from error


def is_article(store: Store, typed: str) -> bool:
    """Whether a person who may name a claim or an article names an article."""
    # The first letter of an id says what it names.
    return "://" in typed or typed.strip().lower().startswith("a")

"""Taking articles in, and looking at what the machine finds in one without a database."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claims.cli.app import app
from claims.cli.group import ClaimsCommand, examples, worded
from claims.cli.options import DATABASE, Actor, AsJson, Db
from claims.cli.session import opened
from claims.cli.taggers import UseTagger, chosen_tagger
from claims.cli.terminal import out_array, out_object, say
from claims.errors import ClaimsError, StoreError

if TYPE_CHECKING:
    from claims.desk import Added
    from claims.intake import Particulars
    from claims.models import Article


STDIN_NAME = "standard input"


Url = Annotated[str | None, typer.Option("--url", metavar="URL", help="Where the article was published.")]
Title = Annotated[str | None, typer.Option("--title", metavar="TITLE", help="The headline.")]
Publisher = Annotated[str | None, typer.Option("--publisher", metavar="NAME", help="Who published it.")]
Published = Annotated[
    str | None,
    typer.Option("--published", metavar="DATE", help='An ISO day or moment: 2025-04-10. "Next month" counts from it.'),
]
Byline = Annotated[str | None, typer.Option("--byline", metavar="NAMES", help="Who wrote it.")]
Language = Annotated[str | None, typer.Option("--language", metavar="CODE", help="Its language, such as en-GB.")]
Encoding = Annotated[
    str | None, typer.Option("--encoding", metavar="NAME", help="The encoding of the file, where it is not UTF-8.")
]
Locale = Annotated[
    str, typer.Option("--locale", metavar="LOCALE", help="How numbers and dates are meant: en-US, en-GB, en-IN ...")
]
Source = Annotated[str, typer.Argument(metavar="PATH", help="A file, or - for standard input.", show_default=False)]


@app.command(
    "add",
    cls=ClaimsCommand,
    epilog=examples(
        "claims add article.txt",
        'claims add page.html --publisher "The Calmouth Herald" --published 2025-03-11',
        "claims add articles/ more/*.md",
        "pbpaste | claims add - --url https://example.org/news/1 --title 'Dam gives way'",
    ),
)
def add(
    paths: Annotated[
        list[str],
        typer.Argument(metavar="PATH...", help="Files, folders, or - for standard input.", show_default=False),
    ],
    *,
    url: Url = None,
    title: Title = None,
    publisher: Publisher = None,
    published: Published = None,
    byline: Byline = None,
    language: Language = None,
    encoding: Encoding = None,
    locale: Locale = "en-US",
    tagger: UseTagger = None,
    revises: Annotated[
        str | None,
        typer.Option("--revises", metavar="ARTICLE", help="Store this as a new text of an article that is there."),
    ] = None,
    as_json: AsJson = False,
    db: Db = DATABASE,
    actor: Actor,
) -> None:
    """Add articles and find their claims.

    Text, Markdown and HTML. A text may start with a header block (Title:, Publisher:, Published:, URL:, Byline:),
    which ends with a blank line; options win over it. The same article again adds nothing; the same URL with another
    text is a new revision. A file that cannot be read is listed, and the rest goes on.
    """
    from claims import desk, intake

    given = intake.Particulars(
        url=url, title=title, publisher=publisher, published=published, byline=byline, language=language
    )
    given.checked("")
    if "" in paths:
        # An unset variable of a script, which would otherwise stand for this folder.
        raise typer.BadParameter("a path has at least one letter.", param_hint="'PATH...'")
    files = intake.walk(paths)
    if len(files) > 1 and (url or title or revises):
        raise typer.BadParameter("goes with one article only.", param_hint="'--url', '--title' or '--revises'")
    added: list[Added] = []
    failed: list[tuple[Path, ClaimsError]] = []
    by, chosen = desk.act(actor), chosen_tagger(tagger)
    with ExitStack() as stack, _progress(files) as each:
        # Opened for the first article that can be read: a slip of the keyboard leaves no empty database.
        store = None
        for path, article in _readable(each, given, encoding, failed):
            store = store or stack.enter_context(opened(db, create=True))
            try:
                added.append(desk.add(store, by, article, revises=revises, tagger=chosen, locale=locale))
            except ClaimsError as error:
                failed.append((path, error))
                if isinstance(error, StoreError):
                    break
    _report(added, failed, as_json=as_json)


@app.command(
    "segment",
    cls=ClaimsCommand,
    epilog=examples("claims segment article.txt", "claims segment page.html --json", "pbpaste | claims segment -"),
)
def segment(
    path: Source,
    *,
    url: Url = None,
    title: Title = None,
    publisher: Publisher = None,
    published: Published = None,
    byline: Byline = None,
    language: Language = None,
    encoding: Encoding = None,
    locale: Locale = "en-US",
    tagger: UseTagger = None,
    as_json: AsJson = False,
) -> None:
    """Find the claims of one article without storing anything.

    With --json one document: the article, its claims and its speakers.
    """
    from claims import desk, intake

    given = intake.Particulars(
        url=url, title=title, publisher=publisher, published=published, byline=byline, language=language
    )
    found = desk.segment(read(Path(path), given, encoding), tagger=chosen_tagger(tagger), locale=locale)
    if as_json:
        out_object(found)
    elif found.claims:
        from claims.cli import tables

        tables.proposals(found)
    from claims.wording.words import counted

    say(f"{counted(len(found.claims), 'claim')}; nothing was stored. To keep them: claims add {path}")
    undated = found.article.published is None
    if undated and any(figure.unresolved for claim in found.claims for figure in claim.figures):
        say("Some days are unknown because the day of publication is: --published 2025-04-10")


def read(path: Path, given: Particulars, encoding: str | None) -> Article:
    """The article in a file or on standard input."""
    from claims import intake

    if path != intake.STDIN:
        return intake.read_path(path, given=given, encoding=encoding)
    data = sys.stdin.buffer.read(intake.MAX_BYTES + 1)
    return intake.read_bytes(data, STDIN_NAME, given=given, encoding=encoding)


def _readable(
    files: Iterable[Path], given: Particulars, encoding: str | None, failed: list[tuple[Path, ClaimsError]]
) -> Iterator[tuple[Path, Article]]:
    """Each file with its article; those that hold none are put on the list of the failed."""
    for path in files:
        try:
            article = read(path, given, encoding)
        except ClaimsError as error:
            failed.append((path, error))
        else:
            yield path, article


@contextmanager
def _progress(files: Sequence[Path]) -> Iterator[Iterator[Path]]:
    """The files, with a bar on stderr where somebody watches and there is something to wait for."""
    if len(files) < 2 or not sys.stderr.isatty():
        yield iter(files)
        return
    with typer.progressbar(files, label="Reading", file=sys.stderr, show_pos=True) as bar:
        yield iter(bar)


def _report(added: Sequence[Added], failed: Sequence[tuple[Path, ClaimsError]], *, as_json: bool) -> None:
    from claims.wording.words import counted

    if as_json:
        out_array(added)
    elif added:
        from claims.cli import tables

        tables.added(added)
    for path, error in failed:
        name = STDIN_NAME if str(path) == "-" else str(path)
        say(worded(error, about=None if name in error.message else name))
    new, changed = (sum(one.outcome == outcome for one in added) for outcome in ("added", "revised"))
    described, same = (sum(one.outcome == outcome for one in added) for outcome in ("described", "unchanged"))
    parts = [
        f"added {counted(new, 'article')}, {counted(sum(one.claims for one in added), 'claim')}" if new else "",
        f"revised {changed}" if changed else "",
        f"described anew {described}" if described else "",
        f"{same} unchanged" if same else "",
        f"{len(failed)} failed" if failed else "",
    ]
    summary = "; ".join(part for part in parts if part)
    if added or len(failed) > 1:
        say(f"{summary[:1].upper()}{summary[1:]}.")
    if failed:
        raise typer.Exit(1)
    if len(added) == 1:
        say(f"See the claims: claims list --article {added[0].article_id[:8]}")
    elif new:
        say("See the claims: claims list")

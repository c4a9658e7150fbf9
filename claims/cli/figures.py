"""Figures in a text, without anything around them."""

from __future__ import annotations

from pathlib import Path

from claims.cli.app import app
from claims.cli.articles import Encoding, Locale, Published, Source, read
from claims.cli.group import ClaimsCommand, examples
from claims.cli.options import AsJson, Limit, rows
from claims.cli.terminal import out_array, say


@app.command(
    "figures",
    cls=ClaimsCommand,
    epilog=examples(
        "claims figures article.txt",
        'echo "Sales rose 3% to \\$4.2bn" | claims figures - --json',
        "claims figures article.txt --published 2025-04-10 --locale en-GB",
    ),
)
def figures(
    path: Source,
    *,
    published: Published = None,
    locale: Locale = "en-US",
    encoding: Encoding = None,
    limit: Limit = None,
    as_json: AsJson = False,
) -> None:
    """Find the figures in a text, with their values as intervals.

    Places count in the text as it is stored: without a header block, in its canonical form.
    """
    from claims import intake
    from claims.extract.figures import find_figures

    article = read(Path(path), intake.Particulars(published=published), encoding)
    found = list(find_figures(article.text, published=article.published, locale=locale))
    shown = found[: rows(limit, as_json)]
    if as_json:
        out_array(shown)
    elif shown:
        from claims.cli import tables

        tables.figures(shown)
    if not found:
        say("No figures in this text.")
    elif len(shown) < len(found):
        say(f"Showing {len(shown):,} of {len(found):,} figures; --limit 0 shows all.")

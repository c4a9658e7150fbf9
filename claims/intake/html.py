"""Web pages: the article in them, without navigation, advertisements and comments.

trafilatura finds the article; what is known to go wrong with it is handled around it:

- The page is parsed here, with ``huge_tree``, because its own parser loses all text in deeply nested pages. What even
  that cannot hold is refused, not cut.
- Words for readers without JavaScript are taken out first, and a page that has nothing but such words is refused.
- ``rel=canonical`` is read here: it counts only within the site that the page came from.
- Of two long identical paragraphs in a row trafilatura keeps one; that is left as it is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from claims.errors import InputError
from claims.intake.canonical import one_line
from claims.intake.dates import as_iso_time
from claims.intake.found import Found
from claims.intake.particulars import Particulars, usable_url
from claims.intake.urls import same_site

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

MOST_ELEMENTS = 300_000
"""No article is that large, and beyond it reading takes minutes."""

NOT_WORDS = ("noscript", "script", "style", "template", "iframe")

BLOCKS = frozenset(["p", "head", "item", "quote", "row", "list", "table", "code"])
"""Elements of trafilatura's result that start a paragraph of their own."""

NOTICES = (
    r"(enable|activate|turn on|requires?|without|allow) (javascript|cookies)",
    r"javascript (and cookies )?(is|are|has been|must be|needs? to be) (disabled|required|not enabled|enabled|turned)",
    r"(checking|verifying) (your browser|you are human|if the site connection is secure)",
    r"(verify|confirm|prove) (that )?you('re| are) (a )?(human|not a robot)",
    r"are you a robot",
    r"access denied",
    r"unusual traffic",
    r"your browser is (not supported|out of date|outdated)",
    r"(page|file) (was )?not found",
    r"403 forbidden",
)
"""What stands on a page instead of the article; looked for in short texts only."""

LONGEST_NOTICE = 60
"""Words. A longer text that mentions one of the notices is an article about them."""

_NOTICE = re.compile("|".join(NOTICES), re.IGNORECASE)
_SAVED_FROM = re.compile(r"<!--[^>]{0,200}?(?:saved from url=\(\d{1,6}\)|\burl:)\s{0,5}(https?://\S{1,2000})", re.I)
_SOURCE_BLANKS = re.compile(r"[ \t\r\n\f]+")
_LD_DATE = re.compile(r'"datePublished"\s{0,9}:\s{0,9}"([^"]{1,60})"')
_DATE_META = ("article:published_time", "datepublished", "dc.date.issued", "parsely-pub-date")
_SAVE_AS_TEXT = "Open the page in a browser, copy the article into a text file and add that."


def read_html(text: str, name: str, *, found_at: str | None = None) -> Found:
    """Find the article in a web page; ``found_at`` is the address that the page was fetched from, where it is known."""
    # lxml and trafilatura are loaded for web pages only.
    import trafilatura

    tree = _parse(text, name)
    at = found_at or _saved_from(text)
    particulars = _page_particulars(tree, at)
    for element in list(tree.iter(*NOT_WORDS)):
        # The data that pages publish about themselves is metadata and stays until it has been read.
        if element.get("type") != "application/ld+json":
            _drop(element)
    document = trafilatura.bare_extraction(
        tree,
        fast=True,
        include_comments=False,
        with_metadata=True,
        # A date from somewhere in the text is no date of publication; a clock has no say in what a file holds.
        date_extraction_params={"extensive_search": False, "original_date": True, "max_date": "2999-12-31"},
    )
    if document is None or isinstance(document, dict):
        raise _no_article(name)
    paragraphs = [words for block in _paragraphs(document.body) if (words := _tidy(block))]
    if not paragraphs:
        raise _no_article(name)
    said = " ".join(paragraphs)
    if len(said.split()) <= LONGEST_NOTICE and _NOTICE.search(said):
        raise _no_article(name, said)
    headline = document.body.find(".//head[@rend='h1']")
    shown = one_line("".join(map(str, headline.itertext()))) if headline is not None else None
    metadata = Particulars(
        # The headline that readers see, if the article starts with it, rather than the one for search engines.
        title=shown if shown and shown == one_line(paragraphs[0]) else document.title,
        publisher=document.sitename,
        published=document.date,
        byline=document.author,
    )
    particulars = particulars.over(metadata).salvaged()
    return Found("\n\n".join(_without_byline(paragraphs, particulars.byline)), particulars)


def _parse(text: str, name: str) -> Any:
    from lxml import etree, html

    # Encoded again, because lxml refuses a string that declares an encoding.
    parser = html.HTMLParser(huge_tree=True, encoding="utf-8", remove_pis=True)
    try:
        tree = html.document_fromstring(text.encode("utf-8", "ignore"), parser=parser)
    except (etree.LxmlError, ValueError) as error:
        raise _no_article(name) from error
    if any("depth" in entry.message.lower() for entry in parser.error_log):
        raise InputError(f"{name} nests its elements too deeply to be read whole.", hint=_SAVE_AS_TEXT)
    if sum(1 for _ in tree.iter()) > MOST_ELEMENTS:
        raise InputError(f"{name} has more than {MOST_ELEMENTS:,} elements: no article.", hint=_SAVE_AS_TEXT)
    return tree


def _no_article(name: str, said: str | None = None) -> InputError:
    shown = f': it only says "{said[:80]}"' if said else ""
    return InputError(f"No article text was found in {name}{shown}.", hint=_SAVE_AS_TEXT)


def _drop(element: Any) -> None:
    """Take an element out of the tree and leave the words after it where they are."""
    if element.getparent() is not None:
        element.drop_tree()


def _page_particulars(tree: Any, at: str | None) -> Particulars:
    return Particulars(
        url=_address(tree, at),
        published=_moment(tree),
        language=tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or tree.get("xml:lang"),
    )


def _saved_from(text: str) -> str | None:
    """The address that browsers and archivers note at the top of a page that they save."""
    match = _SAVED_FROM.search(text[:4000])
    return usable_url(match[1].removesuffix("-->")) if match else None


def _address(tree: Any, at: str | None) -> str | None:
    links = [*tree.xpath("//link[@rel='canonical']/@href"), *tree.xpath("//meta[@property='og:url']/@content")]
    for link in links:
        address = usable_url(urljoin(at or "", str(link).strip()))
        # A copy on another site that points to the original is an article of its own.
        if address and (at is None or same_site(address, at)):
            return address
    return at


def _moment(tree: Any) -> str | None:
    """The moment of publication, where the page states it as an ISO time."""
    stated = [
        str(meta.get("content") or "")
        for meta in tree.iter("meta")
        if (meta.get("property") or meta.get("name") or meta.get("itemprop") or "").lower() in _DATE_META
    ]
    for script in tree.iter("script"):
        if script.get("type") == "application/ld+json":
            stated += _LD_DATE.findall(script.text or "")
    return next((iso for text in stated if (iso := as_iso_time(text))), None)


def _paragraphs(body: _Element) -> Iterator[str]:
    """The words of each block, in reading order; a loop and no recursion, because pages nest without limit."""
    from lxml import etree

    words: list[str] = []
    for event, element in etree.iterwalk(body, events=("start", "end")):
        if event == "start":
            if element.tag in BLOCKS:
                yield "".join(words)
                words = []
            elif element.tag == "lb":
                words.append("\n")
            elif element.tag == "cell" and "".join(words).strip():
                words.append(" | ")
            words.append(_flowing(element.text))
        else:
            if element.tag in BLOCKS:
                yield "".join(words)
                words = []
            words.append(_flowing(element.tail))
    yield "".join(words)


def _flowing(text: str | None) -> str:
    """Words as a browser sets them: line breaks of the source are blanks, no-break spaces stay."""
    return _SOURCE_BLANKS.sub(" ", text or "")


def _tidy(block: str) -> str:
    """One paragraph without blanks at the ends of its lines and without empty lines."""
    return "\n".join(line for part in block.split("\n") if (line := _SOURCE_BLANKS.sub(" ", part.strip())))


def _without_byline(paragraphs: list[str], byline: str | None) -> list[str]:
    """Leave out a line at the top that says only who wrote the article."""
    said = {byline.casefold(), f"by {byline.casefold()}"} if byline else set()
    return [words for place, words in enumerate(paragraphs) if place > 3 or words.casefold() not in said]

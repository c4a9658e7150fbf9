"""Taking articles in: a new one, another text of a known one, or nothing new."""

from __future__ import annotations

from contextlib import suppress
from typing import Literal

from claims.desk.anchoring import follow_revision
from claims.desk.proposals import Difference, propose
from claims.extract import extract
from claims.extract.tagger import Tagger
from claims.models import Article, Segmentation, Value
from claims.store import Store, articles, events, lookup
from claims.store.clock import now
from claims.store.events import Act, Changes
from claims.vocabulary import Action


class Added(Value):
    """What became of an article that was handed in."""

    article_id: str
    title: str | None = None
    outcome: Literal["added", "revised", "described", "unchanged"]
    claims: int = 0
    """New claims."""
    retired: int = 0
    """Untouched proposals that the new text no longer has."""
    flagged: int = 0
    """Claims that people worked on and whose words the new text changed."""


def segment(article: Article, *, tagger: Tagger | None = None, locale: str = "en-US") -> Segmentation:
    """Find the claims of an article, outside any database."""
    found = extract(article, tagger, locale=locale)
    return Segmentation(article=article, claims=found.claims, speakers=found.speakers)


def add(
    store: Store,
    by: Act,
    article: Article,
    *,
    revises: str | None = None,
    tagger: Tagger | None = None,
    locale: str = "en-US",
) -> Added:
    """Store an article and its claims; the same one again changes nothing.

    The same id with another text or title is a new revision, and so is any text that ``revises`` a
    stored article: claims that are found again keep their ids, and what people worked on is anchored
    anew and never changed. Particulars that were unknown are filled in; known ones are never overwritten
    by nothing.
    """
    # An empty word says no more than none, and two ways to say nothing would be two states of the file.
    article = article.model_copy(update={f: getattr(article, f) or None for f in articles.DESCRIPTION})
    if revises:
        article = article.model_copy(update={"id": lookup.resolve(store, "articles", revises)})
    elif known := articles.at_url(store, article.url):
        # It may have been stored before its URL was known, under an id that its text gave.
        article = article.model_copy(update={"id": known})
    stored = articles.get(store, article.id) if articles.exists(store, article.id) else None
    wanted = _joined(stored, article)
    # The slow part comes before the act, so that nobody waits for it with the file locked.
    rewritten = stored is None or len(wanted.revisions) > len(stored.revisions)
    # Days count from the publication: once it is known, or known better, untouched claims are read again.
    redated = stored is not None and stored.published != wanted.published
    found = extract(wanted, tagger, locale=locale) if rewritten or redated else None
    with store.act():
        there = articles.get(store, article.id) if articles.exists(store, article.id) else None
        if there == stored:
            described = _write(store, by, stored, wanted)
            flagged = follow_revision(store, wanted) if stored and rewritten else 0
            difference = propose(store, by, wanted, found) if found else None
            return Added(
                article_id=wanted.id,
                title=wanted.title,
                outcome=_outcome(stored is None, rewritten, described),
                claims=len(difference.new) if difference else 0,
                retired=len(difference.retired) if difference else 0,
                flagged=flagged,
            )
    # Somebody else added or revised it meanwhile: look again.
    return add(store, by, article, tagger=tagger, locale=locale)


def _outcome(new: bool, rewritten: bool, described: bool) -> Literal["added", "revised", "described", "unchanged"]:
    if new:
        return "added"
    if rewritten:
        return "revised"
    return "described" if described else "unchanged"


def _joined(stored: Article | None, given: Article) -> Article:
    """The article as it should be stored: known particulars, new ones over them, and another revision if need be."""
    if stored is None:
        return given
    newest, text = stored.revisions[-1], given.revisions[-1]
    title = text.title or newest.title
    particulars = {f: getattr(given, f) or getattr(stored, f) for f in articles.DESCRIPTION}
    # An id that came from the text or from another URL is kept, and so is the URL that gave it.
    particulars["url"] = stored.url or given.url
    if (text.sha256, title) == (newest.sha256, newest.title):
        return stored.model_copy(update=particulars)
    revision = text.model_copy(update={"number": newest.number + 1, "title": title})
    return stored.model_copy(update=particulars | {"title": title, "revisions": (*stored.revisions, revision)})


def _write(store: Store, by: Act, stored: Article | None, wanted: Article) -> bool:
    """Write the article, its new revision or its new particulars; say whether particulars changed."""
    newest = wanted.revisions[-1]
    if stored is None:
        pk = articles.insert(store, wanted, now())
        particulars: Changes = {f: (None, getattr(wanted, f)) for f in articles.DESCRIPTION if getattr(wanted, f)}
        text: Changes = {"title": (None, newest.title), "revision": (None, 1), "sha256": (None, newest.sha256)}
        events.append(store, by, Action.ADD, "article", wanted.id, particulars | text)
        articles.add_revision(store, pk, newest, number=1, at=now())
        return True
    changes = {
        f: (getattr(stored, f), getattr(wanted, f))
        for f in articles.DESCRIPTION
        if getattr(stored, f) != getattr(wanted, f)
    }
    if changes:
        events.append(store, by, Action.DESCRIBE, "article", wanted.id, changes)
    for field, (_, value) in changes.items():
        articles.describe(store, wanted.id, field, value)
    if len(wanted.revisions) > len(stored.revisions):
        before = stored.revisions[-1]
        text = {"revision": (before.number, newest.number), "sha256": (before.sha256, newest.sha256)}
        if before.title != newest.title:
            text["title"] = (before.title, newest.title)
        events.append(store, by, Action.REVISE, "article", wanted.id, text)
        pk = lookup.key(store, "articles", wanted.id)
        articles.add_revision(store, pk, newest, number=newest.number, at=now())
    return bool(changes)


def resegment(
    store: Store,
    by: Act,
    article: str,
    *,
    tagger: Tagger | None = None,
    locale: str = "en-US",
    write: bool = True,
) -> Difference:
    """Run the segmenter again over a stored article's newest revision, and say what that changes.

    What a person has touched is left alone. Without ``write`` nothing is stored.
    """
    stored = articles.get(store, lookup.resolve(store, "articles", article))
    found = extract(stored, tagger, locale=locale)
    difference = Difference(article_id=stored.id)
    with suppress(_Forgotten), store.act():
        difference = propose(store, by, stored, found)
        if not write:
            raise _Forgotten
    return difference


class _Forgotten(Exception):
    """Ends a trial run, so that the act rolls back."""

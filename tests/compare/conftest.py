"""Claims and articles of our own making, small enough to be read beside the test."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from claims.compare.profile import Profile, profile
from claims.extract.figures import find_figures
from claims.ids import article_id, claim_id, text_sha256
from claims.models import Article, Claim, ClaimSpeaker, Revision, Span, SpeakerRef
from claims.vocabulary import Kind, SpeakerKind

Told = Callable[..., Profile]


@pytest.fixture
def told() -> Told:
    """Makes the profile of a claim from its words, its outlet, and the article around it."""

    def make(
        words: str,
        *,
        outlet: str = "The Arrel Post",
        published: str | None = "2025-05-06",
        title: str = "Bridge over the Arrel falls at Quenby",
        before: str = "Part of the old bridge over the Arrel at Quenby fell into the river.",
        speaker: str | None = None,
        kind: Kind = Kind.STATEMENT,
    ) -> Profile:
        text = f"{before}\n\n{words}"
        start = len(text) - len(words)
        url = f"https://example.org/{text_sha256(outlet + text + str(published))}"
        article = Article(
            id=article_id(url, text), url=url, title=title, publisher=outlet, published=published,
            revisions=(Revision(number=1, title=title, text=text, sha256=text_sha256(text), recipe=0),),
        )  # fmt: skip
        end = len(text.rstrip("."))
        span = Span(start=start, end=end, text=text[start:end])
        figures = tuple(one for one in find_figures(text, published=published) if start <= one.start and one.end <= end)
        said = SpeakerRef(id=f"s{speaker}", name=speaker, kind=SpeakerKind.PERSON) if speaker else None
        claim = Claim(
            id=claim_id(article.id, kind, span.text, 0), article_id=article.id, kind=kind, spans=(span,),
            text=span.text, figures=figures, speakers=(ClaimSpeaker(speaker=said),) if said else (),
        )  # fmt: skip
        return profile(claim, article, "2025-06-01T00:00:00Z")

    return make

"""Sources that are a role, a description or a relation: every case of ``roles.txt``."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from claims.extract.speakers import cast_of
from claims.extract.speakers.phrases import phrase_of
from claims.models import Article, Attribution, ClaimSpeaker, Span
from claims.vocabulary import Part, SpeakerKind, SpeakerRelation
from tests.extract.marks import unmarked

MakeArticle = Callable[..., Article]
TABLE = Path(__file__).with_name("roles.txt")
CASES = [
    line.split(" || ", 1)
    for line in TABLE.read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


def marked(text: str) -> tuple[str, list[tuple[Part, Attribution]]]:
    """The text without its marks, and its attributions: the nearest source before each content, the cue between."""
    plain, said = unmarked(text)
    found = []
    for source, content in said:
        words = plain[source.end : content.start].strip()
        start = plain.index(words, source.end)
        cue = Span(start=start, end=start + len(words), text=words)
        found.append((Part.TEXT, Attribution(source=(source,), cue=(cue,), content=(content,))))
    return plain, found


def told(links: tuple[ClaimSpeaker, ...]) -> str:
    """The speakers of a claim as the table writes them."""

    def names(relation: SpeakerRelation, mark: str = "") -> list[str]:
        speakers = [link.speaker for link in links if link.relation == relation and link.speaker]
        return sorted(mark + (one.name if one.kind == SpeakerKind.PERSON else "=") for one in speakers)

    bodies = [link.speaker.name for link in links if link.relation == SpeakerRelation.ON_BEHALF_OF and link.speaker]
    says = names(SpeakerRelation.SAYS) or names(SpeakerRelation.CANDIDATE, "?")
    return (" " if says and says[0].startswith("?") else " + ").join(says) + "".join(
        f" for {body.removeprefix('The ').removeprefix('the ')}" for body in bodies
    )


@pytest.mark.parametrize(("wanted", "text"), CASES)
def test_a_role_leads_to_whoever_bears_it(article_of: MakeArticle, wanted: str, text: str) -> None:
    """Before or behind the name, by what somebody did, whose kin they are; one that nobody bears is nobody's."""
    title, _, body = text[1:].partition("]") if text.startswith("[") else ("", "", text)
    plain, attributions = marked(body.replace("¶", "\n\n"))
    links = cast_of(article_of(plain, title=title or None), attributions).of_attribution[-1]
    assert told(links) == wanted
    if wanted.startswith("="):
        speaker = links[0].speaker
        assert speaker is not None
        assert phrase_of(speaker.name).head in {phrase_of(attributions[-1][1].source[0].text).head, "man"}


def test_names_in_the_furniture_of_a_page_are_nobodys(article_of: MakeArticle) -> None:
    """Whoever only stands in a caption or a byline is not meant by "he"."""
    story = "Ivo Lenz closed the bridge. {It is late}, <he> said."
    plain, attributions = marked(
        "Picture: Tom Orsk\n\n" + story.replace("{It is late}, <he> said", "<He> said {it is late}")
    )
    furniture = [(0, len("Picture: Tom Orsk"))]
    (link,) = cast_of(article_of(plain), attributions, furniture).of_attribution[-1]
    assert link.speaker is not None
    assert link.speaker.name == "Ivo Lenz"

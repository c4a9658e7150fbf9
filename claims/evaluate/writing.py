"""Gold out of confirmed claims: an article and its annotations, in the notation that ``claims evaluate`` reads.

What is written is read back at once, so that whatever the notation cannot say is an error and never a slip.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from claims.errors import InputError
from claims.evaluate.gold import PRONOUNS
from claims.evaluate.locating import BETWEEN_PIECES, REST, occurrences
from claims.evaluate.notation import NO_SOURCE, NOBODY, UNMARKED, parse
from claims.evaluate.placing import place
from claims.intake import read_bytes
from claims.models import Article, Claim, ClaimSpeaker, Span, SpeakerRef
from claims.vocabulary import Attitude, Kind, Part, SpeakerRelation

MARKS, DOUBLE = frozenset("\"“”«»‘'"), frozenset('"“”«»')
HEADER = (("Title", "title"), ("Publisher", "publisher"), ("Published", "published"), ("URL", "url"))
ENDS = (1, 3, 6, 12)
"""So many words of either end tell a long span apart, where all of its words cannot stand in one line."""
REMARK = "# Written by claims gold make from claims that people confirmed."


@dataclass(slots=True)
class _Cast:
    """The speakers of an article under the keys of its annotations, with what the article calls them."""

    keys: dict[str, str] = field(default_factory=dict)
    refs: dict[str, SpeakerRef] = field(default_factory=dict)
    names: dict[str, list[str]] = field(default_factory=dict)
    roles: dict[str, list[str]] = field(default_factory=dict)

    def key(self, link: ClaimSpeaker, ref: SpeakerRef) -> str:
        """The key of a speaker, who is met here or was met before."""
        key = self.keys.setdefault(ref.id, f"@s{len(self.keys) + 1}")
        self.refs[key] = ref
        for words, known in ((link.mention.text if link.mention else None, self.names), (link.role, self.roles)):
            heard = known.setdefault(key, [])
            if words and words not in heard:
                heard.append(words)
        return key

    def lines(self, article: Article) -> Iterator[str]:
        """One line for each speaker."""
        whole = f"{article.title or ''}\n{article.text}"
        for key, ref in self.refs.items():
            fields = [f"{key} {ref.kind} {ref.name}"]
            called = [name for name in self.names[key] if name in whole and name.lower() not in PRONOUNS]
            also = [name for name in called if _one_word(name)]
            roles = [role for role in self.roles[key] if role in whole and _one_word(role)]
            fields += [f"also: {'; '.join(also)}"] if also and ref.name not in whole else []
            fields += [f"roles: {'; '.join(roles)}"] if roles else []
            yield " | ".join(fields)


def write(article: Article, claims: Sequence[Claim]) -> tuple[str, str]:
    """An article and its annotations, each as the text of its file.

    Figures are said to be unmarked: a desk confirms those of its claims, and gold is about all of an article.
    Raises InputError where the notation cannot say what the claims do.
    """
    cast = _Cast()
    ordered = sorted(claims, key=lambda claim: (claim.spans[0].part == Part.TEXT, claim.spans[0].start))
    lines = [_line(article, claim, cast) for claim in ordered]
    notes = "\n".join([REMARK, *cast.lines(article), "", *lines, "", UNMARKED, ""])
    text = _text(article)
    _read_back(article, ordered, text, notes)
    return text, notes


def _text(article: Article) -> str:
    given = [(label, getattr(article, name)) for label, name in (*HEADER, ("Language", "language"))]
    head = "".join(f"{label}: {value}\n" for label, value in given if value)
    return f"{head}\n{article.text}\n"


def _line(article: Article, claim: Claim, cast: _Cast) -> str:
    if claim.kind == Kind.STATEMENT:
        return f"{Kind.STATEMENT} | {_words(article, claim.spans)}"
    says, behalf, open_ = (
        [cast.key(link, link.speaker) for link in claim.speakers if link.relation == relation and link.speaker]
        for relation in (SpeakerRelation.SAYS, SpeakerRelation.ON_BEHALF_OF, SpeakerRelation.CANDIDATE)
    )
    head = [kind_by_marks(claim), *says]
    if not says:
        head += [f"?{key}" for key in open_] or [NOBODY]
    head += ["for", *behalf] if behalf else []
    head += [claim.attitude] if claim.attitude != Attitude.ASSERTION else []
    cells = [_words(article, spans) for spans in (claim.source_spans, claim.cue_spans, claim.spans)]
    return " | ".join([" ".join(head), *cells])


def kind_by_marks(claim: Claim) -> Kind:
    """The kind that the marks in a claim's words give it, which is the one that gold goes by."""
    if all(span.text[0] in MARKS for span in claim.spans) and claim.kind == Kind.QUOTE:
        return Kind.QUOTE
    letters = {letter for span in claim.spans for letter in span.text}
    return Kind.MIXED if letters & (MARKS if claim.kind != Kind.INDIRECT else DOUBLE) else Kind.INDIRECT


def _words(article: Article, spans: Sequence[Span]) -> str:
    return BETWEEN_PIECES.join(_place(article, span) for span in spans) or NO_SOURCE


def _place(article: Article, span: Span) -> str:
    """The words of a span, with a number where they stand at several places."""
    for words in _wordings(span.text):
        places = [
            (part, *found) for part in (Part.TITLE, Part.TEXT) for found in occurrences(article.words(part), words)
        ]
        wanted = (span.part, span.start, span.end)
        if wanted in places and _one_line(words):
            return words if len(places) == 1 else f"{words} #{places.index(wanted) + 1}"
    raise InputError(f'"{span.text[:60]}" cannot be named by its words.', hint="Tag it anew from whole words.")


def _wordings(text: str) -> Iterator[str]:
    yield text
    words = text.split(" ")
    for count in ENDS:
        if len(words) > 2 * count:
            yield " ".join(words[:count]) + REST + " ".join(words[-count:])


def _one_line(words: str) -> bool:
    return "\n" not in words and " | " not in words and BETWEEN_PIECES not in words and words == words.strip()


def _one_word(name: str) -> bool:
    return ";" not in name and _one_line(name)


def _read_back(article: Article, claims: Sequence[Claim], text: str, notes: str) -> None:
    read = read_bytes(text.encode(), "article.txt")
    for part in Part:
        if read.words(part) != article.words(part):
            raise InputError("The article does not read back as it is.", hint="Its text was not taken in from a file.")
    gold = place(parse(notes, "its annotations"), read)
    for claim, found in zip(claims, gold.claims, strict=True):
        if (found.source, found.cue, found.content) != (claim.source_spans, claim.cue_spans, claim.spans):
            raise InputError(
                f'The notation would put "{claim.text[:60]}" elsewhere.', hint="Tag its source, cue and words anew."
            )

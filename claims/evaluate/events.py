"""Events as several outlets reported them: articles, their claims in groups, and the pairs that people kept apart.

An event is a folder with its articles (``NAME.txt``) and one file ``event.groups``. A corpus of events is compared as a
whole, for what two events have in common must not bring their claims together.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from itertools import combinations, product
from pathlib import Path
from typing import NoReturn

from claims.errors import InputError
from claims.evaluate.event_notation import EventNotes, GroupLines, MemberLine, parse_groups
from claims.evaluate.locating import Words
from claims.intake import read_path
from claims.models import Article, Document, Span, Value
from claims.vocabulary import ClaimRelation, PairRemark

GROUPS = "event.groups"
ARTICLE = ".txt"


class GoldMember(Value):
    """A claim of an event, in a group or alone."""

    key: str
    """Event, article and word: ``01-dam/wire.toll``."""
    article: str
    """The article's id."""
    line: int
    spans: tuple[Span, ...]


class GoldGroup(Value):
    """Claims about the same thing."""

    about: str
    members: tuple[str, ...]
    also: tuple[str, ...] = ()
    """Claims that say two things and stand elsewhere for the first: here they are neither wanted nor wrong."""

    @property
    def pairs(self) -> Iterator[frozenset[str]]:
        """Every two members, and every member with every claim that may belong here, too."""
        for pair in (*combinations(self.members, 2), *product(self.members, self.also)):
            yield frozenset(pair)


class GoldPair(Value):
    """Two claims of a group in different articles, and how they relate."""

    a: str
    b: str
    relations: tuple[ClaimRelation, ...]
    """The first is what the annotator would write; the others are as right."""
    remark: PairRemark | None = None


class Kept(Value):
    """Two claims that look alike and are about different things."""

    a: str
    b: str
    why: str


class GoldEvent(Document):
    """One event in several articles."""

    name: str
    articles: tuple[Article, ...]
    claims: tuple[GoldMember, ...]
    groups: tuple[GoldGroup, ...]
    pairs: tuple[GoldPair, ...]
    apart: tuple[Kept, ...] = ()


class EventCorpus(Document):
    """Events, and the hash of their files."""

    name: str
    sha256: str
    events: tuple[GoldEvent, ...]

    @property
    def articles(self) -> tuple[Article, ...]:
        """All articles, event by event."""
        return tuple(article for event in self.events for article in event.articles)

    @property
    def claims(self) -> dict[str, GoldMember]:
        """All claims by their key."""
        return {claim.key: claim for event in self.events for claim in event.claims}


def is_event(folder: Path) -> bool:
    """Whether a folder's articles are those of an event, rather than articles that were annotated one by one."""
    return (folder / GROUPS).is_file()


def holds_events(path: Path) -> bool:
    """Whether a path is an event or holds nothing but events."""
    if not path.is_dir():
        return False
    folders = {file.parent for file in path.rglob(f"*{ARTICLE}")}
    return bool(folders) and all(is_event(folder) for folder in folders)


def read_events(path: Path) -> EventCorpus:
    """Read an event or a folder of events; everything is checked on the way."""
    folders = sorted(file.parent for file in path.rglob(GROUPS))
    if not folders:
        raise InputError(f"{path} holds no events.", hint=f"An event is a folder of articles with a file {GROUPS}.")
    digest = hashlib.sha256()
    for folder in folders:
        for file in sorted([*folder.glob(f"*{ARTICLE}"), folder / GROUPS]):
            data = file.read_bytes()
            digest.update(f"{folder.name}/{file.name}\0{len(data)}\0".encode())
            digest.update(data)
    corpus = EventCorpus(name=path.name, sha256=digest.hexdigest(), events=tuple(map(_event, folders)))
    _check_apart(corpus)
    return corpus


def _event(folder: Path) -> GoldEvent:
    name = f"{folder.name}/{GROUPS}"
    try:
        notes = parse_groups((folder / GROUPS).read_text(encoding="utf-8"), name)
    except UnicodeDecodeError as error:
        raise InputError(f"{name} is not UTF-8 (byte {error.start}).", hint="Save it as UTF-8.") from error
    articles = {file.stem: read_path(file) for file in sorted(folder.glob(f"*{ARTICLE}"))}
    return _Reader(folder.name, notes, articles).event()


class _Reader:
    """Puts one file of groups together with its articles."""

    def __init__(self, event: str, notes: EventNotes, articles: dict[str, Article]) -> None:
        self._event, self._notes, self._articles = event, notes, articles
        self._members: dict[str, GoldMember] = {}

    def event(self) -> GoldEvent:
        """The event, with every word in its place."""
        for lines in self._notes.groups:
            for member in lines.members:
                self._add(member)
        groups = [lines for lines in self._notes.groups if lines.about]
        return GoldEvent(
            name=self._event,
            articles=tuple(self._articles.values()),
            claims=tuple(self._members.values()),
            groups=tuple(map(self._group, groups)),
            pairs=tuple(pair for lines in groups for pair in self._pairs(lines)),
            apart=tuple(
                kept
                for line in self._notes.apart
                for a, b in line.pairs
                if not self._in_one(kept := Kept(a=self._far(a), b=self._far(b), why=line.why))
            ),
        )

    def _in_one(self, kept: Kept) -> bool:
        a, b = self._members.get(kept.a), self._members.get(kept.b)
        return a is not None and b is not None and a.article == b.article

    def _add(self, member: MemberLine) -> None:
        key = self._far(member.key)
        if key in self._members:
            self._refuse(member.line, f"{member.key} is there already", "Give each claim a key of its own.")
        stem = member.key.partition(".")[0]
        article = self._articles.get(stem)
        if article is None:
            self._refuse(member.line, f"no article is called {stem}", f"There are {', '.join(self._articles)}.")
        words, spans = Words(article, self._notes.name), list[Span]()
        for piece in member.words:
            place = (spans[-1].part, spans[-1].end) if spans else None
            spans.append(words.behind(piece, member.line, place) if place else words.spans(piece, member.line)[0])
        self._members[key] = GoldMember(key=key, article=article.id, line=member.line, spans=tuple(spans))

    def _group(self, lines: GroupLines) -> GoldGroup:
        members = tuple(self._known(one.key, one.line) for one in lines.members)
        also = tuple(key if "/" in key else self._known(key, line) for line, key in lines.also)
        articles = {self._members[key].article if key in self._members else key for key in (*members, *also)}
        if len(articles) < 2 or set(members) & set(also):
            self._refuse(lines.line, "a group has claims of two articles, each once", 'Put a lone claim under "alone".')
        return GoldGroup(about=lines.about or "", members=members, also=also)

    def _pairs(self, lines: GroupLines) -> Iterator[GoldPair]:
        """Every two members in different articles have their relation, once."""
        members = [self._members[self._far(one.key)] for one in lines.members]
        wanted = {frozenset((a.key, b.key)) for a, b in combinations(members, 2) if a.article != b.article}
        for line in lines.relations:
            for short in line.pairs:
                a, b = (self._known(key, line.line) for key in short)
                if self._members[a].article == self._members[b].article:
                    continue
                if frozenset((a, b)) not in wanted:
                    self._refuse(
                        line.line,
                        f"{short[0]} and {short[1]} have a relation already, or are no members here",
                        "Each two members of a group have one relation.",
                    )
                wanted.remove(frozenset((a, b)))
                yield GoldPair(a=a, b=b, relations=line.relations, remark=line.remark)
        if wanted:
            left = ", ".join(" and ".join(sorted(pair)) for pair in sorted(wanted, key=sorted))
            self._refuse(lines.line, f"no relation for {left}", "Every two members in different articles have one.")

    def _far(self, key: str) -> str:
        return key if "/" in key else f"{self._event}/{key}"

    def _known(self, key: str, line: int) -> str:
        if self._far(key) not in self._members:
            self._refuse(line, f"{key} is no claim of this event", "Write its words in a line above: KEY | WORDS")
        return self._far(key)

    def _refuse(self, line: int, what: str, hint: str) -> NoReturn:
        raise InputError(f"{self._notes.name}, line {line}: {what}.", hint=hint)


def _check_apart(corpus: EventCorpus) -> None:
    """What reaches into other events stands there, and no pair is in one group and kept apart."""
    claims, known = corpus.claims, {event.name for event in corpus.events}
    together = {pair for event in corpus.events for group in event.groups for pair in group.pairs}
    for event in corpus.events:
        named = [key for kept in event.apart for key in (kept.a, kept.b)]
        for key in (*named, *(key for group in event.groups for key in group.also)):
            # A single event can be read without the others that it names.
            if key not in claims and key.partition("/")[0] in known:
                raise InputError(f"{event.name}/{GROUPS}: {key} is no claim.", hint="Name a claim of the corpus.")
        for kept in event.apart:
            if frozenset((kept.a, kept.b)) in together:
                raise InputError(
                    f"{event.name}/{GROUPS}: {kept.a} and {kept.b} are in one group and kept apart.",
                    hint="Take one of the two lines away.",
                )

"""What every test may ask for."""

from __future__ import annotations

import functools
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from claims import desk
from claims.extract.rules import RuleTagger
from claims.ids import article_id, text_sha256
from claims.models import Article, ClaimRecord, Revision
from claims.store import claims, open_store
from claims.vocabulary import Action, Stance, Verdict

# Other work on the machine must not make a test fail, and one run must find what the next one finds.
settings.register_profile("steady", deadline=None, derandomize=True)
settings.register_profile("searching", deadline=None, max_examples=1000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))

JUDGES = "CLAIMDESK_JUDGES"


@pytest.fixture(scope="session")
def judges() -> Path:
    """The folder of other people's annotated data, which cannot be part of the repository."""
    if JUDGES not in os.environ:
        pytest.skip(f"{JUDGES} does not name a folder of judges' data")
    return Path(os.environ[JUDGES])


HARBOUR = """\
The ferry company Norlink will raise fares by 12 percent in May, harbour minister Tilda Brandt said on Tuesday.

“We will keep every route open,” Brandt told reporters in Ostmere. She said that the state would pay at least \
40 million dollars for 3 new ships.

According to the transport union, about 250 jobs are at risk. “This is a bad day for the islands,” said Oren Falk, \
who leads the union.

The fares were last raised in 2019, by 4 percent."""


# What becomes of claims is tested here, not how they are found; rules need no model to be loaded.
RULES = RuleTagger()


class Bench:
    """A real file with real claims in it, and short ways to get at them."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.store = open_store(path)

    def article(
        self,
        text: str = HARBOUR,
        *,
        url: str | None = "https://ostmerepost.example/fares",
        title: str | None = "Ferry fares to rise in Ostmere",
        publisher: str | None = "Ostmere Post",
    ) -> Article:
        """An article as intake would hand it over."""
        revision = Revision(number=1, title=title, text=text, sha256=text_sha256(text), recipe=1)
        return Article(
            id=article_id(url, text),
            url=url,
            title=title,
            publisher=publisher,
            published="2026-03-03",
            revisions=(revision,),
        )

    def add(self, text: str = HARBOUR, *, revises: str | None = None, **particulars: str | None) -> desk.Added:
        """Add an article as somebody who only adds articles."""
        article = self.article(text, **particulars)
        return desk.add(self.store, desk.act("intake"), article, revises=revises, tagger=RULES)

    def claim(self, words: str) -> ClaimRecord:
        """The one claim, shown or hidden, that has these words."""
        ids = [row["id"] for row in self.store.rows("SELECT id FROM claims WHERE instr(text, ?)", (words,))]
        assert len(ids) == 1, (words, ids)
        return claims.record(self.store, ids[0])

    def claim_of(self, id: str) -> ClaimRecord:
        """The claim with this id."""
        return claims.record(self.store, id)

    def seen(self, *words: str) -> list[desk.Seen]:
        """Claims as somebody looks at them now."""
        return [desk.Seen(id=claim.id, version=claim.version) for claim in map(self.claim, words)]

    def tag(self, words: str, by: str = "ana", **correction: Any) -> ClaimRecord:
        """Tag a claim, which has to go well."""
        done = desk.tag(self.store, desk.act(by), self.seen(words), desk.Correction(**correction))
        return self.only(done)

    def decide(self, words: str, action: Action, by: str = "rosa", **decision: Any) -> ClaimRecord:
        """Decide upon a claim, which has to go well."""
        return self.only(
            desk.decide(self.store, desk.act(by), self.seen(words), desk.Decision(action=action, **decision))
        )

    def evidence(self, words: str, by: str = "ana", stance: Stance = Stance.SUPPORTS, **entry: Any) -> ClaimRecord:
        """Enter a piece of evidence."""
        entry = {"url": "https://ministry.example/fares"} | entry
        (one,) = self.seen(words)
        return desk.add_evidence(self.store, desk.act(by), one, desk.EvidenceEntry(stance=stance, **entry))

    def verified(self, words: str) -> ClaimRecord:
        """Bring a claim all the way."""
        self.tag(words)
        self.evidence(words)
        self.decide(words, Action.SUBMIT, by="ana")
        return self.decide(words, Action.APPROVE, verdict=Verdict.SUPPORTED)

    @staticmethod
    def only(outcome: desk.Outcome) -> ClaimRecord:
        """The claim of an act upon one; its error is raised."""
        for _, error in outcome.failed:
            raise error
        (record,) = outcome.done
        return record

    def raw(self, path: Path | None = None) -> sqlite3.Connection:
        """Other hands: a plain connection with SQLite's own settings."""
        conn = sqlite3.connect(path or self.path, isolation_level=None)
        self.others.append(conn)
        return conn

    @functools.cached_property
    def others(self) -> list[sqlite3.Connection]:
        """Connections that are closed at the end."""
        return []

    def dump(self) -> str:
        """Everything the file holds, as SQL."""
        return "\n".join(self.store.conn.iterdump())

    def problems(self) -> list[str]:
        """What ``check`` finds, one line each."""
        return [f"{problem.where}: {problem.what}" for problem in desk.check(self.store)]


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    """A file with one article and its claims."""
    bench = Bench(tmp_path / "claims.db")
    bench.add()
    yield bench
    for conn in bench.others:
        conn.close()
    bench.store.close()


@pytest.fixture(scope="session")
def make_bench() -> type[Bench]:
    """A bench at a path of one's own; who makes it closes its store."""
    return Bench

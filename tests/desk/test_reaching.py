"""How far a change reaches: what is formed around it alone is what forming everything would give, and costs less."""

from __future__ import annotations

import random
import re
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claims import desk
from claims.desk import gathering
from claims.desk.reaching import reach
from claims.extract.rules import RuleTagger
from claims.ids import article_id, text_sha256
from claims.models import Article, Group, Revision
from claims.store import Store, comparing, groups, open_store
from claims.vocabulary import PairDecision

ARTICLES = 9
WORDS = (
    "“The hall in Tarnwick is closed until {day} May,” said mayor Edda Holm.\n\n"
    "“We lost {day} chairs and a piano,” said Oren Falk, who keeps the hall.\n\n"
    "“Nobody had told us of {day} cracks,” said Ivo Brandt of the choir."
)
STRENGTHS = (0.2, 0.3, 0.35, 0.4, 0.4, 0.5, 0.6, 0.9)
"""Few of them: equals have to be settled in one way only."""


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Nine articles of a few claims each, compared, and then linked to nothing."""
    path = tmp_path_factory.mktemp("reaching") / "template.db"
    with open_store(path) as store:
        for at in range(ARTICLES):
            text, url = WORDS.format(day=at + 3), f"https://outlet{at}.example/hall"
            article = Article(
                id=article_id(url, text), url=url, title="Hall in Tarnwick closed", published=f"2026-03-0{at % 4 + 1}",
                revisions=(
                    Revision(number=1, title="Hall in Tarnwick closed", text=text, sha256=text_sha256(text), recipe=1),
                ),
            )  # fmt: skip
            desk.add(store, desk.act("intake"), article, tagger=RuleTagger())
        desk.compare(store, None)
        everything = claims_of(store)
        assert len(everything) >= 3 * ARTICLES
        relink(store, everything, [])
        gathering.catch_up(store)
        assert groups.plain(store) == []
    return path


@contextmanager
def copied(template: Path, to: Path) -> Iterator[Store]:
    """The template in a file of its own."""
    shutil.copy(template, to)
    with open_store(to) as store:
        yield store


@pytest.fixture
def file(template: Path, tmp_path: Path) -> Iterator[Store]:
    with copied(template, tmp_path / "claims.db") as store:
        yield store


def claims_of(store: Store) -> list[int]:
    return [row["claim"] for row in store.rows("SELECT claim FROM claim_profiles ORDER BY claim")]


def relink(store: Store, moved: Iterable[int], links: Iterable[tuple[int, int, float]]) -> None:
    """What comparing does with claims that are new or have changed."""
    some = sorted(moved)
    with store.act():
        seeds = {*some, *groups.beside(store, some)}
        comparing.unlink(store, some)
        comparing.set_links(store, links)
        comparing.regroup(store, seeds)


def drawn(chance: random.Random, moved: Iterable[int], everything: list[int]) -> list[tuple[int, int, float]]:
    """Links of these claims to some of all."""
    found: dict[tuple[int, int], float] = {}
    for one in sorted(moved):
        for other in chance.sample(everything, chance.randint(0, 5)):
            if one != other:
                found[min(one, other), max(one, other)] = chance.choice(STRENGTHS)
    return [(one, other, strength) for (one, other), strength in found.items()]


def by_id(found: Iterable[Group]) -> list[Group]:
    return sorted(found, key=lambda group: group.id)


def as_if_formed_at_once(store: Store) -> list[Group]:
    return by_id(gathering.gather_all(store, claims_of(store)).groups)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 2**32), at_once=st.integers(1, 30))
def test_whatever_changes_the_groups_are_as_if_formed_at_once(
    template: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, seed: int, at_once: int
) -> None:
    """Links that come and go, people who put claims together and apart, and turns of any size: nothing is missed."""
    monkeypatch.setattr(gathering, "AT_ONCE", at_once)
    monkeypatch.setattr(gathering, "PAUSE", 0)
    chance = random.Random(seed)
    with copied(template, tmp_path / "claims.db") as store:
        everything = claims_of(store)
        names = {key: id for id, key in comparing.ids(store, everything).items()}
        relink(store, everything, drawn(chance, everything, everything))
        for _ in range(5):
            if chance.random() < 0.4:
                one, other = chance.sample(everything, 2)
                said = chance.choice([PairDecision.TOGETHER, PairDecision.DIFFERENT, PairDecision.SAME])
                desk.decide_pair(store, desk.act(chance.choice(["ana", "bo"])), names[one], names[other], said)
            moved = chance.sample(everything, chance.randint(0, 3))
            relink(store, moved, drawn(chance, moved, everything))
            if chance.random() < 0.8:
                gathering.catch_up(store)
                assert by_id(groups.plain(store)) == as_if_formed_at_once(store)
        gathering.catch_up(store)
        assert by_id(groups.plain(store)) == as_if_formed_at_once(store)
        assert groups.split_up(store) == []


@contextmanager
def profiles_read(store: Store) -> Iterator[set[int]]:
    """The keys of the claims whose profiles are read meanwhile, as SQLite hears of it."""
    read: set[int] = set()

    def hear(sql: str) -> None:
        if asked := re.search(r"SELECT p\.claim, c\.id, p\.article, p\.profile .* p\.claim IN \(([^)]*)\)", sql):
            read.update(map(int, asked[1].split(",")))

    store.conn.set_trace_callback(hear)
    try:
        yield read
    finally:
        store.conn.set_trace_callback(None)


def chained(store: Store) -> list[int]:
    """The first claims of all articles, every two joined to a group, and the groups linked in a chain too faint to
    join them."""
    firsts = [row["claim"] for row in store.rows("SELECT min(claim) AS claim FROM claim_profiles GROUP BY article")]
    links = [(one, other, 0.6 if at % 2 == 0 else 0.4) for at, (one, other) in enumerate(pairwise(firsts))]
    relink(store, firsts, links)
    gathering.catch_up(store)
    assert [len(group.claims) for group in groups.plain(store)] == [2, 2, 2, 2]
    assert gathering.gather_all(store, firsts[:1]).keys == set(firsts)
    return firsts


def test_profiles_are_read_for_groups_that_change_and_for_no_others(file: Store) -> None:
    """Whatever hangs together with a claim by links, only the group that it comes into is read and written."""
    firsts = chained(file)
    file.conn.execute("UPDATE claim_pairs SET reason = 'As it stands.'")
    new = claims_of(file)[1]
    relink(file, [new], [(new, other, 0.8) for other in firsts[2:4]])
    with profiles_read(file) as read:
        assert gathering.catch_up(file) == 1
    assert read == {new, *firsts[2:4]}
    reasons = {group.pairs[0].reason for group in groups.plain(file) if len(group.claims) == 2}
    assert reasons == {"As it stands."}


def test_a_group_around_that_loses_a_claim_is_read_too(file: Store) -> None:
    """A claim that comes between two others leaves one of them alone: what it leaves is formed anew as well."""
    firsts = chained(file)
    new = claims_of(file)[1]
    relink(file, [new], [(new, firsts[2], 0.95), (new, firsts[3], 0.01)])
    with profiles_read(file) as read:
        gathering.catch_up(file)
    assert read == {new, firsts[2]}
    assert by_id(groups.plain(file)) == as_if_formed_at_once(file)
    assert groups.of_claim(file, claim_id(file, firsts[3])) is None


def claim_id(store: Store, key: int) -> str:
    return str(store.value("SELECT id FROM claims WHERE pk = ?", (key,)))


def test_a_claim_that_changes_nothing_has_its_own_group_looked_at_only(file: Store) -> None:
    """What was read anew gets its relations anew, though nobody comes or goes; its neighbours are left as they are."""
    firsts = chained(file)
    with file.reading():
        found = reach(file, firsts[:1])
    assert found.keys == set(firsts[:2])
    assert [set(one) for one in found.gatherings] == [set(firsts[:2])]


def test_a_decision_forms_anew_the_two_groups_it_is_about(file: Store) -> None:
    """Two claims that somebody puts together leave theirs, one that is left finds another; the chain is not read."""
    firsts = chained(file)
    with profiles_read(file) as read:
        (record,) = desk.decide_pair(
            file, desk.act("ana"), claim_id(file, firsts[0]), claim_id(file, firsts[6]), PairDecision.TOGETHER
        )
    assert {claim.id for claim in record.claims} == {claim_id(file, firsts[at]) for at in (0, 6)}
    assert read == {firsts[0], *firsts[6:]}
    assert {claim_id(file, firsts[at]) for at in (7, 8)} in [set(group.claims) for group in groups.plain(file)]
    assert by_id(groups.plain(file)) == as_if_formed_at_once(file)

"""Comparing step by step: what one run would find, however it is cut up, killed or crowded."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claims import desk
from claims.compare.encoder import Passage
from claims.errors import Refused
from claims.ids import article_id, text_sha256
from claims.models import Article, Revision
from claims.store import Store, comparing, groups, open_store, reprints
from claims.vocabulary import Action, ClaimRelation, DismissReason, PairDecision

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tests.conftest import Bench

np = pytest.importorskip("numpy", reason="numpy comes with the extra minilm")

WORDS = (
    "At least {dead} people died when the roof of the market hall in Tarnwick fell in, the mayor Edda Holm said.\n\n"
    "“We will rebuild the hall in Tarnwick stone by stone,” Holm told reporters.\n\n"
    "The builder Corvane said that repairs would cost {cost} million dollars."
    " About {hurt} people were hurt in Tarnwick."
)
OTHER = (
    "A ferry ran aground off Selmouth on Monday, and {hurt} people were taken ashore, the coastguard said.\n\n"
    "“The sea was calm, and nobody was in danger,” captain Ivo Brandt of the Selmouth ferry said."
)


class Hashed:
    """Vectors of the words that a text has: a stand-in for the encoder, as deterministic and much smaller."""

    model = "hashed-words"

    def encode(self, passages: Sequence[Passage]) -> NDArray[np.float32]:
        rows = np.zeros((len(passages), 64), np.float32)
        for row, one in zip(rows, passages, strict=True):
            for word in one.words.lower().split():
                row[int(text_sha256(word)[:8], 16) % 64] += 1
            row /= max(float(np.linalg.norm(row)), 1e-9)
        return rows


def written(text: str, outlet: str, day: str, title: str = "Roof falls in Tarnwick") -> Article:
    """An article as intake would hand it over."""
    url = f"https://{outlet.lower().replace(' ', '')}.example/{text_sha256(text)[:8]}"
    revision = Revision(number=1, title=title, text=text, sha256=text_sha256(text), recipe=1)
    return Article(
        id=article_id(url, text), url=url, title=title, publisher=outlet, published=day, revisions=(revision,)
    )


ARTICLES = (
    written(WORDS.format(dead=12, cost=40, hurt=80), "Tarn Post", "2026-03-03"),
    written(WORDS.format(dead=12, cost=40, hurt=80) + "\n\nNobody knew more.", "Tarn Echo", "2026-03-03"),
    written(WORDS.format(dead=14, cost=400, hurt=90), "Lowland Radio", "2026-03-04"),
    written(
        WORDS.format(dead=9, cost=40, hurt=85).replace("stone by stone", "brick by brick"), "Courier", "2026-03-05"
    ),
    written(OTHER.format(hurt=30), "Coast News", "2026-03-02", title="Ferry aground off Selmouth"),
    written(OTHER.format(hurt=33).replace("calm", "quiet"), "Bay Herald", "2026-03-02", title="Selmouth ferry ashore"),
)


def add(store: Store, articles: Sequence[Article]) -> None:
    for article in articles:
        desk.add(store, desk.act("intake"), article)


def found(store: Store) -> str:
    """All that comparing found, without what a file alone knows."""
    said = [group.model_dump_json() for group in groups.plain(store)]
    return "\n".join(sorted(said) + sorted(one.model_dump_json() for one in reprints.find(store)))


@pytest.fixture
def file(tmp_path: Path) -> Iterator[Store]:
    """Six articles on two events."""
    with open_store(tmp_path / "claims.db") as store:
        add(store, ARTICLES)
        yield store


def test_claims_of_one_event_are_grouped_and_set_against_each_other(file: Store) -> None:
    """Same, contradicting and slipped figures stand in one group each, and the ferry is no roof."""
    done = desk.compare(file, Hashed())
    assert (done.articles, done.groups) == (6, len(groups.plain(file)))
    relations = {pair.relation for group in groups.plain(file) for pair in group.pairs}
    assert {ClaimRelation.SAME, ClaimRelation.CONTRADICTION} <= relations
    for record in groups.find(file):
        assert len({"Selmouth" in (claim.source.title or "") for claim in record.claims}) == 1
    assert desk.check(file) == []


def test_a_second_run_has_nothing_to_do(file: Store) -> None:
    """Comparing what has been compared changes nothing in the file."""
    desk.compare(file, Hashed())
    before = "\n".join(file.conn.iterdump())
    again = desk.compare(file, Hashed())
    assert (again.articles, again.groups) == (0, 0)
    assert "\n".join(file.conn.iterdump()) == before


def test_made_anew_it_is_the_same(file: Store) -> None:
    """What comparing found can be thrown away: it follows from the rest of the file."""
    desk.compare(file, Hashed())
    before = found(file)
    assert desk.compare(file, Hashed(), again=True).articles == 6
    assert found(file) == before


@settings(max_examples=12, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(range(len(ARTICLES))), cuts=st.sets(st.integers(1, len(ARTICLES) - 1)))
def test_any_order_and_any_split_into_runs_gives_what_one_run_gives(
    order: list[int], cuts: set[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Adding one article gives exactly what comparing everything would have given."""
    monkeypatch.setattr("claims.desk.adding.now", lambda: "2026-03-06T00:00:00.000Z")
    with open_store(":memory:") as whole:
        add(whole, ARTICLES)
        desk.compare(whole, Hashed())
        wanted = found(whole)
    with open_store(":memory:") as store:
        for start, end in zip([0, *sorted(cuts)], [*sorted(cuts), len(ARTICLES)], strict=True):
            add(store, [ARTICLES[at] for at in order[start:end]])
            desk.compare(store, Hashed())
        assert found(store) == wanted
        assert desk.check(store) == []


def test_articles_may_be_compared_one_by_one(file: Store, tmp_path: Path) -> None:
    """Naming articles leaves the others waiting, and in the end all is as if compared at once."""
    for article in random.Random(7).sample(ARTICLES, len(ARTICLES)):
        assert desk.compare(file, Hashed(), wanted=[article.id]).articles == 1
    one_by_one = found(file)
    desk.compare(file, Hashed(), again=True)
    assert found(file) == one_by_one


def test_since_takes_what_was_published_from_a_day_on(file: Store) -> None:
    """Older articles wait on."""
    assert desk.compare(file, Hashed(), since="2026-03-04").articles == 2
    assert desk.compare(file, Hashed()).articles == 4


def _cost(store: Store, outlet: str) -> str:
    return str(
        store.value(
            "SELECT c.id FROM claims c JOIN articles a ON a.pk = c.article"
            " WHERE a.publisher = ? AND instr(c.text, 'would cost')",
            (outlet,),
        )
    )


def test_what_people_edit_is_compared_anew(file: Store) -> None:
    """Words and figures that a person corrected are what later runs compare, and the rest is as a full run has it."""
    desk.compare(file, Hashed())
    id = _cost(file, "Lowland Radio")
    (record,) = (one for one in groups.get(file, groups.resolve(file, id)).claims if one.id == id)
    (figure,) = record.figures
    correction = desk.Correction(figures=(desk.FigureCorrection(id=figure.id, low="40000000", high="40000000"),))
    desk.tag(file, desk.act("ana"), [desk.Seen(id=id)], correction)
    assert desk.compare(file, Hashed()).articles == 1
    (pair, *_) = [p for p in groups.get(file, groups.resolve(file, id)).group.pairs if id in (p.a, p.b)]
    assert pair.relation == ClaimRelation.SAME
    stepwise = found(file)
    desk.compare(file, Hashed(), again=True)
    assert found(file) == stepwise


def test_what_is_no_claim_leaves_its_group(file: Store) -> None:
    """A claim that somebody dismissed as an error is compared no longer, and comes back when it is restored."""
    desk.compare(file, Hashed())
    before, id = found(file), _cost(file, "Lowland Radio")
    gone = desk.Decision(action=Action.DISMISS, reason=str(DismissReason.EXTRACTION_ERROR))
    desk.decide(file, desk.act("ana"), [desk.Seen(id=id)], gone)
    desk.compare(file, Hashed())
    assert groups.of_claim(file, id) is None
    with pytest.raises(Refused, match="is not compared"):
        desk.decide_pair(file, desk.act("ana"), id, _cost(file, "Courier"), PairDecision.SAME)
    desk.decide(file, desk.act("ana"), [desk.Seen(id=id)], desk.Decision(action=Action.RESTORE))
    desk.compare(file, Hashed())
    assert found(file) == before


def test_without_an_encoder_words_do(file: Store) -> None:
    """Names and words alone find groups; a file that was compared by meaning is not spoilt by that unasked."""
    assert not desk.compare(file, None).by_meaning
    assert any(pair.relation == ClaimRelation.CONTRADICTION for group in groups.plain(file) for pair in group.pairs)
    assert desk.compare(file, Hashed()).anew
    with pytest.raises(Refused, match="by meaning"):
        desk.compare(file, None)
    desk.compare(file, None, again=True)
    assert file.value("SELECT count(*) FROM claim_vectors") == 0


def test_copies_are_found_with_what_they_share(file: Store) -> None:
    """The echo carries the post's copy; the ferry's two stories are one copy as well, and no roof."""
    desk.compare(file, Hashed())
    (copy,) = reprints.find(file, [ARTICLES[1].id], limit=1)
    assert {copy.origin, copy.article} == {ARTICLES[0].id, ARTICLES[1].id}
    assert copy.share > 0.9
    assert all(ARTICLES[0].text[p.first.start : p.first.end] == p.first.text for p in copy.passages)
    for one in reprints.find(file):
        assert len({ARTICLES[at].id for at in (4, 5)} & {one.origin, one.article}) in (0, 2)


_SCRIPT = """
import sys
sys.path[:0] = {path!r}
from claims import desk
from claims.compare.encoder import Passage
from claims.store import open_store
from {module} import Hashed
import time
with open_store(sys.argv[1]) as store:
    desk.compare(store, Hashed(), progress=lambda done, total: (print(done, flush=True), time.sleep({pause})))
"""


def _process(path: Path, pause: float = 0.0) -> subprocess.Popen[str]:
    here = Path(__file__).resolve()
    script = _SCRIPT.format(path=[str(here.parent)], module=here.stem, pause=pause)
    return subprocess.Popen([sys.executable, "-c", script, str(path)], stdout=subprocess.PIPE, text=True)


def test_two_processes_compare_one_file(file: Store, tmp_path: Path) -> None:
    """Both end well, and what they found together is what one would have found."""
    path = tmp_path / "claims.db"
    both = [_process(path) for _ in range(2)]
    assert [process.wait(120) for process in both] == [0, 0]
    for process in both:
        assert process.stdout
        process.stdout.close()
    together = found(file)
    assert desk.check(file) == []
    desk.compare(file, Hashed(), again=True)
    assert found(file) == together


@pytest.mark.parametrize("with_signal", [signal.SIGKILL, signal.SIGINT])
def test_whoever_is_killed_in_the_middle_goes_on_later(tmp_path: Path, with_signal: signal.Signals) -> None:
    """What a killed run had written stands; the next one does the rest, and nothing is lost or doubled."""
    path = tmp_path / "claims.db"
    with open_store(path) as store:
        add(store, ARTICLES)
        many = [written(OTHER.format(hurt=100 + at), f"Outlet {at}", "2026-03-02", f"Selmouth {at}") for at in range(8)]
        add(store, many)
        process = _process(path, pause=30)
        assert process.stdout
        assert process.stdout.readline() == "10\n"
        os.kill(process.pid, with_signal)
        process.wait(60)
        process.stdout.close()
        assert len(comparing.waiting(store)) == 4
        assert desk.compare(store, Hashed()).articles == 4
        pieced = found(store)
        assert desk.check(store) == []
        desk.compare(store, Hashed(), again=True)
        assert found(store) == pieced


def test_somebody_who_works_meanwhile_is_not_overwritten(file: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """A claim that is changed while its article is being compared waits for the next run."""
    id = _cost(file, "Courier")

    encode = Hashed.encode

    def slow(self: Hashed, passages: Sequence[Passage]) -> NDArray[np.float32]:
        other = open_store(file.value("SELECT file FROM pragma_database_list"))
        desk.tag(other, desk.act("ana"), [desk.Seen(id=id)], desk.Correction())
        other.close()
        return encode(self, passages)

    monkeypatch.setattr(Hashed, "encode", slow)
    desk.compare(file, Hashed(), wanted=[ARTICLES[3].id])
    monkeypatch.setattr(Hashed, "encode", encode)
    assert ARTICLES[3].id in comparing.waiting(file)


def test_a_contradiction_raises_a_flag_on_a_verified_claim_once(make_bench: type[Bench], tmp_path: Path) -> None:
    """The flag says where and why; cleared once, it does not come back."""
    bench = make_bench(tmp_path / "claims.db")
    add(bench.store, ARTICLES[:1])
    bench.verified("would cost")
    desk.compare(bench.store, Hashed())
    assert bench.claim("would cost").flags == ()
    add(bench.store, ARTICLES[2:3])
    desk.compare(bench.store, Hashed())
    id = _cost(bench.store, "Tarn Post")
    (flag,) = [flag for flag in bench.claim_of(id).flags if flag.kind == "contradiction"]
    assert "Lowland Radio, 4 March 2026" in flag.reason
    desk.clear_flag(bench.store, desk.act("rosa"), flag.id)
    desk.compare(bench.store, Hashed(), again=True)
    assert bench.claim_of(id).flags == ()
    assert bench.problems() == []
    bench.store.close()

"""Articles: the same again is nothing, another text is a revision, and claims keep their ids."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from claims import desk
from claims.errors import NotFound
from claims.extract.rules import RuleTagger
from claims.intake import Particulars, read_bytes, read_path
from claims.store import articles, claims, events, open_store, speakers
from claims.store.search import ClaimFilter
from claims.vocabulary import Action, AnchorState, Status, Verdict

if TYPE_CHECKING:
    from tests.conftest import Bench

WORDS = "keep every route"
JOBS = "250 jobs"
ISLANDS = "bad day"
SAMPLES = Path(__file__).parents[2] / "annotations" / "sample"


def _ids(bench: Bench) -> dict[str, str]:
    return {record.text: record.id for record in claims.of_article(bench.store, bench.article().id)}


def test_the_same_article_again_adds_nothing(bench: Bench) -> None:
    """Not a byte of the file changes, whoever adds it."""
    bench.tag(WORDS)
    before = bench.dump()
    for by in ("intake", "ana"):
        added = desk.add(bench.store, desk.act(by), bench.article())
        assert (added.outcome, added.claims, added.retired, added.flagged) == ("unchanged", 0, 0, 0)
    again = desk.resegment(bench.store, desk.act("ana"), bench.article().id, tagger=RuleTagger())
    assert (again.new, again.changed, again.retired) == ((), (), ())
    assert len(again.kept) == len(_ids(bench))
    assert bench.dump() == before


def test_every_sample_is_added_once(tmp_path: Path) -> None:
    """The demo's articles, twice: nothing more the second time, and every offset holds."""
    paths = sorted(SAMPLES.glob("*.txt"))
    assert len(paths) >= 8
    with open_store(tmp_path / "claims.db") as store:
        first = [desk.add(store, desk.act("intake"), read_path(path)) for path in paths]
        assert all(added.outcome == "added" and added.claims for added in first)
        assert desk.check(store) == []
        before = "\n".join(store.conn.iterdump())
        assert {desk.add(store, desk.act("intake"), read_path(path)).outcome for path in paths} == {"unchanged"}
        assert "\n".join(store.conn.iterdump()) == before


def test_another_text_at_the_same_url_is_a_revision(bench: Bench) -> None:
    """Both texts are kept, and claims that are found again keep their ids."""
    before = _ids(bench)
    text = "Updated at noon. " + bench.article().text
    added = bench.add(text)
    assert (added.outcome, added.claims, added.retired) == ("revised", 0, 0)
    assert _ids(bench) == before
    article = articles.get(bench.store, bench.article().id)
    assert [revision.number for revision in article.revisions] == [1, 2]
    assert [revision.text for revision in article.revisions] == [bench.article().text, text]
    assert {record.revision for record in claims.of_article(bench.store, article.id)} == {2}
    assert bench.problems() == []


def test_another_headline_is_a_revision(bench: Bench) -> None:
    """Spans count in headlines too."""
    assert bench.add(title="Ferry fares to fall").outcome == "revised"
    assert articles.get(bench.store, bench.article().id).title == "Ferry fares to fall"
    assert bench.problems() == []


def test_a_text_without_url_that_changed_is_an_article_of_its_own(bench: Bench) -> None:
    """Unless somebody says what it revises."""
    text = "Fares rise by 3 percent, the mayor said. “It had to be,” she said."
    first = bench.add(text, url=None, title=None)
    other = bench.add(text.replace("3 percent", "4 percent"), url=None, title=None)
    assert (first.outcome, other.outcome) == ("added", "added")
    assert first.article_id != other.article_id
    third = bench.add(text.replace("3 percent", "5 percent"), url=None, title=None, revises=first.article_id[:7])
    assert (third.outcome, third.article_id) == ("revised", first.article_id)
    with pytest.raises(NotFound):
        bench.add(text, url=None, revises="a00000")
    assert bench.problems() == []


def test_an_article_whose_url_became_known_later_is_one_article(bench: Bench) -> None:
    """It keeps the id that its text gave, and is found by its URL from then on."""
    text, url = "Fares rise by 3 percent, the mayor said.", "https://ostmerepost.example/mayor"
    first = bench.add(text, url=None, title=None)
    assert bench.add(text, url=url, title=None, revises=first.article_id).outcome == "described"
    again = bench.add(text + " It was late.", url=url, title=None)
    assert (again.outcome, again.article_id) == ("revised", first.article_id)
    assert len(articles.entries(bench.store)) == 2
    assert bench.problems() == []


def test_particulars_are_filled_in_and_never_emptied(bench: Bench) -> None:
    """What becomes known is an event, and the source of the claims follows."""
    article = bench.article()
    poorer = article.model_copy(update={"published": None, "publisher": None})
    assert desk.add(bench.store, desk.act("ana"), poorer).outcome == "unchanged"
    richer = article.model_copy(update={"byline": "Ilka Rosten", "publisher": "The Ostmere Post"})
    assert desk.add(bench.store, desk.act("ana"), richer).outcome == "described"
    event = events.of_article(bench.store, article.id)[-1]
    assert event.change == {"byline": (None, "Ilka Rosten"), "publisher": ("Ostmere Post", "The Ostmere Post")}
    assert bench.store.value("SELECT DISTINCT source FROM claims") == f"The Ostmere Post, {article.url}"
    assert bench.problems() == []


@pytest.mark.parametrize("publisher", [None, "", "Ostmere Post"])
@pytest.mark.parametrize("url", [None, "https://ostmerepost.example/b"])
def test_every_article_has_a_source_line(bench: Bench, publisher: str | None, url: str | None) -> None:
    """Publisher and URL, whichever there is."""
    added = bench.add(publisher=publisher, url=url, title="Fares")
    (record, *_) = claims.of_article(bench.store, added.article_id)
    assert record.source.url == url
    assert bench.problems() == []


SAID = "about 250 jobs are at risk"

# What a revision does to a sentence, and how the claim is found in it.
REVISIONS = {
    "nothing": (lambda t: t + "\n\nMore follows.", AnchorState.EXACT),
    "place": (lambda t: "A note from the editor.\n\n" + t, AnchorState.EXACT),
    "punctuation": (lambda t: t.replace("250 jobs are at risk", "250 jobs — are at risk"), AnchorState.MOVED),
    "number": (lambda t: t.replace("250 jobs", "300 jobs"), AnchorState.CHANGED),
    "sense": (lambda t: t.replace("250 jobs are at risk", "250 jobs are not at risk"), AnchorState.CHANGED),
    "twice": (lambda t: t.replace(SAID, f"{SAID}, {SAID}"), AnchorState.AMBIGUOUS),
    "gone": (lambda t: t.replace(f"According to the transport union, {SAID}. ", ""), AnchorState.ORPHANED),
}


@pytest.mark.parametrize("name", REVISIONS)
def test_a_claim_in_work_is_anchored_anew_and_never_changed(bench: Bench, name: str) -> None:
    """The machine says where the words stand now, and raises a flag where they do not; it changes nothing else."""
    revise, state = REVISIONS[name]
    before = bench.tag(JOBS, wording="Norlink may cut 250 jobs")
    bench.add(revise(bench.article().text))
    after = claims.record(bench.store, before.id)
    assert after.anchor is not None
    assert (after.anchor.state, after.anchor.revision) == (state, 2)
    sound = state in {AnchorState.EXACT, AnchorState.MOVED}
    assert [flag.kind for flag in after.flags] == ([] if sound else [f"anchor_{state}"])
    kept = {
        name: getattr(before, name) for name in type(before).model_fields if name not in {"anchor", "flags", "source"}
    }
    assert {name: getattr(after, name) for name in kept} == kept
    assert bench.problems() == []


def test_a_verified_claim_whose_words_changed_leaves_the_default_export(bench: Bench) -> None:
    """Until somebody has looked; who asks for all gets it nevertheless."""
    id = bench.verified(JOBS).id
    assert [claim.id for claim in desk.export(bench.store).claims] == [id]
    bench.add(bench.article().text.replace("250 jobs", "300 jobs"))
    assert desk.export(bench.store).claims == ()
    assert desk.left_out(bench.store, ClaimFilter(sound_anchor=True)) == 1
    assert [claim.id for claim in desk.export(bench.store, ClaimFilter()).claims] == [id]
    bench.decide(JOBS, Action.REOPEN)
    bench.tag("250 jobs", text="about 300 jobs are at risk")
    bench.decide("300 jobs are", Action.SUBMIT)
    bench.decide("300 jobs are", Action.APPROVE, verdict=Verdict.SUPPORTED)
    (claim,) = desk.export(bench.store).claims
    assert (claim.id, claim.revision, claim.anchor and claim.anchor.state) == (id, 2, "exact")
    assert bench.problems() == []


def test_a_day_of_publication_that_comes_later_dates_the_claims(bench: Bench) -> None:
    """Days count from the publication: once it is known, what nobody touched is read again."""
    undated = "The council of Orle will vote on 14 May on 30 new trams."
    article = read_bytes(undated.encode(), "vote.txt", given=Particulars(title="Orle votes"))
    desk.add(bench.store, desk.act("ana"), article)
    dated = read_bytes(undated.encode(), "vote.txt", given=Particulars(title="Orle votes", published="2025-05-02"))
    assert desk.add(bench.store, desk.act("ana"), dated).outcome == "described"
    figures = [f for c in claims.of_article(bench.store, article.id) for f in c.figures if f.kind == "date"]
    assert [(f.low, f.unresolved) for f in figures] == [("2025-05-14", False)]
    assert bench.problems() == []


def test_what_nobody_touched_is_retired_and_comes_back(bench: Bench) -> None:
    """A proposal that vanished is hidden, not deleted; found again it has its id."""
    whole = bench.article().text
    before = _ids(bench)
    id = bench.claim(ISLANDS).id
    cut = whole.replace(" “This is a bad day for the islands,” said Oren Falk, who leads the union.", "")
    assert bench.add(cut).retired == 1
    assert ISLANDS not in " ".join(_ids(bench))
    assert claims.record(bench.store, id).text
    assert bench.problems() == []
    added = bench.add(whole)
    assert (added.claims, added.retired) == (0, 0)
    assert _ids(bench) == before
    assert bench.problems() == []


def test_a_machine_never_retires_what_a_person_touched(bench: Bench) -> None:
    """Even an act that was undone since is a touch."""
    for words in (WORDS, ISLANDS):
        bench.tag(words)
    desk.undo(bench.store, desk.act("ana"), bench.claim(ISLANDS).id)
    bench.add("Norlink has withdrawn its plan, the company said.")
    shown = {record.text for record in claims.of_article(bench.store, bench.article().id)}
    assert {bench.claim(WORDS).text, bench.claim(ISLANDS).text} <= shown
    assert bench.claim(ISLANDS).status == Status.EXTRACTED
    assert bench.problems() == []


def test_the_same_words_earlier_in_a_revision_are_another_claim(bench: Bench) -> None:
    """The claim in work stays where it stands; what was put before it is new."""
    text = "“We are ready,” the mayor said.\n\nIt was a quiet day."
    added = bench.add(text, url="https://ostmerepost.example/snow", title=None)
    (ready,) = claims.of_article(bench.store, added.article_id)
    bench.only(desk.tag(bench.store, desk.act("ana"), desk.see(bench.store, [ready.id]), desk.Correction()))
    bench.add("“We are ready,” the doctor said.\n\n" + text, url="https://ostmerepost.example/snow", title=None)
    both = claims.of_article(bench.store, added.article_id)
    places = {record.id: record.anchor.spans[0].start for record in both if record.anchor}
    assert len(places) == 2
    assert places.pop(ready.id) == 34
    assert list(places.values()) == [0]
    assert sorted(record.version for record in both) == [0, 1]
    assert bench.problems() == []


def test_a_trial_run_stores_nothing(bench: Bench) -> None:
    """Another tagger's proposals are shown as a difference, and the file stays as it is."""

    class Silent:
        extractor = None

        def attribute(self, texts: list[str]) -> list[list[object]]:
            return [[] for _ in texts]

    before = bench.dump()
    trial = desk.resegment(bench.store, desk.act("ana"), bench.article().id, tagger=Silent(), write=False)
    assert trial.retired
    assert bench.dump() == before
    done = desk.resegment(bench.store, desk.act("ana"), bench.article().id, tagger=Silent())
    assert done.retired == trial.retired
    back = desk.resegment(bench.store, desk.act("ana"), bench.article().id, tagger=RuleTagger())
    assert set(back.changed) >= set(done.retired)
    assert bench.problems() == []


def test_one_speaker_in_two_articles_is_one_record(bench: Bench) -> None:
    """The same full name is the same person; both claims name the record."""
    bench.add("“No fares will rise,” Tilda Brandt said.", url="https://b.example/1", title=None, publisher=None)
    assert len(speakers.with_name(bench.store, "tilda brandt")) == 1
    assert bench.problems() == []


def test_an_article_that_somebody_adds_meanwhile_is_not_added_twice(bench: Bench) -> None:
    """Two people add the same new article at once: the second finds it there."""
    article = bench.article("“It is done,” the mayor of Ostmere said.", url="https://b.example/2")

    class Slow:
        """A tagger during which somebody else is faster."""

        def __init__(self) -> None:
            self._rules = RuleTagger()
            self.extractor = self._rules.extractor

        def attribute(self, texts: list[str]) -> list[object]:
            with open_store(bench.path) as other:
                desk.add(other, desk.act("rosa"), article)
            return list(self._rules.attribute(texts))

    assert desk.add(bench.store, desk.act("ana"), article, tagger=Slow()).outcome == "unchanged"
    assert len(events.of_article(bench.store, article.id)) == 2
    assert bench.problems() == []

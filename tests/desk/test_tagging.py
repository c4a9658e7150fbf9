"""The annotator's corrections: words, speakers, figures, and marks of what the machine missed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claims import desk
from claims.errors import Ambiguous, InputError, NotFound, Refused
from claims.models import MACHINE
from claims.store import events, speakers
from claims.vocabulary import Action, FigureKind, Kind, Modifier, SpeakerKind, Status

if TYPE_CHECKING:
    from tests.conftest import Bench

ROUTE = "keep every route"
MONEY = "40 million"
MINISTER = "harbour minister Tilda Brandt"


def test_confirming_changes_nothing_but_the_status(bench: Bench) -> None:
    """A tag without a correction says that the machine was right."""
    before = bench.claim(MONEY)
    after = bench.tag(MONEY)
    assert after == before.model_copy(update={"status": Status.TAGGED, "version": 1})
    assert events.of_claim(bench.store, before.id)[0].change == {"status": ("extracted", "tagged")}
    again = bench.tag(MONEY)
    assert (again.status, again.version) == (Status.TAGGED, 1), "confirming what is confirmed is no act"


def test_the_speaker_can_be_taken_away(bench: Bench) -> None:
    """An empty name says that nobody is known to have said it."""
    assert bench.claim(MONEY).speakers
    assert bench.tag(MONEY, speaker="").speakers == ()


def test_words_broken_by_three_full_stops_are_found(bench: Bench) -> None:
    """Few keyboards have the one character for it."""
    spans = bench.tag(ROUTE, text="We will keep ... told reporters").spans
    assert [span.text for span in spans] == ["We will keep", "told reporters"]


@pytest.mark.parametrize(
    "typed",
    [
        "“We will keep every route open,” Brandt told reporters",
        '"We will keep every route open," Brandt told reporters',
        "«We  will\nkeep every route open,»   Brandt told\treporters",
        "  “We will keep every route open,” Brandt told reporters ",
    ],
)
def test_words_are_found_however_they_were_copied(bench: Bench, typed: str) -> None:
    """A terminal straightens quotation marks and breaks lines; the article's own words are stored."""
    record = bench.tag(ROUTE, text=typed)
    assert record.text == "“We will keep every route open,” Brandt told reporters"
    assert record.spans[0].text == record.text
    assert bench.problems() == []


def test_broken_words_are_several_spans(bench: Bench) -> None:
    """Pieces divided by three dots are looked for one after the other."""
    record = bench.tag(ROUTE, text="“We will keep … Brandt told reporters in Ostmere")
    assert [span.text for span in record.spans] == ["“We will keep", "Brandt told reporters in Ostmere"]
    assert record.text == "“We will keep … Brandt told reporters in Ostmere"
    assert bench.problems() == []
    with pytest.raises(NotFound, match="after the words before it"):
        bench.tag("told reporters", text="Brandt told reporters … “We will keep")


def test_three_dots_of_the_article_are_words(bench: Bench) -> None:
    """Where the words stand there with their dots, the claim is not broken."""
    added = bench.add("“It was … well, it was late,” the mayor said.", url="https://b.example/1", title=None)
    marked = desk.mark(bench.store, desk.act("ana"), added.article_id, "It was … well, it was")
    assert [span.text for span in marked.spans] == ["It was … well, it was"]
    assert bench.problems() == []


@pytest.mark.parametrize(
    ("typed", "error"),
    [
        ("We will keep all routes open", NotFound),
        ("", NotFound),
        (" … ", NotFound),
        ("r", Ambiguous),
    ],
)
def test_words_that_do_not_stand_there_once_are_refused(bench: Bench, typed: str, error: type[Exception]) -> None:
    """Nothing is guessed, and nothing is changed."""
    before = bench.dump()
    with pytest.raises(error):
        bench.tag(ROUTE, text=typed)
    assert bench.dump() == before


def test_words_that_stand_twice_are_those_nearby(bench: Bench) -> None:
    """Of several places the one that the claim has is meant."""
    record = bench.tag(ROUTE, text="route open")
    assert record.text == "route open"
    added = bench.add("“We go,” she said. Then: “We go,” he said.", url="https://b.example/1", title=None)
    with pytest.raises(Ambiguous, match="stand 2 times"):
        desk.mark(bench.store, desk.act("ana"), added.article_id, "We go,")


def test_figures_follow_the_words(bench: Bench) -> None:
    """The machine's are read anew from the new words, a person's stay."""
    record = bench.tag(MONEY, text="at least 40 million dollars")
    assert [figure.text for figure in record.figures] == ["at least 40 million dollars"]
    record = bench.tag("at least 40", text="that the state would pay at least 40 million dollars for 3 new ships")
    assert [figure.text for figure in record.figures] == ["at least 40 million dollars", "3 new ships"]
    ships = record.figures[1]
    record = bench.tag(MONEY, figures=(desk.FigureCorrection(id=ships.id, low="4", modifier="about"),))
    assert (record.figures[1].by, record.figures[1].low, record.figures[1].high) == ("ana", "4", "4")
    record = bench.tag(MONEY, text="40 million dollars for 3 new ships")
    assert [(figure.text, figure.by) for figure in record.figures] == [
        ("40 million dollars", MACHINE),
        ("3 new ships", "ana"),
    ]
    with pytest.raises(InputError, match=f"--drop-figure {ships.id}"):
        bench.tag(MONEY, text="at least 40 million dollars")
    record = bench.tag(MONEY, text="at least 40 million dollars", drop_figures=(ships.id[:6],))
    assert [figure.text for figure in record.figures] == ["at least 40 million dollars"]
    assert bench.problems() == []


def test_a_figure_is_corrected_field_by_field(bench: Bench) -> None:
    """What is not named stays, an empty word clears, and who corrected it stands with it."""
    figure = bench.claim(MONEY).figures[0]
    assert (figure.low, figure.high, figure.unit, figure.modifier) == ("40000000", None, "USD", Modifier.AT_LEAST)
    (fixed, _) = bench.tag(
        MONEY, by="rosa", figures=(desk.FigureCorrection(id=figure.id, high="50000000", modifier="", unit="EUR"),)
    ).figures
    assert (fixed.low, fixed.high, fixed.unit, fixed.modifier, fixed.by) == (
        "40000000",
        "50000000",
        "EUR",
        None,
        "rosa",
    )
    assert fixed.id == figure.id
    assert bench.store.value("SELECT high_value FROM figures WHERE id = ?", (fixed.id,)) == 50_000_000
    for wrong in ({"low": "forty"}, {"low": "", "high": ""}, {"modifier": "roughly"}):
        with pytest.raises(InputError, match="no figure"):
            bench.tag(MONEY, figures=(desk.FigureCorrection(id=figure.id, **wrong),))
    with pytest.raises(NotFound, match="its figures:"):
        bench.tag(MONEY, drop_figures=("f999",))
    assert bench.problems() == []


def test_a_figure_that_was_missed_is_added(bench: Bench) -> None:
    """Its words have to stand in the claim; what it is worth can be said."""
    add = desk.FigureCorrection(id="every route", kind=FigureKind.COUNT, low="14", counted="route")
    record = bench.tag(ROUTE, add_figures=(add,))
    (figure,) = record.figures
    assert (figure.text, figure.low, figure.high, figure.counted, figure.by) == (
        "every route",
        "14",
        "14",
        "route",
        "ana",
    )
    with pytest.raises(InputError, match="not part of claim"):
        bench.tag(ROUTE, add_figures=(desk.FigureCorrection(id="250 jobs", low="1"),))
    assert bench.problems() == []


def test_figures_count_in_the_revision_of_the_claim(bench: Bench) -> None:
    """A claim whose words moved in a revision keeps its own offsets, for new figures too."""
    bench.tag(ROUTE)
    bench.add("Updated at noon by the desk.\n\n" + bench.article().text)
    record = bench.tag(ROUTE, add_figures=(desk.FigureCorrection(id="every route", low="14"),))
    assert (record.revision, record.figures[0].text) == (1, "every route")
    record = bench.tag(ROUTE, text="We will keep every route open")
    assert (record.revision, record.figures[0].text) == (2, "every route")
    assert bench.problems() == []


def test_new_words_in_a_later_revision_leave_old_places_behind(bench: Bench) -> None:
    """Speaker and cue were found in another text; who speaks is still known."""
    before = bench.tag(ROUTE)
    bench.add("Updated at noon by the desk.\n\n" + bench.article().text)
    after = bench.tag(ROUTE, text="“We will keep every route open,”")
    assert (after.revision, after.source_spans, after.cue_spans) == (2, (), ())
    assert after.speaker == before.speaker
    assert after.anchor is not None
    assert after.anchor.state == "exact"
    assert bench.problems() == []


@pytest.mark.parametrize(
    "correction",
    [{"speaker": "Bo Lund"}, {"text": "every route"}, {"kind": "indirect"}, {"drop_figures": ("f",)}],
    ids=lambda c: next(iter(c)),
)
def test_a_claim_in_review_goes_back_to_tagged_when_its_words_change(
    bench: Bench, correction: dict[str, object]
) -> None:
    """What the reviewers looked at is no longer what there is."""
    words = MONEY if "drop_figures" in correction else ROUTE
    if "drop_figures" in correction:
        correction = {"drop_figures": (bench.claim(MONEY).figures[0].id,)}
    bench.tag(words)
    bench.decide(words, Action.SUBMIT)
    id = bench.claim(words).id
    (seen,) = desk.see(bench.store, [id])
    record = bench.only(desk.tag(bench.store, desk.act("ana"), [seen], desk.Correction.model_validate(correction)))
    assert record.status == Status.TAGGED
    assert bench.problems() == []


def test_words_and_figures_are_corrected_one_claim_at_a_time(bench: Bench) -> None:
    """One text cannot be that of two claims; a speaker can be that of many."""
    for correction in (desk.Correction(text="every route"), desk.Correction(drop_figures=("f",))):
        with pytest.raises(InputError, match="one claim at a time"):
            desk.tag(bench.store, desk.act("ana"), bench.seen(ROUTE, MONEY), correction)
    done = desk.tag(bench.store, desk.act("ana"), bench.seen(ROUTE, MONEY), desk.Correction(speaker="Bo Lund")).done
    assert {record.speaker.id for record in done if record.speaker} == {speakers.with_name(bench.store, "Bo Lund")[0]}


def test_a_speaker_is_named_by_name_alias_or_id(bench: Bench) -> None:
    """A name that is known is that speaker; a new one is a new record, and an event."""
    brandt = bench.claim(ROUTE).speaker
    assert brandt is not None
    for name in ("Tilda Brandt", "tilda  brandt", brandt.id, brandt.id[:6] if brandt.id[1:6].isalnum() else brandt.id):
        record = bench.tag("250 jobs", speaker=name)
        assert record.speaker == brandt
        assert record.speakers[0].decided_by == "ana"
    new = bench.tag("250 jobs", speaker="Norlink Ltd", speaker_kind=SpeakerKind.ORGANISATION).speaker
    assert new is not None
    assert (new.name, new.kind) == ("Norlink Ltd", SpeakerKind.ORGANISATION)
    added = [event for event in events.every(bench.store) if event.speaker_id == new.id]
    assert [(event.action, event.actor) for event in added] == [(Action.ADD, "ana")]
    assert bench.problems() == []


def test_a_name_is_no_start_of_an_id(bench: Bench) -> None:
    """Somebody called S, or Sade, is not whoever's id happens to begin so."""
    known = {row["id"] for row in bench.store.rows("SELECT id FROM speakers")}
    letters = {id[:n] for id in known for n in range(1, 6) if id[:n].isalpha()}
    for name in sorted(letters):
        speaker = bench.tag("250 jobs", speaker=name.capitalize()).speaker
        assert speaker is not None
        assert (speaker.name, speaker.id in known) == (name.capitalize(), False)


def test_of_two_bearers_of_a_name_the_one_who_speaks_here_is_meant(bench: Bench) -> None:
    """Where that does not tell, the ids are listed."""
    store, by = bench.store, desk.act("ana")
    other = bench.add("The mayor said that snow fell all day.", url="https://b.example/1", title=None, publisher=None)
    bench.tag(ROUTE, speaker="Bo Lund")
    first = speakers.with_name(store, "Bo Lund")[0]
    with store.act():
        from claims.models import Speaker

        speakers.insert(store, Speaker(id="s00000000000000f", name="Bo Lund", kind=SpeakerKind.PERSON))
    record = bench.tag("250 jobs", speaker="Bo Lund")
    assert record.speaker is not None
    assert record.speaker.id == first
    with pytest.raises(Ambiguous, match="s00000000000000f"):
        desk.mark(store, by, other.article_id, "snow fell", speaker="Bo Lund")
    marked = desk.mark(store, by, other.article_id, "snow fell", speaker="s00000000000000f")
    assert marked.speaker is not None
    assert marked.speaker.id == "s00000000000000f"


def test_a_mark_is_a_claim_like_any_other(bench: Bench) -> None:
    """It has spans, figures and a kind, is tagged by being made, and was proposed by nobody."""
    record = desk.mark(bench.store, desk.act("ana"), bench.article().id, MINISTER)
    assert (record.kind, record.status, record.version, record.extractor) == (Kind.STATEMENT, Status.TAGGED, 1, None)
    assert record.speaker is not None
    assert (record.speaker.name, record.speakers[0].decided_by) == ("Ostmere Post", MACHINE)
    fares = "raise fares by 12 percent"
    record = desk.mark(bench.store, desk.act("ana"), bench.article().id, fares, speaker="Ida Holm")
    assert record.kind == Kind.INDIRECT
    assert [figure.text for figure in record.figures] == ["12 percent"]
    assert bench.problems() == []
    with pytest.raises(Refused, match=f"are claim {record.id} already"):
        desk.mark(bench.store, desk.act("ana"), bench.article().id, fares)
    with pytest.raises(Refused, match="claims tag"):
        desk.mark(bench.store, desk.act("ana"), bench.article().id, bench.claim(ROUTE).text)


def test_a_mark_outlives_revisions(bench: Bench) -> None:
    """What a person marked stays, wherever its words stand."""
    id = desk.mark(bench.store, desk.act("ana"), bench.article().id, MINISTER).id
    bench.add("Updated.\n\n" + bench.article().text)
    record = bench.claim(MINISTER)
    assert (record.id, record.anchor and record.anchor.state) == (id, "exact")
    bench.add(bench.article().text.replace("minister Tilda Brandt", "ministers Tilda Brandt"))
    assert [flag.kind for flag in bench.claim(MINISTER).flags] == ["anchor_changed"]
    assert bench.problems() == []


def test_headlines_can_be_marked(bench: Bench) -> None:
    """A headline is a statement too."""
    record = desk.mark(bench.store, desk.act("ana"), bench.article().id, "Ferry fares to rise")
    assert [span.part for span in record.spans] == ["title"]
    assert bench.problems() == []

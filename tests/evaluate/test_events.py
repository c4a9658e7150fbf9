"""Events: articles with groups, relations and pairs to keep apart, as people write them."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from claims.errors import InputError
from claims.evaluate import holds_events, read_corpus, read_events
from claims.evaluate.events import EventCorpus
from claims.vocabulary import ClaimRelation, PairRemark

WIRE = """\
Title: Pier collapse kills at least two
Publisher: Meridian Wire
Published: 2025-03-05
URL: https://meridianwire.example/pier

At least two people were killed when the pier at Calmouth collapsed on Wednesday. It was built in 1902.
"""
HERALD = """\
Title: Three dead on the pier
Publisher: The Calmouth Herald
Published: 2025-03-06
URL: https://calmouthherald.example/pier

Three people died when the pier collapsed, the police said. Two boats were lost. It was built in 1920.
"""
GROUPS = """\
# invented
group people killed
wire | At least two people were killed ... collapsed on Wednesday
wire.title | Pier collapse kills at least two
herald | Three people died when the pier collapsed
update wire wire.title - herald

group when it was built
wire.built | It was built in 1902
herald.built | It was built in 1920
contradiction/compatible wire.built - herald.built
(herald.boats)

alone
herald.boats | Two boats were lost

apart wire wire.title - herald.boats | people, boats
"""


def written(path: Path, *changes: tuple[str, str], groups: str = GROUPS, name: str = "01-pier") -> Path:
    """An event in a folder of its own, some words of its groups changed."""
    for old, new in changes:
        assert old in groups, f"{old!r} is not in the groups"
        groups = groups.replace(old, new, 1)
    folder = path / name
    folder.mkdir(parents=True)
    for stem, text in (("wire", WIRE), ("herald", HERALD)):
        (folder / f"{stem}.txt").write_text(text.replace("/pier", f"/{name}"), encoding="utf-8")
    (folder / "event.groups").write_text(groups, encoding="utf-8")
    return path


def read(path: Path, *changes: tuple[str, str], groups: str = GROUPS) -> EventCorpus:
    """The same, read."""
    return read_events(written(path, *changes, groups=groups))


def test_each_claim_is_found_where_it_stands(tmp_path: Path) -> None:
    """Offsets into headline and text, as everywhere."""
    corpus = read(tmp_path)
    articles = {article.id: article for article in corpus.articles}
    for member in corpus.claims.values():
        for span in member.spans:
            assert articles[member.article].words(span.part)[span.start : span.end] == span.text
    assert corpus.claims["01-pier/wire.title"].spans[0].part == "title"


def test_every_two_members_in_different_articles_have_one_relation(tmp_path: Path) -> None:
    """Those within one article have none; several answers may be as right, the first of them the annotator's own."""
    (event,) = read(tmp_path).events
    assert {(pair.a, pair.b) for pair in event.pairs} == {
        ("01-pier/wire", "01-pier/herald"),
        ("01-pier/wire.title", "01-pier/herald"),
        ("01-pier/wire.built", "01-pier/herald.built"),
    }
    assert event.pairs[-1].relations == (ClaimRelation.CONTRADICTION, ClaimRelation.COMPATIBLE)


def test_a_remark_follows_its_relation(tmp_path: Path) -> None:
    """Newsrooms have names for some cases."""
    (event,) = read(tmp_path, ("update wire wire", "update revised_down wire wire")).events
    assert [pair.remark for pair in event.pairs] == [PairRemark.REVISED_DOWN, PairRemark.REVISED_DOWN, None]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("- herald\n", "\n", "no relation for 01-pier/herald and 01-pier/wire"),
        (
            "update wire wire.title - herald",
            "update wire wire.title herald\nsame wire - herald",
            "have a relation already",
        ),
        ("built in 1902\n", "built in 1903\n", '"It was built in 1903" does not stand in the article'),
        ("herald.built | ", "post.built | ", "no article is called post"),
        ("wire.built | ", "wire | ", "wire is there already"),
        ("(herald.boats)", "(herald.ships)", "herald.ships is no claim of this event"),
        ("update wire", "updates wire", '"updates" begins like no line of a group'),
        ("update wire wire.title - herald", "update wire", "two claims make a pair"),
        (" | people, boats", "", "nothing says why they are kept apart"),
        ("group when it was built", "group", "a group says in a few words what it is about"),
        ("# invented", "wire | At least two", "nothing stands before the first group"),
        ("Two boats were lost\n", "Two boats were lost\ngroup boats\n", "a group has claims of two articles"),
        ("apart wire wire", "apart wire.built wire", "are in one group and kept apart"),
        ("- herald.boats |", "- 01-pier/wire.roof |", "01-pier/wire.roof is no claim"),
    ],
)
def test_a_slip_is_an_error_that_says_where(tmp_path: Path, old: str, new: str, said: str) -> None:
    """The file, the line where there is one, and what is wrong with it."""
    with pytest.raises(InputError) as error:
        read(tmp_path, (old, new))
    assert said in str(error.value)
    assert "01-pier/event.groups" in str(error.value)


def test_what_is_kept_apart_may_stand_in_two_events(tmp_path: Path) -> None:
    """One event read by itself does without the other."""
    written(tmp_path, name="02-quay")
    written(tmp_path, ("wire.title - herald.boats |", "wire.title - 02-quay/herald |"))
    corpus = read_events(tmp_path)
    assert ("01-pier/wire", "02-quay/herald") in {(kept.a, kept.b) for kept in corpus.events[0].apart}
    assert read_events(tmp_path / "01-pier").events[0].apart


def test_events_are_no_articles_annotated_one_by_one(tmp_path: Path) -> None:
    """A folder above both is scored for its single articles, and their hash does not change with the events."""
    assert holds_events(written(tmp_path / "events"))
    (tmp_path / "pier.txt").write_text(WIRE, encoding="utf-8")
    notes = "statement 1 | It was built in 1902\nno figure 1902\n"
    (tmp_path / "pier.gold").write_text(notes, encoding="utf-8")
    assert not holds_events(tmp_path)
    assert [gold.name for gold in read_corpus(tmp_path).articles] == ["pier.gold"]


def test_the_hash_is_of_every_file(tmp_path: Path) -> None:
    """Scores are of one corpus and no other."""
    changes = [(), (("# invented", "# made up"),), (("people killed", "the dead"),)]
    hashes = [read(tmp_path / str(number), *change).sha256 for number, change in enumerate(changes)]
    assert all(one != other for one, other in pairwise(hashes))

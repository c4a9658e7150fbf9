"""Which articles are gold, and what of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claims import desk
from claims.store import claims
from claims.vocabulary import Action, DismissReason

if TYPE_CHECKING:
    from tests.conftest import Bench

WORDS = "keep every route"


def go_through(bench: Bench, **dismissed: DismissReason) -> None:
    """Tag every claim of the article, but for those whose words are to be dismissed."""
    for record in claims.of_article(bench.store, bench.article().id):
        reason = next((why for words, why in dismissed.items() if words in record.text), None)
        seen = [desk.Seen(id=record.id, version=record.version)]
        if reason:
            desk.decide(bench.store, desk.act("ana"), seen, desk.Decision(action=Action.DISMISS, reason=reason))
        else:
            desk.tag(bench.store, desk.act("ana"), seen, desk.Correction())


def only(bench: Bench) -> desk.GoldFile:
    """What became of the one article."""
    (one,) = desk.gold(bench.store)
    return one


def test_an_article_with_untouched_claims_is_left_out(bench: Bench) -> None:
    """What nobody looked at would count as looked at."""
    bench.tag(WORDS)
    one = only(bench)
    assert (one.name, one.text, one.notes) == (None, "", "")
    assert one.left_out is not None
    assert "neither tagged nor dismissed" in one.left_out


def test_an_article_gone_through_is_gold(bench: Bench) -> None:
    """With each claim that was confirmed, in the words that people gave it."""
    go_through(bench)
    one = only(bench)
    assert one.left_out is None
    assert one.claims == len(claims.of_article(bench.store, bench.article().id))
    assert "| told | “We will keep every route open,”" in one.notes


def test_what_was_no_claim_is_not_in_gold_and_an_opinion_is(bench: Bench) -> None:
    """An opinion is not worth checking, and yet somebody said it."""
    go_through(bench, bad=DismissReason.OPINION, jobs=DismissReason.NOT_A_CLAIM)
    one = only(bench)
    assert "This is a bad day" in one.notes
    assert "250 jobs" not in one.notes


def test_a_correction_is_in_gold(bench: Bench) -> None:
    """Gold is what people say, not what the machine proposed."""
    bench.tag("250 jobs", speaker="Oren Falk")
    go_through(bench)
    assert "person Oren Falk" in only(bench).notes


def test_words_of_an_earlier_text_leave_the_article_out(bench: Bench) -> None:
    """Its spans count in a text that is no longer the newest."""
    go_through(bench)
    text = "A new first line.\n\n" + bench.article().text
    bench.add(text)
    go_through(bench)
    one = only(bench)
    assert one.left_out is not None
    assert "earlier text" in one.left_out


def test_only_the_articles_asked_for(bench: Bench) -> None:
    """By any unambiguous start of an id."""
    bench.add("Nothing is claimed here.", url=None, title=None, publisher=None)
    assert len(desk.gold(bench.store)) == 2
    (one,) = desk.gold(bench.store, [bench.article().id[:6]])
    assert one.article_id == bench.article().id
    assert [other.left_out for other in desk.gold(bench.store)][1] == "it has no claims"

"""Comparing articles: a few at a time, and always as if all had been compared at once.

1. What has changed since is noted: articles and claims by the events that speak of them.
2. Each article that waits is read, its claims are set against those of the rest, and what is found is written,
   in one short transaction for ten articles. Whatever is interrupted goes on from there.
3. Groups that this touches are formed anew.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from claims import ids
from claims.compare.candidates import FAR, NAMED, NEAR, Matter, keys, looked_at, matter_of, named, quotes
from claims.compare.encoder import Encoder
from claims.compare.judging import same_thing
from claims.compare.profile import RECIPE, Profile, profile
from claims.compare.reprints import FEWEST_SHARED, shared, shingles
from claims.desk.gathering import PAUSE, catch_up
from claims.desk.nearby import Nearby, packed
from claims.desk.profiles import known
from claims.errors import Refused
from claims.models import Article, Reprint, Value
from claims.store import Store, articles, claims, comparing, events, groups, lookup, reprints

AT_ONCE = 10
"""Articles in one transaction."""
WORDS = "words"
"""Stands in a recipe where no encoder made vectors."""

Progress = Callable[[int, int], None]
"""Called with how many articles are done, and how many there are to do."""


class Compared(Value):
    """What a run of comparing did."""

    articles: int = 0
    """That were new, or had changed."""
    claims: int = 0
    """That were set against the rest."""
    groups: int = 0
    """That are new, or have changed."""
    by_meaning: bool = True
    """Whether an encoder took part."""
    anew: bool = False
    """Whether all was made anew, because the rules or the encoder are others than before."""


def compare(
    store: Store,
    encoder: Encoder | None,
    *,
    wanted: Sequence[str] | None = None,
    since: str | None = None,
    again: bool = False,
    progress: Progress | None = None,
) -> Compared:
    """Compare the articles that are new or have changed: all of them, those of these ids, or those since a day.

    Without an encoder claims are set against each other by the names in their articles and by their words.
    ``again`` forgets what was found and makes it anew. Raises Refused for a file that was compared with an encoder
    where there is none now.
    """
    anew = _prepare(store, encoder, again=again)
    todo = comparing.waiting(store, articles=wanted, since=since)
    nearby = Nearby(store, encoder.model) if encoder and todo else None
    done = looked = 0
    for start in range(0, len(todo), AT_ONCE):
        some = todo[start : start + AT_ONCE]
        found = None
        while found is None:
            found = _step(store, encoder, nearby, some)
            if found is None and encoder:
                # Somebody else compared meanwhile: what is in memory is not all any more.
                nearby = Nearby(store, encoder.model)
        done += len(some)
        looked += found
        if progress:
            progress(done, len(todo))
        time.sleep(PAUSE)
    formed = catch_up(store)
    return Compared(articles=done, claims=looked, groups=formed, by_meaning=encoder is not None, anew=anew)


def _prepare(store: Store, encoder: Encoder | None, *, again: bool) -> bool:
    """Note what has changed; forget everything where it was made by other rules."""
    recipe = f"{RECIPE}/{encoder.model if encoder else WORDS}"
    with store.act():
        before = comparing.recipe(store)
        if encoder is None and before and not before.endswith(f"/{WORDS}") and not again:
            raise Refused(
                "This file was compared by meaning, and the encoder for that is not here.",
                hint="Install claimdesk anew. Or compare by words alone: claims compare --by-words --again",
            )
        comparing.note(store)
        anew = again or before != recipe
        if anew:
            comparing.take_turn(store)
            comparing.forget(store, recipe)
            comparing.forget_vectors(store, None if again or encoder is None else encoder.model)
    return anew and before is not None


@dataclass
class _Read:
    """An article as it is compared."""

    pk: int
    article: Article
    matter: Matter
    live: dict[int, Profile]
    """Its claims by key."""
    changed: set[int]
    """Those that are new, or are not as they were when they were compared."""
    gone: set[int]
    shingles: frozenset[int] = frozenset()
    reprints: list[Reprint] = field(default_factory=list)


def _step(store: Store, encoder: Encoder | None, nearby: Nearby | None, some: Sequence[str]) -> int | None:
    """Compare a few articles; how many claims were looked at, or nothing where what was read does not hold any more."""
    with store.reading():
        turn, seen = comparing.turn(store), events.last(store)
        if nearby and nearby.turn != turn:
            return None
        still = comparing.waiting(store, articles=some)
        read = [_read(store, id) for id in still]
        vectors = _vectors(store, encoder, read)
        if nearby:
            nearby.put({pk for one in read for pk in one.changed | one.gone}, {pk: v for pk, (_, v) in vectors.items()})
        links = list(_links(store, read, nearby, vectors))
        for one in read:
            one.reprints = _reprints(store, one, read)
    with store.act():
        if comparing.turn(store) != turn:
            return None
        turn = comparing.take_turn(store)
        _write(store, encoder, read, vectors, links)
        comparing.done(store, [one.pk for one in read], seen=seen)
    if nearby:
        nearby.turn = turn
    return sum(len(one.changed) for one in read)


def _read(store: Store, id: str) -> _Read:
    pk = lookup.key(store, "articles", id)
    article, live, added = articles.get(store, id), comparing.live(store, id), articles.added_at(store, id)
    records = [record for record in claims.of_article(store, id) if record.id in live]
    profiles = {live[one.id]: profile(one, article.as_of(one.revision), added) for one in records}
    # A claim may have been found in an older text; what the article is about is what its newest says.
    newest = max(records, key=lambda one: (one.revision, one.id), default=None)
    about = matter_of(profiles[live[newest.id]]) if newest else Matter()
    profiles = {pk: one.model_copy(update=about.__dict__) for pk, one in profiles.items()}
    before = comparing.profiles_of(store, pk)
    same_matter = comparing.matters(store, [pk]).get(pk) == about.model_dump_json()
    changed = {pk for pk, one in profiles.items() if not same_matter or before.get(pk) != own_json(one)}
    return _Read(pk, article, about, profiles, changed, set(before) - set(profiles), shingles(article.text))


_SHARED = set(Matter.model_fields)


def own_json(one: Profile) -> str:
    """What is known of a claim beside what its article is about, which is kept once for all of them."""
    return one.model_dump_json(exclude=_SHARED)


def _vectors(store: Store, encoder: Encoder | None, read: Sequence[_Read]) -> dict[int, tuple[str, bytes]]:
    """The vectors of the claims that are compared, by key, each with the hash of its passage."""
    if encoder is None:
        return {}
    profiles = {pk: one.live[pk] for one in read for pk in sorted(one.changed)}
    words = {pk: ids.digest(list(one.passage))[: ids.ID_LENGTH] for pk, one in profiles.items()}
    there = comparing.worded(store, words, encoder.model)
    missing = [pk for pk in words if pk not in there or there[pk][0] != words[pk]]
    made = packed(encoder.encode([profiles[pk].passage for pk in missing])) if missing else []
    fresh = dict(zip(missing, made, strict=True))
    return {pk: (words[pk], fresh[pk] if pk in fresh else there[pk][1]) for pk in words}


def _links(
    store: Store, read: Sequence[_Read], nearby: Nearby | None, vectors: dict[int, tuple[str, bytes]]
) -> Iterator[tuple[int, int, float]]:
    """Claims that are compared, and those that they are about the same thing with."""
    here = {pk: profile for one in read for pk, profile in one.live.items()}
    moved = {pk for one in read for pk in one.changed | one.gone}
    asked: dict[tuple[int, int], float | None] = {}
    for one in read:
        beside = _one_matter(store, one, read)
        others = (set(comparing.claims_of(store, beside)) - moved) | {
            pk for other in read if other.pk in beside or other is one for pk in other.live
        }
        if nearby is None:
            asked |= {(min(a, b), max(a, b)): None for a in one.changed for b in others if a != b}
        else:
            asking = {pk: vectors[pk][1] for pk in sorted(one.changed)}
            asked |= nearby.between(asking, others, FAR)
            # From other matters only quotations are set against each other.
            asked |= nearby.near({pk: vector for pk, vector in asking.items() if quotes(one.live[pk])}, NEAR)
    rest = known(store, {pk for pair in asked for pk in pair} - here.keys())
    profiles = rest | here
    shared_names: dict[tuple[str, str], float] = {}
    for (a, b), cosine in sorted(asked.items()):
        x, y = profiles[a], profiles[b]
        pair = min(x.article, y.article), max(x.article, y.article)
        if pair not in shared_names:
            shared_names[pair] = 1.0 if x.article == y.article else named(x, y)
        if looked_at(x, y, cosine, shared_names[pair]) and (strength := same_thing(x, y, cosine)) is not None:
            yield a, b, strength


def _one_matter(store: Store, one: _Read, read: Sequence[_Read]) -> set[int]:
    """Keys of the other articles that tell of one matter with this, as far as names can say."""
    focus, around = keys(one.matter.focus), keys(one.matter.around)
    # The index goes by the first letters of names, and proposes more than share them.
    proposed = comparing.of_one_matter(store, focus=focus, around=around, least=NAMED)
    stored = {
        pk
        for pk, text in comparing.matters(store, proposed).items()
        if named(one.matter, Matter.model_validate_json(text)) >= NAMED
    }
    here = {other.pk for other in read}
    return (stored - here) | {
        other.pk for other in read if other is not one and named(one.matter, other.matter) >= NAMED
    }


def _reprints(store: Store, one: _Read, read: Sequence[_Read]) -> list[Reprint]:
    """The articles that carry the same copy as this."""
    here = {other.article.id for other in read}
    others = [articles.get(store, id) for id in reprints.sharing(store, one.shingles, FEWEST_SHARED) if id not in here]
    others += [
        other.article for other in read if other is not one and len(one.shingles & other.shingles) >= FEWEST_SHARED
    ]
    found = (shared(_dated(store, one.article), _dated(store, other)) for other in others)
    return [reprint for reprint in found if reprint]


def _dated(store: Store, article: Article) -> Article:
    """The article with the moment of its adding, which decides between two of one day."""
    if article.revisions[0].added_at:
        return article
    first = article.revisions[0].model_copy(update={"added_at": articles.added_at(store, article.id)})
    return article.model_copy(update={"revisions": (first, *article.revisions[1:])})


def _write(
    store: Store,
    encoder: Encoder | None,
    read: Sequence[_Read],
    vectors: dict[int, tuple[str, bytes]],
    links: Sequence[tuple[int, int, float]],
) -> None:
    moved = sorted({pk for one in read for pk in one.changed | one.gone})
    # Whoever shared a group with a claim that changed may now belong elsewhere.
    seeds = {*moved, *groups.beside(store, moved)}
    comparing.unlink(store, moved)
    for one in read:
        comparing.drop(store, sorted(one.gone))
        about = one.matter
        comparing.set_matter(store, one.pk, about.model_dump_json(), focus=keys(about.focus), around=keys(about.around))
        comparing.set_profiles(store, one.pk, {pk: own_json(one.live[pk]) for pk in sorted(one.changed)})
        reprints.set_shingles(store, one.pk, one.shingles)
        reprints.replace(store, one.pk, one.reprints)
    if encoder:
        comparing.set_vectors(store, encoder.model, vectors)
    comparing.set_links(store, links)
    comparing.regroup(store, seeds)

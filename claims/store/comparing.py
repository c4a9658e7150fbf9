"""What comparing knows and has still to do: profiles, vectors, links, and the articles and claims that wait.

All of it can be made anew from the rest of the file. ``turn`` counts the changes of these tables, so that whoever
reckons outside a transaction can tell whether what they read still holds.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from claims.models import Value
from claims.store.claims import STANDS
from claims.store.connection import Store

_BATCH = 500
_T = TypeVar("_T")
MACHINE_DISMISSED = ("not_a_claim", "extraction_error")
"""Reasons to dismiss that say that nobody claimed anything."""


class Compared(Value):
    """A claim that has been compared: its key and its profile as JSON."""

    pk: int
    id: str
    article: int
    profile: str


# Which claims are compared: those that are shown, unless somebody said that they are none.
_LIVE = f"""{STANDS} AND NOT (c.status = 'dismissed' AND EXISTS (
  SELECT 1 FROM (SELECT reason FROM events WHERE claim = c.pk AND action = 'dismiss' ORDER BY seq DESC LIMIT 1)
  WHERE reason IN ({", ".join(f"'{reason}'" for reason in MACHINE_DISMISSED)})))"""


def live(store: Store, article: str) -> dict[str, int]:
    """The claims of an article that are compared: keys by id."""
    rows = store.rows(
        f"SELECT c.pk, c.id FROM claims c JOIN articles a ON a.pk = c.article WHERE a.id = ? AND {_LIVE}", (article,)
    )
    return {row["id"]: row["pk"] for row in rows}


def is_live(store: Store, claim: str) -> bool:
    """Whether a claim is one of those that are compared."""
    return store.value(f"SELECT 1 FROM claims c WHERE c.id = ? AND {_LIVE}", (claim,)) is not None


# --- what waits ---


def turn(store: Store) -> int:
    """How often these tables have been changed."""
    return int(store.value("SELECT turn FROM comparison"))


def take_turn(store: Store) -> int:
    """Say that these tables are being changed; the new turn."""
    store.conn.execute("UPDATE comparison SET turn = turn + 1")
    return turn(store)


def recipe(store: Store) -> str | None:
    """By which rules and which encoder what is there was made."""
    found: str | None = store.value("SELECT recipe FROM comparison")
    return found


def forget(store: Store, recipe: str) -> None:
    """Drop everything that comparing found, for other rules; every article waits again. Vectors stay by their model."""
    for table in (
        *(
            "claim_pairs",
            "group_claims",
            "claim_groups",
            "claim_links",
            "claim_profiles",
            "article_matters",
            "article_names",
        ),
        *("article_shingles", "reprints", "ungrouped", "uncompared"),
    ):
        store.conn.execute(f"DELETE FROM {table}")
    store.conn.execute("INSERT INTO uncompared (article) SELECT pk FROM articles ORDER BY pk")
    store.conn.execute(
        "UPDATE comparison SET recipe = ?, noted = (SELECT coalesce(max(seq), 0) FROM events)", (recipe,)
    )


def forget_vectors(store: Store, model: str | None = None) -> None:
    """Drop the vectors of every other model, or of all."""
    store.conn.execute("DELETE FROM claim_vectors WHERE model IS NOT ?", (model,))


# What an event may change about a claim in comparison, by the article that is then to be compared again.
_TOUCHED = """
  SELECT e.article FROM events e NOT INDEXED WHERE e.seq > :seq AND e.article IS NOT NULL
  UNION SELECT c.article FROM events e NOT INDEXED JOIN claims c ON c.pk = e.claim WHERE e.seq > :seq
  UNION SELECT c.article FROM events e NOT INDEXED JOIN speakers own ON own.pk = e.speaker
    JOIN speakers one ON one.pk IN (own.pk, own.merged_into) OR one.merged_into IN (own.pk, own.merged_into)
    JOIN claim_speakers cs ON cs.speaker = one.pk JOIN claims c ON c.pk = cs.claim
    WHERE e.seq > :seq AND e.action <> 'add'
"""


def note(store: Store) -> None:
    """Let every article wait that something has happened to since this was last asked, and every pair's claims."""
    noted = {"seq": store.value("SELECT noted FROM comparison")}
    store.conn.execute(f"INSERT INTO uncompared (article) SELECT * FROM ({_TOUCHED}) WHERE true {_ONCE}", noted)
    for side in ("substr(e.pair, 1, instr(e.pair, ' ') - 1)", "substr(e.pair, instr(e.pair, ' ') + 1)"):
        store.conn.execute(
            f"INSERT INTO ungrouped (claim) SELECT c.pk FROM events e JOIN claims c ON c.id = {side}"
            f" WHERE e.seq > :seq AND e.pair IS NOT NULL {_ONCE}",
            noted,
        )
    store.conn.execute("UPDATE comparison SET noted = (SELECT coalesce(max(seq), 0) FROM events)")


_ONCE = "ON CONFLICT DO NOTHING"


def waiting(store: Store, *, articles: Sequence[str] | None = None, since: str | None = None) -> list[str]:
    """Ids of the articles that wait, the earliest added first: all, those named, or those published since a day."""
    where, parameters = ["1"], list[str]()
    if articles is not None:
        where.append(f"a.id IN ({', '.join('?' * len(articles))})")
        parameters += articles
    if since is not None:
        where.append("coalesce(a.published, a.added_at) >= ?")
        parameters.append(since)
    rows = store.rows(
        f"SELECT a.id FROM uncompared u JOIN articles a ON a.pk = u.article WHERE {' AND '.join(where)} ORDER BY a.pk",
        parameters,
    )
    return [row["id"] for row in rows]


def since(store: Store, day: str) -> list[str]:
    """Ids of the articles published since a day, whether or not they wait."""
    rows = store.rows("SELECT id FROM articles WHERE coalesce(published, added_at) >= ? ORDER BY pk", (day,))
    return [row["id"] for row in rows]


def done(store: Store, articles: Iterable[int], *, seen: int) -> None:
    """Say that these articles were compared as they were at event ``seen``; what changed since waits on."""
    touched = {row[0] for row in store.conn.execute(_TOUCHED, {"seq": seen})}
    store.conn.executemany(
        "DELETE FROM uncompared WHERE article = ?", [(article,) for article in articles if article not in touched]
    )


def regroup(store: Store, claims: Iterable[int]) -> None:
    """Let the groups of these claims be formed anew."""
    store.conn.executemany(f"INSERT INTO ungrouped (claim) VALUES (?) {_ONCE}", [(pk,) for pk in sorted(claims)])


def ungrouped(store: Store, *, limit: int) -> list[int]:
    """Keys of claims whose groups are to be formed anew."""
    return [row[0] for row in store.conn.execute("SELECT claim FROM ungrouped ORDER BY claim LIMIT ?", (limit,))]


def ungrouped_of(store: Store, claims: Collection[int]) -> set[int]:
    """Those of these claims whose groups are to be formed anew."""
    found: set[int] = set()
    for some in _batches(sorted(claims)):
        marks = ", ".join("?" * len(some))
        found.update(
            row[0] for row in store.conn.execute(f"SELECT claim FROM ungrouped WHERE claim IN ({marks})", some)
        )
    return found


def grouped(store: Store, claims: Iterable[int]) -> None:
    """Say that the groups of these claims were formed."""
    store.conn.executemany("DELETE FROM ungrouped WHERE claim = ?", [(pk,) for pk in claims])


def waits(store: Store) -> set[int]:
    """Keys of the claims that wait, or whose article does, or that somebody has said something about since."""
    return {
        row[0]
        for row in store.conn.execute(
            f"SELECT claim FROM ungrouped UNION SELECT c.pk FROM claims c WHERE c.article IN ("
            f"  SELECT article FROM uncompared UNION SELECT * FROM ({_TOUCHED}))"
            " UNION SELECT c.pk FROM events e JOIN claims c"
            "   ON c.id IN (substr(e.pair, 1, instr(e.pair, ' ') - 1), substr(e.pair, instr(e.pair, ' ') + 1))"
            "   WHERE e.pair IS NOT NULL AND e.seq > :seq AND e.id IS NULL",
            {"seq": store.value("SELECT noted FROM comparison")},
        )
    }


def tied(store: Store) -> list[int]:
    """Keys of the claims that are linked to another, share a group with one, or that somebody spoke of."""
    return [
        row[0]
        for row in store.conn.execute(
            "SELECT one FROM claim_links UNION SELECT other FROM claim_links UNION SELECT claim FROM group_claims"
            " UNION SELECT c.pk FROM pair_decisions d JOIN claims c ON c.id IN (d.one, d.other) ORDER BY 1"
        )
    ]


# --- what is known ---


def profiles_of(store: Store, article: int) -> dict[int, str]:
    """What is known of an article's claims, by key."""
    rows = store.conn.execute("SELECT claim, profile FROM claim_profiles WHERE article = ?", (article,))
    return dict(rows.fetchall())


def profiles(store: Store, claims: Collection[int]) -> list[Compared]:
    """What is known of these claims, in the order of their keys; of a claim that is not compared, nothing."""
    out: list[Compared] = []
    for some in _batches(sorted(claims)):
        rows = store.conn.execute(
            "SELECT p.claim, c.id, p.article, p.profile FROM claim_profiles p JOIN claims c ON c.pk = p.claim"
            f" WHERE p.claim IN ({', '.join('?' * len(some))}) ORDER BY p.claim",
            some,
        )
        out += [
            Compared.model_construct(pk=pk, id=id, article=article, profile=profile)
            for pk, id, article, profile in rows
        ]
    return out


def places(store: Store, claims: Collection[int]) -> Iterator[tuple[int, str, int, str]]:
    """Of each of these claims that is compared its key, its id, the key of its article, and what it comes after, as
    JSON: the little of a profile that forming groups asks for."""
    for some in _batches(sorted(claims)):
        yield from store.conn.execute(
            "SELECT p.claim, c.id, p.article, coalesce(json_extract(p.profile, '$.order'), '') FROM claim_profiles p"
            f" JOIN claims c ON c.pk = p.claim WHERE p.claim IN ({', '.join('?' * len(some))}) ORDER BY p.claim",
            some,
        )


def keys(store: Store, ids: Collection[str]) -> dict[str, int]:
    """The keys of claims by id."""
    out: dict[str, int] = {}
    for some in _batches(sorted(ids)):
        out |= dict(store.conn.execute(f"SELECT id, pk FROM claims WHERE id IN ({', '.join('?' * len(some))})", some))
    return out


def ids(store: Store, keys: Collection[int]) -> dict[str, int]:
    """The same, asked by key: keys of claims by id."""
    out: dict[str, int] = {}
    for some in _batches(sorted(keys)):
        out |= dict(store.conn.execute(f"SELECT id, pk FROM claims WHERE pk IN ({', '.join('?' * len(some))})", some))
    return out


def set_profiles(store: Store, article: int, profiles: dict[int, str]) -> None:
    """Remember claims of an article as they now are."""
    store.conn.executemany(
        "INSERT INTO claim_profiles (claim, article, profile) VALUES (?1, ?2, ?3)"
        " ON CONFLICT (claim) DO UPDATE SET profile = ?3",
        [(pk, article, profile) for pk, profile in profiles.items()],
    )


def drop(store: Store, claims: Sequence[int]) -> None:
    """Forget all about claims that are not compared any more."""
    unlink(store, claims)
    for table in ("claim_profiles", "claim_vectors"):
        store.conn.executemany(f"DELETE FROM {table} WHERE claim = ?", [(pk,) for pk in claims])


def unlink(store: Store, claims: Sequence[int]) -> None:
    """Forget what claims are linked to."""
    store.conn.executemany("DELETE FROM claim_links WHERE one = ?1 OR other = ?1", [(pk,) for pk in claims])


# --- vectors and stems ---


def vectors(store: Store, model: str) -> Iterator[tuple[int, bytes]]:
    """Every vector that a model made, by claim."""
    return iter(store.conn.execute("SELECT claim, vector FROM claim_vectors WHERE model = ? ORDER BY claim", (model,)))


def worded(store: Store, claims: Collection[int], model: str) -> dict[int, tuple[str, bytes]]:
    """The vectors of these claims with the hashes of the words that they were made of."""
    out: dict[int, tuple[str, bytes]] = {}
    for some in _batches(sorted(claims)):
        rows = store.conn.execute(
            "SELECT claim, words, vector FROM claim_vectors"
            f" WHERE model = ? AND claim IN ({', '.join('?' * len(some))})",
            [model, *some],
        )
        out |= {pk: (words, vector) for pk, words, vector in rows}
    return out


def set_vectors(store: Store, model: str, vectors: dict[int, tuple[str, bytes]]) -> None:
    """Remember vectors, each with the hash of its words."""
    store.conn.executemany(
        "INSERT INTO claim_vectors (claim, model, words, vector) VALUES (?1, ?2, ?3, ?4)"
        " ON CONFLICT (claim) DO UPDATE SET model = ?2, words = ?3, vector = ?4",
        [(pk, model, words, vector) for pk, (words, vector) in vectors.items()],
    )


# --- what articles are about ---


def matters(store: Store, articles: Collection[int]) -> dict[int, str]:
    """What these articles are about, as JSON, by key."""
    out: dict[int, str] = {}
    for some in _batches(sorted(articles)):
        marks = ", ".join("?" * len(some))
        out |= dict(store.conn.execute(f"SELECT article, matter FROM article_matters WHERE article IN ({marks})", some))
    return out


def set_matter(store: Store, article: int, matter: str, *, focus: Mapping[str, int], around: Mapping[str, int]) -> None:
    """Remember what an article is about, and under which keys an index finds it."""
    store.conn.execute(
        "INSERT INTO article_matters (article, matter, focus) VALUES (?1, ?2, ?3)"
        " ON CONFLICT (article) DO UPDATE SET matter = ?2, focus = ?3",
        (article, matter, sum(focus.values())),
    )
    store.conn.execute("DELETE FROM article_names WHERE article = ?", (article,))
    store.conn.executemany(
        'INSERT INTO article_names ("key", article, focus, around) VALUES (?, ?, ?, ?)',
        [(key, article, focus.get(key, 0), key in around) for key in sorted({*focus, *around})],
    )


def of_one_matter(store: Store, *, focus: Mapping[str, int], around: Mapping[str, int], least: float) -> list[int]:
    """Keys of the articles that may tell of one matter with one that goes by these keys: too many, never too few."""
    wanted = [(key, focus.get(key, 0), key in around) for key in sorted({*focus, *around})]
    own = sum(focus.values())
    rows = store.conn.execute(
        "SELECT f.article FROM ("
        "   SELECT n.article, sum(CASE WHEN n.around THEN json_extract(w.value, '$[1]') ELSE 0 END) AS named,"
        "     sum(CASE WHEN json_extract(w.value, '$[2]') THEN n.focus ELSE 0 END) AS naming"
        "   FROM json_each(?) w CROSS JOIN article_names n ON n.\"key\" = json_extract(w.value, '$[0]')"
        "   WHERE json_extract(w.value, '$[1]') > 0 OR n.focus > 0 GROUP BY n.article) f"
        " JOIN article_matters m ON m.article = f.article"
        " WHERE f.named * ? + CASE WHEN m.focus THEN f.naming * 1.0 / m.focus ELSE 0 END >= ? ORDER BY 1",
        (json.dumps(wanted), 1 / own if own else 0.0, 2 * least - _HAIR),
    )
    return [row[0] for row in rows]


_HAIR = 1e-6
"""What a sum of floats may be off."""


def claims_of(store: Store, articles: Collection[int]) -> list[int]:
    """Keys of the claims of these articles that have been compared."""
    out: list[int] = []
    for some in _batches(sorted(articles)):
        marks = ", ".join("?" * len(some))
        out += [
            row[0] for row in store.conn.execute(f"SELECT claim FROM claim_profiles WHERE article IN ({marks})", some)
        ]
    return out


# --- links ---


def set_links(store: Store, links: Iterable[tuple[int, int, float]]) -> None:
    """Remember that two claims are about the same thing, and how surely."""
    store.conn.executemany(
        "INSERT INTO claim_links (one, other, strength) VALUES (?, ?, ?)",
        [(min(a, b), max(a, b), strength) for a, b, strength in links],
    )


def links(store: Store, claims: Collection[int]) -> Iterator[tuple[int, int, float]]:
    """Every link between two of these claims, in the order of their keys."""
    wanted = frozenset(claims)
    for some in _batches(sorted(wanted)):
        # Datasette's connections give rows of their own, which know no order.
        for one, other, strength in store.conn.execute(
            f"SELECT one, other, strength FROM claim_links WHERE one IN ({', '.join('?' * len(some))})"
            " ORDER BY one, other",
            some,
        ):
            if other in wanted:
                yield one, other, strength


def linked(store: Store, claims: Collection[int], *, least: float) -> set[int]:
    """The claims that a link of at least this strength leads to from one of these."""
    found: set[int] = set()
    for some in _batches(sorted(claims)):
        marks = ", ".join("?" * len(some))
        for near, far in (("one", "other"), ("other", "one")):
            found.update(
                row[0]
                for row in store.conn.execute(
                    f"SELECT {far} FROM claim_links WHERE {near} IN ({marks}) AND strength >= ?", [*some, least]
                )
            )
    return found


def _batches(items: Sequence[_T]) -> Iterator[list[_T]]:
    for start in range(0, len(items), _BATCH):
        yield list(items[start : start + _BATCH])

"""The vectors of a file in memory, and which of them are near each other.

Of two claims the cosine is the same whatever else is there: a scan proposes, and what it proposes is reckoned
again by itself, in one order of steps, and rounded.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from itertools import islice
from typing import TYPE_CHECKING

from claims.compare.nearness import near
from claims.store import Store, comparing

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

BLOCK = 16_384
"""Vectors that are held, and grow, together."""
SLACK = 0.002
"""How far a scan in 32 bits may be off."""
DIGITS = 6


class Nearby:
    """Every vector that one model made of the claims of a file."""

    def __init__(self, store: Store, model: str) -> None:
        import numpy as np

        self._np = np
        self._claims: list[NDArray[np.int64]] = []
        self._vectors: list[NDArray[np.float16]] = []
        self._used = BLOCK
        self._places: dict[int, tuple[int, int]] = {}
        with store.reading():
            self.turn = comparing.turn(store)
            """What the tables were like when this was read; whoever writes what is put here moves it on."""
            rows = comparing.vectors(store, model)
            self._load(rows)
        self._placed = False

    def _load(self, rows: Iterator[tuple[int, bytes]]) -> None:
        np = self._np
        while some := list(islice(rows, BLOCK)):
            claims, vectors = zip(*some, strict=True)
            matrix = np.frombuffer(b"".join(vectors), np.float16).reshape(len(some), -1)
            self._used = len(some)
            if self._used == BLOCK:
                # A full block never grows: it stays as it was read.
                self._vectors.append(matrix)
                self._claims.append(np.array(claims, np.int64))
                continue
            self._grow(matrix.shape[1])
            self._vectors[-1][: len(some)] = matrix
            self._claims[-1][: len(some)] = claims
            self._used = len(some)

    def put(self, claims: Collection[int], vectors: dict[int, bytes]) -> None:
        """Let go of what these claims had, and hold these vectors."""
        self._place()
        for claim in claims:
            if (place := self._places.pop(claim, None)) is not None:
                self._claims[place[0]][place[1]] = 0
        for claim, vector in vectors.items():
            row = self._np.frombuffer(vector, self._np.float16)
            if self._used == BLOCK:
                self._grow(len(row))
            self._vectors[-1][self._used] = row
            self._claims[-1][self._used] = claim
            self._places[claim] = (len(self._claims) - 1, self._used)
            self._used += 1

    def near(self, vectors: dict[int, bytes], floor: float) -> dict[tuple[int, int], float]:
        """Pairs of one of these claims and any other, the smaller key first, whose cosine is not below the floor."""
        found: dict[tuple[int, int], float] = {}
        for block, matrix in enumerate(self._vectors):
            used = self._used if block == len(self._vectors) - 1 else BLOCK
            found |= self._scan(vectors, matrix[:used], self._claims[block][:used], floor)
        return found

    def between(self, vectors: dict[int, bytes], others: Collection[int], floor: float) -> dict[tuple[int, int], float]:
        """The same, with these others only."""
        self._place()
        places = sorted((self._places[other], other) for other in others if other in self._places)
        if not places:
            return {}
        rows = self._np.stack([self._vectors[block][at] for (block, at), _ in places])
        return self._scan(vectors, rows, self._np.array([other for _, other in places]), floor)

    def _scan(
        self, vectors: dict[int, bytes], rows: NDArray[np.float16], claims: NDArray[np.int64], floor: float
    ) -> dict[tuple[int, int], float]:
        np = self._np
        if not vectors:
            return {}
        asking = list(vectors)
        queries = np.frombuffer(b"".join(vectors.values()), np.float16).reshape(len(asking), -1)
        hits = near(queries, rows, floor - SLACK)
        if not hits:
            return {}
        ones, others = (np.array([hit[side] for hit in hits]) for side in (0, 1))
        exact = (queries[ones].astype(np.float64) * rows[others].astype(np.float64)).sum(axis=1)
        found: dict[tuple[int, int], float] = {}
        for one, other, cosine in zip(
            ones.tolist(), claims[others].tolist(), exact.round(DIGITS).tolist(), strict=True
        ):
            claim = asking[one]
            if other and other != claim and cosine >= floor:
                found[min(claim, other), max(claim, other)] = cosine
        return found

    def _grow(self, width: int) -> None:
        self._vectors.append(self._np.zeros((BLOCK, width), self._np.float16))
        self._claims.append(self._np.zeros(BLOCK, self._np.int64))
        self._used = 0

    def _place(self) -> None:
        """Where each claim stands; one run that changes nothing needs not know."""
        if not self._placed:
            self._placed = True
            for block, claims in enumerate(self._claims):
                self._places |= {claim: (block, at) for at, claim in enumerate(claims.tolist()) if claim}


def packed(rows: NDArray[np.float32]) -> list[bytes]:
    """Vectors as the file keeps them: 16-bit floats."""
    import numpy as np

    return [row.tobytes() for row in rows.astype(np.float16)]

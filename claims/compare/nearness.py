"""Exact search among vectors: who is near whom, by one pass over all of them.

A pass over 100,000 vectors takes a fraction of a second, needs no index that could grow stale, and says of two
vectors the same whatever else is there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

BLOCK = 8192
"""Rows that are widened to 32 bits at once: the matrix stays in 16."""


def near(queries: NDArray[np.floating], matrix: NDArray[np.float16], floor: float) -> list[tuple[int, int, float]]:
    """Every pair (query row, matrix row, cosine) at or above the floor, by query, then by row; rows have length one."""
    import numpy as np

    found: list[tuple[int, int, float]] = []
    wide = np.ascontiguousarray(queries, np.float32)
    if not len(wide):
        return found
    for start in range(0, len(matrix), BLOCK):
        # Each product is a dot product of its own length: the result does not hang on the neighbours.
        cosines = matrix[start : start + BLOCK].astype(np.float32) @ wide.T
        rows, columns = np.nonzero(cosines >= floor)
        found.extend(
            (int(query), start + int(row), float(cosines[row, query])) for row, query in zip(rows, columns, strict=True)
        )
    return sorted(found)

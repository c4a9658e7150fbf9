"""Draws what ``training.fit`` measured: ``python -m training.reliability --fit fit.json --out reliability.svg``."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

SIZE, MARGIN = 320, 44
INK, PALE, BLUE = "#333333", "#bbbbbb", "#2a6f97"
LARGEST = 11
"""Radius of the dot of the fullest bin; the area goes with the count."""


def place(share: float) -> float:
    """How far from the left, or from the bottom, a share stands."""
    return MARGIN + share * SIZE


def drawing(table: Sequence[dict[str, float]]) -> Iterator[str]:
    """The lines of the picture: how sure (across) against how often right (up)."""
    whole = SIZE + 2 * MARGIN
    most = max(row["count"] for row in table)
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {whole} {whole}" '
        'font-family="sans-serif" font-size="12" role="img" '
        'aria-label="Confidence against the share of attributions that are right">'
    )
    yield f'<rect width="{whole}" height="{whole}" fill="#ffffff"/>'
    ideal = f"M{place(0)} {whole - place(0)}L{place(1)} {whole - place(1)}"
    yield f'<path d="{ideal}" stroke="{PALE}" stroke-dasharray="4 4"/>'
    yield f'<path d="M{place(0)} {whole - place(1)}V{whole - place(0)}H{place(1)}" stroke="{INK}" fill="none"/>'
    for share in (0.0, 0.5, 1.0):
        yield f'<text x="{place(share)}" y="{whole - MARGIN + 18}" text-anchor="middle" fill="{INK}">{share:g}</text>'
        yield f'<text x="{MARGIN - 8}" y="{whole - place(share) + 4}" text-anchor="end" fill="{INK}">{share:g}</text>'
    points = [(place(row["confidence"]), whole - place(row["right"])) for row in table]
    line = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    yield f'<polyline points="{line}" stroke="{BLUE}" fill="none"/>'
    for (x, y), row in zip(points, table, strict=True):
        radius = max(2.0, LARGEST * (row["count"] / most) ** 0.5)
        count = f"<title>{row['count']:g}</title>"
        yield f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius:.1f}" fill="{BLUE}">{count}</circle>'
    yield f'<text x="{whole / 2}" y="{whole - 6}" text-anchor="middle" fill="{INK}">confidence</text>'
    yield (
        f'<text x="12" y="{whole / 2}" text-anchor="middle" fill="{INK}" '
        f'transform="rotate(-90 12 {whole / 2})">share that is right</text>'
    )
    yield "</svg>"


def main() -> None:
    """Read, draw, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--fit", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    options.out.write_text("\n".join(drawing(json.loads(options.fit.read_text())["reliability"])) + "\n")


if __name__ == "__main__":
    main()

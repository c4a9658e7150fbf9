"""The roles a piece may have, in the order of the network's outputs."""

from __future__ import annotations

SOURCE, CUE, CONTENT = "source", "cue", "content"
LABELS = ("O", "B-source", "I-source", "B-cue", "I-cue", "B-content", "I-content")
LINK = 64
"""Size of the vectors whose products say which pieces belong together."""
FARTHEST = 96
"""Pieces farther apart than this are all equally far for the network."""

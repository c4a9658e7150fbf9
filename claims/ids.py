"""Identity from content: an id is a hash of canonical JSON, tagged with the recipe that made it.

The first letter tells a reader what an id names: a(rticle), c(laim), s(peaker), f(igure), e(vidence), g(roup).
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from typing import Any

ID_LENGTH = 16

# Made once: json.dumps makes an encoder for each call with options, which takes longer than the encoding.
_ENCODER = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def canonical_json(value: Any) -> str:
    """Write a value so that equal values give equal bytes: sorted keys, no spaces, no escapes."""
    return _ENCODER.encode(value)


def digest(value: Any) -> str:
    """The sha256 of a value's canonical JSON, in hex."""
    return hashlib.sha256(canonical_json(value).encode("utf-8", "surrogatepass")).hexdigest()


def text_sha256(text: str) -> str:
    """The sha256 of a text's UTF-8 bytes, in hex."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _mint(tag: str, *parts: object) -> str:
    return tag[0] + digest([tag, *parts])[: ID_LENGTH - 1]


def article_id(url: str | None, text: str) -> str:
    """From the normalised URL, or from the text where there is none."""
    return _mint("article/1", "url", url) if url else _mint("article/1", "text", text_sha256(text))


def claim_id(article: str, kind: str, words: str, occurrence: int) -> str:
    """From article, kind, words and the how-many-eth time they occur (from 0)."""
    return _mint("claim/1", article, kind, words, occurrence)


def speaker_id(article: str, part: str, start: int, occurrence: int = 0) -> str:
    """From the place where a speaker was first met, never from the name: names change."""
    return _mint("speaker/1", article, part, start, occurrence)


def figure_id(scope: str, part: str, start: int, end: int) -> str:
    """From the claim (or the hash of the text) that holds it and the place of its core."""
    if scope.isalnum() and part.isalnum():
        # The same canonical JSON, written by hand: a text has many figures, and nothing here needs an escape.
        canonical = f'["figure/1","{scope}","{part}",{start},{end}]'
        return "f" + hashlib.sha256(canonical.encode()).hexdigest()[: ID_LENGTH - 1]
    return _mint("figure/1", scope, part, start, end)


def evidence_id(claim: str, content: Sequence[str | None], occurrence: int) -> str:
    """From the claim and what was entered."""
    return _mint("evidence/1", claim, list(content), occurrence)


def group_id(earliest: str) -> str:
    """From the claim that a group gathers around."""
    return _mint("group/1", earliest)

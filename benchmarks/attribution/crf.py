"""A conditional random field for source, cue and content: what can be had without a network of any kind.

It learns from PolNeAR's train part, with words, shapes, endings, quotation marks and the reporting verbs as
features; segments are linked to the nearest cue of their paragraph. It needs ``pip install python-crfsuite``, which
nothing else does, and no torch.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from claims.extract.quotations import quotations
from claims.extract.reporting import verbs
from claims.models import Attribution, Extractor, Span
from training.corpus import ROLES, Example, read_examples

TOKEN = re.compile(r"\w+|[^\w\s]")
LINE = re.compile(r"[^\n]*\S[^\n]*")
ITERATIONS = 60
AROUND = 3
Token = tuple[int, int]
Segment = tuple[str, int, int]


def paragraphs(text: str) -> Iterator[list[Token]]:
    """The tokens of each line."""
    for line in LINE.finditer(text):
        yield [(m.start() + line.start(), m.end() + line.start()) for m in TOKEN.finditer(line.group())]


def features(text: str, tokens: Sequence[Token], quoted: Sequence[bool]) -> list[list[str]]:
    """What is seen of each token and of those around it."""
    table = verbs()
    alone = []
    for number, (start, end) in enumerate(tokens):
        word = text[start:end]
        lower = word.lower()
        seen = [f"w={lower}", f"end={lower[-3:]}", f"quoted={quoted[number]}"]
        seen.append("Aa" if word[:1].isupper() else "aa" if word.isalpha() else "1" if word.isdigit() else "mark")
        if lower in table:
            seen.append(f"verb={table[lower].attitude.value}")
            seen.append(f"form={table[lower].form}")
        alone.append(seen)
    wide = []
    for number, seen in enumerate(alone):
        near = (apart for apart in range(-AROUND, AROUND + 1) if apart and 0 <= number + apart < len(tokens))
        wide.append([*seen, *(f"{apart:+d}{one}" for apart in near for one in alone[number + apart])])
    return wide


def inside_quotations(text: str, tokens: Sequence[Token]) -> list[bool]:
    """Which tokens stand between quotation marks."""
    ranges = [r for quotation in quotations(text) for r in quotation.ranges]
    return [any(start <= token[0] < end for start, end in ranges) for token in tokens]


def labels(example: Example, tokens: Sequence[Token]) -> list[str]:
    """The role of each token, with its beginning."""
    found = ["O"] * len(tokens)
    for marked in example.marked:
        for role in ROLES:
            for start, end in marked.of(role):
                inside = [i for i, (a, b) in enumerate(tokens) if a < end and b > start]
                for i in inside:
                    found[i] = f"{'B' if i == inside[0] else 'I'}-{role}"
    return found


def segments(tokens: Sequence[Token], found: Sequence[str]) -> list[Segment]:
    """Runs of one role."""
    made: list[Segment] = []
    before = "O"
    for (start, end), label in zip(tokens, found, strict=True):
        role = label[2:]
        if label != "O" and label[0] == "I" and before[2:] == role and made:
            made[-1] = (role, made[-1][1], end)
        elif label != "O":
            made.append((role, start, end))
        before = label
    return made


def linked(found: Sequence[Segment]) -> list[dict[str, list[list[int]]]]:
    """Each content and each source with the nearest cue of its paragraph."""
    cues = [segment for segment in found if segment[0] == "cue"]
    made = {cue: {"source": [], "cue": [[cue[1], cue[2]]], "content": []} for cue in cues}
    for role, start, end in found:
        if role != "cue" and cues:
            nearest = min(cues, key=lambda cue: max(cue[1] - end, start - cue[2]))
            made[nearest][role].append([start, end])
    return [one for one in made.values() if one["content"]]


class CrfTagger:
    """Learns from annotated articles when it is made, some minutes for all of them."""

    extractor = Extractor(tagger="crf", version="1")

    def __init__(self, corpus: Path, articles: int | None = None) -> None:
        import pycrfsuite

        trainer = pycrfsuite.Trainer(verbose=False)
        trainer.set_params({"c1": 0.1, "c2": 0.01, "max_iterations": ITERATIONS, "feature.minfreq": 3})
        for example in read_examples(corpus)[:articles]:
            text = example.text
            for tokens in paragraphs(text):
                trainer.append(features(text, tokens, inside_quotations(text, tokens)), labels(example, tokens))
        self._tagger = pycrfsuite.Tagger()
        with tempfile.TemporaryDirectory() as made:
            trainer.train(f"{made}/model")
            self._tagger.open_inmemory(Path(made, "model").read_bytes())

    def attribute(self, texts: Sequence[str]) -> list[list[Attribution]]:
        """Who is said to hold what, for each text; in reading order."""
        return [list(self._attributions(text)) for text in texts]

    def _attributions(self, text: str) -> Iterator[Attribution]:
        for tokens in paragraphs(text):
            found = self._tagger.tag(features(text, tokens, inside_quotations(text, tokens)))
            for one in linked(segments(tokens, found)):
                yield Attribution(
                    **{
                        role: tuple(Span(start=a, end=b, text=text[a:b]) for a, b in sorted(one[role]))
                        for role in ROLES
                    }
                )

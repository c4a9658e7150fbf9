"""A conditional random field for source, cue and content: what can be had without a network of any kind.

It learns from PolNeAR's train part. Its features are words, shapes and endings, quotation marks, the reporting verbs,
and what a chain of neighbours cannot see: the nearest such verb to either side in the sentence, and whether a
quotation stands there. It needs ``pip install python-crfsuite``, which nothing else does, and no torch.
"""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.attribution.links import Segment, linked
from claims.extract.quotations import quotations
from claims.extract.reporting import verbs
from claims.extract.sentences import Range, paragraphs, sentences_in
from claims.models import Attribution, Extractor, Span
from training.corpus import ROLES, Example, read_examples

TOKEN = re.compile(r"\w+|[^\w\s]")
SETTINGS = {"c1": 0.05, "c2": 0.05, "max_iterations": 150, "feature.minfreq": 2}
NEAR, FAR = 2, 3
"""How far around a token words are read, and shapes."""
FARTHEST = 12
"""Distances are told apart up to so many tokens."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """The tokens of one paragraph, with what is known of each before any features are made."""

    tokens: tuple[Range, ...]
    words: tuple[str, ...]
    quoted: tuple[bool, ...]
    sentence: tuple[int, ...]


def paragraphs_of(text: str) -> Iterator[Paragraph]:
    """A text cut into paragraphs and tokens."""
    inside = bytearray(len(text) + 1)
    for quotation in quotations(text):
        for start, end in quotation.ranges:
            inside[start:end] = b"\1" * (end - start)
    for paragraph in paragraphs(text):
        tokens: list[Range] = []
        sentence: list[int] = []
        for number, span in enumerate(sentences_in(text, paragraph)):
            found = [match.span() for match in TOKEN.finditer(text, *span)]
            tokens += found
            sentence += [number] * len(found)
        words = tuple(text[start:end] for start, end in tokens)
        yield Paragraph(tuple(tokens), words, tuple(bool(inside[start]) for start, _ in tokens), tuple(sentence))


def features(part: Paragraph) -> list[list[str]]:
    """What is seen of each token, of those around it, and of its sentence."""
    alone = [[f"w={word.lower()}", *_shape(word, quoted=q)] for word, q in zip(part.words, part.quoted, strict=True)]
    far = _of_the_sentence(part)
    made = []
    for at, seen in enumerate(alone):
        row = ["bias", *seen, f"ending={part.words[at].lower()[-3:]}", *far[at]]
        for apart in range(-FAR, FAR + 1):
            other = at + apart
            if not apart:
                continue
            if not 0 <= other < len(alone):
                row.append(f"{apart:+d}edge")
                continue
            row += [f"{apart:+d}{one}" for one in alone[other][0 if abs(apart) <= NEAR else 1 :]]
        row += [f"{a:+d}{b:+d}{_pair(part.words, at + a, at + b)}" for a, b in ((-2, -1), (-1, 0), (0, 1), (1, 2))]
        made.append(row)
    return made


def _shape(word: str, *, quoted: bool) -> list[str]:
    verb = verbs().get(word.lower())
    shape = "Aa" if word[0].isupper() else "aa" if word.isalpha() else "1" if word[0].isdigit() else word
    seen = [f"shape={shape}{quoted:d}"]
    if verb:
        seen += [f"verb={verb.form}{quoted:d}", f"frames={verb.frames}"]
    return seen


def _pair(words: Sequence[str], first: int, second: int) -> str:
    def word(at: int) -> str:
        return words[at].lower() if 0 <= at < len(words) else "edge"

    return f"{word(first)}|{word(second)}"


def _of_the_sentence(part: Paragraph) -> list[list[str]]:
    """For each token the nearest reporting verb outside quotations to either side, and where quotations stand."""
    size = len(part.tokens)
    seen: list[list[str]] = [[] for _ in range(size)]
    for side, order in (("left", range(size)), ("right", range(size - 1, -1, -1))):
        verb = quotation = that = comma = None
        before = None
        for at in order:
            if before is None or part.sentence[at] != part.sentence[before]:
                verb = quotation = that = comma = None
            before = at
            word = part.words[at].lower()
            if verb is not None:
                lemma, place = verb
                apart = min(abs(at - place), FARTHEST)
                seen[at] += [f"{side} verb={lemma}", f"{side} verb at {apart}"]
            seen[at].append(
                f"{side} verb {verb is not None:d} that {that is not None:d} quotation {quotation is not None:d} "
                f"comma {comma is not None:d}"
            )
            if part.quoted[at]:
                quotation = at
                continue
            found = verbs().get(word)
            if found:
                verb, that, comma = (found.lemma, at), None, None
            elif word == "that":
                that = at
            elif word in ",;:":
                comma = at
    for at in range(size):
        seen[at].append(f"sentence {'|'.join(seen[at][-1:])}{part.quoted[at]:d}")
    return seen


def labels(example: Example, part: Paragraph) -> list[str]:
    """The role of each token, with its beginning."""
    found = ["O"] * len(part.tokens)
    for marked in example.marked:
        for role in ROLES:
            for start, end in marked.of(role):
                inside = [i for i, (a, b) in enumerate(part.tokens) if a < end and b > start]
                for i in inside:
                    found[i] = f"{'B' if i == inside[0] else 'I'}-{role}"
    return found


def segments(tokens: Sequence[Range], found: Sequence[str]) -> list[Segment]:
    """Runs of one role."""
    made: list[Segment] = []
    before = "O"
    for (start, end), label in zip(tokens, found, strict=True):
        role = label[2:]
        if label != "O" and label[0] == "I" and before[2:] == role and made:
            made[-1] = Segment(role, made[-1].start, end)
        elif label != "O":
            made.append(Segment(role, start, end))
        before = label
    return made


class CrfTagger:
    """Learns from annotated articles when it is made; keeps what it learnt in a file if one is named."""

    extractor = Extractor(tagger="crf", version="2")

    def __init__(self, corpus: Path, articles: int | None = None, keep: Path | None = None) -> None:
        import pycrfsuite

        # The library reads the file while it tags: it goes when the tagger goes.
        self._folder = tempfile.TemporaryDirectory()
        model = keep or Path(self._folder.name) / "model"
        if not model.exists():
            trainer = pycrfsuite.Trainer(algorithm="lbfgs", params=SETTINGS, verbose=False)
            for example in read_examples(corpus)[:articles]:
                for part in paragraphs_of(example.text):
                    trainer.append(features(part), labels(example, part))
            trainer.train(str(model))
        self._tagger = pycrfsuite.Tagger()
        self._tagger.open(str(model))

    def attribute(self, texts: Sequence[str]) -> list[list[Attribution]]:
        """Who is said to hold what, for each text; in reading order."""
        return [list(self._attributions(text)) for text in texts]

    def _attributions(self, text: str) -> Iterator[Attribution]:
        found = [
            segment
            for part in paragraphs_of(text)
            for segment in segments(part.tokens, self._tagger.tag(features(part)))
        ]

        def spans(of: Sequence[Segment]) -> tuple[Span, ...]:
            ordered = sorted(of, key=lambda segment: segment.start)
            return tuple(Span(start=s.start, end=s.end, text=text[s.start : s.end]) for s in ordered)

        for group in linked(text, found):
            yield Attribution(source=spans(group.source), cue=spans([group.cue]), content=spans(group.content))

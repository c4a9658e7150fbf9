"""Makes claims: ids, words, figures, worth."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from claims import ids
from claims.extract.attributions import in_part
from claims.extract.worth import Worth, worth_of
from claims.models import BROKEN, Article, Attribution, Claim, ClaimSpeaker, Extractor, Figure, Span
from claims.vocabulary import Attitude, Kind, Part

ReadFigures = Callable[[str, Part], list[Figure]]
STATEMENT_CONFIDENCE = 0.6


@dataclass(frozen=True, slots=True)
class Proposal:
    """Everything about a claim but its id, its figures and its worth."""

    kind: Kind
    spans: tuple[Span, ...]
    source_spans: tuple[Span, ...] = ()
    cue_spans: tuple[Span, ...] = ()
    speakers: tuple[ClaimSpeaker, ...] = ()
    attitude: Attitude = Attitude.ASSERTION
    confidence: float | None = None
    worth: Worth | None = None


def proposal(part: Part, attribution: Attribution, kind: Kind, speakers: tuple[ClaimSpeaker, ...]) -> Proposal:
    """An attribution as a claim."""
    return Proposal(
        kind=kind,
        spans=in_part(attribution.content, part),
        source_spans=in_part(attribution.source, part),
        cue_spans=in_part(attribution.cue, part),
        speakers=speakers,
        attitude=attribution.attitude,
        confidence=attribution.confidence,
    )


def minted(
    article: Article,
    proposals: Sequence[Proposal],
    figures: Sequence[Figure],
    read: ReadFigures,
    extractor: Extractor,
) -> tuple[Claim, ...]:
    """Claims in reading order (the headline first), each once, with ids and figures.

    ``figures`` are those of the whole article; ``read`` reads a stretch of words alone where one of
    them sticks out of its claim.
    """
    ordered = sorted(proposals, key=lambda p: (p.spans[0].part == Part.TEXT, p.spans[0].start, p.spans[0].end))
    seen: set[tuple[object, ...]] = set()
    occurrences: Counter[tuple[str, str]] = Counter()
    index = _Figures(figures)
    claims = []
    for one in ordered:
        key = (*((span.part, span.start, span.end) for span in one.spans),)
        if key in seen:
            continue
        seen.add(key)
        words = BROKEN.join(span.text for span in one.spans)
        claim = ids.claim_id(article.id, one.kind, words, occurrences[one.kind, words])
        occurrences[one.kind, words] += 1
        own = index.of(one.spans, claim, read)
        worth = one.worth or worth_of(words, own, one.attitude)
        claims.append(
            Claim(
                id=claim,
                article_id=article.id,
                revision=article.revisions[-1].number,
                kind=one.kind,
                spans=one.spans,
                text=words,
                source_spans=one.source_spans,
                cue_spans=one.cue_spans,
                speakers=one.speakers,
                figures=own,
                attitude=one.attitude,
                confidence=one.confidence,
                checkworthiness=worth.score,
                checkworthiness_reasons=worth.reasons,
                extractor=extractor,
            )
        )
    return tuple(claims)


class _Figures:
    """The figures of an article, by place."""

    def __init__(self, figures: Sequence[Figure]) -> None:
        self._of_part = {part: sorted((f for f in figures if f.part == part), key=lambda f: f.start) for part in Part}
        self._starts = {part: [f.start for f in found] for part, found in self._of_part.items()}
        self._longest = max((f.end - f.start for f in figures), default=0)

    def of(self, spans: Sequence[Span], claim: str, read: ReadFigures) -> tuple[Figure, ...]:
        """The figures inside the spans, with ids of their own."""
        found: list[Figure] = []
        for span in spans:
            starts = self._starts[span.part]
            near = self._of_part[span.part][
                bisect_left(starts, span.start - self._longest) : bisect_left(starts, span.end)
            ]
            touching = [figure for figure in near if figure.end > span.start]
            inside = [figure for figure in touching if span.holds(figure.start, figure.end, figure.part)]
            found.extend(inside)
            if len(inside) < len(touching):
                found.extend(self._alone(span, inside, read))
        return tuple(
            figure.model_copy(update={"id": ids.figure_id(claim, figure.part, figure.core_start, figure.core_end)})
            for figure in sorted(found, key=lambda f: (f.part == Part.TEXT, f.start, f.core_start))
        )

    @staticmethod
    def _alone(span: Span, inside: Sequence[Figure], read: ReadFigures) -> list[Figure]:
        """A second reading of the span by itself, for what stuck out of it."""
        moved = []
        for figure in read(span.text, span.part):
            shift = span.start
            if any(f.start < figure.end + shift and figure.start + shift < f.end for f in inside):
                continue
            moved.append(
                figure.model_copy(
                    update={
                        "start": figure.start + shift,
                        "end": figure.end + shift,
                        "core_start": figure.core_start + shift,
                        "core_end": figure.core_end + shift,
                    }
                )
            )
        return moved

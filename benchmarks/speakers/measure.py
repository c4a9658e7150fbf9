"""Speakers on the judges' news, from gold spans alone, and what speakers and statements cost.

    CLAIMDESK_JUDGES=... python benchmarks/speakers/measure.py [--misses] [--tagger]

Three figures:

1. Of the attributions whose source is a name (not a description that a name only colours, "the GOP candidate"), how
   many lead to a speaker whose name stands in the article and shares a word with the source.
2. Of the pronouns in ``pronouns.json``, a seeded sample that was judged by hand, how many lead to the right antecedent.
   The file holds offsets and judgements, none of the sentences. A pronoun that is left open counts as wrong.
3. Words a second of CPU time on one core, speakers and statements together; with ``--tagger`` every third article is
   tagged as well, right after it was timed, so that whatever else the machine does meets both alike, and the share of
   the tagger's time is printed. It finds the article cut into sentences already, which is in its favour.

The judges' folder is never part of the repository; without the variable nothing is measured, and the script says so.
"""

from __future__ import annotations

import argparse
import gzip
import json
import os
import re
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from claims.extract.boilerplate import boilerplate
from claims.extract.figures import find_figures
from claims.extract.minilm.tagger import MiniLMTagger
from claims.extract.sentences import sentences_in
from claims.extract.speakers import Cast, cast_of
from claims.extract.statements import statements
from claims.ids import article_id
from claims.models import Article, Attribution, Revision, Span
from claims.vocabulary import Part, SpeakerRelation

SAMPLE = Path(__file__).with_name("pronouns.json")
_WORD = re.compile(r"\w+(?:['’&.-]\w+)*")
_BEHIND = re.compile(r",| (?:of|for|in|at|from|on|with|who|that|to|and)\b")
PRONOUNS = frozenset("i he she we they it you who".split())
EMPTY = frozenset("the a an of and for in my his her their".split())


def main() -> int:
    """Measure, where the judges' data are."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--misses", action="store_true", help="name the misses by article and offset")
    parser.add_argument("--tagger", action="store_true", help="time the trained tagger beside, on one thread")
    arguments = parser.parse_args()
    folder = os.environ.get("CLAIMDESK_JUDGES")
    if not folder:
        print("CLAIMDESK_JUDGES does not name a folder of judges' data: nothing was measured.", file=sys.stderr)
        return 0
    judged = {(id, start): place for id, start, place in json.loads(SAMPLE.read_text(encoding="utf-8"))["judgements"]}
    named, pronouns, misses = [0, 0], [0, 0], []
    words, seconds = 0, 0.0
    tagger = MiniLMTagger(threads=1).ready() if arguments.tagger else None
    beside, tagging = 0.0, 0.0
    for at, row in enumerate(rows(Path(folder) / "polnear" / "dev.jsonl.gz")):
        text: str = row["text"]
        article, attributions = read(row)
        if not at:
            # What is loaded for the first article of a process is no part of what an article costs.
            timed(article, attributions)
        cast, spent = timed(article, attributions)
        seconds += spent
        if tagger and at % 3 == 0:
            began = time.process_time()
            tagger.attribute([text])
            tagging += time.process_time() - began
            beside += spent
        words += len(text.split())
        for number, attribution in enumerate(attributions):
            if not attribution.source:
                continue
            start = attribution.source[0].start
            if (row["id"], start) in judged:
                # Two attributions may share their pronoun; it is judged once.
                right = of_pronoun(cast, number, text, judged.pop((row["id"], start)))
                pronouns[0] += right
                pronouns[1] += 1
            elif is_name(text, attribution):
                right = of_name(cast, number, article, attribution)
                named[0] += right
                named[1] += 1
            else:
                continue
            if not right:
                misses.append((row["id"], start, attribution.source[0].text))
    print(f"named sources   {named[0]}/{named[1]} = {named[0] / named[1]:.3f}")
    print(f"pronouns        {pronouns[0]}/{pronouns[1]} = {pronouns[0] / pronouns[1]:.3f}")
    print(f"words a second  {words / seconds:,.0f}")
    if tagger:
        print(f"of the tagger's {beside / tagging:.3f}")
    if arguments.misses:
        for id, start, source in misses:
            print(f"  {id} {start}: {source[:60]}")
    return 0


def timed(article: Article, attributions: Sequence[Attribution]) -> tuple[Cast, float]:
    """The speakers of an article, and the seconds that they and its statements took."""
    figures = find_figures(article.text)
    sentences_in.cache_clear()
    began = time.process_time()
    cast = cast_of(article, [(Part.TEXT, attribution) for attribution in attributions])
    taken = [(s.start, s.end) for a in attributions for s in (*a.source, *a.cue, *a.content)]
    statements(article.text, Part.TEXT, [*taken, *boilerplate(article.text)], figures)
    return cast, time.process_time() - began


def rows(path: Path) -> Iterator[dict[str, Any]]:
    """The articles, each once: several people annotated some."""
    seen = set()
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if row["id"] not in seen:
                seen.add(row["id"])
                yield row


def read(row: dict[str, Any]) -> tuple[Article, list[Attribution]]:
    """The article as a value, and its gold attributions in reading order."""
    text, title = row["text"], row["title"]
    revision = Revision(number=1, title=title, text=text, sha256="", recipe=1)
    article = Article(id=article_id(None, text), title=title, publisher=row["publisher"], revisions=(revision,))

    def spans(ranges: Sequence[Sequence[int]]) -> tuple[Span, ...]:
        return tuple(Span(start=a, end=b, text=text[a:b]) for a, b in ranges if b > a)

    found = [
        Attribution(source=spans(one["source"]), cue=spans(one["cue"]), content=spans(one["content"]))
        for one in row["attributions"]
        if spans(one["content"])
    ]
    return article, sorted(found, key=lambda a: a.content[0].start)


def is_name(text: str, attribution: Attribution) -> bool:
    """Whether a source holds a word that is capitalised though it opens no sentence."""
    start = attribution.source[0].start
    if described(attribution.source[0].text):
        return False
    inside = start > 1 and text[start - 1] == " " and text[start - 2] not in '.!?\n”"’'
    words = _WORD.findall(" ".join(span.text for span in attribution.source))
    capital = [word for k, word in enumerate(words) if word[0].isupper() and (k or inside)]
    return bool(capital) and not set(" ".join(words).lower().split()) <= PRONOUNS


def described(source: str) -> bool:
    """Whether a source is a description whose noun is a small one: "The GOP candidate", "A New York judge"."""
    words = _WORD.findall(_BEHIND.split(source, maxsplit=1)[0])
    return len(words) > 1 and words[0].lower() in {"a", "an", "the", "one", "another"} and words[-1].islower()


def of_name(cast: Cast, number: int, article: Article, attribution: Attribution) -> bool:
    """Whether the first speaker's name stands in the article and has to do with the source."""
    first = next((one.speaker for one in cast.of_attribution[number] if one.speaker), None)
    if first is None:
        return False
    record = next(speaker for speaker in cast.speakers if speaker.id == first.id)
    stands = first.name in article.text or first.name in (article.title or "")
    source = plain(" ".join(span.text for span in attribution.source))
    return stands and any(plain(name) & source for name in (record.name, *record.aliases))


def of_pronoun(cast: Cast, number: int, text: str, place: Sequence[int] | None) -> bool:
    """Whether somebody says it who goes by the words that were judged right, or nobody where nobody is."""
    says = [one.speaker for one in cast.of_attribution[number] if one.relation == SpeakerRelation.SAYS and one.speaker]
    if place is None:
        return not says
    right = plain(text[place[0] : place[1]])
    names = [
        plain(name)
        for speaker in cast.speakers
        if any(speaker.id == one.id for one in says)
        for name in (speaker.name, *speaker.aliases)
    ]
    return any(name and (name <= right or right <= name) for name in names)


def plain(words: str) -> set[str]:
    """The words that tell, in lower case."""
    return {word.lower().removesuffix("'s").removesuffix("’s").rstrip(".") for word in _WORD.findall(words)} - EMPTY


if __name__ == "__main__":
    sys.exit(main())

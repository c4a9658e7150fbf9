"""Acts that a tagger takes for words: who votes, fines or posts a picture has said nothing yet."""

from __future__ import annotations

from claims.extract.attributions import kind_of
from claims.extract.reporting import BE, HAVE
from claims.extract.words import listed, words_of
from claims.models import Attribution
from claims.vocabulary import Kind

ACTS = listed("""
    vote votes voted approve approves approved fine fines fined sign signs signed pass passes passed
    elect elects elected
    jail jails jailed sentence sentences sentenced dismiss dismisses dismissed sack sacks sacked appoint appoints
    appointed hire hires hired arrest arrests arrested charged post posts posted read reads questioned question
    questions publish published publishes launched launches opens opened bought sold built closed cut raised""")
_CLAUSES = listed("that whether how why what who if where which")
# Whoever is ordered or called somewhere is told so by nobody in particular: "He was ordered to pay costs".
_PASSIVE = listed("""
    ordered called planned scheduled due set asked required expected forced allowed told named known charged
    accused sentenced fined invited sent""")


def done(attribution: Attribution) -> bool:
    """Whether an attribution is an act: its verb says what was done, and no clause or mark that it was told."""
    if kind_of(attribution.content) != Kind.INDIRECT or not attribution.cue:
        return False
    cue = [word.lower for span in attribution.cue for word in words_of(span.text)]
    first = words_of(attribution.content[-1].text)[:1]
    if not cue or (first and first[0].lower in _CLAUSES):
        return False
    passive = cue[0] in BE | HAVE and any(word in BE for word in cue)
    if passive:
        return not attribution.source and cue[-1] in _PASSIVE
    return any(word in ACTS for word in cue)

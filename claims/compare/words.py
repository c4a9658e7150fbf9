"""Words as comparison reads them: tokens with their places, and stems by which forms of a word count as one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

_TOKEN = re.compile(r"\d+(?:[.,:]\d+)*|[^\W\d_]+(?:['’][^\W\d_]+)?|[,;:()—–]| - ")


def listed(words: str) -> frozenset[str]:
    """A table of words as it is typed: divided by blanks and line breaks."""
    return frozenset(words.split())


STOP = listed("""
    a an the this that these those my your his her its our their some any each every both all such another other
    and or but nor so yet if as than because while although though whether when where why how what which who whom whose
    of in on at by to from for with about against between into through during before after above below under over up
    down out off near since until till within without along across behind beyond despite inside outside toward towards
    upon via per among amid around onto like is are was were be been being am has have had having do does did doing
    will would shall should may might must can could cannot i you he she it we they me him us them himself herself
    itself themselves just also even still already now then here there too very again ever more most less least
    said says say saying told tell tells added adds according mr mrs ms dr s t not no never
    """)
"""Words that say nothing about what a claim is about."""

_FORMS = """
die: died dies dying
kill: killing
lose: lost loses losing loss losses
fall: fell fallen
rise: rose risen rising
buy: bought buying
sell: sold selling
pay: paid paying
spend: spent
cut: cutting
leave: left leaving
hold: held
find: found
strike: struck
break: broke broken
begin: began begun
build: built
drive: drove driven
take: took taken
give: gave given
hit: hitting
win: won winning
person: people persons
man: men
woman: women
child: children
foot: feet
grow: grew grown growth
know: knew known
say: said
flee: fled
hurt: hurting
swear: swore sworn
steal: stole stolen
shut: shutting
grind: ground
sink: sank sunk
body: bodies
life: lives
company: companies
city: cities
country: countries
wage: wages
dead: deadly
high: height
speak: spoke spoken
choose: chose chosen
keep: kept
meet: met
arise: arose
withdraw: withdrew withdrawn withdrawal
refuse: refusal
deny: denied denies denial
"""
"""Words whose forms no ending tells, a line each."""
_IRREGULAR = {
    form: base
    for base, _, forms in (line.partition(": ") for line in _FORMS.strip().splitlines())
    for form in forms.split()
}
_VOWEL = re.compile(r"[aeiouy]")


@lru_cache(maxsize=65536)
def stem(word: str) -> str:
    """What the forms of an English word share; good enough to compare by, no dictionary form."""
    word = word.lower().replace("’", "'")
    word = word.removesuffix("'s").removesuffix("'")
    if word in _IRREGULAR:
        return _IRREGULAR[word]
    if len(word) < 4:
        return word
    if word.endswith("ies") and len(word) > 4:
        word = word[:-3] + "y"
    elif word.endswith(("sses", "shes", "ches", "xes")):
        word = word[:-2]
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = word[:-1]
    for ending in ("ied", "ed", "ing"):
        base = word.removesuffix(ending)
        if base != word and len(base) >= 3 and _VOWEL.search(base):
            word = base + "y" if ending == "ied" else base
            if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "lsz":
                word = word[:-1]
            break
    for ending in ("ation", "ion", "ment", "ly"):
        base = word.removesuffix(ending)
        if base != word and len(base) >= 4:
            word = base + "at" if ending == "ation" else base
            break
    if word.endswith("at") and len(word) > 6:
        word = word[:-2]
    return word[:-1] if word.endswith("e") and len(word) > 3 else word


@dataclass(frozen=True, slots=True)
class Token:
    """One word, number or mark that divides clauses."""

    start: int
    end: int
    text: str
    lower: str

    @property
    def mark(self) -> bool:
        """Whether this is punctuation."""
        return not self.text[0].isalnum()

    @property
    def number(self) -> bool:
        """Whether this begins with a digit."""
        return self.text[0].isdecimal()


def tokens(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The words, numbers and dividing marks of a stretch, in order, with places in the whole text."""
    stop = len(text) if end is None else end
    return [
        Token(m.start(), m.end(), m.group(), m.group().lower().replace("’", "'"))
        for m in _TOKEN.finditer(text, start, stop)
    ]


def stems(text: str) -> frozenset[str]:
    """The stems of the words that say something; numbers are left out, for other rules compare them."""
    return frozenset(
        stem(one.lower) for one in tokens(text) if not one.mark and not one.number and one.lower not in STOP
    )

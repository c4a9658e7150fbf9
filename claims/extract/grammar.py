"""The little grammar that the rules need: what is a verb, a pronoun, the start of a noun phrase.

These are closed word classes of English; whatever is in none of them may be a noun.
"""

from __future__ import annotations

from claims.extract.reporting import ADVERBS, AUXILIARIES, NOUNS_TOO, WEEKDAYS, verbs
from claims.extract.words import Word, listed

SUBJECT_PRONOUNS = listed("i we you he she they it who which")
DETERMINERS = listed("""
    the a an this that these those his her its their our my your some several many most few both all each every
    another other any no two three four five six seven eight nine ten dozens hundreds thousands more such""")
PREPOSITIONS = listed("""
    in on at of for to from with by about after before during under over against between through into without
    within among amid since until toward towards across near behind despite as like per upon outside inside""")
CONJUNCTIONS = listed("""
    that because as while when if but although though after before since until so than whether which who whom
    whose where and or nor unless whereas once why how what""")
OPENING_WORDS = listed("""
    but and so yet however meanwhile still then later instead also nevertheless nonetheless moreover furthermore
    separately earlier afterwards indeed thus therefore besides now again today yesterday""")
MONTHS = listed("""
    january february march april may june july august september october november december jan. feb. mar. apr. aug.
    sept. oct. nov. dec.""")
# Finite verbs that no ending gives away.
COMMON_VERBS = listed("""
    went came took made got gave met led held sent kept left lost won spent built brought bought became began broke
    chose drew drove fell felt flew found grew hit knew let meant paid put ran rose sat saw sold set shot shut spoke
    stood shook wept sang ate caught dealt fled forgot hung hid laid lit quit rang rode sank slept stole stuck swam
    taught tore understood woke withdrew struck swept threw took told won wore goes comes takes makes gets gives
    meets leads holds remains keeps
    needs became remain include includes means cut must cost costs owns backed runs stands lies looks went uses
    hopes refused""")
PAST = COMMON_VERBS - listed("""
    goes comes takes makes gets gives meets leads holds remains keeps needs remain include includes means must cost
    costs owns stands runs lies looks uses hopes""")
"""Those of them that tell what was."""
CURRENCY = frozenset("$€£¥")
ENDS = frozenset(".!?…")


def verb_like(word: Word) -> bool:
    """Whether the word is surely or probably a finite verb or its helper."""
    if word.capital or word.mark:
        return False
    lower = word.lower
    if lower in AUXILIARIES or lower in COMMON_VERBS:
        return True
    if lower in NOUNS_TOO:
        return False
    return lower in verbs() or (lower.endswith("ed") and len(lower) > 4)


def adverb(word: Word) -> bool:
    """Whether the word only colours the verb beside it."""
    return word.lower in ADVERBS or (word.lower.endswith("ly") and not word.capital and len(word.lower) > 4)


def times(word: Word) -> bool:
    """Whether the word names a day or a month."""
    return word.lower in WEEKDAYS or (word.capital and word.lower in MONTHS) or word.lower in {"today", "yesterday"}


def starts_phrase(word: Word) -> bool:
    """Whether a noun phrase may well begin with the word."""
    return (
        word.capital
        or word.lower in DETERMINERS
        or word.lower in SUBJECT_PRONOUNS
        or word.text[0].isdigit()
        or word.text in CURRENCY
    )

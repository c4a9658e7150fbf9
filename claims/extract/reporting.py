"""Words that report: which verbs, in which constructions, with which attitude.

Each line of ``VERBS`` is ``lemma | constructions | attitude``. Constructions:

    Q   a quotation              "We go," she said
    T   a clause after that, whether, how, why, what
    C   a bare clause            he said the port is shut
    R   someone is told first    told reporters that; urged members to
    I   to and a verb            wants to; has vowed to
    O   a noun phrase            emphasised the importance of
    >x  a preposition and a noun phrase, "insist on"

Attitudes: a(ssertion), b(elief), i(ntention), q(uestion).
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from claims.extract.words import listed
from claims.vocabulary import Attitude

VERBS = """
say | QTC | a
tell | QTCR | a
add | QTC | a
write | QTC | a
tweet | QTC | a
note | QTCO | a
ask | QTRI >about | q
wonder | QT | q
inquire | QT | q
question | QTO | q
query | QT | q
announce | QTCO | a
argue | QTC >for >against | a
suggest | QTCO | a
report | QTC | a
declare | QTC | a
state | QTC | a
explain | QTC | a
acknowledge | QTCO | a
admit | QTC | a
concede | QTC | a
insist | QTC >on | a
assert | QTC | a
claim | QTC | a
contend | QTC | a
maintain | QTC | a
allege | QTC | a
affirm | QTC | a
stress | QTCO | a
emphasize | QTO | a
emphasise | QTO | a
underline | QTO | a
underscore | QT | a
highlight | QTO | a
reiterate | QTO | a
repeat | QT | a
warn | QTCR >of >against | a
caution | QTR >against | a
indicate | QTC | a
disclose | QTO | a
reveal | QT | a
confirm | QTCO | a
deny | QTCO | a
dispute | QO | a
reject | QO | a
dismiss | QO | a
rebut | QO | a
respond | QT | a
reply | QT | a
answer | QT | a
retort | QT | a
counter | QT | a
continue | Q | a
conclude | QTC | a
comment | QT >on | a
remark | QTC | a
observe | QTC | a
recall | QTCO | a
recount | QT | a
joke | QTC | a
quip | QTC | a
boast | QTC >of >about | a
complain | QTC >of >about | a
lament | QTO | a
grumble | QT | a
shout | QT | a
yell | QT | a
cry | Q | a
mutter | QT | a
exclaim | QT | a
proclaim | QTC | a
testify | QTC | a
estimate | QTCO | a
calculate | TC | a
predict | QTCO | b
forecast | QTCO | b
project | TC | b
believe | QTC | b
think | QTC | b
expect | TIR | b
anticipate | TO | b
feel | TC | b
fear | TCO | b
worry | QTC >about | b
doubt | TO | b
suspect | TC | b
assume | TC | b
reckon | QTC | b
hope | QTCI >for | b
know | T | b
learn | T | a
realize | T | b
realise | T | b
consider | T | b
speculate | QTC | b
theorize | QT | b
want | IR | i
seek | I | i
plan | IT | i
intend | I | i
aim | I | i
wish | I | i
vow | QTCI | i
pledge | QTCI | i
promise | QTCIO | i
swear | QTCI | i
threaten | QTI | i
refuse | I | i
decline | I | i
offer | QI | i
agree | QTI >with >on | a
decide | TI | i
demand | QTIO | i
propose | QTIO | i
recommend | QTO | a
call | Q >for >on | a
urge | QTR | i
advise | QTR | a
instruct | TR | i
order | TR | i
assure | QTCR | a
remind | QTR | a
inform | QTCR | a
notify | QTR | a
convince | TR | a
describe | QO | a
criticize | QO | a
criticise | QO | a
condemn | QO | a
denounce | QO | a
decry | QO | a
praise | QO | a
blast | QO | a
slam | QO | a
mock | QO | a
endorse | QO | a
defend | QO | a
accuse | QO | a
blame | QO | a
cite | QO | a
mention | QTO | a
point | >to >out | a
refer | >to | a
allude | >to | a
hint | QTC >at | a
imply | QTC | a
signal | QTCO | a
show | T | a
find | QT | a
demonstrate | T | a
prove | T | a
read | Q | a
tout | O | a
oppose | O | a
rail | >against | a
push | >for | i
post | QT | a
chant | Q | a
dub | Q | a
label | Q | a
characterize | QO | a
characterise | QO | a
voice | O | a
express | O | a
opine | QT | a
muse | QT | b
echo | Q | a
gush | Q | a
brag | QT >about | a
plead | QT | a
scoff | Q | a
fume | Q | a
snap | Q | a
whisper | Q | a
counsel | QTR | a
posit | QT | a
attest | QT | a
specify | QT | a
clarify | QT | a
elaborate | Q | a
pronounce | Q | a
surmise | QT | b
intone | Q | a
require | R | i
talk | >about | a
speak | >about >of | a
"""

# Forms that no rule gives.
IRREGULAR = {
    "say": ("says", "said", "saying"),
    "tell": ("tells", "told", "telling"),
    "write": ("writes", "wrote", "written", "writing"),
    "think": ("thinks", "thought", "thinking"),
    "feel": ("feels", "felt", "feeling"),
    "know": ("knows", "knew", "known", "knowing"),
    "seek": ("seeks", "sought", "seeking"),
    "find": ("finds", "found", "finding"),
    "swear": ("swears", "swore", "sworn", "swearing"),
    "read": ("reads", "read", "reading"),
    "show": ("shows", "showed", "shown", "showing"),
    "forecast": ("forecasts", "forecast", "forecasting"),
    "quip": ("quips", "quipped", "quipping"),
    "refer": ("refers", "referred", "referring"),
    "admit": ("admits", "admitted", "admitting"),
    "plan": ("plans", "planned", "planning"),
    "rebut": ("rebuts", "rebutted", "rebutting"),
    "slam": ("slams", "slammed", "slamming"),
    "signal": ("signals", "signaled", "signalled", "signaling", "signalling"),
    "speak": ("speaks", "spoke", "spoken", "speaking"),
    "plead": ("pleads", "pleaded", "pled", "pleading"),
    "brag": ("brags", "bragged", "bragging"),
    "dub": ("dubs", "dubbed", "dubbing"),
    "snap": ("snaps", "snapped", "snapping"),
    "label": ("labels", "labeled", "labelled", "labeling", "labelling"),
    "learn": ("learns", "learned", "learnt", "learning"),
}
# Forms that are nouns as often as verbs: they need a subject right before them and a clause right behind.
NOUNS_TOO = listed("""
    reports report claims claim calls call plans plan hopes hope fears fear notes note shows show states state
    demands demand estimates estimate promises promise answers answer comments comment remarks remark offers offer
    orders order questions question doubts doubt wishes wish aims aim projects project forecasts forecast threats
    signals signal points point recalls recall pledges pledge vows vow cries cry jokes joke tweets tweet warning
    meaning feeling thought read found back backs support supports attack attacks push pushes favor favors favour
    favours finding offering hints hint threat answer counters counter posts post voices voice echoes echo labels
    label chants chant talks talk queries query boasts boast
    blast blasts praise blame welcome address slam plans""")

ATTITUDES = {"a": Attitude.ASSERTION, "b": Attitude.BELIEF, "i": Attitude.INTENTION, "q": Attitude.QUESTION}

# Helping words that stand in the verb group, before the verb.
AUXILIARIES = listed("""
    has have had 's 've 'd is are was were be been being do does did will would can could may might must should
    shall not never n't cannot hasn't haven't hadn't doesn't don't didn't isn't aren't wasn't weren't won't
    wouldn't couldn't""")
BE = listed("is are was were be been being isn't aren't wasn't weren't")
HAVE = listed("has have had hasn't haven't hadn't having")
# Adverbs of the verb group; others are known by their -ly.
ADVERBS = listed("""
    also later then again often once still now further even always already earlier previously repeatedly just
    meanwhile however instead soon long since yesterday today ever simply too first recently further""")
CLAUSE_OPENERS = listed("that whether how why what who if where which")
WEEKDAYS = listed("monday tuesday wednesday thursday friday saturday sunday")
# After the verb: what tells when, where and to whom it was said. It belongs to neither cue nor content.
SAYING_PLACES = listed("in on at during after before to from with via through by last this earlier late")
RECIPIENTS = listed(
    "reporters journalists lawmakers parliament supporters investors viewers members us me him "
    "her them you delegates analysts parents residents staff workers voters fans people"
)

# ``-ing`` forms that carry a reporting clause on: ", adding that".
SUBORDINATE = listed("""
    saying adding noting arguing telling claiming suggesting explaining insisting declaring stating warning stressing
    emphasizing emphasising acknowledging predicting promising announcing asserting vowing pledging asking writing
    reiterating alleging calling describing indicating maintaining admitting denying hinting joking tweeting citing
    urging reporting confirming underlining highlighting pointing boasting complaining repeating concluding
    contending believing hoping fearing thinking accusing referring denouncing""")


@dataclass(frozen=True, slots=True)
class Verb:
    """A reporting verb in one of its forms."""

    lemma: str
    frames: str
    prepositions: tuple[str, ...]
    attitude: Attitude
    form: str
    """``base``, ``s``, ``past`` or ``ing``."""


def _regular(lemma: str) -> tuple[str, str, str]:
    """The -s, the past and the -ing form."""
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"
    stem = lemma[:-1] if lemma.endswith("e") else lemma
    plural = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x")) else "s")
    return plural, stem + "ed", stem + "ing"


@cache
def verbs() -> dict[str, Verb]:
    """Every form that the table gives, in lower case."""
    forms: dict[str, Verb] = {}
    for line in VERBS.strip().splitlines():
        lemma, frames, attitude = (field.strip() for field in line.split("|"))
        letters, *prepositions = frames.replace(">", " >").split() or [""]
        if letters.startswith(">"):
            letters, prepositions = "", [letters, *prepositions]
        given = IRREGULAR.get(lemma, _regular(lemma))
        for form in (lemma, *given):
            shape = (
                "base" if form == lemma else "ing" if form.endswith("ing") else "s" if form.endswith("s") else "past"
            )
            if form in given[1:] and not form.endswith("ing"):
                shape = "past"
            prepared = tuple(p.removeprefix(">") for p in prepositions)
            forms.setdefault(form, Verb(lemma, letters, prepared, ATTITUDES[attitude], shape))
    return forms

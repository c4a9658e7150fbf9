"""Figures with a wording of their own: ordinals, ratios, scores, multiples, ages."""

from __future__ import annotations

from decimal import Decimal

from claims.extract.figures import kinds, units
from claims.extract.figures.names import STREETS
from claims.extract.figures.nouns import plural
from claims.extract.figures.quantities import ends_in_st
from claims.extract.figures.reading import Reading, Setting
from claims.extract.numerals import CARDINAL, Tokens, read_numeral, read_ordinal
from claims.extract.numerals.words import HYPHENS

MULTIPLES: dict[str, Decimal] = {
    "doubled": Decimal(2), "doubling": Decimal(2), "tripled": Decimal(3), "tripling": Decimal(3),
    "trebled": Decimal(3), "trebling": Decimal(3), "quadrupled": Decimal(4), "quadrupling": Decimal(4),
    "quintupled": Decimal(5), "halved": Decimal("0.5"), "halving": Decimal("0.5"), "twofold": Decimal(2),
    "threefold": Decimal(3), "fourfold": Decimal(4), "fivefold": Decimal(5), "sixfold": Decimal(6),
    "sevenfold": Decimal(7), "eightfold": Decimal(8), "ninefold": Decimal(9), "tenfold": Decimal(10),
    "hundredfold": Decimal(100), "thousandfold": Decimal(1000),
}  # fmt: skip
"""Words that are a multiple by themselves."""

BARE_MULTIPLES: dict[str, Decimal] = {
    "double": Decimal(2), "triple": Decimal(3), "treble": Decimal(3), "quadruple": Decimal(4), "halve": Decimal("0.5"),
}  # fmt: skip
"""Multiples after "will", "to" and the like, or before "the"."""

_VERB_BEFORE = frozenset({"to", "will", "would", "could", "may", "might", "should", "can", "than", "nearly", "almost"})

NO_ORDINAL_AFTER: dict[str, frozenset[str]] = {
    "first": frozenset(
        "lady minister ministers lieutenant sergeant name names hand aid baseman base gentleman amendment responder"
        " responders nation nations of , - and".split()
    ),
    "second": frozenset("hand guess thought thoughts to , - amendment lieutenant baseman base nature".split()),
    "third": frozenset("party parties baseman base degree , - world".split()),
}
"""What makes an ordinal part of a name or of a phrase that ranks nothing."""

NO_ORDINAL_BEFORE = frozenset({"at", "one", "per", "each", "every", "split", "few", "i", "we", "you", "they"})

_RANKED = frozenset({"time", "wave", "round"})

_SCORE_WORDS = frozenset(
    "win wins won beat beats beaten defeat defeated defeats loss lost lose draw drew drawn victory lead leads led"
    " trail trailed trailing score scored scoring scoreline vote voted votes passed rejected approved ruled ruling"
    " failed backed elected tally"
    " margin match game thrashed edged thrashing aggregate tie tied"
    " half-time final ahead record decision majority"
    " hammered downed routed swept series semi-final quarter-final leading thriller rout triumph penalties".split()
)
_SCORE_REACH = 8
_RATIO_WORDS = frozenset({"ratio", "odds", "ratios", "outnumber", "outnumbered", "outnumbers", "favour", "favored"})
_NOT_OUT_OF = frozenset(units.DURATIONS) | frozenset("games matches outings starts innings and or more times".split())


def read_multiple(t: Tokens, i: int) -> Reading | None:
    """ "tripled", "fivefold", "twice as many", "to double"."""
    w = t.words
    value, end = MULTIPLES.get(w[i]), i + 1
    if value is None and w[i] in BARE_MULTIPLES:
        if w[i - 1] in _VERB_BEFORE or w[i + 1] in ("the", "that", "its", "what"):
            value = BARE_MULTIPLES[w[i]]
    elif value is None and w[i] == "half":
        value = Decimal("0.5") if w[i + 1] == "as" and w[i + 2] in _COMPARED else None
    elif (
        value is None
        and w[i] in ("twice", "thrice")
        and not t.capital(i + 2)
        and w[i + 1] in ("as", "the", "that", "what", "its", "his", "her", "their")
    ):
        value = Decimal(2 if w[i] == "twice" else 3)
    if value is None:
        return None
    return Reading(i, end, kinds.MULTIPLE, value, value)


_COMPARED = frozenset("many much big large high long fast likely great old tall wide heavy strong often".split())


def read_rank(t: Tokens, i: int) -> Reading | None:
    """An ordinal that ranks or numbers something."""
    w = t.words
    n = read_ordinal(t, i)
    if n is None:
        return None
    word = w[i]
    if t.capital(n.end) and w[n.end] in STREETS:
        return None
    if w[n.end - 1] == "st" and n.digits and not ends_in_st(n.value):
        return None  # "4st 6lb"
    if w[n.end] in HYPHENS and word in ("second", "third") and w[n.end + 1].endswith(("est", "most")):
        return Reading(i, n.end, kinds.ORDINAL, n.value, n.value, numeral=n)
    if w[n.end] in NO_ORDINAL_AFTER.get(word, ()) and n.end == i + 1:
        return None
    if word in ("first", "second", "third") and w[i - 1] in NO_ORDINAL_BEFORE and n.end == i + 1:
        return None
    if word == "first" and n.end == i + 1 and _only_earliest(t, i):
        return None
    if word == "second" and w[i - 1] == "a" and w[n.end] not in _RANKED and not w[n.end].isalpha():
        return None
    if word in ("second", "first") and t.glued(i) and w[i - 1] == "-" and w[i - 2] not in ("twenty", "thirty"):
        return None
    return Reading(i, n.end, kinds.ORDINAL, n.value, n.value, numeral=n)


_DETERMINED = frozenset("the a its his her their our my your this that for 's and".split())
_FIRST_OF_ALL = frozenset(
    "duty priority priorities thought thoughts instinct concern choice reaction impression impressions glance sight"
    " thing things priority love light loyalty principles hours step steps".split()
)
"""After "first" these are the foremost or the earliest: nothing is numbered."""


def _only_earliest(t: Tokens, i: int) -> bool:
    """ "my first duty", "the first houses", "when it first asked": an order, but no number in it."""
    w, after = t.words, t.words[i + 1]
    if after in _FIRST_OF_ALL or (plural(after) and w[i - 1] in ("the", "its", "their")):
        return True
    verb = after.endswith("ed") or after in ("said", "told", "met", "came", "made", "took", "began", "saw", "heard")
    return verb and i > 0 and w[i - 1].isalpha() and w[i - 1] not in _DETERMINED


def read_ratio(t: Tokens, i: int) -> Reading | None:
    """ "one in five", "nine out of 10", "3 to 1", "3:1"."""
    w = t.words
    top = read_numeral(t, i, joined=False)
    if top is None or top.form is not CARDINAL or top.value % 1 or top.value <= 0:
        return None
    k = top.end
    if (
        w[k] == "in"
        or (w[k] == "out" and w[k + 1] == "of")
        or (w[k] == "of" and w[k + 1] == "every")
        or (w[k] == "over" and w[k + 1] != "the")
    ):
        worded = w[k]
        k += 1 + (w[k] in ("out", "of"))
        k += w[k] in ("every", "each")
        bottom = read_numeral(t, k, joined=worded == "over")
        if bottom is None or bottom.form is not CARDINAL or bottom.value % 1:
            return None
        year = worded == "in" and bottom.digits and 1000 < bottom.value < 2200 and "," not in w[k]
        if (
            year
            or w[bottom.end] in _NOT_OUT_OF
            or (bottom.value <= top.value and worded != "over")
            or bottom.value == 0
        ):
            return None
        if worded == "over" and (w[bottom.end].isalpha() or w[bottom.end] in ("%", "-")):
            return None
        value = top.value / bottom.value
        return Reading(i, bottom.end, kinds.RATIO, value, value, numeral=top)
    if top.digits and w[k] == ":" and w[k + 1] == "1" and t.glued(k) and not t.glued(k + 2):
        return Reading(i, k + 2, kinds.RATIO, top.value, top.value, numeral=top)
    j = k + (w[k] == "-")
    if w[j] == "to" and w[j + 1 + (w[k] == "-")] in ("1", "one") and top.value > 1:
        end = j + 2 + (w[k] == "-")
        near = w[max(0, i - _SCORE_REACH) : i]
        if not _RATIO_WORDS.isdisjoint(near) or (w[k] == "-" and _SCORE_WORDS.isdisjoint(near)):
            return Reading(i, end, kinds.RATIO, top.value, top.value, numeral=top)
    return None


def read_score(t: Tokens, i: int) -> Reading | None:
    """ "2-1", "217-213", and "217 to 213" where votes or points are spoken of."""
    w = t.words
    k = i + 1
    if w[k] in ("votes", "goals", "points", "seats") and w[k + 1] in ("to", "against"):
        top, bottom = read_numeral(t, i), read_numeral(t, k + 2)
        if top is None or bottom is None or top.end != k:
            return None
        return Reading(i, bottom.end, kinds.SCORE, top.value, bottom.value)
    if not w[i].isdecimal() or len(w[i]) > 3 or (t.glued(i) and w[i - 1] not in "([\"'“‘"):
        return None
    if w[k] == "to" and w[k + 1].isdecimal():
        spoken, end = True, k + 2
    elif w[k] in ("-", "–", "‑") and t.glued(k) and t.glued(k + 1) and w[k + 1].isdecimal():
        spoken, end = False, k + 2
    else:
        return None
    if len(w[k + 1]) > 3 or (
        w[end] in ("-", "–", "/", ":", "%", "°", "$", "€", "£") or (w[end].isalpha() and t.glued(end))
    ):
        return None
    around = set(w[max(0, i - _SCORE_REACH) : i]) | set(w[end : end + 4])
    votes = not _SCORE_WORDS.isdisjoint(around)
    high, low = Decimal(int(w[i])), Decimal(int(w[k + 1]))
    if votes or (not spoken and high > low and t.words[end] not in units.DURATIONS):
        if not votes and (w[end] in units.SPELLINGS or w[end] == "year"):
            return None
        return Reading(i, end, kinds.SCORE, high, low)
    return None


_CRICKET = frozenset("wicket wickets over overs innings unbeaten declared chasing stumps runs wkts bowled".split())
_WICKETS = 10


def read_innings(t: Tokens, i: int) -> Reading | None:
    """ "142 for 6" where cricket is spoken of: the runs and the wickets that they cost."""
    w = t.words
    if not w[i].isdecimal() or not w[i + 2].isdecimal() or int(w[i + 2]) > _WICKETS or len(w[i]) > 3:
        return None
    if t.glued(i + 3) and w[i + 3].isalpha():
        return None
    if _CRICKET.isdisjoint(w[max(0, i - 2 * _SCORE_REACH) : i] + w[i + 3 : i + 2 * _SCORE_REACH]):
        return None
    return Reading(i, i + 3, kinds.SCORE, Decimal(int(w[i])), Decimal(int(w[i + 2])))


def read_age(t: Tokens, i: int, setting: Setting) -> Reading | None:
    """ "aged 30", "age 87", "over the age of 21", and the age between commas after a name."""
    w = t.words
    if w[i] in ("aged", "age", "ages"):
        k = i + 1
        k += w[k] in ("of", "between", "from")
        low = read_numeral(t, k, joined=False)
        if low is None or low.value > 130 or low.form is not CARDINAL:
            return None
        end, high, modifier = low.end, low.value, None
        if w[end] in ("to", "-", "–", "and") and (w[end] != "and" or w[i + 1] == "between"):
            top = read_numeral(t, end + 1)
            if top is not None and top.value <= 130:
                end, high, modifier = top.end, top.value, kinds.BETWEEN
        unit = units.DURATIONS.get(w[end], "year")
        end += w[end] in units.DURATIONS
        return Reading(i, end, kinds.AGE, low.value, high, unit, modifier, numeral=low)
    return _age_between_commas(t, i) or _age_of_people(t, i)


_PEOPLE = frozenset(
    "child children people those women men girls boys anyone everyone person adults teenagers youths pupils voters"
    " users workers drivers players residents kids infants babies patients pensioners somebody someone".split()
)
_BEING = frozenset({"is", "are", "was", "were"})
AGE_SIDES = frozenset({"under", "over", "above", "below"})
TURNING = frozenset({"turns", "turned", "turning"})


def _age_of_people(t: Tokens, i: int) -> Reading | None:
    """ "children under 12", "she turned 70"."""
    w = t.words
    if not w[i].isdecimal() or not 0 < len(w[i]) < 4 or plural(w[i + 1]):
        return None
    if w[i + 1] in ("%", "-", "/", ":", "–") or not 0 < int(w[i]) < 116 or i < 2:
        return None
    sided = w[i - 1] in AGE_SIDES and (
        w[i - 2] in _PEOPLE or (w[i - 2] in _BEING and not (_PEOPLE | {"them"}).isdisjoint(w[max(0, i - 12) : i]))
    )
    if sided or w[i - 1] in TURNING:
        return Reading(i, i + 1, kinds.AGE, Decimal(int(w[i])), Decimal(int(w[i])), "year")
    return None


_PERSON = frozenset(
    "boy girl man woman child son daughter baby youth toddler mother father brother sister student forward pupil"
    " accountant pensioner widow widower wife husband grandmother grandfather nurse guard centre striker".split()
)
_DOERS = ("ist", "eer", "ician", "keeper", "worker", "driver", "player", "teacher", "farmer", "fielder", "officer")
"""Nouns of trades end so; between commas after one stands an age ("the midfielder, 22, scored")."""

_OLDEST = 120


def read_age_of(t: Tokens, i: int) -> Reading | None:
    """ "a boy of six"."""
    w = t.words
    n = read_numeral(t, i, joined=False) if i > 1 and w[i - 2] in _PERSON else None
    if n is None or n.form is not CARDINAL or not 0 < n.value < _OLDEST or n.article:
        return None
    if w[n.end] in HYPHENS or (w[n.end].isalpha() and plural(w[n.end])) or w[n.end] in units.DURATIONS:
        return None
    return Reading(i, n.end, kinds.AGE, n.value, n.value, "year", numeral=n)


def _age_between_commas(t: Tokens, i: int) -> Reading | None:
    w = t.words
    if not w[i].isdecimal() or len(w[i]) > 3 or w[i + 1] not in (",", ")") or i < 2 or w[i - 1] not in (",", "("):
        return None
    value = int(w[i])
    named = t.capital(i - 2) and w[i - 2].isalpha() and w[i - 2] not in _NOT_NAMES
    if not 0 < value < _OLDEST or not (named or w[i - 2] in _PERSON or w[i - 2].endswith(_DOERS)):
        return None
    if (w[i - 1] == "(" and w[i + 1] != ")") or (w[i - 1] == "," and (w[i + 1] != "," or t.is_number(i + 2))):
        return None
    return Reading(i, i + 1, kinds.AGE, Decimal(value), Decimal(value), "year")


_NOT_NAMES = frozenset(
    "january february march april may june july august september october november december monday tuesday wednesday"
    " thursday friday saturday sunday jan feb mar apr jun jul aug sept sep oct nov dec no".split()
)


def read_percent_of(t: Tokens, i: int) -> Reading | None:
    """ "per cent of twenty-two": the sign before its number."""
    w = t.words
    if w[i] == "per" and w[i + 1] == "cent":
        k = i + 2
    elif w[i] in ("percent", "percents"):
        k = i + 1
    else:
        return None
    n = read_numeral(t, k + 1) if w[k] == "of" and not w[i - 1][:1].isalnum() else None
    if n is None:
        return None
    return Reading(i, n.end, kinds.PERCENT, n.value, n.value, "percent", numeral=n)

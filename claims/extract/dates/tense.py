"""Which way a date without a year or a week points: told by the verb of its clause."""

from __future__ import annotations

from claims.extract.numerals import Tokens

_FUTURE = frozenset("will 'll won't shall shan't i'll we'll they'll he'll she'll it'll you'll".split())

_COMING = frozenset({"scheduled", "due", "slated", "expected", "planned"})

_REPORTED = frozenset({"would", "must"})
"""The future of reported speech: "she said it would close by June"."""

_SET = frozenset(
    "sits turns begins begin starts resumes resume opens closes ends expires expire meets meet goes go arrives arrive"
    " leaves kicks faces lapses reopens returns runs lasts".split()
)
"""Present forms that announce what is set down already: "talks resume on Friday"."""

_INTO_FORCE = frozenset({"takes", "take", "comes", "come", "enters", "enter"})
_FORCE = frozenset({"effect", "force", "into", "office", "place"})

_NOT_SET_AFTER = frozenset("to not did didn't didn never does do doesn't don't could would".split())
"""After these it is a mere infinitive, and the verb before it tells."""

_LINKS = frozenset("be being stay remain keep get become".split())
"""Infinitives before a participle that names a state and no time."""

_LEADS = frozenset(
    "plans plan planned planning set due expected scheduled agreed going hopes hope intends intend about vowed pledged"
    " wants want aims aim slated poised promised ready likely prepares preparing expects expect needs asked asks urged"
    " ordered required obliged offered decided threatened threatens pledges promises vows offers decides".split()
)
"""Before "to" and a verb these announce something that is still to come."""

PAST = frozenset(
    "was were had did said met fell rose won lost left came went took gave made told began became saw found held led"
    " ran sold sent spent stood struck shot paid bought brought built broke chose drew drove flew grew"
    " knew spoke wrote been sat sank shook stole swore tore threw woke wore died sang rang drank swam caught dealt dug"
    " ate fought felt fled forgot froze got heard hid kept knelt laid meant overtook rode sought slept slid swung"
    " taught thought understood wept withdrew arose bore bound bred crept dove flung forbade forgave ground hung leapt"
    " lent lit mistook overcame overthrew oversaw sprang stuck stung swept undertook upheld wrung".split()
)
_SAME = frozenset("cut hit put shut hurt cost let quit shed split spread".split())
"""Verbs whose past looks like their present."""

_NOT_PAST = frozenset(
    "need feed speed seed exceed proceed succeed indeed breed red bed united hundred sacred weed".split()
)
_ENDS = frozenset({".", "!", "?", ";"})
_REACH = 24


def tense(t: Tokens, start: int, end: int) -> str | None:
    """ "past", "future", or null where no verb near tokens ``start`` to ``end`` tells."""
    w = t.words
    for k in range(start - 1, max(-1, start - 1 - _REACH), -1):
        if w[k] in _ENDS:
            break
        found = _of_word(w, k)
        if found:
            return found
    for k in range(end, min(t.size, end + _REACH)):
        if w[k] in _ENDS:
            break
        found = _of_word(w, k)
        if found:
            return found
    return None


def _of_word(w: list[str], k: int) -> str | None:
    word = w[k]
    if word in _FUTURE or (word == "to" and w[k - 1] in _LEADS):
        return "future"
    if word in ("if", "unless"):
        return "future"  # "if they win in November"
    if word == "were" and w[k + 1] == "to":
        return "future"  # "if they were to win in November"
    if word == "to" and (w[k - 1] in ("is", "are", "were") or (w[k - 1] == "," and w[k + 1] == "be")):
        return "future"  # "the plant is to close", "the deal, to be signed on Friday"
    if word in ("has", "have") and w[k + 1] in ("until", "till", "to"):
        return "future"  # "has until Friday", "have to pay by June"
    if word in _REPORTED:
        return None if "have" in w[k + 1 : k + 4] else "future"
    if word in _COMING and w[k + 1] in ("for", "on", "in", "to", "next", "this", "by", "at"):
        return "future"
    if (word in _SET or (word in _INTO_FORCE and w[k + 1] in _FORCE)) and w[k - 1] not in _NOT_SET_AFTER:
        return "future"
    if w[k - 1] in _LINKS:
        return None  # "will be held", "will stay closed": the verb before it tells
    if word in PAST:
        return "past"
    if word in _SAME and w[k - 1] not in ("to", "would", "could", "not"):
        return "future" if w[k - 1] in _FUTURE else "past"
    if word.endswith("ed") and len(word) > 3 and word not in _NOT_PAST and w[k + 1] != "to":
        return "past"
    return None

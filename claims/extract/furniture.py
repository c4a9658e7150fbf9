"""What the furniture of a page looks like, wherever it was printed: who it speaks to, and what it speaks of.

A story tells of others. Furniture speaks to its reader, gives orders, names addresses, and is about the page itself.
None of these signs decides alone; they are counted, sentence by sentence.
"""

from __future__ import annotations

import re

from claims.extract.words import Word, listed, words_of

STRONG, WEAK = 2, 1

ADDRESS = re.compile(
    r"[\w.+-]+@[\w-]+\.\w+|https?://\S|\bwww\.\w|\b[\w-]{2,40}\.(?:com|org|net|co|gov|edu|info|example|io|uk|eu)/\S"
    r"|\bfor\s+(?:more|further|additional)\s+(?:information|details)\b",
    re.I,
)
"""Nobody disputes an address."""
SELF = re.compile(
    r"\b(?:this|the\s+above|a\s+version\s+of\s+this|an\s+earlier\s+version\s+of\s+(?:this|the)|our|these)\s+"
    r"(?:\w+\s+)?(?:article|articles|story|stories|post|column|newsletter|web\s?site|site|web\s?page|page|podcast|episode"
    r"|live\s?blog|live\s+feed|coverage|headline|caption|interview|transcript|quiz|recipe|review|press\s+release"
    r"|news\s+release|release|content|material|photographs?|images?|links?)\b"
    r"[^.]{0,60}?\b(?:appear\w*|publish\w*|updat\w+|edited|correct\w*|amend\w*|translat\w+|produc\w+|writ\w+|first|misstated"
    r"|misspelled|commission\w*|sponsor\w*|paid|support\w*|fund\w*|use[sd]?|may|will|contain\w*|cop(?:y|ied)|reproduc\w+"
    r"|redistribut\w+|remov\w+|generat\w+|transcrib\w+|condensed|available|clos(?:ed|ing)|end(?:ed|s)|part\s+of)\b",
    re.I,
)
"""The page about itself: "A version of this article appears in print"."""
RIGHTS = re.compile(
    r"all\s+rights\s+reserved|©|\(c\)\s*\d{4}|\bcopyright\b|\bregistered\s+(?:in|charity|company|office|trade\s?marks?)\b"
    r"|\bcompany\s+(?:no|number)\b|\bterms\s+(?:of|and)\s+(?:use|service|conditions)\b|\bprivacy\s+(?:policy|notice)\b"
    r"|\b(?:affiliate|external|third[\s-]party)\s+(?:links?|sites?|web\s?sites?|content)\b|\bearn\s+(?:a\s+|an?\s+\w+\s+)?"
    r"commissions?\b|\bmarket\s+data\b|\bdata\s+(?:are\s+|is\s+)?delayed\b|\bquotes\s+delayed\b|\bforward-looking\b"
    r"|\bcommunity\s+(?:rules|guidelines|standards)\b|\bcookies\b|\bhouse\s+rules\b|\bpress\s+(?:standards|council|complaints)"
    r"\b|\bpersonali[sz]ed\s+ad|\badvertis(?:ement|ers?|ing)\s+(?:policy|preferences|choices)\b",
    re.I,
)
"""Whose it is, and what may be done with it."""
_MAKERS = (
    r"(?:reporters?|correspondents?|columnists?|journalists?|editors?|sub-?editors?|critics?|contributors?|photographers?"
    r"|producers?|bureau\s+chief|freelancer?|staff\s+writers?)"
)
MAKER = re.compile(
    r"^[^.!?,]{2,50}(?:,[^.!?,]{2,50},)?\s+(?:(?:is|are)\s+(?:an?\s+|the\s+|our\s+)?(?:[\w’'-]+\s+){0,5}"
    + _MAKERS
    + r"\b"
    r"|(?:covers|writes|reports|blogs)\s+(?:on|about|for|from|\w+\b[^.]{0,60}\s(?:for|at)\s+the)\b"
    r"|contributed\b|can\s+be\s+(?:reached|contacted|found)\b)"
    r"|^(?:reporting|editing|writing|additional\s+\w+|photography|production|graphics?|translation|compiled|with\s+reporting)\s+"
    r"(?:was\s+)?(?:\w+\s+)?by\b|\bcontributed\s+(?:to\s+this|reporting|research)\b|^with\s+[^.]{2,80}\sin\s+[A-Z][\w ]{2,30}\.?$",
    re.I,
)
"""Who made it: "Callie Redfern covers city hall for the Courier.\""""
TRADE = listed("""
    newsletter newsletters subscriber subscribers subscription subscriptions subscribe subscribing unsubscribe
    journalism newsroom copyright licensing advertisement advertisements advertorial sponsored moderated moderators
    moderator homepage webpage inbox hyperlinks javascript browser login logged sign-up paywall embed
    disclaimer disclosure mailing notifications podcast podcasts briefing bookmarks""")
SECOND = listed("you your you're you’re yours yourself you'll you’ll you've you’ve you'd you’d")
FIRST_PLURAL = listed("we our us we're we’re we've we’ve we'll we’ll ours")
# Verbs that order a reader about, and what follows where they do; "Share prices fell" is no order.
ORDERS = listed("""
    share follow subscribe sign log download donate click tap join support get like contact send buy skip jump scroll
    email e-mail mail write call tell have become start enter register refresh print save report read see watch listen
    learn find visit check explore discover browse search view play choose meet try order book help give make take keep
    stay use reach add remove let remember note call bring drop text phone apply vote compare catch submit upload stream
    unlock access manage accept please don't don’t never always hear pick look leave turn put go come ask run pay show
    set avoid bookmark receive consider""")
_BEHIND_ORDERS = listed("""
    the a an this that these those it them me us our your my his her their all any some more up in on out off to for
    with by at from about through into how what why where when who now here today next also full local over down back
    not if as and or every each one two three ten""")
_PHONE = re.compile(r"\+\d[\d ()-]{6,16}\d|\b(?:0\d{2,4}[ -]\d{3}[ -]?\d{2,4}|\d{3}-\d{4}|\d{3}-\d{3}-\d{4})\b")
_HANDLE = re.compile(r"(?:^|\s)@\w{2,30}\b")
_DIVIDED = re.compile(r"\s[|·•/]\s")
QUOTED = re.compile(r"[\"“‘«][^\"“”‘’«»]{1,400}[\"”’»]")


def signs(words: str) -> int:
    """How strongly a sentence looks like furniture: 0 for a sentence of a story, 2 and more for none.

    What stands between quotation marks is somebody's own and does not count.
    """
    own = QUOTED.sub(" ", words)
    tokens = [token for token in words_of(own) if not token.mark]
    lowers = {token.lower for token in tokens}
    return (
        STRONG * any(pattern.search(own) for pattern in (ADDRESS, SELF, RIGHTS, MAKER))
        + WEAK * bool(lowers & SECOND)
        + WEAK * bool(lowers & FIRST_PLURAL)
        + WEAK * bool(lowers & TRADE)
        + WEAK * orders(tokens)
        + WEAK * bool(_PHONE.search(own))
        + WEAK * bool(_HANDLE.search(own))
        + WEAK * bool(_DIVIDED.search(own))
    )


def orders(tokens: list[Word]) -> bool:
    """Whether a sentence tells its reader to do something: "Log in to comment", "Please wait"."""
    if not tokens or tokens[0].lower not in ORDERS:
        return False
    if len(tokens) == 1 or tokens[0].lower in {"please", "don't", "don’t", "never", "let"}:
        return True
    return tokens[1].lower in _BEHIND_ORDERS or bool({t.lower for t in tokens} & (SECOND | FIRST_PLURAL | TRADE))

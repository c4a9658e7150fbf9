"""What the furniture of a page looks like, wherever it was printed: who it speaks to, and what it speaks of.

A story tells of others. Furniture speaks to its reader, gives orders, names addresses, and is about the page itself.
None of these signs decides alone; they are counted, sentence by sentence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from claims.extract.grammar import PAST, verb_like
from claims.extract.reporting import verbs
from claims.extract.words import Word, listed, texts_of, words_of

STRONG, WEAK = 2, 1
_LONGEST = 600
"""So much of a sentence is looked at."""

ADDRESS = re.compile(
    r"[\w.+-]+@[\w-]+\.\w+|https?://\S|\bwww\.\w|\b[\w-]{2,40}\.(?:com|org|net|co|gov|edu|info|example|io|uk|eu)/\S"
    r"|\bfor\s+(?:more|further|additional)\s+(?:information|details)\b",
    re.I,
)
"""Nobody disputes an address."""
SELF = re.compile(
    r"\b(?:this|a\s+version\s+of\s+this|an\s+earlier\s+version\s+of\s+(?:this|the)|our)\s+(?:\w+\s+)?(?:article|articles|story"
    r"|stories|post|column|newsletter|web\s?site|site|web\s?page|page|podcast|episode|live\s?blog|live\s+feed|coverage"
    r"|headline|caption|interview|transcript|quiz|press\s+release|news\s+release)\b[^.]{0,60}?\b(?:appear\w*|publish\w*"
    r"|updat\w+|edited|correct\w*|amend\w*|translat\w+|produc\w+|writ\w+|first|misstated|misspelled|commission\w*"
    r"|sponsor\w*|paid|support\w*|fund\w*|use[sd]?|may|will|contain\w*|cop(?:y|ied)|reproduc\w+|remov\w+|generat\w+"
    r"|transcrib\w+|condensed|available|clos(?:ed|ing)|end(?:ed|s)|part\s+of)\b"
    r"|\bthis\s+(?:article|web\s?site|web\s?page|page|live\s?blog|newsletter|podcast)\b"
    r"|^(?:the|this)\s+(?:programme|program|show|episode|podcast|series|broadcast|interview|conversation)\s+(?:was|is|has\s+been)\s+"
    r"(?:(?:first\s+)?(?:edited|produced|presented|hosted|narrated|condensed|shortened)\b|first\s+(?:broadcast|recorded|aired)\b)"
    r"|^(?:in\s+\w+['’]s\s+(?:paper|edition|issue),?\s+)?we\s+(?:wrote|wrongly|incorrectly|misstated|misspelled|reported|printed)\b"
    r"|\b(?:new\s+episodes|episode\s+\d+)\b[^.]{0,60}?\b(?:is|are)\s+(?:out|released|available|published)\b"
    r"|\b(?:names?|prices?|rates|quotations|material|information|details|comments?|versions?)\b[^.]{0,60}?\b(?:in|on|of|for)\s+(?:this|a|our|the)\s+"
    r"(?:story|report|article)\b|\bnames?\s+(?:have|has)\s+been\s+changed\b|\breading\s+time\b",
    re.I,
)
"""The page about itself: "A version of this article appears in print"."""
RIGHTS = re.compile(
    r"all\s+rights\s+reserved|©|\(c\)\s*\d{4}|\bcopyright\s+(?:of\b|by\b|\d{4})|\bearn\s+(?:an?\s+)?(?:\w+\s+)?commissions?\b"
    r"|\bdata\s+(?:are\s+|is\s+)?delayed\b|\bquotes\s+delayed\b|\b(?:views|opinions)\s+expressed\b"
    r"|\b(?:published|broadcast|rewritten),?\s+or\s+redistributed\b"
    r"|\b(?:uses?|using|accept|essential|necessary)\s+(?:\w+\s+)?cookies\b"
    r"|\bregistered\s+(?:charity\b|office\s*(?::|is\b|at\b|address\b)|trade\s?marks?"
    r"|in\s+\w+(?:\s+and\s+\w+)?\s*(?:,|no\.?\b|number\b|under\b))"
    r"|\brush\s+(?:transcript|deadline)\b|\bauthoritative\s+record\b|\bin\s+its\s+final\s+form\b",
    re.I,
)
"""Whose it is, and what may be done with it."""
SALE = re.compile(
    r"\brenews?\s+automatically\b|\bcancel\s+(?:at\s+)?any\s?time\b|\b(?:terms|conditions)\s+apply\b|\b(?:free|paid)\s+trial\b"
    r"|^offer\s+(?:ends|expires|valid|closes)\b|\bprices?\s+(?:(?:are|were)\s+)?correct\b|\bsubject\s+to\s+availability\b"
    r"|\b(?:access|subscriptions?|digital|membership)\b(?:[^.]{0,30}?(?::|\bcosts?)|\s+from)\s*(?:just\s+|only\s+)?[£$€]\s?\d"
    r"|\bmonth[’']?s?\s+after\s+the\s+trial\b|\bsubscribers?[\s-]only\b|\bfor\s+subscribers\b|\bsubscribers\s+(?:get|receive|enjoy|can)\b"
    r"|\bto\s+order\s+(?:a\s+)?cop(?:y|ies)\b|\bpublished\s+by\b[^.]{2,60}(?:\bat|\bfor|,|\()\s*[£$€]\d",
    re.I,
)
"""What the page costs, in the words of a shop."""
RULES = re.compile(
    r"\bcopyright\b|\bterms\s+(?:of|and)\s+(?:use|service|conditions)\b|\bprivacy\s+(?:policy|notice)\b|\bcookies\b"
    r"|\b(?:affiliate|external|third[\s-]party)\s+(?:links?|sites?|web\s?sites?|content)\b|\bmarket\s+data\b"
    r"|\bforward-looking\b|\b(?:community|house)\s+(?:rules|guidelines|standards)\b|\bcompany\s+(?:no|number)\b"
    r"|\bpress\s+(?:standards|council|complaints)\b|\bpersonali[sz]ed\s+ad|\badvertis(?:ement|ers?|ing)\s+(?:policy|choices)",
    re.I,
)
"""What a page refers its reader to, and a story about the trade may be about."""
_MAKERS = (
    r"(?:writers?|reporters?|correspondents?|columnists?|journalists?|editors?|sub-?editors?|critics?|contributors?"
    r"|photographers?|authors?|producers?|bureau\s+chief|freelancer?)"
)
MAKER = re.compile(
    r"^[^.!?,]{2,50}(?:,[^.!?,]{2,50},)?\s+(?:(?:is|are)\s+(?:an?\s+|the\s+|our\s+)?"
    # "the world's third-largest producer" makes no page
    r"(?:(?!\S*(?:est|world['’]s|major|leading)\s)[\w’'-]+\s+){0,5}" + _MAKERS + r"\b"
    r"|(?:covers|writes|reports|(?:has\s+)?reported|has\s+written|blogs)\s+(?:on|about|for|from|\w+\b[^.]{0,60}\s(?:for|at)\s+the)\b"
    r"|can\s+be\s+(?:reached|contacted)\b)"
    r"|^(?:reporting|editing|writing|additional\s+\w+|photography|production|graphics?|translation|compiled"
    r"|with\s+reporting)\s+(?:was\s+)?(?:\w+\s+)?by\b|\bcontributed\s+(?:to\s+this|reporting|research)\b|\bcontributed\.?$"
    r"|^with\s+(?:additional\s+)?(?:reporting|files|material|research)\b|^material\s+from\b"
    r"|\b(?:his|her|their)\s+(?:new|latest|first|next|most\s+recent)\s+(?:book|novel|memoir|album|collection)\b[^.]{0,60}"
    r"\s(?:is|was|will\s+be|comes?|came)\s+(?:out|published|released)\b"
    r"|^(?-i:[A-Z])[^.!?,]{2,50}\s+is\s+(?:an?\s+|the\s+)?(?:\w+\s+){0,3}(?:professor|lecturer|reader|fellow|researcher)\b[^.]{0,80}?"
    r"\bat\s+(?:the\s+)?(?-i:[A-Z])"
    r"|^the\s+(?:writer|author|reporter|columnist)\s+(?:is|was\s+(?:an?\s+guest|hosted)|has|owns|holds|works|travelled|traveled|stayed|flew)\b",
    re.I,
)
"""Who made it: "Callie Redfern covers city hall for the Courier.\""""
TRADE = listed("""
    newsletter newsletters subscriber subscribers subscription subscriptions subscribe subscribing unsubscribe
    journalism newsroom licensing advertisement advertisements advertorial sponsored moderated moderators
    moderator homepage webpage inbox hyperlinks javascript browser login sign-up paywall
    disclaimer readers mailing notifications podcast podcasts bookmarks""")
SECOND = listed("you your you're you’re yours yourself you'll you’ll you've you’ve you'd you’d")
FIRST_PLURAL = listed("we our us we're we’re we've we’ve we'll we’ll ours")
# Verbs that order a reader about, and what follows where they do; "Share prices fell" is no order.
ORDERS = listed("""
    share follow subscribe sign log download donate click tap join support get like contact send buy skip jump scroll
    email e-mail mail write call tell have become start enter register refresh print save report read see watch listen
    learn find visit check explore discover browse search view play choose meet try order book help give make take keep
    stay use reach add remove let remember note call bring drop text phone apply vote compare catch submit upload stream
    unlock access manage accept please don't don’t never always hear pick look leave turn put go come ask run pay show
    set avoid bookmark receive consider stick tune enjoy respond hurry""")
_BEHIND_ORDERS = listed("""
    the a an this that these those it them me us our your my his her their all any some more up in on out off to for
    with by at from about through into how what why where when who now here today next also full local over down back
    again not if as and or every each one two three ten""")
_NOUNS_TOO = listed(
    "support contact share call vote report search visit stay order access use answer show run sign play"
)
_OF_NOUNS = listed("for with from of in to at by")
FAR = 4
_PHONE = re.compile(
    r"\+\d[\d ()-]{6,16}\d|\b0\d{2,4}[ -]\d{3}[ -]?\d{2,4}\b|\b\d{3}-\d{3}-\d{4}\b"
    r"|\b(?:call|dial|at|tel|text|phone|contact)[.: ]{1,2}\d{3}-\d{4}\b"
    r"|\b(?:called|reached|contacted|available)\s+(?:\w+\s+){0,2}on\s+\d[\d ]{4,}",
    re.I,
)
_SHOWN = re.compile(r"\bthis\s+(?:picture|photo|photograph|image|video|footage|chart|graphic|map)\b", re.I)
_PRAISE = re.compile(
    r"\b(?:leading|premier|trusted|award-winning|world-class)\s+(?:\w+\s+){0,3}(?:provider|supplier|maker)\b", re.I
)
_WEEKDAY = r"(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_DAY = rf"(?:{_WEEKDAY},?\s+)"
_MONTH = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?"
_POSED = re.compile(
    r"^[^.!?]{3,160}?\b(?:walks?|stands?|looks?\s+(?:on|at|out|over|towards?)|pos(?:e|es)|smiles?|waits?|gestures?|sits?"
    r"|watch(?:es)?|embraces?|hugs?|carr(?:y|ies)|inspects?|waves?|queues?|clears?|cleans?|lifts?|lays?|kneels?|gathers?"
    r"|surveys?|works?|rests?|leans?|(?:is|are)\s+(?:seen|pictured|shown))\b[^!?]{0,200}?"
    rf"(?:\bon\s+|,\s*)(?:{_DAY}(?:{_MONTH}\s+\d{{1,2}}|\d{{1,2}}\s+{_MONTH})|(?:{_MONTH}\s+\d{{1,2}},|\d{{1,2}}\s+{_MONTH})"
    rf"\s+\d{{4}})(?:,?\s+\d{{4}})?\.?$"
    rf"|^[^.!?]{{3,160}}?\b(?:is|are)\s+(?:seen|pictured)\s[^!?]{{0,200}}?\bin\s+(?:{_MONTH}\s+)?\d{{4}}\.?$",
    re.I,
)
"""A picture told in the present, with its day: "Divers stand on the quay on Tuesday, March 3", and no more."""
_TOLD = re.compile(r"\b(?:said|says|say|will|would|was|were|had|if|because|told|according)\b", re.I)
_PICTURED = re.compile(
    r"\b(?:pictured|photographed)\s+(?:here|above|below|left|right|cent(?:re|er)|in\s+(?:a\s+file|\w*\s*\d{4}))"
    r"|\((?:left|right|cent(?:re|er)|(?:front|back)\s+row)\)|\b(?:left|right),\s+(?:and|with)\s[^.]{0,80},\s+(?:left|right)\b"
    r"|^(?:(?:an?|the|this)\s+)?(?:aerial|general|undated|satellite)\s+views?\s+of\b"
    r"|^(?:an?|the|this)\s+(?:undated|file|aerial|satellite|handout)\s+(?:\w+\s+)?(?:photo|photograph|picture|image|view)\b",
    re.I,
)
"""Words that point into a picture."""
_SHOWS = re.compile(
    r"^(?:(?:an?|the|this)\s+)?(?:aerial|general|undated|satellite)\s+views?\s+of\b(?![^.]*\b(?:showed|was|were|is|are)\b)"
    r"|^(?:(?:an?|this)\s+(?:undated|file|aerial|satellite|handout|combination)\s+(?:\w+\s+)?|this\s+)"
    r"(?:photo|photograph|picture|image)\b"
    r"(?![^.]*\b(?:showed|was|were)\b)"
    r"|^(?=[^.]*(?:\((?:left|right|cent(?:re|er)|pictured)\)|,\s+pictured\b))(?!.*\b(?:said|was|were|is|are|has|had|told|will)\b)"
    r"|^(?-i:From left)\b",
    re.I,
)
"""A picture told without a verb, or by itself: "Ana Brel (left) outside the court"."""
_TRADES = (
    r"(?:provider|maker|manufacturer|supplier|producer|operator|developer|distributor|retailer|company|firm|charity|group"
    r"|non-?profit|not-for-profit|organi[sz]ation|foundation|trust|network|association|consultancy|agency|insurer|lender)"
)
_HOUSE = re.compile(
    r"^(?-i:[A-Z0-9])[^,.!?]{1,60}?(?:\s\([^()]{1,30}\))?,?\s+(?:is|are)\s+(?:an?|the|one\s+of|[A-Z]\w+[’']s)\s+"
    rf"(?:(?!(?:of|for|in|with|by|during|from|to|at|on|who|that)\s)[\w’'-]+,?\s+){{0,8}}{_TRADES}s?\b"
    r"|^(?-i:[A-Z0-9])[^,.!?]{1,60}?\s+was\s+(?:founded|established|set\s+up|formed)\s+(?:in\s+\d{4}|by\s)[^.]{0,160}\s"
    r"(?:employs|operates|runs|serves|has|manages|owns)\s"
    r"|^(?-i:[A-Z0-9])[^,.!?]{1,60}?\s+is\s+(?:headquartered\s+in|(?:authori[sz]ed\s+and\s+)?regulated\s+by|part\s+of\s+(?-i:[A-Z]))"
    r"|^since\s+\d{4},?\s+(?-i:[A-Z])[^,.!?]{1,60}?\s+has\s+"
    r"|^(?:founded|established|formed|headquartered|based)\s+in\s[^.]{2,80},\s+[^.]{2,60}?\s(?:employs|operates|runs|serves"
    r"|has|is|provides|manages|makes|owns)\s",
    re.I,
)
"""What a release says of its house in the end: "Orsk Marine is a maker of pumps", "Founded in 1921, it employs 300".

Only a sign, which counts behind the story: inside it, such a sentence tells a reader whom it is about.
"""
_WEATHER = re.compile(
    r"\b(?:sunny\s+(?:spells|intervals)|bright\s+spells|(?:scattered|wintry|heavy|light)?\s*showers\s+in\s+the|sunshine\s+and\s+showers"
    r"|(?:mainly|mostly)\s+(?:dry|cloudy|sunny)|(?:^|with\s+)(?:an?\s+)?(?:highs?|lows?)\s+(?:of|near|around)\s+(?:minus\s+)?\d)",
    re.I,
)
"""The forecast below a page."""
LISTING = re.compile(
    r"\b(?:tickets?\s+(?:cost|from|are|is|at|on|can\s+be)|open\s+(?:daily|every\s+day|from\s+\d)|closed\s+(?:mon|tues|wednes|thurs|fri|satur|sun)days"
    r"|box\s+office|doors\s+open|(?:admission|entry)\s+(?:is|[£$€]\d)|(?:in|at)\s+cinemas|on\s+general\s+release|\d{1,3}\s?mins\b"
    r"|when:|where:|cost:|price:|date:|venue:|what:"
    rf"|runs?\s+(?:at\s+[^.]{{3,50}}?\s+)?(?:until|till|through)\s+(?:\d|{_WEEKDAY}\b)|runs?\s+(?:to|for)\s+(?:{_WEEKDAY}\b|\d{{1,2}}\s+{_MONTH}))",
    re.I,
)
"""What a paper adds for whoever wants to go there."""
_HANDLE = re.compile(r"(?:^|\s)@\w{2,30}\b")
_DIVIDED = re.compile(r"\s[|·•/]\s")
QUOTED = re.compile(r"[\"“‘«][^\"“”‘’«»]{1,400}[\"”’»]")
SPOKEN = re.compile(r"[\"“‘«](?:[^\s\"“”‘«»]+\s+){2,60}[^\s\"“”‘«»]*[\"”’»]")
"""Three words and more between quotation marks are somebody's; fewer may be a title."""


def signs(words: str, outlet: re.Pattern[str] | None = None) -> int:
    """How strongly a sentence looks like furniture: 0 for a sentence of a story, 2 and more for none.

    What stands between quotation marks is somebody's own and does not count. ``outlet`` finds the outlet's own name.
    """
    own = QUOTED.sub(" ", words[:_LONGEST])
    runs = set(_RUNS.findall(own.lower()))
    texts = [word.lower() for word in texts_of(own)]
    lowers = set(texts)
    first = next((word for word in texts if word[0].isalnum() or word[0] == "_"), "")

    def tokens() -> list[Word]:
        return _without_marks(own)

    def found(sign: _Sign) -> bool:
        pattern, needed = sign
        return not runs.isdisjoint(needed) and pattern.search(own) is not None

    return (
        STRONG * any(map(found, _STRONG_SIGNS))
        + WEAK * sum(map(found, _WEAK_SIGNS))
        + WEAK * (found(_RULES) and not _told(tokens()))
        + WEAK * (not lowers.isdisjoint(SECOND))
        + WEAK * (not lowers.isdisjoint(FIRST_PLURAL))
        + WEAK * (not lowers.isdisjoint(TRADE) and not _told(tokens()))
        + WEAK * (first in ORDERS and orders(tokens()))
        + WEAK * (outlet is not None and _of_the_outlet(own, outlet))
        + STRONG * (found(_POSES) and not _TOLD.search(own))
        + WEAK * (not runs.isdisjoint(_OF_WEATHER) and len(set(_WEATHER.findall(own))))
        + WEAK * bool(_HOUSE.search(own))
        + WEAK * bool(_DIVIDED.search(own))
    )


_Sign = tuple[re.Pattern[str], frozenset[str]]
_RUNS = re.compile(r"[a-z]+|[0-9@©/]")
"""What ``needed`` below is made of."""
# Nearly every sentence bears no sign. Each pattern stands beside words, signs or digits of which it needs one, because
# to look for them in a set takes a tenth of the time of a search; a test holds them against each other.
_STRONG_SIGNS: tuple[_Sign, ...] = (
    (ADDRESS, listed("@ / www information details")),
    (
        SELF,
        listed("""
    article articles story stories post column newsletter website site webpage page podcast episode episodes
    liveblog blog feed coverage headline caption interview transcript quiz release programme program show series
    broadcast conversation we report changed reading"""),
    ),
    (
        RIGHTS,
        listed("""
    rights © c copyright earn delayed expressed redistributed cookies registered rush authoritative final"""),
    ),
    (
        SALE,
        listed("""
    renew renews cancel terms conditions trial offer price prices subject access subscription subscriptions digital
    membership subscriber subscribers order published"""),
    ),
    (_SHOWS, listed("view views photo photograph picture image left right centre center pictured")),
    (_PHONE, frozenset("0123456789")),
)
_WEAK_SIGNS: tuple[_Sign, ...] = (
    (
        MAKER,
        listed("""
    writer writers reporter reporters correspondent correspondents columnist columnists journalist journalists editor
    editors subeditor subeditors critic critics contributor contributors photographer photographers author authors
    producer producers bureau freelance freelancer covers writes reports reported blogs reached contacted reporting
    editing writing additional photography production graphic graphics translation compiled contributed files material
    research book novel memoir album collection written professor lecturer reader fellow researcher"""),
    ),
    (_SHOWN, listed("picture photo photograph image video footage chart graphic map")),
    (_PICTURED, listed("pictured photographed left right centre center row view views photo photograph picture image")),
    (_PRAISE, listed("provider supplier maker")),
    (
        LISTING,
        listed("""
    ticket tickets open closed box doors admission entry cinemas general mins when where cost price date venue what run
    runs"""),
    ),
    (_HANDLE, listed("@")),
)
_RULES: _Sign = (
    RULES,
    listed("""
    copyright terms privacy cookies affiliate external third data looking rules guidelines standards company press
    personalised personalized advertisement advertiser advertisers advertising"""),
)
_POSES: _Sign = (_POSED, frozenset("0123456789"))
_OF_WEATHER = listed("sunny bright showers sunshine mainly mostly high highs low lows")


def _without_marks(own: str) -> list[Word]:
    return [token for token in words_of(own) if not token.mark]


def _of_the_outlet(own: str, outlet: re.Pattern[str]) -> bool:
    """Whether a sentence is about the outlet; "Brel left a day after the Ledger reported that" is about Brel."""
    named = outlet.search(_IN_BRACKETS.sub(" ", own))
    return named is not None and (named.start() < SUBJECT or not _told(_without_marks(own)))


SUBJECT = 20
"""So near to its start the subject of a sentence begins."""


def _told(tokens: Sequence[Word]) -> bool:
    """Whether a sentence tells what was: "The newsletter closed in 2022" is news of the trade, no furniture."""
    for token in tokens[1:]:
        if token.lower in _CLAUSES:
            return False
        if verb_like(token) or token.lower in _WERE:
            reporting = verbs().get(token.lower)
            past = reporting is not None and reporting.form == "past"
            return past or token.lower in _WERE or token.lower.endswith("ed") or token.lower in PAST
    return False


_WERE = listed("was were had used upheld cost")
_CLAUSES = listed("who which that how why what when where whose")


def suspect(words: str, outlet: re.Pattern[str] | None = None) -> bool:
    """Whether any sentence of a line could bear a sign, which is cheaper to know than which of them does."""
    return signs(words, outlet) > 0 or any(m.group().lower() in ORDERS for m in _OPENERS.finditer(words))


_OPENERS = re.compile(r"(?<![^.!?:]\s)(?<!\S)[A-ZÀ-Þ][\w’'-]*")


def introduces(words: str, outlet: re.Pattern[str] | None = None) -> bool:
    """Whether a sentence says of a whole line that it is about the page, its makers or its owner."""
    own = _IN_BRACKETS.sub(" ", words)
    return any(pattern.search(own) for pattern in (MAKER, SELF, RIGHTS, _HOUSE, *((outlet,) if outlet else ())))


def orders(tokens: Sequence[Word]) -> bool:
    """Whether a sentence tells its reader to do something: "Log in to comment", "Please wait"."""
    if not tokens or tokens[0].lower not in ORDERS:
        return False
    if len(tokens) == 1 or tokens[0].lower in {"please", "don't", "don’t", "never", "let"}:
        return True
    noun = tokens[0].lower in _NOUNS_TOO and tokens[1].lower in _OF_NOUNS
    named = len(tokens) > FAR and tokens[2].capital and tokens[3].lower in {"a", "an", "which"}
    if (noun or named) and _told(tokens):
        # "Support for the party fell"; "Save the Pier, a campaign group, raised £40,000"
        return False
    return (
        tokens[1].lower in _BEHIND_ORDERS
        or tokens[1].text[0].isdigit()
        or bool({t.lower for t in tokens} & (SECOND | FIRST_PLURAL | TRADE))
    )


def outlet_in(publisher: str | None, opening: str) -> re.Pattern[str] | None:
    """What finds the outlet's own name in a sentence: in full, by its initials, by its last word ("the Advertiser").

    None where the opening of the article is about the outlet, as that of a press release is.
    """
    name = (publisher or "").removeprefix("The ").strip()
    if not name or name.lower() in _IN_BRACKETS.sub(" ", opening).lower():
        return None
    words = name.split()
    names = [re.escape(name)]
    if len(words) > 1:
        initials = "".join(word[0] for word in words if word[0].isupper())
        names += [rf"[Tt]he\s+{re.escape(words[-1])}"] + ([initials] if len(initials) > 1 else [])
    return re.compile(rf"\b(?:{'|'.join(names)})\b")


_IN_BRACKETS = re.compile(r"\([^()]*\)")

"""Lines of a page that are no part of the story: teasers, captions, bylines, notices."""

from __future__ import annotations

import re

from claims.extract.grammar import verb_like
from claims.extract.sentences import Range, paragraphs
from claims.extract.words import words_of

# Each matches a whole line; all are anchored, so that a line is read at most once for each.
LINES = re.compile(
    r"(?:"
    # teasers
    r"(?:more|related|other|latest|recent|popular|recommended|further|similar|trending|top|most)\s+"
    r"(?:posts?|stories|story|articles?|news|reading|coverage|content|headlines|videos?|topics?|read|viewed|from"
    r"\s+this\s+author|from\s+[^.!?]{1,40})\b.{0,80}"
    r"|(?:related|see\s+also|also\s+read|also\s+in\s+the\s+news|in\s+case\s+you\s+missed\s+it|editor.?s\s+picks?"
    r"|don.?t\s+miss|up\s+next|what\s+to\s+read\s+next|opinion|analysis|explainer|podcast|gallery|in\s+pictures)"
    r"\s*[:|–—-].{0,200}"
    r"|(?:read|see|watch|listen|learn|find\s+out)\s+(?:more|also|next|now|on|here|our|the\s+full)\b.{0,200}"
    # invitations
    r"|(?:share|follow|subscribe|sign\s+up|log\s+in|sign\s+in|download|donate|click|tap|join\s+us|support\s+us|get\s+the"
    r"|like\s+us|contact\s+us|send\s+us|buy\s+now|skip\s+to|jump\s+to|scroll|loading|e-?mail\s+(?:us|our)|write\s+to"
    r"|call\s+us|tell\s+us|have\s+your\s+say|do\s+you\s+(?:agree|have|know)|have\s+you|become\s+a|start\s+your"
    r"|get\s+our|enter\s+your|register|refresh|print\s+this|save\s+this|report\s+this)\b.{0,200}"
    r"|.{0,160}\b(?:subscribe\s+here|sign\s+up\s+here|in\s+your\s+inbox|to\s+your\s+inbox|our\s+newsletters?"
    r"|weekly\s+newsletter|daily\s+newsletter|visit\s+our\s+web\s?site|follow\s+us\s+on|click\s+here"
    r"|letters?@\S+|tips@\S+|press@\S+|news@\S+)\b.{0,120}"
    # furniture of the page
    r"|(?:advertisement|advertising|sponsored|promoted|story\s+continues|article\s+continues|continue\s+reading"
    r"|editor.s\s+note|correction|clarification|updated?|published|posted|last\s+modified|filed\s+under|tags?|topics?"
    r"|comments?|newsletter|table\s+of\s+contents|live|live\s+updates?|live\s+blog|key\s+events?|pinned|breaking"
    r"|timeline|show\s+more|load\s+more|view\s+comments)\b(?:\s*[:|-].{0,200}|.{0,60}[^.!?])?"
    r"|this\s+(?:article|story|report|piece|page|headline)\s+(?:was|has\s+been|is|may)\b.{0,300}"
    r"|(?:this\s+live\s+(?:blog|page|coverage)|our\s+live\s+(?:blog|coverage)|that.s\s+all\s+from|hello\s+and\s+welcome"
    r"|welcome\s+to\s+our|stay\s+with\s+us|we\s+are\s+pausing|thanks?\s+(?:you\s+)?for\s+(?:reading|joining|following)"
    r"|this\s+is\s+a\s+(?:developing|breaking)|more\s+to\s+follow|more\s+details\s+soon|please\s+(?:enable|turn\s+on"
    r"|refresh|log\s+in|subscribe))\b.{0,300}"
    r"|\d{1,2}[:.]\d{2}\s*(?:[ap]\.?m\.?)?\s*(?:[A-Z]{2,4})?"
    r"|(?:\d{1,2}\s+(?:minutes?|hours?|days?)\s+ago|\d{1,3}\s+comments?|\d{1,2}\s+min(?:ute)?s?\s+read)"
    # pictures
    r"|(?:photo|photograph|picture|image|video|caption|credit|file\s+photo|graphic|illustration|watch|source|sources"
    r"|staff\s+photo|handout)s?\s*(?:[:|/]|by\b|credit\b|courtesy\b).{0,300}"
    r"|.{1,300}[(\[](?:photo|picture|image|credit|file|handout|courtesy)\b[^()\[\]]{0,80}[)\]]"
    # notices
    r"|(?:we|this\s+(?:site|website|page))\s+(?:use|uses)\s+cookies.{0,400}"
    r"|(?:by\s+(?:continuing|using|browsing|clicking)|accept\s+(?:all\s+)?cookies|manage\s+(?:cookies|preferences)|cookie"
    r"|we\s+and\s+our\s+partners|your\s+privacy|privacy\s+policy|terms\s+(?:of|and)).{0,400}"
    r"|(?:©|copyright|\(c\)|all\s+rights\s+reserved).{0,300}"
    r"|forward-looking\s+statements.{0,400}|for\s+immediate\s+release|embargoed\b.{0,80}|#{2,}|-\s?ends?\s?-|ends|notes\s+to"
    r"\s+editors:?|(?:media|press)\s+(?:contacts?|enquiries|inquiries|office)\b.{0,200}|about\s+[^.!?:]{1,60}:.{0,400}"
    # who wrote it
    r"|by\s+[^\s.!?]{1,40}(?:\s+[^\s.!?]{1,40}){0,6}"
    r"|\(?(?:reporting|editing|writing|additional\s+reporting|contributing|compiled|translated|edited|produced)"
    r"\s*(?:by\b|:).{0,300}"
    r"|[^.!?]{1,60}\s+(?:is|was)\s+(?:a|an|the|our)\s+(?:[^\s.!?]{1,20}\s+){0,4}"
    r"(?:columnist|reporter|correspondent|editor|writer|journalist|contributor)\s+(?:for|at|with|of|based)\b[^.!?]{0,120}\.?"
    r"|[^.!?]{1,60}\s+contributed\s+(?:to\s+this\s+(?:report|story|article)|reporting)\.?"
    # services
    r"|(?:to|for)\s+[^.!?]{1,120}(?:,|\bplease\b)\s*(?:please\s+)?(?:call|visit|e-?mail|go\s+to|log\s+on)\b.{0,200}"
    r"|[^.!?]{1,60}:"
    r")",
    re.IGNORECASE,
)
_LONGEST = 500
FEWEST_SEPARATORS = 8
"""A line with so many commas and semicolons and without a verb is a list: a team, a timetable, a table of results."""


def boilerplate(text: str) -> list[Range]:
    """The lines that are no part of the story, in order."""
    return [
        (start, end)
        for start, end in paragraphs(text)
        if end - start <= _LONGEST
        and (LINES.fullmatch(text, start, end) or _is_list(text, start, end))
        and not _introduces(text, start, end)
    ]


def _is_list(text: str, start: int, end: int) -> bool:
    """``Orsk (4-4-2): Brel; Vask, Lenz, Rast, Holm; ...``"""
    separators = text.count(",", start, end) + text.count(";", start, end)
    if separators < FEWEST_SEPARATORS:
        return False
    return not any(verb_like(word) for word in words_of(text, start, end))


# ``BRIXHOLM, Jan. 4 (Meridian Wire) —``
_DATELINE = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ .'’-]{1,40}(?:,[^—–\n]{1,40}?)?(?:\([^()\n]{1,40}\))?\s*(?:—|–|--|-)\s+")


def behind_dateline(text: str, start: int, end: int) -> int:
    """Where a sentence begins once the place and day before its dash are left out."""
    found = _DATELINE.match(text, start, end)
    return found.end() if found and found.end() < end else start


def _introduces(text: str, start: int, end: int) -> bool:
    """``The minister added:`` before a quotation of its own paragraph is part of the story."""
    return text[end - 1] == ":" and text[end : end + 4].lstrip()[:1] in set("\"“‘'«„")

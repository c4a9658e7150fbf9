"""Lines of a page that are no part of the story: teasers, captions, bylines, notices."""

from __future__ import annotations

import re

from claims.extract.sentences import Range, paragraphs

# Each matches a whole line; all are anchored, so that a line is read at most once for each.
LINES = re.compile(
    r"(?:(?:more|related|other|latest|recent|popular|recommended|further|similar|trending|top)\s+"
    r"(?:posts?|stories|story|articles?|news|reading|coverage|content|headlines|videos?|topics?)\b.{0,80}"
    r"|(?:read|see|watch|listen|learn)\s+(?:more|also|next|now|on)\b.{0,200}"
    r"|(?:share|follow|subscribe|sign\s+up|log\s+in|sign\s+in|download|donate|click|tap|join\s+us|support\s+us|get\s+the"
    r"|like\s+us|contact\s+us|send\s+us|buy\s+now|skip\s+to|jump\s+to|scroll|loading)\b.{0,200}"
    r"|(?:advertisement|advertising|sponsored|promoted|story\s+continues|article\s+continues|continue\s+reading"
    r"|editor.s\s+note|correction|updated?|published|posted|last\s+modified|filed\s+under|tags?|topics?|comments?"
    r"|newsletter|table\s+of\s+contents)\b(?:\s*[:|-].{0,200}|.{0,60}[^.!?])?"
    r"|(?:photo|photograph|picture|image|video|caption|credit|file\s+photo|graphic|illustration|watch|source|sources)"
    r"s?\s*(?:[:|/]|by\b|credit\b|courtesy\b).{0,300}"
    r"|(?:we|this\s+(?:site|website|page))\s+(?:use|uses)\s+cookies.{0,400}"
    r"|(?:by\s+(?:continuing|using)|accept\s+(?:all\s+)?cookies|cookie).{0,400}"
    r"|(?:©|copyright|\(c\)|all\s+rights\s+reserved).{0,300}"
    r"|by\s+[^\s.!?]{1,40}(?:\s+[^\s.!?]{1,40}){0,6}"
    r"|(?:reporting|editing|writing|additional\s+reporting|contributing)\s*(?:by\b|:).{0,300}"
    r"|[^.!?]{1,60}:"
    r")",
    re.IGNORECASE,
)
_LONGEST = 500


def boilerplate(text: str) -> list[Range]:
    """The lines that are no part of the story, in order."""
    return [
        (start, end)
        for start, end in paragraphs(text)
        if end - start <= _LONGEST and LINES.fullmatch(text, start, end) and not _introduces(text, start, end)
    ]


# ``BRIXHOLM, Jan. 4 (Meridian Wire) —``
_DATELINE = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ .'’-]{1,40}(?:,[^—–\n]{1,40})?(?:\([^()\n]{1,40}\))?\s*(?:—|–|--)\s+")


def behind_dateline(text: str, start: int, end: int) -> int:
    """Where a sentence begins once the place and day before its dash are left out."""
    found = _DATELINE.match(text, start, end)
    return found.end() if found and found.end() < end else start


def _introduces(text: str, start: int, end: int) -> bool:
    """``The minister added:`` before a quotation of its own paragraph is part of the story."""
    return text[end - 1] == ":" and text[end : end + 4].lstrip()[:1] in set("\"“‘'«„")

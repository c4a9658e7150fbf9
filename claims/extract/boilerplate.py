"""Lines of a page that are no part of the story: teasers, captions, bylines, notices."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from claims.extract.furniture import LISTING, SPOKEN, STRONG, WEAK, introduces, outlet_in, signs, suspect
from claims.extract.grammar import verb_like
from claims.extract.sentences import Range, paragraphs, sentences_in
from claims.extract.words import words_of

# Each matches a whole line; all are anchored, so that a line is read at most once for each.
LINES = re.compile(
    r"(?:"
    # teasers
    r"(?:more|related|other|latest|recent|popular|recommended|further|similar|trending|top|most)\s+"
    r"(?:posts?|stories|story|articles?|news|reading|coverage|content|headlines|videos?|topics?|read|viewed|from"
    r"\s+this\s+author|from\s+[^.!?]{1,40})\b(?:.{0,80}[^.])?"
    r"|(?:related|see\s+also|also\s+read|also\s+in\s+the\s+news|in\s+case\s+you\s+missed\s+it|editor.?s\s+picks?"
    r"|don.?t\s+miss|up\s+next|what\s+to\s+read\s+next|opinion|analysis|explainer|podcast|gallery|in\s+pictures|polls?"
    r"|quiz|media\s+caption)"
    r"\s*(?:[:|–—-]|,\s(?=[^:]{0,20}:)).{0,200}"
    r"|(?:read|see|watch|listen|learn|find\s+out)\s+(?:more|also|next|now|on|here|our|the\s+full)\b.{0,200}"
    # invitations
    r"|(?:subscribe|sign\s+up|log\s+in|sign\s+in|donate|click|tap|join\s+us|support\s+us"
    r"|(?:share|follow|download|get)\s+(?:this|the|your|us|our|on|in|by|with|it|now|here|all)"
    r"|like\s+us|contact\s+us|send\s+us|buy\s+now|skip\s+(?:to|past)|jump\s+to|scroll\s+(?:down|up|to|on|through|for)|loading|e-?mail\s+(?:us|our)|write\s+to"
    r"|call\s+us|tell\s+us|have\s+your\s+say|do\s+you\s+(?:agree|have|know|think|want|support)|have\s+you|become\s+a|start\s+your"
    r"|enter\s+your|register\s+(?:for|now|here|to)|refresh\s+(?:the|this|for)|print\s+this|save\s+this|report\s+this)\b.{0,200}"
    r"|.{0,160}\b(?:subscribe\s+here|sign\s+up\s+here|in\s+your\s+inbox|to\s+your\s+inbox|our\s+newsletters?"
    r"|weekly\s+newsletter|daily\s+newsletter|visit\s+our\s+web\s?site|follow\s+us\s+on|click\s+here"
    r"|letters?@\S+|tips@\S+|press@\S+|news@\S+)\b.{0,120}"
    # furniture of the page
    r"|(?:advertisement|advertising|sponsored|promoted|story\s+continues|article\s+continues|continue\s+reading"
    r"|editor.s\s+note|(?:a\s+)?correction(?:\s+was\s+made)?|clarification|notes?"
    r"|(?:last\s+|first\s+)?(?:updated?|published|posted|modified)|filed\s+under|tags?|topics?"
    r"|comments?|newsletter|table\s+of\s+contents|live|live\s+updates?|live\s+blog|key\s+events?|pinned|breaking"
    r"|timeline|show\s+more|load\s+more|view\s+comments)\b(?:(?:,\s[\w .]{3,20})?\s*[:|-].{0,200}|.{0,60}[^.!?])?"
    r"|this\s+(?:article|story|report|piece|page|headline)\s+(?:was|has\s+been|is|may)\b.{0,300}"
    r"|(?:this\s+live\s+(?:blog|page|coverage)|our\s+live\s+(?:blog|coverage)|that.s\s+all\s+from|hello\s+and\s+welcome"
    r"|welcome\s+to\s+our|stay\s+with\s+us|we\s+are\s+pausing|thanks?\s+(?:you\s+)?for\s+(?:reading|joining|following)"
    r"|this\s+is\s+a\s+(?:developing|breaking)|more\s+to\s+follow|more\s+details\s+soon|please\s+(?:enable|turn\s+on"
    r"|refresh|log\s+in|subscribe))\b.{0,300}"
    r"|\d{1,2}[:.]\d{2}\s*(?:[ap]\.?m\.?)?\s*(?:[A-Z]{2,4})?"
    r"|(?:\d{1,2}\s+(?:minutes?|hours?|days?)\s+ago|\d{1,3}\s+comments?|\d{1,2}\s+min(?:ute)?s?\s+read)"
    # pictures
    r"|(?:photo|photograph|picture|image|video|caption|credit|file\s+photo|graphic|illustration|watch|source|sources"
    r"|staff\s+photo|handout|photography|artwork|map|chart)s?\s*(?:[:|/,]|by\b|(?:credit|courtesy|caption|source|copyright)"
    r"\b).{0,300}"
    r"|(?:file|archive|library|stock)\s+(?:photo|picture|image|footage)s?\b.{0,300}"
    r"|.{1,300}[(\[](?:photo|picture|image|credit|file|handout|courtesy)\b[^()\[\]]{0,80}[)\]]"
    r"|.{1,300}[.\s(](?-i:Photos?|Pictures?|Images?|Credit|Photograph|PHOTO|PICTURE|IMAGE|CREDIT|Courtesy)(?:\s+(?:by|credit))?"
    r"\s*(?::|of\b|/).{0,120}"
    # notices
    r"|(?:we|this\s+(?:site|website|page))\s+(?:use|uses)\s+cookies.{0,400}"
    r"|(?:by\s+(?:continuing|using|browsing|clicking)|accept\s+(?:all\s+)?cookies|manage\s+(?:cookies|preferences)|cookies?\b(?!\s+(?:was|were|had|fell|cost)\b)"
    r"|we\s+and\s+our\s+partners|your\s+privacy|privacy\s+policy|terms\s+(?:of|and)).{0,400}"
    r"|(?:©|copyright\s*(?:©|\(c\)|:|\d{4}|(?:of|by)\b|(?-i:[A-Z]))|\(c\)|all\s+rights\s+reserved).{0,300}"
    r"|forward-looking\s+statements.{0,400}|for\s+immediate\s+release|embargoed\b.{0,80}|#{2,}|-\s?ends?\s?-|ends|notes\s+to"
    r"\s+editors:?|(?:media|press)\s+(?:contacts?|enquiries|inquiries|office)\b.{0,200}|about\s+[^.!?:]{1,60}:.{0,400}"
    # who wrote it
    r"|by\s+[^\s.!?]{1,40}(?:\s+[^\s.!?]{1,40}){0,6}"
    r"|\(?(?:reporting|editing|writing|additional\s+reporting|contributing|compiled|translated|edited|produced)"
    r"\s*(?:by\b|:).{0,300}"
    r"|[^.!?]{1,60}\s+is\s+(?:a|an|the|our)\s+(?:[^\s.!?]{1,20}\s+){0,4}"
    r"(?:columnist|reporter|correspondent|editor|writer|journalist|contributor)\s+(?:for|at|with|of|based)\b[^.!?]{0,120}\.?"
    r"|[^.!?]{1,60}\s+contributed\s+(?:to\s+this\s+(?:report|story|article)|reporting)\.?"
    r"|as\s+told\s+to\s+.{1,80}"
    r"|(?:tonight|today|tomorrow|outlook|weather|next\s+(?:week|match|game|fixture|up)|fixtures?|results?|team\s+news|line-?ups?|teams"
    r"|referees?|attendance|scorers?|kick-?off|running\s+time|certificate|venue|tickets|details|rating|sunrise|sunset|pollen)"
    r":\s(?![\"“‘']).{1,300}"
    r"|(?:published|printed|distributed)\s+(?:and\s+(?:published|printed|distributed)\s+)?by\b.{3,200}"
    # services
    r"|(?:to|for)\s+[^.!?]{1,120}(?:,|\bplease\b)\s*(?:please\s+)?(?:call|visit|e-?mail|go\s+to|log\s+on)\b.{0,200}"
    r"|[^.!?]{1,60}:"
    r")",
    re.IGNORECASE,
)
_LONGEST = 500
FEWEST_SEPARATORS = 8
"""A line with so many commas and semicolons and without a verb is a list: a team, a timetable, a table of results."""

# Behind these nothing of the story comes: a press release, an agency and a page say so in their own words.
_ENDING = re.compile(
    r"(?i:-?\s?ends?\s?-?|#\s?#\s?#|#{2,}|-?\s?30\s?-?|\*{3}|notes?\s+(?:to|for)\s+(?:the\s+)?editors?\s*:?"
    r"|(?:media|press)\s+(?:contacts?|enquiries|inquiries)\s*:?|contacts?:?"
    r"|(?:investor\s+|media\s+)?(?:conference\s+call|webcast)(?:\s+(?:and|&)\s+\w+)*(?:\s+(?:information|details))?\s*:?"
    r"|(?:cautionary\s+(?:note|statement)s?\s+)?(?:regarding\s+|on\s+)?forward[-\s]looking\s+(?:statements?|information)\s*:?"
    r"|safe\s+harbou?r(?:\s+statements?)?\s*:?"
    r"|(?:for|contacts?)\s+(?:more|further|media|press)\s+(?:information|enquiries|inquiries|details)[^.!?]{0,60}:?)"
    r"|(?i:about\s+(?:the\s+)?(?:authors?|writers?|reporters?|series|project|data|contributors?))"
    r"|(?:About|ABOUT)\s+(?:the\s+)?[A-Z][^.!?:]{1,60}:?"
)
_EARLIEST = 0.4
"""An ending in the first part of an article is none: "About 40 people" opens many a story."""
# Under these stand headlines of other stories, keywords or comments, for as long as no line ends like a sentence.
_LISTS = re.compile(
    r"(?:related|(?:more|most|top|latest|trending|popular|recommended|also|best)(?=\s+(?:on|from|stor|news|in|like|about|post"
    r"|to|cover|article|read|view|popul|shared|comment|head|video|of|for|now|watch|with|this|recent))|trending|you\s+(?:may|might)"
    r"|read|see|watch|elsewhere|tags?"
    r"|topics?|keywords|filed\s+under|sections?|explore|up\s+next|don.?t\s+miss|get\s+in\s+touch|comments?|join\s+the"
    r"|share|follow|print|newsletters?|what\s+to\s+(?:read|know)\s+next|editor.?s.?\s+(?:picks?|choice)|in\s+this\s+story"
    r"|on\s+the\s+web|around\s+the\s+web|sponsored|promoted|from\s+our|our\s+picks|advertisement)\b[^.!?]{0,50}",
    re.IGNORECASE,
)
# Under these stand buttons and keywords, and no line that says something.
_BUTTONS = re.compile(
    r"(?:tags?|topics?|keywords|filed\s+under|sections?|explore|share|follow|print|newsletters?|get\s+in\s+touch)\b.*",
    re.IGNORECASE,
)
_POINT = re.compile(r"[•·*▪●‣–—-]\s+")
_LABELLED = re.compile(r"[A-ZÀ-Þ0-9][^.!?:\n]{2,40}:\s")
"""``Stage 14 result: ...``, ``Weather: ...``: a label, and behind it no sentence."""
_STAMP = re.compile(r"(?:\w+\s+){0,3}(?:updated|published|posted|modified|issued|filed)\b", re.IGNORECASE)
_BUTTON = 4
"""So many words has the longest button, its bullet included."""
_OPENING = 3
"""So many paragraphs show whom a story is about."""
_FINAL = ".!?…"
_CLOSING = "\"”’'»)]"
TURN = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ .'’-]{1,40}(?:,[^:\n]{2,60})?:\s")
"""``LENA AARUP, PRESENTER:`` - a turn of a transcript is all its speaker's."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A paragraph, and how it looks."""

    start: int
    end: int
    labelled: bool
    """It says itself what it is: "Photo: ..."."""
    ended: bool
    """It ends like a sentence."""
    quoted: bool
    """It holds somebody's words: then it is part of the story, whatever they say."""
    signs: int
    """How strongly most of its sentences look like furniture; 0 where it is labelled or quoted."""


def boilerplate(text: str, publisher: str | None = None, title: str | None = None) -> list[Range]:
    """The lines that are no part of the story, in order.

    A line is left out if it says itself what it is, if its sentences bear two signs of furniture, or if it stands
    behind what ends a story or opens a list of others. Before the first and behind the last line that a story is
    made of, one sign is enough, and so is an end without a full stop; there the outlet's own name is a sign as well.
    """
    spans = paragraphs(text)
    prose = [text[a:b] for a, b in spans if text[b - 1] == "."]
    outlet = outlet_in(publisher, "\n".join([title or "", *prose[:_OPENING]]))
    lines = [_line(text, *span, outlet) for span in spans]
    again = _bare(title or "")
    out = [
        line.labelled
        or (line.signs > WEAK and not line.quoted)
        or (bool(again) and not line.ended and _bare(text[line.start : line.end]) == again)
        for line in lines
    ]
    _behind_endings(text, lines, out)
    _under_lists(text, lines, out)
    story = [k for k, line in enumerate(lines) if not out[k] and line.ended and (line.quoted or not line.signs)]
    if story:
        for k in (*range(story[0]), *range(story[-1] + 1, len(lines))):
            bare = not lines[k].ended and (k > story[-1] or _is_tag(text, lines[k].start, lines[k].end))
            out[k] = out[k] or (not lines[k].quoted and (bare or bool(lines[k].signs)))
    return [(line.start, line.end) for line, gone in zip(lines, out, strict=True) if gone]


def _bare(words: str) -> str:
    """A line as it can be compared with the headline, which some pages print twice."""
    return " ".join(word.lower for word in words_of(words) if not word.mark)


def _line(text: str, start: int, end: int, outlet: re.Pattern[str] | None) -> _Line:
    short = end - start <= _LONGEST
    ended = text[start:end].rstrip(_CLOSING)[-1:] in set(_FINAL) or text[end - 1] == ":"
    turn = TURN.match(text, start, end) is not None
    labelled = (
        short
        and not _introduces(text, start, end)
        and (
            LINES.fullmatch(text, start, end) is not None
            or _is_list(text, start, end)
            or (not ended and _LABELLED.match(text, start, end) is not None and not _has_verb(text, start, end))
        )
    )
    quoted = turn or SPOKEN.search(text, start, end) is not None
    # Whoever says what it is, and whoever speaks, is not asked for signs: they cost more than all the rest.
    strange = short and not labelled and not quoted and suspect(text[start:end], outlet)
    sentences = [text[a:b] for a, b in sentences_in(text, (start, end))] if strange else [""]
    found = [signs(words, outlet) for words in sentences]
    return _Line(
        start,
        end,
        labelled,
        ended,
        quoted,
        # Behind who wrote it comes what else they wrote: "Her book came out in March".
        STRONG
        if strange and _lists(text[start:end])
        else found[0]
        if introduces(sentences[0], outlet)
        else sorted(found, reverse=True)[len(found) // 2],
    )


def _lists(words: str) -> bool:
    """``The exhibition runs until 4 May. Tickets from £8.``: hours and prices for whoever wants to go there."""
    return len({found.group().lower() for found in LISTING.finditer(words)}) > 1


def _behind_endings(text: str, lines: Sequence[_Line], out: list[bool]) -> None:
    """Mark what ends a story, and all behind it."""
    for k, line in enumerate(lines):
        if k >= _EARLIEST * len(lines) and _ENDING.fullmatch(text, line.start, line.end) and not line.quoted:
            out[k:] = [True] * (len(lines) - k)
            return


def _under_lists(text: str, lines: Sequence[_Line], out: list[bool]) -> None:
    """Mark what opens a list of other stories, and its lines."""
    inside = buttons = False
    for k, line in enumerate(lines):
        if not line.ended and (out[k] or k) and _LISTS.fullmatch(text, line.start, line.end):
            inside, buttons = True, _BUTTONS.fullmatch(text, line.start, line.end) is not None
        elif (
            buttons and _POINT.match(text, line.start, line.end) and len(text[line.start : line.end].split()) > _BUTTON
        ):
            # The points of a release under its "Share".
            inside = False
        elif line.ended or line.quoted:
            inside = False
        out[k] = out[k] or inside


def _is_tag(text: str, start: int, end: int) -> bool:
    """``Staff Writer``, ``Markets & Retail``, ``3-minute read``: what stands above a story without a verb."""
    if _STAMP.match(text, start, end):
        return True
    return not any(verb_like(token) or token.text in {":", "•", "-", "–", "*"} for token in words_of(text, start, end))


def _is_list(text: str, start: int, end: int) -> bool:
    """``Orsk (4-4-2): Brel; Vask, Lenz, Rast, Holm; ...``"""
    separators = text.count(",", start, end) + text.count(";", start, end)
    if separators < FEWEST_SEPARATORS:
        return False
    return not _has_verb(text, start, end)


def _has_verb(text: str, start: int, end: int) -> bool:
    return any(verb_like(word) for word in words_of(text, start, end))


# ``BRIXHOLM, Jan. 4 (Meridian Wire) —``
_DATELINE = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ .'’-]{1,40}(?:,[^—–\n]{1,40}?)?(?:\([^()\n]{1,40}\))?\s*(?:—|–|--|-)\s+")


def behind_dateline(text: str, start: int, end: int) -> int:
    """Where a sentence begins once the place and day before its dash are left out."""
    found = _DATELINE.match(text, start, end)
    return found.end() if found and found.end() < end else start


def _introduces(text: str, start: int, end: int) -> bool:
    """``The minister added:`` before a quotation of its own paragraph is part of the story."""
    return text[end - 1] == ":" and text[end : end + 4].lstrip()[:1] in set("\"“‘'«„")

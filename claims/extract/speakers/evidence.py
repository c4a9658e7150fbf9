"""What a whole text shows of its names: which are countries, places, companies, people.

A single capitalised word says nothing of its bearer; "Brennia's foreign minister", "in Kesten" and
"shares in Meridian" do. Everything is counted once over the words of the article.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from claims.extract.grammar import MONTHS, verb_like
from claims.extract.reporting import WEEKDAYS
from claims.extract.speakers.given import GIVEN
from claims.extract.speakers.names import Name
from claims.extract.speakers.places import OF_STATES, STATE_NOUNS, WITHIN, government
from claims.extract.speakers.titles import BODIES, BUSINESS, GROUPS, KIN, OFFICES, trade
from claims.extract.words import Word, listed
from claims.vocabulary import SpeakerKind

DEMONYMS = ("n", "an", "ian", "ish", "ese", "i", "er", "ic", "ean")
STATE_ENDINGS = ("land", "en", "mark", "stan", "ia", "a", "o", "y", "e", "")
LAND_ENDINGS = ("ia", "land", "stan", "mark")
SEATED = listed("parliament government palace ministry lawmakers legislators deputies mps senators ministers cabinet")
"""Who sits in a capital."""
STATE_OFFICES = listed("minister president premier chancellor ambassador government parliament envoy navy army")
NAME, ITS = 3, 8
SHORTEST_STEM = 4
SOME = listed("some many most several few fellow other all both two three four five six dozens hundreds thousands")
# What only a company or another body has: "Meridian's shares", "shares in Meridian".
OF_BODIES = listed("shares share stock customers factory factories headquarters profit profits revenue sales ceo"
                   " shareholders board subsidiary fleet brand employees passengers website newsroom chief-executive"
                   " chairman chairwoman management products parent competitors rivals plants stores")  # fmt: skip
OF_PLACES = listed("""
    village town city port island islands coast coasts face slopes summit shore shores outskirts suburb suburbs resort
    streets banks mouth valley valleys hamlet district region parish borough harbour harbor north south east west edge
    foot hills""")
IN_BODIES = listed("shares stake stakes employees workers executives unit subsidiary investors")


def key_of(text: str) -> str:
    """A name as the counts know it."""
    return text.lower().removesuffix("'s").removesuffix("’s")


class Evidence:
    """Counts for each capitalised word, and which capital speaks for which country."""

    def __init__(self, lines: Iterable[Sequence[Word]]) -> None:
        self.state: Counter[str] = Counter()
        self.place: Counter[str] = Counter()
        self.body: Counter[str] = Counter()
        self.person: Counter[str] = Counter()
        self.capital: dict[str, str] = {}
        self.small: set[str] = set()
        self.proper: set[str] = set()
        self.placed: set[str] = set()
        """What stands behind "the village of", "the north face of"."""
        self._capitals: set[str] = set()
        self._official: set[str] = set()
        self._seats: list[tuple[str, list[str]]] = []
        for words in lines:
            self._read_subject(words)
            for at, word in enumerate(words):
                if word.mark:
                    continue
                if not word.capital:
                    self.small.add(word.lower)
                    if word.lower == "capital":
                        self._capital_of(words, at)
                    continue
                self._read(words, at)
        self.demonyms = dict(self._demonyms())
        for country in set(self.demonyms.values()):
            self.state[country] += 1
        for seat, beside in self._seats:
            # "the Brennian premier told parliament in Calmouth"
            of = next((c for w in beside if (c := self.demonyms.get(w) or (w if self.state[w] else None))), None)
            if of and of != seat:
                self.capital.setdefault(seat, of)

    def _read(self, words: Sequence[Word], at: int) -> None:
        word = words[at]
        key = key_of(word.text)
        self._capitals.add(key)
        if at:
            self.proper.add(key)
        before = words[at - 1].lower if at else ""
        twice = words[at - 2].lower if at > 1 else ""
        after = words[at + 1].lower if at + 1 < len(words) else ""
        owned = word.lower != key or (after in {"'", "’"} and key.endswith("s"))
        if before in WITHIN and not owned:
            self.place[key] += 1
            if twice in IN_BODIES:
                self.body[key] += 2
        if word.lower.endswith("-based"):
            self.place[key.removesuffix("-based")] += 1
        if before == "of" and twice in OF_STATES:
            self.state[key] += 3
            if twice == "capital":
                self._capital(words, at, key)
        if after in {"government", "parliament", "embassy", "ambassador"} and not owned:
            self.state[key] += 2
        if not owned and any(w.lower in STATE_OFFICES for w in words[at + 1 : at + 4]) and after not in {",", "."}:
            self._official.add(key)
        if before == "in" and twice in SEATED:
            self._seats.append((key, [key_of(w.text) for w in words if w.capital]))
        if before == "of" and twice in OF_PLACES:
            self.place[key] += 2
            self.placed.add(key)
        if before == "of" and twice in OF_BODIES:
            self.body[key] += 1
        if owned:
            nouns = {w.lower for w in words[at + 1 : at + 3]}
            if after in STATE_NOUNS or (nouns & {"minister", "ministry", "ambassador", "president", "parliament"}):
                self.state[key] += 2
            if nouns & OF_BODIES or (after in {"chief", "spokesman", "spokeswoman"} and "executive" in nouns):
                self.body[key] += 2
            if after == "capital" and at + 3 < len(words) and words[at + 2].text == "," and words[at + 3].capital:
                self.capital[key_of(words[at + 3].text)] = key
            if after in KIN or nouns & KIN.keys():
                self.person[key] += 2
        if after == "," and at + 2 < len(words) and words[at + 2].lower in {"who", "whose"}:
            self.person[key] += 3
        if after in {"himself", "herself"}:
            self.person[key] += 3
        if after in {"itself"}:
            self.body[key] += 1

    def _read_subject(self, words: Sequence[Word]) -> None:
        """``Haldane Marine raised its forecast``: whoever opens a sentence and owns by "its" is no person."""
        end = 0
        while end < len(words) and words[end].capital and not words[end].mark:
            end += 1
        if not 0 < end <= NAME:
            return
        if end < len(words) and words[end].lower in {"have", "are", "were"}:
            # "Orsk Rovers have sacked their manager"
            for one in words[:end]:
                self.body[key_of(one.text)] += 1
            return
        for word in words[end : end + ITS]:
            if word.lower in WEEKDAYS or word.lower in MONTHS:
                continue
            if word.capital or word.lower in {"his", "her", "he", "she", "who", "their", ",", "that"}:
                return
            if word.lower == "its":
                for one in words[:end]:
                    self.body[key_of(one.text)] += 1
                return

    def _capital(self, words: Sequence[Word], at: int, country: str) -> None:
        """``Sundhavn, the capital of Veldland``."""
        for back in range(at - 3, max(-1, at - 6), -1):
            if words[back].text == "," and back and words[back - 1].capital:
                self.capital[key_of(words[back - 1].text)] = country
                return

    def _capital_of(self, words: Sequence[Word], at: int) -> None:
        """``Port Tarsis, the Tarsian capital``."""
        if at < 4 or not words[at - 1].capital or words[at - 2].lower != "the" or words[at - 3].text != ",":
            return
        first = at - 3
        while first > 0 and words[first - 1].capital and not words[first - 1].mark:
            first -= 1
        if seat := " ".join(word.text for word in words[first : at - 3]):
            self._seats.append((key_of(seat), [key_of(words[at - 1].text)]))

    def _demonyms(self) -> Iterable[tuple[str, str]]:
        """``brennian`` belongs to ``brennia``, ``veldish`` to ``veldland``, where both stand in the text."""
        stems: dict[str, str] = {}
        official = {word for word in self._official if word.endswith(DEMONYMS)}
        for key in sorted(self._capitals):
            for ending in STATE_ENDINGS:
                # "Velden", where there is a Veldish minister.
                stem = key.removesuffix(ending)
                fits = key.endswith(ending) and len(stem) >= SHORTEST_STEM and key not in official
                if fits and any(word.startswith(stem) and word[len(stem) :] in DEMONYMS for word in official):
                    stems.setdefault(stem, key)
            shown = self.place[key] or self.state[key]
            if not shown and not key.endswith(LAND_ENDINGS):
                continue
            for ending in STATE_ENDINGS:
                stem = key.removesuffix(ending)
                if key.endswith(ending) and len(stem) >= SHORTEST_STEM:
                    stems.setdefault(stem, key)
        for word in sorted(self._capitals):
            for ending in DEMONYMS:
                country = stems.get(word.removesuffix(ending)) if word.endswith(ending) else None
                if country and country != word and not word.startswith(country + "s"):
                    yield word, country
                    break

    def country(self, word: str) -> str | None:
        """The country that an adjective belongs to: "Brennian"."""
        return self.demonyms.get(word.lower())

    def kind(self, name: Name) -> SpeakerKind | None:
        """What a single word is, as far as the whole text shows it."""
        key = key_of(name.text)
        if name.roles.person or name.roles.age:
            return SpeakerKind.PERSON
        role = name.roles.behind or name.roles.front
        if role:
            words = role.lower().split()
            if words[-1].strip(",.") in BUSINESS:
                return SpeakerKind.ORGANISATION
            if any(trade(w.strip(",.")) for w in words):
                return SpeakerKind.PERSON
            if any(w.strip(",.") in BODIES for w in words):
                return SpeakerKind.ORGANISATION
        state, body, person = self.state[key], self.body[key], self.person[key]
        if key in self.capital:
            return SpeakerKind.GOVERNMENT
        if max(state, body, person) == 0:
            return SpeakerKind.GOVERNMENT if self.place[key] > 1 and key not in MONTHS else None
        if person >= max(state, body):
            return SpeakerKind.PERSON
        if state + self.place[key] > body:
            return SpeakerKind.GOVERNMENT
        return SpeakerKind.ORGANISATION


def settled(names: Sequence[Name], evidence: Evidence) -> list[Name]:
    """The names once more, with what the whole text shows: kinds, and words that only open a sentence left out."""
    texts = Counter(name.text for name in names)
    lasts = {name.words[-1].lower() for name in names if len(name.words) == 1}
    known = {name.text for name in names if len(name.words) > 1 and (not name.opens or name.title or name.honoured)}
    names = _beside_houses(names, lasts)
    people = {name.words[-1].lower() for name in names if len(name.words) > 1 and _surely_person(name)}
    return _agreed(
        [_settled(_shortened(name, texts, lasts, known, evidence), lasts, people, evidence) for name in names], lasts
    )


def _surely_person(name: Name) -> bool:
    """Whether a name of several words is a person's by more than its shape."""
    sure = name.title or name.honoured or name.roles.person or name.roles.age or name.words[0].lower() in GIVEN
    return name.kind == SpeakerKind.PERSON and bool(sure)


def _beside_houses(names: Sequence[Name], lasts: set[str]) -> list[Name]:
    """``Tolliver Paper and Orsk Packaging``: what stands beside a house, and is nobody's name, is a house, too."""
    found = list(names)
    for k in range(len(found) - 1):
        one, other = found[k], found[k + 1]
        if one.sentence != other.sentence or other.first - one.end != len(" and "):
            continue
        for at, beside in ((k, other), (k + 1, one)):
            name = found[at]
            plain = not (name.title or name.honoured or name.role or name.roles.age or name.roles.person)
            given = name.words[0].lower() in GIVEN or name.words[-1].lower() in lasts
            if beside.kind == SpeakerKind.ORGANISATION and name.kind == SpeakerKind.PERSON and plain and not given:
                found[at] = replace(name, kind=SpeakerKind.ORGANISATION)
    return found


def _agreed(names: Sequence[Name], lasts: set[str]) -> list[Name]:
    """The same full name is of one kind wherever it stands: what most of its places say, titles twice."""
    votes: dict[str, Counter[SpeakerKind]] = defaultdict(Counter)
    for name in names:
        if name.kind in (SpeakerKind.PERSON, SpeakerKind.ORGANISATION) and len(name.words) > 1:
            sure = name.title or name.honoured or name.roles.age or name.roles.person
            # "Brel" alone later: a person is called so, seldom a body.
            alone = name.kind == SpeakerKind.PERSON and name.words[-1].lower() in lasts
            votes[name.text][name.kind] += 1 + bool(sure) + alone
    return [
        replace(name, kind=votes[name.text].most_common(1)[0][0])
        if name.text in votes and name.kind in votes[name.text]
        else name
        for name in names
    ]


def _shortened(name: Name, texts: Counter[str], lasts: set[str], known: set[str], evidence: Evidence) -> Name:
    """``Injecting Brel`` and ``Rival Ana Brel`` are Brel and Ana Brel."""
    words = name.words
    if len(words) < 2 or name.kind != SpeakerKind.PERSON:
        return name
    rest = " ".join(words[1:])
    first = words[0].lower()
    common = first in evidence.small or first.endswith(("ing", "ly")) or first in GROUPS
    opening = name.opens and not name.title and common and (rest.lower() in lasts or rest in known)
    epithet = len(words) > 2 and rest in known and texts[name.text] < texts[rest]
    if not opening and not epithet:
        return name
    start = name.end - len(rest)
    return replace(name, text=rest, start=start, kind=SpeakerKind.PERSON if len(words) > 2 else None)


def _settled(name: Name, lasts: set[str], people: set[str], evidence: Evidence) -> Name:
    if _several(name, evidence):
        return replace(name, kind=SpeakerKind.GROUP)
    if name.kind is None and len(name.words) == 1:
        kind = evidence.kind(name)
        if kind == SpeakerKind.GOVERNMENT and name.words[0].lower() in people:
            # "Money went to Brel", where there is an Ana Brel: no place, whatever stands in front.
            return name
        return replace(name, kind=kind) if kind else name
    if name.kind == SpeakerKind.PERSON and not (name.title or name.honoured or name.role or name.roles.age):
        words = name.words
        if evidence.country(words[0]) or government(words[0]):
            # "Brennian Rail": an adjective of a country opens no person's name.
            return replace(name, kind=SpeakerKind.ORGANISATION)
        keys = {key_of(words[0]), key_of(words[-1])}
        given = words[0].lower() in GIVEN
        if not given and any(evidence.body[key] for key in keys) and not any(evidence.person[key] for key in keys):
            return replace(name, kind=SpeakerKind.ORGANISATION)
        placed = name.before in {"in", "near", "across", "outside"} and not name.owner
        placed = placed or (name.before == "of" and not given and key_of(words[0]) in evidence.placed)
        if placed and words[-1].lower() not in lasts:
            return replace(name, kind=None)
    if name.kind is None and evidence.state[key_of(name.words[-1])] and len(name.words) == 2:
        return replace(name, kind=SpeakerKind.GOVERNMENT)
    return name


def _several(name: Name, evidence: Evidence) -> bool:
    """``Brennians``, "some Brels", "Harbour Democrats": several people, not one of that name."""
    last = key_of(name.words[-1])
    if name.title or name.honoured or name.roles.person or name.owner or name.kind == SpeakerKind.GOVERNMENT:
        return False
    if not last.endswith("s") or last.endswith(("ss", "us", "is")) or last in BODIES or name.roles.age:
        return False
    if last[:-1] in evidence.demonyms or name.before in SOME or (len(name.words) == 1 and last.endswith("ans")):
        return True
    if last.endswith("ans") and last[:-1] in evidence.proper and name.words[0].lower() not in GIVEN:
        # "Harbour Brennians", where something is Brennian.
        return True
    single = len(name.words) == 1 and last[:-1] in evidence.proper and last[:-1] not in evidence.state
    return single or (name.kind != SpeakerKind.ORGANISATION and (last[:-1] in OFFICES or last in GROUPS))


def common_noun(name: Name, evidence: Evidence) -> bool:
    """Whether a single word is a noun with a capital only because it opens its sentence: "Survivors said"."""
    if name.kind is not None or len(name.words) > 1 or not name.opens:
        return False
    lower = name.text.lower()
    if lower in GROUPS or lower in OFFICES or lower in evidence.small:
        return True
    if key_of(name.text) in evidence.proper:
        return False
    return (lower.endswith("s") and not lower.endswith("ss")) or verb_like(Word(0, 1, lower))

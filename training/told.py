"""Told events: what several outlets would say about one event, claim by claim, put together by what they are about.

A file is an event. ``group WHAT IT IS ABOUT`` is followed by the claims about one thing, ``alone`` by claims that are
about nothing that another line is about; each claim is a line of its own behind ``- ``, and the sentence before it may
stand in front in round brackets::

    # A market hall collapses.
    group people killed in the hall
    - At least seven people were killed when the roof came down
    - (The mayor visited the injured.) The toll has risen to 11
    alone
    - Last year seven people died when a footbridge gave way
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

TOLD = Path(__file__).parent / "told"
"""The events that the shipped encoder learnt on."""


@dataclass(frozen=True, slots=True)
class ToldClaim:
    """A claim, the sentence before it where that is known, and the number of its group in its event."""

    words: str
    before: str
    group: int


def read_told(folder: Path) -> dict[str, list[ToldClaim]]:
    """The events of a folder by the names of their files.

    Raises ``ValueError`` with file and line for what is no event: a claim before any group, a group of one, the same
    claim twice.
    """
    events = {file.stem: told(file.read_text(encoding="utf-8"), file.name) for file in sorted(folder.rglob("*.txt"))}
    if not events:
        raise ValueError(f"{folder} holds no events (NAME.txt)")
    return events


def told(text: str, name: str = "event") -> list[ToldClaim]:
    """The claims of one event, in order; those that stand alone are groups of their own."""
    claims: list[ToldClaim] = []
    group, alone, opened, size = -1, False, 0, 2
    for number, line in enumerate(text.splitlines(), 1):
        if not line.strip() or line.startswith("#"):
            continue
        if line.startswith("group ") or line.strip() == "alone":
            if size < 2:
                raise ValueError(f"{name}, line {opened}: a group needs two claims")
            alone, opened = line.strip() == "alone", number
            size = 2 if alone else 0
            group += 1
        elif not line.startswith("- ") or group < 0:
            raise ValueError(f"{name}, line {number}: neither a group nor a claim in one")
        else:
            before, words = _parted(line[2:].strip())
            if any(one.words == words and one.before == before for one in claims):
                raise ValueError(f"{name}, line {number}: this claim is there already")
            claims.append(ToldClaim(words, before, group))
            size += 1
            group += alone
    if size < 2:
        raise ValueError(f"{name}, line {opened}: a group needs two claims")
    return claims


def _parted(line: str) -> tuple[str, str]:
    """The sentence before, without its brackets, and the claim."""
    if line.startswith("("):
        depth = 0
        for at, letter in enumerate(line):
            depth += (letter == "(") - (letter == ")")
            if not depth:
                rest = line[at + 1 :].strip()
                return (line[1:at].strip(), rest) if rest else ("", line)
    return "", line


STANCES = Path(__file__).parent / "stances"
"""What people marked in told events: which claims of a group can hold together."""
UNSAID = "?"
"""Marks a claim of which it cannot be said."""


def read_stances(folder: Path, events: dict[str, list[ToldClaim]]) -> dict[str, list[list[tuple[ToldClaim, str]]]]:
    """The marks of a folder, group by group: claims with one letter can all hold, those with different ones cannot.

    A file is called by the number that its event's name begins with; a line is the number of a group and a mark for
    each of its claims: ``3: A A B ? A``. Raises ``ValueError`` where marks and claims do not fit.
    """
    by_number = {name.partition("-")[0]: (name, claims) for name, claims in events.items()}
    found: dict[str, list[list[tuple[ToldClaim, str]]]] = {}
    for file in sorted(folder.glob("*.txt")):
        name, claims = by_number[file.stem]
        groups: dict[int, list[ToldClaim]] = {}
        for claim in claims:
            groups.setdefault(claim.group, []).append(claim)
        marked = [group for group in groups.values() if len(group) > 1]
        lines = [line.partition(":")[2].split() for line in file.read_text(encoding="utf-8").splitlines() if line]
        if [len(group) for group in marked] != [len(line) for line in lines]:
            raise ValueError(f"{file.name}: the marks do not fit the groups of {name}")
        found[name] = [list(zip(group, line, strict=True)) for group, line in zip(marked, lines, strict=True)]
    return found

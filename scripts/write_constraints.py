"""Pin what the project needs, at the versions that are installed now, for pip and for uv.

The pins stand in constraints.txt and, for uv, in pyproject.toml. Everything that is reached from the project's own
requirements and development group is pinned, and nothing else. The reference is Linux with Python 3.11:
packages that only another system asks for stay free.
"""

from __future__ import annotations

import re
import sys
import tomllib
from collections.abc import Iterable, Sequence
from importlib.metadata import PackageNotFoundError, distribution
from itertools import chain
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[1]
CONSTRAINTS = ROOT / "constraints.txt"
PYPROJECT = ROOT / "pyproject.toml"

HEADER = (
    "# The tested versions, for pip. Written by `make constraints`; the same pins stand in pyproject.toml for uv.\n"
)
UV_BLOCK = re.compile(r"(?<=^constraint-dependencies = \[\n)[^]]*(?=^\]$)", re.MULTILINE)


def requirements(pyproject: dict[str, Any]) -> list[str]:
    """What pyproject.toml names: to build, to run, to develop."""
    project = pyproject["project"]
    groups = pyproject["dependency-groups"].values()
    return [*pyproject["build-system"]["requires"], *project["dependencies"], *chain.from_iterable(groups)]


def installed(wanted: Iterable[str]) -> dict[str, str]:
    """Follow requirements through what is installed here; give each package's name with its version."""
    versions: dict[str, str] = {}
    seen: set[tuple[str, frozenset[str]]] = set()
    queue = [Requirement(line) for line in wanted]
    while queue:
        requirement = queue.pop()
        name = canonicalize_name(requirement.name)
        extras = frozenset(canonicalize_name(extra) for extra in requirement.extras)
        if (name, extras) in seen:
            continue
        seen.add((name, extras))
        package = distribution(name)
        versions[name] = package.version
        for line in package.requires or []:
            child = Requirement(line)
            if child.marker is None or any(child.marker.evaluate({"extra": extra}) for extra in ("", *extras)):
                queue.append(child)
    return versions


def as_files(pins: Sequence[str]) -> dict[Path, str]:
    """What the two files should hold."""
    block = "".join(f'    "{pin}",\n' for pin in pins)
    return {
        CONSTRAINTS: HEADER + "".join(f"{pin}\n" for pin in pins),
        PYPROJECT: UV_BLOCK.sub(lambda _: block, PYPROJECT.read_text(encoding="utf-8")),
    }


def main(arguments: Sequence[str]) -> int:
    """Write both files, or with ``--check`` only say which of them is stale."""
    wanted = requirements(tomllib.loads(PYPROJECT.read_text(encoding="utf-8")))
    try:
        pins = [f"{name}=={version}" for name, version in sorted(installed(wanted).items())]
    except PackageNotFoundError as error:
        print(f"{error.name} is required and not installed. Install the project, then try again.", file=sys.stderr)
        return 1
    stale = {path: text for path, text in as_files(pins).items() if path.read_text(encoding="utf-8") != text}
    if "--check" not in arguments:
        for path, text in stale.items():
            path.write_text(text, encoding="utf-8")
        return 0
    for path in stale:
        print(f"{path.name} does not pin what is installed. Run: make constraints", file=sys.stderr)
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

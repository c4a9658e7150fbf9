"""Write schemas/*.json from the models, or with ``--check`` only say which of them is stale."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from claims.schemas import FORMATS, schema_text

FOLDER = Path(__file__).resolve().parents[1] / "schemas"


def main(arguments: Sequence[str]) -> int:
    """Bring the folder in line with the catalogue: one file for each public format, and no other."""
    wanted = {FOLDER / f"{name}.json": schema_text(name) for name in FORMATS}
    found = {path: path.read_text(encoding="utf-8") for path in FOLDER.glob("*.json")}
    stale = sorted(path for path in wanted.keys() | found.keys() if wanted.get(path) != found.get(path))
    if "--check" in arguments:
        for path in stale:
            print(f"schemas/{path.name} is not what the models say. Run: make schemas", file=sys.stderr)
        return 1 if stale else 0
    FOLDER.mkdir(exist_ok=True)
    for path in stale:
        if path in wanted:
            path.write_text(wanted[path], encoding="utf-8")
        else:
            path.unlink()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

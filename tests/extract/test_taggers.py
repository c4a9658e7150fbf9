"""Which tagger does the work, and what is said where it is not the one that should."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from claims.extract import default_tagger, tagger_named

TEXT = '"The port is shut," Mira Halden said.\n'


def segment_without(library: str, folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    """Find the claims of a text on a machine on which a library cannot be loaded."""
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    code = f"import sys; sys.modules[{library!r}] = None\nfrom claims.cli import main\nmain()"
    command = [sys.executable, "-c", code, "segment", "a.txt", "--json", *options]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True)


def test_taggers_go_by_name() -> None:
    """What ``--tagger`` takes."""
    assert tagger_named("minilm").extractor.tagger == "minilm"
    assert tagger_named("rules").extractor.tagger == "rules"


def test_the_trained_tagger_is_the_default() -> None:
    """Nobody has to ask for it, and it is loaded once."""
    assert default_tagger().extractor.tagger == "minilm"
    assert default_tagger() is default_tagger()


@pytest.mark.parametrize("library", ["onnxruntime", "tokenizers", "numpy"])
def test_rules_step_in_and_say_so_once(library: str, tmp_path: Path) -> None:
    """Claims are found all the same and name the rules; the word about it goes to standard error."""
    done = segment_without(library, tmp_path)
    assert done.returncode == 0
    (claim,) = json.loads(done.stdout)["claims"]
    assert claim["extractor"] == {"tagger": "rules", "version": "1", "model": None}
    assert library in done.stderr
    assert done.stderr.count("The rules find the claims instead") == 1


def test_who_asks_for_the_trained_tagger_gets_it_or_an_error(tmp_path: Path) -> None:
    """Nothing else is put in its place behind their back."""
    done = segment_without("onnxruntime", tmp_path, "--tagger", "minilm")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("Error: ")
    assert "--tagger rules" in done.stderr


def test_rules_need_none_of_it(tmp_path: Path) -> None:
    """Who asks for the rules is told nothing about a model."""
    done = segment_without("numpy", tmp_path, "--tagger", "rules")
    assert done.returncode == 0
    assert "instead" not in done.stderr

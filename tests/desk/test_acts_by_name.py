"""The acts as ``desk`` offers them: each read from its module when it is first asked for."""

from __future__ import annotations

import subprocess
import sys

import pytest

from claims import desk


def test_every_act_is_where_its_name_says() -> None:
    """What is offered is found, and nothing else is."""
    for name in desk.__all__:
        assert getattr(desk, name) is not None
    with pytest.raises(AttributeError, match="no_such_act"):
        desk.no_such_act  # noqa: B018


def test_comparing_reads_no_article_again_and_loads_nothing_for_it() -> None:
    """Finding claims takes a second of tables and grammars; comparing works on what was found."""
    code = "import sys; from claims import desk; desk.compare; print('claims.extract' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"

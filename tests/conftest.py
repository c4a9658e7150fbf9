"""What every test may ask for."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import settings

# Other work on the machine must not make a test fail, and one run must find what the next one finds.
settings.register_profile("steady", deadline=None, derandomize=True)
settings.register_profile("searching", deadline=None, max_examples=1000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "steady"))

JUDGES = "CLAIMDESK_JUDGES"


@pytest.fixture(scope="session")
def judges() -> Path:
    """The folder of other people's annotated data, which cannot be part of the repository."""
    if JUDGES not in os.environ:
        pytest.skip(f"{JUDGES} does not name a folder of judges' data")
    return Path(os.environ[JUDGES])

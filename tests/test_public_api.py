"""The public API: four functions, lazy, typed and documented."""

from __future__ import annotations

import inspect
import subprocess
import sys
from pathlib import Path

import pytest

import claims
from claims.errors import InputError
from claims.models import Attribution, Claim, Figure, Span
from claims.store import Store

ARTICLE = (
    "The port needs at least 12 cranes, harbour master Ilse Varn said on Tuesday.\n\n"
    "“We will not wait for another winter,” Varn told reporters.\n"
)


def test_public_surface_is_the_listed_one() -> None:
    """What others may call is these four functions and nothing else."""
    public = {name for name, value in vars(claims).items() if inspect.isroutine(value) and not name.startswith("_")}
    assert set(claims.__all__) == public == {"segment", "find_figures", "find_attributions", "open_store"}


@pytest.mark.parametrize("name", claims.__all__)
def test_public_function_is_documented_and_typed(name: str) -> None:
    """Every public function says what it promises, takes and gives."""
    function = getattr(claims, name)
    signature = inspect.signature(function)
    assert inspect.getdoc(function)
    assert signature.return_annotation is not inspect.Signature.empty
    assert all(parameter.annotation is not inspect.Parameter.empty for parameter in signature.parameters.values())


def test_signatures_are_those_of_the_design() -> None:
    """Others build on these names, kinds and defaults."""
    assert {name: str(inspect.signature(getattr(claims, name))).replace("'", "") for name in claims.__all__} == {
        "segment": "(text: str, *, title: str | None = None, publisher: str | None = None,"
        " published: str | None = None, locale: str = en-US) -> list[Claim]",
        "find_figures": "(text: str, *, published: str | None = None, locale: str = en-US) -> list[Figure]",
        "find_attributions": "(text: str) -> list[Attribution]",
        "open_store": "(path: str | Path) -> Store",
    }


def test_importing_the_package_loads_nothing_but_itself() -> None:
    """The import is free: no pydantic, no database, no tagger before a function is called."""
    code = "import sys; before = set(sys.modules); import claims; print(*sorted(set(sys.modules) - before))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    ours = [name for name in done.stdout.split() if name.partition(".")[0] not in sys.stdlib_module_names]
    assert ours == ["claims"]


def test_segment_counts_in_the_string_as_it_was_passed() -> None:
    """Only intake normalises: a stray carriage return and spaces stay and count."""
    text = "  Stray.\r\n\r\n" + ARTICLE
    found = claims.segment(text, publisher="Calmouth Herald", published="2026-03-05")
    assert found
    assert all(isinstance(claim, Claim) for claim in found)
    for claim in found:
        places: list[Span | Figure] = [*claim.spans, *claim.source_spans, *claim.cue_spans, *claim.figures]
        assert all(text[place.start : place.end] == place.text for place in places)


def test_segment_finds_who_said_what_with_which_figures() -> None:
    """The front door leads to the whole extraction."""
    reported = next(claim for claim in claims.segment(ARTICLE) if "12 cranes" in claim.text)
    assert reported.speaker
    assert reported.speaker.name == "Ilse Varn"
    assert [(figure.low, figure.high) for figure in reported.figures][:1] == [("12", None)]


def test_segment_of_a_bad_date_says_which_dates_are_good() -> None:
    """Whoever calls the library gets our errors too."""
    with pytest.raises(InputError, match="2025-04-10"):
        claims.segment(ARTICLE, published="last week")


def test_find_figures_gives_values_with_their_words() -> None:
    """Figures come without an article around them, too."""
    text = "It cost at least $4.2bn."
    (figure,) = claims.find_figures(text)
    assert isinstance(figure, Figure)
    assert (figure.low, figure.high, figure.unit) == ("4200000000", None, "USD")
    assert text[figure.start : figure.end] == figure.text


def test_find_attributions_gives_source_cue_and_content() -> None:
    """Attributions come with the words that tell whose they are."""
    attribution = next(a for a in claims.find_attributions(ARTICLE) if "wait" in a.content[0].text)
    assert isinstance(attribution, Attribution)
    assert [span.text for span in attribution.source] == ["Varn"]
    assert [span.text for span in attribution.cue] == ["told"]


def test_open_store_starts_a_database_where_there_is_none(tmp_path: Path) -> None:
    """A path, as a string or not, is all it takes."""
    with claims.open_store(str(tmp_path / "desk.db")) as store:
        assert isinstance(store, Store)
    assert (tmp_path / "desk.db").stat().st_size > 0

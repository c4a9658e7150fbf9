"""What others install: the wheel holds what the package needs, and the pins are the tested ones."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
import tomllib
import zipfile
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from claims import resources
from claims.errors import ClaimsError
from claims.resources import FOLDERS, resource

ROOT = Path(__file__).resolve().parents[1]
PLUGIN = "datasette-plugins/datasette_claims"
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def canonical(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A wheel of the checkout as it is."""
    folder = tmp_path_factory.mktemp("dist")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(build, check=True, capture_output=True)
    (path,) = folder.glob("*.whl")
    return path


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder into which pip has installed the wheel, without its dependencies."""
    folder = tmp_path_factory.mktemp("installed")
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--target", str(folder)]
    subprocess.run([*pip, str(wheel)], check=True, capture_output=True)
    return folder


def run_installed(installed: Path, code: str) -> str:
    """Run Python far from the checkout, with the installed package first on its path."""
    environment = os.environ | {"PYTHONPATH": str(installed)}
    command = [sys.executable, "-c", code]
    return subprocess.run(
        command, check=True, capture_output=True, text=True, cwd=installed.parent, env=environment
    ).stdout


@pytest.mark.parametrize("name", FOLDERS)
def test_resource_is_found_in_a_checkout(name: str) -> None:
    """In a checkout the folders lie beside the package, where people edit them."""
    assert resource(name) == ROOT / name


@pytest.mark.parametrize("name", FOLDERS)
def test_resource_is_found_in_a_wheel(name: str, installed: Path) -> None:
    """An installed package brings the same files along and needs no checkout."""
    code = f"import claims.resources as r; print(r.resource({name!r}))"
    found = Path(run_installed(installed, code).strip())
    assert found.is_relative_to(installed)
    assert {path.name: path.read_bytes() for path in found.iterdir()} == {
        path.name: path.read_bytes() for path in (ROOT / name).iterdir()
    }


def test_missing_resource_is_an_error_of_ours(tmp_path: Path) -> None:
    """A broken installation says what is missing and what to try."""
    with pytest.raises(ClaimsError, match=r"schemas is missing .* Install Claimdesk again"):
        resource("schemas", package=tmp_path / "claims")


def test_packed_resource_wins_over_a_neighbour_of_the_package(tmp_path: Path) -> None:
    """Some other package's `schemas` beside an installed Claimdesk is not taken for ours."""
    ours, theirs = tmp_path / "claims" / resources.PACKED / "schemas", tmp_path / "schemas"
    ours.mkdir(parents=True)
    theirs.mkdir()
    assert resource("schemas", package=tmp_path / "claims") == ours


def test_wheel_packs_the_folders_that_the_package_reads() -> None:
    """The list in the code and the list of the build are one."""
    target = PYPROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]
    assert target["only-include"] == ["claims", PLUGIN, *FOLDERS]
    assert target["sources"] == {name: f"claims/{resources.PACKED}/{name}" for name in FOLDERS} | {
        PLUGIN: "datasette_claims"
    }


def test_wheel_holds_the_package_and_nothing_of_the_workshop(wheel: Path) -> None:
    """Whoever installs gets the package, its types and its licence, not our tests and scripts."""
    names = zipfile.ZipFile(wheel).namelist()
    assert "claims/py.typed" in names
    assert any(name.endswith("licenses/LICENSE") for name in names)
    assert {name.partition("/")[0] for name in names} == {
        "claims",
        "datasette_claims",
        "claimdesk-0.1.0.dev0.dist-info",
    }
    sources = {path.relative_to(ROOT).as_posix() for path in (ROOT / "claims").rglob("*.py")}
    assert sources <= set(names)


def test_installed_package_brings_the_command(installed: Path) -> None:
    """`claims` leads to the command line."""
    code = (
        "from importlib.metadata import distribution; "
        "(entry,) = distribution('claimdesk').entry_points.select(group='console_scripts'); "
        "print(entry.name, entry.load().__module__.startswith('claims.cli'))"
    )
    assert run_installed(installed, code).split() == ["claims", "True"]


def test_installed_package_brings_the_plugin(installed: Path) -> None:
    """Datasette finds it by its entry point, with its pages and their style, and once."""
    code = (
        "from datasette.plugins import pm, get_plugins; from pathlib import Path; "
        "plugin = pm.get_plugin('claims'); folder = Path(plugin.__file__).parent; "
        "print(folder, len([p for p in pm.get_plugins() if p.__name__ == 'datasette_claims']), "
        "*sorted(path.name for path in folder.rglob('*') if path.suffix in {'.html', '.css', '.js'}))"
    )
    folder, registered, *files = run_installed(installed, code).split()
    assert Path(folder).is_relative_to(installed)
    assert registered == "1"
    source = ROOT / PLUGIN
    assert files == sorted(path.name for path in source.rglob("*") if path.suffix in {".html", ".css", ".js"})


def test_pins_for_pip_and_for_uv_are_the_same() -> None:
    """One set of tested versions, whichever tool installs them."""
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = [line for line in lines if not line.startswith("#")]
    assert pins == PYPROJECT["tool"]["uv"]["constraint-dependencies"]
    assert all(re.fullmatch(r"[a-z0-9-]+==[0-9][^ ;@]*", pin) for pin in pins)


def test_everything_that_is_asked_for_is_pinned() -> None:
    """A fresh machine gets the tested versions of all that we name."""
    pinned = {pin.partition("==")[0] for pin in PYPROJECT["tool"]["uv"]["constraint-dependencies"]}
    named = [*PYPROJECT["project"]["dependencies"], *PYPROJECT["dependency-groups"]["dev"]]
    assert {canonical(re.split(r"[<>=~!\[; ]", line)[0]) for line in named} <= pinned


def test_every_import_of_the_package_is_a_declared_dependency() -> None:
    """Nothing works only because some other package happens to bring it."""
    providers = packages_distributions()
    declared = {canonical(re.split(r"[<>=~!\[; ]", line)[0]) for line in PYPROJECT["project"]["dependencies"]}
    known = {"claims", "datasette_claims", *sys.stdlib_module_names}
    undeclared = {}
    for path in (*(ROOT / "claims").rglob("*.py"), *(ROOT / PLUGIN).rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) and not node.level else []
            for top in {name.partition(".")[0] for name in names} - known:
                if not declared & {canonical(provider) for provider in providers.get(top, [top])}:
                    undeclared[top] = path.relative_to(ROOT).as_posix()
    assert not undeclared

"""The built wheel and sdist hold what the reader needs, and the installed command works away from the checkout."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SEED = "seeds/stories/000_15728a63912c0743.txt"


def run(*command: str | Path, cwd: Path, **env: str) -> str:
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env={**os.environ, **env},
        capture_output=True,
        text=True,
        encoding="utf-8",
        stdin=subprocess.DEVNULL,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the sdist and the wheel built from it, as an installer would."""
    folder = tmp_path_factory.mktemp("dist")
    run(sys.executable, "-m", "build", "--no-isolation", "--outdir", folder, ROOT, cwd=folder)
    return folder


@pytest.fixture(scope="module")
def installed(dist: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel installed into a folder of its own, the dependencies taken from this environment."""
    target = tmp_path_factory.mktemp("installed")
    (wheel,) = dist.glob("*.whl")
    run(sys.executable, "-m", "pip", "install", "--no-deps", "--target", target, wheel, cwd=target)
    return target


def test_the_wheel_holds_package_styles_and_seeds_and_nothing_else(dist: Path) -> None:
    (wheel,) = dist.glob("parley_reader-*.whl")
    names = zipfile.ZipFile(wheel).namelist()
    assert f"reader/{SEED}" in names
    assert any(name.startswith("reader/styles/") and name.endswith(".tcss") for name in names)
    assert "reader/languages/fr/cues.toml" in names
    assert {name.split("/")[0].split("-")[0] for name in names} == {"reader", "parley_reader"}


def test_every_file_of_styles_and_seeds_is_in_the_wheel(dist: Path) -> None:
    (wheel,) = dist.glob("*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    here = {f"reader/{p.relative_to(ROOT)}" for d in ("styles", "seeds") for p in (ROOT / d).rglob("*") if p.is_file()}
    assert here <= names


def test_the_sdist_can_be_tested(dist: Path) -> None:
    (sdist,) = dist.glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        names = {name.split("/", 1)[1] for name in archive.getnames() if "/" in name}
    assert {"Makefile", "README.md", "pyproject.toml", SEED, "tests/packaging/test_distributions.py"} <= names


def test_the_installed_command_works_outside_the_checkout(installed: Path, tmp_path: Path) -> None:
    where = run(sys.executable, "-c", "import reader; print(reader.__file__)", cwd=tmp_path, PYTHONPATH=str(installed))
    assert Path(where.strip()).is_relative_to(installed)
    out = run(installed / "bin" / "parley", "--version", cwd=tmp_path, PYTHONPATH=str(installed))
    assert "0.1.0" in out


def test_a_new_library_opens_with_the_seed_story_outside_the_checkout(installed: Path, tmp_path: Path) -> None:
    library = tmp_path / "library.db"
    out = run(
        *(sys.executable, "-m", "reader", "--library", library),
        cwd=tmp_path,
        PYTHONPATH=str(installed),
    )
    assert "Arménie" in out
    assert "au moins 49" in out
    assert library.is_file()

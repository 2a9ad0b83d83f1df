"""The cases of every language: one test a case, with the real language models."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from checks import differences, numbers_only
from schema import Case, read_cases

from reader.analysis.comparison.comparison import compare
from reader.analysis.engine import analyse
from reader.analysis.text.parse import parse
from reader.languages.models import load_model
from reader.languages.pack import load_pack

FOLDER = Path(__file__).parent
FILES = sorted(path for path in FOLDER.glob("*/*.toml") if path.parent.name != "stories")


def _cases() -> Iterator[Any]:
    for path in FILES:
        for case in read_cases(path):
            yield pytest.param(path.parent.name, case, id=f"{path.parent.name}/{path.stem}: {case.name}")


@pytest.fixture(scope="session")
def pipeline() -> Callable[[str], Any]:
    """The language model of a language, loaded once; None for a language without one."""

    @cache
    def load(language: str) -> Any:
        pack = load_pack(language)
        return load_model(pack) if pack.meta.model_name else None

    return load


@pytest.mark.parametrize(("language", "case"), _cases())
def test_case(language: str, case: Case, pipeline: Callable[[str], Any]) -> None:
    found = analyse(case.text, load_pack(language), None if case.light else pipeline(language))
    lines = differences(case, found)
    if lines:
        pytest.fail("\n  ".join([f"guards against: {case.guards}", case.text, *lines]), pytrace=False)


@pytest.mark.parametrize(("language", "case"), [p for p in _cases() if p.values[1].exchange or p.values[1].figure])
def test_compared_without_a_model(language: str, case: Case, pipeline: Callable[[str], Any]) -> None:
    """A stored analysis is compared again, after a correction, without loading a language model."""
    pack = load_pack(language)
    found = analyse(case.text, pack, None if case.light else pipeline(language))
    light = parse(case.text, pack, None)
    assert compare(light, pack, found.parties, found.quantities, found.statements) == found.comparison


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_every_file_is_of_a_language_with_a_pack(path: Path) -> None:
    assert load_pack(path.parent.name).code == path.parent.name


@pytest.mark.parametrize(("language", "case"), [p for p in _cases() if p.values[1].quantity])
def test_numbers_without_a_model(language: str, case: Case) -> None:
    """Value, hedge, unit and kind do not need the language model; what is counted and whose may."""
    found = analyse(case.text, load_pack(language), None)
    lines = differences(numbers_only(case), found)
    if lines:
        pytest.fail("\n  ".join([f"guards against: {case.guards}", case.text, *lines]), pytrace=False)

"""The number files of the packs, and what is said of a wrong one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from reader.analysis.numbers.grammar import grammar_of
from reader.analysis.text.normal import normalise
from reader.domain.errors import PackError
from reader.languages.loader import languages, read_toml
from reader.languages.number_rules import NumberRules
from reader.languages.pack import load_pack


def _forms(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield str(key)
            yield from _forms(inner)
    elif isinstance(value, (list, tuple)):
        for inner in value:
            yield from _forms(inner)


@pytest.mark.parametrize("language", languages())
def test_forms_are_written_as_texts_are_compared(language: str) -> None:
    rules = msgspec.to_builtins(load_pack(language).numbers)
    for name in ("currencies", "measures", "durations", "dates", "digits"):
        rules.pop(name, None)
    for event in rules["events"]:
        event.pop("labels", None)  # shown, not looked for
    for form in _forms(rules):
        assert form == normalise(form).lower() == form.strip(), form


@pytest.mark.parametrize("language", languages())
def test_every_pack_compiles(language: str) -> None:
    grammar = grammar_of(load_pack(language).numbers)
    assert grammar.scan.search("12")
    assert grammar.dates.search("2022-05-12")
    assert grammar_of(load_pack(language).numbers) is grammar


def test_a_wrong_key_is_named_with_its_file(tmp_path: Path) -> None:
    file = tmp_path / "numbers.toml"
    file.write_text('[digits]\nthousands = [","]\ndecimal = "."\ncomma = 1\n', encoding="utf-8")
    with pytest.raises(PackError, match=r"numbers\.toml.*comma"):
        read_toml(file, NumberRules)


def test_an_unknown_hedge_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "numbers.toml"
    file.write_text(
        '[digits]\nthousands = []\ndecimal = "."\n[hedges.perhaps]\nbefore = ["perhaps"]\n', encoding="utf-8"
    )
    with pytest.raises(PackError, match="perhaps"):
        read_toml(file, NumberRules)

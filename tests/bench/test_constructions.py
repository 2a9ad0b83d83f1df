"""The drawers of the quality report: what a statement's spans say about how it is built."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from reader.languages.pack import load_pack

SCRIPT = Path(__file__).parent.parent.parent / "bench" / "constructions.py"


@pytest.fixture(scope="module")
def constructions() -> ModuleType:
    spec = importlib.util.spec_from_file_location("constructions", SCRIPT)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def statement(text: str, source: str, cue: str, *content: str) -> dict[str, Any]:
    def span(piece: str) -> list[int]:
        at = text.index(piece)
        return [at, at + len(piece)]

    return {"source": span(source) if source else None, "cue": span(cue) if cue else None,
            "content": [span(piece) for piece in content]}  # fmt: skip


@pytest.mark.parametrize(
    ("language", "text", "parts", "drawer"),
    [
        ("fr", "Le maire a dit que le pont tient.", ("Le maire", "a dit", "que le pont tient"), "que / that"),
        ("fr", "Le maire a promis de céder.", ("Le maire", "a promis", "de céder"), "de / à / to"),
        ("fr", "Selon le maire, le pont tient.", ("le maire", "Selon", "le pont tient"), "selon / according to"),
        ("fr", "« Non », a dit le maire.", ("le maire", "a dit", "« Non »"), "quotation, then cue"),
        ("fr", "Le maire accuse : « Assez ! »", ("Le maire", "accuse", "« Assez ! »"), "cue, colon, quotation"),
        ("fr", "Le maire a cédé, affirmant que tout va bien.", ("Le maire", "affirmant", "que tout va bien"),
         "participle"),
        ("fr", "Le maire se demande si tout va bien.", ("Le maire", "se demande", "si tout va bien"),
         "si / whether / what"),
        ("en", "“No,” she said, “never.”", ("she", "said", "“No,”", "“never.”"), "cue inside a quotation"),
        ("en", "The bridge, she said, holds.", ("she", "said", "The bridge", "holds"), "cue inside a clause"),
        ("en", "The union's claim that pay fell", ("The union", "claim", "that pay fell"), "noun cue"),
        ("en", "The union claims that pay fell", ("The union", "claims", "that pay fell"), "que / that"),
        ("en", "The mayor denied the charge", ("The mayor", "denied", "the charge"), "object or bare clause"),
        ("en", "“No.”", ("", "", "“No.”"), "quotation without a cue"),
        ("en", "The mayor said “no”.", ("The mayor", "said", "“no”"), "cue, then quotation"),
    ],
)  # fmt: skip
def test_how_a_report_is_built(
    constructions: ModuleType, language: str, text: str, parts: tuple[str, ...], drawer: str
) -> None:
    found = constructions.construction(text, statement(text, *parts), load_pack(language).cues)
    assert found == drawer


def test_what_a_source_is_and_where_it_stands(constructions: ModuleType) -> None:
    text = "The mayor, who said it rained, added it snowed. They agreed to leave, the aide said."
    told = [
        statement(text, "The mayor", "said", "it rained"),
        statement(text, "The mayor", "added", "it snowed"),
        statement(text, "They", "agreed", "to leave"),
        statement(text, "", "agreed", "to leave"),
    ]
    rules = load_pack("en").cues
    assert [constructions.source_place(text, s, told, rules) for s in told] == [
        "antecedent of a relative clause",
        "shared with an earlier cue",
        "pronoun",
        "none named",
    ]
    after = statement("“Go,” said the aide.", "the aide", "said", "“Go,”")
    assert constructions.source_place("“Go,” said the aide.", after, [after], rules) == "noun phrase after the cue"
    assert constructions.spans(after) == "one"

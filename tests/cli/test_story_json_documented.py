"""Every field of a story's JSON stands in the page about it, and the page names no other."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any

from support import Call

from reader.analysis.story_board.parts import ChangeKind
from reader.domain.quantity import Hedge
from reader.domain.statement import Act, Mode
from reader.domain.story import EarlierStory
from reader.ingest.exporting.story_json import FORMAT

PAGE = Path(__file__).parents[2] / "docs" / "story-json.md"
VALUES = {FORMAT, "null", *map(str, ChangeKind), *map(str, Hedge), *map(str, Act), *map(str, Mode)}
SOMETIMES = {"was", "now", "outlet", "words", *(field.name for field in fields(EarlierStory))}


def names(value: Any) -> Iterator[str]:
    """The names of all fields, at any depth."""
    if isinstance(value, dict):
        yield from value
        for inner in value.values():
            yield from names(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from names(inner)


def test_the_page_names_every_field_and_no_other(call: Call, storied_path: Path) -> None:
    documented = set(re.findall(r"`([a-z_./0-9-]+)`", PAGE.read_text("utf-8")))
    told = set(names(json.loads(call("story", "1", "--json").out)))
    assert told <= documented
    assert documented - told - SOMETIMES - VALUES == set()

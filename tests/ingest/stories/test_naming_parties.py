"""Parties of a list bear the names of the reader's language, groups too."""

from __future__ import annotations

import pytest

from reader.domain.found_statement import FoundParty
from reader.ingest.stories.named import named


@pytest.mark.parametrize(
    ("id", "called", "language", "shown"),
    [
        ("AM", "Arménie", "en", "Armenia"),
        ("separatists", "séparatistes", "en", "separatists"),
        ("defence", "Paula Defence", "en", "Paula Defence"),
        ("solvane", "Solvane", "fr", "Solvane"),
    ],
)
def test_a_party_is_named_in_the_readers_language(id: str, called: str, language: str, shown: str) -> None:
    assert named([FoundParty(id, called)], language) == (FoundParty(id, shown),)

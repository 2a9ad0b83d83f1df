"""Names as a person types them, looked up in the gazetteers."""

from __future__ import annotations

import pytest

from reader.languages.gazetteer import Use
from reader.languages.pack import load_pack


@pytest.mark.parametrize(
    ("code", "name", "party"),
    [
        ("fr", "arménie", "AM"),
        ("fr", "COTE D’IVOIRE", "CI"),
        ("fr", "côte d'ivoire", "CI"),
        ("fr", "kremlin", "RU"),
        ("en", "united nations", "un"),
        ("en", "downing street", "GB"),
        ("en", "russians", "RU"),
    ],
)
def test_a_name_is_known_in_any_case_and_spelling(code: str, name: str, party: str) -> None:
    entry = load_pack(code).gazetteer.named(name)
    assert entry is not None
    assert entry.party == party


@pytest.mark.parametrize("name", ["", "…", "Armenia and Azerbaijan", "Xaver Quill"])
def test_other_words_are_no_name(name: str) -> None:
    assert load_pack("en").gazetteer.named(name) is None


def test_a_state_goes_before_its_people() -> None:
    """ "Georgia" and its like: what names a state is not taken for a word for its people."""
    for code in ("fr", "en"):
        gazetteer = load_pack(code).gazetteer
        for party in gazetteer.parties.values():
            entry = gazetteer.named(party.name)
            assert entry is not None
            assert entry.use not in (Use.DEMONYM, Use.MEMBER), party

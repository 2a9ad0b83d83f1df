"""Regions with governments of their own: one party in every language."""

from __future__ import annotations

import pytest

from reader.languages.pack import load_pack

PACKS = ("en", "fr")


def _regions(language: str) -> dict[str, str]:
    parties = load_pack(language).gazetteer.parties.values()
    return {party.id: party.name for party in parties if party.kind == "region"}


def test_regions_are_the_same_parties_in_both_languages() -> None:
    assert _regions("en").keys() == _regions("fr").keys()
    assert (_regions("en")["gb-sct"], _regions("fr")["gb-sct"]) == ("Scotland", "Écosse")


@pytest.mark.parametrize("language", PACKS)
def test_a_region_lies_in_a_state_that_the_pack_knows(language: str) -> None:
    gazetteer = load_pack(language).gazetteer
    for id, name in _regions(language).items():
        entry = gazetteer.named(name)
        assert entry is not None
        assert entry.region == id, name
        assert entry.party is None
        assert entry.within is not None
        assert gazetteer.is_state(entry.within)
        assert not gazetteer.is_state(id)
        assert gazetteer.is_region(id)

"""Names in a query: of sides, acts and languages, in the language they are typed in."""

from __future__ import annotations

from datetime import date

import pytest

from reader.domain.errors import QueryError
from reader.domain.query.printing import printed
from reader.domain.query.terms import All, Facet, Not
from reader.ingest.understanding import understood

TODAY = date(2026, 11, 29)


def keys(text: str) -> tuple[str, ...]:
    root = understood(text, TODAY).root
    assert isinstance(root, Facet)
    return root.keys


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("party:Armenia", ("AM",)),
        ("party:arménie", ("AM",)),
        ("party:ARMENIE", ("AM",)),
        ('says:"l’Arménie"', ("AM",)),
        ('says:"the Armenians"', ("AM",)),
        ("says:arméniens", ("AM",)),
        ("target:Kremlin", ("RU",)),
        ("target:RU", ("RU",)),
        ("party:ONU", ("un",)),
        ("party:UN", ("un",)),
        ("party:Hamas", ("hamas",)),
        ("party:Nowhere", ()),
        ('says:"Dmitri Peskov"', ()),
        ("actor:Armenia", ()),
        ("lang:fr", ("fr",)),
        ("lang:FR", ("fr",)),
        ("lang:French", ("fr",)),
        ("lang:français", ("fr",)),
        ("lang:Armenian", ("hy",)),
        ("lang:fr_ca", ("fr-CA",)),
        ("lang:und", ("und",)),
        ("act:accuse", ("accuse",)),
        ("act:ACCUSES", ("accuse",)),
        ("act:accusing", ("accuse",)),
        ("act:accuser", ("accuse",)),
        ("act:accusations", ("accuse",)),
        ("act:dément", ("deny",)),
        ("act:dementir", ("deny",)),
        ("act:said", ("declare",)),
        ("act:exhorte", ("urge",)),
        ("is:unread", ()),
    ],
)
def test_understood(text: str, expected: tuple[str, ...]) -> None:
    assert keys(text) == expected


@pytest.mark.parametrize(
    ("text", "place", "suggestion"),
    [
        ("war lang:frensh", "         ^^^^^^", "french"),
        ("lang:q", "     ^", None),
        ("act:acuze", "    ^^^^^", "accuse"),
        ("act:zzz", "    ^^^", None),
    ],
)
def test_refused_at_its_place(text: str, place: str, suggestion: str | None) -> None:
    with pytest.raises(QueryError) as raised:
        understood(text, TODAY)
    error = raised.value
    assert " " * error.position + "^" * (error.end - error.position) == place
    assert error.suggestion == suggestion


def test_names_are_understood_wherever_they_stand() -> None:
    query = understood("war -(says:Armenia OR act:deny)", TODAY)
    assert isinstance(query.root, All)
    negated = query.root.terms[1]
    assert isinstance(negated, Not)
    assert "('AM',)" in repr(negated)
    assert "('deny',)" in repr(negated)
    assert understood(printed(query), TODAY) == query


def test_half_typed() -> None:
    assert understood('says:"Arménie', TODAY, unfinished=True) == understood("says:Arménie", TODAY)

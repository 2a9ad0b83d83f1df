"""An agency named as the source of a text is recognised; one that is only spoken of is not."""

from __future__ import annotations

import pytest
from signed_stories import Signed

from reader.analysis.stories.credits import agency_named, credited
from reader.languages.loader import languages
from reader.languages.pack import load_pack

_CREDITED = [
    ("fr", "EREVAN, Arménie (AP) – Les troupes ont tiré.\n\nSuite.", "AP"),
    ("fr", "PARIS (AFP) —\nLe texte.", "AFP"),
    ("fr", "Le texte.\n\nAvec AFP", "AFP"),
    ("fr", "Le texte.\n\n(Avec AFP)", "AFP"),
    ("fr", "Le texte.\n\nSource : Agence France-Presse", "AFP"),
    ("fr", "Le texte.\n\nSource\u00a0: AFP", "AFP"),
    ("fr", "Le texte.\nAFP", "AFP"),
    ("fr", "Le texte.\n\nL’Essor, avec AFP", "AFP"),
    ("fr", "Le texte.\n\nBFM TV avec Reuters et AFP", "Reuters"),
    ("fr", "La marine l’a repoussé. (Belga)", "Belga"),
    ("fr", "Le texte.\n\n© AFP", "AFP"),
    ("fr", "Par La Presse Canadienne\n\nLe texte.", "La Presse Canadienne"),
    ("en", "MOSCOW, March 3 (Reuters) - Russia said.", "Reuters"),
    ("en", "BISHKEK/DUSHANBE (Reuters) - Guards fired.", "Reuters"),
    ("en", "Text.\n\n(Reporting by Reuters)", "Reuters"),
    ("en", "Text.\n\n© AP", "AP"),
    ("en", "By The Associated Press\n\nText.", "AP"),
    ("en", "Text.\n\nAdditional reporting by PA", "PA Media"),
    ("en", "Text.\n\nThe Associated Press contributed to this report.", "AP"),
    ("en", "Text.\n\n(with AFP)", "AFP"),
    ("de", "Berlin (dpa) - Der Kanzler reiste ab.", "dpa"),
    ("es", "Madrid (EFE).- El ministro viajó.", "EFE"),
    ("zz", "Nice (AFP) - Lorem.", "AFP"),
]


@pytest.mark.parametrize(("language", "text", "agency"), _CREDITED)
def test_an_agency_is_credited(language: str, text: str, agency: str) -> None:
    assert credited(text, load_pack(language)) == agency


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Le président a parlé à l’AFP."),
        ("fr", "L’AFP a confirmé la nouvelle.\nIl n’y a rien d’autre."),
        ("fr", "Selon Reuters, trois soldats sont morts."),
        ("en", "He told Reuters on Monday."),
        ("en", "It is a client of the Associated Press (AP)."),
        ("en", "(Reporting by Jane Doe in Paris; Editing by Al Smith)"),
        ("en", ""),
        ("en", "\n\n \n"),
        ("en", "AFPX\n"),
    ],
)
def test_an_agency_that_is_only_named_is_no_source(language: str, text: str) -> None:
    assert credited(text, load_pack(language)) is None


def test_an_outlet_may_be_an_agency_itself() -> None:
    assert agency_named("Agence France-Presse", load_pack("fr")) == "AFP"
    assert agency_named(" Associated Press ", load_pack("en")) == "AP"
    assert agency_named("Le Monde", load_pack("fr")) is None


def test_every_pack_has_credits() -> None:
    for language in languages():
        assert dict(load_pack(language).credits.names)["AFP"] == "AFP"


def test_long_lines_of_names_cost_no_time() -> None:
    for text in (
        "AFP," * 50_000,
        "avec " * 40_000,
        "a (AFP " * 20_000,
        ("A" * 59 + " ") * 3_000,
        "avec l' " * 14 + "x",
    ):
        credited(text, load_pack("fr"))


def test_the_agencies_of_the_set_are_found(signed: list[Signed]) -> None:
    assert {o.told.id: o.signature.agency for o in signed} == {o.told.id: o.told.agency for o in signed}

"""Wishes, plans and words nobody says: kept apart, and shown to those who ask for everything."""

from __future__ import annotations

import pytest

from reader.analysis.engine import analyse
from reader.analysis.revision.revision import revise
from reader.domain.analysis import Analysis
from reader.domain.confidence import Strictness
from reader.domain.correction import not_statement, speaker_correction
from reader.domain.span import overlaps
from reader.languages.models import load_model
from reader.languages.pack import load_pack

WISHES = {
    "fr": ("Les riverains veulent fermer l'usine.", "Les riverains", "fermer l'usine"),
    "en": ("Moscow plans to respond.", "Moscow", "to respond"),
    "es": ("Los vecinos quieren cerrar la planta.", "Los vecinos", "cerrar la planta"),
}
TEXT = (
    "Paris craint une escalade. La mairie a annoncé que le pont fermera lundi.\n\n"
    "Sur les murs, des « affiches de toutes les couleurs » bordent la route."
)


def found_in(text: str, language: str) -> Analysis:
    pack = load_pack(language)
    return analyse(text, pack, load_model(pack) if pack.meta.model else None)


def wide(text: str, language: str) -> Analysis:
    return revise(found_in(text, language), text, load_pack(language), (), Strictness.WIDE)


def contents(analysis: Analysis, text: str) -> list[str]:
    return [text[start:end] for s in analysis.statements for start, end in s.content]


@pytest.mark.parametrize("language", WISHES)
def test_wishes_are_shown_only_when_asked_for(language: str) -> None:
    text, source, content = WISHES[language]
    assert found_in(text, language).statements == ()
    (wish,) = wide(text, language).statements
    assert wish.source is not None
    assert (text[slice(*wish.source)], text[slice(*wish.content[0])]) == (source, content)
    assert wish.confidence < Strictness.NORMAL.floor
    assert {party.id for party in wide(text, language).parties} >= set(wish.parties) != set()


def test_wide_adds_in_order_of_place_and_takes_nothing_away() -> None:
    normal, all_of_it = found_in(TEXT, "fr"), wide(TEXT, "fr")
    assert contents(normal, TEXT) == ["que le pont fermera lundi"]
    assert contents(all_of_it, TEXT) == [
        "une escalade",
        "que le pont fermera lundi",
        "« affiches de toutes les couleurs »",
    ]
    assert set(normal.statements) < set(all_of_it.statements)
    assert all_of_it.statements[-1].source is None


def test_what_is_doubtful_touches_no_other_content() -> None:
    text = (
        "« Nous voulons fermer l'usine », a dit le maire, qui espère « gagner du temps » et veut « tout recommencer »."
    )
    spans = [span for s in wide(text, "fr").statements if s.parent is None for span in s.content]
    assert not any(overlaps(a, b) for i, a in enumerate(spans) for b in spans[:i])


def test_a_corrected_wish_is_shown_at_any_setting() -> None:
    pack = load_pack("fr")
    wish = wide(TEXT, "fr").statements[0]
    said = revise(found_in(TEXT, "fr"), TEXT, pack, [speaker_correction(TEXT, wish, "Anne Durand")], Strictness.STRICT)
    assert "une escalade" in contents(said, TEXT)
    gone = revise(found_in(TEXT, "fr"), TEXT, pack, [not_statement(TEXT, wish)], Strictness.WIDE)
    assert "une escalade" not in contents(gone, TEXT)


def test_without_corrections_the_normal_setting_changes_nothing() -> None:
    analysis = found_in(TEXT, "fr")
    assert analysis.doubtful.statements
    assert revise(analysis, TEXT, load_pack("fr"), ()) is analysis

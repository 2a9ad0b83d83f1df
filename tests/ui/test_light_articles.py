"""Articles in a language whose pack names no model: guessed, read by surface rules, and shown like any other."""

from __future__ import annotations

from pathlib import Path

from reading import fill, reading

from reader.domain.analysis import Level
from reader.domain.article import Draft
from reader.feeds.language_guess import guess_language

SPANISH = (
    "El alcalde de Turia, Julio Mas, aseguró este martes que el puente es seguro. "
    "Los vecinos acusaron al Ayuntamiento de haber ocultado un informe. «No hay peligro», añadió el alcalde."
)


async def test_a_spanish_article_shows_who_says_what_and_how_it_was_read(library_path: Path) -> None:
    library_path.parent.mkdir()
    assert guess_language(SPANISH) == "es"
    fill(library_path, Draft(SPANISH, "El puente", published="2026-03-09", language="es"))
    async with reading(library_path, article=5) as reader:
        analysis = reader.screen.view.analysis
        assert reader.title == "El puente"
        assert analysis is not None
        assert analysis.engine.level is Level.LIGHT
        assert [SPANISH[slice(*s.source)] for s in analysis.statements if s.source] == [
            "El alcalde de Turia, Julio Mas",
            "Los vecinos",
            "el alcalde",
        ]
        assert reader.seen("surface rules")
        assert reader.seen("Julio Mas")

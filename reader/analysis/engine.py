"""The analysis, put together: text and language pack in, everything found out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reader.analysis.actors.actors import find_actors
from reader.analysis.actors.silent import without_silent
from reader.analysis.comparison.comparison import compare
from reader.analysis.numbers.quantities import find_quantities
from reader.analysis.statements.doubtful import find_doubtful
from reader.analysis.statements.statements import find_statements
from reader.analysis.text.parse import parse
from reader.analysis.text.part import LONGEST, analysed_part
from reader.domain.actor import Party
from reader.domain.analysis import Analysis, Doubtful, Engine, Level
from reader.domain.statement import Statement

if TYPE_CHECKING:
    from reader.languages.pack import Pack


def analyse(text: str, pack: Pack, nlp: Any | None) -> Analysis:
    """Parties, actors, quantities, statements and their comparison. ``nlp`` None gives the light analysis.

    Only the first 200,000 code points are analysed, cut at a line or word; ``note`` says so.
    """
    note = _note(text, pack, nlp)
    parsed = parse(analysed_part(text), pack, nlp)
    cast = find_actors(parsed, pack)
    quantities = find_quantities(parsed, pack, cast)
    statements = find_statements(parsed, pack, cast, quantities)
    actors, parties = without_silent(cast, statements)
    comparison = compare(parsed, pack, parties, quantities, statements)
    doubtful = find_doubtful(parsed, pack, cast, quantities, statements)
    return Analysis(
        language=pack.meta.code,
        engine=engine(pack, nlp),
        parties=parties,
        actors=actors,
        quantities=quantities,
        statements=statements,
        comparison=comparison,
        note=note,
        doubtful=Doubtful(doubtful, _others(cast.parties, parties, doubtful)),
    )


def _others(every: tuple[Party, ...], known: tuple[Party, ...], doubtful: tuple[Statement, ...]) -> tuple[Party, ...]:
    """The parties that only doubtful statements make parties."""
    active = {id for s in doubtful for id in (*s.parties, *s.targets)} - {party.id for party in known}
    return tuple(party for party in every if party.id in active)


def engine(pack: Pack, nlp: Any | None) -> Engine:
    """What makes an analysis with this pack and pipeline."""
    if nlp is None:
        return Engine(None, f"{pack.meta.code} {pack.meta.version}", Level.LIGHT)
    model = f"{pack.meta.model_name} {nlp.meta.get('version', '')}".strip()
    return Engine(model, f"{pack.meta.code} {pack.meta.version}", Level.FULL)


def _note(text: str, pack: Pack, nlp: Any | None) -> str | None:
    notes = []
    if nlp is None and pack.cues.verbs:
        notes.append(f"No language model for {pack.meta.name}: read by surface rules, which miss more.")
    elif nlp is None:
        notes.append("No language model for this language: names, numbers and quotations only.")
    if len(text) > LONGEST:
        notes.append(f"This text is very long: only its first {LONGEST:,} characters were analysed.")
    return " ".join(notes) or None

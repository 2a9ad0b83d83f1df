"""An analysis as rows: its statements, its quantities, and one row of who and what is in the article."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from reader.domain.analysis import Analysis
from reader.domain.own_words import counted_words as own_counted_words
from reader.domain.statement import Statement
from reader.store.search.counting import counted_words
from reader.store.search.names import names_text, parties_text
from reader.store.search.numbering import GRADES, MOST, grade, number
from reader.store.search.sizes import ends, size_words

_GAP = " … "


def statements(article_id: int, text: str, analysis: Analysis) -> list[tuple[Any, ...]]:
    """Rows of ``statement``."""
    names = {party.id: party.name for party in analysis.parties}
    actors = {actor.id: actor.name for actor in analysis.actors}
    return [
        (
            id,
            one.id,
            one.content[0][0],
            parties_text((party, names.get(party, party)) for party in one.parties),
            names_text(actors[speaker] for speaker in one.speakers if speaker in actors),
            parties_text((party, names.get(party, party)) for party in one.targets),
            str(one.act),
            int(one.negated),
            one.confidence,
            _GAP.join(text[start:end] for start, end in one.content),
        )
        for id, one in _numbered(article_id, analysis)
    ]


def quantities(article_id: int, text: str, analysis: Analysis) -> list[tuple[Any, ...]]:
    """Rows of ``quantity``: one for each statement a number is in, which may stand inside one another."""
    said_in: dict[str, list[int]] = {}
    for id, statement in _numbered(article_id, analysis):
        for quantity in statement.quantities:
            said_in.setdefault(quantity, []).append(id)
    found = list[tuple[int | None, float | None, float | None, str]]()
    for one in analysis.quantities:
        limits = ends(one)
        if limits is not None and (limits[0] is not None or one.counted):
            own = own_counted_words(text, one)
            words = "".join(map(counted_words, _unlike((one.counted or "", own)))) or counted_words("")
            found.extend((id, *limits, words) for id in said_in.get(one.id, (None,)))
    return [(number(article_id, place), *row) for place, row in enumerate(found[:MOST])]


def told(article_id: int, text: str, analysis: Analysis) -> tuple[Any, ...]:
    """The row of ``told``."""
    names = (name for one in analysis.actors for name in (one.name, *(text[a:b] for a, b in one.mentions)))
    counted, classes, sizes = list[str](), list[str](), set[str]()
    for one in analysis.quantities:
        limits = ends(one)
        if limits is None:
            continue
        counted.append(own_counted_words(text, one))
        classes.append(one.counted or "")
        if limits[0] is not None and limits[1] is not None:
            sizes |= size_words(limits[0], limits[1])
    parties = ((party.id, party.name) for party in analysis.parties)
    return (
        article_id,
        names_text(_unlike(names)),
        parties_text(parties),
        names_text(_unlike(counted), apart=_unlike(c for c in classes if c not in counted)),
        " ".join(sorted(sizes)),
    )


def _numbered(article_id: int, analysis: Analysis) -> list[tuple[int, Statement]]:
    """Statements with their ids; one that the user corrected is shown however doubtful it was."""
    return [
        (number(article_id, place, GRADES - 1 if one.corrected else grade(one.confidence)), one)
        for place, one in enumerate(analysis.statements[:MOST])
    ]


def _unlike(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(name for name in names if name))

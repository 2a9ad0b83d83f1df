"""What a text is about, in little."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reader.analysis.stories.copies import shingles
from reader.analysis.stories.credits import credited
from reader.analysis.stories.facts import actor_names, dates, figures, place_names
from reader.analysis.stories.weights import weigh
from reader.domain.analysis import Analysis
from reader.domain.signature import Signature

if TYPE_CHECKING:
    from reader.languages.pack import Pack

VERSION = "1"
"""Another whenever the same text would be signed differently: signatures of another version are made again."""

_LONGEST = 20_000  # code points: what a text is about is said by then


def sign(title: str, text: str, analysis: Analysis, pack: Pack, nlp: Any | None = None) -> Signature:
    """The signature of a text that was analysed. ``nlp`` is the language's model, where there is one."""
    part = text[:_LONGEST]
    weights = weigh(title, part, analysis.language)
    return Signature(
        language=analysis.language,
        weights=weights.weights,
        words=weights.words,
        parties=tuple(sorted(party.id for party in analysis.parties)),
        actors=actor_names(analysis),
        places=place_names(analysis),
        figures=figures(analysis),
        dates=dates(part, analysis),
        shingles=shingles(part),
        agency=credited(text, pack),
    )

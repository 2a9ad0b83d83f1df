"""What a text is about, in little."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from reader.analysis.stories.copies import shingles
from reader.analysis.stories.credits import credited
from reader.analysis.stories.facts import actor_names, figures, parties, place_names, years
from reader.analysis.stories.weights import weigh
from reader.domain.analysis import Analysis
from reader.domain.signature import Signature

if TYPE_CHECKING:
    from reader.languages.pack import Pack

VERSION = "3"
"""Another whenever the same texts would be signed or grouped differently: what another version made is made again."""

_LONGEST = 20_000  # code points: what a text is about is said by then
_KEPT = 40  # names and figures of a kind


def sign(title: str, text: str, analysis: Analysis, pack: Pack, nlp: Any | None = None) -> Signature:
    """The signature of a text that was analysed. ``nlp`` is the language's model, where there is one: no part of the
    signature needs it today."""
    part = text[:_LONGEST]
    # British and American English are one language here.
    language = analysis.language.replace("_", "-").partition("-")[0].casefold()
    weights = weigh(title, part, language)
    return Signature(
        language=language,
        weights=weights.weights,
        words=weights.words,
        parties=parties(analysis)[:_KEPT],
        actors=actor_names(analysis)[:_KEPT],
        places=place_names(analysis)[:_KEPT],
        figures=figures(analysis)[:_KEPT],
        dates=years(part)[:_KEPT],
        shingles=shingles(part),
        agency=credited(text, pack),
        names=weights.names,
        sounds=weights.sounds,
    )

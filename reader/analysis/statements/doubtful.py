"""What only somebody who asks for everything wants to see: wishes, fears and plans, and quoted words nobody says."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from reader.analysis.statements.choosing import choose
from reader.analysis.statements.cues import find_cues
from reader.analysis.statements.drafts import Draft
from reader.analysis.statements.making import make_statement
from reader.analysis.statements.nested import arrange
from reader.analysis.statements.scene import Scene
from reader.analysis.statements.sources import NO_SOURCE
from reader.analysis.text.parsed import Parsed
from reader.domain.confidence import Strictness
from reader.domain.quantity import Quantity
from reader.domain.span import Span
from reader.domain.statement import Statement
from reader.languages.cue_lexicon import wishing

if TYPE_CHECKING:
    from reader.analysis.actors.actors import Cast
    from reader.languages.pack import Pack

_WORDS = 3  # fewer in quotation marks are a title or a name more often than somebody's words
# So that even a sure reading of a wish stays below what the normal setting shows.
_WISH = 0.95 * Strictness.NORMAL.floor
_QUOTED = 0.4 * Strictness.NORMAL.floor


def find_doubtful(
    parsed: Parsed, pack: Pack, cast: Cast, quantities: tuple[Quantity, ...], statements: tuple[Statement, ...]
) -> tuple[Statement, ...]:
    """Statements beside ``statements``, in order of place, that touch none of their contents; ids begin with w."""
    rules = wishing(pack.cues)
    cues = find_cues(parsed, rules)
    scene = Scene(parsed, rules, pack.actors, cast, cues)
    found = [d for cue in cues if (d := choose(scene, cue)) is not None and d.source.span is not None]
    for draft in found:
        draft.certainty *= _WISH
        draft.act = draft.sense.group.act if draft.sense is not None else draft.act
    taken = bytearray(len(parsed.text))
    for statement in statements:
        _take(taken, statement.content)
    kept = []
    for draft in [*found, *_quoted_words(scene)]:
        if not any(any(taken[start:end]) for start, end in draft.content):
            _take(taken, draft.content)
            kept.append(draft)
    placed = arrange(scene, kept)
    made: list[Statement] = []
    for number, one in enumerate(placed, 1):
        made.append(make_statement(scene, f"w{number}", one, None, quantities, made))
    return tuple(made)


def _quoted_words(scene: Scene) -> list[Draft]:
    found = []
    for quote in scene.outer:
        first = scene.first_at(quote.span[0])
        running = first < len(scene.tokens) and scene.running(scene.sentence(first))
        if running and scene.words_in(quote.span) >= _WORDS:
            found.append(Draft(NO_SOURCE, [quote.span], "quoted words", _QUOTED, direct=True))
    return found


def _take(taken: bytearray, spans: Iterable[Span]) -> None:
    for start, end in spans:
        taken[start:end] = b"\x01" * (end - start)

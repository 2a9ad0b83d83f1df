"""Outlets that name another one, or an agency, as the source of what they say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from reader.analysis.story_board.parts import Citation
from reader.analysis.story_board.said import Telling
from reader.domain.folding import fold
from reader.domain.span import Span, contains, overlaps
from reader.domain.statement import Statement

_BESIDE = 40  # code points between a report's words and whom it was made to: "said on Monday in an interview with"
_FAR = 100  # code points: an outlet named further away is not looked at
_SHORTEST = 4  # letters of a name that is looked for
_END = re.compile(r"[.!?;:]\s|\n")


class Citations:
    """Finds them in texts of a story; ``outlets`` are those of its articles."""

    def __init__(self, outlets: Sequence[str]) -> None:
        named = sorted({name for name in outlets if len(name) >= _SHORTEST})
        self._outlets = [(name, re.compile(rf"(?<!\w){re.escape(name)}(?!\w)")) for name in named]
        self._names: dict[tuple[str, str], frozenset[str]] = {}

    def of(self, telling: Telling) -> tuple[Citation, ...]:
        """Whom a text cites, each once, where it does so first."""
        found: dict[str, Citation] = {}
        source = telling.piece.source
        for span, name in sorted(self._mentions(telling)):
            key = fold(name)
            if key in found:
                continue
            statement = next((s for s in source.analysis.statements if _cited_by(source.text, s, span)), None)
            if statement is not None:
                found[key] = Citation(source.article_id, name, span, telling.piece.id(statement.id))
        return tuple(found.values())

    def _own(self, telling: Telling) -> frozenset[str]:
        """What the text's own outlet is called: folded, and by the gazetteer's key."""
        key = (telling.pack.language, telling.piece.source.outlet)
        if (known := self._names.get(key)) is None:
            entry = telling.pack.gazetteer.named(key[1])
            known = self._names[key] = frozenset((fold(key[1]), *([entry.key] if entry else ())))
        return known

    def _mentions(self, telling: Telling) -> Iterator[tuple[Span, str]]:
        """Where outlets other than the text's own are named, and what they are called."""
        source, cast = telling.piece.source, telling.cast
        own = self._own(telling)
        for named in source.analysis.actors:
            actor = cast.actor_of[telling.piece.at, named.id]
            if actor in cast.media:
                name = cast.actor_name(actor)
                if fold(name) not in own and cast.known.get(actor) not in own:
                    yield from ((span, name) for span in named.mentions)
        for name, pattern in self._outlets:
            if name in source.text and name != source.outlet and fold(name) not in own:
                yield from ((match.span(), name) for match in pattern.finditer(source.text))


def _cited_by(text: str, statement: Statement, span: Span) -> bool:
    """Whether an outlet named at ``span`` is a statement's source, or named beside its source or cue and not in what is
    said."""
    anchors = [part for part in (statement.cue, statement.source) if part is not None]
    if not any(part[0] - _FAR < span[0] < part[1] + _FAR for part in anchors):
        return False
    if statement.source is not None and contains(statement.source, span):
        return True
    if any(overlaps(span, said) for said in statement.content):
        return False
    return any(_beside(text, part, span) for part in anchors)


def _beside(text: str, part: Span, span: Span) -> bool:
    start, end = min(part[1], span[1]), max(part[0], span[0])
    return end - start <= _BESIDE and not _END.search(text, start, max(start, end))

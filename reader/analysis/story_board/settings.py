"""Where and when the things that numbers count are said to be, from the sentences around them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from reader.analysis.comparison.places import find_places
from reader.analysis.comparison.wording import Wording
from reader.analysis.story_board.said import Telling
from reader.analysis.story_board.spelling import sound
from reader.analysis.text.parsed import Block, BlockKind, Parsed, Sentence
from reader.analysis.text.sentences import find_units
from reader.domain.actor import ActorKind
from reader.domain.analysis import Level
from reader.domain.folding import fold
from reader.domain.quantity import Quantity, QuantityKind
from reader.domain.span import Span

if TYPE_CHECKING:
    from reader.languages.pack import Pack

_YEAR = 4  # digits
_PARAGRAPH = "\n\n"


class Settings:
    """Places and years of some numbers of a text. Only the paragraphs they stand in are cut into sentences."""

    def __init__(self, telling: Telling, ids: Iterable[str]) -> None:
        self._telling = telling
        known = telling.quantities
        spans = sorted({_paragraph(telling.piece.source.text, known[id].span) for id in ids if id in known})
        normal = telling.wording.parsed.normal
        units = [unit for span in spans for unit in find_units(normal, Block(span, BlockKind.BODY), telling.pack.text)]
        sentences = tuple(Sentence(unit, 0, 0, 0) for unit in units)
        text = telling.piece.source.text
        self._wording = Wording(Parsed(text, normal, (), (), sentences, (), Level.LIGHT), telling.wording.grammar)
        near = tuple(q for q in known.values() if any(start <= q.span[0] < end for start, end in spans))
        self._places = find_places(self._wording, near, telling.piece.source.analysis.statements)
        self._years: dict[int, set[str]] = {}
        for quantity in near:
            if quantity.kind is QuantityKind.DATE:
                years = {word for word in quantity.text.split() if len(word) == _YEAR and word.isdigit()}
                self._years.setdefault(self._wording.sentence_at(quantity.span[0]), set()).update(years)

    def place(self, quantity: Quantity) -> tuple[str, bool] | None:
        """What tells the place of a number from others, in every language, and whether it is a whole state."""
        name = self._places.get(quantity.id)
        return None if name is None else place_key(name, self._telling.pack)

    def years(self, quantity: Quantity) -> frozenset[str]:
        """The years named in a number's sentence, without that of the article's date."""
        named = self._years.get(self._wording.sentence_at(quantity.span[0]), set())
        return frozenset(named - {self._telling.piece.source.dated[:_YEAR]})


def place_key(name: str, pack: Pack) -> tuple[str, bool]:
    """What tells a place from others whichever language names it, and whether it is a whole state."""
    entry = pack.gazetteer.named(name)
    if entry is not None and entry.kind is ActorKind.STATE and entry.name == name:
        return entry.key, True
    return sound(name, pack) or fold(name), False


def _paragraph(text: str, span: Span) -> Span:
    start = text.rfind(_PARAGRAPH, 0, span[0])
    end = text.find(_PARAGRAPH, span[1])
    return (start + len(_PARAGRAPH) if start >= 0 else 0, end if end >= 0 else len(text))

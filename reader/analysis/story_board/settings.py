"""Where and when the things that numbers count are said to be, from the sentences around them."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from reader.analysis.comparison.periods import is_long, years_in
from reader.analysis.comparison.places import place_beside, places_named
from reader.analysis.numbers.grammar import Grammar, grammar_of
from reader.analysis.numbers.phrases import all_words
from reader.analysis.story_board.said import Telling
from reader.analysis.story_board.spelling import sound
from reader.analysis.text.normal import normalise
from reader.analysis.text.parsed import Block, BlockKind
from reader.analysis.text.sentences import find_units
from reader.domain.actor import ActorKind
from reader.domain.folding import fold
from reader.domain.quantity import Quantity, QuantityKind
from reader.domain.span import Span, overlaps

if TYPE_CHECKING:
    from reader.languages.pack import Pack

_YEAR = 4  # digits
_WINDOW = 40  # code points before a number
_BESIDE = 25  # code points from a number to the place of what it counts
_PARAGRAPH = "\n\n"


@dataclass(frozen=True, slots=True)
class Setting:
    """``place`` is (what tells it from others in every language, whether it is a whole state), None where none is
    named; ``years`` those in the sentence that are not the article's own, or in the one before where "then" tells
    of it; ``long``: it counts what happened since some year or month, since a war began or over years; ``part``:
    only a part is counted; ``whole``: a part of it elsewhere follows ("1,500 jobs, 1,200 of them in France");
    ``hours`` are the times of day in the sentence."""

    place: tuple[str, bool] | None
    years: frozenset[str]
    part: bool
    long: bool = False
    whole: bool = False
    hours: frozenset[str] = frozenset()


def setting_of(telling: Telling, quantity: Quantity) -> Setting:
    """The setting of a number. Only its paragraph is cut into sentences, and one that several texts have once."""
    source = telling.piece.source
    start, end = _paragraph(source.text, quantity.span)
    paragraph = _read(source.text[start:end], telling.pack)
    key = (quantity.span[0] - start, source.dated[:_YEAR])
    if (known := paragraph.settings.get(key)) is None:
        known = paragraph.settings[key] = _find(telling, quantity, paragraph, start, end)
    return known


def _find(telling: Telling, quantity: Quantity, paragraph: _Paragraph, start: int, end: int) -> Setting:
    source = telling.piece.source
    at = quantity.span[0] - start
    sentence = max(bisect_right(paragraph.sentences, (at, end)) - 1, 0)
    first, last = paragraph.sentences[sentence]
    near = telling.quantities_in(start + first, start + last)
    dates = [q for q in near if q.kind is QuantityKind.DATE]
    place = None
    if named := paragraph.places[sentence]:
        taken = [q.span for q in dates] + [s.source for s in source.analysis.statements if s.source]
        places = [p for p in named if not any(overlaps((p[0] + start, p[1] + start), o) for o in taken)]
        following = min((q.span[0] - start for q in near if q.span[0] > quantity.span[0]), default=last)
        place = place_beside(paragraph.normal, (at, quantity.span[1] - start), places, following)
    name = None if place is None else " ".join(source.text[start + place[0] : start + place[1]].split())
    years = years_in(dates) - {source.dated[:_YEAR]}
    if not years and sentence and telling.grammar.then.within(all_words(paragraph.normal, first, last)):
        before = telling.quantities_in(start + paragraph.sentences[sentence - 1][0], start + first)
        years = years_in(q for q in before if q.kind is QuantityKind.DATE) - {source.dated[:_YEAR]}
    part_words = telling.grammar.rules.comparing.part_words
    return Setting(
        None if name is None else place_key(name, telling.pack),
        years,
        _is_part(_before(paragraph, at), part_words),
        is_long(telling.grammar, paragraph.normal, (first, last), near, start),
        _has_part(paragraph, [q.span[0] - start for q in near if q.span[0] > quantity.span[0]], sentence, part_words),
        frozenset(fold(q.text) for q in near if q.kind is QuantityKind.TIME),
    )


def _before(paragraph: _Paragraph, at: int) -> str:
    return paragraph.normal[max(0, at - _WINDOW) : at]


def _has_part(paragraph: _Paragraph, following: list[int], sentence: int, part_words: tuple[str, ...]) -> bool:
    """Whether the number that follows is a part of one, in a place of its own."""
    if not following or not _is_part(_before(paragraph, following[0]), part_words):
        return False
    return any(following[0] < place[0] < following[0] + _BESIDE for place in paragraph.places[sentence])


def _is_part(before: str, part_words: tuple[str, ...]) -> bool:
    """Whether one of some phrases stands directly before a number."""
    words = f" {before.strip().lower()}"
    return any(words.endswith(f" {phrase}") for phrase in part_words)


def place_key(name: str, pack: Pack) -> tuple[str, bool]:
    """What tells a place from others whichever language names it, and whether it is a whole state."""
    entry = pack.gazetteer.named(name)
    if entry is not None and entry.kind is ActorKind.STATE and entry.name == name:
        return entry.key, True
    return sound(name, pack) or fold(name), False


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """A paragraph with its sentences, and the places that each of them names. ``settings`` are those found, by where
    the number stands and in which year."""

    normal: str
    sentences: tuple[Span, ...]
    places: tuple[tuple[Span, ...], ...]
    settings: dict[tuple[int, str], Setting]


def _read(text: str, pack: Pack) -> _Paragraph:
    known = _kept(text, pack.language)
    if not known:
        known.append(_cut(text, pack, grammar_of(pack.numbers)))
    return known[0]


@lru_cache(maxsize=4096)
def _kept(text: str, language: str) -> list[_Paragraph]:
    """Room for what is read of a paragraph: copies of one text have the same ones."""
    return []


def _cut(text: str, pack: Pack, grammar: Grammar) -> _Paragraph:
    normal = normalise(text)
    sentences = tuple(find_units(normal, Block((0, len(text)), BlockKind.BODY), pack.text)) or ((0, len(text)),)
    return _Paragraph(normal, sentences, tuple(tuple(places_named(grammar, text, normal, s)) for s in sentences), {})


def _paragraph(text: str, span: Span) -> Span:
    start = text.rfind(_PARAGRAPH, 0, span[0])
    end = text.find(_PARAGRAPH, span[1])
    return (start + len(_PARAGRAPH) if start >= 0 else 0, end if end >= 0 else len(text))

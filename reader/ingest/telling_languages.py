"""Tell the language of new articles that do not say it themselves.

Where their feed claims one for all, it is believed, unless its words together say otherwise: many sites claim the
language their software came with. Where it claims none, each article is looked at.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from reader.ingest.library_lane import LibraryLane
from reader.ingest.readers import Readers
from reader.ingest.reading_worker import GuessLanguages, LookCloser
from reader.ingest.taking_in import Taken
from reader.store.library import Library

_SAMPLE = 1_000  # characters of an article
_SAMPLES = 5
_AT_A_TIME = 200
_UNDECIDED = "und"


@dataclass(frozen=True, slots=True)
class _Question:
    """Articles, words that stand for all of them, and the language claimed for them."""

    ids: tuple[int, ...]
    words: str
    claimed: str | None


async def tell_languages(taken: Sequence[Taken], readers: Readers, library: LibraryLane) -> None:
    """Keep what the words of new articles say."""
    found: dict[str, list[int]] = defaultdict(list)
    doubtful: list[tuple[_Question, tuple[int, ...]]] = []

    def told(question: _Question, language: str) -> None:
        if language not in (_UNDECIDED, question.claimed):
            found[language].extend(question.ids)

    for each in taken:
        for ids in _parts(each):
            questions = await library.ask(partial(_questions, ids=ids, claimed=each.language))
            answers = await readers.ask(GuessLanguages(tuple(one.words for one in questions), each.language))
            for question, language in zip(questions, answers, strict=True):
                if language is None:
                    doubtful.append((replace(question, words=""), question.ids[:_SAMPLES]))
                else:
                    told(question, language)
    if doubtful:
        readers.rest()  # a closer look takes as much memory as all they have taken
    for first in range(0, len(doubtful), _AT_A_TIME):
        part = doubtful[first : first + _AT_A_TIME]
        texts = await library.ask(partial(_joined, groups=[ids for _, ids in part]))
        for (question, _), language in zip(part, await readers.ask(LookCloser(texts)), strict=True):
            told(question, language)
    if found:
        await library.ask(partial(_keep, found=found))


def _parts(taken: Taken) -> list[tuple[int, ...]]:
    """All articles of a feed that claims a language; so many at a time of one that does not."""
    size = _AT_A_TIME if taken.language is None else max(1, len(taken.unsaid))
    return [taken.unsaid[first : first + size] for first in range(0, len(taken.unsaid), size)]


def _questions(library: Library, ids: tuple[int, ...], claimed: str | None) -> list[_Question]:
    if claimed is not None:
        return [_Question(ids, _joined(library, [ids[:_SAMPLES]])[0], claimed)]
    return [_Question((id,), words, None) for id, words in library.entries.beginnings(ids, _SAMPLE)]


def _joined(library: Library, groups: Sequence[tuple[int, ...]]) -> tuple[str, ...]:
    """How the articles of each group begin, together."""
    return tuple("\n".join(words for _, words in library.entries.beginnings(ids, _SAMPLE)) for ids in groups)


def _keep(library: Library, found: dict[str, list[int]]) -> None:
    for language, ids in found.items():
        library.set_language(ids, language)

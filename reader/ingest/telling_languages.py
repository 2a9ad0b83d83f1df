"""Tell the language of new articles that do not say it themselves.

Where their feed claims one for all, it is believed, unless its words together say otherwise: many sites claim the
language their software came with. Where it claims none, each article is looked at.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from reader.ingest.library_lane import LibraryLane
from reader.ingest.readers import Readers
from reader.ingest.reading_worker import GuessLanguages, LookCloser
from reader.ingest.taking_in import Taken
from reader.store.library import Library

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
    answers: list[tuple[_Question, str]] = []
    doubtful: list[_Question] = []
    for each in taken:
        if each.unsaid:
            questions = _questions(each)
            plain = await readers.ask(GuessLanguages(tuple(one.words for one in questions), each.language))
            for question, language in zip(questions, plain, strict=True):
                doubtful.append(question) if language is None else answers.append((question, language))
    if doubtful:
        readers.rest()  # a closer look takes as much memory as all they have taken
    for first in range(0, len(doubtful), _AT_A_TIME):
        part = doubtful[first : first + _AT_A_TIME]
        closer = await readers.ask(LookCloser(tuple(one.words for one in part)))
        answers.extend(zip(part, closer, strict=True))
    found: dict[str, list[int]] = defaultdict(list)
    for question, language in answers:
        if language not in (_UNDECIDED, question.claimed):
            found[language].extend(question.ids)
    if found:
        await library.ask(partial(_keep, found=found))


def _questions(taken: Taken) -> list[_Question]:
    if taken.language is None:
        return [_Question((id,), words, None) for id, words in taken.unsaid]
    together = "\n".join(words for _, words in taken.unsaid[:_SAMPLES])
    return [_Question(tuple(id for id, _ in taken.unsaid), together, taken.language)]


def _keep(library: Library, found: dict[str, list[int]]) -> None:
    for language, ids in found.items():
        library.set_language(ids, language)

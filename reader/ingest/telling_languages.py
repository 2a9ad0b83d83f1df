"""Tell the language of new articles that do not say it themselves.

Where their feed claims one for all, it is believed, unless its words together say otherwise: many sites claim the
language their software came with. Where it claims none, each article is looked at.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import partial

from reader.ingest.library_lane import LibraryLane
from reader.ingest.readers import Readers
from reader.ingest.reading_worker import GuessLanguages
from reader.ingest.taking_in import Taken
from reader.store.library import Library

_AT_A_TIME = 200
_SAMPLES = 5
_UNDECIDED = "und"


async def tell_languages(taken: Sequence[Taken], readers: Readers, library: LibraryLane) -> None:
    """Keep what the words of new articles say."""
    questions = [question for each in taken for question in _questions(each)]
    for first in range(0, len(questions), _AT_A_TIME):
        part = questions[first : first + _AT_A_TIME]
        answers = await readers.ask(GuessLanguages(tuple((words, claimed) for _, words, claimed in part)))
        found: dict[str, list[int]] = defaultdict(list)
        for (ids, _, claimed), language in zip(part, answers, strict=True):
            if language not in (_UNDECIDED, claimed):
                found[language].extend(ids)
        await library.ask(partial(_keep, found=found))


def _questions(taken: Taken) -> list[tuple[list[int], str, str | None]]:
    """Articles, words that stand for them, and the language claimed for them."""
    if not taken.unsaid:
        return []
    if taken.language is None:
        return [([id], words, None) for id, words in taken.unsaid]
    together = "\n".join(words for _, words in taken.unsaid[:_SAMPLES])
    return [([id for id, _ in taken.unsaid], together, taken.language)]


def _keep(library: Library, found: dict[str, list[int]]) -> None:
    for language, ids in found.items():
        library.set_language(ids, language)

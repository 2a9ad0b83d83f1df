"""Tell the language of new articles that do not say it themselves.

Where their feed claims one for all, it is believed, unless its words together say otherwise: many sites claim the
language their software came with. Where it claims none, each article is looked at.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeAlias

from reader.ingest.library_lane import LibraryLane
from reader.ingest.readers import Readers
from reader.ingest.reading_worker import GuessLanguages, LookCloser
from reader.ingest.taking_in import Taken
from reader.store.library import Library

_SAMPLE = 1_000  # characters of an article
_SAMPLES = 5
_AT_A_TIME = 2_000  # questions, so that their words stay a few megabytes
_UNDECIDED = "und"
_Group: TypeAlias = tuple[tuple[int, ...], str | None, int | None]


@dataclass(frozen=True, slots=True)
class _Question:
    """Articles, words that stand for all of them, and the language claimed for them; where none is, ``feed`` tells
    which articles are of one feed, and so probably of one language."""

    ids: tuple[int, ...]
    words: str
    claimed: str | None
    feed: int | None


async def tell_languages(taken: Sequence[Taken], readers: Readers, library: LibraryLane) -> None:
    """Keep what the words of new articles say."""
    groups = [group for feed, each in enumerate(taken) for group in _groups(each, feed)]
    for first in range(0, len(groups), _AT_A_TIME):
        # All in one go: whoever fills the index has the library for a long time afterwards.
        questions = await library.ask(partial(_questions, groups=groups[first : first + _AT_A_TIME]))
        found = await _told(questions, readers)
        if found:
            await library.ask(partial(_keep, found=found))


async def _told(questions: Sequence[_Question], readers: Readers) -> dict[str, list[int]]:
    """Articles by their language, where that is another than the one claimed."""
    answers: dict[_Question, str | None] = {}
    alike: dict[tuple[str | None, int | None], list[_Question]] = defaultdict(list)
    for one in questions:
        alike[one.claimed, one.feed].append(one)
    for (claimed, _), asked in alike.items():
        words = tuple(one.words for one in asked)
        answers |= zip(asked, await readers.ask(GuessLanguages(words, claimed)), strict=True)
    doubtful = [one for one, language in answers.items() if language is None]
    if doubtful:
        readers.rest()  # a closer look takes as much memory as all they have taken
        words = tuple(one.words for one in doubtful)
        answers |= zip(doubtful, await readers.ask(LookCloser(words)), strict=True)
    found: dict[str, list[int]] = defaultdict(list)
    for question, language in answers.items():
        if language not in (None, _UNDECIDED, question.claimed):
            found[language].extend(question.ids)
    return found


def _groups(taken: Taken, feed: int) -> list[_Group]:
    """Articles to be told together, and the language claimed for them: a feed's, where it claims one."""
    if taken.language is None:
        return [((id,), None, feed) for id in taken.unsaid]
    return [(taken.unsaid, taken.language, None)] if taken.unsaid else []


def _questions(library: Library, groups: Sequence[_Group]) -> list[_Question]:
    return [
        _Question(
            ids, "\n".join(words for _, words in library.entries.beginnings(ids[:_SAMPLES], _SAMPLE)), claimed, feed
        )
        for ids, claimed, feed in groups
    ]


def _keep(library: Library, found: dict[str, list[int]]) -> None:
    for language, ids in found.items():
        library.set_language(ids, language)

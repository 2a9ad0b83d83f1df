"""Make ready what the first story that is opened needs of the language packs: a good part of the time it takes."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from reader.domain.errors import ParleyError
from reader.ingest.aside import aside
from reader.ingest.library_lane import LibraryLane
from reader.store.library import Library

if TYPE_CHECKING:
    from reader.languages.pack import Pack

NEWEST = 50
"""Stories whose languages count."""

BREATH = 0.05
"""Seconds between two pieces, so that the screen's thread has the interpreter most of the time."""


async def get_ready(library: LibraryLane) -> None:
    """Make the packs of the library's stories ready, on a thread that ends with the program. Only saves time later, so
    whatever goes wrong is left for whoever opens a story."""
    with suppress(ParleyError):
        if languages := await library.ask(story_languages):
            await aside(partial(make_ready, languages), "parley-ready")


def story_languages(library: Library) -> tuple[str, ...]:
    """The reader's language and those of the newest stories; none where there are no stories. Raises LibraryError."""
    from reader.ingest.stories.language import reader_language

    rows = library.stories.rows(NEWEST)
    told = dict.fromkeys(language for row in rows for language in row.languages)
    return tuple(dict.fromkeys([reader_language(library), *told])) if rows else ()


def make_ready(languages: Sequence[str], stop: Callable[[], bool], breath: float = BREATH) -> None:
    """Make the packs of these languages ready, piece by piece, until ``stop`` says so. Raises PackError."""
    for piece in _pieces(languages):
        if stop():
            return
        piece()
        time.sleep(breath)


def _pieces(languages: Sequence[str]) -> Iterator[Callable[[], object]]:
    """What an opening would do first, in parts of some ten milliseconds."""
    from reader.languages.pack import load_pack

    yield _opening
    for language in languages:
        pack = load_pack(language)
        yield partial(getattr, pack, "gazetteer")
        yield partial(getattr, pack, "cues")
        yield partial(getattr, pack, "numbers")
        yield partial(_told, pack)


def _opening() -> None:
    import reader.ingest.stories.opening  # noqa: F401


def _told(pack: Pack) -> object:
    from reader.analysis.comparison.deed_phrases import deed_phrases
    from reader.analysis.numbers.grammar import grammar_of

    grammar = grammar_of(pack.numbers)
    return pack.actors.state_bodies, deed_phrases(grammar).deeds, grammar.noun_kinds, grammar.event_words

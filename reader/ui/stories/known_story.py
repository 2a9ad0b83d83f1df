"""Reading the story of an article behind the screen: one short question to the library, the rest on a thread."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING

from reader.ingest.stories.opening import Fetched, OpenStory, fetch, put_together
from reader.ui.stories.carried import base_language, language_name
from reader.ui.stories.loading import Loaded
from reader.ui.stories.told_story import ToldStory

if TYPE_CHECKING:
    from reader.ingest.desk import Desk
    from reader.store.library import Library


class KnownStory:
    """The story that was read last: it is arranged anew only where it would come out otherwise."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._loaded: Loaded | None = None

    async def read(self, article_id: int) -> ToldStory | None:
        """The story of an article as it is now, or None where it is in none. Raises LibraryError."""
        fetched = await self._desk.library.ask(partial(_fetched, article_id=article_id))
        if fetched is None:
            return None
        known = self._loaded
        if known is None or not known.is_made_from(fetched):
            known = Loaded(await asyncio.to_thread(_arranged, fetched), fetched)
        self._loaded = Loaded(OpenStory(fetched.story, known.open.board, known.open.waiting), fetched)
        return ToldStory(fetched.story, known.open.board, fetched.language, len(known.open.waiting))


def _fetched(library: Library, article_id: int) -> Fetched | None:
    return fetch(library, article_id) if library.stories.story_of(article_id) is not None else None


def _arranged(fetched: Fetched) -> OpenStory:
    opened = put_together(fetched)
    for language in {base_language(text.language) for text in opened.board.texts}:
        language_name(language)  # read here: the names of languages take a while the first time
    return opened

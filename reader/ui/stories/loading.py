"""Loading a story for its screen: one short question to the library, then a thread arranges what it told."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING

from reader.domain.errors import NotFoundError
from reader.ingest.stories.opening import Fetched, OpenStory, fetch, put_together
from reader.ui.stories.article_marks import Marks, read_marks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from reader.ingest.desk import Desk
    from reader.store.library import Library

READING = "Reading the articles of the story…"
ARRANGING = "Laying {} articles side by side…"
GONE = "This story is no more: its articles are not one story any longer."


@dataclass(frozen=True)
class Loaded:
    """An open story, what it was made from, and what the person put on its articles, by id."""

    open: OpenStory
    fetched: Fetched
    marks: Mapping[int, Marks] = field(default_factory=dict)

    @property
    def language(self) -> str:
        """The reader's."""
        return self.fetched.language

    def is_made_from(self, other: Fetched) -> bool:
        """True where the board would come out the same: whether articles were read counts for nothing."""
        mine = self.fetched
        return (mine.texts, mine.corrections, mine.level, mine.language, _copies(mine)) == (
            other.texts,
            other.corrections,
            other.level,
            other.language,
            _copies(other),
        )


def _copies(fetched: Fetched) -> tuple[tuple[int, int | None, str | None], ...]:
    return tuple((member.article_id, member.copy_of, member.agency) for member in fetched.story.members)


async def load(desk: Desk, ids: Sequence[int], known: Loaded | None, say: Callable[[str], object]) -> Loaded:
    """The story of the first of these articles that is in one, looked at now. ``say`` is told how far it is; what is
    ``known`` is arranged anew only where it would come out otherwise.

    Raises NotFoundError where none of them is in a story, LibraryError.
    """
    say(READING)
    fetched, marks = await desk.library.ask(partial(_fetch, ids=tuple(ids)))
    if known is not None and known.is_made_from(fetched):
        return Loaded(replace(known.open, story=fetched.story), fetched, marks)
    say(ARRANGING.format(len(fetched.texts)))
    return Loaded(await asyncio.to_thread(put_together, fetched), fetched, marks)


def _fetch(library: Library, ids: Sequence[int]) -> tuple[Fetched, dict[int, Marks]]:
    for id in ids:
        if library.stories.story_of(id) is not None:
            fetched = fetch(library, id)
            if fetched.story.row.new and not library.read_only:
                library.stories.look(id)
            return fetched, read_marks(library, [member.article_id for member in fetched.story.members])
    raise NotFoundError(GONE, subject=str(ids[0]) if ids else "")

"""Open a story: its articles' stored analyses, as the user corrected them, arranged as one."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import lru_cache
from urllib.parse import urlsplit

from reader.analysis.story_board.parts import StoryBoard, StoryText, Wording
from reader.analysis.story_board.story_board import arrange
from reader.domain.analysis import Analysis
from reader.domain.confidence import Strictness
from reader.domain.correction import Correction, standing
from reader.domain.errors import ParleyError
from reader.domain.story import Story, StoryMember
from reader.ingest.revising import laid_over, relaid
from reader.ingest.stories.earlier import earlier
from reader.ingest.stories.language import reader_language
from reader.ingest.strictness import strictness
from reader.languages.pack import load_pack
from reader.store.analysis_json import decode
from reader.store.library import Library
from reader.store.stories.story_texts import Body, StoredText

UNKNOWN = "unknown outlet"
"""Where nobody says who published an article."""

_KEPT = 1024  # analyses
_PIECE = 10_000  # things that are looked through in a few milliseconds
_NEVER = 1_000_000


@dataclass(frozen=True, slots=True)
class OpenStory:
    """A story ready to be read. ``waiting`` are its articles that are not analysed yet; the board is without them."""

    story: Story
    board: StoryBoard
    waiting: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Fetched:
    """All that the library tells of a story, nothing of it worked on yet."""

    story: Story
    texts: tuple[StoredText, ...]
    corrections: tuple[Correction, ...]
    level: Strictness
    language: str


def open_story(library: Library, id: int, *, language: str | None = None) -> OpenStory:
    """The story of an article, arranged; no language model is asked. ``language`` is the reader's, else the library's.

    Raises NotFoundError where the article is in no story, LibraryError.
    """
    return put_together(fetch(library, id, language=language))


def fetch(library: Library, id: int, *, language: str | None = None) -> Fetched:
    """The short part, that needs the library. Raises NotFoundError, LibraryError."""
    story = library.stories.story(id)
    return Fetched(
        replace(story, earlier=earlier(library, story)),
        tuple(library.story_texts.of([member.article_id for member in story.members])),
        standing(library.corrections.all()),
        strictness(library),
        language or reader_language(library),
    )


def put_together(fetched: Fetched) -> OpenStory:
    """The long part, for any thread: it reads nothing but ``fetched``."""
    with _hardly_any_garbage():
        return _put_together(fetched)


@contextmanager
def _hardly_any_garbage() -> Iterator[None]:
    """Inside the block hardly any garbage is looked for: so many small things are made, and kept, that looking through
    all of them again and again takes half of the time. Looking through them as young behind it would hold up every
    thread at once, for as long as a key may take."""
    looked, often = gc.isenabled(), gc.get_threshold()
    if looked and gc.get_freeze_count():  # what was put aside, as the app does, would count as old as well
        gc.set_threshold(_PIECE, 1, _NEVER)
    else:
        gc.disable()
    try:
        yield
    finally:
        gc.set_threshold(*often)
        if looked and not gc.isenabled():
            gc.freeze()
            gc.unfreeze()  # the two together make all there is old, and look through nothing
            gc.enable()


def _put_together(fetched: Fetched) -> OpenStory:
    members = {member.article_id: member for member in fetched.story.members}
    texts, waiting = [], []
    for stored in fetched.texts:
        made = _story_text(stored, members[stored.id], fetched.corrections, fetched.level)
        if made is None:
            waiting.append(stored.id)
        else:
            texts.append(made)
    return OpenStory(fetched.story, arrange(texts, fetched.language, load_pack), tuple(waiting))


def _story_text(
    stored: StoredText, member: StoryMember, corrections: tuple[Correction, ...], level: Strictness
) -> StoryText | None:
    analysis = _analysis(stored.text, stored.language, stored.body, corrections, level)
    if analysis is None:
        return None
    versions = (
        Wording(version.text, earlier, version.replaced)
        for version in stored.versions
        if (earlier := _analysis(version.text, stored.language, version.body, corrections, level)) is not None
    )
    return StoryText(
        article_id=stored.id,
        title=stored.title,
        outlet=outlet_of(stored),
        author=stored.author,
        language=stored.language,
        dated=stored.dated,
        url=stored.url,
        text=stored.text,
        text_hash=stored.text_hash,
        analysis=analysis,
        copy_of=member.copy_of,
        agency=member.agency,
        versions=tuple(versions),
    )


def outlet_of(stored: StoredText) -> str:
    """Who published it: its source, else what its feed is called, else its address's host."""
    host = urlsplit(stored.url).hostname if stored.url and "[" not in stored.url else None
    return stored.source or stored.feed or (host or "").removeprefix("www.") or UNKNOWN


def _analysis(
    text: str, language: str, body: Body | None, corrections: Sequence[Correction], level: Strictness
) -> Analysis | None:
    return None if body is None else _revised(text, language, body, tuple(corrections), level)


@lru_cache(maxsize=_KEPT)
def _revised(
    text: str, language: str, body: Body, corrections: tuple[Correction, ...], level: Strictness
) -> Analysis | None:
    """A stored analysis as it is shown. It is compared again only where a correction changed something."""
    found = decode(body)
    if found is None:
        return None
    try:
        thin = laid_over(text, language, found, (), level)
        corrected = laid_over(text, language, found, corrections, level) if corrections else thin
        return thin if corrected == thin else relaid(text, language, found, corrections, level)
    except ParleyError:
        return found  # what was found is better than nothing

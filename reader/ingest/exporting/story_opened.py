"""From a story of the library to what is given out of it, with everything the library knows beside it."""

from __future__ import annotations

from reader.domain.errors import NotFoundError
from reader.ingest.exporting.story_told import StoryTold
from reader.ingest.stories.language import reader_language
from reader.ingest.stories.opening import OpenStory, open_story
from reader.ingest.strictness import strictness
from reader.store.library import Library


def told_story(library: Library, id: int, language: str | None = None) -> StoryTold:
    """The story of an article, opened and told. ``language`` is what parties are named in, else the library's. No
    language model is asked. Raises NotFoundError where the article is in no story, LibraryError."""
    return tell_opened(library, open_story(library, id, language=language), language)


def tell_opened(library: Library, opened: OpenStory, language: str | None = None) -> StoryTold:
    """The same of a story that was opened in that language. Raises LibraryError."""
    from reader.ingest.exporting.story_telling import tell_story

    def title_of(article: int) -> str:
        try:
            return library.article(article).title
        except NotFoundError:
            return f"article {article}"

    language = language or reader_language(library)
    return tell_story(
        opened.story,
        opened.board,
        language,
        corrections=library.corrections.all(),
        level=strictness(library),
        title_of=title_of,
        language_name=_english_name(language),
    )


def _english_name(code: str) -> str:
    from babel import Locale

    return str(Locale.parse("en").languages.get(code, code))

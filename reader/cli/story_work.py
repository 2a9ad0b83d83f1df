"""What commands about stories do first: analyse what is missing, place what waits, open the story."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reader.cli.output import complain
from reader.cli.sizes import counting, progress
from reader.domain.errors import AnalysisError, StoryError
from reader.store.library import Library

if TYPE_CHECKING:
    from reader.ingest.exporting.story_told import StoryTold
    from reader.ingest.stories.opening import OpenStory

UNASKED = 20
"""Articles that are analysed because a story is asked for; of more it is told how to do it."""

EVERY = 10_000_000
TOLD = 1_000
"""Articles of which it is told when they are not analysed."""

ANALYSE = "parley stories --analyse"


def analyse_all(library: Library, ids: Sequence[int]) -> bool:
    """Analyse articles, each kept as soon as it is done; True where one could not be. Of a library that is read-only
    nothing would be kept, and nothing is done."""
    from reader.cli.finding import analysed

    if library.read_only:
        complain("The library is read-only, and its articles cannot be analysed.")
        return True
    failed = False
    with progress() as line:
        for done, id in enumerate(ids):
            counting(line, "analysing")(done, len(ids))
            try:
                analysed(library, library.article(id))
            except AnalysisError as error:
                complain(f"Article {id}: {error}")
                failed = True
    return failed


def unanalysed(library: Library) -> list[int]:
    """The ids of all articles without an analysis by what is installed, newest first."""
    from reader.ingest.engine import engine_key

    return library.unanalysed.ids(engine_key, EVERY)


def place(library: Library) -> None:
    """Give every article that waits its place among the stories; of a read-only library its stories are as they are."""
    if not library.stories.is_waiting():
        return
    if library.read_only:
        complain("The library is read-only, and its newest articles are in no story yet.")
        return
    from reader.ingest.stories.placing import place_all

    with progress() as line:
        place_all(library, counting(line, "finding stories"))


def analyse_alone(library: Library, id: int) -> None:
    """Analyse an article that is in no story and was not analysed. Raises NotFoundError where there is none."""
    article = library.article(id)
    if library.stories.story_of(id) is None and not library.read_only and library.analysis(article.text_hash) is None:
        analyse_all(library, [id])


def story_id(library: Library, id: int) -> int:
    """The id of the story an article is in, once all is placed. The article is analysed where it was not. Raises
    StoryError for an article that is in none, NotFoundError where there is no such article."""
    analyse_alone(library, id)
    place(library)
    found = library.stories.story_of(id)
    if found is None:
        tell_unanalysed(library)
        raise StoryError(
            f"Article {id} is in no story: no other article here is about the same event, or you took it out. "
            f"See: parley stories; put two articles together with: parley story join {id} OTHER",
            subject=str(id),
        )
    return found


def opened(library: Library, id: int, language: str | None) -> OpenStory:
    """The story an article is in, its articles analysed where few were not; of more it is told. Raises ParleyError."""
    from reader.ingest.stories.opening import open_story

    story_id(library, id)
    found = open_story(library, id, language=language)
    if found.waiting and not library.read_only and len(found.waiting) <= UNASKED:
        analyse_all(library, found.waiting)
        place(library)
        found = open_story(library, id, language=language)
    if found.waiting:
        count = len(found.waiting)
        what = "article of this story is" if count == 1 else "articles of this story are"
        complain(f"{count:,} {what} not analysed and left out; analyse with: {ANALYSE}")
    return found


def told_story(library: Library, id: int, language: str | None) -> StoryTold:
    """The same, ready to be given out."""
    from reader.ingest.exporting.story_opened import tell_opened

    return tell_opened(library, opened(library, id, language), language)


def tell_unanalysed(library: Library) -> None:
    """Tell on standard error how many articles are in no story because nothing is known of them yet."""
    if count := library.told.count_unanalysed(TOLD):
        many = "1 article is" if count == 1 else f"{count:,} articles are"
        complain(f"{many} not analysed yet, and in no story; analyse with: {ANALYSE}")

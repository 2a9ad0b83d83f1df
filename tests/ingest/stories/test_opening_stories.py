"""Opening a story: its stored analyses as the user corrected them, put together without a model."""

from __future__ import annotations

import asyncio
import gc
from dataclasses import replace

import pytest

from reader.domain.confidence import Strictness
from reader.domain.correction import Correction, CorrectionKind
from reader.domain.errors import NotFoundError
from reader.ingest.stories.opening import UNKNOWN, fetch, open_story, outlet_of, put_together
from reader.ingest.strictness import set_strictness
from reader.store.library import Library
from reader.store.stories.story_texts import StoredText


@pytest.fixture
def story_id(storied_library: Library) -> int:
    """The id of the story there is."""
    return storied_library.stories.rows()[0].id


def test_any_article_of_it_opens_a_story(storied_library: Library, story_id: int) -> None:
    opened = open_story(storied_library, story_id, language="en")
    ids = storied_library.stories.ids(story_id)
    assert tuple(text.article_id for text in opened.board.texts) == ids
    assert opened.waiting == ()
    assert all(open_story(storied_library, id, language="en").board == opened.board for id in ids)


def test_an_article_alone_has_no_story(storied_library: Library) -> None:
    alone = next(row.id for row in storied_library.rows() if storied_library.stories.story_of(row.id) is None)
    with pytest.raises(NotFoundError):
        open_story(storied_library, alone)


def test_names_are_in_the_language_of_the_setting(storied_library: Library, story_id: int) -> None:
    storied_library.set_setting("language", "fr")
    names = {party.name for party in open_story(storied_library, story_id).board.analysis.parties}
    assert {"Arménie", "Azerbaïdjan"} <= names


def test_copies_and_agencies_come_from_the_shelf(storied_library: Library, story_id: int) -> None:
    members = {member.article_id: member for member in storied_library.stories.story(story_id).members}
    for text in open_story(storied_library, story_id).board.texts:
        assert (text.copy_of, text.agency) == (members[text.article_id].copy_of, members[text.article_id].agency)


def test_corrections_are_applied_and_compared(storied_library: Library, story_id: int) -> None:
    before = open_story(storied_library, story_id, language="en").board
    assert any("AZ" in statement.parties for statement in before.analysis.statements)
    storied_library.corrections.add(Correction(CorrectionKind.PARTY, actor="Zakir Hasanov", value="TR"))
    after = open_story(storied_library, story_id, language="en").board
    minister = next(actor for actor in after.analysis.actors if actor.name.endswith("Hasanov"))
    assert minister.party == "TR"
    assert "TR" in {party for statement in after.analysis.statements for party in statement.parties}


def test_a_strict_library_shows_sure_statements_only(storied_library: Library, story_id: int) -> None:
    set_strictness(storied_library, Strictness.STRICT)
    statements = open_story(storied_library, story_id).board.analysis.statements
    assert statements
    assert all(statement.confidence >= Strictness.STRICT.floor for statement in statements)


def test_articles_that_wait_for_their_analysis_are_told(storied_library: Library, story_id: int) -> None:
    waiting = storied_library.stories.ids(story_id)[-1]
    text_hash = storied_library.article(waiting).text_hash
    storied_library._db.execute("DELETE FROM analysis WHERE text_hash = ?", (text_hash,))
    opened = open_story(storied_library, story_id)
    assert opened.waiting == (waiting,)
    assert waiting not in opened.board.starts


def test_the_long_part_needs_no_library(storied_library: Library, story_id: int) -> None:
    fetched = fetch(storied_library, story_id, language="en")
    storied_library.close()
    assert asyncio.run(asyncio.to_thread(put_together, fetched)).board.figures


@pytest.mark.parametrize(
    ("source", "feed", "url", "outlet"),
    [
        ("AP", "AP top news", "https://ap.example/1", "AP"),
        (None, "AP top news", "https://ap.example/1", "AP top news"),
        (None, None, "https://www.ap.example/1", "ap.example"),
        (None, None, None, UNKNOWN),
        ("", "", "http://[broken", UNKNOWN),
    ],
)
def test_what_an_outlet_is_called(source: str | None, feed: str | None, url: str | None, outlet: str) -> None:
    stored = StoredText(1, "Title", source, feed, None, "en", "2026-03-01", url, "Text", "hash", None)
    assert outlet_of(replace(stored)) == outlet


def test_what_was_put_together_is_not_looked_through_as_young(storied_library: Library, story_id: int) -> None:
    fetched = fetch(storied_library, story_id)
    looked = gc.isenabled()
    gc.enable()
    try:
        opened = put_together(fetched)
        assert gc.isenabled()
        assert any(known is opened.board for known in gc.get_objects(generation=2))
    finally:
        if not looked:
            gc.disable()


def test_what_was_put_aside_stays_aside(storied_library: Library, story_id: int) -> None:
    fetched = fetch(storied_library, story_id)
    looked, often = gc.isenabled(), gc.get_threshold()
    gc.enable()
    gc.freeze()
    aside = gc.get_freeze_count()
    try:
        assert put_together(fetched).board.texts
        assert gc.get_freeze_count() > aside / 2
        assert gc.isenabled()
        assert gc.get_threshold() == often
    finally:
        gc.unfreeze()
        if not looked:
            gc.disable()

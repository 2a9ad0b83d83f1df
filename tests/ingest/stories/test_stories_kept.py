"""What stories are made of may be lost or damaged: nothing the user said is lost by it."""

from __future__ import annotations

from pathlib import Path

import pytest
from tales import add, stories, tale

from reader.ingest.stories.placing import place_all
from reader.store.doctor.doctor import examine
from reader.store.doctor.findings import all_well
from reader.store.doctor.repairing import repair
from reader.store.library import Library

DAMAGE = {
    "a member of no story": "UPDATE story_member SET story_id = 999 WHERE article_id = 2",
    "a story without a row": "DELETE FROM story WHERE id = 1",
    "a count": "UPDATE story SET articles = 7",
    "what is unread": "UPDATE story SET unread = 40",
    "half a likeness": "DELETE FROM likeness WHERE article_id = 1",
    "a lost signature": "DELETE FROM signature WHERE article_id = 2",
}


def fill(library: Library) -> None:
    """Two stories of three articles."""
    for event in (1, 2):
        for number in range(3):
            add(library, tale((event,), 10 * event + number, number / 2))
    place_all(library)


@pytest.mark.parametrize("damage", DAMAGE.values(), ids=DAMAGE.keys())
def test_damaged_rows_are_found_and_made_again_with_what_the_user_said(library_path: Path, damage: str) -> None:
    with Library.open(library_path) as library:
        fill(library)
        library.stories.rename(1, "The tides")
        library.stories.leave_out(4, [6])
        place_all(library)
        before = stories(library)
        library._db.execute(damage)
    assert not all_well(examine(library_path))
    assert all_well(repair(library_path).findings)
    with Library.open(library_path) as library:
        place_all(library)
        assert stories(library) == before == [(1, 2, 3), (4, 5)]
        assert library.stories.story(3).row.name == "The tides"
        assert [row.articles for row in library.stories.rows()] == [3, 2]


def test_an_article_whose_signature_is_lost_leaves_the_others_their_story(empty_library: Library) -> None:
    fill(empty_library)
    empty_library._db.execute("DELETE FROM signature WHERE article_id = 2")
    add(empty_library, tale((1,), 14, 1.0))
    place_all(empty_library)
    assert (1, 3, 7) in stories(empty_library)

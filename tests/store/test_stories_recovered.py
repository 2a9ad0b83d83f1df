"""Stories in a library that was damaged, or whose old texts were cleaned up: what was said of them stays, and so do
they."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from damaging import leaves_of, overwrite
from items import brought, item
from sample import sample_analysis
from story_news import drafts

from reader.ingest.stories.placing import place_all
from reader.store.cleanup import Wish
from reader.store.doctor.doctor import examine
from reader.store.doctor.findings import all_well
from reader.store.doctor.repairing import repair
from reader.store.library import Library

LATER = datetime(2027, 3, 2, tzinfo=UTC)


def said(library: Library) -> dict[str, list[tuple[Any, ...]]]:
    """All that was said of stories."""
    found = {table: library._ask(f"SELECT * FROM {table} ORDER BY 1") for table in ("story_wish", "deed")}
    return found | {"story_mark": library._ask("SELECT * FROM story_mark WHERE followed OR muted OR name <> ''")}


@pytest.mark.parametrize("table", ["article", "story_member", "story", "signature", "likeness", "analysis"])
def test_a_damaged_file_keeps_marks_and_wishes(storied_path: Path, table: str) -> None:
    with Library.open(storied_path) as library:
        (row,) = library.stories.rows()
        first, *others = library.stories.ids(row.id)
        library.stories.follow(first, True)
        library.stories.rename(first, "The border")
        library.stories.leave_out(first, others[-1:])
        place_all(library)
        was, ids = said(library), library.stories.ids(first)
        assert ids == (first, *others[:-1])
    overwrite(storied_path, leaves_of(storied_path, table)[:1])
    assert not all_well(examine(storied_path))
    assert all_well(repair(storied_path).findings)
    with Library.open(storied_path) as library:
        assert said(library) == was
        place_all(library)
        if table not in ("article", "analysis"):
            row = library.stories.story(first).row
            assert (library.stories.ids(first), row.followed, row.name) == (ids, True, "The border")


def test_an_article_whose_text_was_cleaned_up_stays_in_its_story(empty_library: Library) -> None:
    library = empty_library
    feed = library.feeds.subscribe("https://bay.example/feed.xml", name="Bay")
    texts = [draft.text for draft in drafts() if draft.language == "en"][:3]
    brought(library, feed, *(item(f"{n}", text) for n, text in enumerate(texts)))
    for id in (1, 2, 3):
        library.save_analysis(library.article(id).text_hash, sample_analysis())
    place_all(library)
    assert library.stories.ids(1) == (1, 2, 3)
    before = library._ask("SELECT * FROM story_member ORDER BY 1")
    assert library.cleanup.run(Wish(older_than=timedelta(days=90)), 0, LATER) == (3, None)
    place_all(library)
    assert [library.article(id).text for id in (1, 2, 3)] == ["", "", ""]
    assert library._ask("SELECT * FROM story_member ORDER BY 1") == before

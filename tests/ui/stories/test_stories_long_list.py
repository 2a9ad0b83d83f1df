"""A list of more stories than a page, with real keys."""

from __future__ import annotations

from pathlib import Path
from typing import cast

from reading import Reading, reading
from told import add, drafts

from reader.domain.article import Draft
from reader.ingest.stories.placing import place_all
from reader.store.library import Library
from reader.ui.stories.stories_screen import StoriesScreen


def listed(reader: Reading) -> StoriesScreen:
    return cast(StoriesScreen, reader.app.screen)


async def test_many_stories_are_asked_for_page_by_page_and_the_next_unread_by_itself(library_path: Path) -> None:
    library_path.parent.mkdir()
    with Library.open(library_path) as library:
        library.set_setting("seeded", "1")
        many = 120
        for n in range(many):
            name = "".join("bcdfghjklm"[int(digit)] + "aeiou"[int(digit) % 5] for digit in f"{n:03}") + "stad"
            for side in ("east", "west"):
                text = f"The {name} bridge of {name} fell at {name}, {side} of {name} river and the {name} mill."
                add(
                    library,
                    Draft(text, f"{name} bridge fell {side}", side, published="2026-03-18", language="en"),
                    drafts()[4][1],
                )
        place_all(library)
        rows = library.stories.rows(-1)
        total = len(rows)
        for row in rows[1:-1]:
            library.marking.mark(library.stories.ids(row.id), True)
    assert total > 100
    async with reading(library_path, (80, 24)) as reader:
        await reader.press("Y", "G")
        assert listed(reader).list.cursor == total - 1
        assert listed(reader).row is not None
        assert reader.seen(f"{total} of {total}")
        await reader.press("N")
        assert listed(reader).list.cursor == 0
        await reader.press("n")
        row = listed(reader).row
        assert row is not None
        assert row.id == rows[-1].id
        await reader.press("slash", *"bace", "enter")
        assert 0 < listed(reader).list.total < total
        assert listed(reader).row is not None
        await reader.press("slash", "ctrl+u", *"fell", "enter", "G")
        assert listed(reader).list.cursor == listed(reader).list.total - 1 == total - 1
        row = listed(reader).row
        assert row is not None
        assert row.id == rows[-1].id
        await reader.press("home", "n")
        assert listed(reader).list.cursor == total - 1
        await reader.press("N")
        assert listed(reader).list.cursor == 0

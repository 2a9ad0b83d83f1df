"""What a first story needs of the packs is made ready before, for the languages of the library's stories."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from reader.ingest.library_lane import LibraryLane
from reader.ingest.stories.ready import get_ready, make_ready, story_languages
from reader.languages.pack import load_pack
from reader.store.library import Library


def run(code: str) -> None:
    """Run this in a fresh Python, where no pack is ready."""
    head = "from reader.ingest.stories.ready import make_ready\nfrom reader.languages.pack import load_pack\n"
    subprocess.run([sys.executable, "-c", head + code], check=True)


def test_the_packs_of_these_languages_are_made_ready_and_no_others() -> None:
    run(
        "make_ready(('fr',), lambda: False, 0)\n"
        "assert {'gazetteer', 'actors', 'cues', 'numbers'} <= vars(load_pack('fr')).keys()\n"
        "assert 'gazetteer' not in vars(load_pack('en'))"
    )


def test_it_stops_where_the_program_ends() -> None:
    run(
        "asked = []\n"
        "make_ready(('fr', 'en'), lambda: asked.append(1) or len(asked) > 2, 0)\n"
        "assert 'gazetteer' in vars(load_pack('fr'))\n"
        "assert 'cues' not in vars(load_pack('fr'))"
    )


def test_languages_are_those_of_the_stories_and_the_readers(storied_library: Library) -> None:
    storied_library.set_setting("language", "es")
    told = story_languages(storied_library)
    assert told[0] == "es"
    assert set(told[1:]) == {language for row in storied_library.stories.rows() for language in row.languages}


def test_a_library_without_stories_makes_nothing_ready(library_path: Path) -> None:
    library_path.parent.mkdir()
    with Library.open(library_path) as library:
        assert story_languages(library) == ()


def test_every_language_of_a_library_can_be_made_ready() -> None:
    make_ready(("en", "qqq"), lambda: False, 0)
    assert load_pack("qqq").gazetteer.parties


async def test_a_library_that_cannot_be_read_is_left_for_whoever_opens_a_story(tmp_path: Path) -> None:
    path = tmp_path / "library.db"
    path.write_bytes(b"this is no library" * 100)
    lane = LibraryLane(path)
    try:
        await get_ready(lane)
    finally:
        lane.close()


async def test_it_happens_beside_the_loop(storied_path: Path) -> None:
    lane = LibraryLane(storied_path)
    try:
        await get_ready(lane)
    finally:
        lane.close()
    assert {"gazetteer", "cues", "numbers"} <= vars(load_pack("fr")).keys()

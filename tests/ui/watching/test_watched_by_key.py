"""Rules and what they told, by keys: made, changed, removed, taken back, looked through; told while somebody reads."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from reading import Reading, fill, reading
from textual.widgets import Input
from watched import news

from reader.domain.watch import WatchKind
from reader.ingest.watching import begin, sightings
from reader.store.library import Library
from reader.ui.arrangement import Place
from reader.ui.messages import LibraryChanged
from reader.ui.search.statements_screen import StatementsScreen
from reader.ui.watching.asking import ask_to_watch_figures
from reader.ui.watching.watched_screen import WatchedScreen

BOTH = pytest.mark.parametrize("size", [(80, 24), (200, 50)])


@pytest.fixture(scope="module")
def _watched_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("watched") / "library.db"
    fill(path)
    with Library.open(path) as library:
        library.set_setting("ui.paused", "1")
        library.set_setting("ui.schedule", "0")
        news(library, 1)
        news(library, 2)
        begin(library, library.watches.add("Truce", WatchKind.STATEMENTS, "says:Russia ceasefire"))
        begin(library, library.watches.add("Dead", WatchKind.FIGURES, story=5))
        news(library, 3, killed=60)
        assert len(sightings(library)) == 2
    return path


@pytest.fixture
def path(_watched_once: Path, library_path: Path) -> Path:
    """A library with two articles of one event, 5 and 6, and a rule that has told of a third; this test's own copy."""
    library_path.parent.mkdir()
    shutil.copy(_watched_once, library_path)
    return library_path


def names(path: Path) -> list[str]:
    with Library.open(path) as library:
        return [watch.name for watch in library.watches.all()]


def screen(reader: Reading) -> WatchedScreen:
    """The screen that lies on top."""
    top = reader.app.screen
    assert isinstance(top, WatchedScreen)
    return top


def told(reader: Reading) -> str:
    """What was said last for a moment."""
    return [note.message for note in reader.app._notifications][-1]


@BOTH
async def test_rules_are_looked_through_and_opened_at_the_place(path: Path, size: tuple[int, int]) -> None:
    async with reading(path, size) as reader:
        await reader.press("exclamation_mark")
        lines = [line.strip() for line in reader.lines()]
        assert lines[0] == "Watched · 2 rules · 2 new"
        assert lines[2].startswith("Truce  says:Russia ceasefire")
        assert lines[2].endswith("1 new")
        assert lines[3].startswith("●  1 Mar")
        assert "Dmitri Peskov: the ceasefire of the 3 convoy" in lines[3]
        assert lines[4].startswith("Dead  figures of a story")
        assert "soldiers […] killed: At least 49 → At least 60" in lines[5]
        places = []
        for key in ("j", "J", "J", "K", "K", "K", "G", "g", "home", "pagedown", "pageup", "up", "down"):
            await reader.press(key)
            places.append(screen(reader).list.cursor)
        assert places == [1, 2, 2, 0, 0, 0, 3, 3, 0, 3, 0, 0, 1]
        await reader.press("enter")
        view = reader.screen.view
        assert (reader.title, reader.screen.at) == ("Fight 3 over the bridge", Place.ARTICLE)
        assert view.selected is not None
        assert reader.seen("the ceasefire of the 3 convoy")
        await reader.press("exclamation_mark")
        assert reader.lines()[0].strip() == "Watched · 2 rules"
        await reader.press("G", "enter")
        assert reader.title == "Fight 3 over the bridge"
        await reader.press("exclamation_mark", "enter")
        assert not isinstance(reader.app.screen, WatchedScreen)
        for key in ("escape", "q", "exclamation_mark"):
            await reader.press("exclamation_mark", key)
            assert not isinstance(reader.app.screen, WatchedScreen)


@BOTH
async def test_a_rule_is_typed_with_completion_and_taken_back(path: Path, size: tuple[int, int]) -> None:
    async with reading(path, size) as reader:
        await reader.press("exclamation_mark", "a", *"says:Rus")
        await reader.press("tab")
        prompt = screen(reader).prompt
        assert prompt is not None
        assert prompt.line.value == "says:Russia"
        prompt.line.insert_text_at_cursor(" conv")
        await reader.press("o", "y")
        assert reader.seen("3 statements so far")
        await reader.press("enter")
        assert names(path) == ["Truce", "Dead", "says:Russia convoy"]
        assert screen(reader).prompt is None
        rule = screen(reader).rule
        assert rule is not None
        assert rule.watch.name == "says:Russia convoy"
        assert "Watching for “says:Russia convoy”. u takes it back." in told(reader)
        await reader.press("u")
        assert names(path) == ["Truce", "Dead"]
        assert reader.lines()[0].strip() == "Watched · 2 rules · 2 new"
        await reader.press("U")
        assert names(path) == ["Truce", "Dead", "says:Russia convoy"]
        await reader.press("a", *"feld:x", "enter")
        assert reader.seen("There is no field")
        await reader.press("escape")
        assert screen(reader).prompt is None
        assert names(path) == ["Truce", "Dead", "says:Russia convoy"]


@BOTH
async def test_a_rule_is_edited_and_removed(path: Path, size: tuple[int, int]) -> None:
    async with reading(path, size) as reader:
        await reader.press("exclamation_mark", "e")
        name, query = reader.app.screen.query(Input)
        assert (name.value, query.value) == ("Truce", "says:Russia ceasefire")
        name.value, query.value = "Peace", "says:Russia feld:x"
        await reader.press("enter")
        assert "There is no field" in "\n".join(reader.lines())
        query.value = "says:Russia convoy"
        await reader.press("enter")
        assert reader.seen("Peace  says:Russia convoy")
        await reader.press("u")
        assert reader.seen("Truce  says:Russia ceasefire")
        assert reader.seen("1 new")
        await reader.press("J", "e")
        (name,) = reader.app.screen.query(Input)
        await reader.press("escape", "d")
        assert names(path) == ["Truce"]
        assert "Removed the rule “Dead”." in told(reader)
        await reader.press("u")
        assert names(path) == ["Truce", "Dead"]
        assert reader.seen("At least 49 → At least 60")


@BOTH
async def test_a_rule_is_made_of_statements_found(path: Path, size: tuple[int, int]) -> None:
    async with reading(path, size) as reader:
        await reader.press("S", *"says:Russia", "ctrl+t", "exclamation_mark")
        (name,) = reader.app.screen.query(Input)
        assert name.value == "says:Russia"
        name.value = "Moscow"
        await reader.press("enter")
        assert isinstance(reader.app.screen, StatementsScreen)
        assert told(reader) == "Watching for “Moscow”."
        assert names(path) == ["Truce", "Dead", "Moscow"]
        await reader.press("exclamation_mark", "escape")
        assert isinstance(reader.app.screen, StatementsScreen)


@BOTH
async def test_a_rule_is_made_of_the_figures_of_a_story(path: Path, size: tuple[int, int]) -> None:
    async with reading(path, size) as reader:
        ask_to_watch_figures(reader.app, reader.app.desk, 6, "Fight 1 over the bridge")
        await reader.settle()
        await reader.press("enter")
        assert names(path) == ["Truce", "Dead", "Figures: Fight 1 over the bridge"]


@BOTH
async def test_without_rules_the_screen_says_how_to_make_one(path: Path, size: tuple[int, int]) -> None:
    with Library.open(path) as library:
        for watch in library.watches.all():
            library.watches.remove(watch.id)
    async with reading(path, size) as reader:
        await reader.press("exclamation_mark")
        assert reader.seen("No rules yet: a makes one")
        await reader.press("e", "d", "enter", "j", "J", "G")
        assert isinstance(reader.app.screen, WatchedScreen)


@BOTH
async def test_what_comes_in_is_told_once_in_its_own_words(path: Path, size: tuple[int, int]) -> None:
    async with reading(path, size) as reader:

        async def look() -> list[str]:
            reader.app.post_message(LibraryChanged())
            await reader.settle()
            # A second later, if nobody calls it.
            assert reader.screen._rules_look is not None
            reader.screen._look()
            await reader.settle()
            return [note.message for note in reader.app._notifications if "new for" in note.message]

        assert await look() == []
        with Library.open(path) as library:
            news(library, 4, killed=60, said="we [bold]reject[/bold] the ceasefire of the north in every word of it")
            news(library, 5, killed=75)
        (sentence,) = await look()
        first, _, words = sentence.partition("\n")
        assert first == "3 new for “Truce” and 1 other. ! shows them."
        assert words.startswith("Dmitri Peskov: the ceasefire of the 5 convoy")
        assert len(await look()) == 1
        await reader.press("exclamation_mark")
        assert reader.lines()[0].strip() == "Watched · 2 rules · 5 new"
        assert reader.seen("we [bold]reject[/bold] the ceasefire")


async def test_nothing_is_told_in_a_line_that_goes(path: Path) -> None:
    async with reading(path, (80, 24)) as reader:
        await reader.press("exclamation_mark", "a", *"says:Russia")
        prompt = screen(reader).prompt
        assert prompt is not None
        gone = prompt.remove()
        assert screen(reader).prompt is None
        await gone

"""The registry of actions: what is advertised works, and nothing is advertised twice."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from reading import reading

from reader.ui.actions import ACTIONS, Action, Region
from reader.ui.annotating.note_editor import NoteEditor
from reader.ui.annotating.notes_screen import NotesScreen
from reader.ui.app import ParleyApp
from reader.ui.article_view import ArticleView
from reader.ui.comparison import ComparisonScreen
from reader.ui.correcting.menu import CorrectionMenu
from reader.ui.difference import DifferenceScreen
from reader.ui.exporting.menu import ExportMenu
from reader.ui.feeds.dialog import Dialog
from reader.ui.feeds.drawer import FeedDrawer
from reader.ui.feeds.health import HealthScreen
from reader.ui.help_screen import key_lines
from reader.ui.keeping.mark_menu import MarkMenu
from reader.ui.keeping.selecting_list import SelectingList
from reader.ui.keeping.tag_dialog import TagDialog
from reader.ui.keeping.tags_screen import TagsScreen
from reader.ui.links_screen import LinksScreen
from reader.ui.panel.panel import StatementPanel
from reader.ui.reading_screen import ReadingScreen
from reader.ui.search.find_line import FindInput
from reader.ui.search.prompt import SearchInput
from reader.ui.search.statements_screen import StatementsScreen
from reader.ui.sheet import SheetText
from reader.ui.stories.menu import StoryDialog
from reader.ui.stories.narrow_line import NarrowInput
from reader.ui.stories.stories_screen import StoriesScreen
from reader.ui.stories.story_screen import StoryScreen
from reader.ui.watching.watched_screen import WatchedScreen

OWNERS = {
    Region.EVERYWHERE: ParleyApp,
    Region.READING: ReadingScreen,
    Region.LIST: SelectingList,
    Region.ARTICLE: ArticleView,
    Region.PICKING: ArticleView,
    Region.NOTES: NotesScreen,
    Region.WRITING: NoteEditor,
    Region.PANEL: StatementPanel,
    Region.COMPARISON: ComparisonScreen,
    Region.ABOUT: StoryDialog,
    Region.CORRECTION: CorrectionMenu,
    Region.FEEDS: FeedDrawer,
    Region.HEALTH: HealthScreen,
    Region.DIALOG: Dialog,
    Region.CHANGES: DifferenceScreen,
    Region.LINKS: LinksScreen,
    Region.TAGGING: TagDialog,
    Region.TAGS: TagsScreen,
    Region.MARKING: MarkMenu,
    Region.PROMPT: SearchInput,
    Region.FIND: FindInput,
    Region.STATEMENTS: StatementsScreen,
    Region.WATCHED: WatchedScreen,
    Region.EXPORTING: ExportMenu,
    Region.STORIES: StoriesScreen,
    Region.NARROWING: NarrowInput,
    Region.TELLING: StoryScreen,
    Region.SHEET: SheetText,
}


def test_every_action_has_an_id_of_its_own() -> None:
    assert [id for id, times in Counter(action.id for action in ACTIONS).items() if times > 1] == []


@pytest.mark.parametrize("region", Region)
def test_no_key_means_two_things_in_one_region(region: Region) -> None:
    keys = [key for action in ACTIONS if action.region is region for key in action.keys.split(",")]
    assert [key for key, times in Counter(keys).items() if times > 1] == []


@pytest.mark.parametrize("action", ACTIONS, ids=lambda action: action.id)
def test_every_action_is_done_by_its_region_and_bound_with_its_sentence(action: Action) -> None:
    owner = OWNERS[action.region]
    assert hasattr(owner, f"action_{action.run.partition('(')[0]}")
    bound = {binding.id: binding for binding in owner.BINDINGS}
    assert bound[action.id].tooltip == action.tip
    assert action.tip
    assert not action.tip.endswith(".")


@pytest.mark.parametrize("width", [20, 40, 78])
def test_the_help_names_every_action_at_any_width(width: int) -> None:
    lines = [line.plain for line in key_lines({}, width)]
    words = " ".join(" ".join(lines).split())
    assert all(action.tip in words for action in ACTIONS)
    assert all(len(line) <= max(width, 44) for line in lines)


def test_the_help_shows_rebound_keys() -> None:
    lines = [line.plain for line in key_lines({"zen": "f11"}, 78)]
    assert any(line.split()[:1] == ["f11"] and "article alone" in line for line in lines)


async def test_a_key_can_be_rebound_by_id(story_path: Path) -> None:
    async with reading(story_path) as reader:
        reader.app.set_keymap({"zen": "ctrl+z"})
        await reader.press("z")
        assert not reader.screen.zen
        await reader.press("ctrl+z")
        assert reader.screen.zen

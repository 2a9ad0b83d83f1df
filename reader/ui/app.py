"""The Textual app: themes, styles, what is remembered, and the one reading screen.

What it imports at its head is what the first picture needs; the rest comes once that is on the terminal.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from datetime import date
from pathlib import PurePath
from typing import TYPE_CHECKING, ClassVar

from textual import events, on
from textual.app import App
from textual.binding import BindingType, Keymap
from textual.command import Provider
from textual.screen import Screen
from textual.theme import Theme

from reader.domain.errors import ParleyError
from reader.domain.scope import EVERYTHING
from reader.resources import resource_dir
from reader.ui.everywhere import EVERYWHERE
from reader.ui.feeds.kept import load_scope
from reader.ui.first_screen import FirstScreen
from reader.ui.garbage import EVERY, Garbage
from reader.ui.kept_theme import load_theme, save_theme
from reader.ui.row_window import PAGE
from reader.ui.sequence import LastKeys
from reader.ui.steady_stylesheet import SteadyStylesheet
from reader.ui.themes import DARK, OWN, reading_colours
from reader.ui.title_line import library_name

if TYPE_CHECKING:
    from reader.domain.article import ArticleRow
    from reader.ingest.desk import Desk
    from reader.ui.messages import CorrectionAsked, ExportAsked
    from reader.ui.reading_screen import ReadingScreen
    from reader.ui.settings import Settings

FIRST, READING = "first", "reading"
"""What the app shows: the first picture, then the reading screen."""

SIXTEEN = "ansi-dark"
"""The theme of a terminal that has sixteen colours, until another is chosen."""


def _action_commands() -> type[Provider]:
    from reader.ui.palette import ActionCommands

    return ActionCommands


class ParleyApp(App[None]):
    """Parley on a terminal.

    ``open_article`` is the id of the article to start with; else the one last open; ``today`` what dates are
    abbreviated by. The app closes the desk when it ends.
    """

    TITLE = "Parley"
    CSS_PATH: ClassVar[list[str | PurePath]] = [resource_dir("styles") / name for name in ("app.tcss", "list.tcss")]
    DEFAULT_MODE = FIRST
    BINDINGS: ClassVar[list[BindingType]] = [action.binding() for action in EVERYWHERE]
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {_action_commands}

    def __init__(self, desk: Desk, open_article: int | None = None, today: date | None = None) -> None:
        super().__init__()
        self.desk = desk
        self.today = today or date.today()
        self._asked_for = open_article
        self._rows: list[ArticleRow] = []
        self._scope = EVERYTHING
        self.add_mode(FIRST, self._first_screen)
        self._theme_kept: str | None = None
        self._early: list[events.Key] | None = []
        self.last_keys = LastKeys()
        self._garbage = Garbage()
        self.rebound: dict[str, str] = {}
        for theme in OWN:
            self.register_theme(theme)
        self.theme = DARK.name
        self.stylesheet = SteadyStylesheet(variables=self.get_css_variables())

    async def on_load(self) -> None:
        """Read what the first picture needs: the newest rows, the theme; a search is answered after it. A library that
        cannot be read ends the app."""
        try:
            self._theme_kept = await load_theme(self.desk)
            self._scope = await load_scope(self.desk)
            if self._scope.query is None:
                self._rows = await self.desk.rows(PAGE, 0, scope=self._scope)
        except ParleyError as error:
            self.exit(return_code=1, message=str(error))
            return
        if self._theme_kept in self.available_themes:
            self.theme = self._theme_kept or DARK.name
        self.stylesheet.set_variables(self.get_css_variables())

    def on_mount(self) -> None:
        """Fit the theme to the terminal where none was chosen; from now on one that is chosen is remembered."""
        # Not in on_load: only now is it known whether there is a terminal at all.
        if self._theme_kept is None and self.console.color_system == "standard" and not self.is_headless:
            self.theme = SIXTEEN
        self.theme_changed_signal.subscribe(self, self._keep_theme)

    # The first picture, and what takes its place

    def _first_screen(self) -> Screen[None]:
        return FirstScreen(self._rows, self.today, library_name(self.desk.path), self.size)

    @on(FirstScreen.Painted)
    async def _begin_reading(self) -> None:
        """Let the reading screen take the place of the first picture; keys pressed meanwhile are for it."""
        if self._exit:  # a screen that comes while all others close is never composed
            return
        from reader.ui.reading_screen import ReadingScreen
        from reader.ui.settings import load_settings

        try:
            settings = await load_settings(self.desk)
        except ParleyError as error:
            self.exit(return_code=1, message=str(error))
            return
        screen = ReadingScreen(self.desk, self._rows, settings, self._first_article(settings), self.today)
        screen.list.begin(self._scope)
        self.add_mode(READING, lambda: screen)
        await self.switch_mode(READING)
        await self.remove_mode(FIRST)
        if not gc.isenabled():  # as ``open_app`` starts it
            self._garbage.begin()
            self.set_interval(EVERY, self._garbage.look)
        self._getting_ready = self.set_interval(EVERY, self._get_ready)
        early, self._early = self._early, None
        for key in early or ():
            await self.on_event(key)

    def _get_ready(self) -> None:
        """While nobody waits for a key to act, make ready what the first story that is opened would wait for."""
        if self._garbage.is_calm:
            from reader.ingest.stories.ready import get_ready

            self._getting_ready.stop()
            self.run_worker(get_ready(self.desk.library), "getting ready", exit_on_error=False)

    def _first_article(self, settings: Settings) -> int | None:
        """What to open: what was asked for, what was open last, else the newest that is not an example."""
        if self._asked_for is not None:
            return self._asked_for
        if settings.open_id is not None:
            return settings.open_id
        newest = sorted(self._rows, key=lambda row: row.example)
        return newest[0].id if newest else None

    async def on_unmount(self) -> None:
        """Keep the place in the article and let go of the library."""
        await self.desk.close()

    # Looks

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The colours of parties and marks, which no theme of Textual's own has."""
        return reading_colours(self.current_theme)

    def _watch_theme(self, theme_name: str) -> None:
        super()._watch_theme(theme_name)
        self.set_class(self.current_theme.ansi or self.no_color, "-few-colours")
        self.set_class(self.no_color, "-no-colour")

    async def _keep_theme(self, theme: Theme) -> None:
        try:
            await save_theme(self.desk, theme.name)
        except ParleyError as error:
            self.notify(str(error), severity="error", markup=False)

    # Keys

    async def on_event(self, event: events.Event) -> None:
        """Take note of each key before it acts; until the reading screen is there it waits for that."""
        if isinstance(event, events.Key) and not event.is_forwarded:
            if self._early is not None:
                self._early.append(event)
                return
            self.last_keys.press(event.key)
            self._garbage.press()
        await super().on_event(event)

    def set_keymap(self, keymap: Keymap) -> None:
        """Rebind actions by id; the help shows the new keys."""
        super().set_keymap(keymap)
        self.rebound = dict(keymap)

    @property
    def reading(self) -> ReadingScreen:
        """The reading screen, whatever lies over it."""
        from reader.ui.reading_screen import ReadingScreen

        return next(screen for screen in self.screen_stack if isinstance(screen, ReadingScreen))

    def action_undo(self) -> None:
        """Take back what was done last."""
        self.reading.undo()

    def action_redo(self) -> None:
        """Do again what was taken back last."""
        self.reading.redo()

    def action_strictness(self) -> None:
        """Show more or fewer of the doubtful statements."""
        self.reading.change_strictness()

    def on_correction_asked(self, message: CorrectionAsked) -> None:
        """Ask what is wrong with a statement."""
        self.reading.correct_statement(message.statement_id)

    async def on_export_asked(self, message: ExportAsked) -> None:
        """Ask what to give out."""
        await self.reading.ask_export(message.at)

    def on_library_changed(self) -> None:
        """Pass it on to every screen."""
        from reader.ui.messages import LibraryChanged

        for screen in self.screen_stack:
            screen.post_message(LibraryChanged())

    def on_stories_changed(self) -> None:
        """Pass it on to every screen."""
        from reader.ui.messages import StoriesChanged

        for screen in self.screen_stack:
            screen.post_message(StoriesChanged())

    def action_help(self) -> None:
        """Show every key."""
        from reader.ui.help_screen import HelpScreen

        self.push_screen(HelpScreen(self.rebound))

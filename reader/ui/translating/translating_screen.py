"""Translations in the reading screen."""

from __future__ import annotations

from functools import cached_property

from textual import on, work

from reader.ingest.translator import Translator
from reader.ui.messages import TranslationAsked
from reader.ui.stories.story_scope_screen import StoryScopeScreen
from reader.ui.translating.asking import ask_for_translation


class TranslatingScreen(StoryScopeScreen):
    """``translator`` is there for the screens that lie over this one too."""

    @cached_property
    def translator(self) -> Translator:
        """Asks the person's command, and remembers what it said."""
        return Translator()

    @on(TranslationAsked)
    def _translate_chosen(self) -> None:
        self.translate_chosen()

    @work(group="translate", exit_on_error=False)
    async def translate_chosen(self) -> None:
        """Show a translation of the statement that is chosen in the panel, or put it away."""
        await ask_for_translation(self, self.desk, self.translator, self.panel.spoken)

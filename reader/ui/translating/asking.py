"""Asking for a translation from any screen: which command it is, whether it may run, and what it says."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from textual.screen import Screen

from reader.domain.errors import ParleyError
from reader.ingest.stories.language import reader_language
from reader.ingest.translation_command import agree, is_agreed, translation_command
from reader.ingest.translator import Wanted, told_name
from reader.ui.feeds.dialog import Choice, Question
from reader.ui.panel.block import Paragraph
from reader.ui.stories.carried import base_language, language_name
from reader.ui.translating.beside import translated, waiting

if TYPE_CHECKING:
    from reader.ingest.desk import Desk
    from reader.ingest.translator import Translator
    from reader.store.library import Library

NO_COMMAND = "No command translates here. Set one with: parley translate-with COMMAND"
NOTHING_CHOSEN = "Choose a statement first."
YES, NO = "yes", "no"


@dataclass(frozen=True)
class Spoken:
    """Words of an article and their language, with where to show what is beside them: ``known`` has what is shown by
    the words, ``redraw`` shows it."""

    words: str
    language: str
    known: dict[str, tuple[Paragraph, ...]]
    redraw: Callable[[], object]

    def show(self, paragraphs: tuple[Paragraph, ...]) -> None:
        """Show this beside the words; nothing where there is nothing."""
        self.known.pop(self.words, None)
        if paragraphs:
            self.known[self.words] = paragraphs
        self.redraw()


async def ask_for_translation(screen: Screen[Any], desk: Desk, translator: Translator, spoken: Spoken | None) -> None:
    """Show a translation of what is chosen, or put it away. To be awaited in a worker of ``screen``, on which is said
    what goes wrong.

    Nothing runs unless the person set a command at this computer, or agrees to one that came with the library.
    """
    if spoken is None or not spoken.words.strip():
        _tell(screen, NOTHING_CHOSEN)
        return
    if spoken.words in spoken.known:
        spoken.show(())
        return
    try:
        command, target = await desk.library.ask(_asked)
    except ParleyError as error:
        screen.notify(str(error), severity="error", markup=False)
        return
    if command is None:
        _tell(screen, NO_COMMAND)
    elif base_language(spoken.language) == base_language(target):
        _tell(screen, f"This is in {language_name(base_language(target))} already, the language you read.")
    else:
        wanted = Wanted(command, spoken.words, spoken.language, target)
        if is_agreed(command):
            await _translate(screen, translator, spoken, wanted)
        else:
            _ask_whether_it_may(screen, translator, spoken, wanted)


def _asked(library: Library) -> tuple[str | None, str]:
    return translation_command(library), reader_language(library)


def _ask_whether_it_may(screen: Screen[Any], translator: Translator, spoken: Spoken, wanted: Wanted) -> None:
    """Ask whether a command that was set elsewhere may run on this computer."""

    def answered(answer: str | None) -> None:
        if answer == YES:
            work = _agreed_to(screen, translator, spoken, wanted)
            screen.run_worker(work, group="translate", exit_on_error=False)

    choices = [Choice(NO, "No, run nothing"), Choice(YES, "Run it, now and from now on")]
    told = f"The library names a command that was not set at this computer: {told_name(wanted.command, 300)}"
    screen.app.push_screen(Question("Run a program to translate?", told, choices, NO), answered)


async def _agreed_to(screen: Screen[Any], translator: Translator, spoken: Spoken, wanted: Wanted) -> None:
    try:
        agree(wanted.command)
    except ParleyError as error:
        screen.notify(str(error), severity="error", markup=False)
        return
    await _translate(screen, translator, spoken, wanted)


async def _translate(screen: Screen[Any], translator: Translator, spoken: Spoken, wanted: Wanted) -> None:
    spoken.show(waiting())
    shown: tuple[Paragraph, ...] = ()
    try:
        shown = translated(await translator.translate(wanted), wanted.command)
    except ParleyError as error:
        screen.notify(str(error), severity="error", markup=False)
    finally:
        spoken.show(shown)


def _tell(screen: Screen[Any], sentence: str) -> None:
    screen.notify(sentence, timeout=4, markup=False)

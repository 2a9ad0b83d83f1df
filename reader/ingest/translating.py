"""Handing words to a translator that the person chose: a command that reads them and writes a translation."""

from __future__ import annotations

import os
import shlex
import time
from collections.abc import Callable

from reader.domain.errors import TranslationError
from reader.domain.plain_text import clean_line, clean_text
from reader.ingest.piping import Piped, piped

SECONDS = 60.0
"""How long a command may take: loading a model takes a while."""

MOST = 256 * 1024
"""Bytes that are read of what it writes."""

FROM, TO = "PARLEY_FROM", "PARLEY_TO"
"""The environment variables with the language of the text and the one that is wanted, as BCP 47 codes."""


def words_of(command: str) -> list[str]:
    """The program and its arguments, as a shell would part them; no shell is asked. Raises TranslationError."""
    try:
        words = shlex.split(command)
    except ValueError:
        raise TranslationError("The translation command cannot be read: a quotation mark is not closed.") from None
    if not words:
        raise TranslationError("The translation command is empty.")
    return words


def translate(
    command: str,
    text: str,
    source: str,
    target: str,
    *,
    stopped: Callable[[], bool] = lambda: False,
    seconds: float = SECONDS,
) -> str:
    """What ``command`` writes for ``text``, without anything a terminal could obey. It waits: not for the loop.

    The command gets the text on standard input and the languages in ``PARLEY_FROM`` and ``PARLEY_TO``; nothing of the
    text is part of a command line. Raises TranslationError, a sentence that names the program.
    """
    words = words_of(command)
    name = clean_line(words[0])
    environment = {**os.environ, FROM: source, TO: target}
    until = time.monotonic() + seconds

    def enough() -> bool:
        return stopped() or time.monotonic() > until

    try:
        done = piped(words, text.encode("utf-8", "replace"), environment, MOST, enough)
    except FileNotFoundError:
        raise TranslationError(f"The translation command is not there: {name}.") from None
    except (OSError, ValueError) as error:
        why = clean_line(getattr(error, "strerror", None) or str(error))
        raise TranslationError(f"The translation command {name} cannot be started: {why}.") from None
    return _answer(name, done, stopped(), seconds)


def _answer(name: str, done: Piped, stopped: bool, seconds: float) -> str:
    if stopped:
        raise TranslationError(f"The translation by {name} was stopped.")
    if done.cut:
        raise TranslationError(f"What {name} wrote is longer than {MOST // 1024} KB; it is not shown.")
    if done.status is None:
        raise TranslationError(f"{name} gave no translation within {seconds:g} seconds.")
    if done.status:
        why = clean_line(done.complaint.decode("utf-8", "replace"))[-200:]
        raise TranslationError(f"{name} failed ({done.status}){f': {why}' if why else '.'}")
    said = clean_text(done.output.decode("utf-8", "replace")).strip()
    if not said:
        raise TranslationError(f"{name} wrote nothing.")
    return said

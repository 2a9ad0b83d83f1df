"""Translations for the screen: by the command of the library, each asked for once and kept in memory only."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from dataclasses import dataclass
from functools import partial

from reader.domain.plain_text import clean_line
from reader.ingest.aside import aside
from reader.ingest.translating import translate

KEPT = 500
"""How many translations are remembered."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """``text`` in the language ``source`` is wanted in ``target``, of ``command``."""

    command: str
    text: str
    source: str
    target: str


class Translator:
    """One command runs at a time. What it answers never becomes part of the library."""

    def __init__(self) -> None:
        self._known: OrderedDict[Wanted, str] = OrderedDict()
        self._turn = asyncio.Lock()

    async def translate(self, wanted: Wanted) -> str:
        """The translation. Who leaves meanwhile ends the command. Raises TranslationError."""
        async with self._turn:
            said = self._known.get(wanted)
            if said is None:
                said = await aside(partial(_translated, wanted), "translating")
            self._known[wanted] = said
            self._known.move_to_end(wanted)
            while len(self._known) > KEPT:
                self._known.popitem(last=False)
            return said


def _translated(wanted: Wanted, stopped: object) -> str:
    assert callable(stopped)
    return translate(wanted.command, wanted.text, wanted.source, wanted.target, stopped=stopped)


def told_name(command: str, most: int = 40) -> str:
    """What to call a command beside what it translated."""
    words = clean_line(command)
    return words if len(words) <= most else f"{words[: most - 1]}…"

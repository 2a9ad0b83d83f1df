"""The language the person reads in: names of parties and actors are shown in it."""

from __future__ import annotations

import os
from collections.abc import Mapping

from reader.languages.loader import languages
from reader.languages.pack import FALLBACK
from reader.store.library import Library

SETTING = "language"
USUAL = "en"
_VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")


def reader_language(library: Library) -> str:
    """The setting "language", else the language of the locale, else English: the code of one that has a pack."""
    return chosen_language(library) or locale_language(os.environ) or USUAL


def chosen_language(library: Library) -> str | None:
    """The language that was set, or None where the locale decides. Raises LibraryError."""
    return known_language(library.setting(SETTING))


def keep_language(library: Library, code: str | None) -> None:
    """Set the language; with None the locale decides again. Raises LibraryError."""
    library.set_setting(SETTING, code or "")


def known_language(code: str | None) -> str | None:
    """The code of the pack for a language as BCP 47 or a locale writes it ("fr-CA", "fr_FR.UTF-8"); or None."""
    base = (code or "").replace("_", "-").partition(".")[0].partition("-")[0].casefold()
    return base if base != FALLBACK and base in languages() else None


def locale_language(environment: Mapping[str, str]) -> str | None:
    """The language of the first variable that is set, as the system's own programs take it; None where that is not
    among ours."""
    value = next((value for name in _VARIABLES if (value := environment.get(name, ""))), "")
    return known_language(value)

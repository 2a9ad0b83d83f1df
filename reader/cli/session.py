"""What every command shares: which library, and how the screen is opened."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

import click

from reader.domain.errors import LibraryError
from reader.ingest.location import default_library_path

if TYPE_CHECKING:
    from reader.store.library import Library

OpenApp: TypeAlias = Callable[[Path, "int | None"], int]
"""Opens the screen on a library and an article, and gives the exit code when the reader leaves."""


@dataclass
class Session:
    """One run of the command: ``named`` is the library given on the command line."""

    open_app: OpenApp
    named: Path | None = None

    @property
    def path(self) -> Path:
        """The library's file."""
        return self.named or default_library_path()

    def library(self) -> Library:
        """The library, made and seeded where it is new. Raises LibraryError."""
        from reader.ingest.seeding import open_library

        return open_library(self.path)

    def default_article(self, library: Library) -> int:
        """The article to show where none is named. Raises LibraryError where the library is empty."""
        from reader.ingest.seeding import first_article

        found = first_article(library)
        if found is None:
            raise LibraryError("The library is empty; add a text with: parley add FILE", subject=str(self.path))
        return found


pass_session = click.make_pass_decorator(Session)


def _language(ctx: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    from reader.feeds.details import language_code

    code = language_code(value)
    if value is not None and code is None:
        raise click.BadParameter('give a code such as "fr" or "en-GB".', ctx, parameter)
    return code


language_option = click.option(
    "--language",
    metavar="CODE",
    callback=_language,
    help='The language of the text, such as "fr" [default: found out].',
)
"""``--language`` for commands that read files."""


def has_screen() -> bool:
    """True where standard output is a terminal."""
    return sys.stdout.isatty()


def article_id(word: str) -> int | None:
    """The id a word stands for, or None where it is a path. A file named like a number is reached as ./NUMBER."""
    return int(word) if word.isascii() and word.isdigit() else None


def is_web_address(word: str) -> bool:
    """True for what is fetched from the web, False for a path or an id."""
    return word.lower().startswith(("http://", "https://"))

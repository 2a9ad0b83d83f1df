"""What shell completion offers for a feed and a folder."""

from __future__ import annotations

import click
from click.shell_completion import CompletionItem

from reader.cli.suggestions import library_there


def suggest_feeds(ctx: click.Context, parameter: click.Parameter, typed: str) -> list[CompletionItem]:
    """Names of feeds that start with what is typed; where that is the beginning of an address or an id, these."""
    with library_there(ctx) as library:
        feeds = library.feeds.all() if library is not None else []
    if typed.isdecimal():
        return [CompletionItem(str(f.id), help=f.shown) for f in feeds if str(f.id).startswith(typed)]
    named = [CompletionItem(f.shown, help=f.address) for f in feeds if f.shown.casefold().startswith(typed.casefold())]
    at = [CompletionItem(f.address, help=f.shown) for f in feeds if typed and f.address.startswith(typed)]
    return [*named, *(item for item in at if item.value not in {n.value for n in named})]


def suggest_folders(ctx: click.Context, parameter: click.Parameter, typed: str) -> list[CompletionItem]:
    """Folders that start with what is typed, written from the top."""
    from reader.cli.folder_words import folder_paths

    with library_there(ctx) as library:
        paths = sorted(folder_paths(library).values()) if library is not None else []
    return [CompletionItem(path) for path in paths if path.casefold().startswith(typed.casefold())]

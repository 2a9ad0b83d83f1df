"""From what a command calls a tag to the tag."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

from reader.cli.suggestions import library_there
from reader.domain.errors import NotFoundError
from reader.domain.plain_text import clean_line

if TYPE_CHECKING:
    from reader.domain.tag import Tag
    from reader.store.library import Library


def find_tag(library: Library, name: str) -> Tag:
    """The tag of that name, upper or lower case. Raises NotFoundError."""
    tag = library.tags.named(name)
    if tag is None:
        raise NotFoundError(f"There is no tag {clean_line(name)}; list them with: parley tags", subject=name)
    return tag


def suggest_tags(ctx: click.Context, parameter: click.Parameter, typed: str) -> list[CompletionItem]:
    """Tags that start with what is typed."""
    with library_there(ctx) as library:
        tags = library.tags.all() if library is not None else []
    return [
        CompletionItem(tag.name, help=f"{tag.articles} articles")
        for tag in tags
        if tag.name.casefold().startswith(typed.casefold())
    ]


tag_argument = click.argument("name", metavar="NAME", shell_complete=suggest_tags)

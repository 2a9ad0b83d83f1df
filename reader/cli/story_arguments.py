"""What commands about a story take: its id, ids of its articles, a language; and what completion offers for them."""

from __future__ import annotations

from itertools import islice
from typing import Any

import click
from click.shell_completion import CompletionItem

from reader.cli.suggestions import library_there

_MOST = 50


def suggest_stories(ctx: click.Context, parameter: click.Parameter, typed: str) -> list[CompletionItem]:
    """Ids of the newest stories that start with what is typed, with their titles."""
    return story_ids(ctx, typed)


def story_ids(ctx: click.Context, typed: str) -> list[CompletionItem]:
    """The same for what is no parameter."""
    from reader.domain.errors import ParleyError

    if typed and not typed.isdigit():
        return []
    with library_there(ctx) as library:
        if library is None:
            return []
        try:
            rows = (row for row in library.stories.rows(500) if str(row.id).startswith(typed))
            return [CompletionItem(str(row.id), help=row.shown) for row in islice(rows, _MOST)]
        except ParleyError:
            return []


def suggest_members(ctx: click.Context, parameter: click.Parameter, typed: str) -> list[CompletionItem]:
    """Ids of the articles of the story named before, with their titles."""
    from reader.domain.errors import ParleyError

    with library_there(ctx) as library:
        named = ctx.params.get("id")
        if library is None or not isinstance(named, int):
            return []
        try:
            members = library.stories.story(named).members
        except ParleyError:
            return []
        return [
            CompletionItem(str(each.article_id), help=each.title)
            for each in members
            if str(each.article_id).startswith(typed)
        ]


class _Id(click.IntRange):
    """An id of an article: a whole number from 1 on."""

    def __init__(self) -> None:
        super().__init__(min=1)

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """The number that was typed. Raises click.BadParameter."""
        try:
            return int(super().convert(value, param, ctx))
        except click.BadParameter:
            self.fail(f"{str(value)!r} is no id of a story or an article; see: parley stories", param, ctx)


ID = _Id()
"""What an id of a story or an article is typed as."""

story_argument = click.argument("id", type=ID, metavar="ID", shell_complete=suggest_stories)
"""``ID``: that of any article of the story."""

members_argument = click.argument(
    "articles",
    nargs=-1,
    required=True,
    type=ID,
    metavar="ARTICLE...",
    shell_complete=suggest_members,
)
"""``ARTICLE...``: ids of articles of the story."""


def known_code(ctx: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    """The code of the language with a pack that was named; None where none was. Raises click.BadParameter."""
    if value is None:
        return None
    from reader.ingest.stories.language import known_language

    code = known_language(value)
    if code is None:
        raise click.BadParameter(f"give one of {', '.join(_codes())}.", ctx, parameter)
    return code


def suggest_languages(ctx: click.Context, parameter: click.Parameter, typed: str) -> list[CompletionItem]:
    """Codes of the languages with a pack."""
    return [CompletionItem(code) for code in _codes() if code.startswith(typed)]


def _codes() -> list[str]:
    from reader.languages.loader import languages
    from reader.languages.pack import FALLBACK

    return sorted(set(languages()) - {FALLBACK})


party_language_option = click.option(
    "--language",
    metavar="CODE",
    callback=known_code,
    shell_complete=suggest_languages,
    help='The language parties are named in, such as "fr" [default: that of parley language].',
)
"""``--language``: the code of a language with a pack, or None."""

"""What commands about a story take: its id, ids of its articles, a language; and what completion offers for them."""

from __future__ import annotations

from itertools import islice

import click
from click.shell_completion import CompletionItem

from reader.cli.suggestions import library_there

_MOST = 50


def suggest_stories(ctx: click.Context, parameter: click.Parameter, typed: str) -> list[CompletionItem]:
    """Ids of the stories that changed last and start with what is typed, with their titles."""
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


story_argument = click.argument("id", type=click.IntRange(min=1), metavar="ID", shell_complete=suggest_stories)
"""``ID``: that of any article of the story."""

members_argument = click.argument(
    "articles",
    nargs=-1,
    required=True,
    type=click.IntRange(min=1),
    metavar="ARTICLE...",
    shell_complete=suggest_members,
)
"""``ARTICLE...``: ids of articles of the story."""


def _known(ctx: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    if value is None:
        return None
    from reader.ingest.stories.language import known_language
    from reader.languages.loader import languages
    from reader.languages.pack import FALLBACK

    code = known_language(value)
    if code is None:
        there = ", ".join(sorted(set(languages()) - {FALLBACK}))
        raise click.BadParameter(f"give one of {there}.", ctx, parameter)
    return code


party_language_option = click.option(
    "--language",
    metavar="CODE",
    callback=_known,
    help='The language parties are named in, such as "fr" [default: yours].',
)
"""``--language``: the code of a language with a pack, or None."""

"""What shell completion offers for an article, a statement and an actor."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from itertools import islice
from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

if TYPE_CHECKING:
    from reader.domain.analysis import Analysis
    from reader.store.library import Library

_MOST = 50
_WIDTH = 60


def suggest_ids(ctx: click.Context, parameter: click.Parameter, typed: str) -> list[CompletionItem]:
    """Ids of the newest articles that start with what is typed, with their titles; files where there are none."""
    return suggest_articles(ctx, parameter, typed) or [CompletionItem(typed, type="file")]


def suggest_articles(ctx: click.Context, parameter: click.Parameter, typed: str) -> list[CompletionItem]:
    """Ids of the newest articles that start with what is typed, with their titles."""
    if typed and not typed.isdigit():
        return []
    with library_there(ctx) as library:
        if library is None:
            return []
        rows = (row for row in library.rows(500) if str(row.id).startswith(typed))
        return [CompletionItem(str(row.id), help=row.title) for row in islice(rows, _MOST)]


def suggest_statements(ctx: click.Context, parameter: click.Parameter, typed: str) -> list[CompletionItem]:
    """Ids of the statements of the article named before, with their words; only of what is analysed already."""
    with library_there(ctx) as library:
        found = _analysis(ctx, library)
        if found is None:
            return []
        text, analysis = found
        lines = ((s.id, " ".join(text[s.content[0][0] :][:_WIDTH].split())) for s in analysis.statements)
        return [CompletionItem(id, help=words) for id, words in lines if id.startswith(typed)]


def suggest_actors(ctx: click.Context, parameter: click.Parameter, typed: str) -> list[CompletionItem]:
    """The names of the actors of the article named before."""
    with library_there(ctx) as library:
        found = _analysis(ctx, library)
        names = dict.fromkeys(actor.name for actor in found[1].actors) if found is not None else {}
        return [CompletionItem(name) for name in names if name.casefold().startswith(typed.casefold())]


def _analysis(ctx: click.Context, library: Library | None) -> tuple[str, Analysis] | None:
    """Text and stored analysis of the article the command names."""
    from reader.domain.errors import ParleyError

    named = str(ctx.params.get("article") or "")
    if library is None or not named.isdecimal():
        return None
    try:
        article = library.article(int(named))
        stored = library.analysis(article.text_hash)
    except ParleyError:
        return None
    return (article.text, stored.analysis) if stored is not None else None


@contextmanager
def library_there(ctx: click.Context) -> Iterator[Library | None]:
    """The library where there is one that can be used; completion makes none."""
    from reader.cli.session import Session
    from reader.domain.errors import ParleyError
    from reader.ingest.location import default_library_path
    from reader.store.library import Library

    root = ctx.find_root()
    session = ctx.find_object(Session)
    path = root.params.get("named") or (session.path if session else default_library_path())
    library = None
    with suppress(ParleyError):
        library = Library.open(path) if path.is_file() else None
    try:
        yield library
    finally:
        if library is not None:
            library.close()

"""``parley searches``: searches kept under a name."""

from __future__ import annotations

from pathlib import Path

import click
from click.shell_completion import CompletionItem

from reader.cli.output import say
from reader.cli.session import Session, pass_session
from reader.domain.errors import NotFoundError, QueryError
from reader.domain.plain_text import clean_line
from reader.domain.saved_search import SavedSearch
from reader.store.library import Library


def _suggest(ctx: click.Context, parameter: click.Parameter, typed: str) -> list[CompletionItem]:
    from reader.cli.suggestions import library_there

    with library_there(ctx) as library:
        kept = library.searches.all() if library is not None else []
    return [CompletionItem(s.name, help=s.query) for s in kept if s.name.casefold().startswith(typed.casefold())]


search_argument = click.argument("search", metavar="SEARCH", shell_complete=_suggest)
"""The name or the id of a saved search."""


@click.group("searches", invoke_without_command=True)
@click.pass_context
def command(ctx: click.Context) -> None:
    """Saved searches: list, keep, change, order and give them out. Undone by parley undo.

    SEARCH is the name of one, or its id. Without a command they are listed.

    \b
    Examples:
      parley searches
      parley searches add "Russia urges" 'says:Russia act:urge since:march'
      parley search -- "$(parley searches show Russia)"
      parley searches export > searches.jsonl
    """
    if ctx.invoked_subcommand is None:
        ctx.invoke(show_all)


@command.command("list")
@click.option("--unread", is_flag=True, help="Also count what is unread in each.")
@pass_session
def show_all(session: Session, unread: bool = False) -> None:
    """List the saved searches: id, name, query.

    \b
    Example:
      parley searches list --unread
    """
    with session.library() as library:
        kept = library.searches.all()
        counts = [_unread(library, search) if unread else "" for search in kept]
    if not kept:
        say("There are no saved searches yet; keep one with: parley searches add NAME QUERY")
    width = max((len(search.name) for search in kept), default=0)
    for search, count in zip(kept, counts, strict=True):
        say(f"{search.id:>4}  {search.name:<{width}}{f'  {count:>6}' if unread else ''}  {search.query}")


def _unread(library: Library, search: SavedSearch) -> str:
    from reader.cli.query_words import understand

    try:
        return f"{library.search.count(understand(search.query), unread=True):,}"
    except QueryError:
        return "?"


@command.command("show")
@search_argument
@pass_session
def show(session: Session, search: str) -> None:
    """Print the query of a saved search.

    \b
    Example:
      parley searches show "Russia urges"
    """
    with session.library() as library:
        say(_find(library, search).query)


@command.command("add")
@click.argument("name", metavar="NAME", required=False)
@click.argument("words", metavar="QUERY...", nargs=-1)
@click.option(
    "--from",
    "file",
    type=click.Path(exists=True, dir_okay=False, allow_dash=True, path_type=Path),
    metavar="FILE",
    help='Those that "export" printed; those whose name is taken are left out.',
)
@pass_session
def add(session: Session, name: str | None, words: tuple[str, ...], file: Path | None) -> int:
    """Keep a query under a name no other search has, or those of a file.

    \b
    Examples:
      parley searches add "Russia urges" says:Russia act:urge
      parley searches add --from searches.jsonl
    """
    if (file is None) == (name is None or not words):
        raise click.UsageError("Give a name and a query, or --from and a file.")
    if file is not None:
        from reader.cli.saved_search_lines import add_all, read_lines
        from reader.feeds.file_bytes import read_bytes

        lines = read_bytes(str(file)).decode("utf-8", "replace")
        with session.library() as library:
            say(add_all(library, read_lines(lines.splitlines())))
        return 0
    from reader.cli.query_words import joined, refused, understand

    typed = joined(words)
    try:
        understand(typed)
    except QueryError as error:
        return refused(typed, error)
    with session.library() as library:
        say(f"kept as {library.searches.add(name or '', typed).name}")
    return 0


@command.command("rename")
@search_argument
@click.argument("name", metavar="NAME")
@pass_session
def rename(session: Session, search: str, name: str) -> None:
    """Call a saved search something else.

    \b
    Example:
      parley searches rename "Russia urges" Russia
    """
    with session.library() as library:
        was = _find(library, search)
        say(f"{was.name} is called {library.searches.rename(was.id, name).name}")


@command.command("edit")
@search_argument
@click.argument("words", metavar="QUERY...", nargs=-1, required=True)
@pass_session
def edit(session: Session, search: str, words: tuple[str, ...]) -> int:
    """Give a saved search another query.

    \b
    Example:
      parley searches edit Russia says:Russia act:demand
    """
    from reader.cli.query_words import joined, refused, understand

    typed = joined(words)
    try:
        understand(typed)
    except QueryError as error:
        return refused(typed, error)
    with session.library() as library:
        now = library.searches.edit(_find(library, search).id, typed)
        say(f"{now.name} searches for {now.query}")
    return 0


@command.command("move")
@search_argument
@click.argument("place", metavar="PLACE", type=click.IntRange(min=1))
@pass_session
def move(session: Session, search: str, place: int) -> None:
    """Put a saved search at a place among the others; 1 is the first.

    \b
    Example:
      parley searches move Russia 1
    """
    with session.library() as library:
        moved = _find(library, search)
        library.searches.move(moved.id, place - 1)
        order = [each.id for each in library.searches.all()]
        say(f"{moved.name} is number {order.index(moved.id) + 1} of {len(order)}")


@command.command("remove")
@search_argument
@pass_session
def remove(session: Session, search: str) -> None:
    """Keep a search no longer.

    \b
    Example:
      parley searches remove Russia
    """
    with session.library() as library:
        say(f"{library.searches.remove(_find(library, search).id).name} is removed")


@command.command("export")
@pass_session
def export(session: Session) -> None:
    """Print the saved searches as JSON Lines, in order: name, query. "add --from" takes them back.

    \b
    Example:
      parley searches export > searches.jsonl
    """
    from reader.cli.json_lines import json_line

    with session.library() as library:
        for search in library.searches.all():
            say(json_line({"name": search.name, "query": search.query}))


def _find(library: Library, search: str) -> SavedSearch:
    """The saved search of that name, else of that id. Raises NotFoundError."""
    found = library.searches.named(search)
    if found is None and search.isascii() and search.isdigit():
        return library.searches.get(int(search))
    if found is None:
        raise NotFoundError(f"There is no saved search {clean_line(search)}.", subject=search)
    return found

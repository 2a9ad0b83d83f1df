"""``parley list``: the articles, newest first."""

from __future__ import annotations

from collections.abc import Iterator

import click

from reader.cli.output import say
from reader.cli.session import Session, pass_session
from reader.domain.article import ArticleRow
from reader.domain.plain_text import clean_line
from reader.store.library import Library

_PAGE = 500
_SOURCE_WIDTH = 16


@click.command("list")
@click.option("--unread", is_flag=True, help="Only articles not read yet.")
@click.option("--limit", type=click.IntRange(min=1), metavar="N", help="At most N articles.")
@pass_session
def command(session: Session, unread: bool, limit: int | None) -> None:
    """List the articles, newest first: id, unread mark, date, language, source, title.

    \b
    Examples:
      parley list
      parley list --unread --limit 20
    """
    with session.library() as library:
        shown = 0
        for row in _rows(library):
            if unread and row.read:
                continue
            say(row_line(row))
            shown += 1
            if shown == limit:
                break
    if not shown:
        say("Nothing unread." if unread else "The library is empty; add a text with: parley add FILE")


def row_line(row: ArticleRow) -> str:
    """One article on one line, columns aligned for up to 99,999 articles."""
    mark = " " if row.read else "●"
    source = clean_line(row.source or "")[:_SOURCE_WIDTH]
    date = (row.published or "")[:10]
    return f"{row.id:>5} {mark} {date:<10} {row.language:<3} {source:<{_SOURCE_WIDTH}} {clean_line(row.title)}"


def _rows(library: Library) -> Iterator[ArticleRow]:
    after = None
    while page := library.rows(_PAGE, after=after):
        yield from page
        after = page[-1].id

"""``parley bookmark``, ``parley delete`` and ``parley full-text``: what is kept of articles."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from reader.cli.output import complain, say
from reader.cli.session import Session, pass_session
from reader.cli.suggestions import suggest_articles
from reader.domain.article import Shown
from reader.domain.errors import NotFoundError

if TYPE_CHECKING:
    from reader.store.library import Library

ids_argument = click.argument(
    "ids", nargs=-1, required=True, type=click.IntRange(min=1), metavar="ID...", shell_complete=suggest_articles
)


@click.command("bookmark")
@ids_argument
@click.option("--remove", is_flag=True, help="Bookmark them no more.")
@pass_session
def bookmark(session: Session, ids: tuple[int, ...], remove: bool) -> int:
    """Bookmark articles: they stay when their feed is given up, whatever else goes. Undone by parley undo, all at once.

    \b
    Examples:
      parley bookmark 12 15
      parley bookmark 12 --remove
    """
    with session.library() as library:
        there = known_ids(library, ids)
        library.marking.bookmark(there, not remove)
        for id in there:
            say(f"{'no longer bookmarked' if remove else 'bookmarked'} {id}: {library.article(id).title}")
    return int(len(there) < len(set(ids)))


@click.command("delete")
@ids_argument
@pass_session
def delete(session: Session, ids: tuple[int, ...]) -> int:
    """Delete articles: out of every list, and no feed brings them back. Undone by parley undo, all at once.

    \b
    Example:
      parley delete 12 15
    """
    with session.library() as library:
        there = known_ids(library, ids)
        library.marking.delete(there)
        for id in there:
            say(f"deleted {id}: {library.article(id).title}")
    return int(len(there) < len(set(ids)))


def known_ids(library: Library, ids: Iterable[int]) -> list[int]:
    """Those of the ids that articles have, each once; complains of the others."""
    there = []
    for id in dict.fromkeys(ids):
        try:
            library.article(id)
        except NotFoundError as error:
            complain(str(error))
        else:
            there.append(id)
    return there


@click.command("full-text")
@click.argument("id", type=click.IntRange(min=1), metavar="ID", shell_complete=suggest_articles)
@pass_session
def whole(session: Session, id: int) -> None:
    """Show the whole text of an article's page, fetched where it is not stored yet; once more: the feed's own again.

    Both are kept. For all articles of a feed to come see: parley feed full-text --help

    \b
    Example:
      parley full-text 12
    """
    from reader.cli.at_work import at_work
    from reader.ingest.full_text import full_text

    article = at_work(session, lambda library, refresher: full_text(id, library, refresher))
    whose = "the page's text is shown" if article.shown is Shown.PAGE else "the feed's text is shown"
    say(f"{whose} ({len(article.text.split())} words): {article.title}")

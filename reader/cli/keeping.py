"""``parley bookmark``, ``parley delete`` and ``parley full-text``: what is kept of articles."""

from __future__ import annotations

import click

from reader.cli.output import complain, say
from reader.cli.session import Session, pass_session
from reader.cli.suggestions import suggest_articles
from reader.domain.article import Shown
from reader.domain.errors import NotFoundError

ids_argument = click.argument(
    "ids", nargs=-1, required=True, type=click.IntRange(min=1), metavar="ID...", shell_complete=suggest_articles
)


@click.command("bookmark")
@ids_argument
@click.option("--remove", is_flag=True, help="Bookmark them no more.")
@pass_session
def bookmark(session: Session, ids: tuple[int, ...], remove: bool) -> int:
    """Bookmark articles: they stay when their feed is given up, whatever else goes.

    \b
    Examples:
      parley bookmark 12 15
      parley bookmark 12 --remove
    """
    failed = False
    with session.library() as library:
        for id in ids:
            try:
                library.set_bookmarked(id, not remove)
            except NotFoundError as error:
                complain(str(error))
                failed = True
            else:
                say(f"{'no longer bookmarked' if remove else 'bookmarked'} {id}: {library.article(id).title}")
    return int(failed)


@click.command("delete")
@ids_argument
@pass_session
def delete(session: Session, ids: tuple[int, ...]) -> int:
    """Delete articles: out of every list, and no feed brings them back. Undone by parley undo, one by one.

    \b
    Example:
      parley delete 12 15
    """
    failed = False
    with session.library() as library:
        for id in ids:
            try:
                library.delete(id)
            except NotFoundError as error:
                complain(str(error))
                failed = True
            else:
                say(f"deleted {id}: {library.article(id).title}")
    return int(failed)


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

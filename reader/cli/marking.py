"""``parley mark``: articles read or unread, many at once."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import click

from reader.cli.counting import counted
from reader.cli.feed_suggestions import suggest_feeds, suggest_folders
from reader.cli.keeping import known_ids
from reader.cli.output import say
from reader.cli.session import Session, pass_session
from reader.cli.suggestions import suggest_articles
from reader.domain.scope import EVERYTHING, Scope

if TYPE_CHECKING:
    from reader.store.library import Library


@click.command("mark")
@click.argument("state", type=click.Choice(["read", "unread"]))
@click.argument("ids", nargs=-1, type=click.IntRange(min=1), metavar="[ID]...", shell_complete=suggest_articles)
@click.option("--feed", metavar="FEED", shell_complete=suggest_feeds, help="Those of a feed: address, id or name.")
@click.option("--folder", metavar="NAME", shell_complete=suggest_folders, help="Those of a folder's feeds.")
@click.option("--all", "every", is_flag=True, help="Every article there is.")
@click.option(
    "--before",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="Only those dated before that day, as 2026-03-14; of everything where nothing else is said.",
)
@pass_session
def command(
    session: Session,
    state: str,
    ids: tuple[int, ...],
    feed: str | None,
    folder: str | None,
    every: bool,
    before: datetime | None,
) -> int:
    """Mark articles read or unread; however many, it is undone at once by parley undo.

    \b
    Examples:
      parley mark read 12 15
      parley mark read --feed "Le Monde"
      parley mark read --before 2026-03-01
      parley mark unread --folder News/France
    """
    ways = [bool(ids), feed is not None, folder is not None, every]
    if sum(ways) > 1:
        raise click.UsageError("Give ids, --feed, --folder or --all, only one of them.")
    if not any(ways) and before is None:
        raise click.UsageError("Say which articles: ids, --feed, --folder, --before or --all.")
    if ids and before is not None:
        raise click.UsageError("--before goes with --feed, --folder or --all, not with ids.")
    failed = False
    with session.library() as library:
        if ids:
            there = known_ids(library, ids)
            failed = len(there) < len(set(ids))
            count = library.marking.mark(there, state == "read")
        else:
            day = before.date().isoformat() if before is not None else None
            count = library.marking.mark(_scope(library, feed, folder), state == "read", before=day)
    say(f"marked {state}: {counted(count, 'article')}")
    return int(failed)


def _scope(library: Library, feed: str | None, folder: str | None) -> Scope:
    if feed is not None:
        from reader.cli.feed_words import find_feed

        return Scope(feed=find_feed(library, feed, given_up=True).id)
    if folder is not None:
        from reader.cli.folder_words import find_folder

        return Scope(folder=find_folder(library, folder))
    return EVERYTHING

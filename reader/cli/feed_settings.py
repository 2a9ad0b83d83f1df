"""``parley feed``: what can be said of one feed."""

from __future__ import annotations

import click

from reader.cli.feed_access import distrust, proxy, sign_in, sign_out, trust
from reader.cli.feed_arguments import feed_argument, feeds_argument, folder_argument
from reader.cli.output import say
from reader.cli.session import Session, pass_session
from reader.domain.feed import FullText


@click.group("feed")
def command() -> None:
    """Rename, move, pause a feed; say how it is reached and when whole articles are taken. Undone by parley undo.

    FEED is an address, an id from parley feeds, or the exact name.

    \b
    Examples:
      parley feed rename 12 "Le Monde"
      parley feed move "Le Monde" News/France
      parley feed full-text "Le Monde" short
      parley feed sign-in https://example.org/private.xml
    """


@command.command("rename")
@feed_argument
@click.argument("name", metavar="NAME")
@pass_session
def rename(session: Session, feed: str, name: str) -> None:
    """Give a feed a name of yours; "" gives it its own again.

    \b
    Example:
      parley feed rename 12 "Le Monde"
    """
    from reader.cli.feed_words import find_feed
    from reader.domain.plain_text import clean_line

    with session.library() as library:
        found = find_feed(library, feed)
        library.feeds.rename(found.id, clean_line(name) or None)
        say(f"{found.shown} is called {library.feeds.get(found.id).shown}")


@command.command("move")
@feed_argument
@folder_argument
@pass_session
def move(session: Session, feed: str, folder: str) -> None:
    """Put a feed into one folder, made where it is missing, and out of all others; "/" is the top.

    \b
    Examples:
      parley feed move "Le Monde" News/France
      parley feed move "Le Monde" /
    """
    from reader.cli.feed_words import find_feed
    from reader.cli.folder_words import make_folder

    with session.library() as library:
        found = find_feed(library, feed)
        with library.deeds.as_one("move"):
            library.folders.move_feed(found.id, make_folder(library, folder))
        say(f"{found.shown} is in {folder}")


@command.command("pause")
@feeds_argument
@pass_session
def pause(session: Session, feeds: tuple[str, ...]) -> None:
    """Leave feeds alone until they are resumed, or refreshed by name.

    \b
    Example:
      parley feed pause 12 "Le Monde"
    """
    _set_paused(session, feeds, True)


@command.command("resume")
@feeds_argument
@pass_session
def resume(session: Session, feeds: tuple[str, ...]) -> None:
    """Ask feeds again that were paused.

    \b
    Example:
      parley feed resume 12
    """
    _set_paused(session, feeds, False)


@command.command("full-text")
@feed_argument
@click.argument("when", type=click.Choice([str(when) for when in FullText]))
@pass_session
def full_text(session: Session, feed: str, when: str) -> None:
    """Say when whole articles are taken from their pages: off, where the feed's text is short, or always.

    It holds for articles to come; for one that is there see: parley full-text --help

    \b
    Example:
      parley feed full-text "Le Monde" short
    """
    from reader.cli.feed_words import find_feed

    with session.library() as library:
        found = find_feed(library, feed)
        library.feeds.set_full_text(found.id, FullText(when))
        say(f"full text of {found.shown}: {when}")


@command.command("retry")
@feeds_argument
@pass_session
def retry(session: Session, feeds: tuple[str, ...]) -> int:
    """Ask feeds now that failed or are gone, as if they never had.

    \b
    Example:
      parley feed retry 12
    """
    from reader.cli.feed_words import find_feeds
    from reader.cli.refreshing import refresh

    with session.library() as library:
        found = find_feeds(library, feeds)
        for feed in found:
            library.feeds.ask_again(feed.id)
    return refresh(session, tuple(str(feed.id) for feed in found), force=True)


def _set_paused(session: Session, words: tuple[str, ...], paused: bool) -> None:
    from reader.cli.feed_words import find_feeds

    with session.library() as library:
        for feed in find_feeds(library, words):
            library.feeds.pause(feed.id, paused)
            say(f"{'paused' if paused else 'resumed'} {feed.shown}")


for part in (proxy, trust, distrust, sign_in, sign_out):
    command.add_command(part)

"""``parley unsubscribe``: give feeds up."""

from __future__ import annotations

import click

from reader.cli.counting import counted
from reader.cli.feed_arguments import feeds_argument
from reader.cli.output import say
from reader.cli.session import Session, pass_session
from reader.domain.scope import Scope


@click.command("unsubscribe")
@feeds_argument
@click.option("--remove-articles", is_flag=True, help="Their articles go too, but for those bookmarked or tagged.")
@pass_session
def command(session: Session, feeds: tuple[str, ...], remove_articles: bool) -> None:
    """Give feeds up. Their articles stay, unless asked; parley undo takes it back, feed by feed.

    FEED is an address, an id from parley feeds, or the exact name. Articles that other feeds have too always stay.

    \b
    Examples:
      parley unsubscribe https://example.org/feed.xml
      parley unsubscribe "Le Monde" 12 --remove-articles
    """
    from reader.cli.feed_words import find_feeds

    with session.library() as library:
        for feed in find_feeds(library, feeds):
            gone = library.feeds.unsubscribe(feed.id, remove_articles=remove_articles)
            stay = library.counts(Scope(feed=feed.id)).articles
            parts = [f"{counted(gone, 'article')} removed"] if remove_articles else []
            kept = f"{counted(stay, 'article')} kept" if not parts else f"{stay} kept"
            say(f"unsubscribed from {feed.shown}: {', '.join([*parts, kept])}")

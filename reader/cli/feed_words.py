"""From what a command calls a feed to the feed."""

from __future__ import annotations

from collections.abc import Iterable

from reader.cli.session import article_id
from reader.domain.errors import FeedError, NotFoundError
from reader.domain.feed import Feed
from reader.domain.plain_text import clean_line
from reader.store.library import Library


def find_feed(library: Library, word: str, *, given_up: bool = False) -> Feed:
    """The feed with that id, an address it has or had, or that name, upper or lower case.

    Feeds that were unsubscribed from are found only where ``given_up``. Raises NotFoundError: none, or several.
    """
    feed = _by_id(library, word) or _by_address(library, word)
    if feed is None:
        feed = _by_name(library.feeds.all(), word)
    if feed is None:
        raise NotFoundError(f"There is no feed {clean_line(word)}; list them with: parley feeds", subject=word)
    if feed.unsubscribed is not None and not given_up:
        raise NotFoundError(f"You are no longer subscribed to {clean_line(feed.shown)}.", subject=word)
    return feed


def find_feeds(library: Library, words: Iterable[str]) -> list[Feed]:
    """The feeds called so, each once. Raises NotFoundError."""
    return list({feed.id: feed for feed in (find_feed(library, word) for word in words)}.values())


def _by_id(library: Library, word: str) -> Feed | None:
    id = article_id(word)
    if id is None or id >= 2**63:
        return None
    try:
        return library.feeds.get(id)
    except NotFoundError:
        return None


def _by_address(library: Library, word: str) -> Feed | None:
    exact = library.feeds.by_address(word)
    if exact is not None or ("." not in word and ":" not in word):
        return exact
    from reader.feeds.discovery.addresses import normalise_address
    from reader.feeds.fetching.addresses import split_credentials

    try:
        return library.feeds.by_address(split_credentials(normalise_address(word)).address)
    except (FeedError, ValueError):
        return None


def _by_name(feeds: Iterable[Feed], word: str) -> Feed | None:
    named = [feed for feed in feeds if feed.shown.casefold() == word.casefold()]
    found = [feed for feed in named if feed.shown == word] or named
    if len(found) > 1:
        ids = ", ".join(str(feed.id) for feed in found)
        raise NotFoundError(f"Several feeds are called {clean_line(word)}; say which by its id: {ids}.", subject=word)
    return found[0] if found else None

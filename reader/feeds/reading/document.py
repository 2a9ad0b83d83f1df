"""Start here: a feed's bytes to a ``ParsedFeed``. Loads nothing heavy before there is something to read."""

from __future__ import annotations

from datetime import datetime

from reader.domain.feed import ParsedFeed


def read_feed(
    body: bytes,
    *,
    address: str,
    content_type: str | None = None,
    content_language: str | None = None,
    last_modified: str | None = None,
    now: datetime,
) -> ParsedFeed:
    """The feed in ``body``, fetched from ``address``, which its relative links start from.

    The other arguments are the server's headers and the time, with a zone, that no date may be later than. Raises
    FeedError where there is no feed in ``body``.
    """
    from reader.feeds.reading.choosing import best_harvest
    from reader.feeds.reading.finishing import finished
    from reader.feeds.reading.unpacking import unpacked

    harvest, reader = best_harvest(unpacked(body, address), address, content_type)
    return finished(
        harvest,
        reader,
        address=address,
        content_language=content_language,
        last_modified=last_modified,
        now=now,
    )

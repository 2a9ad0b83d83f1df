"""What one reader brought home: its items converted as they come, so that no markup is kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from reader.domain.plain_text import clean_line
from reader.feeds.reading.bodies import text_of
from reader.feeds.reading.dates import item_dates
from reader.feeds.reading.media import with_media
from reader.feeds.reading.people import author_line
from reader.feeds.reading.raw import MOST_ITEMS, RawFeed, RawItem
from reader.feeds.reading.titles import first_words, title_line
from reader.feeds.reading.web_addresses import joined, web_address

LONGEST_GUID = 2_000


@dataclass(slots=True)
class Reaped:
    """An item as a ``FeedItem`` has it, but for what only the whole feed can tell."""

    title: str
    text: str
    layout: str
    titled: bool
    guid: str | None
    url: str | None
    author: str | None
    published: datetime | None
    updated: datetime | None
    language: str | None


class Harvest:
    """The items a reader took, in their order, the first ``MOST_ITEMS`` of them."""

    def __init__(self, address: str, base: str | None = None) -> None:
        self.feed = RawFeed()
        self.items: list[Reaped] = []
        self._address = address
        self._base = base

    def add(self, item: RawItem) -> None:
        """Take an item; one that says nothing at all is left."""
        if len(self.items) >= MOST_ITEMS or not item.readable():
            return
        base = joined(self._address, item.base)
        url = web_address(item.original, base) or web_address(item.link, base)
        if url is None and item.guid_is_link:
            url = web_address(item.guid, base)
        text, layout, markup = text_of(item, base if item.base else url or base)
        if item.media:
            text, layout = with_media(text, layout, item.media, caption=item.caption, base=base, markup=markup)
        title = title_line(item.title)
        published, updated = item_dates(item.dates)
        guid = clean_line(item.guid)[:LONGEST_GUID].rstrip() if item.guid else None
        shown = title or first_words(text) or title_line_of(url, guid, item)
        if not shown:
            return
        self.items.append(
            Reaped(
                title=shown,
                text=text or shown,
                layout=layout.to_json(),
                titled=bool(title),
                guid=guid or None,
                url=url,
                author=author_line(item.authors) if item.authors else None,
                published=published,
                updated=updated,
                language=item.language,
            )
        )

    def readable(self) -> int:
        """How many letters a person could read in the items."""
        return sum(len(item.title) + len(item.text) for item in self.items if item.titled) + sum(
            len(item.text) for item in self.items if not item.titled
        )


def title_line_of(url: str | None, guid: str | None, item: RawItem) -> str:
    """What to call an item without words: its address, its identifier, its date as written."""
    return url or guid or clean_line(next(iter(item.dates.values()), ""))[:100]

"""Find articles by what other programs know of them: an address, a text."""

from __future__ import annotations

from collections import defaultdict
from functools import cached_property

from reader.domain.entry import address_key
from reader.store.part import Part

_ORDER = "ORDER BY coalesce(s.deleted, 0), a.dated DESC, a.id DESC"
_FROM = "FROM article a LEFT JOIN status s ON s.article_id = a.id"


class ArticleLookup(Part):
    """One connection's view, for one piece of work: what it learned of addresses it does not learn again.

    Articles that were deleted are found too, after the others; of several the newest comes first. Every method may
    raise LibraryError.
    """

    def by_address(self, address: str) -> list[int]:
        """Ids of articles with that address, scheme, "www.", trackers and a last slash apart."""
        key = address_key(address)
        if key is None:
            return []
        ids = {id for (id,) in self._ask("SELECT article_id FROM entry WHERE url_key = ?", key)}
        ids.update(self._of_no_feed[key])
        marks = ", ".join(map(str, sorted(ids)))
        return [id for (id,) in self._ask(f"SELECT a.id {_FROM} WHERE a.id IN ({marks}) {_ORDER}")]

    def by_text(self, text_hash: str) -> list[int]:
        """Ids of articles whose text, as it is now, has that hash."""
        return [id for (id,) in self._ask(f"SELECT a.id {_FROM} WHERE a.text_hash = ? {_ORDER}", text_hash)]

    @cached_property
    def _of_no_feed(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = defaultdict(list)
        for id, url in self._ask("SELECT id, url FROM article WHERE feed_id IS NULL AND url IS NOT NULL"):
            key = address_key(url)
            if key is not None:
                found[key].append(id)
        return found

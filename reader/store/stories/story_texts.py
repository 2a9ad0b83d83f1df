"""The texts of a story with their stored analyses, all of it in two questions."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from reader.store.part import Part

Body: TypeAlias = str | bytes
"""An analysis as it is kept: for ``store.analysis_json.decode``."""

_AT_ONCE = 500
_TEXTS = (
    "SELECT a.id, a.title, a.source, f.name, f.title, a.author, a.language, a.dated, a.url, a.text, a.text_hash, "
    "n.body FROM article a LEFT JOIN feed f ON f.id = a.feed_id "
    "LEFT JOIN analysis n ON n.id = (SELECT max(id) FROM analysis WHERE text_hash = a.text_hash) WHERE a.id IN "
)
_VERSIONS = (
    "SELECT v.article_id, v.text, v.text_hash, v.replaced, n.body FROM version v JOIN article a ON a.id = v.article_id "
    "JOIN analysis n ON n.id = (SELECT max(id) FROM analysis WHERE text_hash = v.text_hash) "
    "WHERE v.shown = a.shown AND v.text_hash <> a.text_hash AND v.article_id IN "
)


@dataclass(frozen=True, slots=True)
class StoredWording:
    """A text an article had before, of the same kind as the one it shows now, with its analysis as it is kept."""

    text: str
    text_hash: str
    replaced: str
    body: Body


@dataclass(frozen=True, slots=True)
class StoredText:
    """An article with its newest analysis as it is kept, None where it has none. ``feed`` is what its feed is called;
    ``versions`` those that were analysed, the newest first."""

    id: int
    title: str
    source: str | None
    feed: str | None
    author: str | None
    language: str
    dated: str
    url: str | None
    text: str
    text_hash: str
    body: Body | None
    versions: tuple[StoredWording, ...] = ()


class StoryTexts(Part):
    """Every method may raise LibraryError."""

    def of(self, ids: Sequence[int]) -> list[StoredText]:
        """The articles with these ids, in their order; those the library does not have are left out."""
        rows: dict[int, StoredText] = {}
        for start in range(0, len(ids), _AT_ONCE):
            some = ids[start : start + _AT_ONCE]
            marks = f"({', '.join('?' * len(some))})"
            versions: dict[int, list[StoredWording]] = defaultdict(list)
            for id, *wording in self._ask_with(f"{_VERSIONS}{marks} ORDER BY v.replaced DESC, v.id DESC", some):
                versions[id].append(StoredWording(*wording))
            for id, title, source, name, own, author, language, dated, url, text, text_hash, body in self._ask_with(
                f"{_TEXTS}{marks}", some
            ):
                earlier = tuple(versions[id])
                feed = name or own
                rows[id] = StoredText(
                    id, title, source, feed, author, language, dated, url, text, text_hash, body, earlier
                )
        return [rows[id] for id in ids if id in rows]

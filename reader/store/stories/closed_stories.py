"""Stories that ended before a day and have certain words in them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import NamedTuple

from reader.domain.signature import Signature
from reader.store.part import Part

_NEAREST = 300
"""Articles looked at for each word and each way from the story's own: a word that is in more finds the nearest."""

_FOUND = (
    "SELECT m.story_id, count(DISTINCT f.word) AS words, s.last, a.title FROM found f "
    "JOIN story_member m ON m.article_id = f.id JOIN story s ON s.id = m.story_id JOIN article a ON a.id = s.title_of "
    "WHERE s.last < ? GROUP BY m.story_id ORDER BY words DESC, s.last DESC, m.story_id DESC LIMIT ?"
)
_WAY = (
    "SELECT * FROM (SELECT {at} AS word, rowid AS id FROM search WHERE search MATCH ? AND rowid {side} ? "
    "ORDER BY rowid {order} LIMIT {most})"
)
_SIGNATURES = (
    "SELECT g.body FROM story_member m JOIN signature g ON g.article_id = m.article_id "
    "WHERE m.story_id = ? ORDER BY m.copy_of IS NOT NULL, m.central DESC, m.article_id LIMIT ?"
)


class Closed(NamedTuple):
    """A story that ended: its id and title, and the date of its last article."""

    id: int
    title: str
    last: str


class ClosedStories(Part):
    """Every method may raise LibraryError."""

    def with_words(self, words: Sequence[str], before: str, near: int, most: int) -> list[Closed]:
        """Up to ``most`` stories whose last article came out before that date, those first in which most of the words
        are found; ``near`` is an article from which on, both ways, articles with a word are looked for."""
        if not words:
            return []
        ways, values = [], []
        for at, word in enumerate(words):
            for side, order in (("<", "DESC"), (">", "ASC")):
                ways.append(_WAY.format(at=at, side=side, order=order, most=_NEAREST))
                values += [json.dumps(word, ensure_ascii=False), near]
        sql = f"WITH found(word, id) AS ({' UNION ALL '.join(ways)}) {_FOUND}"
        return [Closed(id, title, last) for id, _, last, title in self._ask_with(sql, (*values, before, most))]

    def signatures(self, story: int, most: int) -> list[Signature]:
        """Signatures of the articles most like the others of a story, copies last."""
        from reader.store.stories.signature_json import decode

        found = (decode(body) for (body,) in self._ask(_SIGNATURES, story, most))
        return [signature for signature in found if signature is not None]

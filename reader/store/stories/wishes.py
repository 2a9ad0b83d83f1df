"""What the user said of articles: together, or apart."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from reader.domain.story import StoryWish, StoryWishKind
from reader.store.clock import now
from reader.store.deeds import Change, Deeds
from reader.store.part import Part

_WISH = "SELECT w.kind, w.articles, w.others, w.made, w.id FROM story_wish w"
_SOUND = "json_valid(w.articles) AND json_valid(w.others)"
_ABOUT = (
    f"{_WISH} WHERE {_SOUND} AND EXISTS (SELECT 1 FROM json_each(?) j WHERE "
    "j.value IN (SELECT value FROM json_each(w.articles)) OR j.value IN "
    "(SELECT value FROM json_each(w.others))) ORDER BY w.id"
)


class Wishes(Part):
    """One connection's view. Every method may raise LibraryError."""

    def all(self) -> list[StoryWish]:
        """Everything that stands, in the order it was said."""
        return [_wish(*row) for row in self._ask(f"{_WISH} WHERE {_SOUND} ORDER BY w.id")]

    def about(self, articles: Iterable[int]) -> list[StoryWish]:
        """What was said of any of these articles, in the order it was said."""
        return [_wish(*row) for row in self._ask(_ABOUT, json.dumps(sorted(articles)))]

    def say(self, deeds: Deeds, kind: StoryWishKind, articles: Sequence[int], others: Sequence[int] = ()) -> Change:
        """Keep a wish, as a part of a deed."""
        values = {"articles": json.dumps(sorted(articles)), "others": json.dumps(sorted(others))}
        return deeds.insert("story_wish", kind=str(kind), **values, made=now())


def _wish(kind: str, articles: str, others: str, made: str, id: int) -> StoryWish:
    return StoryWish(StoryWishKind(kind), tuple(json.loads(articles)), tuple(json.loads(others)), made, id)

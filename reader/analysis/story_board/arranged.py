"""A story's board whose lists beside the comparison are made when they are first asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property

from reader.analysis.story_board.parts import Beyond, Change, Moment, Outlet, StoryBoard


class LaterBeyond(Mapping[int, Beyond]):
    """What each article lacks, by its id, found when it is asked for; ``find`` finds it for one of ``articles``."""

    def __init__(self, articles: tuple[int, ...], find: Callable[[], Callable[[int], Beyond]]) -> None:
        self._articles = dict.fromkeys(articles)
        self._make = find
        self._known: dict[int, Beyond] = {}

    def __getitem__(self, article: int) -> Beyond:
        if article not in self._articles:
            raise KeyError(article)
        if (found := self._known.get(article)) is None:
            found = self._known[article] = self._find(article)
        return found

    def __iter__(self) -> Iterator[int]:
        return iter(self._articles)

    def __len__(self) -> int:
        return len(self._articles)

    @cached_property
    def _find(self) -> Callable[[int], Beyond]:
        return self._make()


class ArrangedBoard(StoryBoard):
    """A board of which ``made`` holds the fields that stand; the others are made once, when first asked for."""

    def __init__(
        self,
        made: Mapping[str, object],
        timeline: Callable[[], tuple[Moment, ...]],
        outlets: Callable[[], tuple[Outlet, ...]],
        changes: Callable[[], tuple[Change, ...]],
    ) -> None:
        self.__dict__.update(made)
        self.__dict__["_later"] = (timeline, outlets, changes)

    @cached_property
    def timeline(self) -> tuple[Moment, ...]:
        timeline: Callable[[], tuple[Moment, ...]] = self.__dict__["_later"][0]
        return timeline()

    @cached_property
    def outlets(self) -> tuple[Outlet, ...]:
        outlets: Callable[[], tuple[Outlet, ...]] = self.__dict__["_later"][1]
        return outlets()

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        changes: Callable[[], tuple[Change, ...]] = self.__dict__["_later"][2]
        return changes()

"""Articles find their place among the others: in a story, or alone.

What waits is kept in the library, so that placing goes on wherever it was interrupted. A batch is one transaction; what
comes out does not depend on how articles fall into batches, nor on the order in which they come.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

from reader.analysis.stories.likeness import LIMITS
from reader.analysis.stories.signature import VERSION
from reader.ingest.stories.days import day_of
from reader.ingest.stories.memory import Memory
from reader.ingest.stories.regrouping import regroup
from reader.ingest.stories.signing import is_signable, key_of, sign_article, unsigned
from reader.store.library import Library
from reader.store.stories.placed import Link, Signed, Unsigned, Waiting

BATCH = 16
"""Articles placed in one go while somebody may be reading."""

_LARGE_BATCH = 100  # where nothing else is asked of the library
_DIGITS = 6


class Done(NamedTuple):
    """How many articles were placed, and whether that changed any story."""

    articles: int
    changed: bool


def place_all(library: Library, tell: Callable[[int, int], None] | None = None) -> int:
    """Place everything that waits; ``tell`` hears how many are done, of how many. Gives how many."""
    memory, done = Memory(), 0
    total = 0 if library.read_only else library.placings.count_waiting()
    while some := place_some(library, _LARGE_BATCH, memory):
        done += some
        total = max(total, done)
        if tell is not None:
            tell(done, total)
    return done


def place_some(library: Library, most: int = BATCH, memory: Memory | None = None) -> int:
    """Place up to ``most`` waiting articles, the newest first, signing them here. Gives how many; 0 where none waits
    any more, and in a read-only library."""
    ids, wanted = next_to_place(library, most)
    return place(library, Memory() if memory is None else memory, ids, sign_all(wanted)).articles if ids else 0


def place_these(library: Library, articles: Iterable[int], memory: Memory | None = None) -> int:
    """Place those of the articles that wait, signing them here, and no others. Gives how many."""
    ids, wanted = waiting_among(library, list(articles))
    return place(library, Memory() if memory is None else memory, ids, sign_all(wanted)).articles if ids else 0


def next_to_place(library: Library, most: int, *, waited_for: bool = False) -> tuple[list[int], list[Unsigned]]:
    """The articles that are placed next, and what has to be signed before; only those that somebody waits for if
    ``waited_for``."""
    placings = library.placings
    ids = [] if library.read_only else placings.waited_for(most) if waited_for else placings.waiting(most)
    if not ids:
        return [], []
    return ids, unsigned(library, library.placings.articles(ids))


def waiting_among(library: Library, ids: Sequence[int]) -> tuple[list[int], list[Unsigned]]:
    """Those of the articles that wait, and what has to be signed before they are placed."""
    if library.read_only:
        return [], []
    waiting = library.placings.articles(ids)
    return [one.id for one in waiting], unsigned(library, waiting)


def sign_all(wanted: Sequence[Unsigned]) -> dict[int, Signed | None]:
    """Signatures by the articles' ids; None where none can be made."""
    return {one.id: sign_article(one) for one in wanted}


def place(library: Library, memory: Memory, ids: Sequence[int], signed: Mapping[int, Signed | None]) -> Done:
    """Place these articles where they wait; those that changed since they were signed go on waiting."""
    try:
        with library.transaction(durable=False):
            return _Placing(library, memory, signed).run(library.placings.articles(ids))
    except BaseException:
        memory.forget()
        raise


def prepare(library: Library, memory: Memory, ids: Sequence[int], most: int) -> bool:
    """Load what placing these articles compares them with, ``most`` signatures at a time; False while there are more.
    Placing loads what is not there."""
    return memory.open(library, _days_of(library.placings.articles(ids)), most)


def outdate(library: Library) -> None:
    """Let everything wait that was signed by other rules than the present ones."""
    if not library.read_only:
        library.placings.outdate(VERSION + " ")


class _Placing:
    """One batch, inside a transaction."""

    def __init__(self, library: Library, memory: Memory, signed: Mapping[int, Signed | None]) -> None:
        self._library = library
        self._placings = library.placings
        self._memory = memory
        self._signed = signed
        self._changed: set[int] = set()
        self._days: list[float] = []

    def run(self, waiting: Sequence[Waiting]) -> Done:
        done, fresh = [], []
        self._memory.open(self._library, _days_of(waiting))
        for article in waiting:
            if article.hidden and not article.cleaned:
                self._take_out(article)
            elif is_signable(article) and article.key != (key := key_of(article)):
                if article.id not in self._signed:
                    continue
                made = self._signed[article.id]
                if made is not None and made.key != key:
                    continue
                if made is not None:
                    self._take_in(article, made)
                    fresh.append(article.id)
            if article.anew and article.day is not None:
                self._touch(article.id, article.day)
            done.append(article.id)
        self._link(fresh, [article for article in waiting if article.anew and article.day is not None])
        changed = regroup(self._library, self._memory, self._changed, self._days, fresh)
        self._placings.placed(done)
        self._memory.keep_up(self._library)
        return Done(len(done), changed)

    def _touch(self, id: int, day: float) -> None:
        self._changed.add(id)
        self._days.append(day)

    def _take_in(self, article: Waiting, made: Signed) -> None:
        day = day_of(article.dated)
        if article.day is not None:
            self._unlink(article.id, article.day)
        self._placings.sign(article.id, day, made)
        self._memory.add(article.id, made.key, day, made.signature)
        self._touch(article.id, day)

    def _take_out(self, article: Waiting) -> None:
        if article.day is not None:
            self._unlink(article.id, article.day)
            self._placings.forget(article.id)
        self._memory.remove(article.id)

    def _unlink(self, id: int, day: float) -> None:
        """What an article held together may fall apart."""
        self._touch(id, day)
        self._changed.update(link.other_id for link in self._placings.links((id,)) if link.value >= LIMITS.least)

    def _link(self, fresh: Sequence[int], anew: Iterable[Waiting]) -> None:
        for id in dict.fromkeys((*fresh, *(article.id for article in anew))):
            if id in self._memory:
                self._placings.link(id, [_link(id, *like) for like in self._memory.near(id)])


def _days_of(waiting: Sequence[Waiting]) -> list[float]:
    days = [day_of(one.dated) for one in waiting if is_signable(one)]
    return days + [one.day for one in waiting if one.day is not None]


def _link(id: int, other: int, value: float, copied: float) -> Link:
    return Link(id, other, round(value, _DIGITS), round(copied, _DIGITS))

"""The newest ids of a node, and how many there are: at once where they are few, in one go through an index where all
else is a question of one row (``streaming``), else range by range."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from reader.store.search.leaves import Match, OfArticle
from reader.store.search.narrow import INDEX, Narrow
from reader.store.search.nodes import Also, Ask, Both, Ids, Node, listed
from reader.store.search.numbering import STRETCH, article_of, first_of, last_of
from reader.store.search.streaming import Stream, bounds

FEW = 2_000
"""So many ids are fetched at once and looked at one by one."""

_FIRST_RANGE = 4_000
_LAST_RANGE = 200_000
_AS_LONG = 8  # a stretch by itself takes as long as so many on the way through all
_SPARE = 1.2  # of ids that are left out later, because their article was deleted
_STANDING = f"SELECT j.dated, j.id FROM json_each(?) i CROSS JOIN {INDEX} ON j.id = i.value WHERE j.hidden = 0"


@dataclass(frozen=True)
class Walk:
    """A way through the ids of one node. ``of_statements`` where they are statements'; deleted articles, and what they
    say, are left out."""

    ask: Ask
    node: Node
    of_statements: bool = False

    def newest(self, most: int) -> list[tuple[str, int]]:
        """Dates and ids of up to ``most`` that came in last, or are the newest by date, the newest by date first."""
        main, also = self._apart()
        if isinstance(main, OfArticle) and (told := self._of_newest(main, most)) is not None:
            return told
        few, stream = self._way(main)
        if few is not None:
            return sorted(self._standing(few | also), reverse=True)[:most]
        if stream is not None and not stream.gathers_all:
            sql, values = stream.asked(self.ask)
            found = self.ask(f"{sql} LIMIT :most", values | {"most": most})
        else:
            found = self._standing_newest(self._ranges(main, most), most)
            found = sorted(found, key=lambda pair: pair[1], reverse=True)[:most]
        if also:
            found = list({*found, *self._standing(set(also))})
        return sorted(found, reverse=True)[:most]

    def count(self, most: int | None) -> int:
        """How many there are; no more are counted than ``most``."""
        limit = -1 if most is None else most
        main, also = self._apart()
        few, stream = self._way(main)
        if few is not None:
            count = len(self._standing(few | also))
            return count if most is None else min(count, most)
        count = len(self._standing(set(also) - main.among(self.ask, set(also)))) if also else 0
        if stream is not None:
            sql, values = stream.asked(self.ask)
            ((more,),) = self.ask(f"SELECT count(*) FROM ({sql} LIMIT :most)", values | {"most": limit})
            count += int(more)
        else:
            for ids in self._ranges(main, most or _LAST_RANGE):
                count += len(self._standing(ids))
                if most is not None and count >= most:
                    break
        return count if most is None else min(count, most)

    def by_stretch(self, stretches: Collection[int]) -> Counter[int]:
        """How many articles of each of some stretches there are; of one without any nothing is told."""
        main, also = self._apart()
        few, stream = self._way(main)
        if few is not None:
            return self._told_apart(few | also, stretches)
        counted = self._told_apart(set(also) - main.among(self.ask, set(also)), stretches) if also else Counter[int]()
        if stream is not None and isinstance(stream.leader, Narrow) and self._most_of_all(stretches):
            sql, values = stream.asked(self.ask)
            found = dict(self.ask(f"SELECT id >> {STRETCH}, count(*) FROM ({sql}) GROUP BY 1", values))
            return counted + Counter({one: found[one] for one in stretches if one in found})
        for first, last in _runs(stretches):
            if stream is not None and isinstance(stream.leader, Match):
                sql, values = stream.asked(self.ask, (first << STRETCH, ((last + 1) << STRETCH) - 1))
                rows = self.ask(f"SELECT id >> {STRETCH}, count(*) FROM ({sql}) GROUP BY 1", values)
                counted.update(dict(rows))
                continue
            for one in range(first, last + 1):
                ids = main.within(self.ask, one << STRETCH, ((one + 1) << STRETCH) - 1)
                counted.update(self._told_apart(ids, (one,)))
        return counted

    def _most_of_all(self, stretches: Collection[int]) -> bool:
        """True where one way through everything takes no longer than one through each of these stretches."""
        ((last,),) = self.ask("SELECT coalesce(max(id), 0) FROM article", ())
        return len(stretches) * _AS_LONG > int(last) >> STRETCH

    def _apart(self) -> tuple[Node, frozenset[int]]:
        """The node that indexes answer, and the few ids that are known beside it."""
        return (self.node.main, self.node.also) if isinstance(self.node, Also) else (self.node, frozenset())

    def _told_apart(self, ids: set[int], stretches: Collection[int]) -> Counter[int]:
        return Counter(id >> STRETCH for _, id in self._standing({id for id in ids if id >> STRETCH in stretches}))

    def _of_newest(self, node: OfArticle, most: int) -> list[tuple[str, int]] | None:
        """The statements of the newest articles, where these have as many as are wanted or are all there are."""
        dates = {id: dated for dated, id in Walk(self.ask, node.articles).newest(most)}
        ids = node.of(self.ask, set(dates))
        if len(ids) < most and len(dates) == most:
            return None
        return sorted(((dates[article_of(id)], id) for id in ids), reverse=True)[:most]

    def _way(self, node: Node) -> tuple[set[int] | None, Stream | None]:
        """The ids of a node where they are few; the way to ask for the newest, where there is one that is better."""
        stream = Stream.of(node, of_statements=self.of_statements)
        if stream is None:
            return node.few(self.ask, FEW), None
        # Where one index alone is asked, it gives all it has on the way; else a part may be few of which it has many.
        for part in stream.rest:
            ids = part.few(self.ask, FEW)
            if ids is None:
                continue
            if part is node:
                return ids, stream
            parts = node.parts if isinstance(node, Both) else ()
            known = tuple(Ids(frozenset(ids)) if one is part else one for one in parts)
            return (Both(known) if known else node).few(self.ask, FEW), stream
        return None, stream

    def _standing_newest(self, pieces: Iterable[set[int]], most: int) -> list[tuple[str, int]]:
        """Of pieces of which each has lesser ids than the one before: ``most`` that stand, or somewhat more."""
        found = list[tuple[str, int]]()
        for ids in pieces:
            waiting = sorted(ids, reverse=True)
            while waiting and len(found) < most:
                some = int((most - len(found)) * _SPARE) + 1
                found.extend(self._standing(set(waiting[:some])))
                waiting = waiting[some:]
            if len(found) >= most:
                break
        return found

    def _ranges(self, node: Node, most: int) -> Iterator[set[int]]:
        """All ids, the greatest first, in ranges as long as ``most`` ids seem to need."""
        known = bounds(self.ask, node.parts if isinstance(node, Both) else (node,))
        least, high = known or (1, self.ask("SELECT coalesce(max(id), 0) FROM article", ())[0][0])
        size, seen, count = _FIRST_RANGE, 0, 0
        while high >= least:
            low = max(high - size + 1, least)
            ids = node.within(self.ask, *((first_of(low), last_of(high)) if self.of_statements else (low, high)))
            yield ids
            seen, count, high = seen + high - low + 1, count + len(ids), low - 1
            needed = int((most - count) * _SPARE * seen / count) if count else _LAST_RANGE
            size = min(max(needed, size), size * 8, _LAST_RANGE)

    def _standing(self, ids: set[int]) -> list[tuple[str, int]]:
        if not self.of_statements:
            return self.ask(_STANDING, (listed(ids),))
        dates = {id: dated for dated, id in self.ask(_STANDING, (listed({article_of(id) for id in ids}),))}
        return [(dates[article_of(id)], id) for id in ids if article_of(id) in dates]


def _runs(stretches: Iterable[int]) -> Iterator[tuple[int, int]]:
    """The first and the last of those that follow one another."""
    for _, run in groupby(enumerate(sorted(stretches)), key=lambda pair: pair[1] - pair[0]):
        each = [one for _, one in run]
        yield each[0], each[-1]

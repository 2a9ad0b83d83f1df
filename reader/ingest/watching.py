"""What rules have to tell: each thing once, and nothing that was there before the rule."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date

from reader.domain.errors import QueryError
from reader.domain.watch import Sighting, Watch, WatchKind
from reader.ingest import watch_memory
from reader.ingest.watch_memory import Memory
from reader.ingest.watched_figures import new_figures
from reader.ingest.watched_statements import new_statements
from reader.store.library import Library


@dataclass(frozen=True, slots=True)
class Look:
    """What one rule has to tell, the newest first. ``wrong`` is a sentence where nobody understands its query."""

    watch: Watch
    memory: Memory
    sightings: tuple[Sighting, ...] = ()
    wrong: str = ""

    @property
    def memory_is_kept(self) -> bool:
        """True where nothing has to be remembered that is not written down already."""
        return bool(self.wrong) or self.memory == watch_memory.read(self.watch)


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as it is shown: what it told last, the newest first, and how many of these nobody has looked at."""

    watch: Watch
    sightings: tuple[Sighting, ...] = ()
    new: int = 0


def sightings(library: Library, *, everything: bool = False, keep: bool = True) -> list[Sighting]:
    """What is new since it was last told, or ``everything`` there is, in the order of the rules; with ``keep`` it is
    not told again. The first time a rule looks nothing is new. Raises LibraryError."""
    if not keep:
        return told(look(library, everything=everything))
    with library.transaction():
        found = look(library, everything=everything)
        remember(library, found)
        return told(found)


def look(
    library: Library, *, today: date | None = None, everything: bool = False, only: Collection[int] | None = None
) -> list[Look]:
    """What every rule has to tell, or ``only`` some, by id; nothing is remembered, so that who tells it can do that
    first. Raises LibraryError."""
    day = today or date.today()
    return [
        _look(library, watch, day, everything=everything)
        for watch in library.watches.all()
        if only is None or watch.id in only
    ]


def begin(library: Library, watch: Watch) -> None:
    """Let a rule know what is there, so that it tells what comes from now on. Raises LibraryError."""
    found = _look(library, watch, date.today(), everything=False)
    remember(library, [replace(found, sightings=())])


def remember(library: Library, looks: Iterable[Look]) -> None:
    """Write down what was told, in one transaction. A rule that was changed meanwhile, or told by somebody else, stays
    as it is, so that at worst something is told twice. Raises LibraryError."""
    with library.transaction():
        now = {watch.id: watch for watch in library.watches.all()}
        for one in looks:
            seen = one.memory.with_told(one.sightings).written()
            if one.memory.begun and not one.wrong and one.watch == now.get(one.watch.id):
                library.watches.keep_seen(one.watch.id, seen)


def looked_at(library: Library, ids: Iterable[int]) -> None:
    """Somebody has looked at what these rules told. Raises LibraryError."""
    with library.transaction():
        for watch in library.watches.all():
            memory = watch_memory.read(watch)
            if watch.id in set(ids) and memory.new:
                library.watches.keep_seen(watch.id, memory.looked_at().written())


def rules(library: Library) -> list[Rule]:
    """Every rule with what it told last. Raises LibraryError."""
    watches = [(watch, watch_memory.read(watch)) for watch in library.watches.all()]
    about = library.watches.articles({one.article_id for _, memory in watches for one in memory.recent})
    return [
        Rule(watch, tuple(watch_memory.sightings(watch, memory.recent, about)), memory.new) for watch, memory in watches
    ]


def told(looks: Iterable[Look]) -> list[Sighting]:
    """All sightings."""
    return [sighting for one in looks for sighting in one.sightings]


def _look(library: Library, watch: Watch, today: date, *, everything: bool) -> Look:
    memory = watch_memory.read(watch)
    try:
        if watch.kind is WatchKind.STATEMENTS:
            found, seen = new_statements(library, watch, memory, today, everything=everything)
        else:
            found, seen = new_figures(library, watch, memory, everything=everything)
    except QueryError as error:
        return Look(watch, memory, wrong=str(error))
    return Look(watch, replace(seen, recent=memory.recent, new=memory.new), tuple(found))

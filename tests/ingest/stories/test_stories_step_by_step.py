"""Whatever is added, deleted, corrected, undone and done again, in whatever batches it is placed: the stories are those
of placing everything at once."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule
from tales import add, stories, tale

from reader.domain.errors import ParleyError
from reader.ingest.stories.memory import Memory
from reader.ingest.stories.placing import place_all, place_some
from reader.store.derived import let_all_be_placed
from reader.store.library import Library

EVENTS = ((0,), (1,), (0, 1), (1, 0), (2,), (1, 2))
_MADE = ("signature", "likeness", "story_member", "story")

ids = st.integers(1, 14)
some = st.lists(ids, min_size=1, max_size=3)
flags = st.booleans()


@cache
def beginning() -> bytes:
    """A new library's file."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "library.db"
        Library.open(path).close()
        return path.read_bytes()


def made(library: Library) -> dict[str, list[Any]]:
    """Everything that placing wrote."""
    return {table: sorted(library._ask(f"SELECT * FROM {table}")) for table in _MADE}


def at_once(library: Library) -> dict[str, list[Any]]:
    """What placing everything at once, in a library that has what this one has, would have written."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "library.db"
        copy = sqlite3.connect(path)
        library._db.backup(copy)
        copy.close()
        with Library.open(path) as other:
            let_all_be_placed(other._db)
            place_all(other)
            return made(other)


class Steps(RuleBasedStateMachine):
    """Somebody who reads, and news that come in."""

    def __init__(self) -> None:
        super().__init__()
        self._folder = tempfile.TemporaryDirectory()
        path = Path(self._folder.name) / "library.db"
        path.write_bytes(beginning())
        self.library = Library.open(path)
        self.library._db.execute("PRAGMA synchronous = OFF")
        self.memory = Memory()
        self.number = 0

    def teardown(self) -> None:
        """Place what waits, and compare; take back everything the user did, and compare again."""
        self.same()
        while self.library.deeds.undo() is not None:
            pass
        self.same()
        assert self.library._ask("PRAGMA foreign_key_check") == []
        self.library.close()
        self._folder.cleanup()

    def same(self) -> None:
        while place_some(self.library, 3, self.memory):
            pass
        assert not self.library.stories.is_waiting()
        assert made(self.library) == at_once(self.library)

    def does(self, deed: Callable[[Library], object]) -> None:
        """Do something; what makes no sense is refused in a sentence, and changes nothing."""
        refused = "."
        try:
            deed(self.library)
        except ParleyError as error:
            refused = str(error)
        assert refused.endswith(".")

    @rule(events=st.sampled_from(EVENTS), day=st.integers(0, 10), copied=flags)
    def brought(self, events: tuple[int, ...], day: int, copied: bool) -> None:
        self.number += 1
        text = tale(events, 1).text if copied else ""
        add(self.library, tale(events, self.number, day, source=f"Paper {self.number % 3}", copy=text))

    @rule(most=st.integers(1, 6), afresh=flags)
    def place(self, most: int, afresh: bool) -> None:
        place_some(self.library, most, None if afresh else self.memory)

    @rule(id=ids)
    def delete(self, id: int) -> None:
        self.does(lambda library: library.delete(id))

    @rule(id=ids, read=flags)
    def read(self, id: int, read: bool) -> None:
        self.does(lambda library: library.set_read(id, read))

    @rule(id=ids, word=st.sampled_from(["A", "B"]))
    def called_otherwise(self, id: int, word: str) -> None:
        self.library._db.execute("UPDATE article SET title = ? WHERE id = ?", (word, id))

    @rule(id=ids, day=st.integers(1, 9))
    def dated_otherwise(self, id: int, day: int) -> None:
        self.library._db.execute("UPDATE article SET dated = ? WHERE id = ?", (f"2026-03-0{day}", id))

    @rule(one=ids, other=ids)
    def join(self, one: int, other: int) -> None:
        self.does(lambda library: library.stories.join(one, other))

    @rule(id=ids, parted=some, alone=flags)
    def part(self, id: int, parted: list[int], alone: bool) -> None:
        shelf = self.library.stories
        self.does(lambda _: (shelf.leave_out if alone else shelf.split)(id, parted))

    @rule(id=ids)
    def part_one(self, id: int) -> None:
        self.does(lambda library: library.stories.leave_out(id, [id]))

    @rule(id=ids, on=flags, name=st.sampled_from(["", "The war", "The ferry"]))
    def mark(self, id: int, on: bool, name: str) -> None:
        self.does(lambda library: library.stories.follow(id, on))
        self.does(lambda library: library.stories.rename(id, name))
        self.does(lambda library: library.stories.look(id))

    @rule(steps=st.lists(flags, min_size=1, max_size=4))
    def undo_and_redo(self, steps: list[bool]) -> None:
        for back in steps:
            self.does(lambda library, back=back: library.deeds.undo() if back else library.deeds.redo())

    @rule()
    def look_at_all(self) -> None:
        found = stories(self.library)
        assert all(len(story) > 1 for story in found)
        assert len({id for story in found for id in story}) == sum(map(len, found))


TestSteps = Steps.TestCase
TestSteps.settings = settings(max_examples=40, stateful_step_count=25, deadline=None)

"""Undo: any sequence of what a user does, taken back step by step, gives the library it started from; done again, the
one it ended with. What is counted agrees with a recount after every step."""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule
from items import brought, item

from reader.domain.anchor import anchor_of
from reader.domain.annotation import highlight, note
from reader.domain.colour import Colour
from reader.domain.correction import Correction, CorrectionKind
from reader.domain.errors import ParleyError
from reader.domain.feed import FullText
from reader.domain.scope import EVERYTHING, Found, Scope
from reader.store.library import Library

ADDRESSES = [f"https://f{n}.example/feed" for n in range(4)]
ARTICLES = 9
names = st.sampled_from(["sea", "Sea", "war", "fog", "é", "e"])
articles = st.lists(st.integers(1, ARTICLES), min_size=1, max_size=4)
feeds = st.integers(1, 4)
flags = st.booleans()
scopes = st.one_of(
    st.just(EVERYTHING),
    st.just(Scope(unread=True)),
    feeds.map(lambda id: Scope(feed=id)),
    st.integers(1, 6).map(lambda id: Scope(folder=id)),
    st.permutations(range(1, ARTICLES + 1)).map(lambda ids: Scope(found=Found(tuple(ids[:5])))),
)
_CONTENTS = {
    # A feed that was given up before it was ever subscribed to is as none; its address stays known.
    "feed": "SELECT id, address, name, full_text, paused, proxy, insecure FROM feed WHERE unsubscribed IS NULL",
    "placement": "SELECT p.feed_id, p.folder, p.position, p.attributes FROM placement p "
    "JOIN feed f ON f.id = p.feed_id AND f.unsubscribed IS NULL",
    "folder": "SELECT id, parent, name, position, attributes FROM folder",
    # An article without a row is as one whose row says nothing.
    "status": "SELECT article_id, read, bookmarked, deleted, position, looked FROM status "
    "WHERE read OR bookmarked OR deleted OR position OR looked <> ''",
    "tag": "SELECT id, name, folded, colour FROM tag",
    "tagging": "SELECT article_id, tag_id FROM tagging",
    "annotation": "SELECT * FROM annotation",
    "saved_search": "SELECT * FROM saved_search",
    "correction": "SELECT id, kind, actor, value FROM correction WHERE undone = 0",
    "article": "SELECT id, title, text, hidden FROM article",
}
_KEPT = {
    "unread": (
        "SELECT dated, article_id FROM unread",
        "SELECT a.dated, a.id FROM article a LEFT JOIN status s ON s.article_id = a.id "
        "WHERE NOT (coalesce(s.read, 0) OR coalesce(s.deleted, 0))",
    ),
    "feed_count": (
        "SELECT feed_id, articles, unread FROM feed_count",
        "SELECT f.id, count(a.id) FILTER (WHERE NOT coalesce(s.deleted, 0)), "
        "count(a.id) FILTER (WHERE NOT (coalesce(s.read, 0) OR coalesce(s.deleted, 0))) FROM feed f "
        "LEFT JOIN (SELECT DISTINCT feed_id, article_id AS id FROM entry) a ON a.feed_id = f.id "
        "LEFT JOIN status s ON s.article_id = a.id GROUP BY f.id",
    ),
    "hidden": (
        "SELECT id FROM article WHERE hidden",
        "SELECT article_id FROM status WHERE deleted",
    ),
    "tally": (
        "SELECT name, value FROM tally WHERE name IN ('articles', 'deleted', 'read')",
        "SELECT 'articles', count(*) FROM article UNION ALL SELECT 'deleted', count(*) FROM status WHERE deleted "
        "UNION ALL SELECT 'read', count(*) FROM status WHERE read OR deleted",
    ),
}
"""What is counted, and the same counted anew."""


@cache
def beginning() -> bytes:
    """The file of a library of two feeds with nine articles, one of both, before the user does anything."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "library.db"
        with Library.open(path) as library:
            for n, address in enumerate(ADDRESSES[:2]):
                feed = library.feeds.subscribe(address, name=f"Feed {n}")
                own = [item(f"{n}{k}", published=f"2026-03-0{k + 1}T0{n}:00:00Z") for k in range(4)]
                brought(library, feed, *own, item("both"))
            library._db.execute("UPDATE article SET changed = '2026-01-01T00:00:00Z' WHERE id < 4")
            library._db.execute("DELETE FROM deed")
        return path.read_bytes()


class Everything(RuleBasedStateMachine):
    """A user of a library, doing whatever can be done."""

    def __init__(self) -> None:
        super().__init__()
        self._folder = tempfile.TemporaryDirectory()
        path = Path(self._folder.name) / "library.db"
        path.write_bytes(beginning())
        self.library = Library.open(path)
        # Nothing is lost here but a test.
        self.library._db.execute("PRAGMA synchronous = OFF")
        self.start = self.contents()

    def teardown(self) -> None:
        """Take everything back, do it again, and take it back once more."""
        end, steps = self.contents(), 0
        while self.library.deeds.undo() is not None:
            steps += 1
            self.counts_agree()
        assert self.contents() == self.start
        for _ in range(steps):
            assert self.library.deeds.redo() is not None
        assert self.contents() == end
        for _ in range(steps):
            self.library.deeds.undo()
        assert self.contents() == self.start
        assert self.ask("PRAGMA foreign_key_check") == []
        self.library.close()
        self._folder.cleanup()

    def ask(self, sql: str) -> list[Any]:
        return sorted(self.library._ask(sql), key=repr)

    def contents(self) -> dict[str, list[Any]]:
        """What the library holds, as far as it means anything."""
        return {table: self.ask(sql) for table, sql in _CONTENTS.items()}

    @invariant()
    def counts_agree(self) -> None:
        for what, (kept, anew) in _KEPT.items():
            assert self.ask(kept) == self.ask(anew), what

    def does(self, deed: Callable[[Library], object]) -> None:
        """Do something; where there is nothing of that id, or it cannot be called so, nothing at all happens."""
        before = self.contents()
        try:
            deed(self.library)
        except ParleyError:
            assert self.contents() == before

    # Feeds and folders

    @rule(address=st.sampled_from(ADDRESSES), folder=st.none() | st.integers(1, 3))
    def subscribe(self, address: str, folder: int | None) -> None:
        known = {each.id for each in self.library.folders.all()}
        self.does(lambda library: library.feeds.subscribe(address, folder=folder if folder in known else None))

    @rule(id=feeds, remove=flags)
    def unsubscribe(self, id: int, remove: bool) -> None:
        self.does(lambda library: library.feeds.unsubscribe(id, remove_articles=remove))

    @rule(id=feeds, name=st.sampled_from(["", "A", "B"]), paused=flags, when=st.sampled_from(FullText))
    def settle_feed(self, id: int, name: str, paused: bool, when: FullText) -> None:
        self.does(lambda library: library.feeds.rename(id, name or None))
        self.does(lambda library: library.feeds.pause(id, paused))
        self.does(lambda library: library.feeds.set_full_text(id, when))
        self.does(lambda library: library.feeds.set_access(id, proxy="http://p.example", insecure=paused))

    @rule(name=names, parent=st.none() | st.integers(1, 4))
    def make_folder(self, name: str, parent: int | None) -> None:
        known = {each.id for each in self.library.folders.all()}
        self.does(lambda library: library.folders.add(name, parent if parent in known else None))

    @rule(id=st.integers(1, 4), name=names, into=st.none() | st.integers(1, 4))
    def change_folder(self, id: int, name: str, into: int | None) -> None:
        known = {each.id for each in self.library.folders.all()}
        if id in known:
            self.does(lambda library: library.folders.rename(id, name))
            self.does(lambda library: library.folders.move(id, into if into in known else None))

    @rule(id=st.integers(1, 4))
    def dissolve(self, id: int) -> None:
        self.does(lambda library: library.folders.remove(id))

    @rule(id=st.integers(1, 2), name=names)
    def move_feed_to_new_folder(self, id: int, name: str) -> None:
        deeds = len(self.ask("SELECT id FROM deed WHERE undone = 0"))
        with self.library.deeds.as_one("move"):
            self.library.folders.move_feed(id, self.library.folders.add(name))
        assert len(self.ask("SELECT id FROM deed WHERE undone = 0")) == deeds + 1

    # Articles

    @rule(what=scopes | articles, read=flags, at=st.integers(1, ARTICLES), side=st.sampled_from(["", "above", "below"]))
    def mark(self, what: Scope | list[int], read: bool, at: int, side: str) -> None:
        sides = {side: at} if side and isinstance(what, Scope) else {}
        would = self.library.marking.count(what, read, **sides)
        assert self.library.marking.mark(what, read, **sides) == would
        assert self.library.marking.count(what, read, **sides) == 0

    @rule(ids=articles, bookmarked=flags)
    def bookmark(self, ids: list[int], bookmarked: bool) -> None:
        self.library.marking.bookmark(ids, bookmarked)

    @rule(ids=articles)
    def delete(self, ids: list[int]) -> None:
        self.library.marking.delete(ids)

    @rule(ids=articles, put=st.lists(names, max_size=2), take=st.lists(names, max_size=2))
    def tag(self, ids: list[int], put: list[str], take: list[str]) -> None:
        self.does(lambda library: library.tags.change(ids, put=put, take=take))

    @rule(id=st.integers(1, 4), name=names, other=st.integers(1, 4), colour=st.none() | st.sampled_from(Colour))
    def change_tag(self, id: int, name: str, other: int, colour: Colour | None) -> None:
        self.does(lambda library: library.tags.colour(id, colour))
        self.does(lambda library: library.tags.rename(id, name))
        self.does(lambda library: library.tags.merge(id, other))

    @rule(id=st.integers(1, 4))
    def remove_tag(self, id: int) -> None:
        self.does(lambda library: library.tags.remove(id))

    # What was written

    @rule(id=st.integers(1, ARTICLES), words=st.sampled_from(["", "A note.", "Another."]))
    def annotate(self, id: int, words: str) -> None:
        article = self.library.article(id)
        made = note(article, words) if words else highlight(article, (0, 4))
        self.does(lambda library: library.annotations.add(made))

    @rule(id=st.integers(1, 5), words=st.sampled_from(["Changed.", "Again."]), remove=flags)
    def change_note(self, id: int, words: str, remove: bool) -> None:
        if remove:
            self.does(lambda library: library.annotations.remove(id))
        else:
            self.does(lambda library: library.annotations.change(id, body=words))

    @rule(name=names, query=st.sampled_from(["sea", "is:unread"]))
    def save_search(self, name: str, query: str) -> None:
        self.does(lambda library: library.searches.add(name, query))

    @rule(id=st.integers(1, 4), name=names, place=st.integers(0, 3), remove=flags)
    def change_search(self, id: int, name: str, place: int, remove: bool) -> None:
        if remove:
            self.does(lambda library: library.searches.remove(id))
        else:
            self.does(lambda library: library.searches.rename(id, name))
            self.does(lambda library: library.searches.move(id, place))

    @rule(end=st.integers(2, 6))
    def correct(self, end: int) -> None:
        made = Correction(CorrectionKind.NOT_STATEMENT, anchor_of(self.library.article(1).text, (0, end)))
        self.does(lambda library: library.corrections.add(made))

    # Going back and forth on the way

    @rule(back=st.lists(flags, min_size=1, max_size=4))
    def undo_and_redo(self, back: Iterable[bool]) -> None:
        with contextlib.suppress(StopIteration):
            for each in back:
                if each:
                    self.library.deeds.undo()
                else:
                    self.library.deeds.redo()


TestEverything = Everything.TestCase
TestEverything.settings = settings(max_examples=25, stateful_step_count=25, deadline=None)

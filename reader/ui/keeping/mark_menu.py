"""The menu to mark many articles read, or unread: which ones, and how many that would be."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.content import Content

from reader.domain.scope import EVERYTHING, Scope
from reader.ui.actions import Region, bindings
from reader.ui.feeds.dialog import Choice, Dialog
from reader.ui.feeds.line_list import LineList
from reader.ui.keeping.selecting_list import Selection

if TYPE_CHECKING:
    from reader.store.library import Library

HEADINGS = {True: "Mark read", False: "Mark unread"}
LETTERS = {
    "this": "t",
    "selected": "s",
    "above": "a",
    "below": "b",
    "list": "l",
    "feed": "f",
    "folder": "d",
    "everything": "e",
}


@dataclass(frozen=True, slots=True)
class Target:
    """Articles to mark, as ``Marking.mark`` takes them; ``words`` say which, ``counts`` how many would become read
    (True) or unread (False)."""

    name: str
    words: str
    what: Scope | tuple[int, ...]
    above: int | None = None
    below: int | None = None
    counts: Mapping[bool, int] | None = None

    def marked(self, library: Library, read: bool) -> int:
        """Mark them; gives how many were not so before. Raises LibraryError."""
        return library.marking.mark(self.what, read, above=self.above, below=self.below)


def targets(library: Library, scope: Scope, article: int | None, selection: Selection | None) -> list[Target]:
    """What can be marked, seen from an article of a list. Raises LibraryError."""
    found: list[Target] = []
    if selection is not None:
        found.append(Target("selected", "The selected articles", tuple(selection.ids(library))))
    if article is not None:
        found.append(Target("this", "This article", (article,)))
        if library.place(article, scope) is not None:
            found.append(Target("above", "Everything above it", scope, above=article))
            found.append(Target("below", "Everything below it", scope, below=article))
    if scope not in (EVERYTHING, Scope(feed=scope.feed), Scope(folder=scope.folder)):
        found.append(Target("list", "This list", scope))
    feed = scope.feed
    if feed is None and article is not None:
        feed = library.article(article).feed_id
    if feed is not None:
        found.append(Target("feed", f"The feed {library.feeds.get(feed).shown}", Scope(feed=feed)))
    folder = scope.folder
    if folder is None:
        folder = next((place.folder for place in library.folders.placements() if place.feed_id == feed), None)
    name = next((each.name for each in library.folders.all() if each.id == folder), None)
    if name is not None:
        found.append(Target("folder", f"The folder {name}", Scope(folder=folder)))
    found.append(Target("everything", "Everything", EVERYTHING))
    return [_counted(library, target) for target in found]


def _counted(library: Library, target: Target) -> Target:
    def count(read: bool) -> int:
        return library.marking.count(target.what, read, above=target.above, below=target.below)

    return replace(target, counts={True: count(True), False: count(False)})


class MarkMenu(Dialog[tuple[Target, bool]]):
    """Ends with what to mark, and whether read or unread."""

    BINDINGS = bindings(Region.MARKING)

    def __init__(self, targets: Sequence[Target]) -> None:
        super().__init__(HEADINGS[True], "", "Enter marks · Tab turns to unread · Esc")
        self._targets = targets
        self._read = True

    def compose_body(self) -> ComposeResult:
        yield LineList(id="feed-choices")

    def on_mount(self) -> None:
        self.list.styles.height = len(self._targets)
        self._show()
        self.list.focus()

    @property
    def list(self) -> LineList:
        """The lines to choose from."""
        return self.query_one(LineList)

    def _show(self) -> None:
        box = self.query_one(".feed-box")
        box.border_title = Content(HEADINGS[self._read])
        box.border_subtitle = Content(f"Enter marks · Tab turns to {'unread' if self._read else 'read'} · Esc leaves")
        self.list.set_lines([self._line(target) for target in self._targets])

    def _line(self, target: Target) -> Choice:
        count = (target.counts or {}).get(self._read, 0)
        state = "unread" if self._read else "read"
        return Choice(target.name, f"{LETTERS[target.name]} {target.words}", f"{count:,} {state}")

    # Keys

    def action_turn(self) -> None:
        """Mark unread, or read again."""
        self._read = not self._read
        self._show()

    @on(LineList.Opened)
    def action_choose(self) -> None:
        """Mark what is chosen."""
        if self.list.line is not None:
            self.action_take(self.list.line.key)

    def action_take(self, name: str) -> None:
        """Mark what has that name, where it is there."""
        target = next((target for target in self._targets if target.name == name), None)
        if target is not None:
            self.dismiss((target, self._read))

    def action_move(self, rows: int) -> None:
        """Choose the next line or the one before."""
        self.list.move(rows)

    def action_page(self, pages: int) -> None:
        """Move a view."""
        self.list.page(pages)

"""Asking for the folder that a feed or a folder moves to."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from reader.domain.errors import ParleyError
from reader.domain.plain_text import clean_line
from reader.ui.feeds.dialog import Choice, Question
from reader.ui.feeds.entry import Entry, Field
from reader.ui.feeds.on_feeds import OnFeeds, short
from reader.ui.feeds.subscriptions import Subscriptions

if TYPE_CHECKING:
    from reader.store.library import Library

TOP, NEW = "top", "new"


def ask_folder(screen: OnFeeds) -> None:
    """Ask where what the cursor is on moves to."""
    feed, folder = screen.feed, screen.folder
    name = feed.shown if feed is not None else folder.name if folder is not None else ""
    move = partial(_move, feed=feed.id if feed is not None else None, folder=folder.id if folder is not None else None)
    choices = folder_choices(screen.known, leave_out=folder.id if folder is not None else None)
    here = folder.parent if folder is not None else screen.home
    question = Question(f"Move {name}", "To which folder?", choices, str(here) if here is not None else TOP)

    def chosen(answer: str | None) -> None:
        if answer == NEW:
            _ask_new(screen, move)
        elif answer is not None:
            screen.do(partial(move, to=None if answer == TOP else int(answer)))

    screen.app.push_screen(question, chosen)


def folder_choices(known: Subscriptions, leave_out: int | None = None) -> list[Choice]:
    """The top, every folder under its whole name, a new one; not ``leave_out`` nor what is in it."""
    names: dict[int, str] = {}
    left = {leave_out}
    waiting = list(known.folders)
    while waiting:
        ready = [f for f in waiting if f.parent is None or f.parent in names or f.parent in left]
        if not ready:
            break
        for folder in ready:
            if folder.id in left or folder.parent in left - {None}:
                left.add(folder.id)
            else:
                above = f"{names[folder.parent]} / " if folder.parent is not None else ""
                names[folder.id] = above + folder.name
        waiting = [f for f in waiting if f not in ready]
    folders = sorted(names.items(), key=lambda item: item[1].casefold())
    return [
        Choice(TOP, "The top, in no folder"),
        *(Choice(str(id), name) for id, name in folders),
        Choice(NEW, "A new folder…"),
    ]


def _move(library: Library, feed: int | None, folder: int | None, to: int | None) -> str:
    where = next((f.name for f in library.folders.all() if f.id == to), "the top")
    if feed is not None:
        library.folders.move_feed(feed, to)
        name = library.feeds.get(feed).shown
    else:
        assert folder is not None
        library.folders.move(folder, to)
        name = next(f.name for f in library.folders.all() if f.id == folder)
    return f"Moved {short(name)} to {short(where)}."


def _ask_new(screen: OnFeeds, move: partial[str]) -> None:
    def make_and_move(library: Library, name: str) -> str:
        if not name:
            raise ParleyError("A folder needs a name.")
        with library.deeds.as_one("move"):
            there = library.folders.named(name)
            return move(library, to=library.folders.add(name) if there is None else there)

    def done(said: str | None) -> None:
        if said:
            screen.tell_done(said)

    screen.app.push_screen(
        Entry(
            "New folder",
            "",
            [Field("")],
            lambda typed: screen.changed(partial(make_and_move, name=clean_line(typed[0]))),
        ),
        done,
    )

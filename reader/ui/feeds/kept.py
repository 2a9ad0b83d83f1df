"""What the feeds' side of the screen remembers from one run to the next, in the library's settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reader.domain.errors import NotFoundError
from reader.domain.plain_text import clean_line
from reader.domain.scope import EVERYTHING, Scope, to_search

if TYPE_CHECKING:
    from reader.ingest.desk import Desk
    from reader.store.library import Library

_SCOPE, _CLOSED, _SCHEDULE = "ui.scope", "ui.closed_folders", "ui.schedule"


async def load_scope(desk: Desk) -> Scope:
    """What the list showed last; everything where that is gone."""
    return await desk.library.ask(_scope)


def _scope(library: Library) -> Scope:
    kind, _, number = (library.setting(_SCOPE) or "").partition(" ")
    if kind == "unread":
        return Scope(unread=True)
    if not (number.isascii() and number.isdigit()) or len(number) > 18:
        return EVERYTHING
    if kind == "search":
        try:
            search = library.searches.get(int(number))
        except NotFoundError:
            return EVERYTHING
        return to_search(search.query, search.id)
    scope = Scope(feed=int(number)) if kind == "feed" else Scope(folder=int(number))
    return scope if kind in ("feed", "folder") and scope_name(library, scope) is not None else EVERYTHING


async def save_scope(desk: Desk, scope: Scope) -> None:
    """Remember what the list shows; of searches only those that are saved."""
    kept = "unread" if scope.unread else ""
    if scope.feed is not None:
        kept = f"feed {scope.feed}"
    elif scope.folder is not None:
        kept = f"folder {scope.folder}"
    elif scope.saved is not None:
        kept = f"search {scope.saved}"
    await desk.set_setting(_SCOPE, kept)


def scope_name(library: Library, scope: Scope) -> str | None:
    """What to call a scope; None where its feed was given up or its folder dissolved. A search is called as it was
    typed, unless it is saved."""
    if scope.query is not None:
        if scope.saved is not None:
            try:
                return library.searches.get(scope.saved).name
            except NotFoundError:
                pass
        return clean_line(scope.text)
    if scope.feed is not None:
        try:
            feed = library.feeds.get(scope.feed)
        except NotFoundError:
            return None
        return feed.shown if feed.unsubscribed is None else None
    if scope.folder is not None:
        return next((folder.name for folder in library.folders.all() if folder.id == scope.folder), None)
    return "Unread" if scope.unread else "Articles"


async def load_closed(desk: Desk) -> frozenset[int]:
    """The folders that are closed in the drawer."""
    kept = (await desk.setting(_CLOSED) or "").split(",")
    return frozenset(int(id) for id in kept if id.isascii() and id.isdigit())


async def save_closed(desk: Desk, closed: frozenset[int]) -> None:
    """Remember the folders that are closed."""
    await desk.set_setting(_CLOSED, ",".join(map(str, sorted(closed))))


async def load_schedule(desk: Desk) -> bool:
    """True where feeds are refreshed by themselves; that is so until it is switched off."""
    return await desk.setting(_SCHEDULE) != "0"


async def save_schedule(desk: Desk, on: bool) -> None:
    """Remember whether feeds are refreshed by themselves."""
    await desk.set_setting(_SCHEDULE, "1" if on else "0")

"""Feeds by what a person calls them, and folders by name or path."""

from __future__ import annotations

from collections.abc import Sequence

from reader.domain.folding import fold, words
from reader.store.search.nodes import Ask


def feeds_named(ask: Ask, typed: str) -> set[int]:
    """Ids of feeds by id, by an address they ever had, or by words of their name."""
    wanted = words(typed)
    if typed.isdecimal() and typed.isascii() and len(typed) < 19:
        by_id = {id for (id,) in ask("SELECT id FROM feed WHERE id = ?", (int(typed),))}
        if by_id:
            return by_id
    by_address = ask(
        "SELECT feed_id FROM feed_address WHERE address = ?1 "
        "UNION SELECT id FROM feed WHERE ?1 IN (address, subscribed)",
        (_plain(typed),),
    )
    if by_address:
        return {id for (id,) in by_address}
    names = ask("SELECT id, coalesce(name, title, '') FROM feed", ())
    return {id for id, name in names if _has(words(name), wanted)}


def feeds_in_folders(ask: Ask, typed: str) -> set[int]:
    """Ids of the feeds in folders of that name or path ("World/Europe"), and in the folders below them."""
    folders = {id: (parent, name) for id, parent, name in ask("SELECT id, parent, name FROM folder", ())}
    wanted = [part.strip() for part in fold(typed).split("/") if part.strip()]
    chosen = {id for id in folders if wanted and _path(folders, id)[-len(wanted) :] == wanted}
    # A name may have a slash in it itself.
    chosen |= {id for id, (_, name) in folders.items() if fold(name) == fold(typed)}
    inside = {id for id in folders if _with_parents(folders, id) & chosen}
    placed = ask(
        "SELECT p.folder, p.feed_id FROM placement p JOIN feed f ON f.id = p.feed_id "
        "WHERE f.unsubscribed IS NULL AND p.folder IS NOT NULL",
        (),
    )
    return {feed for folder, feed in placed if folder in inside}


def _path(folders: dict[int, tuple[int | None, str]], id: int) -> list[str]:
    names = list[str]()
    at: int | None = id
    while at is not None and at in folders and len(names) < len(folders):
        names.append(fold(folders[at][1]).strip())
        at = folders[at][0]
    return names[::-1]


def _with_parents(folders: dict[int, tuple[int | None, str]], id: int) -> set[int]:
    above = set[int]()
    at: int | None = id
    while at is not None and at in folders and at not in above:
        above.add(at)
        at = folders[at][0]
    return above


def _has(name: Sequence[str], wanted: Sequence[str]) -> bool:
    return bool(wanted) and any(
        tuple(name[at : at + len(wanted)]) == tuple(wanted) for at in range(len(name) - len(wanted) + 1)
    )


def _plain(typed: str) -> str:
    return typed.encode("utf-8", "replace").decode("utf-8")

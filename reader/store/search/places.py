"""Feeds by what a person calls them, and folders by name or path."""

from __future__ import annotations

from collections.abc import Sequence

from reader.domain.folding import fold, words
from reader.store.search.nodes import Ask


def called(name: str, wanted: str, *, prefix: bool) -> bool:
    """True of the name itself; with ``prefix`` also of one that goes on."""
    return name.startswith(wanted) if prefix else name == wanted


def feeds_named(ask: Ask, typed: str, *, prefix: bool = False) -> set[int]:
    """Ids of feeds by id, by an address they ever had, or by words of their name, the last of which may go on with
    ``prefix``."""
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
    return {id for id, name in names if has_name(words(name), wanted, prefix=prefix)}


def feeds_in_folders(ask: Ask, typed: str, *, prefix: bool = False) -> set[int]:
    """Ids of the feeds in folders of that name or path ("World/Europe"), and in the folders below them; with ``prefix``
    the name may go on."""
    folders = {id: (parent, name) for id, parent, name in ask("SELECT id, parent, name FROM folder", ())}
    wanted = [part.strip() for part in fold(typed).split("/") if part.strip()]
    chosen = {id for id in folders if wanted and _ends(_path(folders, id), wanted, prefix=prefix)}
    # A name may have a slash in it itself.
    chosen |= {id for id, (_, name) in folders.items() if called(fold(name), fold(typed), prefix=prefix)}
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


def has_name(name: Sequence[str], wanted: Sequence[str], *, prefix: bool) -> bool:
    """True where the words wanted stand in a name, one after the other; with ``prefix`` the last of them may go on."""
    return bool(wanted) and any(_ends(name[:end], wanted, prefix=prefix) for end in range(len(wanted), len(name) + 1))


def _ends(name: Sequence[str], wanted: Sequence[str], *, prefix: bool) -> bool:
    """True where a name ends with all that is wanted."""
    last = list(name[-len(wanted) :])
    return len(last) == len(wanted) and last[:-1] == list(wanted[:-1]) and called(last[-1], wanted[-1], prefix=prefix)


def _plain(typed: str) -> str:
    return typed.encode("utf-8", "replace").decode("utf-8")

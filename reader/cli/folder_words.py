"""From what a command calls a folder ("News/World") to the folder."""

from __future__ import annotations

from reader.domain.errors import NotFoundError
from reader.domain.folder import Folder
from reader.domain.plain_text import clean_line
from reader.store.library import Library

_SEPARATOR = "/"


def find_folder(library: Library, path: str) -> int:
    """The id of the folder at a path from the top, or the only one of that name at any depth. Raises NotFoundError."""
    there = _at(library, path)
    if there is not None:
        return there
    named = [folder for folder in library.folders.all() if folder.name == path]
    if len(named) > 1:
        paths = folder_paths(library)
        places = ", ".join(clean_line(paths[folder.id]) for folder in named)
        raise NotFoundError(f"Several folders are called {clean_line(path)}; say which: {places}.", subject=path)
    if not named:
        raise NotFoundError(f"There is no folder {clean_line(path)}.", subject=path)
    return named[0].id


def make_folder(library: Library, path: str) -> int | None:
    """The id of the folder at a path, made with those above it where they are missing; None for the top ("/")."""
    there = _at(library, path)
    if there is not None:
        return there
    with library.deeds.as_one("folder"):
        parent: int | None = None
        for name in _names(path):
            parent = library.folders.named(name, parent) or library.folders.add(name, parent)
    return parent


def folder_paths(library: Library) -> dict[int, str]:
    """What each folder is called from the top, by its id."""
    folders = {folder.id: folder for folder in library.folders.all()}
    return {id: _SEPARATOR.join(_up(folders, id)) for id in folders}


def _up(folders: dict[int, Folder], id: int) -> list[str]:
    names: list[str] = []
    at: int | None = id
    while at is not None and at in folders and len(names) < len(folders):
        names.insert(0, folders[at].name)
        at = folders[at].parent
    return names


def _at(library: Library, path: str) -> int | None:
    """The folder whose path is written so; names may hold slashes themselves."""
    wanted = _SEPARATOR.join(_names(path))
    return next((id for id, written in folder_paths(library).items() if written in (wanted, path)), None)


def _names(path: str) -> list[str]:
    return [name for part in path.split(_SEPARATOR) if (name := clean_line(part))]

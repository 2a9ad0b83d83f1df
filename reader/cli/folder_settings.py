"""``parley folder``: the folders feeds are kept in."""

from __future__ import annotations

import click

from reader.cli.feed_arguments import folder_argument
from reader.cli.output import say
from reader.cli.session import Session, pass_session


@click.group("folder")
def command() -> None:
    """Make, rename, move and dissolve folders. Undone by parley undo.

    FOLDER is a path from the top, or a name only one folder has.

    \b
    Examples:
      parley folder add News/France
      parley folder move France Europe
      parley folder remove News
    """


@command.command("add")
@click.argument("path", metavar="A/B")
@pass_session
def add(session: Session, path: str) -> None:
    """Make a folder, and those above it where they are missing.

    \b
    Example:
      parley folder add News/France
    """
    from reader.cli.folder_words import folder_paths, make_folder

    with session.library() as library:
        id = make_folder(library, path)
        if id is None:
            raise click.UsageError("A folder needs a name.")
        say(f"there is a folder {folder_paths(library)[id]}")


@command.command("rename")
@folder_argument
@click.argument("name", metavar="NAME")
@pass_session
def rename(session: Session, folder: str, name: str) -> None:
    """Call a folder something else.

    \b
    Example:
      parley folder rename News/France Frankreich
    """
    from reader.cli.folder_words import find_folder, folder_paths
    from reader.domain.plain_text import clean_line

    with session.library() as library:
        id = find_folder(library, folder)
        if not clean_line(name):
            raise click.UsageError("A folder needs a name.")
        library.folders.rename(id, clean_line(name))
        say(f"{folder} is called {folder_paths(library)[id]}")


@command.command("move")
@folder_argument
@click.argument("into", metavar="INTO")
@pass_session
def move(session: Session, folder: str, into: str) -> None:
    """Put a folder into another, made where it is missing; "/" is the top.

    \b
    Examples:
      parley folder move France Europe
      parley folder move Europe/France /
    """
    from reader.cli.folder_words import find_folder, folder_paths, make_folder

    with session.library() as library:
        id = find_folder(library, folder)
        with library.deeds.as_one("folder"):
            library.folders.move(id, make_folder(library, into))
        say(f"{folder} is now {folder_paths(library)[id]}")


@command.command("remove")
@folder_argument
@pass_session
def remove(session: Session, folder: str) -> None:
    """Dissolve a folder: what is in it moves to where it was.

    \b
    Example:
      parley folder remove News/France
    """
    from reader.cli.folder_words import find_folder

    with session.library() as library:
        library.folders.remove(find_folder(library, folder))
        say(f"{folder} is dissolved")

"""``parley undo`` and ``parley redo``: take back what was done last, and do it again."""

from __future__ import annotations

import click

from reader.cli.output import say
from reader.cli.session import Session, pass_session
from reader.domain.errors import LibraryError
from reader.store.deeds import Deed
from reader.store.library import Library


@click.command("undo")
@pass_session
def undo(session: Session) -> None:
    """Take back what was done last: a subscription, an import, a folder, a bookmark, a deletion, a correction,
    a note, a tag, a rule, what you said of a story.

    Again and again it goes further back. What feeds brought is not undone.

    \b
    Example:
      parley undo
    """
    with session.library() as library:
        deed = library.deeds.undo()
        if deed is None:
            raise LibraryError("There is nothing to undo.")
        say(f"undone: {_said(library, deed)}")


@click.command("redo")
@pass_session
def redo(session: Session) -> None:
    """Do again what was undone last, as long as nothing new was done since.

    \b
    Example:
      parley redo
    """
    with session.library() as library:
        deed = library.deeds.redo()
        if deed is None:
            raise LibraryError("There is nothing to do again.")
        say(f"done again: {_said(library, deed)}")


def _said(library: Library, deed: Deed) -> str:
    if deed.correction is None:
        return deed.label
    from reader.cli.correction_sentences import sentence

    return sentence(deed.correction, library)

"""``parley restore``: go back to a copy of the library."""

from __future__ import annotations

from pathlib import Path

import click

from reader.cli.output import say
from reader.cli.session import Session, article_id, pass_session
from reader.domain.errors import LibraryError


@click.command("restore")
@click.argument("which", required=False, metavar="[FILE|NUMBER]")
@pass_session
def command(session: Session, which: str | None) -> None:
    """Put a copy in the place of the library: the newest, the one with that number in parley backup --list, or a file.

    The copy is checked first and stays where it is. The library it replaces is kept beside it as
    library.replaced-DATE.db; remove that once you do not need it. No other program may have the library open.

    \b
    Examples:
      parley restore
      parley restore 3
      parley restore /media/stick/parley.db
    """
    from reader.cli.sizes import counting, progress
    from reader.store.backups.restoring import restore

    copy = _chosen(session.path, which)
    with progress() as line:
        restored = restore(session.path, copy, tell=counting(line, "putting back"))
    count = restored.contents.articles
    say(f"the library is {copy} again: {count} article{'' if count == 1 else 's'}, the deleted among them")
    if restored.replaced is not None:
        say(f"what it was before is kept as {restored.replaced}")


def _chosen(library: Path, which: str | None) -> Path:
    number = 1 if which is None else article_id(which)
    if number is None:
        assert which is not None
        return Path(which).expanduser()
    from reader.store.backups.shelf import known_backups

    found = known_backups(library)
    if not found:
        raise LibraryError(f"There is no copy of the library {library} to go back to.", subject=str(library))
    if not 1 <= number <= len(found):
        raise LibraryError(f"There is no copy {number}; see: parley backup --list", subject=str(number))
    return found[number - 1].path

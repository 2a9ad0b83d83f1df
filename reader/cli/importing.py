"""``parley import``: subscriptions from OPML files."""

from __future__ import annotations

import click

from reader.cli.counting import counted
from reader.cli.output import complain, say
from reader.cli.session import Session, pass_session
from reader.domain.errors import LibraryError, ParleyError


@click.command("import")
@click.argument("files", nargs=-1, required=True, metavar="FILE...|-", type=click.Path())
@pass_session
def command(session: Session, files: tuple[str, ...]) -> int:
    """Subscribe to every feed of OPML files, in their folders; "-" is standard input.

    A broken file imports nothing and names the line; the other files are taken. Nothing is fetched yet. An import is
    undone as a whole by parley undo.

    \b
    Examples:
      parley import subscriptions.opml && parley refresh
      ssh home parley export --opml | parley import -
    """
    from reader.feeds.file_bytes import read_bytes, shown_name
    from reader.ingest.subscriptions_file import import_opml

    failed = fresh = False
    with session.library() as library:
        for file in files:
            try:
                done = import_opml(library, read_bytes(file), shown_name(file))
            except LibraryError:
                raise
            except ParleyError as error:
                complain(str(error))
                failed = True
                continue
            for problem in done.problems:
                complain(problem)
            fresh = fresh or done.added > 0
            known = f", {done.already} already there" if done.already else ""
            say(f"{counted(done.added, 'feed')} imported from {shown_name(file)}{known}")
    if fresh:
        say("Fetch what they have with: parley refresh")
    return int(failed)

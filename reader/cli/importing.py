"""``parley import``: subscriptions from OPML files, notes from JSON-LD, a whole library from JSON Lines."""

from __future__ import annotations

import click

from reader.cli.counting import counted
from reader.cli.output import complain, say
from reader.cli.session import Session, pass_session
from reader.domain.errors import LibraryError, ParleyError


@click.command("import")
@click.argument("files", nargs=-1, metavar="[FILE...|-]", type=click.Path())
@click.option("--annotations", is_flag=True, help="FILEs hold notes and highlights, as W3C Web Annotations (JSON-LD).")
@click.option("--library", is_flag=True, help="FILE holds a whole library, from parley export --library.")
@pass_session
def command(session: Session, files: tuple[str, ...], annotations: bool, library: bool) -> int:
    """Subscribe to every feed of OPML files, in their folders; "-" is standard input.

    A broken file imports nothing and names the line; the other files are taken. Nothing is fetched yet. An import is
    undone as a whole by parley undo.

    With --library the file fills a library that is new or holds no more than the example stories, which go: all of it,
    or nothing where a line cannot be read. Name a new library with: parley --library PATH import --library FILE

    \b
    Examples:
      parley import subscriptions.opml && parley refresh
      ssh home parley export --opml | parley import -
      parley import --annotations notes.jsonld
      parley --library new.db import --library library.jsonl.gz
    """
    if annotations and library:
        raise click.UsageError("--annotations and --library cannot be used together.")
    if not files:
        raise click.UsageError("Name a file to import.")
    if library:
        return _library(session, files)
    if annotations:
        from reader.cli.annotation_import import import_notes

        return import_notes(session, files)
    return _opml(session, files)


def _library(session: Session, files: tuple[str, ...]) -> int:
    from reader.cli.sizes import counting, progress
    from reader.feeds.file_bytes import shown_name
    from reader.ingest.exporting.library_reading import import_library

    if len(files) > 1:
        raise click.UsageError("A library is imported from one file.")
    with progress() as line:
        rows = import_library(session.path, files[0], counting(line, "taking in"))
    say(f"{counted(rows, 'row')} imported from {shown_name(files[0])} into {session.path}")
    return 0


def _opml(session: Session, files: tuple[str, ...]) -> int:
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

"""``parley import --annotations``: notes and highlights from JSON-LD files."""

from __future__ import annotations

from reader.cli.counting import notes_and_highlights
from reader.cli.output import complain, say
from reader.cli.session import Session
from reader.domain.errors import LibraryError, ParleyError
from reader.feeds.file_bytes import read_bytes, shown_name


def import_notes(session: Session, files: tuple[str, ...]) -> int:
    """Take in the annotations of files; what is left out, or not in its article any more, is told. A broken file takes
    nothing in; the others are taken. Gives the exit code: 1 where a file was broken or something left out."""
    from reader.ingest.annotations.taking_in import import_annotations

    failed = False
    with session.library() as library:
        for file in files:
            try:
                done = import_annotations(library, read_bytes(file), shown_name(file))
            except LibraryError:
                raise
            except ParleyError as error:
                complain(str(error))
                failed = True
                continue
            for problem in done.problems:
                complain(problem)
            failed = failed or bool(done.problems)
            known = f", {done.already} already there" if done.already else ""
            say(f"{notes_and_highlights(done.added)} imported from {shown_name(file)}{known}")
    return int(failed)

"""``parley export --notes``: notes and highlights for people and other programs."""

from __future__ import annotations

from reader.cli.counting import counted, notes_and_highlights
from reader.cli.export_wish import ExportWish, chosen_ids
from reader.cli.output import say
from reader.cli.session import Session
from reader.domain.errors import AnnotationError
from reader.feeds.file_bytes import shown_name


def export_notes(session: Session, wish: ExportWish) -> None:
    """The notes and highlights of the articles chosen, or all. Raises ParleyError."""
    from reader.ingest.annotations import giving_out
    from reader.ingest.exporting.whole_files import write_whole

    made = {
        "markdown": giving_out.notes_markdown,
        "csv": giving_out.notes_csv,
        "json-ld": giving_out.notes_json_ld,
    }
    with session.library() as library:
        ids = list(chosen_ids(library, wish)) if wish.choices else None
        if wish.directory is not None:
            if wish.form != "markdown":
                raise AnnotationError(f"--directory writes Markdown files; --{wish.form} goes into one file.")
            files = giving_out.write_note_files(library, wish.directory, ids)
            say(f"{counted(files, 'file')} written to {shown_name(wish.directory)}")
            return
        text = made[wish.form](library, ids)
        count = giving_out.count_notes(library, ids)
    if wish.file is None:
        say(text.removesuffix("\n"))
        return
    write_whole(wish.file, text.encode("utf-8", "replace"))
    say(f"{notes_and_highlights(count)} written to {shown_name(wish.file)}")

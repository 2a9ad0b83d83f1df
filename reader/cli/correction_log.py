"""The commands of ``parley correct`` that look after what was said: list, undo, redo, export, import."""

from __future__ import annotations

import json
from pathlib import Path

import click

from reader.cli.output import say
from reader.cli.session import Session, pass_session
from reader.domain.errors import CorrectionError
from reader.feeds.file_bytes import STANDARD_INPUT, read_bytes, shown_name


@click.command("list")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line, with the number in the library.")
@pass_session
def list_all(session: Session, as_json: bool) -> None:
    """List everything that was said, the undone too, in the order it counts.

    \b
    Example:
      parley correct list
    """
    from reader.cli.correction_sentences import listed
    from reader.ingest.correction_file import to_lines

    with session.library() as library:
        corrections = library.corrections.all()
        if as_json:
            for correction, line in zip(corrections, to_lines(corrections), strict=True):
                say(json.dumps({"id": correction.id, **json.loads(line)}, ensure_ascii=False))
            return
        for correction in corrections:
            say(listed(correction, library))
    if not corrections:
        say("Nothing was corrected.")


@click.command("undo")
@click.argument("number", required=False, type=click.IntRange(min=1), metavar="[NUMBER]")
@pass_session
def undo(session: Session, number: int | None) -> None:
    """Undo the last correction, or the one with a NUMBER from parley correct list. It is kept, and can be redone.

    \b
    Examples:
      parley correct undo
      parley correct undo 3
    """
    from reader.cli.correction_sentences import sentence

    with session.library() as library:
        undone = library.corrections.undo(number)
        if undone is None:
            raise CorrectionError("There is no correction to undo.")
        say(f"Undone {undone.id}: {sentence(undone, library)}.")


@click.command("redo")
@pass_session
def redo(session: Session) -> None:
    """Let what was undone last stand again, as long as nothing new was said since.

    \b
    Example:
      parley correct redo
    """
    from reader.cli.correction_sentences import sentence

    with session.library() as library:
        redone = library.corrections.redo()
        if redone is None:
            raise CorrectionError("There is no correction to redo.")
        say(f"Stands again {redone.id}: {sentence(redone, library)}.")


@click.command("export")
@click.argument("file", required=False, default="-", metavar="[FILE]", type=click.Path())
@pass_session
def export(session: Session, file: str) -> None:
    """Write all corrections to FILE, or to standard output: JSON Lines, for a copy or for another library.

    \b
    Examples:
      parley correct export corrections.jsonl
      parley correct export | wc -l
    """
    from reader.ingest.correction_file import to_lines

    with session.library() as library:
        lines = list(to_lines(library.corrections.all()))
    text = "".join(f"{line}\n" for line in lines)
    if file == STANDARD_INPUT:
        click.echo(text, nl=False)
        return
    try:
        Path(file).write_text(text, encoding="utf-8", newline="\n")
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or error
        raise CorrectionError(f"{shown_name(file)} cannot be written: {reason}.", subject=file) from error
    say(f"{_corrections(len(lines))} written to {shown_name(file)}.")


@click.command("import")
@click.argument("file", metavar="FILE|-", type=click.Path())
@pass_session
def take_in(session: Session, file: str) -> None:
    """Take in the corrections of a file made by parley correct export: all of it, or nothing where a line is wrong.

    What the library has already is not taken in twice.

    \b
    Example:
      parley correct import corrections.jsonl
    """
    from reader.ingest.correction_file import from_lines

    found = from_lines(read_bytes(file), shown_name(file))
    with session.library() as library:
        added = library.corrections.take_in(found)
    known = len(found) - len(added)
    say(f"{_corrections(len(added))} taken in" + (f", {known} already here." if known else "."))


def _corrections(count: int) -> str:
    return f"{count} correction{'' if count == 1 else 's'}"

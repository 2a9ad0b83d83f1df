"""``parley notes``: list highlights and notes, change them, remove them."""

from __future__ import annotations

from collections.abc import Iterator

import click
from click.shell_completion import CompletionItem

from reader.cli.annotating import COLOURS, line, written
from reader.cli.counting import notes_and_highlights
from reader.cli.output import say
from reader.cli.session import Session, pass_session
from reader.cli.suggestions import library_there, suggest_articles
from reader.domain.annotation import AnnotationRow
from reader.domain.colour import Colour
from reader.domain.plain_text import clean_line
from reader.store.library import Library

_PAGE = 500
_NONE = "none"


def _suggest(ctx: click.Context, parameter: click.Parameter, typed: str) -> list[CompletionItem]:
    """Numbers of the newest annotations that start with what is typed, with their words."""
    with library_there(ctx) as library:
        rows = [] if library is None else library.annotations.all(_PAGE)
    notes = [row.annotation for row in rows if str(row.annotation.id).startswith(typed)]
    return [CompletionItem(str(note.id), help=line(note)) for note in notes]


numbers_argument = click.argument(
    "numbers", nargs=-1, required=True, type=click.IntRange(min=1), metavar="NUMBER...", shell_complete=_suggest
)


@click.group("notes", invoke_without_command=True)
@click.option(
    "--article",
    type=click.IntRange(min=1),
    metavar="ID",
    shell_complete=suggest_articles,
    help="Only those of an article.",
)
@click.option("--search", "words", metavar="WORDS", default="", help="Only those with all of WORDS.")
@click.option("--colour", type=COLOURS, help="Only those of that colour.")
@click.option("--orphaned", is_flag=True, help="Only those whose words are not in their article any more.")
@click.option("-n", "--limit", type=click.IntRange(min=1), metavar="N", help="At most N.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line for each.")
@click.pass_context
@pass_session
def command(
    session: Session,
    ctx: click.Context,
    article: int | None,
    words: str,
    colour: str | None,
    orphaned: bool,
    limit: int | None,
    as_json: bool,
) -> None:
    """List highlights and notes, newest first: number, article, and the words; below them the note.

    With --json each line is an object: id, article, title, source, author, address, published, about (text, statement,
    article), colour, words, note, orphaned, created, modified (ISO 8601, UTC), uri.

    \b
    Examples:
      parley notes
      parley notes --search "ceasefire ministry"
      parley notes --json --orphaned | jq -r .words
      parley notes edit 3 "Ask **again**"
      parley notes remove 3
    """
    if ctx.invoked_subcommand is not None:
        return
    with session.library() as library:
        if article is not None:
            library.article(article)
        hue = Colour(colour) if colour else None
        shown = 0
        for row, gone in _rows(library, article, words.strip(), hue):
            if orphaned and not gone:
                continue
            say(_object(row, gone) if as_json else _lines(row, gone))
            shown += 1
            if shown == limit:
                break
        everything = not library.annotations.count(article=article)
    if not shown and not as_json:
        say("There are no notes yet; write one with: parley note ARTICLE TEXT" if everything else "Nothing there.")


@command.command("edit")
@click.argument("number", type=click.IntRange(min=1), metavar="NUMBER", shell_complete=_suggest)
@click.argument("text", nargs=-1, metavar="[TEXT...|-]")
@click.option("--colour", type=click.Choice([*COLOURS.choices, _NONE]), help='Its colour; "none" for a note without.')
@pass_session
def edit(session: Session, number: int, text: tuple[str, ...], colour: str | None) -> None:
    """Write a note anew, or change its colour.

    "-" reads the note from standard input.

    \b
    Examples:
      parley notes edit 3 "Ask **again**"
      parley notes edit 3 --colour green
    """
    if not text and colour is None:
        raise click.UsageError("Say what to change: a new TEXT, or --colour.")
    with session.library() as library:
        was = library.annotations.get(number)
        hue = was.colour if colour is None else None if colour == _NONE else Colour(colour)
        kept = library.annotations.change(number, body=written(text) if text else None, colour=hue)
        say(f"{'unchanged' if kept == was else 'changed'} {number}: {line(kept)}")


@command.command("remove")
@numbers_argument
@pass_session
def remove(session: Session, numbers: tuple[int, ...]) -> None:
    """Remove highlights and notes.

    All of those named go, or none; parley undo brings them back together.

    \b
    Example:
      parley notes remove 3 4
    """
    wanted = dict.fromkeys(numbers)
    label = f"removed {notes_and_highlights(len(wanted))}" if len(wanted) > 1 else ""
    with session.library() as library, library.deeds.as_one("annotation", label):
        gone = [library.annotations.remove(number) for number in wanted]
    for annotation in gone:
        say(f"removed {annotation.id}: {line(annotation)}")


def _rows(
    library: Library, article: int | None, words: str, colour: Colour | None
) -> Iterator[tuple[AnnotationRow, bool]]:
    """Annotations, and whether their words are gone."""
    from reader.ingest.annotations.placing import orphans

    after = None
    while page := library.annotations.all(_PAGE, after=after, words=words, colour=colour, article=article):
        gone = orphans(library, page)
        yield from ((row, row.annotation.id in gone) for row in page)
        after = page[-1].annotation.id


def _lines(row: AnnotationRow, gone: bool) -> str:
    annotation = row.annotation
    marks = [str(annotation.colour)] if annotation.colour else []
    marks += ["statement"] if annotation.about == "statement" else []
    marks += ["article deleted"] if row.deleted else []
    about = f"  ({', '.join(marks)})" if marks else ""
    lines = [f"{annotation.id:>5}  article {annotation.article_id}: {clean_line(row.title)}{about}"]
    if annotation.anchor is not None:
        missing = " (not in the article any more)" if gone else ""
        lines.append(f"       “{clean_line(annotation.anchor.exact)}”{missing}")
    lines += [f"       {written_line}".rstrip() for written_line in annotation.body.splitlines()]
    return "\n".join(lines)


def _object(row: AnnotationRow, gone: bool) -> str:
    from reader.cli.json_lines import json_line
    from reader.ingest.annotations.table import record

    return json_line(record(row, orphaned=gone))

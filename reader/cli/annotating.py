"""``parley note`` and ``parley highlight``: write on articles."""

from __future__ import annotations

import click

from reader.cli.output import say
from reader.cli.session import Session, pass_session
from reader.cli.suggestions import suggest_articles
from reader.domain.annotation import Annotation
from reader.domain.colour import Colour
from reader.domain.errors import AnnotationError
from reader.domain.plain_text import clean_line
from reader.store.library import Library

COLOURS = click.Choice([str(colour) for colour in Colour])
_SHOWN = 60

article_argument = click.argument(
    "article", type=click.IntRange(min=1), metavar="ARTICLE", shell_complete=suggest_articles
)
quote_option = click.option(
    "--quote", metavar="WORDS", help="The words of the article it is on; they stand there once."
)


@click.command("note")
@article_argument
@click.argument("text", nargs=-1, required=True, metavar="TEXT...|-")
@quote_option
@click.option("--colour", type=COLOURS, help="Highlight the words too [default: only the note's sign is shown].")
@pass_session
def note(session: Session, article: int, text: tuple[str, ...], quote: str | None, colour: str | None) -> None:
    """Write a note in Markdown on an article, or on words of it; "-" reads it from standard input.

    ARTICLE is an id from parley list. See, change and remove notes with parley notes; parley undo takes one back.

    \b
    Examples:
      parley note 12 Ask the ministry for the figures
      parley note 12 "Who **counted** them?" --quote "49 soldiers were killed" --colour pink
      parley note 12 - < note.md
    """
    if colour is not None and quote is None:
        raise click.UsageError("--colour needs --quote: only words can be highlighted.")
    with session.library() as library:
        _keep(library, article, written(text), quote, colour)


@click.command("highlight")
@article_argument
@click.argument("words", nargs=-1, metavar="[WORDS...]")
@quote_option
@click.option("--colour", type=COLOURS, default=str(Colour.YELLOW), show_default=True, help="Its colour.")
@pass_session
def highlight(session: Session, article: int, words: tuple[str, ...], quote: str | None, colour: str) -> None:
    """Highlight words of an article, given as WORDS or with --quote. They must stand there once.

    \b
    Examples:
      parley highlight 12 49 soldiers were killed
      parley highlight 12 --quote "an armed attack" --colour green
    """
    if bool(words) == (quote is not None):
        raise click.UsageError("Say which words to highlight, once.")
    with session.library() as library:
        _keep(library, article, "", quote if quote is not None else " ".join(words), colour)


def written(text: tuple[str, ...]) -> str:
    """What was given as a note's text, or stands in standard input. Raises AnnotationError where that is nothing."""
    from reader.feeds.file_bytes import STANDARD_INPUT, read_bytes

    note = " ".join(text)
    if note == STANDARD_INPUT:
        note = read_bytes(STANDARD_INPUT).decode("utf-8-sig", "replace")
    if not note.strip():
        raise AnnotationError("There is nothing to keep: the note is empty.")
    return note


def line(annotation: Annotation) -> str:
    """The words an annotation is on, or else the beginning of its note, on one line."""
    words = clean_line(annotation.anchor.exact if annotation.anchor is not None else annotation.body)
    return words if len(words) <= _SHOWN else words[: _SHOWN - 1] + "…"


def _keep(library: Library, id: int, body: str, quote: str | None, colour: str | None) -> None:
    from reader.domain import annotation as made
    from reader.ingest.annotations.quoting import quoted

    article = library.article(id)
    span = None if quote is None else quoted(article, quote)
    kept = library.annotations.add(made.note(article, body, span, Colour(colour) if colour else None))
    what = "note on" if body else f"highlighted {kept.colour} in"
    on = f": “{line(kept)}”" if kept.anchor is not None else ""
    say(f"{kept.id}: {what} {clean_line(article.title)}{on}")

"""What ``parley export`` does for each thing it can give out."""

from __future__ import annotations

import sys

import click

from reader.cli.counting import counted
from reader.cli.export_wish import ExportWish, chosen_ids
from reader.cli.output import say
from reader.cli.session import Session, has_screen
from reader.feeds.file_bytes import shown_name


def export_opml(session: Session, wish: ExportWish) -> None:
    """The subscriptions."""
    from reader.ingest.subscriptions_file import export_opml as opml

    with session.library() as library:
        data = opml(library)
        count = len(library.feeds.all())
    if wish.file is None:
        click.echo(data, nl=False)
        return
    from reader.ingest.exporting.whole_files import write_whole

    write_whole(wish.file, data)
    _told(counted(count, "feed"), wish.file)


def export_articles(session: Session, wish: ExportWish) -> None:
    """Articles in one file, in a file each, or printed."""
    from reader.cli.sizes import counting, progress
    from reader.ingest.exporting.article_files import write_article_files, write_articles
    from reader.ingest.exporting.articles import Form, joined

    form = Form.TEXT if wish.form == "text" else Form.MARKDOWN
    with session.library() as library:
        ids = chosen_ids(library, wish)
        if wish.directory is not None:
            with progress() as line:
                count = write_article_files(library, ids, wish.directory, form, counting(line, "writing"))
            _told(counted(count, "article"), wish.directory)
        elif wish.file is not None:
            with progress() as line:
                count = write_articles(library, ids, wish.file, form, counting(line, "writing"))
            _told(counted(count, "article"), wish.file)
        else:
            for part in joined((library.article(id) for id in ids), form):
                if part != "\n":  # printing ends the last line anyway
                    say(part)


def export_comparison(session: Session, wish: ExportWish) -> None:
    """Who says what in articles."""
    from reader.cli.finding import Wish, shown
    from reader.ingest.exporting.compared import compare_article
    from reader.ingest.exporting.comparison_html import comparisons_html
    from reader.ingest.exporting.comparison_markdown import comparisons_markdown
    from reader.ingest.exporting.whole_files import write_whole

    with session.library() as library:
        corrections = library.corrections.all()
        articles = (library.article(id) for id in chosen_ids(library, wish))
        compared = [compare_article(one, shown(library, one, Wish()), corrections) for one in articles]
    if not compared:
        say("Nothing there.")
        return
    page = comparisons_html(compared) if wish.form == "html" else f"{comparisons_markdown(compared)}\n"
    if wish.file is None:
        say(page.removesuffix("\n"))
        return
    write_whole(wish.file, page.encode())
    _told(f"comparison of {counted(len(compared), 'article')}", wish.file)


def export_library(session: Session, wish: ExportWish) -> None:
    """The whole library. Raises click.UsageError where it would go to a screen."""
    from reader.cli.sizes import counting, progress
    from reader.ingest.exporting import library_lines

    if wish.file is None and has_screen():
        raise click.UsageError("A library is written into a file, or a pipe: name one with -o FILE.")
    session.library().close()
    with progress() as line:
        tell = counting(line, "writing")
        if wish.file is None:
            library_lines.write_library(session.path, sys.stdout.buffer, tell)
            return
        rows = library_lines.export_library(session.path, wish.file, tell)
    _told(counted(rows, "row"), wish.file)


def _told(what: str, place: str) -> None:
    say(f"{what} written to {shown_name(place)}")

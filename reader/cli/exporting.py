"""``parley export``: what the library holds, for other programs and for people."""

from __future__ import annotations

import click

from reader.cli.export_wish import ExportWish, wished
from reader.cli.feed_suggestions import suggest_feeds, suggest_folders
from reader.cli.session import Session, pass_session
from reader.cli.suggestions import suggest_articles


@click.command("export")
@click.argument("ids", nargs=-1, type=click.IntRange(min=1), metavar="[ID...]", shell_complete=suggest_articles)
@click.option("--opml", is_flag=True, help="The subscriptions, in their folders, as OPML 2.0.")
@click.option("--notes", is_flag=True, help="Notes and highlights, those of the articles named or all.")
@click.option("--articles", is_flag=True, help="Articles, each below its title, source, date and address.")
@click.option("--comparison", is_flag=True, help="Who says what in articles, with all that is needed to cite it.")
@click.option("--library", is_flag=True, help="Everything, as JSON Lines, for parley import --library.")
@click.option("--markdown", is_flag=True, help="As Markdown, which is the default.")
@click.option("--text", is_flag=True, help="Articles as plain text.")
@click.option("--html", is_flag=True, help="A comparison as one page that needs nothing else.")
@click.option("--csv", is_flag=True, help="Notes as a table, a line each.")
@click.option("--json-ld", is_flag=True, help="Notes as W3C Web Annotations, for parley import --annotations.")
@click.option("--feed", metavar="FEED", shell_complete=suggest_feeds, help="The articles of a feed.")
@click.option("--folder", metavar="NAME", shell_complete=suggest_folders, help="The articles of a folder’s feeds.")
@click.option("--tag", metavar="NAME", help="The articles with a tag.")
@click.option("--search", metavar="QUERY", help="The articles a search finds; see: parley search --help")
@click.option("--bookmarked", is_flag=True, help="The articles that are bookmarked.")
@click.option("-o", "--output", "file", metavar="FILE", type=click.Path(), help="Write to FILE [default: print].")
@click.option("--directory", metavar="DIR", type=click.Path(), help="Write a file an article into DIR.")
@click.option("--replace", is_flag=True, help="With --directory: into one that is not empty, too.")
@pass_session
def command(
    session: Session,
    /,
    ids: tuple[int, ...],
    file: str | None,
    directory: str | None,
    replace: bool,
    feed: str | None,
    folder: str | None,
    tag: str | None,
    search: str | None,
    bookmarked: bool,
    **flags: bool,
) -> None:
    """Write subscriptions, notes, articles, comparisons or the whole library, to print or into a file.

    A file is replaced as a whole, or not at all. A library written to a file whose name ends in .gz is compressed; it
    holds everything but the names and passwords of feeds, which no library holds.

    \b
    Examples:
      parley export --opml -o subscriptions.opml
      parley export --articles 12 15 --markdown > two.md
      parley export --articles --tag strait --directory strait
      parley export --comparison 12 --html -o comparison.html
      parley export --notes --markdown -o notes.md
      parley export --library -o library.jsonl.gz
    """
    asked = [what for what in ("opml", "notes", "articles", "comparison", "library") if flags[what]]
    forms = [form for form in ("markdown", "text", "html", "csv", "json-ld") if flags[form.replace("-", "_")]]
    wish = wished(
        asked,
        forms,
        ids=ids,
        file=None if file == "-" else file,
        directory=directory,
        replace=replace,
        feed=feed,
        folder=folder,
        tag=tag,
        search=search,
        bookmarked=bookmarked,
    )
    _write(session, wish)


def _write(session: Session, wish: ExportWish) -> None:
    match wish.what:
        case "opml":
            from reader.cli.export_parts import export_opml

            export_opml(session, wish)
        case "notes":
            from reader.cli.annotation_export import export_notes

            export_notes(session, wish)
        case "articles":
            from reader.cli.export_parts import export_articles

            export_articles(session, wish)
        case "comparison":
            from reader.cli.export_parts import export_comparison

            export_comparison(session, wish)
        case _:
            from reader.cli.export_parts import export_library

            export_library(session, wish)

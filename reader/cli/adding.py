"""``parley add``: put texts into the library."""

from __future__ import annotations

from itertools import groupby

import click

from reader.cli.output import complain, say
from reader.cli.session import Session, is_web_address, language_option, pass_session


@click.command("add")
@click.argument("paths", nargs=-1, required=True, metavar="PATH|URL...|-", type=click.Path())
@language_option
@pass_session
def command(session: Session, paths: tuple[str, ...], language: str | None) -> int:
    """Put texts into the library: plain text or HTML files, pages of the web, or "-" for standard input.

    A plain text may start with "key: value" lines between two lines "---", or have a file NAME.toml beside
    NAME.txt: title, source, author, place, published, language, url. The same text is stored once. Of a page the
    article in it is stored; the same address again gives a new version where it changed.

    \b
    Examples:
      parley add report.txt page.html
      parley add https://example.org/2026/story.html
      curl -s https://example.org/story | parley add -
    """
    from reader.ingest.adding import texts

    failed = False
    for of_web, words in groupby(texts(paths), is_web_address):
        if of_web:
            from reader.cli.page_work import add_pages

            failed = add_pages(session, list(words), language) or failed
        else:
            failed = _add_files(session, list(words), language) or failed
    return int(failed)


def _add_files(session: Session, paths: list[str], language: str | None) -> bool:
    """Add files and say what became of each; True where one failed."""
    from reader.ingest.adding import add_paths

    with session.library() as library:
        results = add_paths(library, paths, language=language)
        if library.stories.is_waiting():
            from reader.ingest.stories.placing import place_these

            # The same text may have been analysed already.
            place_these(library, [result.id for result in results if result.id is not None])
        for result in results:
            if result.error is not None:
                complain(result.error)
            elif result.id is not None:
                verb = "added as" if result.new else "already there as"
                say(f"{verb} {result.id}: {library.article(result.id).title}")
    return any(r.error is not None for r in results)

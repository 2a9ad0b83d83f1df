"""``parley add``: put texts into the library."""

from __future__ import annotations

import click

from reader.cli.output import complain, say
from reader.cli.session import Session, language_option, pass_session


@click.command("add")
@click.argument("paths", nargs=-1, required=True, metavar="PATH...|-", type=click.Path())
@language_option
@pass_session
def command(session: Session, paths: tuple[str, ...], language: str | None) -> int:
    """Put texts into the library: plain text or HTML files, or "-" for standard input.

    A plain text may start with "key: value" lines between two lines "---", or have a file NAME.toml beside
    NAME.txt: title, source, author, place, published, language, url. The same text is stored once.

    \b
    Examples:
      parley add report.txt page.html
      curl -s https://example.org/story | parley add -
    """
    from reader.ingest.adding import add_paths

    with session.library() as library:
        results = add_paths(library, paths, language=language)
        for result in results:
            if result.error is not None:
                complain(result.error)
            elif result.id is not None:
                verb = "added as" if result.new else "already there as"
                say(f"{verb} {result.id}: {library.article(result.id).title}")
    return int(any(r.error is not None for r in results))

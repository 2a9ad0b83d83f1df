"""``parley show``: an article as plain text, for pipes and screen readers."""

from __future__ import annotations

import click

from reader.cli.output import say
from reader.cli.session import Session, pass_session
from reader.cli.suggestions import suggest_ids
from reader.cli.wishes import confidence_option, uncorrected_option
from reader.domain.confidence import Strictness
from reader.ingest.exporting.heading import heading


@click.command("show")
@click.argument("id", type=click.IntRange(min=1), metavar="ID", shell_complete=suggest_ids)
@click.option("--statements", is_flag=True, help="Its statements behind it, each with the id it is corrected by.")
@confidence_option
@uncorrected_option
@pass_session
def command(session: Session, id: int, statements: bool, confidence: Strictness | None, uncorrected: bool) -> None:
    """Print an article: title, source, author, place and date, then its paragraphs.

    \b
    Examples:
      parley show 1
      parley show 1 --statements
      parley show 1 | less
    """
    with session.library() as library:
        article = library.article(id)
        say(f"{heading(article)}\n\n{article.text.strip()}")
        if statements:
            from reader.cli.finding import Wish, shown
            from reader.cli.statement_lines import each_statement

            analysis = shown(library, article, Wish(None, confidence, uncorrected))
            say("\n" + "\n".join(each_statement(article, analysis)))

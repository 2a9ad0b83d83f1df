"""``parley compare``: the parties of an article side by side."""

from __future__ import annotations

import click

from reader.cli.output import say
from reader.cli.session import Session, language_option, pass_session
from reader.cli.suggestions import suggest_ids
from reader.cli.wishes import confidence_option, uncorrected_option
from reader.domain.confidence import Strictness


@click.command("compare")
@click.argument("article", metavar="ID|PATH|URL", shell_complete=suggest_ids)
@click.option("--json", "form", flag_value="json", help="As one line of JSON, like parley analyse --json.")
@click.option("--markdown", "form", flag_value="markdown", help="As Markdown, with a table of figures.")
@language_option
@confidence_option
@uncorrected_option
@pass_session
def command(
    session: Session,
    article: str,
    form: str | None,
    language: str | None,
    confidence: Strictness | None,
    uncorrected: bool,
) -> None:
    """Print who says what in an article: each party's statements, what answers what, and the figures.

    A file or page is read but not stored. The library's corrections are applied (see: parley correct --help).

    \b
    Examples:
      parley compare 1
      parley compare report.txt --markdown
      parley compare https://example.org/2026/story.html
    """
    from reader.cli.finding import Wish, find

    found = find(session, article, Wish(language, confidence, uncorrected))
    if form == "json":
        from reader.cli.analysis_json import analysis_line

        say(analysis_line(found))
    elif form == "markdown":
        from reader.ingest.exporting.compared import compare_article
        from reader.ingest.exporting.comparison_markdown import comparison_markdown

        say(comparison_markdown(compare_article(found.article, found.analysis)))
    else:
        from reader.cli.comparison_text import comparison_text

        say(comparison_text(found.article, found.analysis))

"""``parley briefing``: a story to file from."""

from __future__ import annotations

import click

from reader.cli.output import say
from reader.cli.session import Session, pass_session
from reader.cli.story_arguments import party_language_option, story_argument
from reader.feeds.file_bytes import shown_name


@click.command("briefing")
@story_argument
@click.option("--markdown", "form", flag_value="markdown", help="As Markdown, which is the default.")
@click.option("--html", "form", flag_value="html", help="As one page that needs nothing else, to read and to print.")
@click.option("-o", "--output", "file", metavar="FILE", type=click.Path(), help="Write to FILE [default: print].")
@party_language_option
@pass_session
def command(session: Session, id: int, form: str | None, file: str | None, language: str | None) -> None:
    """Write what a report on a story can be made from, with everything needed to cite it.

    Parties; each statement word for word, with outlet, author, time, address and the first digits of its text's
    SHA-256; figures as a table with a chart; who is not heard; what changed; outlets; the articles; how all of it was
    made, and what was corrected by hand. The page loads nothing from anywhere. The same library gives the same bytes.
    Without --markdown or --html a file whose name ends in .html or .htm becomes a page. A file is replaced as a whole,
    or not at all.

    \b
    Examples:
      parley briefing 17
      parley briefing 17 -o briefing.html
      parley briefing 17 --markdown --language fr > briefing.md
    """
    from reader.cli.story_work import told_story

    target = None if file == "-" else file
    if form is None:
        form = "html" if (target or "").lower().endswith((".html", ".htm")) else "markdown"
    with session.library() as library:
        told = told_story(library, id, language)
    if form == "html":
        from reader.ingest.exporting.story_html import briefing_html

        words = briefing_html(told)
    else:
        from reader.ingest.exporting.story_markdown import briefing_markdown

        words = f"{briefing_markdown(told)}\n"
    if target is None:
        say(words.removesuffix("\n"))
        return
    from reader.ingest.exporting.whole_files import write_whole

    write_whole(target, words.encode())
    say(f"briefing on {told.title} written to {shown_name(target)}")

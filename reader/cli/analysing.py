"""``parley analyse``: everything found in texts, for people and for other programs."""

from __future__ import annotations

import click

from reader.cli.output import complain, say
from reader.cli.session import Session, language_option, pass_session
from reader.cli.suggestions import suggest_ids
from reader.cli.wishes import confidence_option, uncorrected_option
from reader.domain.confidence import Strictness
from reader.domain.errors import ParleyError


@click.command("analyse")
@click.argument("inputs", nargs=-1, required=True, metavar="PATH|URL|-|ID...", shell_complete=suggest_ids)
@language_option
@confidence_option
@uncorrected_option
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line for each input.")
@pass_session
def command(
    session: Session,
    inputs: tuple[str, ...],
    language: str | None,
    confidence: Strictness | None,
    uncorrected: bool,
    as_json: bool,
) -> int:
    """Find the parties, statements and numbers of texts: files, web pages, "-" for standard input, or article ids.

    Prints one line a statement in order of place, its id first, or with --json everything, one JSON object a line.
    Files and pages are not stored. What was corrected in the library holds for them too; where there is no library
    none is made.
    Exit code 1 where an input could not be analysed; the others are still printed.

    \b
    Examples:
      parley analyse report.txt
      parley analyse --json 1 2 report.txt > analyses.jsonl
    """
    from reader.cli.finding import Wish, find
    from reader.ingest.adding import texts

    failed = False
    for word in texts(inputs):
        try:
            found = find(session, word, Wish(language, confidence, uncorrected))
        except ParleyError as error:
            complain(str(error))
            failed = True
            continue
        if as_json:
            from reader.cli.analysis_json import analysis_line

            say(analysis_line(found))
        else:
            from reader.cli.statement_lines import statement_lines

            say(statement_lines(found.article, found.analysis))
    return int(failed)

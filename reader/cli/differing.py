"""``parley diff``: what changed in an article."""

from __future__ import annotations

import click

from reader.cli.output import say
from reader.cli.session import Session, pass_session
from reader.cli.suggestions import suggest_ids
from reader.domain.errors import NotFoundError


@click.command("diff")
@click.argument("id", type=click.IntRange(min=1), metavar="ID", shell_complete=suggest_ids)
@click.option(
    "--version",
    "number",
    type=click.IntRange(min=1),
    default=1,
    metavar="N",
    help="Compare with the version of N changes ago [default: 1].",
)
@click.option("--all", "whole", is_flag=True, help="The paragraphs that stayed the same too.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
@pass_session
def command(session: Session, id: int, number: int, whole: bool, as_json: bool) -> int:
    """Print what changed in an article since an earlier version of it.

    First the figures and statements that came (+), went (−) or became others (±), then the text: what went between
    [- and -], what came between {+ and +}. An article that never changed is no error.

    \b
    Examples:
      parley diff 12
      parley diff 12 --version 3 --json
    """
    from reader.cli.difference_text import difference_json, difference_text
    from reader.cli.finding import Wish, shown
    from reader.ingest.changes import became, history

    with session.library() as library:
        known = history(library, id)
        if number > len(known.versions):
            if known.versions:
                s = "" if len(known.versions) == 1 else "s"
                raise NotFoundError(f"Article {id} has {len(known.versions)} earlier version{s} only.", subject=str(id))
            if not as_json:
                say("This article has not changed since it came in.")
                return 0
        wish = Wish()
        old = known.was(number) if known.versions else known.article
        found = became(old, known.article, shown(library, old, wish), shown(library, known.article, wish))
        replaced = known.versions[number - 1].replaced if known.versions else None
        if as_json:
            say(difference_json(known.article, old, found, replaced))
        else:
            say(difference_text(known.article, old, found, replaced or "", whole=whole))
    return 0

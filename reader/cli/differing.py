"""``parley diff``: what changed in an article."""

from __future__ import annotations

import click

from reader.cli.output import say
from reader.cli.session import Session, pass_session
from reader.cli.suggestions import suggest_ids
from reader.domain.errors import NotFoundError
from reader.domain.plain_text import clean_line


@click.command("diff")
@click.argument("id", type=click.IntRange(min=1), metavar="ID", shell_complete=suggest_ids)
@click.option(
    "--with",
    "other",
    type=click.IntRange(min=1),
    metavar="ID",
    shell_complete=suggest_ids,
    help="Compare with another article: what one outlet made of a text that another has as well.",
)
@click.option(
    "--version",
    "number",
    type=click.IntRange(min=1),
    metavar="N",
    help="Compare with the version of N changes ago [default: 1].",
)
@click.option("--all", "whole", is_flag=True, help="The paragraphs that stayed the same too.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
@pass_session
def command(session: Session, id: int, other: int | None, number: int | None, whole: bool, as_json: bool) -> int:
    """Print what changed in an article since an earlier version of it, or what it has other than another article.

    First the figures and statements that came (+), went (−) or became others (±), then the text: what went between
    [- and -], what came between {+ and +}. An article that never changed is no error.

    \b
    Examples:
      parley diff 12
      parley diff 12 --version 3 --json
      parley diff 13 --with 12
    """
    if other is not None and number is not None:
        raise click.UsageError("--with and --version cannot be used together.")
    number = number or 1
    from reader.cli.difference_text import difference_json, difference_text
    from reader.cli.finding import Wish, shown
    from reader.ingest.changes import became, history

    with session.library() as library:
        wish = Wish()
        if other is not None:
            old, new = library.article(other), library.article(id)
            found = became(old, new, shown(library, old, wish), shown(library, new, wish))
            told = f"compared with {old.id}: {clean_line(old.title)}"
            say(
                difference_json(new, old, found, None)
                if as_json
                else difference_text(new, old, found, told, whole=whole)
            )
            return 0
        known = history(library, id)
        if number > len(known.versions):
            if known.versions:
                s = "" if len(known.versions) == 1 else "s"
                raise NotFoundError(f"Article {id} has {len(known.versions)} earlier version{s} only.", subject=str(id))
            if not as_json:
                say("This article has not changed since it came in.")
                return 0
        old = known.was(number) if known.versions else known.article
        found = became(old, known.article, shown(library, old, wish), shown(library, known.article, wish))
        replaced = known.versions[number - 1].replaced if known.versions else None
        if as_json:
            say(difference_json(known.article, old, found, replaced))
        else:
            say(difference_text(known.article, old, found, f"changed {replaced or ''}", whole=whole))
    return 0

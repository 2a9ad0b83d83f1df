"""``parley language``: the language parties and actors are named in."""

from __future__ import annotations

import click

from reader.cli.output import say
from reader.cli.session import Session, pass_session
from reader.cli.story_arguments import known_code, suggest_languages


@click.command("language")
@click.argument("code", metavar="[CODE]", required=False, callback=known_code, shell_complete=suggest_languages)
@click.option("--system", is_flag=True, help="The language of the system again, as its locale says.")
@pass_session
def command(session: Session, code: str | None, system: bool) -> None:
    """Show or set the language you read in: parties and actors of a story are named in it.

    What articles say stays in their own words. Without CODE it shows the language and where it comes from.

    \b
    Examples:
      parley language
      parley language fr
      parley language --system
    """
    from reader.ingest.stories.language import chosen_language, keep_language, reader_language

    if system and code is not None:
        raise click.UsageError("--system goes with no language.")
    with session.library() as library:
        if system or code is not None:
            keep_language(library, code)
        where = "set here" if chosen_language(library) else "as the system's locale says, else English"
        say(f"{reader_language(library)} ({where})")

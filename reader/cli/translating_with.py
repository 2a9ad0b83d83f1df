"""``parley translate-with``: which command translates statements in other languages, on request."""

from __future__ import annotations

import click

from reader.cli.output import say
from reader.cli.session import Session, pass_session


@click.command("translate-with")
@click.argument("words", metavar="[COMMAND]", required=False)
@click.option("--off", is_flag=True, help="No command translates any more, and none is agreed to at this computer.")
@click.option("--try", "tried", metavar="TEXT", help="Translate a text with it now.")
@click.option("--from", "source", metavar="CODE", default="fr", show_default=True, help="The language of that text.")
@pass_session
def command(session: Session, words: str | None, off: bool, tried: str | None, source: str) -> int:
    """Set the command that the key = in the panel asks for a translation; without COMMAND, show it.

    COMMAND is one argument: a program and its arguments. It gets a statement's words on standard input, the languages
    in PARLEY_FROM and PARLEY_TO, and writes the translation to standard output. No shell reads it, and it may take a
    minute. What it writes is shown beside the original words, as its translation, and never kept.

    \b
    Examples:
      parley translate-with "argos-translate --from-lang fr --to-lang en"
      parley translate-with "/home/me/bin/translate.sh" --try "Le maire a démissionné."
      parley translate-with --off
    """
    from reader.ingest.translation_command import (
        forget_agreed,
        is_agreed,
        set_translation_command,
        translation_command,
    )

    if off and (words is not None or tried is not None):
        raise click.UsageError("--off goes with nothing else.")
    with session.library() as library:
        if off:
            set_translation_command(library, None)
            forget_agreed()
        elif words is not None:
            set_translation_command(library, words)
        known = translation_command(library)
        if known is None:
            say("no command translates; set one with: parley translate-with COMMAND")
            return 1 if tried is not None else 0
        if tried is None:
            say(f"translated by: {known}" + ("" if is_agreed(known) else " (not agreed to at this computer)"))
            return 0
        from reader.ingest.stories.language import reader_language

        return _try(known, tried, source, reader_language(library))


def _try(known: str, text: str, source: str, target: str) -> int:
    from reader.domain.errors import TranslationError
    from reader.ingest.translating import translate
    from reader.ingest.translation_command import is_agreed

    if not is_agreed(known):
        raise TranslationError("This command was set at another computer; to run it, set it anew.")
    say(translate(known, text, source, target))
    return 0

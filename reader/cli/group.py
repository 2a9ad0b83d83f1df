"""``parley``: the options of every command and what happens without one."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import click

from reader import __version__
from reader.cli.session import Session
from reader.ingest.location import VARIABLE

COMMANDS = {
    "add": "adding",
    "analyse": "analysing",
    "backup": "backing_up",
    "bookmark": "keeping:bookmark",
    "briefing": "briefing",
    "cleanup": "cleaning",
    "compare": "comparing",
    "completion": "completing",
    "correct": "correcting",
    "delete": "keeping:delete",
    "diff": "differing",
    "doctor": "doctoring",
    "export": "exporting",
    "feed": "feed_settings",
    "feeds": "feed_table",
    "folder": "folder_settings",
    "full-text": "keeping:whole",
    "highlight": "annotating:highlight",
    "import": "importing",
    "language": "reading_language",
    "list": "listing",
    "mark": "marking",
    "note": "annotating:note",
    "notes": "notes",
    "open": "opening",
    "redo": "undoing:redo",
    "refresh": "refreshing",
    "restore": "restoring",
    "search": "searching",
    "searches": "saved_searches",
    "show": "showing",
    "stories": "stories",
    "story": "story",
    "subscribe": "subscribing",
    "tag": "tagging",
    "tags": "tagging:tags",
    "translate-with": "translating_with",
    "undo": "undoing:undo",
    "unsubscribe": "unsubscribing",
    "watch": "watching",
}
"""Each command's name, the module of this package that holds it, and what it is called there where not ``command``."""


class LateGroup(click.Group):
    """A group that imports a command only when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        place = COMMANDS.get(cmd_name)
        if place is None:
            return None
        module, _, name = place.partition(":")
        command: click.Command = getattr(import_module(f"reader.cli.{module}"), name or "command")
        return command


@click.group(
    cls=LateGroup,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="A library is one file. Errors go to standard error; exit code 0: done, 1: failed, 2: wrong usage.",
)
@click.option(
    "--library",
    "named",
    type=click.Path(path_type=Path),
    metavar="PATH",
    help=f"The library to use [default: {VARIABLE}, else the user's data folder].",
)
@click.version_option(__version__, prog_name="parley", message="%(prog)s %(version)s")
@click.pass_context
def parley(ctx: click.Context, named: Path | None) -> int:
    """A news reader that shows who says what.

    Without a command it opens the reading screen; where standard output is not a terminal it prints the first
    story's comparison as plain text.

    \b
    Examples:
      parley                      open the reading screen
      parley add report.txt       put a text into the library
      parley compare 1            who says what in article 1
    """
    session = ctx.ensure_object(Session)
    if named is not None:
        session.named = named.expanduser()
    if ctx.invoked_subcommand is None:
        from reader.cli.opening import open_or_print

        return open_or_print(session, None)
    return 0

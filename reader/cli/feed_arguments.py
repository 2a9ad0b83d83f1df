"""Arguments that name feeds and folders, completed by the shell."""

from __future__ import annotations

import click

from reader.cli.feed_suggestions import suggest_feeds, suggest_folders

feed_argument = click.argument("feed", metavar="FEED", shell_complete=suggest_feeds)
feeds_argument = click.argument("feeds", nargs=-1, required=True, metavar="FEED...", shell_complete=suggest_feeds)
folder_argument = click.argument("folder", metavar="FOLDER", shell_complete=suggest_folders)

"""``parley backup``: copies of the library, checked before they count."""

from __future__ import annotations

from pathlib import Path

import click

from reader.cli.output import say
from reader.cli.session import Session, pass_session


@click.command("backup")
@click.argument("file", required=False, type=click.Path(path_type=Path), metavar="[FILE]")
@click.option("--list", "listed", is_flag=True, help="List the copies there are, the newest first.")
@click.option("--json", "as_json", is_flag=True, help="With --list: one JSON object a line.")
@pass_session
def command(session: Session, file: Path | None, listed: bool, as_json: bool) -> None:
    """Copy the library as it is at this moment, whoever writes in it, and check the copy.

    Without FILE the copy goes beside the library, into backups/, where the reader and parley refresh put one a day too.
    Kept are the last three, the last of seven days and of four weeks, and three from before an upgrade; an older one
    goes only once a new one is found to be whole. A copy in FILE stays until you remove it.

    With --json each line is an object: number, file, made (ISO 8601, UTC), bytes, before (the version of the library
    after the upgrade it was made for, or null).

    \b
    Examples:
      parley backup
      parley backup /media/stick/parley.db
      parley backup --list
    """
    if listed and file is not None:
        raise click.UsageError("--list goes with no file.")
    if as_json and not listed:
        raise click.UsageError("--json goes with --list.")
    if listed:
        _list(session.path, as_json)
        return
    from reader.cli.sizes import counting, progress
    from reader.store.backups.making import back_up, back_up_to
    from reader.store.doctor.outside import size

    with progress() as line:
        if file is None:
            place = back_up(session.path, tell=counting(line, "copying")).path
        else:
            place = file.expanduser()
            back_up_to(session.path, place, tell=counting(line, "copying"))
    say(f"copied and checked: {place} ({size(place.stat().st_size)})")


def _list(library: Path, as_json: bool) -> None:
    from reader.cli.json_lines import json_line
    from reader.store.backups.shelf import known_backups
    from reader.store.doctor.outside import size

    found = known_backups(library)
    for number, backup in enumerate(found, 1):
        made = f"{backup.made:%Y-%m-%dT%H:%M:%SZ}"
        if as_json:
            record = {"number": number, "file": str(backup.path), "made": made, "bytes": backup.size}
            say(json_line({**record, "before": backup.before}))
        else:
            what = "" if backup.before is None else f"  before the upgrade to version {backup.before}"
            say(f"{number:>3}  {made}  {size(backup.size):>9}  {backup.path.name}{what}")
    if not found and not as_json:
        say("There is no copy of the library yet; make one with: parley backup")

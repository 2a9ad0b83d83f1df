"""``parley doctor``: look whether everything is well with the library, and mend what is not."""

from __future__ import annotations

import click

from reader.cli.output import say
from reader.cli.session import Session, pass_session

_MARKS = {"fine": "  ok  ", "note": " note ", "wrong": " WRONG", "mended": "mended"}


@click.command("doctor")
@click.option("--repair", "mend", is_flag=True, help="Mend what is wrong.")
@click.option("--quick", is_flag=True, help="Leave out what takes long in a large library.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line for each thing looked at.")
@pass_session
def command(session: Session, mend: bool, quick: bool, as_json: bool) -> int:
    """Look at the library: its file, what belongs together, counts, full text, the disk, the copies.

    Nothing is changed without --repair. That makes indexes and counts anew. A damaged file is set aside, never written
    to, as library.damaged-DATE.db, and what can be read of it goes into a new library: first what you made yourself,
    then the articles. Close the reader before.

    Exit code 0 where everything is well, 1 where something is wrong and stays so. With --json each line is an object:
    check, state (fine, note, wrong, mended), sentence.

    \b
    Examples:
      parley doctor
      parley doctor --repair
    """
    from reader.cli.json_lines import json_line
    from reader.cli.sizes import progress
    from reader.store.doctor.doctor import examine
    from reader.store.doctor.findings import all_well
    from reader.store.doctor.repairing import repair

    with progress() as line:

        def tell(what: str) -> None:
            if line is not None:
                line.say(what)

        if mend:
            findings = repair(session.path, quick=quick, tell=tell).findings
        else:
            findings = examine(session.path, quick=quick, tell=tell)
    for finding in findings:
        if as_json:
            say(json_line({"check": finding.check, "state": finding.state, "sentence": finding.sentence}))
        else:
            say(f"{_MARKS[finding.state]}  {finding.sentence}")
    if all_well(findings):
        return 0
    if not mend and not as_json:
        say("Mend it with: parley doctor --repair")
    return 1

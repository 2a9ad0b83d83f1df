"""``parley export``: subscriptions for other programs."""

from __future__ import annotations

import click

from reader.cli.output import say
from reader.cli.session import Session, pass_session


@click.command("export")
@click.option("--opml", is_flag=True, required=True, help="The subscriptions, in their folders, as OPML 2.0.")
@click.option("-o", "--output", "file", metavar="FILE", type=click.Path(), help="Write to FILE [default: print].")
@pass_session
def command(session: Session, opml: bool, file: str | None) -> None:
    """Write the subscriptions as OPML, to print or into a file.

    What another program wrote into an OPML file that was imported is written again. A file is replaced as a whole, or
    not at all.

    \b
    Examples:
      parley export --opml > subscriptions.opml
      parley export --opml -o subscriptions.opml
    """
    from reader.ingest.subscriptions_file import export_opml

    with session.library() as library:
        data = export_opml(library)
        count = len(library.feeds.all())
    if file is None or file == "-":
        click.echo(data, nl=False)
        return
    from reader.cli.counting import counted
    from reader.feeds.file_bytes import shown_name
    from reader.ingest.exporting.whole_files import write_whole

    write_whole(file, data)
    say(f"{counted(count, 'feed')} written to {shown_name(file)}")

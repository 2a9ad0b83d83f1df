"""``parley refresh``: ask feeds what is new."""

from __future__ import annotations

import click

from reader.cli.feed_suggestions import suggest_feeds
from reader.cli.output import complain
from reader.cli.run import INTERRUPTED
from reader.cli.session import Session, pass_session


@click.command("refresh")
@click.argument("feeds", nargs=-1, metavar="[FEED...]", shell_complete=suggest_feeds)
@click.option("--force", is_flag=True, help="Ask also those whose server wants to be left alone for now.")
@click.option("--scheduled", is_flag=True, help="Ask only those whose time has come by their own rhythm: for cron.")
@click.option("--analyse", is_flag=True, help="Analyse what is new as well, the newest first.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line for each feed.")
@click.option("--quiet", is_flag=True, help="Print nothing but what went wrong.")
@pass_session
def command(
    session: Session, feeds: tuple[str, ...], force: bool, scheduled: bool, analyse: bool, as_json: bool, quiet: bool
) -> int:
    """Ask feeds what is new and store it: all that are not paused, or the ones named.

    FEED is an address, an id from parley feeds, or the exact name. A feed that is named is asked even where its last
    answer said to wait. Ctrl-C keeps what is stored until then.

    Exit code 0 where every feed worked; 1 where one did not, or is left alone because it failed before; 130 where it
    was interrupted. With --json each line is an object: feed (the address subscribed to), name, new, changed, status,
    error, advice, skipped.

    \b
    Examples:
      parley refresh
      parley refresh https://example.org/feed.xml "Le Monde" 12
      parley refresh --scheduled --quiet         every few minutes, from cron
    """
    if quiet and as_json:
        raise click.UsageError("--quiet and --json cannot be used together.")
    if feeds and scheduled:
        raise click.UsageError("--scheduled goes with no feed: it chooses them itself.")
    return refresh(session, feeds, force=force, scheduled=scheduled, analyse=analyse, as_json=as_json, quiet=quiet)


def refresh(
    session: Session,
    feeds: tuple[str, ...],
    *,
    force: bool = False,
    scheduled: bool = False,
    analyse: bool = False,
    as_json: bool = False,
    quiet: bool = False,
) -> int:
    """Refresh and tell, as the options of ``parley refresh`` say. Gives the exit code. Raises ParleyError."""
    from reader.cli.at_work import at_work
    from reader.cli.refresh_reports import reporter
    from reader.cli.refresh_work import RefreshWork, Which

    report = reporter(as_json=as_json, quiet=quiet)
    which = Which(feeds, force=force, scheduled=scheduled, analyse=analyse)
    try:
        with report:
            return at_work(session, lambda library, refresher: RefreshWork(library, refresher, which, report).run())
    except KeyboardInterrupt:
        complain(report.interrupted())
        return INTERRUPTED

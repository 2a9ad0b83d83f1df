"""``parley cleanup``: remove the texts of old articles nobody kept anything of, once it was shown what goes."""

from __future__ import annotations

import sys
from datetime import timedelta

import click

from reader.cli.counting import counted
from reader.cli.feed_suggestions import suggest_feeds
from reader.cli.output import say
from reader.cli.session import Session, pass_session
from reader.cli.sizes import age_option, size_option
from reader.store.library import Library


@click.command("cleanup")
@click.option("--older-than", callback=age_option, metavar="AGE", help="Articles of longer ago: 90d, 6m, 1y.")
@click.option("--larger-than", callback=size_option, metavar="SIZE", help="Articles larger than 500KB, 2MB.")
@click.option("--feed", metavar="FEED", shell_complete=suggest_feeds, help="Only what a feed brought first.")
@click.option("--read", "only_read", is_flag=True, help="Only articles that were read.")
@click.option("--yes", is_flag=True, help="Do not ask.")
@click.option("--shrink", is_flag=True, help="Afterwards, or alone: give the room back to the disk.")
@click.option("--automatic", callback=age_option, metavar="AGE", help="From now on clean up once a day.")
@click.option("--off", is_flag=True, help="No longer clean up once a day.")
@pass_session
def command(
    session: Session,
    older_than: timedelta | None,
    larger_than: int | None,
    feed: str | None,
    only_read: bool,
    yes: bool,
    shrink: bool,
    automatic: timedelta | None,
    off: bool,
) -> int:
    """Remove the texts of articles, with their versions and analyses. First it shows what would go, and asks.

    Articles stay that are bookmarked, tagged, highlighted, noted on or corrected, and those that came from no feed. Of
    what goes the title stays and what identifies it, so that no feed brings it back. It cannot be undone: parley backup
    first keeps a copy.

    Nothing is ever cleaned up by itself unless --automatic says so.

    \b
    Examples:
      parley cleanup --older-than 90d
      parley cleanup --older-than 1y --feed "Le Monde" --yes --shrink
      parley cleanup --automatic 1y
    """
    from reader.ingest.upkeep import set_automatic_cleanup

    named = older_than is not None or larger_than is not None
    if off and automatic is not None:
        raise click.UsageError("--automatic and --off cannot be used together.")
    if not (named or shrink or off or automatic is not None):
        raise click.UsageError("Say what is to go: --older-than AGE, --larger-than SIZE, or both.")
    if (feed is not None or only_read) and not named:
        raise click.UsageError("--feed and --read go with --older-than or --larger-than.")
    done = True
    with session.library() as library:
        if off or automatic is not None:
            set_automatic_cleanup(library, automatic)
            say("nothing is cleaned up by itself" if automatic is None else _by_itself(automatic))
        if named:
            done = _clean(library, older_than, larger_than, feed, only_read, yes)
    if shrink and done:
        from reader.store.doctor.outside import size
        from reader.store.shrinking import shrink as shrink_library

        say(f"the library takes {size(shrink_library(session.path))} less")
    return 0 if done else 1


def _by_itself(age: timedelta) -> str:
    return f"articles older than {counted(age.days, 'day')} are cleaned up once a day, by the reader and parley refresh"


def _clean(
    library: Library,
    older_than: timedelta | None,
    larger_than: int | None,
    feed: str | None,
    only_read: bool,
    yes: bool,
) -> bool:
    from reader.cli.feed_words import find_feed
    from reader.cli.sizes import counting, progress
    from reader.store.cleanup import Wish
    from reader.store.doctor.outside import size

    feed_id = find_feed(library, feed, given_up=True).id if feed is not None else None
    wish = Wish(older_than, larger_than, feed_id, only_read)
    shares = library.cleanup.preview(wish)
    if not shares:
        say("There is nothing to clean up.")
        return True
    for share in shares:
        say(f"{share.articles:>7}  {size(share.size):>9}  {library.feeds.get(share.feed_id).shown}")
    total, takes = sum(share.articles for share in shares), size(sum(share.size for share in shares))
    if not yes and not _agreed(f"Remove the texts of {counted(total, 'article')}, about {takes}?"):
        say("Nothing was removed.")
        return False
    removed = 0
    with progress() as line:
        tell = counting(line, "cleaning up")
        next_: int | None = 0
        while next_ is not None:
            gone, next_ = library.cleanup.run(wish, next_)
            removed += gone
            tell(min(removed, total), total)
    say(f"removed the texts of {counted(removed, 'article')}")
    return True


def _agreed(question: str) -> bool:
    """Ask; where nobody can answer, the answer is no."""
    if not sys.stdin.isatty():
        say(f"{question} Say yes with --yes.")
        return False
    return click.confirm(question, default=False)

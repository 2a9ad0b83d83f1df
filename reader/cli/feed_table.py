"""``parley feeds``: every subscription and how it fares."""

from __future__ import annotations

import click

from reader.cli.output import say
from reader.cli.session import Session, pass_session
from reader.domain.feed import Feed, Visit
from reader.domain.plain_text import clean_line
from reader.store.library import Library

_NAME_WIDTH = 32
_NEVER = "9999"


@click.command("feeds")
@click.option("--failing", is_flag=True, help="Only those that do not work.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line for each feed.")
@pass_session
def command(session: Session, failing: bool, as_json: bool) -> None:
    """List the feeds: id, name, unread articles, last success, next try (UTC), how it fares.

    \b
    Examples:
      parley feeds
      parley feeds --failing
      parley feeds --json | jq -r 'select(.paused) | .feed'
    """
    with session.library() as library:
        visits = library.feeds.visits()
        feeds = [(feed, visits.get(feed.id, Visit())) for feed in library.feeds.all()]
        shown = [(feed, visit) for feed, visit in feeds if visit.error or not failing]
        unread = library.feeds.unread()
        if as_json:
            _print_objects(library, shown, unread)
            return
    if not shown:
        say("No feed fails." if feeds else "There are no feeds yet; subscribe with: parley subscribe ADDRESS")
        return
    width = min(max(len(clean_line(feed.shown)) for feed, _ in shown), _NAME_WIDTH)
    say(f"{'id':>4}  {'name':<{width}} {'unread':>6}  {'last success':<16}  {'next try':<16}  state")
    for feed, visit in shown:
        name = clean_line(feed.shown)[:width]
        moments = f"{_moment(visit.succeeded):<16}  {_next(feed, visit):<16}"
        say(f"{feed.id:>4}  {name:<{width}} {unread.get(feed.id, 0):>6}  {moments}  {_state(feed, visit)}")


def _moment(stamp: str | None) -> str:
    """To the minute, the way people write it."""
    return (stamp or "-")[:16].replace("T", " ")


def _next(feed: Feed, visit: Visit) -> str:
    if feed.paused or visit.gone or visit.next_try.startswith(_NEVER):
        return "-"
    return _moment(max(visit.next_try, visit.not_before)) if visit.next_try or visit.not_before else "now"


def _state(feed: Feed, visit: Visit) -> str:
    paused = "paused" if feed.paused else ""
    if visit.error:
        times = f" ({visit.failures} times)" if visit.failures > 1 else ""
        how = f"{'gone' if visit.gone else 'failing'}{times}: {clean_line(visit.error)}"
    else:
        how = "works" if visit.succeeded else "not asked yet"
    return f"{paused}, {how}" if paused and visit.error else paused or how


def _print_objects(library: Library, feeds: list[tuple[Feed, Visit]], unread: dict[int, int]) -> None:
    from reader.cli.folder_words import folder_paths
    from reader.cli.json_lines import json_line

    paths = folder_paths(library)
    folders: dict[int, list[str]] = {}
    for placement in library.folders.placements():
        if placement.folder is not None:
            folders.setdefault(placement.feed_id, []).append(paths[placement.folder])
    for feed, visit in feeds:
        say(
            json_line(
                {
                    "id": feed.id,
                    "feed": feed.subscribed,
                    "address": feed.address,
                    "name": feed.shown,
                    "title": feed.title,
                    "site": feed.site,
                    "folders": folders.get(feed.id, []),
                    "unread": unread.get(feed.id, 0),
                    "paused": feed.paused,
                    "full_text": str(feed.full_text),
                    "tried": visit.tried,
                    "succeeded": visit.succeeded,
                    "next_try": None if visit.gone else visit.next_try or None,
                    "status": visit.status,
                    "failures": visit.failures,
                    "gone": visit.gone,
                    "error": visit.error,
                    "advice": visit.advice,
                }
            )
        )

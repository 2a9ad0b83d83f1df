"""``parley stories``: the stories, those with the newest article first."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime
from itertools import islice

import click

from reader.cli.output import say
from reader.cli.progress_line import cut
from reader.cli.session import Session, pass_session
from reader.domain.errors import QueryError
from reader.domain.plain_text import clean_line
from reader.domain.story import Stories, StoryRow
from reader.store.library import Library

_PAGE = 200
_OUTLETS, _LANGUAGES = 2, 3
_NOTHING = {
    Stories.ALL: "There are no stories: two articles about one event make one.",
    Stories.FOLLOWED: "No story is followed; follow one with: parley story follow ID",
    Stories.UNREAD: "No story has anything unread.",
    Stories.MUTED: "No story is muted.",
}


def _since(ctx: click.Context, parameter: click.Parameter, value: str | None) -> str | None:
    """The beginning of the days that were named, or of an age such as 3d; ISO 8601."""
    if value is None:
        return None
    from reader.cli.sizes import parse_age
    from reader.domain.query.dates import days

    try:
        return str((datetime.now().astimezone() - parse_age(value)).date())
    except (ValueError, OverflowError):
        try:
            return str(days(value, date.today())[0])
        except QueryError as error:
            raise click.BadParameter(str(error), ctx, parameter) from error


@click.command("stories")
@click.option("--since", metavar="WHEN", callback=_since, help="Only with an article since: today, 3d, march, 2026-11.")
@click.option("--followed", "which", flag_value="followed", help="Only the stories that are followed.")
@click.option("--unread", "which", flag_value="unread", help="Only those with something unread.")
@click.option("--muted", "which", flag_value="muted", help="Only those that are muted; otherwise these are left out.")
@click.option("-n", "--limit", type=click.IntRange(min=1), metavar="N", help="At most N stories.")
@click.option("--analyse", is_flag=True, help="Analyse all articles that are not yet, first; this may take long.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line for each story.")
@pass_session
def command(
    session: Session, since: str | None, which: str | None, limit: int | None, analyse: bool, as_json: bool
) -> int:
    """List the stories, articles about one event, those with the newest article first.

    A line has the story's id (its lowest article's; that of any article in it will do), how many articles are new since
    it was looked at, the day of its newest article, articles, languages, outlets, title, and the parties named most.

    With --json each line is an object: id, title, name, shown, sources, languages, articles, copies, unread, new,
    parties, first, last (ISO 8601, UTC), followed, muted.

    \b
    Examples:
      parley stories
      parley stories --since yesterday --unread
      parley stories --followed --json | jq -r .shown
    """
    from reader.cli import story_work
    from reader.ingest.stories.language import reader_language
    from reader.ingest.stories.named import named

    chosen = Stories(which) if which else Stories.ALL
    failed = False
    with session.library() as library:
        if analyse:
            failed = story_work.analyse_all(library, story_work.unanalysed(library))
        story_work.place(library)
        shown = 0
        for row in islice(_rows(library, chosen, since), limit):
            row = replace(row, parties=named(row.parties, reader_language(library)))
            say(_json(row) if as_json else row_line(row))
            shown += 1
        story_work.tell_unanalysed(library)
        if not shown and not as_json:
            say("No story has an article since then." if since else _nothing(library, chosen))
    return int(failed)


def _nothing(library: Library, which: Stories) -> str:
    """Why the list is empty. Muted stories stand in none but their own."""
    if which is Stories.FOLLOWED and any(row.followed for row in _rows(library, Stories.MUTED, None)):
        return "All stories that are followed are muted; see: parley stories --muted"
    return _NOTHING[which]


def row_line(row: StoryRow) -> str:
    """One story on one line, columns aligned."""
    new = f"●{row.new}" if row.new else ""
    languages = _few(row.languages, _LANGUAGES, " ")
    outlets = f"{len(row.sources)} outlet{'' if len(row.sources) == 1 else 's'}: {_few(row.sources, _OUTLETS, ', ')}"
    mark = "★ " if row.followed else ""
    parties = ", ".join(clean_line(party.name) for party in row.parties)
    title = f"{mark}{clean_line(row.shown) or 'Untitled'}"
    counts = f"{row.id:>5} {new:<4} {row.last[:10]:<10} {row.articles:>4} articles  {languages:<9}"
    return f"{counts} {_column(outlets, 34)} {title}{f' ({parties})' if parties else ''}"


def _few(words: tuple[str, ...], most: int, between: str) -> str:
    left = len(words) - most
    return between.join(map(clean_line, words[:most])) + (f" +{left}" if left > 0 else "")


def _column(words: str, width: int) -> str:
    shown = cut(words, width)
    shown = shown if shown == words else f"{cut(words, width - 1)}…"
    return shown + " " * (width - len(shown))


def _rows(library: Library, which: Stories, since: str | None) -> Iterator[StoryRow]:
    at = 0
    while page := library.stories.rows(_PAGE, at, which=which, since=since):
        yield from page
        at += len(page)


def _json(row: StoryRow) -> str:
    from reader.cli.json_lines import json_line
    from reader.ingest.exporting.story_json import row_object

    return json_line(row_object(row))

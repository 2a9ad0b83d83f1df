"""``parley list``: the articles, newest first."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import islice
from typing import Any

import click

from reader.cli.feed_suggestions import suggest_feeds, suggest_folders
from reader.cli.output import say
from reader.cli.session import Session, pass_session
from reader.cli.tag_words import suggest_tags
from reader.domain.article import ArticleRow
from reader.domain.plain_text import clean_line
from reader.domain.scope import Found, Scope
from reader.store.library import Library

_PAGE = 500
_SOURCE_WIDTH = 16


@click.command("list")
@click.option("--unread", is_flag=True, help="Only articles not read yet.")
@click.option("--feed", metavar="FEED", shell_complete=suggest_feeds, help="Only those of a feed: address, id or name.")
@click.option("--folder", metavar="NAME", shell_complete=suggest_folders, help="Only those of a folder's feeds.")
@click.option("--tag", metavar="NAME", shell_complete=suggest_tags, help="Only those with a tag.")
@click.option("-n", "--limit", type=click.IntRange(min=1), metavar="N", help="At most N articles.")
@click.option("--all", "every", is_flag=True, help="However many there are, which is the default.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line for each article.")
@pass_session
def command(
    session: Session,
    unread: bool,
    feed: str | None,
    folder: str | None,
    tag: str | None,
    limit: int | None,
    every: bool,
    as_json: bool,
) -> None:
    """List the articles, newest first: id, unread mark, date, language, source, title.

    With --json each line is an object: id, title, url, guid, published, updated (ISO 8601, UTC), author, source, feed
    (the address subscribed to), language, read, bookmarked, tags.

    \b
    Examples:
      parley list
      parley list --unread --limit 20
      parley list --folder News/World
      parley list --tag "Black Sea" --unread
      parley list --json --feed https://example.org/feed.xml | jq -r .title
    """
    if sum(each is not None for each in (feed, folder, tag)) > 1:
        raise click.UsageError("--feed, --folder and --tag cannot be used together.")
    if every and limit is not None:
        raise click.UsageError("--all and --limit cannot be used together.")
    with session.library() as library:
        scope = _scope(library, feed, folder, tag, unread)
        if as_json:
            _print_records(library, scope, limit)
            return
        shown = 0
        for row in islice(_rows(library, scope), limit):
            say(row_line(row))
            shown += 1
    if not shown:
        say(_nothing(unread, feed or folder or tag))


def row_line(row: ArticleRow) -> str:
    """One article on one line, columns aligned for up to 99,999 articles."""
    mark = " " if row.read else "●"
    source = clean_line(row.source or "")[:_SOURCE_WIDTH]
    date = (row.published or "")[:10]
    return f"{row.id:>5} {mark} {date:<10} {row.language:<3} {source:<{_SOURCE_WIDTH}} {clean_line(row.title)}"


def _scope(library: Library, feed: str | None, folder: str | None, tag: str | None, unread: bool) -> Scope:
    if tag is not None:
        from reader.cli.tag_words import find_tag

        return Scope(found=Found(tuple(library.tags.articles(find_tag(library, tag).id, unread=unread))))
    if feed is not None:
        from reader.cli.feed_words import find_feed

        return Scope(feed=find_feed(library, feed, given_up=True).id, unread=unread)
    if folder is not None:
        from reader.cli.folder_words import find_folder

        return Scope(folder=find_folder(library, folder), unread=unread)
    return Scope(unread=unread)


def _rows(library: Library, scope: Scope) -> Iterator[ArticleRow]:
    after = None
    while page := library.rows(_PAGE, after=after, scope=scope):
        yield from page
        after = page[-1].id


def _print_records(library: Library, scope: Scope, limit: int | None) -> None:
    from reader.cli.json_lines import json_line

    records = library.records(scope, -1 if limit is None else limit)
    while page := list(islice(records, _PAGE)):
        say("\n".join(json_line(told_record(record)) for record in page))


def told_record(record: dict[str, Any]) -> dict[str, Any]:
    """A record of the library with truth values and a list where SQLite has numbers and a text."""
    flags = {name: bool(record[name]) for name in ("read", "bookmarked")}
    return {**record, **flags, "tags": json.loads(record["tags"])}


def _nothing(unread: bool, part: str | None) -> str:
    if unread:
        return "Nothing unread."
    return "Nothing there." if part else "The library is empty; add a text with: parley add FILE"

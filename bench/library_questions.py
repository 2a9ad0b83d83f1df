"""What the app asks of a library, each beside the query a person would write by hand for the same answer.

A pair is two calls that are timed in turn; ``hand`` is None where plain SQLite has no such question. Both read the same
file. What the hand-written side does not do: deleted articles left out, marks, tags, pages that stay put.
"""

from __future__ import annotations

import asyncio
import itertools
import sqlite3
import statistics
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from reader.domain.scope import Found, Scope
from reader.ingest.search_counts import SearchCounts
from reader.ingest.understanding import understood
from reader.store.library import Library

TODAY = date(2026, 11, 2)
PAGE = 100
HAND_ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Pair:
    """``ours`` and ``hand`` are asked anew each time; ``group`` is what they are reported under."""

    group: str
    name: str
    ours: Callable[[], object]
    hand: Callable[[], object] | None = None


@dataclass(frozen=True, slots=True)
class Times:
    """Milliseconds: the median and the 95th percentile, and the median of the hand-written query."""

    median: float
    p95: float
    hand: float | None


def timed(pairs: Iterable[Pair], rounds: int) -> dict[tuple[str, str], Times]:
    """Ask each pair so many times, in turn, after one time to warm up."""
    found = {}
    for pair in pairs:
        ours, hand = [], []
        for round in range(rounds + 1):
            took = _took(pair.ours)
            # Some of the hand-written ones walk the whole library.
            by_hand = _took(pair.hand) if pair.hand and round <= HAND_ROUNDS else None
            if round:
                ours.append(took)
                hand += [by_hand] if by_hand is not None else []
        ordered = sorted(ours)
        found[pair.group, pair.name] = Times(
            statistics.median(ours),
            ordered[min(int(0.95 * len(ordered)), len(ordered) - 1)],
            statistics.median(hand) if pair.hand else None,
        )
    return found


def _took(call: Callable[[], object]) -> float:
    started = time.perf_counter()
    call()
    return 1000 * (time.perf_counter() - started)


def lists(library: Library, db: sqlite3.Connection) -> list[Pair]:
    """Pages of lists, the next unread article, counts."""
    total = library.counts().articles
    middle = library.rows(1, total // 2)[0].id
    feed, folder = library.feeds.all()[0].id, library.folders.all()[0].id
    row = "SELECT a.id, a.title, a.source, a.dated FROM article a"
    newest = f"{row} WHERE a.hidden = 0 ORDER BY a.dated DESC, a.id DESC LIMIT {PAGE}"
    read = "SELECT article_id FROM status WHERE read"

    def page(name: str, offset: int, scope: Scope, sql: str, group: str = "pages") -> Pair:
        return Pair(group, name, lambda: library.rows(PAGE, offset, scope=scope), lambda: _all(db, sql))

    of_feed = f"{row} JOIN entry e ON e.article_id = a.id WHERE e.feed_id = {feed} ORDER BY e.dated DESC LIMIT {PAGE}"
    unread = f"{row} WHERE a.hidden = 0 AND a.id NOT IN ({read}) ORDER BY a.dated DESC LIMIT {PAGE}"
    per_feed = f"SELECT e.feed_id, count(*) FROM entry e WHERE e.article_id NOT IN ({read}) GROUP BY e.feed_id"
    next_unread = (
        f"SELECT a.id FROM article a WHERE (a.dated, a.id) < (SELECT dated, id FROM article WHERE id = {middle}) "
        f"AND a.hidden = 0 AND a.id NOT IN ({read}) ORDER BY a.dated DESC, a.id DESC LIMIT 1"
    )
    return [
        page("first", 0, Scope(), newest),
        page("middle", total // 2, Scope(), f"{newest} OFFSET {total // 2}"),
        page("last", total - PAGE, Scope(), f"{newest} OFFSET {total - PAGE}"),
        page("of the unread", 0, Scope(unread=True), unread),
        page("of a feed", 0, Scope(feed=feed), of_feed),
        Pair("pages", "of a folder", lambda: library.rows(PAGE, scope=Scope(folder=folder))),
        Pair("lists", "place of an article", lambda: library.place(middle)),
        Pair("lists", "next unread", lambda: library.unread.next(Scope(), middle, 1), lambda: _all(db, next_unread)),
        Pair("counts", "all", library.counts, lambda: _all(db, "SELECT count(*) FROM article")),
        Pair("counts", "unread of every feed", library.feeds.unread, lambda: _all(db, per_feed)),
        Pair("counts", "of a folder", lambda: library.counts(Scope(folder=folder))),
    ]


def searches(library: Library, db: sqlite3.Connection) -> list[Pair]:
    """Searches as they are typed, with the first page of rows and its snippets."""
    common, rare = _words(db)
    titled = _of_titles(db)

    def ours(text: str) -> Callable[[], object]:
        query = understood(text, TODAY)

        def ask() -> object:
            found = library.search.find(query)
            shown = Scope(query=query, found=Found(found.ids[:PAGE]))
            rows = library.rows(20, scope=shown)
            return library.search.snippets(query, [row.id for row in rows])

        return ask

    def statements_of(text: str) -> Callable[[], object]:
        query = understood(text, TODAY)
        return lambda: library.search.statements(query, limit=200)

    def unread_of(text: str) -> Callable[[], object]:
        query = understood(text, TODAY)
        return lambda: library.search.count(query, unread=True)

    def hand(match: str) -> Callable[[], object]:
        sql = (
            "SELECT a.id, a.title, a.dated, snippet(search, 1, '', '', '…', 20) FROM search "
            "JOIN article a ON a.id = search.rowid WHERE search MATCH ? ORDER BY rank LIMIT 20"
        )
        return lambda: _all(db, sql, match)

    def words(name: str, typed: str, match: str) -> Pair:
        return Pair("search", name, ours(typed), hand(match))

    plain = [
        words("a common word", common[0], f'"{common[0]}"'),
        words("two common words", " ".join(common[1:3]), f'"{common[1]}" "{common[2]}"'),
        words("a rare word", rare[0], f'"{rare[0]}"'),
        words("a common and a rare word", f"{common[0]} {rare[1]}", f'"{common[0]}" "{rare[1]}"'),
        words("a phrase", f'"{common[3]} {common[4]}"', f'"{common[3]} {common[4]}"'),
        words("a prefix of two letters", f"{rare[2][:2]}*", f'"{rare[2][:2]}" *'),
        words("a word in titles", f"title:{rare[3]}", f'title : "{rare[3]}"'),
        words("either of two", f"{rare[0]} OR {rare[1]}", f'"{rare[0]}" OR "{rare[1]}"'),
    ]
    asked = {
        "a word and filters": f"{common[5]} source:Paper is:unread after:2026-06-01 lang:fr",
        "what is unread": "is:unread",
        "a tag": "tag:t1",
        "a party that speaks": "says:Armenia",
        "a party that accuses another": "says:Armenia act:accuse target:Azerbaijan",
        "a number of something": "number:>100000 counts:soldats",
        "everything but a word": f"-{common[6]}",
        "stories that are followed": "is:followed",
        "stories by their title": f"story:{rare[3]}",
        "stories by a common word of titles": f"story:{titled}",
        "stories in which a party is heard": "heard:Armenia",
        "stories in which it is not heard": "-heard:Armenia is:story",
        "stories in which a party is only spoken of": "unheard:Armenia",
    }
    statements = {
        "what a party says": "says:Armenia",
        "what a party urged lately": "says:Russia act:urge after:2026-10-01",
        "a word in statements": common[7],
    }
    return [
        *plain,
        *(Pair("search", name, ours(text)) for name, text in asked.items()),
        *(Pair("statements", name, statements_of(text)) for name, text in statements.items()),
        *(Pair("counts", f"unread of {one.query}", unread_of(one.query)) for one in library.searches.all()),
        Pair("counts", "saved searches again, one article read", _counting_again(library)),
    ]


def _counting_again(library: Library) -> Callable[[], object]:
    """Each time one article is read, or unread again, and what is unread in all saved searches told anew."""
    counts = SearchCounts(library.path)
    newest = library.rows(1)[0]
    read = itertools.cycle((not newest.read, newest.read))

    def ask() -> object:
        library.set_read(newest.id, next(read))
        return asyncio.run(counts.renew(TODAY))

    return ask


def _words(db: sqlite3.Connection) -> tuple[Sequence[str], Sequence[str]]:
    """Eight words that many articles have, and four that few have, chosen by how many that is."""
    db.execute("CREATE VIRTUAL TABLE IF NOT EXISTS temp.vocabulary USING fts5vocab(main, search, row)")
    total = db.execute("SELECT count(*) FROM article").fetchone()[0]
    often = "SELECT term FROM vocabulary WHERE doc BETWEEN ? AND ? AND length(term) > 3 ORDER BY doc DESC, term LIMIT ?"
    common = [term for (term,) in db.execute(often, (total // 8, total // 3, 8))]
    seldom = "SELECT term FROM vocabulary WHERE doc BETWEEN ? AND ? AND length(term) > 5 ORDER BY term LIMIT ?"
    rare = [term for (term,) in db.execute(seldom, (5, max(total // 200, 20), 4))]
    return common, rare


def _of_titles(db: sqlite3.Connection) -> str:
    """The word that most titles have."""
    db.execute("CREATE VIRTUAL TABLE IF NOT EXISTS temp.columns USING fts5vocab(main, search, col)")
    ((term,),) = db.execute("SELECT term FROM columns WHERE col = 'title' ORDER BY doc DESC, term LIMIT 1")
    return str(term)


def _all(db: sqlite3.Connection, sql: str, *values: str) -> list[Any]:
    return db.execute(sql, values).fetchall()


def opened(path: Path) -> sqlite3.Connection:
    """The same file for the hand-written queries."""
    return sqlite3.connect(f"file:{path}?mode=ro", uri=True)

"""What a field's value may be, for completion: out of what the library holds, or of its newest articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeAlias

from reader.domain.folding import fold
from reader.domain.query.terms import Field, Where
from reader.store.search.kinds import LANGUAGES
from reader.store.search.matching import has_words, quoted
from reader.store.search.names import names_in, parties_in
from reader.store.search.nodes import Ask

_NEWEST = 3_000
"""Articles whose sources and authors are offered: in a library of years that is what somebody asks for."""

_TOLD = 300
"""Articles, or statements, in which a name that begins so is looked for."""

Source: TypeAlias = Callable[[Ask, str], Iterator[str]]
"""Values, as often as they are met; some of them begin with what was typed."""

_IDS = "(SELECT id FROM article ORDER BY id DESC LIMIT ?)"


def values(ask: Ask, field: Field | Where, typed: str, limit: int) -> list[str]:
    """See ``Search.values``: those that begin so, or have a word that does; the more often met first."""
    source = _SOURCES.get(field)
    if source is None:
        return []
    wanted = fold(typed).strip()
    counts = Counter(source(ask, typed))
    spellings: dict[str, str] = {}
    ranks: dict[str, tuple[bool, int, str]] = {}
    for value, count in counts.most_common():
        folded = fold(value)
        if folded in spellings or not _fits(folded, wanted):
            continue
        spellings[folded] = value
        ranks[folded] = (not folded.startswith(wanted), -count, folded)
    return [spellings[folded] for folded in sorted(ranks, key=ranks.__getitem__)][:limit]


def _fits(folded: str, wanted: str) -> bool:
    if folded.startswith(wanted):
        return True
    at = folded.find(wanted)
    while at > 0:
        if not folded[at - 1].isalnum():
            return True
        at = folded.find(wanted, at + 1)
    return False


def _column(name: str) -> Source:
    def found(ask: Ask, typed: str) -> Iterator[str]:
        for (value,) in ask(f"SELECT {name} FROM article WHERE id IN {_IDS}", (_NEWEST,)):
            if value:
                yield value

    return found


def _sources(ask: Ask, typed: str) -> Iterator[str]:
    yield from _column("source")(ask, typed)
    yield from _feeds(ask, typed)


def _feeds(ask: Ask, typed: str) -> Iterator[str]:
    for (name,) in ask("SELECT coalesce(name, title) FROM feed WHERE unsubscribed IS NULL", ()):
        if name:
            yield name


def _single(sql: str) -> Source:
    def found(ask: Ask, typed: str) -> Iterator[str]:
        for (value,) in ask(sql, ()):
            yield value

    return found


def _stories(ask: Ask, typed: str) -> Iterator[str]:
    """What the user calls stories, and titles of the newest, or of those that have a word which begins so."""
    for (name,) in ask("SELECT name FROM story_mark WHERE name <> ''", ()):
        yield name
    if has_words(typed):
        titled = "(SELECT rowid FROM search WHERE search MATCH ? ORDER BY rowid DESC LIMIT ?)"
        asked: tuple[object, ...] = (f"title : {quoted(typed, prefix=True)}", _NEWEST)
    else:
        titled, asked = "(SELECT title_of FROM story ORDER BY last DESC LIMIT ?)", (_TOLD,)
    sql = f"SELECT a.title FROM story s JOIN article a ON a.id = s.title_of WHERE s.title_of IN {titled}"
    for (title,) in ask(f"{sql} ORDER BY s.last DESC LIMIT {_TOLD}", asked):
        yield title


def _told(column: str, names: Callable[[str], Iterable[str]]) -> Source:
    def found(ask: Ask, typed: str) -> Iterator[str]:
        for (text,) in _beginning(ask, "named", "told", "article_id", column, typed):
            yield from names(text)

    return found


def _said(ask: Ask, typed: str) -> Iterator[str]:
    for parties, speakers in _beginning(ask, "said", "statement", "id", "parties, speakers", typed):
        yield from _party_names(parties)
        yield from names_in(speakers)


def speakers(ask: Ask, typed: str) -> list[tuple[str, str]]:
    """See ``Search.speakers``."""
    wanted = fold(typed).strip()
    rows = _beginning(ask, "said", "statement", "id", "parties, speakers", typed)
    told = (((parties_in(parties), name) for name in names_in(names)) for parties, names in rows)
    found = ((ids, name) for each in told for ids, name in each if len(ids) == 1 and _fits(fold(name), wanted))
    return list(dict.fromkeys((ids[0][0], name) for ids, name in found))


def _targets(ask: Ask, typed: str) -> Iterator[str]:
    for (targets,) in _beginning(ask, "said", "statement", "id", "targets", typed):
        yield from _party_names(targets)


def _beginning(ask: Ask, index: str, table: str, id: str, columns: str, typed: str) -> list[Any]:
    """Columns of the newest rows that have a word in them which begins as ``typed`` does."""
    if not has_words(typed):
        return ask(f"SELECT {columns} FROM {table} ORDER BY {id} DESC LIMIT ?", (_TOLD,))
    sql = (
        f"SELECT {columns} FROM {table} WHERE {id} IN "
        f"(SELECT rowid FROM {index} WHERE {index} MATCH ? ORDER BY rowid DESC LIMIT ?) ORDER BY {id} DESC"
    )
    return ask(sql, (f"{{{columns.replace(',', '')}}} : {quoted(typed, prefix=True)}", _TOLD))


def _party_names(text: str) -> list[str]:
    return [name for _, name in parties_in(text)]


_SOURCES: dict[Field | Where, Source] = {
    Where.AUTHOR: _column("author"),
    Field.SOURCE: _sources,
    Field.FEED: _feeds,
    Field.FOLDER: _single("SELECT name FROM folder"),
    Field.LANGUAGE: _single(LANGUAGES),
    Field.TAG: _single("SELECT g.name FROM tag g LEFT JOIN tagging t ON t.tag_id = g.id"),
    Field.ACTOR: _told("actors", names_in),
    Field.PARTY: _told("parties", _party_names),
    Field.SAYS: _said,
    Field.TARGET: _targets,
    Field.COUNTS: _told("counted", names_in),
    Field.STORY: _stories,
    Field.HEARD: _said,
    Field.UNHEARD: _told("parties", _party_names),
}

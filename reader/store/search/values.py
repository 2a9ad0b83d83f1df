"""What a field's value may be, for completion: out of what the library holds, or of its newest articles."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from reader.domain.folding import fold
from reader.domain.query.terms import Field, Where
from reader.store.search.kinds import LANGUAGES
from reader.store.search.names import names_in, parties_in
from reader.store.search.nodes import Ask

_NEWEST = 3_000
"""Articles, or statements, whose names are offered: in a library of years that is what somebody asks for."""

_IDS = "(SELECT id FROM article ORDER BY id DESC LIMIT ?)"


def values(ask: Ask, field: Field | Where, typed: str, limit: int) -> list[str]:
    """See ``Search.values``: those that begin so, or have a word that does; the more often met first."""
    source = _SOURCES.get(field)
    if source is None:
        return []
    wanted = fold(typed).strip()
    counts = Counter(source(ask))
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


def _column(name: str) -> Callable[[Ask], Iterator[str]]:
    def found(ask: Ask) -> Iterator[str]:
        for (value,) in ask(f"SELECT {name} FROM article WHERE id IN {_IDS}", (_NEWEST,)):
            if value:
                yield value

    return found


def _sources(ask: Ask) -> Iterator[str]:
    yield from _column("source")(ask)
    yield from _feeds(ask)


def _feeds(ask: Ask) -> Iterator[str]:
    for (name,) in ask("SELECT coalesce(name, title) FROM feed WHERE unsubscribed IS NULL", ()):
        if name:
            yield name


def _single(sql: str) -> Callable[[Ask], Iterator[str]]:
    def found(ask: Ask) -> Iterator[str]:
        for (value,) in ask(sql, ()):
            yield value

    return found


def _told(column: str, names: Callable[[str], Iterable[str]]) -> Callable[[Ask], Iterator[str]]:
    def found(ask: Ask) -> Iterator[str]:
        for (text,) in ask(f"SELECT {column} FROM told ORDER BY article_id DESC LIMIT ?", (_NEWEST,)):
            yield from names(text)

    return found


def _said(ask: Ask) -> Iterator[str]:
    for parties, speakers in ask("SELECT parties, speakers FROM statement ORDER BY id DESC LIMIT ?", (_NEWEST,)):
        yield from _party_names(parties)
        yield from names_in(speakers)


def _targets(ask: Ask) -> Iterator[str]:
    for (targets,) in ask("SELECT targets FROM statement ORDER BY id DESC LIMIT ?", (_NEWEST,)):
        yield from _party_names(targets)


def _party_names(text: str) -> list[str]:
    return [name for _, name in parties_in(text)]


_SOURCES: dict[Field | Where, Callable[[Ask], Iterator[str]]] = {
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
}

"""What analyses found, kept as rows that can be searched; which articles wait for it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from reader.domain.analysis import Analysis
from reader.domain.correction import Correction
from reader.store.part import ChangingPart
from reader.store.search.hearings import gather
from reader.store.search.nodes import listed

_WORDS_OF_QUOTE = 12  # as many of a correction's words as tell its articles from others
_WAITING = (
    "SELECT a.id, a.text_hash, a.language, a.text FROM "
    "(SELECT article_id FROM untold ORDER BY article_id DESC LIMIT ?) u JOIN article a ON a.id = u.article_id"
)
_OF_ARTICLES = "SELECT {0}.id FROM json_each(?) j JOIN {0} ON {0}.id BETWEEN j.value << 14 AND (j.value << 14) + 16383"

_SAID, _NAMED = "parties, speakers, targets, act, words", "actors, parties, counted, numbers"
_INTO_SAID = (
    f"INSERT INTO said (rowid, {_SAID}) SELECT id, {_SAID} FROM statement "
    f"WHERE id IN ({_OF_ARTICLES.format('statement')})"
)
_INTO_NAMED = (
    f"INSERT INTO named (rowid, {_NAMED}) SELECT article_id, {_NAMED} FROM told "
    "WHERE article_id IN (SELECT value FROM json_each(?))"
)
_UNANALYSED = (
    "SELECT count(*) FROM article a WHERE a.id IN (SELECT id FROM article ORDER BY id DESC LIMIT ?) AND a.hidden = 0 "
    "AND NOT EXISTS (SELECT 1 FROM analysis n WHERE n.text_hash = a.text_hash)"
)


@dataclass(frozen=True, slots=True)
class Waiting:
    """An article whose analysis is not among the rows."""

    id: int
    text_hash: str
    language: str
    text: str


class Told(ChangingPart):
    """One connection's view. Every method may raise LibraryError."""

    def waiting(self, most: int) -> list[Waiting]:
        """The articles that wait, the newest first."""
        return [Waiting(*row) for row in self._ask(_WAITING, most)]

    def count_waiting(self) -> int:
        """How many wait."""
        return int(self._ask("SELECT count(*) FROM untold")[0][0])

    def count_unanalysed(self, newest: int) -> int:
        """How many of the ``newest`` articles were never analysed, so that what is said in them is not found."""
        return int(self._ask(_UNANALYSED, newest)[0][0])

    def is_waiting(self) -> bool:
        """True while the rows are not what the analyses and corrections say."""
        waiting = " OR ".join(f"EXISTS (SELECT 1 FROM {table})" for table in ("untold", "recorrected", "regather"))
        return bool(self._ask(f"SELECT {waiting}")[0][0])

    def keep(self, analyses: Iterable[tuple[Waiting, Analysis | None]]) -> None:
        """Put what analyses of waiting articles say in the place of what was there; None says nothing."""
        from reader.store.search import rows

        made = list(analyses)
        ids = [one.id for one, _ in made]
        with self._transaction(durable=False):
            self._clear(ids)
            for one, analysis in made:
                if analysis is not None:
                    self._insert("statement", rows.statements(one.id, one.text, analysis))
                    self._insert("quantity", rows.quantities(one.id, one.text, analysis))
                    self._insert("told", [rows.told(one.id, one.text, analysis)])
            self._db.execute(_INTO_SAID, (listed(set(ids)),))
            self._db.execute(_INTO_NAMED, (listed(set(ids)),))
            self._db.executemany("DELETE FROM untold WHERE article_id = ?", ((id,) for id in ids))
            gather(self._db)

    def gather(self, most: int) -> int:
        """Gather who is heard in up to ``most`` articles of which that waits. Gives how many."""
        with self._transaction(durable=False):
            return gather(self._db, most)

    def recorrected(self) -> list[int]:
        """Ids of corrections made or undone since their articles were last told."""
        return [id for (id,) in self._ask("SELECT correction_id FROM recorrected ORDER BY correction_id")]

    def queue(self, corrections: Sequence[Correction], names: Iterable[str]) -> None:
        """Let the articles wait that corrections may be about, perhaps more, never fewer: those with the words of one
        that is about a statement, and those in which somebody is called one of ``names``."""
        from reader.store.search.matching import quoted

        with self._transaction(durable=False):
            for anchor in (one.anchor for one in corrections if one.anchor is not None):
                self._queue("SELECT id FROM article WHERE text_hash = ?", anchor.text_hash)
                # In another version, or in an article that has the same words.
                quote = " ".join(anchor.exact.split()[:_WORDS_OF_QUOTE])
                self._queue_matching("search", f"text : {quoted(quote)}", quote)
            for name in names:
                self._queue_matching("named", f"{{actors parties}} : {quoted(name)}", name)
            self._db.executemany(
                "DELETE FROM recorrected WHERE correction_id = ?", [(correction.id,) for correction in corrections]
            )

    def _queue_matching(self, table: str, expression: str, words: str) -> None:
        from reader.store.search.matching import has_words

        if has_words(words):
            self._queue(f"SELECT rowid FROM {table} WHERE {table} MATCH ?", expression)

    def _queue(self, articles: str, value: str) -> None:
        self._db.execute(
            f"INSERT OR IGNORE INTO untold SELECT id FROM article WHERE id IN ({articles}) "
            "AND EXISTS (SELECT 1 FROM analysis n WHERE n.text_hash = article.text_hash)",
            (value,),
        )

    def _clear(self, ids: Sequence[int]) -> None:
        for table in ("statement", "quantity"):
            self._db.execute(f"DELETE FROM {table} WHERE id IN ({_OF_ARTICLES.format(table)})", (listed(set(ids)),))
        self._db.execute("DELETE FROM told WHERE article_id IN (SELECT value FROM json_each(?))", (listed(set(ids)),))

    def _insert(self, table: str, values: Sequence[tuple[Any, ...]]) -> None:
        if values:
            self._db.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * len(values[0]))})", values)
